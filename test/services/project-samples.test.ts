/**
 * Samples 02, 03 and 08 through the whole: imported, moved, paid, cut and shared by hand; the
 * tables equal what is computed by hand.
 */
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { listedTable, testSession, type TestSession } from '../helpers/session.ts';

const sample = (name: string): string =>
  fileURLToPath(new URL(`../../resources/samples/${name}`, import.meta.url));
const [PARK, INVEST, OLD] = [
  sample('02-园区重点项目台账2010.xlsx'),
  sample('03-招商引资项目统计2012.xlsx'),
  sample('08-招商引资项目统计2012-旧格式.xls'),
];

/** Imports a file whole; its units are made, the one that may be several is left empty. */
async function bring({ ask }: TestSession, file: string): Promise<void> {
  const { id, unknownUnits } = await ask('imports.open', { files: [file] });
  await ask('imports.answer', {
    draft: id,
    answers: unknownUnits.map(({ name }) => ({
      kind: 'unit' as const,
      name,
      as:
        name === '镇政府'
          ? { is: 'empty' as const }
          : { is: 'new' as const, unitKind: 'department' as const },
    })),
  });
  expect(await ask('imports.commit', { draft: id, onlyValid: false })).toMatchObject({
    rejected: 0,
  });
}
const idOf = async ({ ask }: TestSession, name: string): Promise<number> =>
  (
    await ask('records.page', {
      query: { ledger: 'project', filters: [{ field: 'name', text: name }] },
      offset: 0,
      limit: 2,
    })
  )[0]?.id ?? 0;
const table = async (session: TestSession, name: string) =>
  session.ask('tables.get', { name: await listedTable(session, name), options: { filters: [] } });
/** 单位, then 个数, 总投资 and 到位资金 of 合计, 签约 and 开工. */
const batches = (row: readonly string[]): string[] =>
  [1, 2, 4, 6, 7, 9, 11, 12, 14, 16].map((at) => row[at] ?? '');

const STEEL = '长乐钢铁35万吨热轧钢生产项目';

/** An arrival by hand of which some is cut, a share of 7:3, and a move from 签约 to 开工. */
async function work(session: TestSession): Promise<void> {
  const steel = await idOf(session, STEEL);
  await session.ask('projects.saveArrival', {
    project: steel,
    id: null,
    date: '2012.10.5',
    amount: '500',
    currency: 'CNY',
    source: null,
    evidence: '进账单',
    remark: null,
    cuts: [{ amount: '100', reason: '土地价款' }],
  });
  await session.ask('projects.setCredit', {
    id: steel,
    split: 'seven',
    shares: [
      { unit: '县功镇', percent: '70' },
      { unit: '科技园区', percent: '30' },
    ],
    certificate: null,
  });
  const signed =
    (
      await session.ask('records.page', {
        query: { ledger: 'project', filters: [{ field: 'introducer', text: '东关街道办' }] },
        offset: 0,
        limit: 5,
      })
    )[0]?.id ?? 0;
  await session.ask('records.setStage', {
    id: signed,
    stage: 'started',
    date: '2012.9.20',
    who: '张三',
    note: null,
    evidence: '开工令',
  });
}

