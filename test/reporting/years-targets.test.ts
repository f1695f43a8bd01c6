/**
 * A plan of three years in yearly steps, with what was done: flows add up, a stock and a ratio are
 * what they are at the end.
 */
import { expect, test } from 'vitest';
import { typedIndicator } from '../helpers/indicator.ts';
import { listedTable, testSession } from '../helpers/session.ts';

test('three years of an office and of a unit', async () => {
  const session = await testSession(['甲镇', '乙镇']);
  const units = new Map((await session.ask('units.list', {})).map((one) => [one.name, one.id]));
  const add = async (name: string, more: Parameters<typeof typedIndicator>[1]) =>
    (await session.ask('indicators.save', { id: null, indicator: typedIndicator(name, more) })).id;
  const villages = await add('电商示范村', { measure: '个', places: 0 });
  const cover = await add('覆盖率', { measure: '%', places: 1, kind: 'ratio', rollup: 'none' });
  const set = (
    year: number,
    indicator: number,
    unit: string,
    part: 'base' | 'assured',
    text: string,
  ) =>
    session.ask('targets.edit', {
      year,
      edits: [{ indicator, unit: units.get(unit) ?? null, part, text }],
    });
  const done = (year: number, indicator: number, unit: string, text: string) =>
    session.ask('progress.edit', {
      year,
      month: 12,
      edits: [{ indicator, unit: units.get(unit) ?? 0, part: 'cumulative', text }],
    });
  await set(2010, villages, '甲镇', 'base', '4');
  await set(2010, cover, '甲镇', 'base', '40');
  for (const [year, target, real, share, was] of [
    [2010, '5', '6', '50', '48.5'],
    [2011, '7', '6', '60', '61.2'],
    [2012, '8', null, '75', null],
  ] as const) {
    await set(year, villages, '甲镇', 'assured', target);
    await set(year, villages, '乙镇', 'assured', '1');
    await set(year, cover, '甲镇', 'assured', share);
    if (real !== null) await done(year, villages, '甲镇', real);
    if (was !== null) await done(year, cover, '甲镇', was);
  }
  const table = await session.ask('tables.get', {
    name: await listedTable(session, 'years-targets'),
    options: { year: 2012, unit: '甲镇' },
  });
  expect(table.title).toBe('甲镇2010—2012年目标完成情况表');
  // 12 of 20 villages; 61.2 of 75; 8 over 4 is twice as much, 75 over 40 are 35 points
  expect(table.rows.map((row) => row.slice(1))).toEqual([
    ['电商示范村', '个', '4', '5', '6', '7', '6', '8', '', '20', '12', '60.00', '100.0'],
    [
      '覆盖率',
      '%',
      '40.0',
      '50.0',
      '48.5',
      '60.0',
      '61.2',
      '75.0',
      '',
      '75.0',
      '61.2',
      '81.60',
      '35.0',
    ],
  ]);
  const none = await session.ask('tables.get', {
    name: await listedTable(session, 'years-targets'),
    options: { year: 2009 },
  });
  expect(none.rows).toEqual([]);
});
