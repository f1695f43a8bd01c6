/**
 * Reads the figures of a target table or matrix into facts, each about a unit, an indicator and a
 * part of it.
 */
import type { Issue } from '../../../preload/contract/imports.ts';
import { measureOf, type Measure } from '../../domain/exact/measure.ts';
import { columnName } from '../../domain/read/sheet-address.ts';
import type { TableFact } from '../../domain/targets/fact.ts';
import { showingOf } from '../cells/formats.ts';
import { fractionsAmong, looksLikeFractions } from '../cells/fractions.ts';
import { askUnit } from '../cells/parts.ts';
import { mixedShare } from '../cells/unclear-shares.ts';
import { kindOfCell } from '../sheet/cell-kinds.ts';
import { MONTHLY } from '../sheet/fact-words.ts';
import type { PartWord } from '../sheet/part-word.ts';
import { atTime } from './row-times.ts';
import { placedIssue } from '../sheet/issue.ts';
import type { UnknownUnitCells } from '../sheet/mapped.ts';
import { cellKey } from '../sheet/sheet.ts';
import { takeFact } from './fact-cell.ts';
import { periodIssue } from './fact-checks.ts';
import type { FactColumn, FactLayout } from './fact-columns.ts';
import { sharedFigures } from './merged-figures.ts';
import { askSender } from './table-sender.ts';
import type { FactScene, FactsInput, FigureStep, SaidOfRow } from './fact-scene.ts';
import { isShareOfTarget } from './fact-values.ts';
import { rowWordsOf } from './row-words.ts';
import { isCounty } from './whole-county.ts';

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
  const scene: FactScene = { facts: [], issues: [], unknownUnits: new Map(), asked: new Set() };
  askSender(input, scene);
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
  const words = rowWordsOf(input, scene);
  const wholeRows = new Set<number>();
  const saidOf = new Map(region.dataRows.map((row) => [row, words(row)]));
  const shared = sharedFigures(input, saidOf);
  scene.issues.push(...shared.values());
  region.dataRows.forEach((row, at) => {
    const said = saidOf.get(row) ?? null;
    if (said !== null && said.whole !== null) wholeRows.add(row);
    for (const step of steps)
      step.figures[at] =
        said === null || shared.has(cellKey(row, step.column.index))
          ? null
          : takenOf(input, scene, step, row, said);
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

/** A figure of the row's own part or time; named where there is no place for it. */
function takenOf(
  input: FactsInput,
  scene: FactScene,
  step: FigureStep,
  row: number,
  said: SaidOfRow,
): string | null {
  const { column } = step;
  const word = wordInRow(column, said);
  if (word !== null) {
    const measure = isShareOfTarget(word.part) ? measureOf('%') : step.measure;
    return takeFact(input, scene, { ...step, measure, column: { ...column, word } }, row, said);
  }
  if (kindOfCell(input.sheet.rows[row]?.[column.index]) === 'figure')
    scene.issues.push(
      placedIssue(
        row,
        column.index,
        'warning',
        'row.aside',
        '这一格不是一个月的数，也不是从年初累计的数，没有导入。',
      ),
    );
  return null;
}

/**
 * What the column says, at the time that the row says; or what the row says, of the month that the
 * column says.
 */
const wordInRow = (column: FactColumn, { word, time }: SaidOfRow): PartWord | null =>
  time !== null
    ? atTime(column.word, column.isSaid === true, time)
    : word === null
      ? column.word
      : word.part === 'yoy' && word.span === 'month'
        ? null
        : {
            ...word,
            year: word.year ?? column.word.year,
            month: word.month ?? column.word.month,
          };

/**
 * Where no figure can be told yet, the time that it lacks is asked for with the indicator, not
 * after it.
 */
function undatedIssue({ layout, period }: FactsInput): readonly Issue[] {
  if (layout.columns.some((one) => one.indicator !== null)) return [];
  const isOpen = layout.columns.some(
    ({ word }) =>
      (word.year ?? period?.year ?? null) === null ||
      (MONTHLY.has(word.part) && (word.month ?? period?.month ?? null) === null),
  );
  return isOpen ? [periodIssue(layout.columns.some(({ word }) => MONTHLY.has(word.part)))] : [];
}

/** 户数 is counted in 户, whatever measure the sheet's amounts of money have. */
const COUNTED =
  /(个|户|家|人|件|起|次|宗|笔|台|头|只|栋|套|处|项)数(?:量)?$|(?:数量|项目数|企业数)$/;

/**
 * The header's measure, the user's, else the one that the notes state; a count under a note of 亿元
 * has its own.
 */
function columnMeasure(
  { notes, answered, subject, layout }: FactsInput,
  column: FactColumn,
): Measure | null {
  if (isShareOfTarget(column.word.part)) return measureOf('%');
  if (column.word.part === 'rank') return null;
  const given =
    answered(columnName(column.index)) ?? column.measure ?? measureBeside(layout, column);
  if (given !== null) return given;
  const counted = COUNTED.exec(column.indicator ?? subject ?? '');
  const own = measureOf(counted?.[1] ?? '');
  const amounts = notes.filter((one) => one.dimension !== 'share');
  const [only, second] = amounts.length > 0 ? amounts : notes;
  if (only === undefined || second !== undefined) return own;
  // a note of 亿元 says nothing of a count, one of 个 does
  return only.dimension === 'money' && counted !== null ? own : only;
}

/**
 * 年任务（万元） | 1-3月完成: the columns of one indicator are in what one of them says, where they
 * say one thing.
 */
function measureBeside(layout: FactLayout, column: FactColumn): Measure | null {
  if (layout.indicatorColumn !== null || column.unit !== undefined) return null;
  const stated = layout.columns.flatMap((one) =>
    one.indicator === column.indicator &&
    one.parent === column.parent &&
    one.measure !== null &&
    !isShareOfTarget(one.word.part) &&
    one.word.part !== 'rank'
      ? [one.measure]
      : [],
  );
  const [first] = stated;
  return first !== undefined && stated.every((one) => one.name === first.name) ? first : null;
}

/** Columns under units that nobody knows: asked about on their heads, and held back. */
function unknownHeads(
  { layout, region, units, county }: FactsInput,
  scene: FactScene,
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

/** 0.12 under 同比（%）: a share of one, or 0.12 %? A format with % tells; without it nobody can. */
function askFractions(
  { sheet, region, accepted }: FactsInput,
  scene: FactScene,
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
