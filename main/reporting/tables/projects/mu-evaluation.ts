/** 项目亩均评价表: producing projects by what a 亩 brings, graded A to D. */
import type { Row } from '../../../../preload/contract/records.ts';
import type { TableInfo } from '../../../../preload/contract/tables.ts';
import { divide, multiply, type Decimal } from '../../../domain/exact/decimal.ts';
import { rounded } from '../../../domain/exact/fraction.ts';
import { evaluateMu, MU_RULE, type MuResult } from '../../../domain/projects/mu-evaluation.ts';
import type { TableCell, TableColumn, TableRow } from '../../model/table.ts';
import { countedProjects } from '../shared/counted-projects.ts';
import { printFrameOf, type PrintReport } from '../shared/report.ts';
import { rowValueOf } from '../shared/values.ts';
import { widenFigures } from '../shared/widths.ts';

const info: TableInfo = {
  name: 'mu-evaluation',
  title: '项目亩均评价表',
  about: '投产项目按亩均税收、亩均产值打分，分A、B、C、D四等',
  clock: 'now',
  ledger: 'project',
  paper: 'A4',
  landscape: true,
  choices: [],
};
const PRODUCING: readonly (string | null)[] = ['producing', 'full_output'];
const TEN_THOUSAND = '10000';

const words = (name: string, width: number): TableColumn => ({
  path: [name],
  width,
  align: 'left',
});
const figure = (name: string, width: number, places: number): TableColumn => ({
  path: [name],
  width,
  align: 'right',
  places,
});
const COLUMNS: readonly TableColumn[] = [
  { path: ['序号'], width: 10, align: 'center' },
  words('项目名称', 60),
  words('落户园区', 34),
  figure('用地（亩）', 20, 2),
  figure('亩均税收（万元/亩）', 24, 2),
  figure('亩均产值（万元/亩）', 24, 2),
  figure('得分', 18, 2),
  { path: ['名次'], width: 14, align: 'center' },
  { path: ['等级'], width: 14, align: 'center' },
  words('不评价的原因', 44),
];

/** The best first; those that are not evaluated last, with the reason. */
export const muEvaluation: PrintReport = {
  info,
  make(listed, options, context) {
    const { rows, notes } = countedProjects(
      listed.filter((row) => PRODUCING.includes(rowValueOf(row, 'stage'))),
      context,
    );
    const results = evaluateMu(
      rows.map((row) => ({
        land: rowValueOf(row, 'land_mu'),
        tax: rowValueOf(row, 'expected_tax'),
        output: rowValueOf(row, 'expected_output'),
      })),
    );
    const place = (result: MuResult | undefined): number =>
      result !== undefined && 'place' in result ? result.place : Number.MAX_SAFE_INTEGER;
    const ordered = rows
      .map((row, at) => ({ row, result: results[at] }))
      .toSorted((a, b) => place(a.result) - place(b.result));
    const body = ordered.map(({ row, result }, at): TableRow => ({
      kind: 'data',
      cells: [
        { figure: String(at + 1) },
        rowValueOf(row, 'name'),
        rowValueOf(row, 'location'),
        cell(rowValueOf(row, 'land_mu')),
        perMu(row, 'expected_tax'),
        perMu(row, 'expected_output'),
        ...resultCells(result),
      ],
    }));
    const rule = `按预计税收、预计产值评价。得分＝（亩均税收÷基准×${MU_RULE.weights[0].weight}＋亩均产值÷基准×${MU_RULE.weights[1].weight}）÷${Number(MU_RULE.weights[0].weight) + Number(MU_RULE.weights[1].weight)}×100，基准为参评项目平均的${MU_RULE.benchmark}倍；前20%为A，到60%为B，到95%为C，其余为D。`;
    return {
      ...printFrameOf(info, [], options, context),
      empty: '本期没有投产项目',
      columns: widenFigures(COLUMNS, body),
      repeat: 2,
      rows: body,
      notes: body.length === 0 ? [] : [rule, ...notes],
    };
  },
};

const cell = (value: Decimal | null): TableCell => (value === null ? null : { figure: value });

function perMu(row: Row, code: string): TableCell {
  const [amount, land] = [rowValueOf(row, code), rowValueOf(row, 'land_mu')];
  return amount === null || land === null
    ? null
    : cell(divide(amount, multiply(land, TEN_THOUSAND), 2));
}

function resultCells(result: MuResult | undefined): TableCell[] {
  if (result === undefined || 'why' in result) return [null, null, null, result?.why ?? null];
  return [
    { figure: rounded(result.score, 2) },
    { figure: String(result.place) },
    result.grade,
    null,
  ];
}
