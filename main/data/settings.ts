/** The book's settings: small named texts. */
import type { Reader, BookWriter } from './open.ts';
import { askValue, writer } from './rows.ts';

/** `sampleMade`: the newest change of the sample book as it is shipped; `firstMonth`: the calendar month in which the assessment year begins; `lampRule`: JSON of a LampRule; `denominator`: what completion is measured against; `stockPace`: whether a level is measured at the year's end or on its path; `projectYear`: of which year the first list of projects was; `rateRule`: how other currencies become 元; `map`: JSON of the county's map; `secondPlace`: the folder that backups are copied to, '' for none; `bookName`: what other books call this one; `bookKey`: its private key (PEM); `bookCount`: the number of its newest change that another book may know; `documentHead` and `bulletinForm`: JSON of the office's documents */
export type Setting =
  | 'county'
  | 'year'
  | 'sample'
  | 'sampleMade'
  | 'firstMonth'
  | 'lampRule'
  | 'denominator'
  | 'stockPace'
  | 'projectYear'
  | 'rateRule'
  | 'map'
  | 'secondPlace'
  | 'bookName'
  | 'bookKey'
  | 'bookCount'
  | 'documentHead'
  | 'bulletinForm';

export function setting(db: Reader, key: Setting): string | null {
  return askValue(db, 'text', 'SELECT value FROM setting WHERE key = ?', key);
}

export function setSetting(db: BookWriter, key: Setting, value: string): void {
  writer(
    db,
    'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  ).run(key, value);
}
