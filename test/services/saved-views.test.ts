/**
 * A view that was saved is the book's: everybody finds it, it is taken back like any change, and it
 * knows its units under any name.
 */
import { expect, test } from 'vitest';
import { testSession, type TestSession } from '../helpers/session.ts';

const PROJECT = { ledger: 'project' } as const;
const VIEW = {
  filters: [{ field: 'introducer', text: '城关镇' }],
  sort: [{ field: 'total_investment', descending: true }],
  group: ['stage'],
  shown: ['name', 'stage'],
};
const namesIn = async ({ ask }: TestSession): Promise<readonly string[]> =>
  (await ask('views.list', PROJECT)).map((one) => one.name);

test('it comes back as it was saved, also after its unit is called otherwise', async () => {
  const session = await testSession(['城关镇', '河口镇']);
  const { ask } = session;
  await ask('views.save', { ...PROJECT, name: ' 城关的 ', view: VIEW });
  expect(await ask('views.list', PROJECT)).toEqual([{ name: '城关的', ...VIEW }]);
  expect(await ask('views.list', { ledger: 'lead' })).toEqual([]);
  const [unit] = (await ask('units.list', {})).filter((one) => one.name === '城关镇');
  const renamed = { kind: 'township' as const, aliases: [], leader: null };
  await ask('units.update', { id: unit?.id ?? 0, name: '城厢街道', ...renamed });
  expect((await ask('views.list', PROJECT))[0]?.filters).toEqual([
    { field: 'introducer', text: '=城厢街道' },
  ]);
  await expect(ask('units.remove', { id: unit?.id ?? 0 })).rejects.toMatchObject({
    code: 'unit.inUse',
    params: { where: ['视图“城关的”'] },
  });
});

test('one of the same name is replaced; saving, replacing and removing are taken back one by one', async () => {
  const session = await testSession(['城关镇']);
  const { ask } = session;
  await ask('views.save', { ...PROJECT, name: '大项目', view: VIEW });
  await ask('views.save', { ...PROJECT, name: '大项目', view: { ...VIEW, group: [] } });
  expect(await ask('views.list', PROJECT)).toMatchObject([{ name: '大项目', group: [] }]);
  await ask('views.remove', { ...PROJECT, name: '大项目' });
  expect(await namesIn(session)).toEqual([]);
  const labels = (await ask('changes.list', { before: 0, limit: 3, text: '' })).map(
    (one) => one.label,
  );
  expect(labels).toEqual(['删除视图“大项目”', '保存视图“大项目”', '保存视图“大项目”']);
  await ask('changes.undo', {});
  expect(await ask('views.list', PROJECT)).toMatchObject([{ name: '大项目', group: [] }]);
  await ask('changes.undo', {});
  expect(await ask('views.list', PROJECT)).toMatchObject([{ name: '大项目', group: ['stage'] }]);
  await ask('changes.undo', {});
  expect(await namesIn(session)).toEqual([]);
});

test('what is not there is refused', async () => {
  const { ask } = await testSession(['城关镇']);
  await expect(ask('views.remove', { ...PROJECT, name: '没有' })).rejects.toMatchObject({
    code: 'record.missing',
  });
  await expect(ask('views.list', { ledger: 'own_9' })).rejects.toMatchObject({
    code: 'ledger.unknown',
  });
});
