/** Compares mapped records of all files with the ledger: what is new, changed, unchanged, rejected. Pure; an empty cell never erases. */
import type {
  Issue,
  NearRecord,
  PlanCounts,
  PlannedChange,
  DraftRowName,
} from '../../../preload/contract/imports.ts';
import type { Ledger } from '../../domain/ledgers/field.ts';
import { identityKey } from '../../domain/ledgers/identity.ts';
import { kindOfName } from '../../domain/ledgers/unit.ts';
import { bareName } from '../../domain/read/near-name.ts';
import { columnName } from '../../domain/read/sheet-address.ts';
import { plannedValueOf, type PlannedRecord } from '../../services/imports/import-plan.ts';
import type { Known } from '../../services/imports/known.ts';
import type { Existing } from '../../services/imports/existing-record.ts';
import { ChangeReview } from './change-review.ts';
import { placedArrival, type ReadArrivals } from './arrivals.ts';
import { compareWith } from './compare.ts';
import { lackingIssue } from './lacking.ts';
import type { MappedTable } from '../sheet/mapped.ts';
import { stopIfCancelled, UNWATCHED, type Watch } from '../sheet/watch.ts';
import { placedIssue } from '../sheet/issue.ts';

/** A table of one of the draft's files; `number` is its place among the tables of all of them. */
export interface FileTable {
  readonly file: string;
  readonly number: number;
  readonly table: MappedTable;
  /** one of several files, and nothing tells whose: its figures of no unit are not taken for the whole county's */
  readonly isNobodys: boolean;
}
/** What the user said of single rows: which record a row means, and that a doubt is none. */
export interface RowAnswers {
  /** a record's id; null: a record of its own; undefined: not asked yet */
  recordOf(name: DraftRowName): number | null | undefined;
  accepted(name: DraftRowName, column: string | null): boolean;
}
export interface FilePlan {
  readonly creates: readonly PlannedRecord[];
  readonly changes: readonly { readonly id: number; readonly record: PlannedRecord }[];
  readonly shown: readonly PlannedChange[];
  readonly counts: PlanCounts;
  readonly near: readonly NearRecord[];
  readonly countsOf: ReadonlyMap<string, PlanCounts>;
  /** questions that only the other files or the ledger raise, by table; their rows are rejected */
  readonly doubts: ReadonlyMap<MappedTable, readonly Issue[]>;
  /** single figures that wait on rows which come in without them, by table: "12 D" */
  readonly held: ReadonlyMap<MappedTable, ReadonlySet<string>>;
}

type Counts = { -readonly [K in keyof PlanCounts]: PlanCounts[K] };
const none = (): Counts => ({ new: 0, changed: 0, unchanged: 0, rejected: 0, skipped: 0 });
const ROWS_A_STEP = 256;

export function planImport(
  tables: readonly FileTable[],
  known: Known,
  answers: RowAnswers,
  watch: Watch = UNWATCHED,
): FilePlan {
  const planning = new Planning(tables, known, answers);
  const total = tables.reduce((sum, { table }) => sum + table.records.length, 0);
  let done = 0;
  for (const one of latestFirst(tables)) {
    planning.begin(one);
    for (const mapped of one.table.records) {
      if (done++ % ROWS_A_STEP === 0) {
        stopIfCancelled(watch);
        watch.progress(done, total);
      }
      planning.take(one, mapped);
    }
  }
  return planning.finish(watch);
}

/** Of sheets of several years or months, the latest claims its records; the same rows of the earlier ones are asked about. */
function latestFirst(tables: readonly FileTable[]): readonly FileTable[] {
  const when = ({ table }: FileTable): number =>
    table.period === null ? -1 : table.period.year * 13 + (table.period.month ?? 0);
  const files = [...new Set(tables.map((one) => one.file))];
  return files.flatMap((file) =>
    tables.filter((one) => one.file === file).sort((a, b) => when(b) - when(a)),
  );
}

/** A row that no record answers to, until all rows have claimed theirs. */
interface Unmatched {
  readonly from: FileTable;
  readonly ledger: Ledger;
  readonly record: PlannedRecord;
}

