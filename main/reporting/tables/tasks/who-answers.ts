/**
 * 领导分工包抓一览表: everything that one person answers for, as leader or as 责任人: targets with
 * what was done, projects, tasks and problems; person by person.
 */
import type { Row } from '../../../../preload/contract/records.ts';
import type { ParsedTableOptions, TableInfo } from '../../../../preload/contract/tables.ts';
import type { TargetCell } from '../../../../preload/contract/targets.ts';
import { dayText } from '../../../domain/days/day.ts';
import { ledgers } from '../../../domain/ledgers/index.ts';
import type { Ledger } from '../../../domain/ledgers/field.ts';
import { wholeOfCounty } from '../../../domain/progress/words.ts';
import { dayCell, printedFigureText } from '../../model/figures.ts';
import type { TableCell, TableColumn, TableRow } from '../../model/table.ts';
import { nowWords } from '../shared/report.ts';
import { labelOf, rowValueOf } from '../shared/values.ts';
import {
  chosenIndicators,
  reportMonthOf,
  reportYearOf,
  shareOrDash,
  yearFrame,
  type YearReport,
  type YearSource,
} from '../shared/year.ts';

const info = {
  name: 'who-answers',
  title: '领导分工包抓一览表',
  about: '每位领导、责任人名下的目标、项目、督办和整改，按人排列，带完成情况',
  clock: 'now',
  subject: 'year',
  paper: 'A4',
  landscape: true,
  choices: ['indicators'],
} as const satisfies TableInfo;

const COLUMNS: readonly TableColumn[] = [
  { path: ['序号'], width: 10, align: 'center' },
  { path: ['姓名'], width: 22, align: 'left' },
  { path: ['类别'], width: 16, align: 'center' },
  { path: ['事项'], width: 60, align: 'left' },
  { path: ['责任单位'], width: 34, align: 'left' },
  { path: ['职责'], width: 20, align: 'center' },
  { path: ['目标（时限）'], width: 34, align: 'left' },
  { path: ['完成率%'], width: 18, align: 'right', places: 2 },
  { path: ['状态'], width: 24, align: 'center' },
];

/** One thing that somebody answers for. */
interface Charge {
  readonly person: string;
  readonly cells: readonly TableCell[];
}

export const whoAnswers: YearReport = {
  info,
  read(source, options) {
    const charges = [...targetCharges(source, options), ...recordCharges(source, options)];
    // each person's together, in the order in which they are first named
    const list = [...Map.groupBy(charges, ({ person }) => person).values()].flat();
    const rows = list.map(({ person, cells }, at): TableRow => ({
      kind: 'data',
      cells: [{ figure: String(at + 1) }, person, ...cells],
    }));
    const today = nowWords(source.context.today);
    const month = newestOf(source, options);
    return {
      ...yearFrame(
        info,
        {
          title: `${options.unit ?? source.context.county}${reportYearOf(source, options)}年${info.title}`,
          middle: today,
          measures: [],
          filters: [],
          period: dayText(source.context.today),
          empty: '目标、项目、督办和整改里还没有写责任领导、责任人',
        },
        options,
        source,
      ),
      columns: COLUMNS,
      repeat: 3,
      rows,
      notes: rows.some(({ cells }) => cells[2] === '目标')
        ? [`目标的完成率按${source.monthName(month)}的数计算。`]
        : [],
    };
  },
};

/** Records stand as they do today; the newest month of the year stands beside them. */
const newestOf = (source: YearSource, options: ParsedTableOptions): number =>
  reportMonthOf(source, { ...options, month: undefined });

const ROLES = [
  ['leader', '责任领导'],
  ['owner', '责任人'],
] as const;

function targetCharges(source: YearSource, options: ParsedTableOptions): readonly Charge[] {
  const [year, month] = [reportYearOf(source, options), newestOf(source, options)];
  const sheet = source.targets(year, null, options.indicators ?? []);
  const whole = wholeOfCounty(source.context.county);
  return chosenIndicators(sheet, options).flatMap((one): readonly Charge[] => {
    const progress = source.progress({
      year,
      month,
      indicator: one.id,
      denominator: 'assured',
      group: 'all',
    });
    const chargesOf = (unit: string, cell: TargetCell | undefined, share: string | null) =>
      ROLES.flatMap(([part, role]): Charge[] => {
        const person = cell?.[part] ?? null;
        if (person === null || (options.unit !== undefined && options.unit !== unit)) return [];
        const target = cell?.assured ?? null;
        const told =
          target === null ? null : `${printedFigureText(target, one.places)}${one.measure}`;
        return [{ person, cells: ['目标', one.name, unit, role, told, shareOrDash(share), null] }];
      });
    return [
      ...chargesOf(whole, sheet.county[one.id], progress.total.completion),
      ...sheet.rows.flatMap((row) =>
        chargesOf(
          row.name,
          row.cells[one.id],
          progress.rows.find(({ name }) => name === row.name)?.completion ?? null,
        ),
      ),
    ];
  });
}

/** Where a record says who answers for it, and what of it is told. */
const RECORDS = [
  {
    ledger: 'project',
    kind: '项目',
    unit: 'responsible_unit',
    due: 'planned_completed_date',
    state: 'stage',
    roles: [
      ['sponsor', '包联领导'],
      ['owner', '责任人'],
    ],
  },
  {
    ledger: 'task',
    kind: '督办',
    unit: 'lead_unit',
    due: 'deadline',
    state: 'state',
    roles: ROLES,
  },
  {
    ledger: 'rectification',
    kind: '整改',
    unit: 'unit',
    due: 'deadline',
    state: 'state',
    roles: ROLES,
  },
] as const;

const recordCharges = (source: YearSource, options: ParsedTableOptions): readonly Charge[] =>
  RECORDS.flatMap(({ ledger: code, kind, unit, due, state, roles }) => {
    const ledger: Ledger = ledgers[code];
    const stateField = ledger.fields.find((field) => field.code === state);
    const chargesOf = (row: Row): readonly Charge[] => {
      const own = rowValueOf(row, unit);
      if (options.unit !== undefined && options.unit !== own) return [];
      const stood = rowValueOf(row, state);
      const day = rowValueOf(row, due);
      return roles.flatMap(([part, role]): Charge[] => {
        const person = rowValueOf(row, part);
        if (person === null) return [];
        return [
          {
            person,
            cells: [
              kind,
              rowValueOf(row, ledger.nameField),
              own,
              role,
              day === null ? null : dayCell(day),
              null,
              stateField === undefined || stood === null ? null : labelOf(stateField, stood),
            ],
          },
        ];
      });
    };
    return source.rows(code).flatMap(chargesOf);
  });
