/**
 * Which unit sent a file: 填报单位 on the sheet, the sheet's name, the file's name, or the one unit
 * that all its rows name.
 */
import type { Unit } from '../../../preload/contract/units.ts';
import type { SenderCoverage } from '../../../preload/contract/imports.ts';
import type { Ledger } from '../../domain/ledgers/field.ts';
import { matchUnit } from '../../domain/read/unit-name.ts';
import type { PlannedRecord } from '../../services/imports/import-plan.ts';
import type { MappedColumn, MappedTable } from '../sheet/mapped.ts';
import { statedSender } from '../sheet/sender-words.ts';
import type { CellValue } from '../sheet/sheet.ts';
import type { UnitNames } from '../cells/units.ts';

/**
 * `isSaid` by the user: then nothing on the sheet weighs more. A null unit is no one's: the whole
 * county's.
 */
export interface Sender {
  readonly unit: string | null;
  readonly isSaid: boolean;
}

/**
 * Of a file whose figures name no unit: an office may report for the whole county, a township never
 * does.
 */
export function senderInName(file: string, units: readonly Unit[]): Sender | null {
  const unit = longestIn(
    withoutEnd(file),
    units.filter((one) => one.kind !== 'department'),
  );
  return unit === null ? null : { unit, isSaid: false };
}

const withoutEnd = (file: string): string =>
  file.replace(/(?: \(\d+\))?$/, '').replace(/\.[^.]*$/, '');

/** The unit's name as the county's tree has it; null where nothing tells. */
export function senderOf(
  file: string,
  tables: readonly MappedTable[],
  units: readonly Unit[],
  county: string,
): string | null {
  const known = (name: string): string | null => {
    const found = name.length < 2 ? null : matchUnit(name, units, county);
    return found?.kind === 'exact'
      ? (units.find((unit) => unit.id === found.id)?.name ?? null)
      : null;
  };
  const inText = (text: string): string | null => known(text) ?? longestIn(text, units);
  const stated = tables
    .flatMap((table) =>
      [...table.region.titleRows, ...table.region.noteRows].flatMap((row) =>
        statedIn(table.sheet.rows[row] ?? []),
      ),
    )
    .map(known)
    .find((name) => name !== null);
  if (stated !== undefined) return stated;
  const sheets = [...new Set(tables.map((table) => table.sheet.name))];
  return (
    (sheets.length === 1 ? inText(sheets[0] ?? '') : null) ??
    inText(withoutEnd(file)) ??
    onlyUnit(tables)
  );
}

/** 填报单位：凤阁岭镇（盖章） in one cell, or the name in the cell after it. */
function statedIn(row: readonly CellValue[]): readonly string[] {
  return row.flatMap((cell, at): readonly string[] => {
    const name = typeof cell === 'string' ? statedSender(cell.trim()) : null;
    if (name === null) return [];
    if (name !== '') return [name];
    const next = row.slice(at + 1).find((one) => one !== null);
    return typeof next === 'string' ? [next.trim()] : [];
  });
}

/**
 * 2012年9月凤阁岭镇报表: the one unit whose name or alias stands in the text; where one name holds
 * another, the longer.
 */
function longestIn(text: string, units: readonly Unit[]): string | null {
  const named = units
    .filter((unit) => unit.kind !== 'county')
    .flatMap((unit) =>
      [unit.name, ...unit.aliases]
        .filter((name) => name.length >= 2 && text.includes(name))
        .map((name) => ({ unit: unit.name, name })),
    );
  const widest = named.filter(
    (one) =>
      !named.some(
        (other) =>
          other.unit !== one.unit &&
          other.name.length > one.name.length &&
          other.name.includes(one.name),
      ),
  );
  const found = new Set(widest.map((one) => one.unit));
  return found.size === 1 ? ([...found][0] ?? null) : null;
}

function onlyUnit(tables: readonly MappedTable[]): string | null {
  const named = new Set<string>();
  for (const table of tables) {
    const fields = (table.ledger?.fields ?? [])
      .filter((field) => field.kind === 'unit')
      .map((field) => field.code);
    for (const { values } of table.records) {
      const units = fields.flatMap((code) => values.get(code) ?? []);
      if (units.length === 0) return null;
      for (const unit of units) named.add(unit);
      if (named.size > 1) return null;
    }
  }
  return [...named][0] ?? null;
}

/**
 * Of the units of the kind that most files come from: who has sent none, and who two. Null for one
 * file, and where no file tells its sender.
 */
export function senderCoverageOf(
  files: readonly { readonly file: string; readonly unit: string | null }[],
  units: readonly Unit[],
): SenderCoverage | null {
  if (files.length < 2) return null;
  const senders = files.flatMap(({ unit }) => units.find((one) => one.name === unit) ?? []);
  const count = (kind: Unit['kind']): number => senders.filter((unit) => unit.kind === kind).length;
  const [kind] = [...new Set(senders.map((unit) => unit.kind))].sort((a, b) => count(b) - count(a));
  if (kind === undefined) return null;
  const sent = Map.groupBy(files, ({ unit }) => unit);
  return {
    missing: units
      .filter((unit) => unit.kind === kind && !sent.has(unit.name))
      .map((unit) => unit.name),
    twice: [...sent].flatMap(([unit, list]) =>
      unit !== null && list.length > 1 ? [{ unit, files: list.map(({ file }) => file) }] : [],
    ),
  };
}

/**
 * Where no column names a unit, a sheet called like one tells whose its rows are: one sheet a
 * township.
 */
export function withSheetUnit(
  records: readonly PlannedRecord[],
  ledger: Ledger | null,
  columns: readonly MappedColumn[],
  sheet: string,
  units: UnitNames,
): readonly PlannedRecord[] {
  const field =
    ledger?.own === undefined
      ? SENDERS.map((code) => ledger?.fields.find((one) => one.code === code)).find(
          (one) => one?.kind === 'unit',
        )
      : ledger.fields.find((one) => one.kind === 'unit');
  if (field === undefined || columns.some((column) => column.field?.kind === 'unit'))
    return records;
  const unit = units.resolve(sheet);
  return unit.is === 'known'
    ? records.map((record) => ({
        ...record,
        values: record.values.with({ [field.code]: unit.name }),
      }))
    : records;
}

const SENDERS = ['responsible_unit', 'unit', 'lead_unit'];
