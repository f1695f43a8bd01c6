/**
 * Proving the book (检查): whole pages, references, and what is kept beside the records against its
 * source; sums that differ are made anew.
 */
import { dirname } from 'node:path';
import { transaction, type Reader } from '../data/open.ts';
import { danglingRows, mendSums, pageFaults, sumFaults } from '../data/keeping/faults.ts';
import type { BookCheck } from '../domain/keeping/backup.ts';
import { attachedFaults } from './attached-files.ts';
import { backupFolder } from './backups.ts';

/** `full` reads every index entry against its row and every attached file as well. */
export function checkBook(db: Reader, full: boolean): BookCheck & { readonly isReadable: boolean } {
  const pages = pageFaults(db, full);
  if (pages.length > 0)
    return { full, isReadable: false, faults: pages.map((one) => `文件有坏页：${one}`) };
  const sums = sumFaults(db);
  if (sums.length > 0) transaction(db, mendSums);
  return {
    full,
    isReadable: true,
    faults: [
      ...danglingRows(db).map(
        ({ table, rows, parent }) => `“${table}”里有${rows}行，所属的“${parent}”已经不在了。`,
      ),
      ...attachedFaults(db, full, backupFolder(dirname(db.name))),
      ...sums.map(({ what, rows }) => `${what}有${rows}处和明细不一致，已照明细重新算好。`),
    ],
  };
}
