/**
 * The files of attachments as the keeping of the book sees them: carried beside backups, brought
 * back by a restore, held against the book by a check.
 */
import { readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { everyAttachment } from '../data/attachments/attachments.ts';
import { attachmentsInFile } from '../data/keeping/content.ts';
import type { Reader } from '../data/open.ts';
import { attachmentFolder, carryStored, hasStored } from '../services/attachments/stored-files.ts';

/**
 * What a copy of the book names goes beside it, each content once for all copies of a folder. One
 * that is lost holds no backup up: the check tells of it. @throws Fault file.full,
 * folder.unwritable
 */
export function keepAttachedFiles(dataFolder: string, copy: string): void {
  carryStored(dataFolder, dirname(copy), attachmentsInFile(copy) ?? []);
}

/** Files that no copy in the folder names any more go; where a copy cannot be read, all stay. */
export function dropUnnamedFiles(folder: string): void {
  const named = new Set<string>();
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.db'))) {
    const kept = attachmentsInFile(join(folder, name));
    if (kept === null) return;
    for (const { hash } of kept) named.add(hash);
  }
  const files = attachmentFolder(folder);
  for (const file of namesIn(files))
    if (!named.has(file)) rmSync(join(files, file), { force: true });
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** After a restore: what the book names and its folder lacks is taken from beside the backup. */
export function bringAttachedFiles(dataFolder: string, backup: string, book: string): void {
  carryStored(dirname(backup), dataFolder, attachmentsInFile(book) ?? []);
}

/**
 * Rows whose file is gone or another, in sentences; what a backup still has is brought back first,
 * and said. `full` reads every file.
 */
export function attachedFaults(db: Reader, full: boolean, backups: string): readonly string[] {
  const dataFolder = dirname(db.name);
  return everyAttachment(db).flatMap((row) => {
    if (hasStored(dataFolder, row, full)) return [];
    const [lost] = carryStored(backups, dataFolder, [row], full);
    return lost === undefined
      ? `附件“${row.name}”的文件不在了或已被改动，已从备份补回。`
      : `附件“${row.name}”的文件不在了或已被改动，备份里也没有。请重新添加。`;
  });
}
