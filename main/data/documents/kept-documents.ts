/** How the office's documents look and what its bulletin holds, as the book keeps them. */
import {
  bulletinFormSchema,
  documentHeadSchema,
  type BulletinForm,
  type DocumentHead,
} from '../../../preload/contract/documents.ts';
import { keptText, readKept, type KeptKind } from '../kept/document.ts';
import type { Reader } from '../open.ts';
import { decideSetting, setting } from '../settings.ts';
import type { Writing } from '../write.ts';

const HEAD: KeptKind<DocumentHead> = { version: 1, shape: documentHeadSchema };
const BULLETIN: KeptKind<BulletinForm> = { version: 1, shape: bulletinFormSchema };

/** @throws Fault kept.damaged, kept.newer */
export function documentHeadOf(db: Reader): DocumentHead {
  const text = setting(db, 'documentHead');
  return text === null ? documentHeadSchema.parse({}) : readKept(text, HEAD, '发文设置');
}
export const keepDocumentHead = (writing: Writing, head: DocumentHead): void =>
  decideSetting(writing, 'documentHead', keptText(HEAD, head));

/** @throws Fault kept.damaged, kept.newer */
export function bulletinFormOf(db: Reader): BulletinForm {
  const text = setting(db, 'bulletinForm');
  return text === null ? bulletinFormSchema.parse({}) : readKept(text, BULLETIN, '通报设置');
}
export const keepBulletinForm = (writing: Writing, form: BulletinForm): void =>
  decideSetting(writing, 'bulletinForm', keptText(BULLETIN, form));
