/** 修改记录 picked out by whom, about what, and between which days of this PC's clock. */
import { expect, test } from 'vitest';
import type { ChangesWanted } from '../../main/domain/change-line.ts';
import { createRecord } from '../../main/services/records/edit.ts';
import { saveIndicator } from '../../main/services/targets/indicators.ts';
import { listChanges, undoChange } from '../../main/services/records/undo.ts';
import { testBook } from '../helpers/book.ts';
import { typedIndicator } from '../helpers/indicator.ts';

/** a local moment, whatever the zone */
const at = (day: number, hour: number) => () => new Date(2012, 9, day, hour);

function officeOfTwo() {
  const book = testBook(['城关镇']);
  const wang = (day: number, hour: number) => ({ ...book, who: '王敏', clock: at(day, hour) });
  createRecord(wang(10, 9), 'project', [{ name: '海泰新能' }]);
  saveIndicator(
    { ...book, who: '李强', clock: at(11, 23) },
    { id: null, indicator: typedIndicator('固定资产投资', { measure: '万元', places: 0 }) },
  );
  createRecord(wang(12, 0), 'rectification', [{ problem: '排污口未封堵' }]);
  undoChange({ ...wang(13, 8), undoFloor: 0 });
  return (wanted: Partial<ChangesWanted>): readonly string[] =>
    listChanges(book, { before: 0, limit: 200, text: '', ...wanted }).map(
      ({ at: moment, who }) => `${new Date(moment).getDate()}日 ${who}`,
    );
}

test('by whom', () => {
  const picked = officeOfTwo();
  expect(picked({ who: '李强' })).toEqual(['11日 李强']);
  expect(picked({ who: '李' })).toEqual([]);
});

test('about what; what took a change back is about the same', () => {
  const picked = officeOfTwo();
  expect(picked({ kind: 'records', from: '2012-10-09' })).toEqual([
    '13日 王敏',
    '12日 王敏',
    '10日 王敏',
  ]);
  expect(picked({ kind: 'year', from: '2012-10-09' })).toEqual(['11日 李强']);
  expect(picked({ kind: 'import' })).toEqual([]);
});

test('between days, both of them included, from midnight to midnight here', () => {
  const picked = officeOfTwo();
  expect(picked({ from: '2012-10-11', to: '2012-10-11' })).toEqual(['11日 李强']);
  expect(picked({ from: '2012-10-12', to: '2012-10-13' })).toEqual(['13日 王敏', '12日 王敏']);
  expect(picked({ from: '2012-10-11', to: '2012-10-12', who: '王敏' })).toEqual(['12日 王敏']);
});
