/**
 * A block pasted beyond the last row: edits and new records are one change, and where one cell
 * cannot be taken none is.
 */
import { expect, test } from 'vitest';
import { createRecord, pasteRecords } from '../../main/services/records/edit.ts';
import { contentOf, faultOf, testBook } from '../helpers/book.ts';
import { undoChange } from '../../main/services/records/undo.ts';

test('edits and records are taken back as one', () => {
  const book = testBook();
  const [first = 0] = createRecord(book, 'project', [{ name: '海泰一期' }]).ids;
  const before = contentOf(book.db);
  const { ids } = pasteRecords(
    book,
    'project',
    [{ id: first, field: 'company', value: '海泰公司' }],
    [{ name: '新一', company: '甲' }, { name: '新二' }],
  );
  expect(ids).toHaveLength(3);
  undoChange(book);
  expect(contentOf(book.db)['project']).toEqual(before['project']);
});

test('one cell that cannot be taken refuses the whole block', () => {
  const book = testBook();
  const [first = 0] = createRecord(book, 'project', [{ name: '海泰一期' }]).ids;
  const before = contentOf(book.db);
  const refused = faultOf(() =>
    pasteRecords(
      book,
      'project',
      [{ id: first, field: 'company', value: '海泰公司' }],
      [{ name: '新一', total_investment: '很多' }, { company: '没有名称' }],
    ),
  );
  expect(refused).toBe('block.refused');
  expect(contentOf(book.db)).toEqual(before);
});
