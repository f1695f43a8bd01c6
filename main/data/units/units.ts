/** Units (单位) as rows. */
import { LEDGER_CODES, ledgers, type AnyCode } from '../../domain/ledgers/index.ts';
import type { UnitKind } from '../../domain/ledgers/unit.ts';
import type { Reader } from '../open.ts';
import { askCount, askRow, askRows, askValue, shape, wordOf, type RowOf } from '../rows.ts';
import { ownNamingUnits } from '../ledgers/own-ledgers.ts';
import type { Writing } from '../write.ts';

const UNIT = shape({
  id: 'integer',
  name: 'text',
  kind: wordOf<UnitKind>(),
  parent_id: 'integer?',
  aliases: 'text?',
  leader: 'text?',
  active_from: 'text?',
  active_to: 'text?',
  successor_id: 'integer?',
});
const UNITS =
  'SELECT id, name, kind, parent_id, aliases, leader, active_from, active_to, successor_id FROM unit';
export type UnitRow = RowOf<typeof UNIT>;

export function allUnits(db: Reader): readonly UnitRow[] {
  return askRows(db, UNIT, `${UNITS} ORDER BY place, id`);
}

export function unitByName(db: Reader, name: string): UnitRow | null {
  return askRow(db, UNIT, `${UNITS} WHERE name = ?`, name);
}

/** Adds a unit at the end of the county's list, under the county itself. */
export function addUnit(
  writing: Writing,
  unit: {
    readonly name: string;
    readonly kind: UnitKind;
    readonly aliases?: string | null;
    readonly leader?: string | null;
  },
): number {
  const parent =
    unit.kind === 'county'
      ? null
      : askValue(writing.db, 'integer', "SELECT id FROM unit WHERE kind = 'county'");
  const place = askCount(writing.db, 'SELECT coalesce(max(place), 0) + 1 FROM unit');
  return writing.insert('unit', {
    name: unit.name,
    kind: unit.kind,
    parent_id: parent,
    place,
    aliases: unit.aliases ?? null,
    leader: unit.leader ?? null,
  });
}

/** The ledgers that name units, and by which columns. */
export function namingUnits(
  db: Reader,
): readonly { readonly code: AnyCode; readonly columns: readonly string[] }[] {
  return [...BUILT_IN, ...ownNamingUnits(db)];
}

const BUILT_IN = LEDGER_CODES.flatMap((code) => {
  const columns = ledgers[code].fields.flatMap((field) =>
    field.kind === 'unit' && !('computed' in field) ? [field.code] : [],
  );
  return columns.length === 0 ? [] : [{ code, columns }];
});

/** Tables beside the ledgers whose rows speak of a unit. */
export const SPEAKING_OF_UNITS = [
  'target',
  'figure',
  'score_event',
  'post_term',
  'reward_share',
  'project_problem',
  'promotion_event',
  'meeting_item',
  'partner',
  'parcel',
] as const;

/** The county's own unit; null before the first start. */
export const countyUnit = (db: Reader): number | null =>
  askValue(db, 'integer', "SELECT id FROM unit WHERE kind = 'county' ORDER BY id LIMIT 1");

export const unitName = (db: Reader, id: number): string | null =>
  askValue(db, 'text', 'SELECT name FROM unit WHERE id = ?', id);
