/** Backups as people read them. */
import { BACKUP_REASONS, type BackupLine } from '../../main/domain/keeping/backup.ts';
import { timeText } from '../../main/domain/days/moment.ts';

/** 2.3MB */
export const megabytesText = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)}MB`;

const KB = 1024;
/** 820字节, 12KB, 2.3MB */
export function sizeText(bytes: number): string {
  if (bytes < KB) return `${bytes}字节`;
  return bytes < KB * KB ? `${Math.ceil(bytes / KB)}KB` : megabytesText(bytes);
}

/** 示例县，2004、2012年，168条记录、360个数，最后改于2026-11-30 09:15 */
export function backupContentText({ holds }: BackupLine): string {
  if (holds === null) return '读不出来，不能用';
  const years = holds.years.length === 0 ? '' : `，${holds.years.join('、')}年`;
  const last = holds.lastChange === null ? '' : `，最后改于${timeText(holds.lastChange)}`;
  const files = holds.attachments === 0 ? '' : `、${holds.attachments}个附件`;
  return `${holds.county ?? '尚未建账'}${years}，${holds.records}条记录、${holds.figures}个数${files}${last}`;
}

export const backupReasonText = ({ reason }: BackupLine): string => BACKUP_REASONS[reason];
