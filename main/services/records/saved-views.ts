/**
 * Saved views of a ledger: kept in the book for everybody who opens it, taken back like any change.
 */
import type { Parsed } from '../../../preload/contract/index.ts';
import type { NamedView } from '../../../preload/contract/views.ts';
import { keepView, savedViewId, savedViews } from '../../data/ledgers/kept-view.ts';
import { Fault } from '../../domain/fault.ts';
import { command, type Book } from '../book/book.ts';
import { ledgerNamed } from './query.ts';

/** @throws Fault ledger.unknown */
export const listViews = ({ db }: Book, { ledger }: Parsed<'views.list'>): readonly NamedView[] =>
  savedViews(db, ledgerNamed(ledger, db).code);

/** @throws Fault ledger.unknown */
export function saveView(book: Book, { ledger, name, view }: Parsed<'views.save'>): null {
  const of = ledgerNamed(ledger, book.db);
  command(book, `保存视图“${name}”`, ['ledgers'], (writing) => keepView(writing, of, name, view));
  return null;
}

/** @throws Fault record.missing */
export function removeView(book: Book, { ledger, name }: Parsed<'views.remove'>): null {
  const id = savedViewId(book.db, ledger, name);
  if (id === null) throw new Fault('record.missing', { id: 0 });
  command(book, `删除视图“${name}”`, ['ledgers'], (writing) => writing.remove('saved_view', id));
  return null;
}
