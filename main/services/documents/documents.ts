/** The office's settings for documents: looks of its own, so they leave no audit. */
import type { BulletinForm, DocumentHead } from '../../../preload/contract/documents.ts';
import {
  bulletinFormOf,
  documentHeadOf,
  keepBulletinForm,
  keepDocumentHead,
} from '../../data/documents/kept-documents.ts';
import { transaction } from '../../data/open.ts';
import type { Book } from '../book/book.ts';

export const documentHead = (book: Book): DocumentHead => documentHeadOf(book.db);
export const bulletinForm = (book: Book): BulletinForm => bulletinFormOf(book.db);

export function setDocumentHead(book: Book, head: DocumentHead): DocumentHead {
  transaction(book.db, (tx) => keepDocumentHead(tx, head));
  book.changed(['session']);
  return documentHead(book);
}

export function setBulletinForm(book: Book, form: BulletinForm): BulletinForm {
  transaction(book.db, (tx) => keepBulletinForm(tx, form));
  book.changed(['session']);
  return bulletinForm(book);
}
