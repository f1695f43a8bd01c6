/** 奖励兑现表: who gets how much by which rule, in figures and capitals, with room to sign. */
import type { Reward, RewardShare } from '../../../../preload/contract/rewards.ts';
import type { TableInfo } from '../../../../preload/contract/tables.ts';
import { shareInWords } from '../../../domain/rewards/shares.ts';
import { inCapitals } from '../../../domain/exact/capitals.ts';
import { CURRENCY_NAMES, type Currency } from '../../../domain/exact/measure.ts';
import { fenOfYuan } from '../../../domain/exact/money.ts';
import { numeral } from '../../../domain/exact/numeral.ts';
import { REWARD_STATES } from '../../../domain/rewards/state.ts';
import { sumRow } from '../../model/totals.ts';
import type { TableCell, TableColumn, TableRow } from '../../model/table.ts';
import { nowWords } from '../shared/report.ts';
import { widenFigures } from '../shared/widths.ts';
import { figureIn, yearFrame, reportYearOf, type YearReport } from '../shared/year.ts';

const info: TableInfo & { readonly subject: 'year' } = {
  name: 'rewards',
  title: '奖励兑现表',
  about: '每笔奖励的依据、算法、金额和大写，留签字栏',
  clock: 'year',
  subject: 'year',
  paper: 'A4',
  landscape: true,
  choices: [],
};
const COLUMNS: readonly TableColumn[] = [
  { path: ['序号'], width: 12, align: 'center' },
  { path: ['得奖单位或个人'], width: 38, align: 'left' },
  { path: ['奖励事由'], width: 42, align: 'left' },
  { path: ['计算'], width: 64, align: 'left' },
  { path: ['金额'], width: 26, align: 'right', places: 2, sums: true },
  { path: ['大写'], width: 48, align: 'left' },
  { path: ['状态'], width: 18, align: 'center' },
  { path: ['签字'], width: 26, align: 'center' },
];

export const moneyOf = (currency: Currency): string =>
  currency === 'CNY' ? '元' : CURRENCY_NAMES[currency];
export const receiverOf = (share: RewardShare): string =>
  [share.unit, share.person].filter((name) => name !== null).join(' ');
const AMOUNT = 4;

export const rewardTable: YearReport = {
  info,
  read(source, options) {
    const year = reportYearOf(source, options);
    const lines = source
      .rewards(year)
      .flatMap((reward) =>
        reward.shares
          .filter((share) => options.unit === undefined || share.unit === options.unit)
          .map((share): Line => ({ reward, share })),
      );
    const rows: TableRow[] = [];
    // amounts of one currency add up; of two they never do
    const byCurrency = Map.groupBy(lines, ({ reward }) => reward.currency);
    for (const [currency, own] of byCurrency)
      addLines(
        rows,
        own,
        byCurrency.size > 1 || currency !== 'CNY' ? `（${moneyOf(currency)}）` : '',
        options.group === BY_RECEIVER,
      );
    const told = [...new Set(lines.map(({ reward }) => reward))];
    return {
      ...yearFrame(
        info,
        {
          title: `${year}年度${source.context.county}${info.title}`,
          middle: `${year}年`,
          measures: [...byCurrency.keys()].map(moneyOf),
          filters: [],
          empty: `${year}年没有列入奖励的`,
          period: `${year}年`,
        },
        options,
        source,
      ),
      columns: widenFigures(COLUMNS, rows),
      repeat: 2,
      rows,
      notes: [
        ...notesOf(told),
        ...(lines.length === 0 ? [] : [`状态为${nowWords(source.context.today)}。`]),
      ],
    };
  },
};
/** `group` of the options: by who gets it instead of by rule */
const BY_RECEIVER = 'receiver';

interface Line {
  readonly reward: Reward;
  readonly share: RewardShare;
}

/** Groups with what each adds up to where there are several, and the total in capitals. */
function addLines(
  rows: TableRow[],
  lines: readonly Line[],
  money: string,
  byReceiver: boolean,
): void {
  const start = rows.length;
  const groups = [
    ...Map.groupBy(lines, ({ reward, share }) =>
      byReceiver ? receiverOf(share) : `${reward.ruleName}（${reward.document}）`,
    ),
  ];
  for (const [index, [name, own]] of groups.entries()) {
    rows.push({
      kind: 'group',
      cells: [`${numeral(index + 1)}、${name}`, ...COLUMNS.slice(1).map((): TableCell => null)],
    });
    const first = rows.length;
    rows.push(
      ...own.map(({ reward, share }, at): TableRow => ({
        kind: 'data',
        cells: cellsOf(reward, share, at + 1),
      })),
    );
    if (groups.length > 1 && own.length > 1) rows.push(summed(rows, 'subtotal', '小计', first));
  }
  rows.push(summed(rows, 'total', `合计${money}`, start));
}

function summed(
  rows: readonly TableRow[],
  kind: 'subtotal' | 'total',
  label: string,
  first: number,
): TableRow {
  const adds = rows.flatMap((row, at) => (row.kind === 'data' && at >= first ? [at] : []));
  const row = sumRow(kind, label, 1, COLUMNS, rows, adds);
  return {
    ...row,
    cells: row.cells.map((cell, column) =>
      column === AMOUNT + 1
        ? inCapitals(fenOfYuan(figureIn(row.cells[AMOUNT] ?? null) ?? '0'))
        : cell,
    ),
  };
}

function cellsOf(reward: Reward, share: RewardShare, line: number): readonly TableCell[] {
  const part = share.percent === '100' ? '' : `；占${shareInWords(share.percent)}`;
  return [
    { figure: String(line) },
    receiverOf(share),
    reward.subject,
    reward.words + part,
    { figure: share.amount },
    inCapitals(fenOfYuan(share.amount)),
    REWARD_STATES.find((one) => one.value === reward.state)?.label ?? null,
    null,
  ];
}

/** What changed since an award was made is told, never put into its figure. */
const notesOf = (rewards: readonly Reward[]): readonly string[] =>
  rewards.flatMap((one) =>
    one.difference === null
      ? []
      : [
          `${one.subject}：按现在的数据${one.difference.startsWith('-') ? '应扣' : '应补'}${one.difference.replace('-', '')}${moneyOf(one.currency)}。`,
        ],
  );
