/**
 * 项目挂图作战表: on one sheet for the wall, each project with who answers for it and its
 * milestones month by month.
 */
import type { Row } from '../../../../preload/contract/records.ts';
import type { TableInfo } from '../../../../preload/contract/tables.ts';
import { spanOf, type Day } from '../../../domain/days/day.ts';
import { project } from '../../../domain/ledgers/project.ts';
import { milestoneLamp, type MilestoneLamp } from '../../../domain/projects/milestones.ts';
import { fieldOf } from '../../../domain/ledgers/field.ts';
import type { TableCell, TableColumn, TableRow } from '../../model/table.ts';
import { wholeRows } from '../../model/totals.ts';
import { moneyField } from '../shared/money-field.ts';
import { countedProjects } from '../shared/counted-projects.ts';
import { asOf, printFrameOf, type PrintReport } from '../shared/report.ts';
import { tableCellOf, currencyNotes, printedMeasure, rowValueOf } from '../shared/values.ts';
import { fieldSource, sourced } from '../shared/sourced.ts';
import { widenFigures } from '../shared/widths.ts';

const info: TableInfo = {
  name: 'war-sheet',
  title: '项目挂图作战表',
  about: 'A3挂图：每个项目的责任人和全年各月节点，完成、超期一目了然',
  clock: 'now',
  ledger: 'project',
  paper: 'A3',
  landscape: true,
  choices: [],
};
const MONEY = ['total_investment', 'planned_this_year', 'invested_this_year'] as const;
const MARKS: Record<MilestoneLamp, string> = {
  done: '✓',
  late: '✓迟',
  red: '■',
  yellow: '▲',
  green: '○',
  none: '',
};
/** Of projects that are still on their way. */
const GOING: readonly (string | null)[] = ['signed', 'approved', 'started', 'building', 'stalled'];

/**
 * Milestones stand in the month of their deadline, those of earlier years that are still open in
 * the first, those of later years in the column after December.
 * A day that is only a year is in no month: it goes to the last column too.
 */
export const warSheet: PrintReport = {
  info,
  make(listed, options, context) {
    const measure = options.measure ?? '万元';
    const [year, day] = [options.year ?? context.year, asOf(info, options, context)];
    const going = countedProjects(
      options.record === undefined
        ? listed.filter((row) => GOING.includes(rowValueOf(row, 'stage')))
        : listed,
      context,
    );
    const milestones = context.projects.milestonesOf(going.rows.map((row) => row.id));
    const months = (row: Row): TableCell[] =>
      Array.from({ length: 13 }, (_, at) => {
        const own = (milestones.get(row.id) ?? [])
          .filter((one) => placeOf(one, year) === at)
          .map((one) => `${MARKS[milestoneLamp(one, day)]}${one.name}`);
        return own.length === 0 ? null : own.join('\n');
      });
    const columns = columnsOf(
      MONEY.map((code) => printedMeasure(moneyField(code), measure)?.places ?? 0),
    );
    const rows = going.rows.map((row, at): TableRow => ({
      kind: 'data',
      cells: [
        { figure: String(at + 1) },
        rowValueOf(row, 'name'),
        ...MONEY.map((code) =>
          sourced(
            tableCellOf(row, moneyField(code), measure),
            fieldSource('project', row.id, code),
          ),
        ),
        rowValueOf(row, 'sponsor'),
        rowValueOf(row, 'responsible_unit') ?? rowValueOf(row, 'introducer'),
        rowValueOf(row, 'owner'),
        ...months(row),
        tableCellOf(row, fieldOf(project, 'progress'), measure),
        problemsOf(row, context.projects.openProblems),
      ],
    }));
    const all = [...rows, ...wholeRows(columns, rows)];
    const notes =
      rows.length === 0
        ? []
        : [
            '✓已完成　✓迟 超期完成　■已超期　▲30天内到期　○未到期。',
            ...going.notes,
            ...currencyNotes(going.rows, [moneyField('total_investment')]),
          ];
    return {
      ...printFrameOf(info, [measure], options, context),
      columns: widenFigures(columns, all),
      repeat: 2,
      rows: all,
      notes,
    };
  },
};

/**
 * 0 to 11 for the months of the year, 12 for what is later or of no known month; null for what was
 * done in earlier years.
 */
function placeOf(
  { deadline, done }: { readonly deadline: Day | null; readonly done: Day | null },
  year: number,
): number | null {
  const at = deadline ?? done;
  if (at === null || at.length === 4)
    return at !== null && Number(at) < year && done !== null ? null : 12;
  const [of, month] = [Number(at.slice(0, 4)), Number(spanOf(at).last.slice(5, 7))];
  if (of < year) return done === null ? 0 : null;
  return of > year ? 12 : month - 1;
}

function problemsOf(
  row: Row,
  open: Parameters<PrintReport['make']>[2]['projects']['openProblems'],
): TableCell {
  const own = open()
    .filter((one) => one.project === row.id)
    .map((one) => `${one.problem}${one.unit === null ? '' : `（请${one.unit}协调）`}`);
  return own.length > 0 ? own.join('\n') : rowValueOf(row, 'problem');
}

function columnsOf(places: readonly number[]): TableColumn[] {
  const words = (name: string, width: number): TableColumn => ({
    path: [name],
    width,
    align: 'left',
  });
  return [
    { path: ['序号'], width: 10, align: 'center' },
    words('项目名称', 40),
    ...['总投资', '年度计划投资', '本年完成投资'].map((name, at): TableColumn => ({
      path: ['投资', name],
      width: 18,
      align: 'right',
      places: places[at] ?? 0,
      sums: true,
    })),
    words('包联领导', 18),
    words('责任单位', 26),
    words('责任人', 18),
    ...Array.from({ length: 12 }, (_, at): TableColumn => ({
      path: ['时间节点', `${at + 1}月`],
      width: 19,
      align: 'left',
    })),
    { path: ['时间节点', '以后或未定'], width: 19, align: 'left' },
    words('形象进度', 36),
    words('存在问题', 36),
  ];
}
