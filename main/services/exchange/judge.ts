/**
 * A package that came, held against this book: what it would change, and every question that it
 * raises. Reads only.
 */
import { createHash } from 'node:crypto';
import {
  CARRIED_PARTS,
  carriedRowAt,
  carriedRowsBy,
  carriedRowsOf,
  isCarried,
  tableForm,
  type CarriedTable,
} from '../../data/exchange/table-forms.ts';
import { shareByGid, shareOfRow } from '../../data/exchange/shared-rows.ts';
import { closedMonths } from '../../data/progress/figures.ts';
import type { Reader } from '../../data/open.ts';
import { builtInLedgerOf } from '../../domain/ledgers/index.ts';
import { Fault } from '../../domain/fault.ts';
import {
  mergedPackage,
  type PackageMerge,
  type PackedRow,
  type RowQuestion,
} from '../../domain/exchange/merge-rows.ts';
import type { ReadPackage } from '../../domain/exchange/package.ts';
import { stampedRow, type MergeSide, type SharedRow } from '../../domain/exchange/row.ts';
import type { BookTick } from '../../domain/exchange/version.ts';
import { presentRow, rowOfGid, type GidFinding, type RowHere, type Naming } from './travel.ts';

/** The answers by question; whatever is not in it is open. */
export type Decisions = (question: AskedQuestion) => MergeSide | undefined;
export interface AskedQuestion extends RowQuestion {
  /** stays the same as long as both values do */
  readonly id: string;
}
/** A record that came as new and is called like one here: the same, or another? */
export const TWIN = '·twin';

export interface JudgedPackage extends PackageMerge {
  readonly asked: readonly AskedQuestion[];
  /** where each row of the package stands here, and what it is called by others here */
  readonly found: ReadonlyMap<string, RowHere | null>;
  readonly finding: GidFinding;
}
export interface JudgeScope {
  readonly circle: string;
  readonly tick: BookTick;
  /** figures of a closed month are never taken unasked */
  readonly guardsClosed: boolean;
}

const questionId = ({ table, gid, field, ours, theirs }: RowQuestion): string =>
  createHash('sha256')
    .update(JSON.stringify([table, gid, field, ours, theirs]))
    .digest('hex')
    .slice(0, 20);

/** @throws Fault package.damaged where a row is none of a table that travels */
export function judgePackage(
  db: Reader,
  read: ReadPackage,
  scope: JudgeScope,
  decisions: Decisions,
): JudgedPackage {
  const asked: AskedQuestion[] = [];
  const decide = (question: RowQuestion): MergeSide | undefined => {
    const withId = { ...question, id: questionId(question) };
    const side = decisions(withId);
    if (side === undefined) asked.push(withId);
    return side;
  };
  const { found, finding, naming, byGid, lookUp } = rowsHere(db, read, scope, decide);
  const isClosed = closedFigures(db);
  const present = (table: CarriedTable, row: RowHere, gid: string): SharedRow => {
    const form = tableForm(db, table);
    const values =
      row.row === null ? (form.natural === null ? null : {}) : presentRow(form, row.row, naming);
    return stampedRow(gid, row.share?.row ?? null, values, scope.tick);
  };
  for (const { table, row } of read.rows) {
    if (!isCarried(table)) throw new Fault('package.damaged', { file: '', why: table });
    lookUp(table, row.gid);
  }
  const merge = mergedPackage(
    read.rows,
    {
      ours: (table, gid) => {
        const row = isCarried(table) ? lookUp(table, gid) : null;
        return row === null || !isCarried(table) ? null : present(table, row, gid);
      },
      partsHere: (gid) =>
        partsHere(db, scope, byGid.get(gid)?.table ?? '', found.get(gid)?.id ?? null, naming),
    },
    {
      decided: decide,
      tick: scope.tick,
      asks: ({ table, row }, field) =>
        scope.guardsClosed && table === 'figure' && field !== 'estimate' && isClosed(row.gid),
    },
  );
  return { ...merge, asked, found, finding };
}

