/**
 * Compares mapped records of all files with the ledger: what is new, changed, unchanged, rejected.
 * Pure; an empty cell never erases.
 */
import type { NearRecord, PlannedChange } from '../../../preload/contract/imports.ts';
import type { Ledger } from '../../domain/ledgers/field.ts';
import { kindOfName } from '../../domain/ledgers/unit.ts';
import type { Existing } from '../../services/imports/existing-record.ts';
import type { PlannedRecord } from '../../services/imports/import-plan.ts';
import type { Known } from '../../services/imports/known.ts';
import { placedIssue } from '../sheet/issue.ts';
import { keptColumns, type MappedTable } from '../sheet/mapped.ts';
import { stopIfCancelled, UNWATCHED, type Watch } from '../sheet/watch.ts';
import { placedArrival, type ReadArrivals } from './arrivals.ts';
import type { NewerLists } from '../../services/imports/list-times.ts';
import { ChangeReview, type BookTimes } from './change-review.ts';
import { compareWith } from './compare.ts';
import { nameOfRow, type FilePlan, type FileTable, type RowAnswers } from './file-plan.ts';
import { lackingIssue } from './lacking.ts';
import { RepeatedRows, timeOf } from './repeated-rows.ts';
import { PlanTally } from './tally.ts';
import { matchLate, type Unmatched } from './unmatched.ts';

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

/**
 * Of sheets of several years or months, the latest claims its records; the same rows of the earlier
 * ones are asked about.
 */
function latestFirst(tables: readonly FileTable[]): readonly FileTable[] {
  const files = [...new Set(tables.map((one) => one.file))];
  return files.flatMap((file) =>
    tables.filter((one) => one.file === file).sort((a, b) => timeOf(b) - timeOf(a)),
  );
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
  private readonly readArrivals: ReadArrivals = new Map();
  private readonly tally: PlanTally;
  private readonly repeated: RepeatedRows;
  private readonly review: ChangeReview;

  constructor(tables: readonly FileTable[], known: Known, answers: RowAnswers) {
    [this.tables, this.known, this.answers] = [tables, known, answers];
    const fileOf = new Map(tables.map(({ file, table }) => [table, file]));
    this.review = new ChangeReview(
      (table, row, column) =>
        answers.accepted({ file: fileOf.get(table) ?? '', sheet: table.sheet.name, row }, column),
      { year: known.projectYear?.() ?? null, newer: newerIn(known) },
    );
    this.tally = new PlanTally(tables);
    this.repeated = new RepeatedRows(answers, this.tally);
  }

  /** A table without records counts the rows of figures that wait. */
  begin({ file, table, isNobodys }: FileTable): void {
    if (table.ledger !== null) return;
    const counts = this.tally.countsOf(file);
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
    this.tally.add(
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
    const counts = this.tally.countsOf(from.file);
    if (table.skipped.has(mapped.row)) {
      counts.skipped += 1;
      return;
    }
    const repeated =
      this.tables.length > 1 && !table.rejected.has(mapped.row)
        ? this.repeated.of(from, ledger, mapped)
        : null;
    if (repeated === 'earlier') counts.skipped += 1;
    else if (repeated === 'asked' || table.rejected.has(mapped.row)) counts.rejected += 1;
    else if (ledger.code === 'arrival') this.placeArrival(from, prepared(from, ledger, mapped));
    else this.place(from, ledger, prepared(from, ledger, mapped));
  }

  private placeArrival(from: FileTable, record: PlannedRecord): void {
    const [here, cells] = [nameOfRow(from, record.row), this.tally.cells(from.table)];
    const counts = this.tally.countsOf(from.file);
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
          record: record.values.get('project') ?? '',
          fields: placed.fields,
        });
      case 'near':
        counts.rejected += 1;
        this.near.push({ ...here, name: placed.name, like: placed.like });
        return this.tally.doubt(
          from,
          record,
          'record.near',
          `“${placed.name}”与台账里的“${placed.like.name}”名称相近。是同一个项目吗？`,
          'project',
        );
      case 'doubt':
        counts.rejected += 1;
        for (const { code, field, message } of placed.doubts)
          this.tally.doubt(from, record, code, message, field);
    }
  }

  /** Rows without a record are new; those whose name nearly is a record's wait for an answer. */
  finish(watch: Watch): FilePlan {
    this.unmatched.forEach((one, at) => {
      if (at % ROWS_A_STEP === 0) stopIfCancelled(watch);
      this.placeLate(one);
    });
    this.repeated.tell();
    this.nameLacking();
    return {
      creates: this.creates,
      changes: this.changes,
      shown: this.shown,
      counts: this.tally.sum(),
      near: this.near,
      countsOf: this.tally.counts,
      doubts: this.tally.doubts,
      held: new Map(this.tables.map(({ table }) => [table, this.heldOf(table)])),
    };
  }

  private placeLate(one: Unmatched): void {
    const { from, ledger, record } = one;
    const matched = matchLate(one, this.known, this.answers, this.claimed);
    switch (matched.is) {
      case 'renamed':
        this.change(from, ledger, record, matched.before);
        return this.tally.note(from, record, 'name.changed', matched.message, ledger.nameField);
      case 'near':
        this.near.push(matched.near);
        this.tally.countsOf(from.file).rejected += 1;
        return this.tally.doubt(from, record, 'record.near', matched.message, ledger.nameField);
      case 'new':
        this.tally.countsOf(from.file).new += 1;
        this.creates.push(begun(record));
    }
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
        table.records.flatMap(({ values }) => values.get(field ?? '') ?? []),
      ),
    );
    const lists = this.tables.filter(({ table }) => table.ledger !== null);
    const issue = lackingIssue(this.known, ledger, {
      claimed: this.claimed,
      near: new Set(this.near.map(({ like }) => like.id)),
      units,
      columns: lists.length === 1 && !saysPart(first) ? keptColumns(first.table) : null,
    });
    if (issue !== null) this.tally.add(first.table, [issue]);
  }

  /** With the cells that the book puts in doubt. */
  private heldOf(table: MappedTable): ReadonlySet<string> {
    const { issues, held } = this.review.told(table);
    this.tally.add(table, issues);
    return held.length === 0 ? table.held : new Set([...table.held, ...held]);
  }

  private place(from: FileTable, ledger: Ledger, record: PlannedRecord): void {
    const before = this.recordOf(from, ledger, record);
    const refused =
      ledger.own === undefined ? null : this.known.refused(ledger, record.values, before);
    if (refused !== null) {
      this.tally.countsOf(from.file).rejected += 1;
      this.tally.doubt(
        from,
        record,
        'value.refused',
        `${refused}改正，或跳过这一行。`,
        ledger.nameField,
      );
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
    const cells = this.tally.cells(from.table);
    const change = this.review.withoutDoubts(
      from.table,
      ledger,
      before,
      record,
      compareWith(ledger, before, record, cells),
      cells,
    );
    const counts = this.tally.countsOf(from.file);
    if (change.fields.length === 0) {
      counts.unchanged += 1;
      return;
    }
    counts.changed += 1;
    this.changes.push({ id: before.id, record: change.record });
    this.shown.push({
      ...nameOfRow(from, record.row),
      record: record.values.get(ledger.nameField) ?? before.values[ledger.nameField] ?? '',
      fields: change.fields,
    });
  }

  /** Two rows are two records: the second does not overwrite what the first has claimed. */
  private recordOf(from: FileTable, ledger: Ledger, record: PlannedRecord): Existing | null {
    const said = this.answers.recordOf(nameOfRow(from, record.row));
    const found =
      said === null
        ? null
        : said === undefined
          ? this.known.find(ledger, record.values)
          : this.known.get(ledger, said);
    return found !== null && this.claimed.has(found.id) ? null : found;
  }
}

