/** What a row would change although it can hardly be meant: a running total that shrinks, a state that goes back, a figure or day that the row leaves empty. Asked on the cell; many of a column at once. */
import type { Issue, PlannedChange } from '../../../preload/contract/imports.ts';
import { compare } from '../../domain/exact/decimal.ts';
import { isNumeric, type Field, type Ledger, type Value } from '../../domain/ledgers/field.ts';
import { columnName, columnNumber } from '../../domain/read/sheet-address.ts';
import { statedOf } from '../../domain/tasks/states.ts';
import type { Existing } from '../../services/imports/existing-record.ts';
import type { PlannedRecord } from '../../services/imports/import-plan.ts';
import { shownWireValue } from '../cells/wording.ts';
import { placedIssue } from '../sheet/issue.ts';
import type { MappedTable } from '../sheet/mapped.ts';

type Difference = PlannedChange['fields'][number];
interface Compared {
  readonly record: PlannedRecord;
  readonly fields: readonly Difference[];
}
interface Doubt {
  readonly row: number;
  readonly column: string;
  readonly field: Field;
  readonly was: string;
  readonly now: string | null;
}
interface TableDoubts {
  readonly back: Doubt[];
  readonly emptied: Doubt[];
}

/** They only grow; those of one year begin anew with the next. */
const RUNNING: ReadonlySet<string> = new Set(['invested_total', 'arrived_total']);
const RUNNING_IN_A_YEAR: ReadonlySet<string> = new Set(['invested_this_year']);
/** So many questions of one column are one. */
const MANY = 4;

export class ChangeReview {
  private readonly found = new Map<MappedTable, TableDoubts>();
  private readonly filled = new Map<MappedTable, ReadonlySet<string>>();
  private readonly isAccepted: (table: MappedTable, row: number, column: string) => boolean;
  /** the year that the projects' own columns tell of */
  private readonly year: number | null;

  constructor(
    isAccepted: (table: MappedTable, row: number, column: string) => boolean,
    year: number | null,
  ) {
    this.isAccepted = isAccepted;
    this.year = year;
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
    const back = change.fields.flatMap((one) => {
      const column = cells.get(one.field);
      const field = ledger.fields.find(({ code }) => code === one.field);
      if (column === undefined || field === undefined || !this.goesBack(table, ledger, one))
        return [];
      if (this.isAccepted(table, record.row, column) || this.isAccepted(table, 0, column))
        return [];
      return [{ row: record.row, column, field, was: one.before ?? '', now: one.after }];
    });
    doubts.back.push(...back);
    doubts.emptied.push(...this.emptied(table, ledger, before, record, cells));
    if (back.length === 0) return change;
    const held = new Set(back.map(({ field }) => field.code));
    return {
      record: {
        ...change.record,
        values: change.record.values.without(held),
        arrivals: held.has('arrived_total')
          ? change.record.arrivals.filter(({ basis }) => basis !== 'balance')
          : change.record.arrivals,
      },
      fields: change.fields.filter(({ field }) => !held.has(field)),
    };
  }

  /** What is asked of a table, and the cells that wait for it. */
  told(table: MappedTable): {
    readonly issues: readonly Issue[];
    readonly held: readonly string[];
  } {
    const doubts = this.found.get(table);
    if (doubts === undefined) return { issues: [], held: [] };
    const issues = [
      ...grouped(doubts.back, backIssue, manyBack),
      ...grouped(doubts.emptied, emptiedIssue, manyEmptied),
    ];
    return { issues, held: doubts.back.map(({ row, column }) => `${row} ${column}`) };
  }

  private doubtsOf(table: MappedTable): TableDoubts {
    const known = this.found.get(table) ?? { back: [], emptied: [] };
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
    const sameYear = this.year === null || table.period === null || table.period.year === this.year;
    if (!RUNNING.has(field) && !(RUNNING_IN_A_YEAR.has(field) && sameYear)) return false;
    return compare(after, before) < 0;
  }

  /** Figures and days of the record for which the sheet has a column, filled in other rows, and nothing in this one. */
  private emptied(
    table: MappedTable,
    ledger: Ledger,
    before: Existing,
    record: PlannedRecord,
    cells: ReadonlyMap<string, string>,
  ): readonly Doubt[] {
    return ledger.fields.flatMap((field) => {
      const column = cells.get(field.code);
      const was = before.values[field.code] ?? null;
      if (
        column === undefined ||
        was === null ||
        field.computed === true ||
        !(isNumeric(field) || field.kind === 'day') ||
        (isNumeric(field) && compare(was, '0') === 0) ||
        record.erases?.includes(field.code) === true ||
        record.values.get(field.code) !== null ||
        table.held.has(`${record.row} ${column}`) ||
        !isBlank(table, record.row, column) ||
        !(field.code === 'closed_date' || this.filledIn(table).has(column)) ||
        this.isAccepted(table, record.row, column) ||
        this.isAccepted(table, 0, column)
      )
        return [];
      return [{ row: record.row, column, field, was, now: null }];
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
  String(sheet.rows[row]?.[column] ?? '').trim() !== '';

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

/** Each doubt by itself, or one for all of a column. */
function grouped(
  doubts: readonly Doubt[],
  one: (doubt: Doubt) => Issue,
  many: (doubts: readonly [Doubt, ...Doubt[]]) => Issue,
): readonly Issue[] {
  return [...Map.groupBy(doubts, ({ column }) => column).values()].flatMap((list) => {
    const [first, ...rest] = list;
    return first === undefined ? [] : list.length < MANY ? list.map(one) : [many([first, ...rest])];
  });
}

const shown = ({ field }: Doubt, value: string | null): string => {
  const label =
    field.kind === 'choice' ? field.choices.find((one) => one.value === value)?.label : undefined;
  return label ?? shownWireValue(field, null, value ?? '');
};

const backIssue = (doubt: Doubt): Issue =>
  placedIssue(
    doubt.row - 1,
    columnNumber(doubt.column),
    'question',
    'value.backwards',
    `${doubt.field.label}台账里是${shown(doubt, doubt.was)}，这里是${shown(doubt, doubt.now)}，倒退了。是更正就确认；是旧表就跳过这一行，或改正。`,
  );

const manyBack = (doubts: readonly [Doubt, ...Doubt[]]): Issue =>
  placedIssue(
    -1,
    columnNumber(doubts[0].column),
    'question',
    'value.backwards',
    `这一列有${doubts.length}格的${doubts[0].field.label}比台账里的倒退了（如第${doubts[0].row}行：台账${shown(doubts[0], doubts[0].was)}，这里${shown(doubts[0], doubts[0].now)}）。是不是旧表？是更正就确认，是旧表就不要导入。`,
  );

const emptiedIssue = (doubt: Doubt): Issue =>
  placedIssue(
    doubt.row - 1,
    columnNumber(doubt.column),
    'question',
    'value.emptied',
    `台账里${doubt.field.label}是${shown(doubt, doubt.was)}，这里空着，先不改。还是原来的就确认；要去掉，请在这一格填“清空”。`,
  );

const manyEmptied = (doubts: readonly [Doubt, ...Doubt[]]): Issue =>
  placedIssue(
    -1,
    columnNumber(doubts[0].column),
    'question',
    'value.emptied',
    `这一列有${doubts.length}格空着，台账里有${doubts[0].field.label}（如第${doubts[0].row}行是${shown(doubts[0], doubts[0].was)}），先不改。都还是原来的就确认；要去掉的，请在那一格填“清空”。`,
  );
