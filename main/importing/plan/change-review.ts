/**
 * What a row would change although it can hardly be meant: a running total that shrinks, a state
 * that goes back, a figure or day that the row leaves empty. Asked on the cell; many of a column at
 * once.
 */
import type { Issue, PlannedChange } from '../../../preload/contract/imports.ts';
import { compare } from '../../domain/exact/decimal.ts';
import { isNumeric, type Ledger, type Value } from '../../domain/ledgers/field.ts';
import { columnName, columnNumber } from '../../domain/read/sheet-address.ts';
import { statedOf } from '../../domain/tasks/states.ts';
import type { Existing } from '../../services/imports/existing-record.ts';
import type { PlannedRecord } from '../../services/imports/import-plan.ts';
import type { ListTime } from '../../services/imports/list-times.ts';
import { isMark } from '../../domain/read/text.ts';
import type { MappedTable } from '../sheet/mapped.ts';
import {
  backIssues,
  emptiedRecordIssues,
  jumpIssues,
  olderIssues,
  type ChangeDoubt,
} from './change-wording.ts';
import { isJump } from './jumps.ts';

type Difference = PlannedChange['fields'][number];
interface Compared {
  readonly record: PlannedRecord;
  readonly fields: readonly Difference[];
}
type Kind = 'older' | 'back' | 'jumped' | 'emptied';
interface TableDoubts extends Readonly<Record<Kind, ChangeDoubt[]>> {
  /** the newest list that an older one comes after */
  newer: ListTime | null;
}
/** What the book knows of the times of lists. */
export interface BookTimes {
  /** the year that the projects' own columns tell of */
  readonly year: number | null;
  /** the newest list that told of a record, where it is newer than the table; null where none is */
  newer(table: MappedTable, ledger: Ledger, id: number): ListTime | null;
}

/** They only grow; those of one year begin anew with the next. */
const RUNNING: ReadonlySet<string> = new Set(['invested_total', 'arrived_total']);
const RUNNING_IN_A_YEAR: ReadonlySet<string> = new Set(['invested_this_year']);
const OF_A_YEAR: ReadonlySet<string> = new Set(['planned_this_year', 'invested_this_year']);
/** What a list says of its day: where its total is an older one, these are as old. */
const OF_THE_MOMENT: ReadonlySet<string> = new Set(['progress', 'problem']);
const isOfTheMoment = ({ field, before }: Difference): boolean =>
  OF_THE_MOMENT.has(field) && before !== null;

export class ChangeReview {
  private readonly found = new Map<MappedTable, TableDoubts>();
  private readonly filled = new Map<MappedTable, ReadonlySet<string>>();
  private readonly isAccepted: (table: MappedTable, row: number, column: string) => boolean;
  private readonly times: BookTimes;

  constructor(
    isAccepted: (table: MappedTable, row: number, column: string) => boolean,
    times: BookTimes,
  ) {
    this.isAccepted = isAccepted;
    this.times = times;
  }

  /** The change without what is asked about. `cells`: the column of each field. */
  withoutDoubts(
    table: MappedTable,
    ledger: Ledger,
    before: Existing,
    record: PlannedRecord,
    change: Compared,
    cells: ReadonlyMap<string, string>,
  ): Compared {
    const doubts = this.doubtsOf(table);
    const name = cells.get(ledger.nameField) ?? null;
    const newer = this.times.newer(table, ledger, before.id);
    // whoever says that the older list counts means its totals too
    const counts = newer !== null && name !== null && this.isAccepted(table, 0, name);
    const isOlder = newer !== null && !counts;
    const held = new Set<string>();
    const back: ChangeDoubt[] = [];
    for (const one of change.fields) {
      const found = doubtOf(table, ledger, record, one, cells);
      if (found === null) continue;
      const kind =
        isOlder && this.isOverwritten(table, one, change)
          ? 'older'
          : counts && this.goesBack(table, ledger, one)
            ? null
            : this.kindOf(table, ledger, found, one);
      if (kind === null) continue;
      (kind === 'back' ? back : doubts[kind]).push(found);
      held.add(one.field);
      if (kind === 'older') doubts.newer = newer;
    }
    const asOld = back.length === 0 ? [] : change.fields.filter(isOfTheMoment);
    for (const { field } of asOld) held.add(field);
    const beside = ledger.fields.flatMap(({ code, label }) =>
      asOld.some(({ field }) => field === code) ? [label] : [],
    );
    doubts.back.push(...back.map((one) => ({ ...one, beside })));
    doubts.emptied.push(...this.emptied(table, ledger, before, record, cells));
    const kept = held.size === 0 ? change : without(change, held);
    return isOlder ? { ...kept, record: { ...kept.record, isOlder } } : kept;
  }

