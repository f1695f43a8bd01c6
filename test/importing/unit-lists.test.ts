/**
 * Lists of units as offices keep them: kinds, the unit above, years, and what of them no field
 * takes.
 */
import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { testSession, type TestSession } from '../helpers/session.ts';

function list(session: TestSession, rows: readonly string[]): string {
  const path = join(session.folder, '单位.csv');
  writeFileSync(path, rows.join('\r\n'));
  return path;
}

const HEAD = ['县属单位一览表', '序号,单位名称,单位类别,上级单位,简称,成立年份,撤并年份,备注'];

async function units(session: TestSession) {
  const rows = await session.ask('records.page', {
    query: { ledger: 'unit' },
    offset: 0,
    limit: 50,
  });
  return new Map(rows.map((row) => [row['name'], row]));
}

it('a unit stands under another of the list, in whatever order, and lives as long as it says; the same list again changes nothing', async () => {
  const session = await testSession(['城关镇', '柳河镇']);
  const path = list(session, [
    ...HEAD,
    '1,东街社区,社区,城关镇,东街,2001年,,',
    '2,双桥村,村,高店镇,,,,',
    '3,高店镇,乡镇,示例县,,1985年,,',
    '4,柳河镇,乡镇,,,,2011年,并入城关镇',
    '合计,4',
    '注：截至2012年底',
  ]);
  const draft = await session.ask('imports.open', { files: [path] });
  expect(draft.counts).toMatchObject({ new: 3, changed: 1, rejected: 0 });
  const { import: id, leftOut } = await session.ask('imports.commit', {
    draft: draft.id,
    onlyValid: false,
  });
  expect(leftOut.map(({ message }) => message)).toEqual([]);
  const now = await units(session);
  expect(now.get('东街社区')).toMatchObject({ parent: '城关镇', active_from: '2001' });
  expect(now.get('双桥村')).toMatchObject({ kind: 'village', parent: '高店镇' });
  expect(now.get('高店镇')).toMatchObject({ parent: '示例县', active_from: '1985' });
  expect(now.get('柳河镇')).toMatchObject({ active_to: '2011' });

  const again = await session.ask('imports.open', { files: [path] });
  expect(again.counts).toMatchObject({ new: 0, changed: 0, unchanged: 4 });
  expect(
    again.files[0]?.report?.sheets[0]?.tables[0]?.issues.map(({ code, message }) => [
      code,
      message,
    ]),
  ).toContainEqual(['column.unread', '1列没有对应的字段，没有导入：备注。']);

  await session.ask('imports.undo', { id });
  expect([...(await units(session)).keys()]).not.toContain('高店镇');
});

it('a unit above that nobody knows is asked about, and the unit comes in without it', async () => {
  const session = await testSession(['城关镇']);
  const path = list(session, [
    ...HEAD,
    '1,东街社区,社区,城西镇,,,,',
    '2,西街社区,社区,西街社区,,,,',
  ]);
  const draft = await session.ask('imports.open', { files: [path] });
  const issues = draft.files[0]?.report?.sheets[0]?.tables[0]?.issues ?? [];
  expect(issues.filter(({ level }) => level === 'question')).toMatchObject([
    { code: 'unit.parent', row: 3, column: 'D' },
    { code: 'unit.parent', row: 4, column: 'D' },
  ]);
  await session.ask('imports.commit', { draft: draft.id, onlyValid: true });
  expect((await units(session)).get('东街社区')).toMatchObject({ parent: '示例县' });
});
