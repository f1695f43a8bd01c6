/** The book's settings: small named texts. */
import type { Reader, BookWriter } from './open.ts';
import { askValue, writer } from './rows.ts';

/** `firstMonth`: the calendar month in which the assessment year begins; `lampRule`: JSON of a LampRule; `denominator`: what completion is measured against; `stockPace`: whether a level is measured at the year's end or on its path; `rateRule`: how other currencies become 元; `map`: JSON of the county's map */
export type Setting =
  | 'county'
  | 'year'
  | 'sample'
  | 'firstMonth'
  | 'lampRule'
  | 'denominator'
  | 'stockPace'
  | 'rateRule'
  | 'map';

export function setting(db: Reader, key: Setting): string | null {
  return askValue(db, 'text', 'SELECT value FROM setting WHERE key = ?', key);
}

export function setSetting(db: BookWriter, key: Setting, value: string): void {
  writer(
    db,
    'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  ).run(key, value);
}
