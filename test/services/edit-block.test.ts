/**
 * A block of cells over several records: taken whole as one change, or refused whole with the cells
 * named.
 */
import { expect, test } from 'vitest';
import { testSession } from '../helpers/session.ts';
import { faultText } from '../../renderer/format/fault.ts';
import { Fault, type FaultData } from '../../main/domain/fault.ts';

const CHOSEN = { ledger: 'project', sort: [{ field: 'name', descending: false }] } as const;

async function threeProjects() {
  const session = await testSession(['甲镇']);
  const { ids } = await session.ask('records.create', {
    ledger: 'project',
    records: ['一号', '二号', '三号'].map((name) => ({ name, total_investment: '1000' })),
  });
  const totals = async (): Promise<unknown[]> =>
    (
      await session.ask('records.page', {
        query: { ...CHOSEN, sort: [...CHOSEN.sort] },
        offset: 0,
        limit: 10,
      })
    ).map((row) => row['total_investment']);
  return { session, ids, totals };
}

test('every refused cell is counted, the first three are named, nothing is half done', async () => {
  const { session, ids, totals } = await threeProjects();
  const edits = ids.flatMap((id, at) => [
    { id, field: 'total_investment', value: at === 1 ? '2000' : '很多' },
    { id, field: 'introducer', value: at === 0 ? '甲镇' : '没有这个镇' },
  ]);
  const refused = await session
    .ask('records.edit', { ledger: 'project', edits })
    .catch((error: unknown) => error);
  if (!(refused instanceof Fault)) throw new Error('the block was taken');
  expect(faultText({ code: refused.code, params: refused.params } as FaultData)).toMatch(
    /^4格不能填入，所选区域均未修改。“一号”：“很多”无法识别。.*“二号”：不认识单位“没有这个镇”。.*“三号”：“很多”无法识别。.*还有1格情况相同。$/,
  );
  expect(await totals()).toEqual(['10000000.00', '10000000.00', '10000000.00']);
});

test('a good block is one change: one step takes it back', async () => {
  const { session, ids, totals } = await threeProjects();
  await session.ask('records.edit', {
    ledger: 'project',
    edits: ids.map((id, at) => ({ id, field: 'total_investment', value: `${2000 + at}` })),
  });
  expect(await totals()).toEqual(
    expect.arrayContaining(['20000000.00', '20010000.00', '20020000.00']),
  );
  expect(await session.ask('changes.undo', {})).toMatchObject({ records: 3, label: '修改3格' });
  expect(await totals()).toEqual(['10000000.00', '10000000.00', '10000000.00']);
});

test('one record’s cell keeps its own refusal, which the form shows beside the field', async () => {
  const { session, ids } = await threeProjects();
  const [id = 0] = ids;
  await expect(
    session.ask('records.edit', {
      ledger: 'project',
      edits: [
        { id, field: 'total_investment', value: '很多' },
        { id, field: 'company', value: '甲' },
      ],
    }),
  ).rejects.toMatchObject({ code: 'value.unreadable' });
});
