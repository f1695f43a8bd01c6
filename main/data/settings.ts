/** The book's settings: small named texts. */
import type { Reader, BookWriter } from './open.ts';
import { askValue, writer } from './rows.ts';
import type { Writing } from './write.ts';

/**
 * What the program itself notes; it leaves no audit. `sampleMade`: the newest change of the sample
 * book as it is shipped; `secondPlace`: the folder that backups are copied to, '' for none;
 * `operators`: who sat at this PC, a name a line, who does now first; `bookName`: what other books
 * call this one; `bookKey`: its private key (PEM); `bookCount`: the number of its newest change
 * that another book may know
 */
export type NotedSetting =
  | 'county'
  | 'year'
  | 'sample'
  | 'sampleMade'
  | 'secondPlace'
  | 'operators'
  | 'bookName'
  | 'bookKey'
  | 'bookCount';
/**
 * What the office decides, with its name for people: audited and taken back like any row.
 * `lampRule`, `map`, `documentHead`, `bulletinForm` and `tableSetups` are JSON
 */
export const DECIDED_SETTINGS = {
  firstMonth: '考核年度起始月',
  lampRule: '亮灯规则',
  denominator: '考核口径',
  stockPace: '存量指标的序时',
  projectYear: '项目台账的年度',
  rateRule: '汇率规则',
  map: '全县地图',
  documentHead: '发文设置',
  bulletinForm: '通报设置',
  tableSetups: '报表版式',
  secondDays: '第二份备份的提醒天数',
} as const;
export type DecidedSetting = keyof typeof DECIDED_SETTINGS;
const isDecided = (key: string): key is DecidedSetting => Object.hasOwn(DECIDED_SETTINGS, key);

export function setting(db: Reader, key: NotedSetting | DecidedSetting): string | null {
  return askValue(db, 'text', 'SELECT value FROM setting WHERE key = ?', key);
}

export function setSetting(db: BookWriter, key: NotedSetting, value: string): void {
  writer(
    db,
    'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  ).run(key, value);
}

export function decideSetting(writing: Writing, key: DecidedSetting, value: string): void {
  const id = askValue(writing.db, 'integer', 'SELECT id FROM setting WHERE key = ?', key);
  if (id === null) writing.insert('setting', { key, value });
  else writing.update('setting', id, { value });
}

/** What people call the setting that this row of the audit is about. */
export function nameOfSetting(key: string | null): string {
  return key !== null && isDecided(key) ? DECIDED_SETTINGS[key] : '设置';
}
