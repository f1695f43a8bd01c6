/**
 * 奖励发放单: a slip for each receiver of each instalment, several to a page, in figures and
 * capitals, with the account and room for those who sign.
 */
import type {
  Reward,
  RewardInstalment,
  RewardShare,
} from '../../../../preload/contract/rewards.ts';
import type { ParsedTableOptions, TableInfo } from '../../../../preload/contract/tables.ts';
import { isFractionText, shareInWords } from '../../../domain/rewards/shares.ts';
import { placesOf } from '../../../domain/exact/decimal.ts';
import { inCapitals } from '../../../domain/exact/capitals.ts';
import { dayText } from '../../../domain/days/day.ts';
import { fenOfYuan, yuanText } from '../../../domain/exact/money.ts';
import { rewardPayouts } from '../../../domain/rewards/split.ts';
import { STAGES } from '../../../domain/ledgers/stage.ts';
import {
  endsOf,
  type PrintTable,
  type TableCell,
  type TableColumn,
  type TableRow,
} from '../../model/table.ts';
import { fitsPage } from '../../writers/pages.ts';
import { moneyOf, receiverOf } from './rewards.ts';
import { yearFrame, reportYearOf, type YearReport, type YearSource } from '../shared/year.ts';

const info: TableInfo & { readonly subject: 'year' } = {
  name: 'payment-slip',
  title: '奖励发放单',
  about: '公示后的奖励，每个得奖者每期一张，一页几张可裁开，有账号和签领栏',
  clock: 'year',
  subject: 'year',
  paper: 'A4',
  landscape: false,
  choices: [],
};
const COLUMNS: readonly TableColumn[] = [
  { path: ['项目'], width: 22, align: 'center' },
  { path: ['内容'], width: 54, align: 'left' },
  { path: ['项目'], width: 22, align: 'center' },
  { path: ['内容'], width: 82, align: 'left' },
];

interface Slip {
  readonly reward: Reward;
  readonly share: RewardShare;
  readonly instalment: RewardInstalment;
  readonly place: number;
  readonly amount: string;
}

export const paymentSlip: YearReport = {
  info,
  read(source, options) {
    const slips = source
      .rewards(reportYearOf(source, options))
      .filter((one) => one.publicFrom !== null)
      .flatMap(slipsOf)
      .filter(({ share }) => options.unit === undefined || share.unit === options.unit);
    const table = (rows: readonly TableRow[]): PrintTable => ({
      ...frame(source, options),
      form: true,
      columns: COLUMNS,
      repeat: 0,
      rows,
      notes: [],
    });
    const blocks = slips.map((slip, at) => blockOf(slip, at + 1));
    const pages: TableRow[][] = [];
    for (const block of blocks) {
      const last = pages.at(-1);
      const joined = last === undefined ? block : [...last, CUT, ...block];
      if (last === undefined || !fitsPage(table(joined))) pages.push([...block]);
      else last.splice(0, last.length, ...joined);
    }
    return { ...table(pages.flat()), ends: endsOf(pages.map((rows) => ({ rows }))) };
  },
};

/** an empty line more to write on */
const ROOM = '　\n　';
/** between two slips on a page */
const CUT: TableRow = { kind: 'cut', cells: [null, null, null, null] };

function slipsOf(reward: Reward): Slip[] {
  const parts = rewardPayouts(
    reward.shares.map((share) => fenOfYuan(share.amount)),
    reward.instalments.map((one) => fenOfYuan(one.amount)),
  );
  return reward.instalments.flatMap((instalment, at) =>
    reward.shares.map((share, index): Slip => ({
      reward,
      share,
      instalment,
      place: at + 1,
      amount: yuanText(parts[at]?.[index] ?? 0n),
    })),
  );
}

function frame(
  source: YearSource,
  options: ParsedTableOptions,
): Omit<PrintTable, 'columns' | 'rows' | 'notes' | 'repeat'> {
  const year = reportYearOf(source, options);
  const made = yearFrame(
    info,
    {
      title: info.title,
      middle: `${year}年度`,
      measures: [],
      filters: [],
      empty: `${year}年没有公示过的奖励，公示后才有发放单`,
      period: `${year}年`,
    },
    options,
    source,
  );
  // each slip is signed for itself
  return { ...made, signatures: [] };
}

function blockOf(
  { reward, share, instalment, place, amount }: Slip,
  number: number,
): readonly TableRow[] {
  const money = moneyOf(reward.currency);
  const of =
    reward.instalments.length === 1
      ? '一次兑现'
      : `第${place}期，共${reward.instalments.length}期（${instalment.percent}%）`;
  const stage = STAGES.find((one) => one.value === instalment.stage)?.label;
  const data = (...cells: readonly TableCell[]): TableRow => ({ kind: 'data', cells });
  const publicity =
    reward.publicFrom === null
      ? ''
      : `${dayText(reward.publicFrom)}—${dayText(reward.publicUntil ?? reward.publicFrom)}`;
  const paid =
    instalment.paidOn === null
      ? ''
      : dayText(instalment.paidOn) +
        (instalment.voucher === null ? '' : `（${instalment.voucher}）`);
  const part: TableCell = isFractionText(share.percent)
    ? shareInWords(share.percent)
    : { figure: share.percent, places: placesOf(share.percent), mark: '%' };
  return [
    {
      kind: 'group',
      cells: [`第${number}号　${receiverOf(share)}：${reward.ruleName}`, null, null, null],
    },
    data('得奖者', receiverOf(share), '奖励事由', reward.subject),
    data('依据', reward.document, '计算', reward.words),
    data('奖励总额', { figure: reward.amount, places: 2, mark: money }, '本人占', part),
    data('期次', of, '兑现条件', stage === undefined ? '公示期满' : `公示期满，项目${stage}`),
    data(
      '本次金额',
      { figure: amount, places: 2, mark: money },
      '大写',
      inCapitals(fenOfYuan(amount)) + (reward.currency === 'CNY' ? '' : `（${money}）`),
    ),
    data('兑现时间', paid, '公示时间', publicity),
    data('户　名', null, '开户银行', null),
    data('账　号', null, '领款日期', null),
    data('领款人签字', ROOM, '经办人', null),
    data('审核人', null, '单位负责人', null),
  ];
}
