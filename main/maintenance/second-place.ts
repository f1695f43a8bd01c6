/**
 * The second place of backups: how long ago something was written there, told also while its stick
 * is not plugged in.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { decideSetting, setting } from '../data/settings.ts';
import type { Reader } from '../data/open.ts';
import type { SecondPlace } from '../domain/keeping/backup.ts';
import { command, type Book } from '../services/book/book.ts';
import { OWNER_ONLY } from '../data/copy.ts';

/** Beside the backups: what is written there says nothing of the book. */
const WRITTEN = 'second-place.txt';
const DEFAULT_DAYS = 7;
const DAY_MS = 24 * 60 * 60 * 1000;

export const noteSecondWritten = (backups: string, at: string): void =>
  writeFileSync(join(backups, WRITTEN), at, { mode: OWNER_ONLY });

/** ISO; null where nothing was ever written. */
function secondWrittenAt(backups: string): string | null {
  try {
    const at = readFileSync(join(backups, WRITTEN), 'utf8').trim();
    return Number.isNaN(Date.parse(at)) ? null : at;
  } catch {
    return null;
  }
}

/** After so many days without a copy there the office is reminded. */
const secondDays = (db: Reader): number => Number(setting(db, 'secondDays') ?? DEFAULT_DAYS);

export const setSecondDays = (book: Book, days: number): void =>
  command(book, `第二份备份超过${days}天提醒`, ['session', 'backups'], (writing) =>
    decideSetting(writing, 'secondDays', String(days)),
  );

/** null where none was chosen. A clock that was set back makes nothing late. */
export function secondStanding(
  db: Reader,
  place: string | null,
  backups: string,
  now: Date,
): SecondPlace | null {
  if (place === null) return null;
  const [at, days] = [secondWrittenAt(backups), secondDays(db)];
  const isLate = at === null || now.getTime() - Date.parse(at) > days * DAY_MS;
  return { place, at, days, isLate };
}
