/** Reads the figures of a target table or matrix into facts, each about a unit, an indicator and a part of it. */
import type { Issue } from '../../../preload/contract/imports.ts';
import { measureOf, statedMeasure, type Measure } from '../../domain/exact/measure.ts';
import { columnName } from '../../domain/read/sheet-address.ts';
import type { CellRead } from '../cells/cells.ts';
import {
  isCounty,
  wholeTarget,
  withinOf,
  type FactColumn,
  type FactLayout,
} from './fact-layout.ts';
import { MONTHLY } from '../sheet/fact-words.ts';
import { isShareOfTarget, measureBehind, readFact } from './fact-values.ts';
import { spokenTargets } from './spoken-targets.ts';
import { fractionsAmong, looksLikeFractions } from '../cells/fractions.ts';
import { saysTheSame } from '../cells/ditto.ts';
import { mixedShare } from '../cells/unclear-shares.ts';
import { showingOf } from '../cells/formats.ts';
import { measuresIn } from '../sheet/headers.ts';
import type { TableFact, FactPart } from '../../domain/targets/fact.ts';
import type { UnknownUnitCells } from '../sheet/mapped.ts';
import { mergedDown } from '../sheet/merged.ts';
import { askUnit } from '../cells/parts.ts';
import type { SheetPeriod } from '../sheet/period.ts';
import type { Region } from '../sheet/region.ts';
import { cellKey, type CellValue, type SourceSheet } from '../sheet/sheet.ts';
import type { UnitNames } from '../cells/units.ts';
import { factIssue, formatIssue } from '../cells/wording.ts';
import { placedIssue } from '../sheet/issue.ts';
import { periodIssue } from './fact-checks.ts';
import { squeezeWords, unbracketed } from '../sheet/words.ts';

export interface FactsInput {
  readonly sheet: SourceSheet;
  readonly region: Region;
  readonly layout: FactLayout;
  readonly period: SheetPeriod | null;
  /** what the table's title is about, for tables whose header names no indicator */
  readonly subject: string | null;
  /** the unit that a table without units is of; null: the county */
  readonly sender: string | null;
  readonly notes: readonly Measure[];
  /** the user's word on a column's measure */
  readonly answered: (column: string) => Measure | null;
  /** columns whose question the user has settled: their figures are right as read */
  readonly accepted: ReadonlySet<string>;
  readonly units: UnitNames;
  readonly county: string;
}
export interface ReadFacts {
  readonly facts: readonly TableFact[];
  readonly figures: ReadonlyMap<number, readonly (string | null)[]>;
  readonly issues: readonly Issue[];
  readonly unknownUnits: ReadonlyMap<string, UnknownUnitCells>;
  /** rows of the county among those of its units: no part of their sum */
  readonly wholeRows: ReadonlySet<number>;
}

export function mapFacts(input: FactsInput): ReadFacts {
  const { layout, region, sheet } = input;
  const scene: Scene = { facts: [], issues: [], unknownUnits: new Map(), asked: new Set() };
  if (
    layout.indicatorColumn === null &&
    input.subject === null &&
    layout.columns.some((one) => one.indicator === null)
  )
    scene.issues.push(
      placedIssue(
        -1,
        null,
        'question',
        'indicator.unknown',
        '表里没写是什么指标。在标题里写明，再导入。',
      ),
      ...undatedIssue(input),
    );
  const steps = layout.columns.map((column) => ({
    column,
    measure: columnMeasure(input, column),
    figures: [] as (string | null)[],
    showing: showingOf(sheet, column.index, columnMeasure(input, column)),
  }));
  const strangers = unknownHeads(input, scene);
  const words = wordsOf(input, scene);
  const wholeRows = new Set<number>();
  region.dataRows.forEach((row, at) => {
    const said = words(row);
    if (said !== null && said.whole !== null) wholeRows.add(row);
    for (const step of steps)
      step.figures[at] = said === null ? null : take(input, scene, step, row, said);
  });
  const figures = new Map(steps.map(({ column, figures: list }) => [column.index, list]));
  for (const { column, figures: list } of steps) askFractions(input, scene, column, list);
  const unclear = new Set(
    scene.issues.filter((one) => one.code === 'share.unclear').map((one) => one.column),
  );
  return {
    facts: scene.facts.filter((fact) => !unclear.has(fact.column) && !strangers.has(fact.column)),
    figures,
    issues: scene.issues,
    unknownUnits: scene.unknownUnits,
    wholeRows,
  };
}

