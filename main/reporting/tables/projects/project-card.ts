/** 项目卡片: one project on one A4 page: what it is, where it stands, its money, its milestones, what hinders it. */
import type { Row } from '../../../../preload/contract/records.ts';
import type { TableInfo } from '../../../../preload/contract/tables.ts';
import { CRITERIA, criterionOf } from '../../../domain/projects/gate.ts';
import { isNumeric, type Field } from '../../../domain/ledgers/field.ts';
import { project } from '../../../domain/ledgers/project.ts';
import { PROBLEM_STATES } from '../../../domain/projects/project-problem.ts';
import { STAGE_DATES, STAGES, type Stage } from '../../../domain/ledgers/stage.ts';
import { fenOfYuan } from '../../../domain/exact/money.ts';
import { dayCell } from '../../model/figures.ts';
import type { PrintTable, TableCell, TableColumn, TableRow } from '../../model/table.ts';
import { fitsPage } from '../../writers/pages.ts';
import {
  printFrameOf,
  ledgerField,
  type PrintReport,
  type ReportContext,
} from '../shared/report.ts';
import { tableCellOf, printedMeasure, rowValueOf } from '../shared/values.ts';
import type { MoneyMeasure } from '../shared/money-measure.ts';

const info: TableInfo = {
  name: 'project-card',
  title: '项目卡片',
  about: '一个项目一页：基本情况、资金、节点、问题',
  clock: 'now',
  ledger: 'project',
  paper: 'A4',
  landscape: false,
  choices: ['record'],
};
const COLUMNS: readonly TableColumn[] = [
  { path: ['项目'], width: 38, align: 'left' },
  { path: ['内容'], width: 64, align: 'left' },
  { path: ['项目'], width: 38, align: 'left' },
  { path: ['内容'], width: 64, align: 'left' },
];
/** Two to a line, in this order. What nobody filled in is left out, but for what a card is asked for. */
const BASICS = [
  'code',
  'stage',
  'company',
  'origin',
  'category',
  'level',
  'nature',
  'industry',
  'location',
  'approval_number',
  'introducer',
  'responsible_unit',
  'sponsor',
  'owner',
  'contact',
  'phone',
];
const MONEY = [
  'total_investment',
  'contract_amount',
  'planned_this_year',
  'invested_this_year',
  'invested_total',
  'arrived_total',
  'recognised_total',
  'foreign_arrived',
  'land_mu',
  'floor_area',
  'expected_output',
  'expected_tax',
];
const DATES = [
  'planned_signed_date',
  'signed_date',
  'planned_start_date',
  'started_date',
  'planned_completed_date',
  'completed_date',
  'planned_producing_date',
  'producing_date',
];
const ASKED: ReadonlySet<string> = new Set([
  'stage',
  'company',
  'location',
  'introducer',
  'responsible_unit',
  'owner',
  'total_investment',
  'planned_this_year',
  'invested_total',
  'arrived_total',
  'signed_date',
  'started_date',
  'planned_completed_date',
  'completed_date',
]);
const MOST_LINES = 6;
/** how many signs of a text are printed: as many as the page holds */
const LONGEST = [200, 120, 80, 50, 30] as const;