interface RowsHere extends Pick<JudgedPackage, 'found' | 'finding'> {
  readonly naming: Naming;
  readonly byGid: ReadonlyMap<string, ReadPackage['rows'][number]>;
  readonly lookUp: (table: CarriedTable, gid: string) => RowHere | null;
}
/**
 * Where the package's rows stand here: each looked up once, and known by its global id from then
 * on.
 */
function rowsHere(
  db: Reader,
  read: ReadPackage,
  scope: JudgeScope,
  decide: (question: RowQuestion) => MergeSide | undefined,
): RowsHere {
  const found = new Map<string, RowHere | null>();
  const adopted = new Map<string, string>();
  const byGid = new Map(read.rows.map((one) => [one.row.gid, one]));
  const lookUp = (table: CarriedTable, gid: string): RowHere | null => {
    const known = found.get(gid);
    if (known !== undefined) return known;
    const fields = byGid.get(gid)?.row.fields ?? {};
    const values = Object.fromEntries(
      Object.entries(fields).map(([name, one]) => [name, one.value]),
    );
    const row =
      rowOfGid(db, scope.circle, table, gid, finding, values) ??
      twinOf(db, scope, table, byGid.get(gid), decide);
    found.set(gid, row);
    if (row !== null && row.share === null) adopted.set(`${table} ${row.id}`, gid);
    return row;
  };
  const finding: GidFinding = { idOf: (table, gid) => lookUp(table, gid)?.id ?? null };
  return { found, finding, byGid, lookUp, naming: namingIn(db, scope.circle, adopted) };
}

/** Whether a figure, by its global id, is of a month that is closed here. */
function closedFigures(db: Reader): (gid: string) => boolean {
  const closed = new Map<number, ReadonlySet<number>>();
  return (gid) => {
    const [year = 0, month = 0] = gid.split('~').slice(3).map(Number);
    const months = closed.get(year) ?? closedMonths(db, year);
    closed.set(year, months);
    return months.has(month);
  };
}

/** Global ids of rows here, also of those that this package is the first to name. */
const namingIn = (db: Reader, circle: string, adopted: ReadonlyMap<string, string>): Naming => ({
  gidOf: (table, id) =>
    shareOfRow(db, circle, table, id)?.row.gid ?? adopted.get(`${table} ${id}`) ?? null,
});

/** A new record of the package that is called like one here which is not shared yet. */
function twinOf(
  db: Reader,
  { circle }: JudgeScope,
  table: CarriedTable,
  packed: PackedRow | undefined,
  decide: (question: RowQuestion) => MergeSide | undefined,
): RowHere | null {
  const ledger = builtInLedgerOf(table);
  if (
    packed === undefined ||
    ledger === null ||
    packed.parent !== null ||
    packed.row.removed !== null
  )
    return null;
  if (table === 'unit' || shareByGid(db, circle, packed.row.gid) !== null) return null;
  const name = packed.row.fields[ledger.nameField]?.value ?? null;
  const form = tableForm(db, table);
  const row = name === null ? null : carriedRowAt(db, form, { [ledger.nameField]: name });
  if (row === null || shareOfRow(db, circle, table, Number(row['id'])) !== null) return null;
  const side = decide({ table, gid: packed.row.gid, field: TWIN, ours: name, theirs: name });
  return side === 'ours' ? { row, id: Number(row['id']), share: null } : null;
}

function partsHere(
  db: Reader,
  { circle, tick }: JudgeScope,
  table: string,
  id: number | null,
  naming: Naming,
): readonly SharedRow[] {
  if (id === null || !isCarried(table)) return [];
  return (CARRIED_PARTS[table] ?? []).flatMap((part) => {
    const form = tableForm(db, part.table);
    const rows =
      part.column === 'record_id'
        ? carriedRowsOf(db, form, table, [id])
        : carriedRowsBy(db, form, part.column, [id]);
    return [...rows].map((row) => {
      const share = shareOfRow(db, circle, part.table, Number(row['id']));
      return stampedRow(
        share?.row.gid ?? `here ${part.table} ${String(row['id'])}`,
        share?.row ?? null,
        presentRow(form, row, naming),
        tick,
      );
    });
  });
}
