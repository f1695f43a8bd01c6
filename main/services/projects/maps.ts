/**
 * The county's map: taken from a GeoJSON file that the office has, kept in the book, its areas tied
 * to units.
 */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { CountyMap } from '../../../preload/contract/maps.ts';
import { keepMap, keptMap, type KeptArea, type KeptMap } from '../../data/projects/kept-map.ts';
import { setting } from '../../data/settings.ts';
import { allUnits } from '../../data/units/units.ts';
import { Fault } from '../../domain/fault.ts';
import { readMap } from '../../domain/projects/map-areas.ts';
import { matchUnit } from '../../domain/read/unit-name.ts';
import { command, type Book } from '../book/book.ts';
import { aliasesOf } from '../../domain/read/aliases.ts';

interface Scene {
  readonly book: Book;
  readonly host: { pathOf(handle: string): Promise<string> };
}

/** Null where no map was taken in. */
export function countyMap({ db }: Book): CountyMap | null {
  const kept = keptMap(db);
  if (kept === null) return null;
  const names = new Map(allUnits(db).map((unit) => [unit.id, unit.name]));
  const areas = kept.areas.map(({ name, rings, unit }) => ({
    name,
    rings,
    unit: unit == null ? null : (names.get(unit) ?? null),
    asks: unit === undefined,
  }));
  return { file: kept.file, areas };
}

/**
 * Areas are tied to the units of their names; the rest asks. @throws Fault map.wrong, file.missing
 */
export async function takeMap({ book, host }: Scene, handle: string): Promise<CountyMap | null> {
  const path = await host.pathOf(handle);
  const text = await readFile(path, 'utf8').catch(() => {
    throw new Fault('file.missing', { file: basename(path) });
  });
  const read = readMap(text);
  if (read.is === 'none') throw new Fault('map.wrong', { file: basename(path), why: read.why });
  const units = allUnits(book.db).map((unit) => ({
    id: unit.id,
    name: unit.name,
    aliases: aliasesOf(unit.aliases),
  }));
  const county = setting(book.db, 'county') ?? '';
  const areas = read.areas.map((area): KeptArea => {
    const match = matchUnit(area.name, units, county);
    return match.kind === 'exact' ? { ...area, unit: match.id } : area;
  });
  keep(book, `载入地图“${basename(path)}”`, { file: basename(path), areas });
  return countyMap(book);
}

/** `unit` null: the area is no unit of ours. @throws Fault unit.unknown */
export function tieArea(
  book: Book,
  { area, unit }: { readonly area: string; readonly unit: string | null },
): CountyMap | null {
  const kept = keptMap(book.db);
  const found = unit === null ? null : allUnits(book.db).find((one) => one.name === unit);
  if (found === undefined) throw new Fault('unit.unknown', { name: unit ?? '' });
  if (kept !== null)
    keep(book, `地图上“${area}”对应单位`, {
      ...kept,
      areas: kept.areas.map((one) =>
        one.name === area ? { ...one, unit: found?.id ?? null } : one,
      ),
    });
  return countyMap(book);
}

const keep = (book: Book, label: string, map: KeptMap): void =>
  command(book, label, ['unit'], (writing) => keepMap(writing, map));
