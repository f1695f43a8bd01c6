/** Backups as people read them. */
import {
  BACKUP_REASONS,
  type BackupLine,
  type Salvaged,
} from '../../main/domain/keeping/backup.ts';
import { timeText } from './time.ts';

/** 2.3MB */
export const megabytesText = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)}MB`;

/** 示例县，2004、2012年，168条记录、360个数，最后改于2026-11-30 09:15 */
export function backupContentText({ holds }: BackupLine): string {
  if (holds === null) return '读不出来，不能用';
  const years = holds.years.length === 0 ? '' : `，${holds.years.join('、')}年`;
  const last = holds.lastChange === null ? '' : `，最后改于${timeText(holds.lastChange)}`;
  return `${holds.county ?? '尚未建账'}${years}，${holds.records}条记录、${holds.figures}个数${last}`;
}

export const backupReasonText = ({ reason }: BackupLine): string => BACKUP_REASONS[reason];

/** What a salvage brought, and what it could not. */
export function salvagedText({ aside, tables, orphans }: Salvaged): string {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const lost = tables.filter(({ whole }) => !whole).length;
  return `抢救出${rows}行${lost === 0 ? '' : `，有${lost}张表丢了行`}${orphans === 0 ? '' : `，另有${orphans}行因所属记录丢失没有带过来`}。坏的文件留在“${aside}”。`;
}
