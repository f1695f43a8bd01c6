/** Page set-ups of printed tables: kept, used and taken away by their names. */
import type { Parsed } from '../../../preload/contract/index.ts';
import type { NamedSetup } from '../../../preload/contract/setups.ts';
import { keepSetup, setupsOf } from '../../data/documents/kept-setups.ts';
import { Fault } from '../../domain/fault.ts';
import { command, type Book } from '../book/book.ts';

export const listSetups = ({ db }: Book, { table }: Parsed<'setups.list'>): readonly NamedSetup[] =>
  setupsOf(db, table);

/** @throws Fault setup.unknown */
export function setupNamed({ db }: Book, table: string, name: string): NamedSetup {
  const found = setupsOf(db, table).find((one) => one.name === name);
  if (found === undefined) throw new Fault('setup.unknown', { setup: name });
  return found;
}

export function saveSetup(book: Book, { table, name, setup }: Parsed<'setups.save'>): null {
  command(book, `保存版式“${name}”`, ['session'], (writing) =>
    keepSetup(writing, table, name, setup),
  );
  return null;
}

/** @throws Fault setup.unknown */
export function removeSetup(book: Book, { table, name }: Parsed<'setups.remove'>): null {
  setupNamed(book, table, name);
  command(book, `删除版式“${name}”`, ['session'], (writing) =>
    keepSetup(writing, table, name, null),
  );
  return null;
}
