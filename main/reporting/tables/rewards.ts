/** 奖励兑现表: who gets how much by which rule, in figures and capitals, with room to sign. */
import type { Reward, RewardShare } from '../../../preload/contract/rewards.ts';
import type { TableInfo } from '../../../preload/contract/tables.ts';
import { inCapitals } from '../../domain/capitals.ts';
import { sum, type Decimal } from '../../domain/decimal.ts';
import { CURRENCY_NAMES, type Currency } from '../../domain/measure.ts';
import { fenOfYuan } from '../../domain/money.ts';
import { numeral } from '../../domain/numeral.ts';
import { REWARD_STATES } from '../../domain/rewards/state.ts';
import { sumRow } from '../totals.ts';
import type { TableCell, TableColumn, TableRow } from '../table.ts';
import { widenFigures } from './widths.ts';
import { yearFrame, yearOf, type YearReport } from './year.ts';

const info: TableInfo & { readonly subject: 'year' } = { name: 'rewards', title: '奖励兑现表', about: '每笔奖励的依据、算法、金额和大写，留签字栏', subject: 'year', paper: 'A4', landscape: true, choices: [] };
const COLUMNS: readonly TableColumn[] = [
  { path: ['序号'], width: 12, align: 'center' }, { path: ['得奖单位或个人'], width: 38, align: 'left' }, { path: ['奖励事由'], width: 42, align: 'left' }, { path: ['计算'], width: 64, align: 'left' },
  { path: ['金额'], width: 26, align: 'right', places: 2, sums: true }, { path: ['大写'], width: 48, align: 'left' }, { path: ['状态'], width: 18, align: 'center' }, { path: ['签字'], width: 26, align: 'center' },
];

export const moneyOf = (currency: Currency): string => (currency === 'CNY' ? '元' : CURRENCY_NAMES[currency]);
export const receiverOf = (share: RewardShare): string => [share.unit, share.person].filter((name) => name !== null).join(' ');
const AMOUNT = 4;

export const rewardTable: YearReport = {
  info,
  read(source, options) {
    const year = yearOf(source, options);
    const rewards = source.rewards(year);
    const rows: TableRow[] = [];
    // amounts of one currency add up; of two they never do
    for (const [at, [currency, own]] of [...Map.groupBy(rewards, (one) => one.currency)].entries()) rows.push(...linesOf(own, currency, at, options.unit));
    const currencies = [...new Set(rewards.map((one) => moneyOf(one.currency)))];
    return { ...yearFrame(info, { title: `${year}年度${source.context.county}${info.title}`, middle: `${year}年`, measures: currencies, filters: [], empty: `${year}年没有列入奖励的`, period: `${year}年` }, options, source), columns: widenFigures(COLUMNS, rows), repeat: 2, rows, notes: notesOf(rewards) };
  },
};

function linesOf(rewards: readonly Reward[], currency: Currency, at: number, unit: string | undefined): TableRow[] {
  const rows: TableRow[] = [];
  for (const [index, [rule, own]] of [...Map.groupBy(rewards, (one) => one.ruleName)].entries()) {
    const lines = own.flatMap((reward) => reward.shares.filter((share) => unit === undefined || share.unit === unit).map((share) => ({ reward, share })));
    if (lines.length === 0) continue;
    rows.push({ kind: 'group', cells: [`${numeral(index + 1)}、${rule}（${own[0]?.document ?? ''}）`, ...COLUMNS.slice(1).map((): TableCell => null)] });
    rows.push(...lines.map(({ reward, share }, line): TableRow => ({ kind: 'data', cells: cellsOf(reward, share, line + 1) })));
  }
  const adds = rows.flatMap((row, line) => (row.kind === 'data' ? [line] : []));
  if (adds.length === 0) return [];
  const total = sumRow('total', at === 0 && currency === 'CNY' ? '合计' : `合计（${moneyOf(currency)}）`, 1, COLUMNS, rows, adds);
  const amount = sum(adds.map((line) => figureIn(rows[line]?.cells[AMOUNT] ?? null)));
  return [...rows, { ...total, cells: total.cells.map((cell, column) => (column === AMOUNT + 1 ? inCapitals(fenOfYuan(amount)) : cell)) }];
}
const figureIn = (cell: TableCell): Decimal => (cell !== null && typeof cell === 'object' && 'figure' in cell ? cell.figure : '0');

function cellsOf(reward: Reward, share: RewardShare, line: number): readonly TableCell[] {
  const part = share.percent === '100' ? '' : `；占${share.percent}%`;
  return [{ figure: String(line) }, receiverOf(share), reward.subject, reward.words + part, { figure: share.amount }, inCapitals(fenOfYuan(share.amount)), REWARD_STATES.find((one) => one.value === reward.state)?.label ?? null, null];
}

/** What changed since an award was made is told, never put into its figure. */
const notesOf = (rewards: readonly Reward[]): readonly string[] => rewards.flatMap((one) => (one.difference === null ? [] : [`${one.subject}：按现在的数据${one.difference.startsWith('-') ? '应扣' : '应补'}${one.difference.replace('-', '')}${moneyOf(one.currency)}。`]));
