/**
 * 修改记录 on paper: what was picked out of the list, newest first, with its person, its time and
 * whether it was taken back.
 */
import { expect, test } from 'vitest';
import { testSession } from '../helpers/session.ts';

test('the sheet has the changes that were picked, and says by what', async () => {
  const { ask } = await testSession(['甲镇']);
  await ask('session.setOperator', { name: '王会计' });
  await ask('records.create', { ledger: 'project', records: [{ name: '海泰新能' }] });
  await ask('records.create', { ledger: 'project', records: [{ name: '瑞熙钛业' }] });
  await ask('changes.undo', {});
  const sheet = await ask('tables.get', {
    name: 'change-sheet',
    options: {
      changes: {
        text: '新增',
        who: '王会计',
        kind: 'records',
        from: '2012-10-01',
        to: '2012-10-31',
      },
    },
  });
  expect(sheet.header.at(-1)).toEqual(['序号', '时间', '经办人', '修改内容', '备注']);
  expect(sheet.rows.map(([number, , ...rest]) => [number, ...rest])).toEqual([
    ['1', '王会计', '新增1个项目', '已退回'],
    ['2', '王会计', '新增1个项目', ''],
  ]);
  expect(sheet.notes[0]).toContain('共2条');
  const none = await ask('tables.get', {
    name: 'change-sheet',
    options: { changes: { text: '', from: '2013-01-01' } },
  });
  expect(none.rows).toEqual([]);
});
