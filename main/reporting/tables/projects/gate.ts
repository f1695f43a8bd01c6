/**
 * 项目准入预审表: each project against its park's conditions, every value with its verdict, and
 * what is missing.
 */
import type { TableInfo } from '../../../../preload/contract/tables.ts';
import type { Row } from '../../../../preload/contract/records.ts';
import {
  CRITERIA,
  judgeGate,
  limitText,
  type Criterion,
  type GateLine,
  type GateResult,
  type Threshold,
} from '../../../domain/projects/gate.ts';
import { isDecimal, placesOf } from '../../../domain/exact/decimal.ts';
import { numeral } from '../../../domain/exact/numeral.ts';
import { gateFacts, gateFor } from '../../../services/projects/gates.ts';
import type { TableCell, TableColumn, TableRow } from '../../model/table.ts';
import { moneyField } from '../shared/money-field.ts';
import { printFrameOf, type PrintReport, type ReportContext } from '../shared/report.ts';
import { tableCellOf, printedMeasure, rowValueOf } from '../shared/values.ts';
import type { MoneyMeasure } from '../shared/money-measure.ts';
import { widenFigures } from '../shared/widths.ts';

const TOTAL = moneyField('total_investment');
const VERDICTS: Record<GateResult['is'], string> = {
  pass: '符合',
  fail: '不符合',
  unknown: '缺资料',
};
const info: TableInfo = {
  name: 'gate',
  title: '项目准入预审表',
  about: '按园区准入条件，逐项列出实际值、是否达标、缺什么资料',
  clock: 'now',
  ledger: 'project',
  paper: 'A3',
  landscape: true,
  choices: [],
};

interface Judged {
  readonly row: Row;
  readonly park: string | null;
  readonly thresholds: readonly Threshold[];
  readonly result: GateResult;
}

/**
 * Projects by the conditions that hold for them; values rounded for print, judged exactly. 投资强度
 * = 总投资 ÷ 用地.
 */
export const gateTable: PrintReport = {
  info,
  make(rows, options, context) {
    const measure = options.measure ?? '万元';
    const judged = rows.map((row) => judge(row, context));
    const used = CRITERIA.filter((one) =>
      judged.some(({ thresholds }) => thresholds.some((line) => line.criterion === one.value)),
    );
    const columns = columnsOf(used, measure);
    const parks = [...new Set(judged.map((one) => one.park))].toSorted((a, b) => rank(a) - rank(b));
    const body: TableRow[] = [];
    for (const [at, park] of parks.entries()) {
      const own = judged.filter((one) => one.park === park);
      body.push({
        kind: 'group',
        cells: [
          `${numeral(at + 1)}、${parkName(park)}（${own.length}个）：${conditions(own[0]?.thresholds ?? [])}`,
          ...columns.slice(1).map((): TableCell => null),
        ],
      });
      for (const one of own)
        body.push(
          lineOf(
            one,
            used.map((criterion) => criterion.value),
            body.filter((row) => row.kind === 'data').length + 1,
            measure,
          ),
        );
    }
    const count = (is: GateResult['is']): number =>
      judged.filter(({ result }) => result.is === is).length;
    const notes =
      rows.length === 0
        ? []
        : [
            `共${rows.length}个项目：符合${count('pass')}个，不符合${count('fail')}个，缺资料${count('unknown')}个。`,
            '投资强度＝总投资÷用地，1亩＝2000/3㎡，按未取整的数比较。',
          ];
    return {
      ...printFrameOf(info, [measure, '亩'], options, context),
      columns: widenFigures(columns, body),
      repeat: 2,
      rows: body,
      notes,
    };
  },
};

function judge(row: Row, context: ReportContext): Judged {
  const { park, thresholds } = gateFor(context.projects.gates(), rowValueOf(row, 'location'));
  return { row, park, thresholds, result: judgeGate(gateFacts(row), thresholds) };
}

/** Parks with conditions of their own first, then the others', then the standard ones. */
const rank = (park: string | null): number => (park === null ? 2 : park === '' ? 1 : 0);
const parkName = (park: string | null): string =>
  park === null ? '通用条件' : park === '' ? '其他园区' : park;
const conditions = (thresholds: readonly Threshold[]): string =>
  thresholds.map((one) => `${labelOf(one.criterion)}${limitText(one)}`).join('，');
const labelOf = (code: Criterion): string =>
  CRITERIA.find((one) => one.value === code)?.label ?? code;

function columnsOf(
  used: readonly (typeof CRITERIA)[number][],
  measure: MoneyMeasure,
): TableColumn[] {
  return [
    { path: ['序号'], width: 10, align: 'center' },
    { path: ['项目名称'], width: 48, align: 'left' },
    { path: ['落户园区'], width: 28, align: 'left' },
    {
      path: ['总投资'],
      width: 22,
      align: 'right',
      places: printedMeasure(TOTAL, measure)?.places ?? 0,
    },
    { path: ['用地'], width: 18, align: 'right', places: 2 },
    ...used.map((one): TableColumn => ({
      path: ['准入条件', one.measure === '' ? one.label : `${one.label}（${one.measure}）`],
      width: 26,
      align: 'center',
    })),
    { path: ['结论'], width: 18, align: 'center' },
    { path: ['不达标项'], width: 40, align: 'left' },
    { path: ['缺少资料'], width: 40, align: 'left' },
  ];
}

function lineOf(
  { row, result }: Judged,
  used: readonly Criterion[],
  number: number,
  measure: MoneyMeasure,
): TableRow {
  const land = rowValueOf(row, 'land_mu');
  const failed = result.lines
    .filter((line) => line.is === 'fail')
    .map((line) => labelOf(line.criterion));
  return {
    kind: 'data',
    cells: [
      { figure: String(number) },
      rowValueOf(row, 'name'),
      rowValueOf(row, 'location'),
      tableCellOf(row, TOTAL, measure),
      land === null ? null : { figure: land },
      ...used.map((code) => verdict(result.lines.find((line) => line.criterion === code))),
      VERDICTS[result.is],
      failed.join('、') || null,
      result.missing.join('、') || null,
    ],
  };
}

/** The value with ✓ or ✗; — where the park asks nothing of it. */
function verdict(line: GateLine | undefined): TableCell {
  if (line === undefined) return '—';
  if (line.value === null) return '缺资料';
  const places = CRITERIA.find((one) => one.value === line.criterion)?.places ?? 0;
  const mark = ` ${line.is === 'pass' ? '✓' : '✗'}`;
  return isDecimal(line.value)
    ? { figure: line.value, places: Math.max(places, placesOf(line.value)), mark }
    : line.value + mark;
}
