/** A target breakdown or a monthly matrix: its layout, facts, totals and problems. */
import type { Issue } from '../../../preload/contract/imports.ts';
import type { ImportAnswer } from '../../../preload/contract/answers.ts';
import { measureOf, type Measure } from '../../domain/exact/measure.ts';
import { columnName } from '../../domain/read/sheet-address.ts';
import { kindOfName } from '../../domain/ledgers/unit.ts';
import { checkTotals } from '../records/totals.ts';
import { checkAcross, checkFacts } from './fact-checks.ts';
import { isCounty, factLayoutOf, type FactColumn, type FactLayout } from './fact-layout.ts';
import { kindOfCell } from '../sheet/cell-kinds.ts';
import { isShareOfTarget } from './fact-values.ts';
import { isKeptNowhere, partOf, subjectOf } from '../sheet/fact-words.ts';
import { placedIssue } from '../sheet/issue.ts';
import { mapFacts } from './facts.ts';
import type { Figures } from '../sheet/column-figures.ts';
import type { Evidence, MappedColumn, MappedTable } from '../sheet/mapped.ts';
import type { SheetPeriod } from '../sheet/period.ts';
import { withNumberedRows, withRows } from '../sheet/row-roles.ts';
import type { Region } from '../sheet/region.ts';
import type { Sender } from '../records/sender.ts';
import type { SourceSheet } from '../sheet/sheet.ts';
import type { UnitNames } from '../cells/units.ts';
import { squeezeWords, withoutMeasure } from '../sheet/words.ts';

export interface FactTableInput {
  readonly sheet: SourceSheet;
  readonly region: Region;
  readonly head: MappedTable['head'];
  readonly place: number;
  readonly number: number;
  readonly period: SheetPeriod | null;
  /** the table's columns as a ledger would have them */
  readonly columns: readonly MappedColumn[];
  readonly evidence: readonly Evidence[];
  readonly titles: readonly string[];
  readonly notes: readonly Measure[];
  readonly units: UnitNames;
  readonly county: string;
  readonly answers: readonly ImportAnswer[];
  /** who sent the file, where its name or the user tells */
  readonly said: Sender | null;
  /** where a form tells it */
  readonly layout: FactLayout | null;
}
export type FactTable = Omit<MappedTable, 'rejected' | 'skipped' | 'held'> & {
  readonly waiting: ReadonlySet<string>;
  /** the columns that say what a row is about */
  readonly keys: ReadonlySet<string>;
};

/** Null where the table is neither. */
export function factTable(input: FactTableInput): FactTable | null {
  const { sheet, place, number, period, units } = input;
  const layout =
    input.layout ??
    factLayoutOf({
      ...input,
      paths: input.columns.map((column) => column.path),
      year: period?.year ?? null,
    });
  if (layout === null) return null;
  const region =
    layout.indicatorColumn === null
      ? withRows(
          input.region,
          ({ row, label }) => input.region.sums.has(row) && isUnit(input, label),
        )
      : withNumberedRows(input.region);
  const named = input.answers.findLast(
    (answer) =>
      answer.kind === 'indicator' && answer.sheet === sheet.name && answer.table === place,
  );
  const subject =
    (named?.kind === 'indicator' ? named.name : null) ??
    [...input.titles, /^(?:sheet|工作表|表)\s*\d*$/i.test(sheet.name) ? '' : sheet.name]
      .map(subjectOf)
      .find((one) => one !== null) ??
    null;
  const mapped = mapFacts({
    sheet,
    region,
    layout,
    period,
    subject,
    sender: layout.unitColumn === null ? senderOf(input) : null,
    notes: input.notes,
    answered: answeredMeasure(input),
    accepted: acceptedColumns(input),
    units,
    county: input.county,
  });
  const byIndex = new Map(layout.columns.map((column) => [column.index, column]));
  const told = new Map(mapped.facts.map((fact) => [fact.column, fact.measure]));
  const columns = input.columns.map((column) =>
    described(column, byIndex.get(column.index), layout, told, subject),
  );
  const checks = checkFacts(mapped.facts);
  const sums =
    layout.indicatorColumn === null || layout.unitColumn !== null
      ? checkTotals(
          sheet,
          region,
          columns,
          withoutRows(region, withSums(input, layout, region, mapped.figures), mapped.wholeRows),
          period?.year ?? null,
        )
      : { totals: [], issues: [] };
  const issues: readonly Issue[] = [
    ...unreadIssues(columns, input.evidence),
    ...totalShares(sheet, region, layout),
    ...mapped.issues,
    ...checks.issues,
    ...sums.issues,
    ...checkAcross(sheet, region, layout, mapped.figures),
  ];
  return {
    sheet,
    region,
    head: input.head,
    place,
    number,
    kind: layout.kind,
    ledger: null,
    period,
    columns,
    records: [],
    facts: mapped.facts,
    figures: mapped.figures,
    issues,
    totals: sums.totals,
    unknownUnits: mapped.unknownUnits,
    waiting: new Set(checks.waiting),
    keys: new Set(
      [layout.unitColumn, layout.indicatorColumn, layout.measureColumn].flatMap((index) =>
        index === null ? [] : [columnName(index)],
      ),
    ),
  };
}

