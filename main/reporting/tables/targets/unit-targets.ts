/**
 * 单位目标一览: everything a unit has to reach this year, indicator by indicator; all units, or the
 * one chosen.
 */
import type { TableInfo } from '../../../../preload/contract/tables.ts';
import type { TargetSheet } from '../../../../preload/contract/targets.ts';
import { numeral } from '../../../domain/exact/numeral.ts';
import { isShare } from '../../../domain/exact/measure.ts';
import { growthOf } from '../../../domain/targets/target.ts';
import type { TableCell, TableColumn, TableRow } from '../../model/table.ts';
import { targetSources } from '../shared/sourced.ts';
import { ownTargets, unitsWithTargets } from './listed-targets.ts';
import {
  chosenIndicators,
  shareOrDash,
  versionText,
  yearFrame,
  reportYearOf,
  type YearReport,
} from '../shared/year.ts';

const info = {
  name: 'unit-targets',
  title: '单位目标一览',
  about: '一个单位全年的各项目标，或者每个单位一节',
  clock: 'year',
  subject: 'year',
  paper: 'A4',
  landscape: true,
  choices: ['indicators', 'units', 'version'],
} as const satisfies TableInfo;
const COLUMNS: readonly TableColumn[] = [
  { path: ['序号'], width: 10, align: 'center' },
  { path: ['指标'], width: 52, align: 'left' },
  { path: ['计量单位'], width: 18, align: 'center' },
  { path: ['上年实际'], width: 24, align: 'right' },
  { path: ['本年目标', '确保'], width: 24, align: 'right' },
  { path: ['本年目标', '增长%'], width: 16, align: 'right', places: 1 },
  { path: ['本年目标', '力争'], width: 24, align: 'right' },
  { path: ['本年目标', '增长%'], width: 16, align: 'right', places: 1 },
  { path: ['责任领导'], width: 22, align: 'left' },
  { path: ['责任人'], width: 22, align: 'left' },
  { path: ['备注'], width: 30, align: 'left' },
];

export const unitTargets: YearReport = {
  info,
  read(source, options) {
    const year = reportYearOf(source, options);
    const sheet = source.targets(year, options.version ?? null, options.indicators ?? []);
    const chosen = chosenIndicators(sheet, options);
    const own = ownTargets(sheet, chosen, options, source.context.county);
    const sources = targetSources(year, sheet.version?.id ?? null);
    const units = [...(own === null ? [] : [own]), ...unitsWithTargets(sheet, chosen, options)];
    const rows = units.flatMap((unit, at) => [
      ...(options.unit === undefined ? [groupRow(`${numeral(at + 1)}、${unit.name}`)] : []),
      ...rowsOf(unit, chosen, sources),
    ]);
    return {
      ...yearFrame(
        info,
        {
          title: `${options.unit ?? ''}${year}年${options.unit === undefined ? '各单位目标一览' : '目标一览'}`,
          middle: versionText(sheet.version),
          measures: [],
          filters: [],
          period: `${year}年`,
          empty:
            sheet.version === null
              ? `${year}年还没有目标。先在“目标”页填写或导入`
              : `${options.unit ?? '所选单位'}在这一版里还没有目标`,
        },
        options,
        source,
      ),
      columns: COLUMNS,
      repeat: 2,
      rows,
      notes: growthNotes(chosen),
    };
  },
};

const growthNotes = (chosen: TargetSheet['indicators']): readonly string[] => [
  `增长＝目标÷上年实际－1，上年没有数的记“—”${chosen.some((one) => isShare(one.measure)) ? '；率的增长是百分点' : ''}。`,
];

const groupRow = (label: string): TableRow => ({
  kind: 'group',
  cells: [label, ...COLUMNS.slice(1).map((): TableCell => null)],
});

/** Each indicator has places of its own. */
function rowsOf(
  unit: TargetSheet['rows'][number],
  chosen: TargetSheet['indicators'],
  sources: ReturnType<typeof targetSources>,
): TableRow[] {
  const rows: TableRow[] = [];
  for (const one of chosen) {
    const cell = unit.cells[one.id];
    if (cell === undefined) continue;
    const of = sources(one.id, unit.unit);
    const told = (value: string | null): TableCell =>
      value === null ? null : { figure: value, places: one.places };
    rows.push({
      kind: one.parent !== null && unit.cells[one.parent] !== undefined ? 'of-which' : 'data',
      cells: [
        { figure: String(rows.length + 1) },
        one.name,
        one.measure,
        of('base', told(cell.base)),
        of('assured', told(cell.assured)),
        shareOrDash(growthOf(cell.base, cell.assured, one.measure, 1)),
        of('stretch', told(cell.stretch)),
        cell.stretch === null
          ? null
          : shareOrDash(growthOf(cell.base, cell.stretch, one.measure, 1)),
        cell.leader,
        cell.owner,
        cell.remark,
      ],
    });
  }
  return rows;
}
