/** Units (单位): list, add, rename with aliases, remove where no record names them. */
import type { Unit } from '../../../preload/contract/units.ts';
import { addUnit, allUnits, type UnitRow } from '../../data/units/units.ts';
import type { Reader } from '../../data/open.ts';
import { Fault } from '../../domain/fault.ts';
import { kindOfName, type UnitKind } from '../../domain/ledgers/unit.ts';
import { whereUnitIsUsed } from '../records/where-used.ts';
import { readDay } from '../../domain/read/day.ts';
import type { SqlRow } from '../../data/rows.ts';
import type { Writing } from '../../data/write.ts';
import { command, type Book } from '../book/book.ts';
import type { LedgerRule } from '../book/rule.ts';
import { aliasesOf, aliasesText } from '../../domain/read/aliases.ts';

/** A name stands for one unit; one that records name stays. */
export const unitRule: LedgerRule = {
  insert: (writing, row) => {
    const name = String(row['name']);
    refuseTaken(writing.db, [name, ...aliasesOf((row['aliases'] ?? null) as string | null)], null);
    const id = addUnit(writing, { name, kind: (row['kind'] ?? kindOfName(name)) as UnitKind });
    writing.update('unit', id, row);
    return id;
  },
  edited: (writing, _ledger, id, before, patch) =>
    refuseTaken(
      writing.db,
      [
        String(patch['name'] ?? before['name']),
        ...aliasesOf((patch['aliases'] ?? null) as string | null),
      ],
      id,
    ),
  removing: (writing, id, before) => refuseUnitInUse(writing.db, id, String(before['name'])),
};

const unitOf = (row: UnitRow): Unit => ({
  id: row.id,
  name: row.name,
  kind: row.kind,
  parent: row.parent_id,
  aliases: aliasesOf(row.aliases),
  leader: row.leader,
  from: row.active_from,
  to: row.active_to,
  successor: row.successor_id,
});

export function listUnits(book: Book): readonly Unit[] {
  return allUnits(book.db).map(unitOf);
}

export interface UnitInput {
  readonly name: string;
  readonly kind: UnitKind;
  readonly aliases: readonly string[];
  readonly leader: string | null;
}

export function createUnit(book: Book, input: UnitInput): Unit {
  refuseTaken(book.db, [input.name, ...input.aliases], null);
  const id = command(book, `新增单位“${input.name}”`, ['unit'], (writing) =>
    addUnit(writing, { ...input, aliases: aliasesText(input.aliases) }),
  );
  return unitById(book, id);
}

/** How long a unit lives; what is absent stays as it is. */
export interface UnitLife {
  /** as typed */
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
  readonly successor?: number | null | undefined;
}

/** @throws Fault record.missing, unit.exists, value.unreadable, unit.successor */
export function updateUnit(
  book: Book,
  input: UnitInput & UnitLife & { readonly id: number },
): Unit {
  unitById(book, input.id);
  refuseTaken(book.db, [input.name, ...input.aliases], input.id);
  const life = lifeOf(book, input);
  command(book, `修改单位“${input.name}”`, ['unit', 'project'], (writing) =>
    writing.update('unit', input.id, {
      name: input.name,
      kind: input.kind,
      aliases: aliasesText(input.aliases),
      leader: input.leader,
      ...life,
    }),
  );
  return unitById(book, input.id);
}

function lifeOf(book: Book, { id, ...input }: UnitLife & { readonly id: number }): SqlRow {
  const before = unitById(book, id);
  const [from, to] = [
    input.from === undefined ? before.from : dayTyped(input.from, '启用年份'),
    input.to === undefined ? before.to : dayTyped(input.to, '停用年份'),
  ];
  if (from !== null && to !== null && from.slice(0, to.length) > to.slice(0, from.length))
    throw new Fault('value.unreadable', { field: '停用年份', seen: to, want: `${from}以后` });
  const successor = input.successor === undefined ? before.successor : input.successor;
  refuseSuccessor(book, id, successor);
  return { active_from: from, active_to: to, successor_id: successor };
}

function dayTyped(text: string | null, field: string): string | null {
  if (text === null || text.trim() === '') return null;
  const read = readDay(text, { year: null });
  if (read.kind !== 'value')
    throw new Fault('value.unreadable', { field, seen: text.trim(), want: '年份，如2021' });
  return read.value;
}

/** A unit that took another over is not itself taken over by that one. */
function refuseSuccessor(book: Book, id: number, successor: number | null): void {
  const seen = new Set([id]);
  for (let next = successor; next !== null; next = unitById(book, next).successor) {
    if (seen.has(next))
      throw new Fault('value.unreadable', {
        field: '并入单位',
        seen: unitById(book, next).name,
        want: '另一个单位，不能绕回自己',
      });
    seen.add(next);
  }
}

/** A unit with the name of the one that it stands under, as a list of units says it. */
export interface UnderUnit {
  readonly id: number;
  readonly parent: string;
}

/**
 * Places units under others once all of a list are there. @throws Fault unit.unknown,
 * value.unreadable for one under itself
 */
export function placeUnder(writing: Writing, list: readonly UnderUnit[]): void {
  const units = allUnits(writing.db).map(unitOf);
  const parents = new Map(units.map(({ id, parent }) => [id, parent]));
  for (const { id, parent: name } of list) {
    const parent = units.find((unit) => unit.name === name || unit.aliases.includes(name));
    if (parent === undefined) throw new Fault('unit.unknown', { name });
    for (let up: number | null = parent.id; up !== null; up = parents.get(up) ?? null)
      if (up === id)
        throw new Fault('value.unreadable', {
          field: '上级单位',
          seen: name,
          want: '另一个单位，不能绕回自己',
        });
    parents.set(id, parent.id);
    writing.update('unit', id, { parent_id: parent.id });
  }
}

export function removeUnit(book: Book, id: number): void {
  const { name } = unitById(book, id);
  refuseUnitInUse(book.db, id, name);
  command(book, `删除单位“${name}”`, ['unit'], (writing) => writing.remove('unit', id));
}

function refuseUnitInUse(db: Reader, id: number, name: string): void {
  const where = whereUnitIsUsed(db, id);
  if (where.length > 0) throw new Fault('unit.inUse', { name, where });
}

function unitById(book: Book, id: number): Unit {
  const unit = listUnits(book).find((one) => one.id === id);
  if (unit === undefined) throw new Fault('record.missing', { id });
  return unit;
}

/** A name or alias stands for one unit only, else an import could not tell which is meant. */
function refuseTaken(db: Reader, names: readonly string[], self: number | null): void {
  for (const unit of allUnits(db).map(unitOf)) {
    if (unit.id === self) continue;
    const taken = names.find((name) => name === unit.name || unit.aliases.includes(name));
    if (taken !== undefined) throw new Fault('unit.exists', { name: taken });
  }
}
