/**
 * The small maps of texts that rows keep in a column: what a sheet said beside the fields, cells of
 * a record's fields, values before and after a change.
 */
import { Fault } from '../../domain/fault.ts';
import { parsed } from './document.ts';

/**
 * Looked at by hand: a page reads thousands of them, and nothing but texts can be in them. @throws
 * Fault kept.damaged
 */
export const textsIn = (json: string | null, what: string): Readonly<Record<string, string>> =>
  mapIn(json, what, (value) => typeof value === 'string');

/** A row's values as texts; null where the column was empty. @throws Fault kept.damaged */
export const imageIn = (
  json: string | null,
  what: string,
): Readonly<Record<string, string | null>> =>
  mapIn(json, what, (value) => value === null || typeof value === 'string');

function mapIn<T>(
  json: string | null,
  what: string,
  fits: (value: unknown) => boolean,
): Readonly<Record<string, T>> {
  if (json === null) return {};
  const map = parsed(json, what);
  if (!isMap<T>(map, fits)) throw new Fault('kept.damaged', { what });
  return map;
}

const isMap = <T>(
  map: unknown,
  fits: (value: unknown) => boolean,
): map is Readonly<Record<string, T>> =>
  typeof map === 'object' && map !== null && !Array.isArray(map) && Object.values(map).every(fits);
