/** `backup`, `backups`, `restore FILE`, `check`, `salvage`: keeping the book without a window. */
import { basename, join, resolve } from 'node:path';
import { BACKUP_REASONS, type BackupLine } from '../domain/keeping/backup.ts';
import { salvagedText } from '../domain/keeping/salvaged.ts';
import { backupFolder, listBackups } from '../maintenance/backups.ts';
import { lookInside } from '../maintenance/look-inside.ts';
import { restoreBackup } from '../maintenance/restore.ts';
import { salvageBook } from '../maintenance/salvage.ts';
import { takeLock } from '../process/lock.ts';
import type { Answered } from './answer.ts';
import { requiredOption, UsageError, type CommandOptions } from './arguments.ts';
import { openSession } from './session.ts';

const folderOf = (options: CommandOptions): string =>
  resolve(requiredOption(options.data, ' --data 目录'));

export async function backupCommand(options: CommandOptions): Promise<Answered> {
  const session = await openSession(folderOf(options), 'write');
  try {
    const line = await session.ask(
      'keeping.backup',
      options.to === undefined ? {} : { to: options.to },
    );
    return { json: line, text: `已备份：${line.name}，${sizeText(line.bytes)}，已核对无误。` };
  } finally {
    await session.close();
  }
}

/** `backups [NAME]`: the list, or what stands in one of it. */
export function backupsCommand(
  name: string | undefined,
  options: CommandOptions,
): Promise<Answered> {
  if (name !== undefined) return Promise.resolve(insideOf(folderOf(options), name));
  const lines = listBackups(folderOf(options));
  return Promise.resolve({
    json: lines,
    text: lines.length === 0 ? '还没有备份。' : lines.map(lineText).join('\n'),
  });
}

function insideOf(folder: string, name: string): Answered {
  const inside = lookInside(join(backupFolder(folder), basename(name)), () => new Date());
  const text = [
    inside.county,
    ...inside.ledgers.map(({ label, records }) => `${label}　${records}条`),
    '最后的修改：',
    ...inside.changes.slice(0, LAST).map(({ at, who, label }) => `${at}　${who}　${label}`),
  ];
  return { json: inside, text: text.join('\n') };
}
const LAST = 20;

/** `export --out FOLDER [--format csv]`: the whole book in open files. */
export async function exportCommand(options: CommandOptions): Promise<Answered> {
  const to = resolve(requiredOption(options.out, ' --out 文件夹'));
  if (options.format !== undefined && options.format !== 'csv')
    throw new UsageError(`--format 可以是csv，给的是“${options.format}”`);
  const session = await openSession(folderOf(options), 'read');
  try {
    const done = await session.ask('keeping.export', { to });
    const rows = done.files.reduce((sum, one) => sum + one.rows, 0);
    return {
      json: done,
      text: `已写到${done.folder}：${done.files.length}个文件，${rows}行，说明在“数据字典.csv”。`,
    };
  } finally {
    await session.close();
  }
}

const sizeText = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)}MB`;

const lineText = ({ name, at, reason, bytes, holds }: BackupLine): string =>
  `${name}　${at}　${BACKUP_REASONS[reason]}　${sizeText(bytes)}　${
    holds === null
      ? '读不出来'
      : `${holds.county ?? '还没开始'}，${holds.years.join('、')}年，${holds.records}条记录${holds.attachments === 0 ? '' : `、${holds.attachments}个附件`}`
  }`;

/** Works on a book that does not open, too: nobody else may have the folder meanwhile. */
export async function restoreCommand(
  file: string | undefined,
  options: CommandOptions,
): Promise<Answered> {
  const folder = folderOf(options);
  const backupFile = requiredOption(file, '备份文件');
  const lock = await takeLock(folder);
  try {
    const restored = restoreBackup(folder, resolve(backupFile), () => new Date());
    const kept =
      restored.before !== null
        ? `原来的账备份为 ${restored.before.name}。`
        : restored.aside !== null
          ? `原来的文件打不开，移到了 ${restored.aside}。`
          : '';
    return { json: restored, text: `已恢复。${kept}` };
  } finally {
    lock.release();
  }
}

export async function checkCommand(options: CommandOptions): Promise<Answered> {
  const session = await openSession(folderOf(options), 'write');
  try {
    const found = await session.ask('keeping.check', { full: options.full });
    return {
      json: found,
      text: found.faults.length === 0 ? '检查完，没有问题。' : found.faults.join('\n'),
      refused: found.faults.length > 0,
    };
  } finally {
    await session.close();
  }
}

export async function salvageCommand(
  file: string | undefined,
  options: CommandOptions,
): Promise<Answered> {
  const folder = folderOf(options);
  const lock = await takeLock(folder);
  try {
    const saved = salvageBook(
      folder,
      () => new Date(),
      file === undefined ? undefined : resolve(file),
    );
    return { json: saved, text: salvagedText(saved) };
  } finally {
    lock.release();
  }
}