test('samples 02 and 03: a stage move, an arrival by hand with a cut, a share of 7:3', async () => {
  const session = await testSession();
  await bring(session, PARK);
  await bring(session, INVEST);
  expect(batches((await table(session, 'four-batches')).totals[0] ?? [])).toEqual([
    '合计',
    '22',
    '1,043,700',
    '420,000',
    '6',
    '150,200',
    '15,100',
    '3',
    '181,000',
    '78,000',
  ]);

  const steel = await idOf(session, STEEL);
  const before = await session.ask('records.get', { ledger: 'project', id: steel });
  expect(before).toMatchObject({
    row: { introducer: '县功镇', arrived_total: '590000000.00' },
    credits: [{ unit: '县功镇', percent: '100' }],
  });
  await work(session);

  const four = await table(session, 'four-batches');
  const row = (unit: string): string[] => batches(four.rows.find((one) => one[1] === unit) ?? []);
  // 59,500 × 70 % = 41,650; the park's own 10,000 + 59,500 × 30 % = 27,850
  expect(row('县功镇')).toEqual([
    '县功镇',
    '1',
    '126,000',
    '41,650',
    '0',
    '0',
    '0',
    '1',
    '126,000',
    '41,650',
  ]);
  expect(row('科技园区')).toEqual([
    '科技园区',
    '1',
    '30,000',
    '27,850',
    '0',
    '0',
    '0',
    '1',
    '30,000',
    '27,850',
  ]);
  expect(batches(four.totals[0] ?? [])).toEqual([
    '合计',
    '22',
    '1,043,700',
    '420,500',
    '5',
    '139,200',
    '10,100',
    '4',
    '192,000',
    '83,500',
  ]);

  const credits = await table(session, 'arrival-credits');
  const shared = (unit: string): string[] =>
    (credits.rows.find((one) => one[1] === unit) ?? []).slice(2);
  expect(shared('县功镇')).toEqual([
    '41,650.00',
    '',
    '41,650.00',
    '70.00',
    '280.00',
    '41,300.00',
    '80.00',
  ]);
  expect(shared('科技园区')).toEqual([
    '27,850.00',
    '',
    '27,850.00',
    '30.00',
    '120.00',
    '27,700.00',
    '80.00',
  ]);
  expect(credits.totals[0]?.slice(1)).toEqual([
    '合计',
    '420,500.00',
    '',
    '420,500.00',
    '100.00',
    '400.00',
    '420,000.00',
    '80.00',
  ]);
  const list = await table(session, 'arrivals');
  expect(list.rows.find((one) => one[2] === '2012.10.5')?.slice(1, 8)).toEqual([
    '长乐钢铁35万吨热轧钢生产项目',
    '2012.10.5',
    '500',
    '400',
    '100',
    '土地价款',
    '逐笔',
  ]);
  expect(list.totals.at(-1)?.slice(3, 6)).toEqual(['420,500', '400', '100']);

  for (let step = 0; step < 3; step++) await session.ask('changes.undo', {});
  const after = await session.ask('records.get', { ledger: 'project', id: steel });
  expect({ ...after, history: [] }).toEqual({ ...before, history: [] });
});

test('sample 08, the old format, goes the same way as 03, to the same figures', async () => {
  const [now, old] = [await testSession(), await testSession()];
  await bring(now, INVEST);
  await bring(old, OLD);
  const same = async (): Promise<void> => {
    for (const name of ['four-batches', 'arrivals', 'arrival-credits']) {
      const [first, second] = [await table(now, name), await table(old, name)];
      expect(first.rows.length).toBeGreaterThan(5);
      expect([second.rows, second.totals]).toEqual([first.rows, first.totals]);
    }
  };
  await same();
  // of the 22 projects above, without the 13 of sample 02: 1,043,700 − 509,200 and 420,000 −
  // 175,500
  expect(batches((await table(old, 'four-batches')).totals[0] ?? [])).toEqual([
    '合计',
    '9',
    '534,500',
    '244,500',
    '1',
    '11,000',
    '5,000',
    '3',
    '181,000',
    '78,000',
  ]);
  await work(now);
  await work(old);
  await same();
  expect(batches((await table(old, 'four-batches')).totals[0] ?? [])).toEqual([
    '合计',
    '9',
    '534,500',
    '245,000',
    '0',
    '0',
    '0',
    '4',
    '192,000',
    '83,500',
  ]);
  expect((await table(old, 'arrival-credits')).totals[0]?.slice(1)).toEqual([
    '合计',
    '245,000.00',
    '',
    '245,000.00',
    '100.00',
    '400.00',
    '244,500.00',
    '80.00',
  ]);
});
