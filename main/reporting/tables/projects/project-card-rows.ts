/** The lines of a project's card: what it is, its money, its course, what hinders it. */
import type { Row } from '../../../../preload/contract/records.ts';
import { CRITERIA, criterionOf } from '../../../domain/projects/gate.ts';
import { isNumeric, type Field } from '../../../domain/ledgers/field.ts';
import { project } from '../../../domain/ledgers/project.ts';
import { PROBLEM_STATES } from '../../../domain/projects/project-problem.ts';
import { STAGE_DATES, STAGES, type Stage } from '../../../domain/ledgers/stage.ts';
import { fenOfYuan } from '../../../domain/exact/money.ts';
import { dayCell } from '../../model/figures.ts';
import type { TableCell, TableRow } from '../../model/table.ts';
import { ledgerField, type ReportContext } from '../shared/report.ts';
import { fieldSource, sourced } from '../shared/sourced.ts';
import { tableCellOf, printedMeasure, rowValueOf } from '../shared/values.ts';
import type { MoneyMeasure } from '../shared/money-measure.ts';

/**
 * Two to a line, in this order. What nobody filled in is left out, but for what a card is asked
 * for.
 */
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

export function cardOf(
  row: Row,
  context: ReportContext,
  measure: MoneyMeasure,
  longest: number,
): TableRow[] {
  const { projects } = context;
  const card: Card = {
    row,
    parts: projects.partsOf(row.id),
    life: projects.lifeOf(row.id),
    stages: projects.stagesOf(row.id),
    wide: (label, text) => wideRow(label, text, longest),
    filled: (codes) =>
      pairs(
        codes
          .filter((code) => ASKED.has(code) || rowValueOf(row, code) !== null)
          .map((code): Pair => {
            const field = ledgerField(project, code);
            return [labelOf(field, measure), cellOf(row, field, measure)];
          }),
      ),
  };
  return [...basicsRows(card), ...moneyRows(card), ...courseRows(card), ...hindranceRows(card)];
}

function basicsRows({ row, life, filled, wide }: Card): TableRow[] {
  return [
    head('一、基本情况'),
    // a card that comes back in a file says here whose it is
    ...wideRow('项目名称', rowValueOf(row, 'name'), Infinity),
    ...filled(BASICS),
    ...wide('建设内容', rowValueOf(row, 'content')),
    ...wide('上级项目', life.parent?.name ?? null),
    ...wide('子项目', life.children.map((one) => one.name).join('、') || null),
  ];
}

function moneyRows({ parts, filled, wide }: Card): TableRow[] {
  const { shares } = parts.credit;
  return [
    head('二、投资、用地和效益'),
    ...filled(MONEY),
    ...wide(
      '计入单位',
      shares.length < 2 ? null : shares.map((one) => `${one.unit}${one.percent}%`).join('，'),
    ),
    ...wide('到位资金', listed(parts.arrivals.toReversed().map(arrivalText))),
  ];
}

function courseRows({ row, parts, life, stages, filled, wide }: Card): TableRow[] {
  const course = stages.map((one) =>
    stageText(one.stage, one.date ?? rowValueOf(row, STAGE_DATES[one.stage as Stage] ?? '')),
  );
  const recent = life.months
    .filter((one) => one.note !== null)
    .map((one) => `${dayCell(one.month)}：${one.note}`);
  return [
    head('三、进度'),
    ...filled(DATES),
    ...wide('阶段变化', course.join(' → ') || null),
    ...wide('节点', listed(parts.milestones.map(milestoneText), 12)),
    ...wide('形象进度', rowValueOf(row, 'progress')),
    ...wide('近期进展', listed(recent, 3)),
  ];
}

function hindranceRows({ row, parts, life, wide }: Card): TableRow[] {
  const typed = life.problems.length === 0 ? rowValueOf(row, 'problem') : null;
  return [
    head('四、准入、问题和措施'),
    ...wide('准入预审', parts.gate.lines.map(gateText).join('，') || null),
    ...wide(
      '存在问题',
      listed([...life.problems.map(problemText), ...(typed === null ? [] : [typed])]),
    ),
    ...wide('下步措施', rowValueOf(row, 'measure')),
    ...wide('备注', rowValueOf(row, 'remark')),
  ];
}

type Parts = ReturnType<ReportContext['projects']['partsOf']>;
type Life = ReturnType<ReportContext['projects']['lifeOf']>;
/** What a card is made of. */
interface Card {
  readonly row: Row;
  readonly parts: Parts;
  readonly life: Life;
  readonly stages: ReturnType<ReportContext['projects']['stagesOf']>;
  readonly wide: (label: string, text: string | null) => TableRow[];
  readonly filled: (codes: readonly string[]) => TableRow[];
}

function arrivalText({ date, amount, currency, recognised, cuts }: Parts['arrivals'][number]) {
  const counted =
    recognised === null
      ? '（尚未认定）'
      : cuts.length === 0
        ? ''
        : `（认定${amountText(recognised, currency)}）`;
  return `${date === null ? '日期未知' : dayCell(date)} ${amountText(amount, currency)}${counted}`;
}

function milestoneText({ name, done, deadline, lamp }: Parts['milestones'][number]): string {
  if (done !== null) return `${name}：${dayCell(done)}完成`;
  if (deadline === null) return `${name}：时限未定`;
  return `${name}：应于${dayCell(deadline)}${lamp === 'red' ? '，已超期' : ''}`;
}

const SIGNS: Readonly<Record<string, string>> = { pass: '✓', fail: '✗' };
function gateText({ criterion, value, is }: Parts['gate']['lines'][number]): string {
  const measure = CRITERIA.find((one) => one.value === criterion)?.measure ?? '';
  return `${criterionOf(criterion).label}${value === null ? '缺资料' : value + measure}${SIGNS[is] ?? ''}`;
}

function problemText({ problem, state, unit, deadline }: Life['problems'][number]): string {
  const label = PROBLEM_STATES.find((one) => one.value === state)?.label ?? '';
  const by = deadline === null ? '' : `，${dayCell(deadline)}前`;
  return `${problem}（${label}${unit === null ? '' : `，${unit}`}${by}）`;
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
  const cell = sourced(
    tableCellOf(row, field, measure),
    fieldSource('project', row.id, field.code),
  );
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