class Planning {
  private readonly tables: readonly FileTable[];
  private readonly known: Known;
  private readonly answers: RowAnswers;
  private readonly creates: PlannedRecord[] = [];
  private readonly changes: { id: number; record: PlannedRecord }[] = [];
  private readonly shown: PlannedChange[] = [];
  private readonly near: NearRecord[] = [];
  private readonly unmatched: Unmatched[] = [];
  private readonly claimed = new Set<number>();
  private readonly seen = new Map<string, DraftRowName>();
  private readonly counts = new Map<string, Counts>();
  private readonly readArrivals: ReadArrivals = new Map();
  private readonly doubts = new Map<MappedTable, Issue[]>();
  private readonly columns = new Map<MappedTable, ReadonlyMap<string, string>>();
  private readonly review: ChangeReview;

  constructor(tables: readonly FileTable[], known: Known, answers: RowAnswers) {
    [this.tables, this.known, this.answers] = [tables, known, answers];
    const fileOf = new Map(tables.map(({ file, table }) => [table, file]));
    this.review = new ChangeReview(
      (table, row, column) =>
        answers.accepted({ file: fileOf.get(table) ?? '', sheet: table.sheet.name, row }, column),
      known.projectYear?.() ?? null,
    );
    for (const { table } of tables)
      this.columns.set(
        table,
        new Map(
          table.columns.flatMap((column) =>
            column.field !== null && column.use === 'field'
              ? [[column.month ?? column.field.code, columnName(column.index)] as const]
              : [],
          ),
        ),
      );
  }

  /** A table without records counts the rows of figures that wait. */
  begin({ file, table, isNobodys }: FileTable): void {
    if (table.ledger !== null) return;
    const counts = this.countsOf(file);
    const open = isNobodys
      ? new Set(
          table.facts
            .filter(
              ({ unit, row }) =>
                unit === null && !table.rejected.has(row) && !table.skipped.has(row),
            )
            .map(({ row }) => row),
        )
      : new Set<number>();
    if (open.size > 0)
      this.doubts.set(
        table,
        [...open].map((row) =>
          placedIssue(
            row - 1,
            null,
            'question',
            'sender.unknown',
            '没写是哪个单位的数。指定这份表是谁报的，或指定为全县。',
          ),
        ),
      );
    counts.rejected += table.rejected.size + open.size;
    counts.skipped += table.skipped.size;
  }

  take(from: FileTable, mapped: PlannedRecord): void {
    const { table } = from;
    const { ledger } = table;
    if (ledger === null) return;
    const counts = this.countsOf(from.file);
    if (table.skipped.has(mapped.row)) counts.skipped += 1;
    else if (table.rejected.has(mapped.row) || this.isRepeated(from, ledger, mapped))
      counts.rejected += 1;
    else if (ledger.code === 'arrival') this.placeArrival(from, prepared(from, ledger, mapped));
    else this.place(from, ledger, prepared(from, ledger, mapped));
  }

  private placeArrival(from: FileTable, record: PlannedRecord): void {
    const [here, cells] = [nameOf(from, record), this.columns.get(from.table) ?? new Map()];
    const counts = this.countsOf(from.file);
    const placed = placedArrival(
      this.known,
      record,
      this.answers.recordOf(here),
      (field) => this.answers.accepted(here, cells.get(field) ?? null),
      this.readArrivals,
      cells,
    );
    switch (placed.is) {
      case 'new':
        counts.new += 1;
        return void this.creates.push(placed.record);
      case 'unchanged':
        counts.unchanged += 1;
        return;
      case 'changed':
        counts.changed += 1;
        this.changes.push({ id: placed.id, record: placed.record });
        return void this.shown.push({
          ...here,
          record: record.values['project'] ?? '',
          fields: placed.fields,
        });
      case 'near':
        counts.rejected += 1;
        this.near.push({ ...here, name: placed.name, like: placed.like });
        return this.doubt(
          from,
          record,
          'record.near',
          `“${placed.name}”与台账里的“${placed.like.name}”名称相近。是同一个项目吗？`,
          'project',
        );
      case 'doubt':
        counts.rejected += 1;
        for (const { code, field, message } of placed.doubts)
          this.doubt(from, record, code, message, field);
    }
  }