  /** What can hardly be meant of a figure, a state; null where nobody accepts it yet. */
  private kindOf(
    table: MappedTable,
    ledger: Ledger,
    { row, column }: ChangeDoubt,
    one: Difference,
  ): 'back' | 'jumped' | null {
    const kind = this.goesBack(table, ledger, one) ? 'back' : jumps(ledger, one) ? 'jumped' : null;
    return kind === null || this.isAccepted(table, row, column) || this.isAccepted(table, 0, column)
      ? null
      : kind;
  }

  /**
   * What an older list would take from a newer one: stages and dated arrivals have their place in
   * time, and so have a past year's plan and deed.
   */
  private isOverwritten(
    table: MappedTable,
    { field, before }: Difference,
    { record }: Compared,
  ): boolean {
    if (before === null || field === 'stage') return false;
    if (field === 'arrived_total') return record.arrivals.some(({ basis }) => basis === 'balance');
    return !(OF_A_YEAR.has(field) && !this.isOfThisYear(table));
  }

  private isOfThisYear({ period }: MappedTable): boolean {
    return this.times.year === null || period === null || period.year === this.times.year;
  }

  /** What is asked of a table, and the cells that wait for it. */
  told(table: MappedTable): {
    readonly issues: readonly Issue[];
    readonly held: readonly string[];
  } {
    const doubts = this.found.get(table);
    if (doubts === undefined) return { issues: [], held: [] };
    const { older, back, jumped, emptied, newer } = doubts;
    const at = table.columns.find(
      ({ field, use }) => use === 'field' && field?.code === table.ledger?.nameField,
    );
    const issues = [
      ...olderIssues(older, at === undefined ? null : columnName(at.index), table.period, newer),
      ...backIssues(back),
      ...jumpIssues(jumped),
      ...emptiedRecordIssues(emptied),
    ];
    return {
      issues,
      held: [...older, ...back, ...jumped].map(({ row, column }) => `${row} ${column}`),
    };
  }

  private doubtsOf(table: MappedTable): TableDoubts {
    const known = this.found.get(table) ?? {
      older: [],
      back: [],
      jumped: [],
      emptied: [],
      newer: null,
    };
    this.found.set(table, known);
    return known;
  }

  private goesBack(
    table: MappedTable,
    ledger: Ledger,
    { field, before, after }: Difference,
  ): boolean {
    if (before === null || after === null) return false;
    if (field === 'state') {
      const states = statedOf(ledger.code)?.states ?? [];
      const place = (state: Value): number => states.findIndex(({ value }) => value === state);
      return (
        place(after) < place(before) && (before === states.at(-1)?.value || place(after) === 0)
      );
    }
    if (!RUNNING.has(field) && !(RUNNING_IN_A_YEAR.has(field) && this.isOfThisYear(table)))
      return false;
    return compare(after, before) < 0;
  }