/** A new record in the state that its unread cells tell; one that is there keeps its own. */
const begun = (record: PlannedRecord): PlannedRecord =>
  record.begins == null
    ? record
    : { ...record, values: record.values.with({ state: record.begins }) };

/** Numbered among the tables of all files; a unit's name tells its kind where the list does not. */
function prepared(from: FileTable, ledger: Ledger, record: PlannedRecord): PlannedRecord {
  const name = record.values.get('name');
  const kindless = ledger.code === 'unit' && name !== null && record.values.get('kind') === null;
  if (record.table === from.number && !kindless) return record;
  return {
    ...record,
    table: from.number,
    ...(kindless ? { values: record.values.with({ kind: kindOfName(name) }) } : {}),
  };
}

/** Asked of the book once for each table that tells its time. */
function newerIn(known: Known): BookTimes['newer'] {
  const asked = new Map<MappedTable, NewerLists | null>();
  return (table, ledger, id) => {
    const { period } = table;
    if (!asked.has(table))
      asked.set(table, period === null ? null : (known.newerLists?.(ledger, period) ?? null));
    return asked.get(table)?.(id) ?? null;
  };
}

/** 补报, 新增项目: a list that says itself that it is not all. */
const saysPart = ({ file, table: { sheet, region } }: FileTable): boolean =>
  [file, ...region.titleRows.flatMap((row) => sheet.rows[row] ?? [])].some(
    (text) => typeof text === 'string' && /补报|补充|增补|追加|新增|部分/.test(text),
  );