/** Where no figure can be told yet, the time that it lacks is asked for with the indicator, not after it. */
function undatedIssue({ layout, period }: FactsInput): readonly Issue[] {
  if (layout.columns.some((one) => one.indicator !== null)) return [];
  const isOpen = layout.columns.some(
    ({ word }) =>
      (word.year ?? period?.year ?? null) === null ||
      (MONTHLY.has(word.part) && (word.month ?? period?.month ?? null) === null),
  );
  return isOpen ? [periodIssue(layout.columns.some(({ word }) => MONTHLY.has(word.part)))] : [];
}

interface Scene {
  readonly facts: TableFact[];
  readonly issues: Issue[];
  readonly unknownUnits: Map<string, UnknownUnitCells>;
  /** columns and rows whose measure was asked for */
  readonly asked: Set<string>;
}
interface Step {
  readonly column: FactColumn;
  readonly measure: Measure | null;
  readonly figures: (string | null)[];
  readonly showing: ReturnType<typeof showingOf>;
}
interface RowWords {
  readonly unit: string | null | undefined;
  /** a row of the county: its own figures, or in a table of targets what is asked of it from above */
  readonly whole: 'own' | 'upper' | null;
  readonly indicator: string | null;
  readonly parent: string | null;
  readonly measure: Measure | null;
}

const COUNTED = /(?:个数|户数|家数|人数|数量|次数|项目数|企业数)$/;

/** The header's measure, the user's, else the one that the notes state; a count under a note of 亿元 has none. */
function columnMeasure(
  { notes, answered, subject }: FactsInput,
  column: FactColumn,
): Measure | null {
  if (isShareOfTarget(column.word.part)) return measureOf('%');
  if (column.word.part === 'rank') return null;
  const given = answered(columnName(column.index)) ?? column.measure;
  if (given !== null) return given;
  const amounts = notes.filter((one) => one.dimension !== 'share');
  const [only, second] = amounts.length > 0 ? amounts : notes;
  if (only === undefined || second !== undefined) return null;
  // a note of 亿元 says nothing of a count, one of 个 does
  return only.dimension === 'money' && COUNTED.test(column.indicator ?? subject ?? '')
    ? null
    : only;
}

/** Reads what a row's key columns say; null where the row says nothing. */
function wordsOf(input: FactsInput, scene: Scene): (row: number) => RowWords | null {
  const { layout, sheet, region } = input;
  const reader = (column: number | null): ((row: number) => string | null) => {
    if (column === null) return () => null;
    const merged = mergedDown(sheet, column, region);
    let above: CellValue = null;
    return (row) => {
      const written = sheet.rows[row]?.[column] ?? merged?.get(row) ?? null;
      const cell = saysTheSame(written) ? above : written;
      above = cell;
      return typeof cell === 'string' && cell.trim() !== '' ? cell.trim() : null;
    };
  };
  const [unitIn, indicatorIn, measureIn] = [
    reader(layout.unitColumn),
    reader(layout.indicatorColumn),
    reader(layout.measureColumn),
  ];
  let whole: string | null = null;
  return (row) => {
    const unitText = unitIn(row);
    const indicatorText = indicatorIn(row);
    if (
      (layout.unitColumn !== null && unitText === null) ||
      (layout.indicatorColumn !== null && indicatorText === null)
    )
      return null;
    const ofWhole = unitText === null ? null : wholeOf(input, unitText);
    const unit =
      unitText === null
        ? undefined
        : ofWhole !== null
          ? null
          : resolveUnit(input, scene, row, layout.unitColumn ?? 0, unitText);
    const plain = indicatorText === null ? null : unnumbered(unbracketed(indicatorText));
    const within = plain === null ? null : withinOf(plain);
    if (plain !== null && within === null) whole = plain;
    const stated = measureIn(row);
    const measure =
      stated === null
        ? indicatorText === null
          ? null
          : (measuresIn(squeezeWords(indicatorText))[0] ?? null)
        : statedMeasure(stated);
    return {
      unit,
      whole: ofWhole,
      indicator: within ?? plain,
      parent: within === null ? null : whole,
      measure,
    };
  };
}

