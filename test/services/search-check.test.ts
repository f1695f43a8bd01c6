/**
 * The index of the search is held against the records by `check`, and made anew where they differ.
 */
import { expect, test } from 'vitest';
import { transaction } from '../../main/data/open.ts';
import { createRecord } from '../../main/services/records/edit.ts';
import { mendSearch, searchEverything } from '../../main/services/records/search.ts';
import { testBook, type TestBook } from '../helpers/book.ts';

const found = async (book: TestBook, text: string): Promise<number> =>
  (await searchEverything(book, { text, limit: 10 })).hits.length;

async function searchedBook(): Promise<TestBook> {
  const book = testBook(['城关镇']);
  createRecord(book, 'project', [{ name: '海泰新能源' }, { name: '瑞熙钛业' }]);
  expect([await found(book, '泰新能'), await mendSearch(book)]).toEqual([1, 0]);
  return book;
}

test.each([
  ['another text', "UPDATE search_entry SET words = replace(words, '海泰', '别的')"],
  ['a missing entry', "DELETE FROM search_entry WHERE words LIKE '海泰%'"],
  [
    'a missing line of the index',
    'DELETE FROM search_index WHERE rowid IN (SELECT id FROM search_entry)',
  ],
])('%s is found, and mended', async (_what, sql) => {
  const book = await searchedBook();
  transaction(book.db, (tx) => tx.exec(sql));
  expect(await found(book, '泰新能')).toBe(0);
  expect(await mendSearch(book)).toBeGreaterThan(0);
  expect([await found(book, '泰新能'), await mendSearch(book)]).toEqual([1, 0]);
});