  /**
   * Figures and days of the record for which the sheet has a column, filled in other rows, and
   * nothing in this one.
   */
  private emptied(
    table: MappedTable,
    ledger: Ledger,
    before: Existing,
    record: PlannedRecord,
    cells: ReadonlyMap<string, string>,
  ): readonly ChangeDoubt[] {
    const isCorrection = saysCorrection(table);
    return ledger.fields.flatMap((field) => {
      const column = cells.get(field.code);
      const was = before.values[field.code] ?? null;
      if (
        column === undefined ||
        was === null ||
        record.values.holds(field.code) ||
        field.computed === true ||
        !(isNumeric(field) || field.kind === 'day' || isCorrection) ||
        (isNumeric(field) && compare(was, '0') === 0) ||
        record.erases?.includes(field.code) === true ||
        table.held.has(`${record.row} ${column}`) ||
        !isBlank(table, record.row, column) ||
        !(isCorrection || field.code === 'closed_date' || this.filledIn(table).has(column)) ||
        this.isAccepted(table, record.row, column) ||
        this.isAccepted(table, 0, column)
      )
        return [];
      return [{ row: record.row, column, field, label: field.label, was, now: null }];
    });
  }

  private filledIn(table: MappedTable): ReadonlySet<string> {
    const known = this.filled.get(table);
    if (known !== undefined) return known;
    const columns = new Set(
      table.columns.flatMap(({ index }) =>
        table.region.dataRows.some((row) => isFilled(table, row, index)) ? [columnName(index)] : [],
      ),
    );
    this.filled.set(table, columns);
    return columns;
  }
}

const isFilled = ({ sheet }: MappedTable, row: number, column: number): boolean =>
  !isMark(String(sheet.rows[row]?.[column] ?? ''));

/** （更正）, 修订件: a list that takes the place of one that was sent before. */
const saysCorrection = ({ sheet, region }: MappedTable): boolean =>
  region.titleRows.some((row) =>
    (sheet.rows[row] ?? []).some(
      (cell) => typeof cell === 'string' && /更正|修正|修订|订正|勘误|重报/.test(cell),
    ),
  );

/** Where a difference stands; null where no cell of the sheet tells it. */
function doubtOf(
  table: MappedTable,
  ledger: Ledger,
  record: PlannedRecord,
  { field: code, before, after }: Difference,
  cells: ReadonlyMap<string, string>,
): ChangeDoubt | null {
  const field = ledger.fields.find((one) => one.code === code) ?? null;
  const aside = table.columns.find(({ use, path }) => use === 'extra' && path.join('›') === code);
  const column = cells.get(code) ?? (aside === undefined ? null : columnName(aside.index));
  return column === null
    ? null
    : {
        row: record.row,
        column,
        field,
        label: field?.label ?? code,
        was: before ?? '',
        now: after,
      };
}

const jumps = (ledger: Ledger, { field: code, before, after }: Difference): boolean => {
  const field = ledger.fields.find((one) => one.code === code);
  return (
    field !== undefined &&
    isNumeric(field) &&
    before !== null &&
    after !== null &&
    isJump(before, after, RUNNING.has(code) || OF_A_YEAR.has(code) || ledger.own !== undefined)
  );
};

/** The change without the fields that wait. */
const without = (change: Compared, held: ReadonlySet<string>): Compared => {
  const kept = <T>(of: Readonly<Record<string, T>>): Readonly<Record<string, T>> =>
    Object.fromEntries(Object.entries(of).filter(([code]) => !held.has(code)));
  const { record } = change;
  return {
    record: {
      ...record,
      values: record.values.without(held),
      extra: kept(record.extra),
      credits: held.has('introducer') ? null : record.credits,
      arrivals: held.has('arrived_total')
        ? record.arrivals.filter(({ basis }) => basis !== 'balance')
        : record.arrivals,
    },
    fields: change.fields.filter(({ field }) => !held.has(field)),
  };
};

/** Nothing stands there, nor in a cell that is merged over it. */
function isBlank(table: MappedTable, row: number, name: string): boolean {
  const [at, column] = [row - 1, columnNumber(name)];
  return (
    !isFilled(table, at, column) &&
    !table.sheet.merges.some(
      ({ top, bottom, left, right }) =>
        at >= top && at <= bottom && column >= left && column <= right,
    )
  );
}
