/**
 * Answers of the calls on attachments: handles become paths here, and the desktop is asked to open.
 */
import { basename } from 'node:path';
import type { Output, Parsed } from '../../preload/contract/index.ts';
import { Fault } from '../domain/fault.ts';
import {
  addAttachments,
  copyAttachment,
  copyToOpen,
  listAttachments,
  pictureOf,
  removeAttachment,
  type AttachedBook,
} from '../services/attachments/attachments.ts';
import type { Scene } from './scene.ts';

export const attachedBook = ({ book, dataFolder, logFolder }: Scene): AttachedBook => ({
  book,
  folder: logFolder ?? dataFolder,
});

export const listAttachmentsCall = (
  scene: Scene,
  record: Parsed<'attachments.list'>,
): Output<'attachments.list'> => listAttachments(attachedBook(scene), record);

export const pictureCall = (
  scene: Scene,
  { id }: Parsed<'attachments.picture'>,
): Output<'attachments.picture'> => pictureOf(attachedBook(scene), id);

export const removeAttachmentCall = (
  { book }: Scene,
  { id }: Parsed<'attachments.remove'>,
): Output<'attachments.remove'> => removeAttachment(book, id);

export async function addAttachmentsCall(
  scene: Scene,
  { files, ...record }: Parsed<'attachments.add'>,
): Promise<Output<'attachments.add'>> {
  const paths = await Promise.all(files.map((file) => scene.host.pathOf(file)));
  return addAttachments(attachedBook(scene), record, paths);
}

export async function openAttachmentCall(scene: Scene, id: number): Promise<null> {
  const path = copyToOpen(attachedBook(scene), id);
  if (scene.host.openFile === undefined)
    throw new Fault('attachment.notOpened', { file: basename(path) });
  await scene.host.openFile(path);
  return null;
}

export const copyAttachmentCall = async (
  scene: Scene,
  { id, to }: Parsed<'attachments.copy'>,
): Promise<Output<'attachments.copy'>> => ({
  path: copyAttachment(attachedBook(scene), id, await scene.host.pathOf(to)),
});
