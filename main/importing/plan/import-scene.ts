/** What importing needs of the core. */
import type { Book } from '../../services/book/book.ts';
import { type Drafts } from './drafts.ts';
import { type Watch } from '../sheet/watch.ts';

/** What importing needs of the core. */
export interface ImportScene {
  readonly book: Book;
  readonly drafts: Drafts;
  readonly host: { pathOf(handle: string): Promise<string> };
  /** of a call: what its work says of its progress under a name, and whether it is to stop */
  readonly watch: (job: string) => Watch;
}
