/**
 * Deductions read what is overdue in a ledger that users define: by its own deadline, unit and
 * closing choices.
 */
import { expect, test } from 'vitest';
import type { Input } from '../../preload/contract/index.ts';
import { testSession } from '../helpers/session.ts';

type Source = Extract<
  Input<'schemes.save'>['scheme']['items'][number]['rule'],
  { kind: 'deduction' }
>['parts'][number]['source'];
const scheme = (source: Source): Input<'schemes.save'> => ({
  scheme: {
    name: '考核办法',
    year: 2012,
    document: null,
    places: 2,
    sheets: [{ name: '总', percent: '100', most: null }],
    most: null,
    grades: [],
    vetoGrade: '不合格',
    groups: [{ name: '镇街', of: 'units', kinds: ['township'], units: [], items: ['整治'] }],
    items: [
      {
        code: '整治',
        name: '散乱污整治',
        sheet: '总',
        points: '10',
        most: null,
        least: '0',
        rule: { kind: 'deduction', parts: [{ label: '逾期未整治', source, weight: '2' }] },
      },
    ],
  },
});
const overdue: Source = { from: 'overdue', ledger: 'own_polluters', by: 'unit' };

test('what is past its deadline costs its unit points until it closes, also in a month before it was closed', async () => {
  const session = await testSession(['虢镇', '千河镇']);
  await session.ask('ledgers.addShipped', { code: 'own_polluters' });
  const { ids } = await session.ask('records.create', {
    ledger: 'own_polluters',
    records: [
      { name: '东关砖厂', unit: '虢镇', state: '待验收', deadline: '2012-06-30' },
      { name: '西关砂厂', unit: '虢镇', state: '整治中', deadline: '2012年12月' },
      { name: '河口石料', unit: '千河镇', state: '整治中', deadline: '2012-09-20' },
      { name: '早已销号', unit: '千河镇', state: '已销号', deadline: '2012-01-31' },
    ],
  });
  await session.ask('schemes.save', scheme(overdue));
  const totals = async (month: number) =>
    (await session.ask('scores.sheet', { year: 2012, month })).groups.flatMap((group) =>
      group.scores.map((one) => [one.name, one.total]),
    );
  expect(await totals(10)).toEqual([
    ['虢镇', '8.00'],
    ['千河镇', '8.00'],
  ]);
  expect(Object.fromEntries(await totals(8))).toEqual({ 虢镇: '8.00', 千河镇: '10.00' });
  const lines = (await session.ask('scores.sheet', { year: 2012, month: 10 })).groups[0]?.scores[0]
    ?.items[0]?.lines;
  expect(lines?.[0]).toMatchObject({
    text: '东关砖厂：2012-06-30到期，至2012-10-08未办结，超100天',
    record: { ledger: 'own_polluters', id: ids[0] },
  });
  await session.ask('records.setState', {
    ledger: 'own_polluters',
    ids: [ids[0] ?? 0],
    state: '已销号',
    date: '2012-09-15',
    who: null,
    note: null,
  });
  expect(Object.fromEntries(await totals(10))).toEqual({ 虢镇: '10.00', 千河镇: '8.00' });
  // at the end of August it was still open
  expect(Object.fromEntries(await totals(8))).toEqual({ 虢镇: '8.00', 千河镇: '10.00' });
});

test('a ledger without a deadline, or an owner that is no unit, is refused with what to do', async () => {
  const session = await testSession(['虢镇']);
  await session.ask('ledgers.addShipped', { code: 'own_polluters' });
  const [own] = await session.ask('ledgers.list', {});
  if (own === undefined) throw new RangeError('the ledger was added');
  await expect(
    session.ask(
      'schemes.save',
      scheme({ from: 'overdue', ledger: 'own_polluters', by: 'industry' }),
    ),
  ).rejects.toMatchObject({
    code: 'scheme.wrong',
    params: { problem: expect.stringContaining('“行业”不是单位') as string },
  });
  await session.ask('ledgers.save', {
    code: own.code,
    definition: { ...own.definition, reminder: null },
  });
  await expect(session.ask('schemes.save', scheme(overdue))).rejects.toMatchObject({
    code: 'scheme.wrong',
    params: { problem: expect.stringContaining('没有设到期提醒') as string },
  });
});
