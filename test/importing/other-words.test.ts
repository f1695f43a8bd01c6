/**
 * A row that tells of a record in other words than the book: asked about in every ledger, never a
 * second record without a word.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { testSession, type TestSession } from '../helpers/session.ts';

async function open(session: TestSession, name: string, rows: readonly string[]) {
  const path = join(session.folder, name);
  writeFileSync(path, rows.join('\r\n'));
  return session.ask('imports.open', { files: [path] });
}

async function bring(session: TestSession, name: string, rows: readonly string[]): Promise<void> {
  const draft = await open(session, name, rows);
  await session.ask('imports.commit', { draft: draft.id, onlyValid: false });
}

it('of an own ledger: a firm with and without 有限公司 at the same place', async () => {
  const session = await testSession(['城关镇', '柳河镇']);
  const field = (label: string, kind: 'text' | 'unit') => ({ code: '', label, kind });
  await session.ask('ledgers.create', {
    definition: {
      label: '租赁合同',
      fields: [
        { ...field('承租方', 'text'), required: true },
        field('所在单位', 'unit'),
        field('履行情况', 'text'),
      ],
      nameField: '承租方',
      identity: ['承租方', '所在单位'],
    },
  });
  const head = ['租赁合同台账', '序号,承租方,所在单位,履行情况'];
  await bring(session, '合同.csv', [...head, '1,东方纺织公司,城关镇,正常', '2,甲厂,城关镇,正常']);
  const draft = await open(session, '再来.csv', [
    ...head,
    '1,东方纺织有限公司,城关镇,欠租',
    '2,东方纺织有限公司,柳河镇,正常',
    '3,乙厂,城关镇,正常',
  ]);
  expect(draft.nearRecords).toMatchObject([{ row: 3, like: { name: '东方纺织公司' } }]);
  expect(draft.counts).toMatchObject({ new: 2, rejected: 1 });
  const [near] = draft.nearRecords;
  const answered = await session.ask('imports.answer', {
    draft: draft.id,
    answers: [
      {
        kind: 'record',
        file: '再来.csv',
        sheet: near?.sheet ?? '',
        row: 3,
        as: { is: 'same', record: near?.like.id ?? 0 },
      },
    ],
  });
  expect(answered.counts).toMatchObject({ new: 2, changed: 1, rejected: 0 });
});

it('of problems: the same words with other signs at the same unit, not one place beside another', async () => {
  const session = await testSession(['城关镇', '柳河镇']);
  const head = ['问题整改台账', '序号,存在问题,所在位置,责任单位,整改时限'];
  await bring(session, '问题.csv', [
    ...head,
    '1,消防通道堵塞（东门）,商场,城关镇,2012-10-30',
    '2,甲厂灭火器过期,工业路,城关镇,2012-10-30',
  ]);
  const draft = await open(session, '再来.csv', [
    ...head,
    '1,消防通道堵塞-东门,商场,城关镇,2012-10-30',
    '2,乙厂灭火器过期,工业路,城关镇,2012-10-30',
    '3,消防通道堵塞-东门,医院,城关镇,2012-10-30',
  ]);
  expect(draft.nearRecords).toMatchObject([{ row: 3, like: { name: '消防通道堵塞（东门）' } }]);
  expect(draft.counts).toMatchObject({ new: 2, rejected: 1 });
});

it('of units: a full name of one that is there, not a village called like its township', async () => {
  const session = await testSession(['城关镇']);
  const draft = await open(session, '单位.csv', [
    '单位名册',
    '序号,单位名称,单位类别,负责人',
    '1,城关镇人民政府,乡镇,王五',
    '2,城关村,村,李四',
  ]);
  expect(draft.nearRecords).toMatchObject([{ row: 3, like: { name: '城关镇' } }]);
  expect(draft.counts).toMatchObject({ new: 1, rejected: 1 });
});
