/**
 * Ctrl+Z stays within this sitting, and leaves to the list of changes what others may have acted
 * on.
 */
import { expect, test } from 'vitest';
import { createRecord, editRecords } from '../../main/services/records/edit.ts';
import { listChanges, takeBackListed, undoChange } from '../../main/services/records/undo.ts';
import { commitImport } from '../../main/services/imports/imports.ts';
import { faultOf, testBook } from '../helpers/book.ts';

test('what was done before the program was opened is not taken back by Ctrl+Z, but can be in the list', () => {
  const book = testBook();
  const { ids } = createRecord(book, 'project', [{ name: '海泰新能' }]);
  const reopened = {
    ...book,
    undoFloor: listChanges(book, { before: 0, limit: 1, text: '' })[0]?.id ?? 0,
  };
  expect(faultOf(() => undoChange(reopened))).toBe('undo.nothing');
  editRecords(reopened, 'project', [{ id: ids[0] ?? 0, field: 'remark', value: '已回访' }]);
  expect(undoChange(reopened).label).toBe('修改备注');
  expect(faultOf(() => undoChange(reopened))).toBe('undo.nothing');
  expect(takeBackListed(reopened, reopened.undoFloor).records).toBe(1);
});

test('an import is named with the place that takes it back', () => {
  const book = testBook();
  commitImport(book, {
    file: '表.xlsx',
    ledger: 'project',
    tables: [],
    units: [{ name: '城关镇', kind: 'township' }],
    creates: [],
    changes: [],
    unchanged: 0,
    rejected: 0,

    told: null,
    profiles: [],
  });
  expect(faultOf(() => undoChange(book))).toBe('undo.ownButton');
  const [line] = listChanges(book, { before: 0, limit: 1, text: '导入' });
  expect(takeBackListed(book, line?.id ?? 0).label).toBe('导入“表.xlsx”');
  expect(faultOf(() => takeBackListed(book, line?.id ?? 0))).toBe('undo.nothing');
  expect(faultOf(() => takeBackListed(book, 1))).toBe('undo.nothing');
});
