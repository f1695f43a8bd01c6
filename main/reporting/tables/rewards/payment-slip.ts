/** 奖励发放单: one page for each receiver of each instalment, in figures and capitals, with room for those who sign. */
import type {
  Reward,
  RewardInstalment,
  RewardShare,
} from '../../../../preload/contract/rewards.ts';
import type { ParsedTableOptions, TableInfo } from '../../../../preload/contract/tables.ts';
import { shareInWords } from '../../../domain/rewards/shares.ts';
import { inCapitals } from '../../../domain/exact/capitals.ts';
import { dayText } from '../../../domain/days/day.ts';
import { fenOfYuan, yuanText } from '../../../domain/exact/money.ts';
import { rewardPayouts } from '../../../domain/rewards/split.ts';
import { STAGES } from '../../../domain/ledgers/stage.ts';
import type { PrintTable, TableCell, TableColumn, TableRow } from '../../model/table.ts';
import { moneyOf, receiverOf } from './rewards.ts';
import { yearFrame, reportYearOf, type YearReport, type YearSource } from '../shared/year.ts';

const info: TableInfo & { readonly subject: 'year' } = {
  name: 'payment-slip',
  title: '奖励发放单',
  about: '公示后的奖励，每个得奖者每期一张，大写金额和签领栏',
  clock: 'year',
  subject: 'year',
  paper: 'A4',
  landscape: false,
  choices: [],
};
const COLUMNS: readonly TableColumn[] = [
  { path: ['项目'], width: 28, align: 'center' },
  { path: ['内容'], width: 62, align: 'left' },
  { path: ['项目'], width: 28, align: 'center' },
  { path: ['内容'], width: 62, align: 'left' },
];
/** empty lines to write on */
const ROOM = '　\n　\n　';

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
    const pages = slips.map((slip) => pageOf(source, options, slip));
    const [only] = pages;
    if (pages.length === 1 && only !== undefined) return only;
    return {
      ...frame(source, options, ''),
      form: true,
      columns: COLUMNS,
      repeat: 0,
      rows: pages.flatMap((page) => page.rows),
      notes: [],
      ...(pages.length === 0 ? {} : { parts: pages }),
    };
  },
};

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
  who: string,
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
  return {
    ...made,
    signatures: ['经办人：', '审核人：', '单位负责人（盖章）：'],
    ...(who === '' ? {} : { fileName: `${made.fileName}_${who.replace(/[\\/:*?"<>|\s]/g, '')}` }),
  };
}

function pageOf(
  source: YearSource,
  options: ParsedTableOptions,
  { reward, share, instalment, place, amount }: Slip,
): PrintTable {
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
  const rows: TableRow[] = [
    { kind: 'group', cells: [`${receiverOf(share)}：${reward.ruleName}`, null, null, null] },
    data('得奖者', receiverOf(share), '奖励事由', reward.subject),
    data('依据', reward.document, '计算', reward.words),
    data(
      '奖励总额',
      { figure: reward.amount, places: 2, mark: money },
      '本人占',
      shareInWords(share.percent),
    ),
    data('期次', of, '兑现条件', stage === undefined ? '公示期满' : `公示期满，项目${stage}`),
    data(
      '本次金额',
      { figure: amount, places: 2, mark: money },
      '大写',
      inCapitals(fenOfYuan(amount)) + (reward.currency === 'CNY' ? '' : `（${money}）`),
    ),
    data('公示时间', publicity, '兑现时间', paid),
    data('领取人签字', ROOM, '领导审批', ROOM),
  ];
  return {
    ...frame(source, options, `${receiverOf(share)}_第${place}期`),
    form: true,
    columns: COLUMNS,
    repeat: 0,
    rows,
    notes: [],
  };
}