  /** Rows without a record are new; those whose name nearly is a record's wait for an answer. */
  finish(watch: Watch): FilePlan {
    this.unmatched.forEach(({ from, ledger, record }, at) => {
      if (at % ROWS_A_STEP === 0) stopIfCancelled(watch);
      const like =
        this.answers.recordOf(nameOf(from, record)) === null
          ? null
          : this.known.alike(ledger, record.values);
      const before =
        like === null || this.claimed.has(like.id) ? null : this.known.get(ledger, like.id);
      if (before !== null && like !== null && isSurelySame(ledger, before, record)) {
        const name = record.values[ledger.nameField] ?? '';
        this.change(from, ledger, record, before);
        this.note(
          from,
          record,
          'name.changed',
          `“${name}”的投资方、签约日期、金额等都与台账里的“${like.name}”相同，看作同一个，改了名。`,
          ledger.nameField,
        );
        return;
      }
      if (like === null || this.claimed.has(like.id)) {
        this.countsOf(from.file).new += 1;
        this.creates.push(begun(record));
        return;
      }
      const name = record.values[ledger.nameField] ?? '';
      this.near.push({ ...nameOf(from, record), name, like });
      this.countsOf(from.file).rejected += 1;
      this.doubt(
        from,
        record,
        'record.near',
        name === like.name
          ? `台账里也有“${name}”${like.about === '' ? '' : `（${like.about}）`}，单位不同。是同一个${ledger.noun.replace(/^个/, '')}吗？`
          : `“${name}”与台账里的“${like.name}”${like.about === '' ? '' : `（${like.about}）`}名称相近。是同一个${ledger.noun.replace(/^个/, '')}吗？`,
        ledger.nameField,
      );
    });
    this.nameLacking();
    const counts = none();
    for (const one of this.counts.values())
      for (const key of Object.keys(counts) as (keyof Counts)[]) counts[key] += one[key];
    return {
      creates: this.creates,
      changes: this.changes,
      shown: this.shown,
      counts,
      near: this.near,
      countsOf: this.counts,
      doubts: this.doubts,
      held: new Map(this.tables.map(({ table }) => [table, this.heldOf(table)])),
    };
  }

  /** Said once, at the first table of records. */
  private nameLacking(): void {
    const [first] = this.tables.filter(({ table }) => table.ledger !== null);
    const ledger = first?.table.ledger ?? null;
    if (first === undefined || ledger === null) return;
    const field = ledger.fields.find(
      ({ kind, code }) => kind === 'unit' && code !== 'introducer',
    )?.code;
    const units = new Set(
      this.tables.flatMap(({ table }) =>
        table.records.flatMap(({ values }) => values[field ?? ''] ?? []),
      ),
    );
    const issue = lackingIssue(this.known, ledger, this.claimed, units);
    if (issue !== null)
      this.doubts.set(first.table, [...(this.doubts.get(first.table) ?? []), issue]);
  }

  /** With the cells that the book puts in doubt. */
  private heldOf(table: MappedTable): ReadonlySet<string> {
    const { issues, held } = this.review.told(table);
    if (issues.length > 0) this.doubts.set(table, [...(this.doubts.get(table) ?? []), ...issues]);
    return held.length === 0 ? table.held : new Set([...table.held, ...held]);
  }

  private place(from: FileTable, ledger: Ledger, record: PlannedRecord): void {
    const before = this.recordOf(from, ledger, record);
    const refused =
      ledger.own === undefined ? null : this.known.refused(ledger, record.values, before);
    if (refused !== null) {
      this.countsOf(from.file).rejected += 1;
      this.doubt(from, record, 'value.refused', `${refused}改正，或跳过这一行。`, ledger.nameField);
      return;
    }
    if (before === null) {
      this.unmatched.push({ from, ledger, record });
      return;
    }
    this.change(from, ledger, record, before);
  }

  /** What the row changes in the record that it means. */
  private change(from: FileTable, ledger: Ledger, record: PlannedRecord, before: Existing): void {
    this.claimed.add(before.id);
    const cells = this.columns.get(from.table) ?? new Map<string, string>();
    const change = this.review.withoutDoubts(
      from.table,
      ledger,
      before,
      record,
      compareWith(ledger, before, record, cells),
      cells,
    );
    const counts = this.countsOf(from.file);
    if (change.fields.length === 0) {
      counts.unchanged += 1;
      return;
    }
    counts.changed += 1;
    this.changes.push({ id: before.id, record: change.record });
    this.shown.push({
      ...nameOf(from, record),
      record: record.values[ledger.nameField] ?? before.values[ledger.nameField] ?? '',
      fields: change.fields,
    });
  }

