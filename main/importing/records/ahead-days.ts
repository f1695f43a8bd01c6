/**
 * Days that lie ahead in columns of what is done: 拟2024年5月 is no 开工日期 but a planned one,
 * 2024年底前 closes no problem.
 */
import type { Issue } from '../../../preload/contract/imports.ts';
import type { Day } from '../../domain/days/day.ts';
import { surelyBefore } from '../../domain/days/day.ts';
import type { Field, Ledger } from '../../domain/ledgers/field.ts';
import { placedIssue } from '../sheet/issue.ts';
import type { MappedColumn } from '../sheet/mapped.ts';
import { IS_AHEAD } from './leaning.ts';

/** Of each day of a deed, the field of the day that was set for it. */
const SET_FOR: Readonly<Record<string, string>> = {
  signed_date: 'planned_signed_date',
  started_date: 'planned_start_date',
  completed_date: 'planned_completed_date',
  producing_date: 'planned_producing_date',
  closed_date: 'deadline',
};
/** These words leave no doubt; 6月底前 may be how somebody tells of June. */
const IS_PLANNED = /预计|计划|拟|力争|争取/;

export class AheadDays {
  private readonly moved = new Map<number, number[]>();
  private readonly late = new Map<number, number[]>();
  private readonly ledger: Ledger | null;
  private readonly filled: ReadonlySet<string>;
  private readonly until: Day | null;
  /** of the ledger's own fields */
  private readonly targets: Readonly<Record<string, string>>;

  /** `until`: as of when the table tells; null where nothing says. */
  constructor(ledger: Ledger | null, columns: readonly MappedColumn[], until: Day | null) {
    [this.ledger, this.until] = [ledger, until];
    const codes = new Set(ledger?.fields.map(({ code }) => code));
    this.targets = Object.fromEntries(
      Object.entries(SET_FOR).filter(([, target]) => codes.has(target)),
    );
    this.filled = new Set(
      columns.flatMap(({ field, use }) => (use === 'field' && field !== null ? [field.code] : [])),
    );
  }

  /** The field that takes the day; null: it waits, as nothing can. */
  fieldFor(
    { field, index }: { readonly field: Field; readonly index: number },
    row: number,
    seen: string,
    day: Day,
  ): string | null {
    const target = this.targets[field.code];
    if (target === undefined) return field.code;
    const isLate = this.until !== null && surelyBefore(this.until, day);
    const closes = field.code === 'closed_date';
    if (IS_PLANNED.test(seen) || (closes && (isLate || IS_AHEAD.test(seen)))) {
      if (this.filled.has(target)) return null;
      noted(this.moved, index, row);
      return target;
    }
    if (isLate) noted(this.late, index, row);
    return field.code;
  }

  /** One sentence for all that a column holds ahead. */
  told({ field, index }: MappedColumn): readonly Issue[] {
    const target = this.ledger?.fields.find(({ code }) => code === SET_FOR[field?.code ?? '']);
    if (field === null || target === undefined) return [];
    const say = (
      rows: readonly number[] | undefined,
      code: string,
      what: string,
    ): readonly Issue[] =>
      rows === undefined
        ? []
        : [
            placedIssue(
              -1,
              index,
              'warning',
              code,
              `${field.label}里第${rows.slice(0, 5).join('、')}${rows.length > 5 ? '…' : ''}行${what}`,
            ),
          ];
    return [
      ...say(this.moved.get(index), 'day.planned', `写的是计划的时间，记为${target.label}。`),
      ...say(
        this.late.get(index),
        'day.ahead',
        `在这份表的时间以后。是${target.label}的，请另列一列。`,
      ),
    ];
  }
}

function noted(rows: Map<number, number[]>, column: number, row: number): void {
  const list = rows.get(column);
  if (list === undefined) rows.set(column, [row + 1]);
  else list.push(row + 1);
}

export const plannedDayIssue = (row: number, column: number, field: Field, seen: string): Issue =>
  placedIssue(
    row,
    column,
    'question',
    'day.planned',
    `“${seen}”是计划的时间，${field.label}要填实际的。还没有就改成空。`,
  );