const wholeOf = ({ layout, county }: FactsInput, text: string): RowWords['whole'] =>
  layout.kind === 'targets' ? wholeTarget(text, county) : isCounty(text, county) ? 'own' : null;

/** 一、地区生产总值 → 地区生产总值. */
const unnumbered = (text: string): string =>
  squeezeWords(text).replace(
    /^(?:[(（]?[一二三四五六七八九十\d]{1,3}[)）]?[、.．]|[(（][一二三四五六七八九十\d]{1,3}[)）]|#)/,
    '',
  );

function resolveUnit(
  { units }: FactsInput,
  scene: Scene,
  row: number,
  column: number,
  text: string,
): string | null {
  const found = units.resolve(text);
  if (found.is === 'known') return found.name;
  if (found.is === 'unknown') askUnit(scene, row, column, text, found.like);
  return squeezeWords(text);
}

function take(
  input: FactsInput,
  scene: Scene,
  { column, measure: ofColumn, showing }: Step,
  row: number,
  said: RowWords,
): string | null {
  const { sheet, layout } = input;
  const cell: CellValue = sheet.rows[row]?.[column.index] ?? null;
  const shown = showing?.(row) ?? { is: 'plain' as const };
  const formatted = shown.is === 'stored' && typeof cell === 'number' ? shown.measure : null;
  const measure =
    isShareOfTarget(column.word.part) || column.word.part === 'rank'
      ? ofColumn
      : (said.measure ??
        ofColumn ??
        formatted ??
        (typeof cell === 'string' ? measureBehind(cell) : null));
  const spoken =
    typeof cell === 'string' ? keepSpoken(input, scene, column, row, said, cell, measure) : null;
  if (spoken !== null) return spoken.figure;
  const read = readFact(cell, {
    part: column.word.part,
    measure,
    format: sheet.formats.get(cellKey(row, column.index)),
    showing: shown,
  });
  if (read.kind === 'empty') return null;
  if (
    shown.is === 'doubt' &&
    typeof cell === 'number' &&
    cell !== 0 &&
    !isShareOfTarget(column.word.part)
  ) {
    scene.issues.push(formatIssue(row, column.index, shown.format, String(cell)));
    return read.kind === 'value' ? keep(input, scene, column, row, said, read, measure) : null;
  }
  if (read.kind === 'question' && read.ask === 'measure' && measure === null)
    return askMeasure(scene, layout, column, row, said);
  const found = factIssue(row, column.index, measure, read, cell);
  if (found !== null) scene.issues.push(found);
  return read.kind === 'value' ? keep(input, scene, column, row, said, read, measure) : null;
}

/** 确保30力争37 in one cell sets two figures, of which the first adds up with others'; null where the cell is no such thing. */
function keepSpoken(
  input: FactsInput,
  scene: Scene,
  column: FactColumn,
  row: number,
  said: RowWords,
  cell: string,
  measure: Measure | null,
): { readonly figure: string | null } | null {
  if (said.whole === 'upper') return null;
  const reads = spokenTargets(cell, column.word.part, measure)?.map((one) => ({
    ...one,
    read: readFact(one.text, {
      part: one.part,
      measure: one.measure,
      format: undefined,
      showing: { is: 'plain' },
    }),
  }));
  const values = (reads ?? []).flatMap((one) =>
    one.read.kind === 'value' ? [{ ...one, read: one.read }] : [],
  );
  const [first] = values;
  if (first === undefined || values.length !== reads?.length) return null;
  for (const { part, read, measure: own } of values)
    keep(input, scene, { ...column, word: { ...column.word, part } }, row, said, read, own);
  return { figure: first.part === 'growth' ? null : first.read.value };
}

function keep(
  { layout, subject, sender, period, units, county }: FactsInput,
  scene: Scene,
  column: FactColumn,
  row: number,
  said: RowWords,
  read: Extract<CellRead, { kind: 'value' }>,
  measure: Measure | null,
): string {
  const { word } = column;
  const ofHead = column.unit === undefined ? undefined : unitOfHead(units, county, column.unit);
  const indicator =
    layout.indicatorColumn === null ? (column.indicator ?? subject) : said.indicator;
  if (indicator === null) return read.value;
  const part = said.whole === 'upper' ? upperPart(word.part) : word.part;
  if (part === null) {
    scene.issues.push(
      placedIssue(
        row,
        column.index,
        'warning',
        'target.upper',
        '上级任务只记一个数（年目标或确保），这一格不导入。',
      ),
    );
    return read.value;
  }
  const year =
    word.year ?? (period === null ? null : word.part === 'base' ? period.year - 1 : period.year);
  const monthly = MONTHLY.has(word.part);
  scene.facts.push({
    row: row + 1,
    column: columnName(column.index),
    unit: said.unit !== undefined ? said.unit : ofHead !== undefined ? ofHead : sender,
    indicator,
    parent: layout.indicatorColumn === null ? column.parent : said.parent,
    part,
    year,
    month: !monthly ? null : (word.month ?? period?.month ?? null),
    months: word.months,
    value: read.value,
    measure: measure?.name ?? null,
  });
  return read.value;
}

/** What is asked from above is one figure: that under 目标 or 确保. */
const upperPart = (part: FactPart): FactPart | null =>
  part === 'annual' || part === 'assured' || part === 'upper' ? 'upper' : null;

function unitOfHead(units: UnitNames, county: string, name: string): string | null {
  const found = units.resolve(name);
  return isCounty(name, county) ? null : found.is === 'known' ? found.name : name;
}

/** Columns under units that nobody knows: asked about on their heads, and held back. */
function unknownHeads(
  { layout, region, units, county }: FactsInput,
  scene: Scene,
): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { unit, index } of layout.columns) {
    if (unit === undefined || isCounty(unit, county)) continue;
    const known = units.resolve(unit);
    if (known.is !== 'unknown') continue;
    if (!scene.unknownUnits.has(unit))
      askUnit(scene, region.headerRows[1], index, unit, known.like);
    found.add(columnName(index));
  }
  return found;
}

