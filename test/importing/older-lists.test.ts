/**
 * Lists of several months: a stage is told as of its list, whenever that comes in, and a renamed
 * project that is otherwise the same stays one.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { testSession, type TestSession } from '../helpers/session.ts';

const HEAD = '项目名称,投资方,总投资（万元）,项目阶段,签约时间,引进单位';
const take = async (session: TestSession, title: string, ...rows: readonly string[]) => {
  const file = join(session.folder, `${title}.csv`);
  writeFileSync(file, [`${title},,,,,`, HEAD, ...rows].join('\r\n'));
  const draft = await session.ask('imports.open', { files: [file] });
  await session.ask('imports.commit', { draft: draft.id, onlyValid: true });
  return draft;
};
const line = (name: string, stage: string): string =>
  `${name},星野集团有限公司,5000,${stage},2012-01-10,虢镇`;
const byStage = async (session: TestSession, month: number) =>
  (
    await session.ask('tables.get', {
      name: 'project-rollup',
      options: { year: 2012, month, dimensions: ['stage'] },
    })
  ).rows.map((row) => [row[1], row[2]]);

test('each month prints the stages of its own list, also when an earlier list comes in later', async () => {
  const session = await testSession(['虢镇']);
  await take(session, '2012年重点项目台账', line('星野茶叶精深加工项目', '签约'));
  await take(session, '重点项目台账（截至2012年8月底）', line('星野茶叶精深加工项目', '在建'));
  await take(session, '重点项目台账（截至2012年5月底）', line('星野茶叶精深加工项目', '开工'));
  const [project] = await session.ask('records.page', {
    query: { ledger: 'project', filters: [], search: '', sort: [], group: [] },
    offset: 0,
    limit: 5,
  });
  expect(project?.['stage']).toBe('building');
  expect(await byStage(session, 3)).toEqual([['签约', '1']]);
  expect(await byStage(session, 6)).toEqual([['开工', '1']]);
  expect(await byStage(session, 9)).toEqual([['在建', '1']]);
});

test('a stage that the first list told is not rolled back by an older one', async () => {
  const session = await testSession(['虢镇']);
  await take(session, '重点项目台账（截至2012年9月底）', line('星野茶叶精深加工项目', '开工'));
  await take(session, '重点项目台账（截至2012年8月底）', line('星野茶叶精深加工项目', '签约'));
  const [project] = await session.ask('records.page', {
    query: { ledger: 'project' },
    offset: 0,
    limit: 5,
  });
  expect(project?.['stage']).toBe('started');
});

test('a name that changed beside an investor, a day, a sum and a unit that did not is told, not asked', async () => {
  const session = await testSession(['虢镇']);
  await take(session, '2012年重点项目台账', line('星野茶叶精深加工项目', '签约'));
  const draft = await take(
    session,
    '重点项目台账（截至2012年8月底）',
    line('星野茶叶精深加工建设项目', '在建'),
  );
  expect(draft.counts).toMatchObject({ new: 0, changed: 1, rejected: 0 });
  expect(draft.files[0]?.report?.sheets[0]?.tables[0]?.issues).toContainEqual(
    expect.objectContaining({ level: 'warning', code: 'name.changed', row: 3 }),
  );
  // without what lasts it stays a question
  const bare = await take(
    session,
    '重点项目台账（截至2012年9月底）',
    '星野茶叶精深加工新项目,,,在建,,虢镇',
  );
  expect(bare.counts).toMatchObject({ new: 0, rejected: 1 });
});
