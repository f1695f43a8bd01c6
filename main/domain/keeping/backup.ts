/** Backups as data: why they are made, how their files are called, and which of them are kept. */
import type { ChangeLine } from '../change-line.ts';

/** Why a backup was made, as its file's name says it and people read it. */
export const BACKUP_REASONS = {
  daily: '每天第一次打开',
  closing: '关闭前',
  manual: '手动',
  import: '大批导入前',
  package: '收包前',
  delete: '大批删除前',
  migration: '升级前',
  restore: '恢复前',
  clear: '清除示例前',
} as const;
export type BackupReason = keyof typeof BACKUP_REASONS;

/** A backup as its list shows it. */
export interface BackupLine {
  /** its file's name */
  readonly name: string;
  /** ISO time at which it was made */
  readonly at: string;
  readonly reason: BackupReason;
  readonly bytes: number;
  /** what stands in it; null where the file cannot be read any more */
  readonly holds: BackupContent | null;
}
export interface BackupContent {
  readonly county: string | null;
  readonly years: readonly number[];
  /** records of all ledgers */
  readonly records: number;
  /** monthly figures */
  readonly figures: number;
  /** files of records */
  readonly attachments: number;
  /** ISO time of the newest change; null of an empty book */
  readonly lastChange: string | null;
}

/** What is told of a backup to somebody who looks into it. */
export interface BackupInside {
  readonly county: string;
  /** those that have records */
  readonly ledgers: readonly LedgerInside[];
  /** the newest first */
  readonly changes: readonly ChangeLine[];
}
export interface LedgerInside {
  readonly label: string;
  readonly records: number;
  /** of the first records */
  readonly names: readonly string[];
}

/** Where a second copy of each backup goes, and how long it has been waiting for one. */
export interface SecondPlace {
  readonly place: string;
  /** ISO time of the newest copy that was written there; null before the first */
  readonly at: string | null;
  /** after so many days the office is reminded */
  readonly days: number;
  readonly isLate: boolean;
}

/** What was written of a book in open files. */
export interface Exported {
  readonly folder: string;
  readonly files: readonly { readonly name: string; readonly rows: number }[];
}

/** A trial of the book: what was looked at, and every fault found, in sentences. */
export interface BookCheck {
  readonly full: boolean;
  readonly faults: readonly string[];
}

export interface SalvagedTable {
  readonly table: string;
  readonly rows: number;
  /** no row was lost, and nothing of one */
  readonly whole: boolean;
  /** columns of which a value of a saved row could not be read */
  readonly missing: readonly string[];
}

/** What was carried from a damaged book into a new one. */
export interface Salvaged {
  /** where the damaged file lies now */
  readonly aside: string;
  readonly tables: readonly SalvagedTable[];
  /** rows left out because what they hang on was lost */
  readonly orphans: number;
}

/** 20261130T091500Z-daily.db; a second of the same second gets a number. */
export function backupName(at: string, reason: BackupReason, taken: readonly string[]): string {
  const stamp = at.replace(/[-:]/g, '').replace(/\.\d+/, '');
  for (let n = 1; ; n += 1) {
    const name = `${stamp}-${reason}${n === 1 ? '' : `-${n}`}.db`;
    if (!taken.includes(name)) return name;
  }
}

const NAME = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z-([a-z]+)(?:-\d+)?\.db$/;

/** Time and reason from a file's name; null of any other file. */
export function readBackupName(name: string): { at: string; reason: BackupReason } | null {
  const [, year, month, day, hour, minute, second, reason] = NAME.exec(name) ?? [];
  if (reason === undefined || !Object.hasOwn(BACKUP_REASONS, reason)) return null;
  return {
    at: `${year}-${month}-${day}T${hour}:${minute}:${second}Z`,
    reason: reason as BackupReason,
  };
}

const DAY_MS = 24 * 60 * 60 * 1000;
const DAYS_KEPT = 7;
const WEEKS_KEPT = 5;
const MONTHS_KEPT = 12;
/** Those made before risky work stay this long. */
const RISKY_DAYS = 30;

/**
 * Which files may go: of each day of the last 7, each of the last 5 weeks and each of the last 12
 * months the newest stays, and those made
 * before risky work for 30 days; the newest that is sound never goes, whatever the rule says.
 */
export function backupsToDrop(
  lines: readonly {
    readonly name: string;
    readonly at: string;
    readonly reason: BackupReason;
    readonly sound: boolean;
  }[],
  now: Date,
): readonly string[] {
  const newest = [...lines].sort((a, b) => b.at.localeCompare(a.at));
  const kept = new Set<string>();
  const good = newest.find((line) => line.sound);
  if (good !== undefined) kept.add(good.name);
  const keepNewestOf = (most: number, days: number, period: (at: Date) => string): void => {
    const seen = new Set<string>();
    for (const line of newest) {
      const at = new Date(line.at);
      const key = period(at);
      if (!line.sound || seen.has(key) || now.getTime() - at.getTime() > days * DAY_MS) continue;
      if (seen.size < most) kept.add(line.name);
      seen.add(key);
    }
  };
  keepNewestOf(DAYS_KEPT, DAYS_KEPT, (at) => at.toISOString().slice(0, 10));
  keepNewestOf(WEEKS_KEPT, WEEKS_KEPT * 7, (at) =>
    // weeks begin on Monday: day 4 of 1970 was one
    String(Math.floor((at.getTime() / DAY_MS + 3) / 7)),
  );
  keepNewestOf(MONTHS_KEPT, MONTHS_KEPT * 31, (at) => at.toISOString().slice(0, 7));
  for (const line of newest) {
    const isRisky = line.reason !== 'daily' && line.reason !== 'closing';
    if (isRisky && now.getTime() - new Date(line.at).getTime() <= RISKY_DAYS * DAY_MS)
      kept.add(line.name);
  }
  return newest.filter((line) => !kept.has(line.name)).map((line) => line.name);
}

/**
 * Which go for room on the disk: the oldest, until so many bytes are free; the newest that is sound
 * never goes.
 */
export function backupsForRoom(
  lines: readonly {
    readonly name: string;
    readonly at: string;
    readonly bytes: number;
    readonly sound: boolean;
  }[],
  missing: number,
): readonly string[] {
  const oldest = lines.toSorted((a, b) => a.at.localeCompare(b.at) || a.name.localeCompare(b.name));
  const good = oldest.findLast((line) => line.sound);
  const dropped: string[] = [];
  let freed = 0;
  for (const line of oldest) {
    if (freed >= missing) break;
    if (line === good) continue;
    dropped.push(line.name);
    freed += line.bytes;
  }
  return dropped;
}