/** One question for a column, or for a row where the rows name the indicators. */
function askMeasure(
  scene: Scene,
  layout: FactLayout,
  column: FactColumn,
  row: number,
  said: RowWords,
): null {
  const byRow = layout.indicatorColumn !== null;
  const key = byRow ? `r${row}` : `c${column.index}`;
  if (!scene.asked.has(key)) {
    scene.asked.add(key);
    const name = byRow ? (said.indicator ?? '') : (column.indicator ?? '这一列');
    scene.issues.push(
      placedIssue(
        byRow ? row : -1,
        byRow ? (layout.indicatorColumn ?? column.index) : column.index,
        'question',
        'measure.unknown',
        byRow
          ? `“${name}”没写计量单位。在名称后写上，如（万元）。`
          : `“${name}”没写计量单位。是万元、亿元，还是别的？`,
      ),
    );
  }
  return null;
}

/** 0.12 under 同比（%）: a share of one, or 0.12 %? A format with % tells; without it nobody can. */
function askFractions(
  { sheet, region, accepted }: FactsInput,
  scene: Scene,
  column: FactColumn,
  list: readonly (string | null)[],
): void {
  if (!isShareOfTarget(column.word.part) || accepted.has(columnName(column.index))) return;
  const bare = list.map((value, at) =>
    typeof sheet.rows[region.dataRows[at] ?? 0]?.[column.index] === 'number' &&
    sheet.formats.get(cellKey(region.dataRows[at] ?? 0, column.index))?.includes('%') !== true
      ? value
      : null,
  );
  for (const at of fractionsAmong(bare))
    scene.issues.push(mixedShare(region.dataRows[at] ?? 0, column.index, bare[at] ?? ''));
  const typed = bare.filter((value) => value !== null);
  if (looksLikeFractions(typed))
    scene.issues.push(
      placedIssue(
        -1,
        column.index,
        'question',
        'share.unclear',
        `这一列的数都小于1。0.12是0.12%，就确认；是12%，请改成12。`,
      ),
    );
}