/** The whole county, or a unit that is known, has its figure even where it is the sum of others. */
const isUnit = ({ units, county }: FactTableInput, label: string): boolean =>
  isCounty(label, county) || units.resolve(label).is === 'known';

/** The figures of 合计 columns are no facts, but add up like them. */
function withSums(
  { sheet }: FactTableInput,
  layout: FactLayout,
  region: Region,
  figures: MappedTable['figures'],
): MappedTable['figures'] {
  const more = [...layout.sums].map(
    (index) =>
      [
        index,
        region.dataRows.map((row) =>
          ((cell) => (typeof cell === 'number' ? String(cell) : null))(sheet.rows[row]?.[index]),
        ),
      ] as const,
  );
  return new Map<number, Figures>([...figures, ...more]);
}

/** A row of the county among its units' adds nothing to their sum. */
const withoutRows = (
  region: Region,
  figures: MappedTable['figures'],
  rows: ReadonlySet<number>,
): MappedTable['figures'] =>
  rows.size === 0
    ? figures
    : new Map(
        [...figures].map(([column, list]): [number, Figures] => [
          column,
          region.dataRows.map((row, at) => (rows.has(row) ? null : (list.at(at) ?? null))),
        ]),
      );

function described(
  column: MappedColumn,
  head: FactColumn | undefined,
  layout: FactLayout,
  told: ReadonlyMap<string, string | null>,
  subject: string | null,
): MappedColumn {
  if (head === undefined) {
    const role = roleOf(column.index, layout);
    return {
      ...column,
      field: null,
      month: null,
      confidence: role === 'other' ? 0 : 1,
      reason: ROLES[role],
      use: role === 'total' ? 'check' : 'ignore',
      role,
    };
  }
  const measure = isShareOfTarget(head.word.part)
    ? measureOf('%')
    : (head.measure ?? column.measure);
  const words = [head.unit, head.parent, head.indicator, PARTS[head.word.part]].filter(
    (word) => word !== undefined && word !== null,
  );
  return {
    ...column,
    field: null,
    month: null,
    measure: told.size === 0 && head.measure === null ? null : measure,
    confidence: 1,
    reason: words.join('·'),
    use: 'extra',
    role: 'figure',
    indicator: layout.indicatorColumn === null ? (head.indicator ?? subject) : null,
    part: head.word.part,
  };
}

const ROLES = {
  unit: '单位',
  indicator: '指标',
  measure: '计量单位',
  total: '合计，只作核对',
  other: '不是指标，不导入',
} as const;

const roleOf = (index: number, layout: FactLayout): keyof typeof ROLES =>
  index === layout.unitColumn
    ? 'unit'
    : index === layout.indicatorColumn
      ? 'indicator'
      : index === layout.measureColumn
        ? 'measure'
        : layout.sums.has(index)
          ? 'total'
          : 'other';

