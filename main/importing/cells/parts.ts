/** Cells that say more than one thing: several units in one cell, and places of origin. */
import type { Issue } from '../../../preload/contract/imports.ts';
import type { ChoiceField, Field } from '../../domain/ledgers/field.ts';
import { readChoice } from '../../domain/read/choice.ts';
import { sum } from '../../domain/exact/decimal.ts';
import { namedShares, readShares, splitUnits } from '../../domain/read/unit-name.ts';
import type { PlannedRecord } from '../../services/imports/import-plan.ts';
import type { UnknownUnitCells } from '../sheet/mapped.ts';
import type { UnitNames } from './units.ts';
import { placedIssue } from '../sheet/issue.ts';

interface Target {
  readonly values: PlannedRecord['values'];
  extra: Readonly<Record<string, string>>;
  credits: PlannedRecord['credits'];
}
export interface UnitCell {
  readonly issues: Issue[];
  readonly unknownUnits: Map<string, UnknownUnitCells>;
  readonly units: UnitNames;
  readonly row: number;
  readonly column: number;
  readonly field: Field;
  readonly text: string;
  readonly remark: string | null;
}

/** The field takes the first unit; two introducers with stated shares become credits. */
export function unitsOfCell(cell: UnitCell, draft: Target): void {
  const whole = cell.units.resolve(cell.text);
  const names = whole.is === 'known' ? [cell.text] : splitUnits(cell.text);
  const units: string[] = [];
  for (const name of names) {
    const resolved = cell.units.resolve(name);
    if (resolved.is === 'known') units.push(resolved.name);
    else if (resolved.is === 'unknown') askUnit(cell, cell.row, cell.column, name, resolved.like);
  }
  const [first] = units;
  if (first !== undefined) draft.values.put(cell.field.code, first);
  if (names.length < 2) {
    if (first !== undefined && cell.field.code === 'introducer') sharedBeside(cell, first, draft);
    return;
  }
  const shares =
    cell.field.code === 'introducer'
      ? readShares(`${cell.text} ${cell.remark ?? ''}`, names.length)
      : null;
  if (shares !== null && units.length === names.length) {
    draft.credits = units.map((unit, at) => ({ unit, percent: shares[at] ?? '0' }));
    return;
  }
  draft.extra = { ...draft.extra, [cell.field.label]: cell.text };
  const why = cell.field.code === 'introducer' && shares === null ? '没写各占多少，' : '';
  cell.issues.push(
    placedIssue(
      cell.row,
      cell.column,
      'warning',
      'unit.several',
      `“${cell.text}”是${names.length}个单位，${why}${cell.field.label}先记第一个，原文存为附加信息。`,
    ),
  );
}

/** One introducer, and beside it 甲镇70%、乙镇30%: the units and their shares are what is said there. */
function sharedBeside(cell: UnitCell, first: string, draft: Target): void {
  const said = namedShares(cell.remark ?? '');
  const credits = said.flatMap(({ name, percent }) => {
    const found = cell.units.resolve(name);
    return found.is === 'known' ? [{ unit: found.name, percent }] : [];
  });
  const others = credits.filter(({ unit }) => unit !== first);
  if (credits.length < 2 || others.length === 0) return;
  const isWhole =
    credits.length === said.length && sum(credits.map(({ percent }) => percent)) === '100';
  if (isWhole && others.length < credits.length) draft.credits = credits;
  else
    cell.issues.push(
      placedIssue(
        cell.row,
        cell.column,
        'question',
        'unit.shares',
        `“${cell.remark ?? ''}”与${cell.field.label}“${first}”对不上，或合计不是100%。请把分成写明白。`,
      ),
    );
}

interface Asking {
  readonly issues: Issue[];
  readonly unknownUnits: Map<string, UnknownUnitCells>;
}

/** One question about a name that nobody knows; `like` is the unit that it may mean. */
export function askUnit(
  { issues, unknownUnits }: Asking,
  row: number,
  column: number,
  name: string,
  like: string | null,
): void {
  const known = unknownUnits.get(name);
  if (known === undefined) unknownUnits.set(name, { rows: [row + 1], like });
  else if (known.rows.at(-1) !== row + 1) known.rows.push(row + 1);
  const vague = /^(镇|乡|街道|村|社区|园区|本)?(人民)?政府$|^(镇|乡|街道)$/.test(name);
  const sentence =
    like !== null
      ? `“${name}”是不是“${like}”？`
      : vague
        ? `“${name}”是哪一个？选一个，或先留空。`
        : `单位名单里没有“${name}”。选一个，新建，或先留空。`;
  issues.push(placedIssue(row, column, 'question', 'unit.unknown', sentence));
}

const PLACES_THAT_ARE_ORIGINS = /^(香港|澳门|台湾)/;

/** A place stays a place; it tells the origin only where that is sure. Nothing is asked. */
export function placeOfOrigin(field: ChoiceField, text: string, draft: Target): void {
  const clean = text.trim();
  if (clean === '') return;
  const read = readChoice(clean, field.choices);
  if (read.kind === 'value') draft.values.put(field.code, read.value);
  else if (PLACES_THAT_ARE_ORIGINS.test(clean)) draft.values.put(field.code, '港澳台');
  if (
    (read.kind !== 'value' || PLACES_THAT_ARE_ORIGINS.test(clean)) &&
    !draft.values.names('origin_place')
  )
    draft.values.put('origin_place', clean);
}
