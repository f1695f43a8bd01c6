/** The office's settings for documents. */
import type { BulletinForm, DocumentHead } from '../../../preload/contract/documents.ts';
import {
  bulletinFormOf,
  documentHeadOf,
  keepBulletinForm,
  keepDocumentHead,
} from '../../data/documents/kept-documents.ts';
import { command, type Book } from '../book/book.ts';

export const documentHead = (book: Book): DocumentHead => documentHeadOf(book.db);
export const bulletinForm = (book: Book): BulletinForm => bulletinFormOf(book.db);

export function setDocumentHead(book: Book, head: DocumentHead): DocumentHead {
  command(book, '修改发文设置', ['session'], (writing) => keepDocumentHead(writing, head));
  return documentHead(book);
}

export function setBulletinForm(book: Book, form: BulletinForm): BulletinForm {
  command(book, '修改通报设置', ['session'], (writing) => keepBulletinForm(writing, form));
  return bulletinForm(book);
}
