/**
 * Scores and rewards on paper: the sheet, the published snapshot, the workbook and the PDF say the
 * same; rewards add up per rule and currency.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright';
import type { Scheme } from '../../main/domain/scoring/scheme.ts';
import { testSession } from '../helpers/session.ts';
import { ask, convert, openBrowser, pagesOf, printsWith, scratch, textOf } from './paper.ts';

const folder = scratch();
let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

const scheme: Scheme = {
  name: '2012年考核办法',
  year: 2012,
  document: null,
  places: 2,
  sheets: [{ name: '总', percent: '100', most: null }],
  most: null,
  grades: [
    { name: '优秀', from: '5', share: null },
    { name: '合格', from: null, share: null },
  ],
  vetoGrade: '不合格',
  groups: [{ name: '乡镇组', of: 'units', kinds: ['township'], units: [], items: ['签约'] }],
  items: [
    {
      code: '签约',
      name: '签约项目',
      sheet: '总',
      points: '0',
      most: null,
      least: null,
      rule: {
        kind: 'tiered',
        source: {
          from: 'ledger',
          ledger: 'project',
          filters: [],
          sum: 'total_investment',
          measure: '万元',
          by: 'credit',
          date: 'signed_date',
        },
        tiers: [
          { from: '0', points: '2.25', only: [] },
          { from: '10000', points: '5', only: [] },
        ],
      },
    },
  ],
};

test('the published sheet, its workbook and its PDF carry the same totals and places, whatever the figures became since', async () => {
  const session = await testSession(['虢镇', '千河镇'], printsWith(browser));
  const { ids } = await session.ask('records.create', {
    ledger: 'project',
    records: [
      {
        name: '水泥厂',
        introducer: '虢镇',
        total_investment: '9000万',
        signed_date: '2012-03-05',
      },
      {
        name: '纺织厂',
        introducer: '千河镇',
        total_investment: '2亿',
        signed_date: '2012-03-05',
      },
    ],
  });
  await session.ask('schemes.save', { scheme });
  const { id: publication } = await session.ask('scores.publish', {
    year: 2012,
    month: 9,
    kind: 'quarter',
  });
  await session.ask('records.edit', {
    ledger: 'project',
    edits: [{ id: ids[0] ?? 0, field: 'total_investment', value: '3亿' }],
  });
  const said = (
    await session.ask('scores.published', { id: publication })
  ).sheet.groups[0]?.scores.map((one) => [one.name, one.total, one.place, one.grade]);
  expect(said).toEqual([
    ['虢镇', '2.25', 2, '合格'],
    ['千河镇', '5.00', 1, '优秀'],
  ]);

  const options = { year: 2012, month: 9, period: 'quarter' as const, publication };
  const [book, pdf] = [join(folder, 'scores.xlsx'), join(folder, 'scores.pdf')];
  await session.ask('tables.save', { name: 'scores', options, format: 'xlsx', to: book });
  await session.ask('tables.save', { name: 'scores', options, format: 'pdf', to: pdf });
  const cells = ask<readonly (readonly unknown[])[]>(
    book,
    '[[c.value for c in row] for row in values.iter_rows()]',
  ).filter((row) => row.includes('虢镇') || row.includes('千河镇'));
  expect(cells.map((row) => row.slice(0, 4))).toEqual([
    [1, '千河镇', 5, '优秀'],
    [2, '虢镇', 2.25, '合格'],
  ]);
  const [page = ''] = pagesOf(pdf);
  expect(page).toMatch(/2012年三季度/);
  expect(page).toMatch(/1\s+千河镇\s+5\.00\s+优秀[^]*2\s+虢镇\s+2\.25\s+合格/);
  expect(
    (
      await session.ask('tables.get', { name: 'scores', options: { year: 2012, month: 9 } })
    ).rows.map((row) => row.slice(0, 3)),
  ).toEqual([
    ['1', '虢镇', '5.00'],
    ['1', '千河镇', '5.00'],
  ]);
});

test('rewards of two rules add up by rule and in all as live sums; dollars stand apart', async () => {
  const session = await testSession(['虢镇', '千河镇'], printsWith(browser));
  const { ids } = await session.ask('records.create', {
    ledger: 'project',
    records: ['甲厂', '乙厂', '丙厂'].map((name) => ({
      name,
      introducer: '虢镇',
      total_investment: '1亿',
    })),
  });
  for (const [at, id] of ids.entries())
    await session.ask('projects.saveArrival', {
      project: id,
      id: null,
      date: '2012-05-01',
      amount: at === 2 ? '1500万美元' : '1000万元',
      currency: at === 2 ? 'USD' : 'CNY',
      source: null,
      evidence: null,
      remark: null,
      cuts: [],
      anyway: false,
    });
  const rule = {
    document: '县政发〔2012〕3号',
    from: null,
    until: null,
    review: { by: '市场监管局', date: '2012-01-05' },
    to: 'units' as const,
    filters: [],
    within: 'ever' as const,
    beyond: null,
    mostPerAward: null,
    mostPerReceiver: null,
    mostInAll: null,
    once: true,
    best: null,
    instalments: [],
  };
  const share = (tiers: readonly (readonly [string, string])[]) => ({
    kind: 'share' as const,
    base: 'recognised' as const,
    per: '‰' as const,
    mode: 'marginal' as const,
    tiers: tiers.map(([from, rate]) => ({ from, rate })),
  });
  await session.ask('rewards.saveRules', {
    book: {
      name: '奖励办法',
      year: 2012,
      budget: null,
      rules: [
        { ...rule, code: '引荐', name: '引荐奖', currency: 'CNY', what: share([['0', '3']]) },
        {
          ...rule,
          code: '定额',
          name: '定额奖',
          currency: 'CNY',
          what: {
            kind: 'fixed',
            base: 'total_investment',
            tiers: [{ from: '10000', amount: '20000' }],
          },
        },
        {
          ...rule,
          code: '外资',
          name: '外资奖',
          currency: 'USD',
          what: share([
            ['0', '3'],
            ['100', '2'],
            ['1000', '1'],
          ]),
        },
      ],
    },
  });
  await session.ask('rewards.adopt', {
    year: 2012,
    keys: (await session.ask('rewards.propose', { year: 2012 }))
      .filter((one) => one.refused === null)
      .map((one) => one.key),
  });
  const file = join(folder, 'rewards.xlsx');
  await session.ask('tables.save', {
    name: 'rewards',
    options: { year: 2012 },
    format: 'xlsx',
    to: file,
  });
  const lines = textOf(convert(file, 'csv', folder)).split('\n');
  const sums = lines
    .filter((line) => /小计|合计/.test(line))
    .map((line) => line.replaceAll('"', ''));
  expect(
    sums.map((line) => /(小计|合计)[^\d]*([\d,]+\.\d\d),([^,]*)/.exec(line)?.slice(1)),
  ).toEqual([
    ['小计', '60,000.00', '陆万元整'],
    ['小计', '60,000.00', '陆万元整'],
    ['合计', '120,000.00', '壹拾贰万元整'],
    ['合计', '26,000.00', '贰万陆仟元整'],
  ]);
  const grouped = await session.ask('tables.get', {
    name: 'rewards',
    options: { year: 2012, group: 'receiver' },
  });
  expect(grouped.totals.map((row) => [row[1], row[4]])).toEqual([
    ['合计（元）', '120,000.00'],
    ['合计（美元）', '26,000.00'],
  ]);
});
