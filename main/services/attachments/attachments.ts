/**
 * Attachments (附件): files copied beside the book for any record, opened as copies that nobody can
 * take for the original, pictures shown.
 */
import { chmodSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import {
  attachmentById,
  attachmentsOf,
  type AttachmentRow,
} from '../../data/attachments/attachments.ts';
import { hasRow } from '../../data/records/records.ts';
import { Fault } from '../../domain/fault.ts';
import {
  MOST_ATTACHMENT_MB,
  MOST_PICTURE_MB,
  attachmentName,
  freeAttachmentName,
  isPictureName,
  isProgramName,
  pictureTypeOf,
  type AttachmentLine,
  type PictureType,
} from '../../domain/keeping/attachment.ts';
import type { AnyCode } from '../../domain/ledgers/index.ts';
import type { Saved } from '../../../preload/contract/records.ts';
import { command, now, type Book } from '../book/book.ts';
import { ledgerNamed } from '../records/query.ts';
import { attachmentFolder, copiedFile, hasStored, storeFile, storedPath } from './stored-files.ts';

/** The book, and the folder in which the files of its attachments lie. */
export interface AttachedBook {
  readonly book: Book;
  readonly folder: string;
}
interface OfRecord {
  readonly ledger: AnyCode;
  readonly id: number;
}
const MB = 1024 * 1024;

/** In the order in which they were added. */
export const listAttachments = (
  { book, folder }: AttachedBook,
  { ledger, id }: OfRecord,
): readonly AttachmentLine[] =>
  attachmentsOf(book.db, ledger, id).map((row) => ({
    id: row.id,
    name: row.name,
    bytes: row.bytes,
    at: row.at,
    isPicture: isPictureName(row.name) && row.bytes <= MOST_PICTURE_MB * MB,
    isMissing: !hasStored(folder, row, false),
  }));

/**
 * One change for all files; none is added where one cannot be. @throws Fault record.missing,
 * file.missing, attachment.program, attachment.tooLarge, attachment.twice
 */
export function addAttachments(
  { book, folder }: AttachedBook,
  { ledger, id }: OfRecord,
  files: readonly string[],
): Saved {
  const { code } = ledgerNamed(ledger, book.db);
  if (!hasRow(book.db, ledger, id)) throw new Fault('record.missing', { id });
  const wanted = files.map((file) => ({ file, name: nameTaken(file) }));
  // the files lie there before a row names them: a break between the two leaves a file too many,
  // never a row without one
  const stored = wanted.map(({ file, name }) => ({ name, ...storeFile(file, folder) }));
  const label =
    stored.length === 1 ? `添加附件“${stored[0]?.name ?? ''}”` : `添加附件${stored.length}个`;
  return command(book, label, [ledger], (writing) => {
    const standing = [...attachmentsOf(writing.db, code, id)].map(({ name, hash }) => ({
      name,
      hash,
    }));
    const ids = stored.map(({ name, hash, bytes }) => {
      const same = standing.find((one) => one.hash === hash);
      if (same !== undefined) throw new Fault('attachment.twice', { file: same.name });
      const free = freeAttachmentName(
        name,
        standing.map((one) => one.name),
      );
      standing.push({ name: free, hash });
      return writing.insert('attachment', {
        ledger: code,
        record_id: id,
        name: free,
        hash,
        bytes,
        at: now(book),
      });
    });
    return { change: writing.change, ids };
  });
}

function nameTaken(file: string): string {
  const name = attachmentName(file);
  const found = statSync(file, { throwIfNoEntry: false });
  if (found?.isFile() !== true) throw new Fault('file.missing', { file: name });
  if (isProgramName(name)) throw new Fault('attachment.program', { file: name });
  if (found.size > MOST_ATTACHMENT_MB * MB)
    throw new Fault('attachment.tooLarge', { file: name, megabytes: MOST_ATTACHMENT_MB });
  return name;
}

/**
 * The row goes, the file stays: the change can be taken back, and backups name it. @throws Fault
 * record.missing
 */
export function removeAttachment(book: Book, id: number): Saved {
  const row = rowOf(book, id);
  return command(book, `移除附件“${row.name}”`, [row.ledger], (writing) => {
    writing.remove('attachment', id);
    return { change: writing.change, ids: [id] };
  });
}

function rowOf(book: Book, id: number): AttachmentRow {
  const row = attachmentById(book.db, id);
  if (row === null) throw new Fault('record.missing', { id });
  return row;
}

export interface ShownPicture {
  readonly name: string;
  readonly type: PictureType;
  /** base64 */
  readonly data: string;
}

/** @throws Fault record.missing, attachment.lost, attachment.noPicture */
export function pictureOf({ book, folder }: AttachedBook, id: number): ShownPicture {
  const row = rowOf(book, id);
  if (row.bytes > MOST_PICTURE_MB * MB) throw new Fault('attachment.noPicture', { file: row.name });
  if (!hasStored(folder, row, true)) throw new Fault('attachment.lost', { file: row.name });
  const bytes = readFileSync(storedPath(folder, row.hash));
  const type = pictureTypeOf(bytes.subarray(0, 16));
  if (type === null) throw new Fault('attachment.noPicture', { file: row.name });
  return { name: row.name, type, data: bytes.toString('base64') };
}

const OPENED = 'opened';

/**
 * A copy under the attachment's own name, not to be written to; what is typed into it would be
 * lost. @throws Fault record.missing, attachment.lost, folder.unwritable
 */
export function copyToOpen(attached: AttachedBook, id: number): string {
  const row = rowOf(attached.book, id);
  const to = join(attachmentFolder(attached.folder), OPENED, row.hash.slice(0, 12));
  return copyTo(attached, row, to, true);
}

/**
 * A copy for somebody to take along. Answers its path: one that lies there stays. @throws Fault as
 * copyToOpen
 */
export function copyAttachment(attached: AttachedBook, id: number, to: string): string {
  return copyTo(attached, rowOf(attached.book, id), to, false);
}

function copyTo(
  { folder }: AttachedBook,
  row: AttachmentRow,
  to: string,
  isLocked: boolean,
): string {
  if (!hasStored(folder, row, true)) throw new Fault('attachment.lost', { file: row.name });
  const path = join(to, attachmentName(row.name));
  try {
    mkdirSync(to, { recursive: true, mode: 0o700 });
    if (isLocked) rmSync(path, { force: true });
    else if (statSync(path, { throwIfNoEntry: false }) !== undefined)
      throw new Fault('file.otherKind', { file: row.name });
    copiedFile(storedPath(folder, row.hash), path);
    if (isLocked) chmodSync(path, 0o400);
  } catch (error) {
    if (error instanceof Fault) throw error;
    throw new Fault('folder.unwritable', { folder: to });
  }
  return path;
}

/** The copies that were made to be opened; one that a program still holds goes the next time. */
export function removeOpenedCopies(folder: string): void {
  try {
    rmSync(join(attachmentFolder(folder), OPENED), { recursive: true, force: true });
  } catch {
    // held by the program that shows it
  }
}