/** A page for each project; one alone where its record is named. */
export const projectCard: PrintReport = {
  info,
  make(rows, options, context) {
    const measure = options.measure ?? '万元';
    const frame = printFrameOf(info, [measure], options, context);
    const cards = rows.map((row): PrintTable => {
      const card = (longest: number): PrintTable => ({
        ...frame,
        title: titleOf(rowValueOf(row, 'name') ?? ''),
        form: true,
        columns: COLUMNS,
        repeat: 0,
        rows: cardOf(row, context, measure, longest),
        notes: [],
      });
      return card(LONGEST.find((longest) => fitsPage(card(longest))) ?? 30);
    });
    const [only] = cards;
    if (cards.length === 1 && only !== undefined)
      return {
        ...only,
        fileName: `项目卡片_${only.title.replace(/(项目)?卡片$/, '')}`.replace(
          /[\\/:*?"<>|\s]/g,
          '',
        ),
      };
    const whole = cards.flatMap((card): TableRow[] => [
      { kind: 'group', cells: [`【${card.title}】`, null, null, null] },
      ...card.rows,
    ]);
    return {
      ...frame,
      form: true,
      columns: COLUMNS,
      repeat: 0,
      rows: whole,
      notes: [],
      ...(cards.length === 0 ? {} : { parts: cards }),
    };
  },
};

const titleOf = (name: string): string => `${name}${name.endsWith('项目') ? '' : '项目'}卡片`;

function cardOf(
  row: Row,
  context: ReportContext,
  measure: MoneyMeasure,
  longest: number,
): TableRow[] {
  const { projects } = context;
  const wide = (label: string, text: string | null): TableRow[] => wideRow(label, text, longest);
  const filled = (codes: readonly string[]): readonly string[] =>
    codes.filter((code) => ASKED.has(code) || rowValueOf(row, code) !== null);
  const [parts, life] = [projects.partsOf(row.id), projects.lifeOf(row.id)];
  const told = (code: string): Pair => {
    const field = ledgerField(project, code);
    return [labelOf(field, measure), cellOf(row, field, measure)];
  };
  return [
    head('一、基本情况'),
    ...pairs(filled(BASICS).map(told)),
    ...wide('建设内容', rowValueOf(row, 'content')),
    ...wide('上级项目', life.parent?.name ?? null),
    ...wide('子项目', life.children.map((one) => one.name).join('、') || null),
    head('二、投资、用地和效益'),
    ...pairs(filled(MONEY).map(told)),
    ...wide(
      '计入单位',
      parts.credit.shares.length < 2
        ? null
        : parts.credit.shares.map((one) => `${one.unit}${one.percent}%`).join('，'),
    ),
    ...wide(
      '到位资金',
      listed(
        parts.arrivals
          .toReversed()
          .map(
            (one) =>
              `${one.date === null ? '日期未知' : dayCell(one.date)} ${amountText(one.amount, one.currency)}${one.recognised === null ? '（尚未认定）' : one.cuts.length === 0 ? '' : `（认定${amountText(one.recognised, one.currency)}）`}`,
          ),
      ),
    ),
    head('三、进度'),
    ...pairs(filled(DATES).map(told)),
    ...wide(
      '阶段变化',
      projects
        .stagesOf(row.id)
        .map((one) =>
          stageText(one.stage, one.date ?? rowValueOf(row, STAGE_DATES[one.stage as Stage] ?? '')),
        )
        .join(' → ') || null,
    ),
    ...wide(
      '节点',
      listed(
        parts.milestones.map(
          (one) =>
            `${one.name}：${one.done !== null ? `${dayCell(one.done)}完成` : one.deadline !== null ? `应于${dayCell(one.deadline)}${one.lamp === 'red' ? '，已超期' : ''}` : '时限未定'}`,
        ),
        12,
      ),
    ),
    ...wide('形象进度', rowValueOf(row, 'progress')),
    ...wide(
      '近期进展',
      listed(
        life.months
          .filter((one) => one.note !== null)
          .map((one) => `${dayCell(one.month)}：${one.note}`),
        3,
      ),
    ),
    head('四、准入、问题和措施'),
    ...wide(
      '准入预审',
      parts.gate.lines.length === 0
        ? null
        : `${parts.gate.lines.map((line) => `${criterionOf(line.criterion).label}${line.value ?? '缺资料'}${CRITERIA.find((one) => one.value === line.criterion)?.measure ?? ''}${line.is === 'pass' ? '✓' : line.is === 'fail' ? '✗' : ''}`).join('，')}`,
    ),
    ...wide(
      '存在问题',
      listed([
        ...life.problems.map(
          (one) =>
            `${one.problem}（${PROBLEM_STATES.find((state) => state.value === one.state)?.label ?? ''}${one.unit === null ? '' : `，${one.unit}`}${one.deadline === null ? '' : `，${dayCell(one.deadline)}前`}）`,
        ),
        ...(life.problems.length === 0
          ? [rowValueOf(row, 'problem')].filter((one) => one !== null)
          : []),
      ]),
    ),
    ...wide('下步措施', rowValueOf(row, 'measure')),
    ...wide('备注', rowValueOf(row, 'remark')),
  ];
}

const stageText = (stage: string, date: string | null): string =>
  `${STAGES.find((one) => one.value === stage)?.label ?? stage}${date === null ? '（日期未知）' : dayCell(date)}`;

const head = (text: string): TableRow => ({ kind: 'group', cells: [text, null, null, null] });

type Pair = readonly [label: string, content: TableCell];

function pairs(list: readonly Pair[]): TableRow[] {
  return Array.from({ length: Math.ceil(list.length / 2) }, (_, at): TableRow => {
    const [[label, text], [other, more]] = [list[at * 2] ?? ['', ''], list[at * 2 + 1] ?? ['', '']];
    return { kind: 'data', cells: [label, text, other, more] };
  });
}

/** A line across the card; none where there is nothing to say. */
function wideRow(label: string, text: string | null, longest: number): TableRow[] {
  return text === null || text === ''
    ? []
    : [
        {
          kind: 'wide',
          cells: [label, text.length > longest ? `${text.slice(0, longest)}……` : text, null, null],
        },
      ];
}

const listed = (lines: readonly string[], most = MOST_LINES): string =>
  [...lines.slice(0, most), ...(lines.length > most ? [`等${lines.length}条`] : [])].join('；');

const labelOf = (field: Field, measure: MoneyMeasure): string =>
  isNumeric(field)
    ? `${field.label}（${printedMeasure(field, measure)?.name ?? ''}）`
    : field.label;

/** A figure stays one, with the places of its field. */
function cellOf(row: Row, field: Field, measure: MoneyMeasure): TableCell {
  const cell = tableCellOf(row, field, measure);
  return cell !== null && typeof cell === 'object' && 'figure' in cell
    ? { ...cell, places: printedMeasure(field, measure)?.places ?? 0 }
    : cell;
}

const WORDS: Readonly<Record<string, string>> = {
  CNY: '万元',
  USD: '万美元',
  HKD: '万港元',
  EUR: '万欧元',
  JPY: '万日元',
};
/** An entry in 万 of its own currency, with all its places. */
function amountText(amount: string, currency: string): string {
  const fen = fenOfYuan(amount);
  const text = `${fen / 1_000_000n}.${String(fen % 1_000_000n).padStart(6, '0')}`.replace(
    /\.?0+$/,
    '',
  );
  return `${text}${WORDS[currency] ?? currency}`;
}