  /** Two rows are two records: the second does not overwrite what the first has claimed. */
  private recordOf(from: FileTable, ledger: Ledger, record: PlannedRecord): Existing | null {
    const said = this.answers.recordOf(nameOf(from, record));
    const found =
      said === null
        ? null
        : said === undefined
          ? this.known.find(ledger, record.values)
          : this.known.get(ledger, said);
    return found !== null && this.claimed.has(found.id) ? null : found;
  }

  /** The same record in another table or file; within one table the table's own check asks. */
  private isRepeated(from: FileTable, ledger: Ledger, record: PlannedRecord): boolean {
    if (this.tables.length < 2) return false;
    const key = identityKey(ledger, record.values);
    if (key === null) return false;
    const here = nameOf(from, record);
    const name = `name ${bareName(record.values[ledger.nameField] ?? '')}`;
    const first =
      this.seen.get(key) ?? (ledger.code === 'project' ? this.seen.get(name) : undefined);
    if (first === undefined) for (const one of [key, name]) this.seen.set(one, here);
    if (first === undefined || (first.file === here.file && first.sheet === here.sheet))
      return false;
    if (this.answers.accepted(here, this.columns.get(from.table)?.get(ledger.nameField) ?? null))
      return false;
    const place =
      first.file === here.file
        ? `“${first.sheet}”第${first.row}行`
        : `“${first.file}”第${first.row}行`;
    this.doubt(
      from,
      record,
      'record.duplicate',
      this.seen.has(key)
        ? `与${place}重复。留一行，跳过另一行？`
        : `${place}也有这个项目，单位不同。是同一个就留一行，跳过另一行；是两个就确认。`,
      ledger.nameField,
    );
    return true;
  }

  /** @param field the field whose cell it stands at */
  private doubt(
    { table }: FileTable,
    record: PlannedRecord,
    code: string,
    message: string,
    field: string,
  ): void {
    this.tell(table, record, 'question', code, message, field);
  }

  private note(
    { table }: FileTable,
    record: PlannedRecord,
    code: string,
    message: string,
    field: string,
  ): void {
    this.tell(table, record, 'warning', code, message, field);
  }

  private tell(
    table: MappedTable,
    record: PlannedRecord,
    level: Issue['level'],
    code: string,
    message: string,
    field: string,
  ): void {
    const column =
      table.columns.find((one) => one.field?.code === field && one.use === 'field')?.index ?? null;
    const list = this.doubts.get(table) ?? [];
    list.push(placedIssue(record.row - 1, column, level, code, message));
    this.doubts.set(table, list);
  }

  private countsOf(file: string): Counts {
    const known = this.counts.get(file);
    if (known !== undefined) return known;
    const counts = none();
    this.counts.set(file, counts);
    return counts;
  }
}

/** What a project keeps when it is renamed. */
const LASTING = [
  'company',
  'signed_date',
  'total_investment',
  'introducer',
  'responsible_unit',
  'location',
] as const;
/** Whether a row whose name is nearly a record's has everything else of it that lasts: four things at least, and nothing that differs. */
function isSurelySame(ledger: Ledger, before: Existing, record: PlannedRecord): boolean {
  const both = LASTING.flatMap((code) => {
    const field = ledger.fields.find((one) => one.code === code);
    const [old, now] =
      field === undefined
        ? [null, null]
        : [before.values[code] ?? null, plannedValueOf(record, field)];
    return old === null || now === null ? [] : [old === now];
  });
  return both.length >= 4 && both.every((one) => one);
}

const nameOf = ({ file, table }: FileTable, record: PlannedRecord): DraftRowName => ({
  file,
  sheet: table.sheet.name,
  row: record.row,
});

/** A new record in the state that its unread cells tell; one that is there keeps its own. */
const begun = (record: PlannedRecord): PlannedRecord =>
  record.begins == null
    ? record
    : { ...record, values: { ...record.values, state: record.begins } };

/** Numbered among the tables of all files; a unit's name tells its kind where the list does not. */
function prepared(from: FileTable, ledger: Ledger, record: PlannedRecord): PlannedRecord {
  const name = record.values['name'] ?? null;
  const kindless =
    ledger.code === 'unit' && name !== null && (record.values['kind'] ?? null) === null;
  if (record.table === from.number && !kindless) return record;
  return {
    ...record,
    table: from.number,
    ...(kindless ? { values: { ...record.values, kind: kindOfName(name) } } : {}),
  };
}