/** A growth or a share in a total row cannot be added up from the units': it is named, as it is not kept. */
const totalShares = (sheet: SourceSheet, region: Region, layout: FactLayout): readonly Issue[] =>
  region.totalRows.flatMap(({ row, label }) =>
    layout.columns.flatMap(({ index, word }): Issue[] => {
      const cell = sheet.rows[row]?.[index] ?? null;
      return !isShareOfTarget(word.part) || kindOfCell(cell) !== 'figure'
        ? []
        : [
            placedIssue(
              row,
              index,
              'warning',
              'total.share',
              `“${label}”的${PARTS[word.part]}没有导入：全县的由各单位的数算出。`,
            ),
          ];
    }),
  );

/** Columns of figures that nobody understands are named: their figures are not in. */
function unreadIssues(
  columns: readonly MappedColumn[],
  evidence: readonly Evidence[],
): readonly Issue[] {
  return columns.flatMap(({ index, path, role }, at): Issue[] => {
    const numbers = evidence[at]?.numbers ?? 0;
    const isOther = role === 'other' && numbers > 0;
    if (!isOther || /^(?:序号?|编号|行次|no)$/i.test(path.at(-1) ?? '')) return [];
    const [level, message] = whyUnread(path, index);
    return [placedIssue(-1, index, level, 'column.unread', message)];
  });
}

/** The month's own growth, and what a head calls a figure to look at, are understood and not kept. */
function whyUnread(path: readonly string[], index: number): readonly ['info' | 'warning', string] {
  const head = path.join('›');
  const leaf = path.at(-1) ?? '';
  if (isKeptNowhere(leaf) || path.some(isKeptNowhere))
    return ['warning', `“${head}”不是目标，也不是当年的月度数，没有导入。`];
  const part = partOf(withoutMeasure(leaf), false)?.part;
  if (part === 'yoy' || part === 'growth' || part === 'lastYear')
    return ['info', `“${head}”不另记，只看全年的。`];
  if (/参考/.test(head)) return ['info', `“${head}”只供参考，不导入。`];
  const what = head === '' ? `${columnName(index)}列没有表头` : `“${head}”看不出是什么数`;
  return ['warning', `${what}，里面的数没有导入。请把表头写明白。`];
}

const PARTS = {
  base: '上年实际',
  assured: '确保',
  stretch: '力争',
  annual: '年目标',
  plan: '分期计划',
  month: '本月',
  cumulative: '累计',
  lastYear: '上年同期',
  yoy: '同比',
  completion: '完成率',
  rank: '位次',
  growth: '增幅',
  growthStretch: '力争增幅',
  upper: '上级任务',
  wasAssured: '原目标，只作核对',
  wasStretch: '原力争目标，只作核对',
} as const;

const acceptedColumns = ({ sheet, answers }: FactTableInput): ReadonlySet<string> =>
  new Set(
    answers.flatMap((answer) =>
      answer.kind === 'accept' && answer.sheet === sheet.name && answer.row === 0
        ? [answer.column]
        : [],
    ),
  );

function answeredMeasure({
  sheet,
  place,
  answers,
}: FactTableInput): (column: string) => Measure | null {
  return (column) => {
    const said = answers.findLast(
      (answer) =>
        answer.kind === 'measure' &&
        answer.sheet === sheet.name &&
        answer.table === place &&
        (answer.column === column || answer.column === null),
    );
    return said?.kind === 'measure' ? measureOf(said.measure) : null;
  };
}

/** Whose figures a table without units holds: the unit that its sheet is called after, or that its title or 填报单位 names. Null: the county's. */
function senderOf({ sheet, titles, units, said }: FactTableInput): string | null {
  if (said?.isSaid === true) return said.unit;
  const bySheet = units.resolve(sheet.name);
  if (bySheet.is === 'known') return bySheet.name;
  for (const title of titles.map(squeezeWords)) {
    const stated =
      /^(?:填报|上报|报送)单位[:：](.+?)(?:[(（].*)?$/.exec(title)?.[1] ??
      /^(.{2,8}?(?:镇|乡|街道|园区|管委会))(?=(?:19|20)\d{2}年|主要|各项|经济|目标|任务|指标)/.exec(
        title,
      )?.[1];
    const found = stated === undefined ? null : units.resolve(stated);
    // an office may report for the whole county, a township never does
    if (found?.is === 'known' && kindOfName(found.name) !== 'department') return found.name;
  }
  return said?.unit ?? null;
}
