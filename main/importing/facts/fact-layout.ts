/**
 * Finds how a target table or matrix is laid out, from its words' columns and the heads of its
 * figures.
 */
import { adjustedHeads } from './adjusted-heads.ts';
import { asBase, partOf } from '../sheet/fact-words.ts';
import type { PartWord } from '../sheet/part-word.ts';
import { speaksOfPlans, speaksOfResults } from '../sheet/titles.ts';
import { bareWord, squeezeWords } from '../sheet/words.ts';
import type { FactColumn, FactLayout, LayoutInput } from './fact-columns.ts';
import { figureHeads, readFigureHead, type FigureHead } from './fact-heads.ts';
import {
  ASIDE,
  isAside,
  factKeysOf,
  isListOfNames,
  isNumericColumn,
  type FactKeys,
} from './fact-keys.ts';
import { headsBeside, namesNothing } from './heads-beside.ts';
import { isTargetText, measureBehind } from './fact-values.ts';
import {
  ofTheirMonths,
  comparedYears,
  ofTheYear,
  ofYearBefore,
  withOwnTargets,
  withWholeYears,
} from './column-times.ts';
import { saysYears } from './row-times.ts';
import { isOfUnits, isOneColumn } from './unit-rows.ts';

const TARGET_PARTS: ReadonlySet<string> = new Set([
  'base',
  'assured',
  'stretch',
  'upper',
  'wasAssured',
  'wasStretch',
  'annual',
  'plan',
  'growth',
  'growthStretch',
]);

/** Null where the table is neither. */
export function factLayoutOf(given: LayoutInput): FactLayout | null {
  const said = { ...given, paths: headsBeside(given) };
  const input = { ...said, paths: adjustedHeads(said) };
  const title = squeezeWords(input.titles.join(' '));
  const planned = speaksOfPlans(title) || goesOnFromBase(input.paths);
  const numeric = input.paths.map(
    (_, at) => isNumericColumn(input.evidence[at]) || (planned && isOfSpokenTargets(input, at)),
  );
  const keys = factKeysOf(input, numeric);
  const isSeries = keys.timeColumn !== null || isMonthsAcross(input, keys);
  if (keys.unitColumn === null && keys.indicatorColumn === null && !isSeries) return null;
  if (isListOfNames(input, keys)) return null;
  const isOfYears = keys.timeColumn !== null && saysYears(input, keys.timeColumn);
  const heads = figureHeads(
    input.paths.map((_, at) => headAt(input, at, keys, numeric[at] === true, planned)),
    input.titles,
  );
  const fallback = plainPart(input, heads, numeric, keys, isOfYears);
  // 2023年 beside 2024年目标 is what it starts from
  const isPlanned = planned || heads.some((head) => TARGET_PARTS.has(head?.word?.part ?? ''));
  // beside heads that say what they are, a plain one is a figure only where it says in what
  const isNamed = heads.every((head) => head === null || head.sum || head.word === null);
  const columns = inTheirTime(
    input,
    heads.flatMap((head, at) => factColumn(input, head, at, isNamed, fallback, isPlanned) ?? []),
  );
  const isTable =
    columns.length > 0 &&
    (isFactTable(columns, keys, countedColumns(input, numeric), fallback !== null && isNamed) ||
      isOneColumn(columns, keys, input) ||
      isSeries);
  if (!isTable) return null;
  const targets =
    columns.every((one) => TARGET_PARTS.has(one.word.part)) &&
    // a growth alone, of a month that is over, is no target
    (planned || input.month === null || !columns.every(isGrowthDone));
  return {
    kind: targets ? 'targets' : 'matrix',
    unitColumn: keys.unitColumn,
    indicatorColumn: keys.indicatorColumn,
    measureColumn: keys.measureColumn,
    partColumn: keys.partColumn,
    timeColumn: keys.timeColumn,
    yearColumn: keys.yearColumn,
    ...(isOfYears ? { isOfYears } : {}),
    columns: targets
      ? columns
      : columns.map((one) =>
          one.word.part === 'growth' && one.word.isGoal !== true
            ? { ...one, word: { ...one.word, part: 'yoy' as const } }
            : one,
        ),
    sums: new Set(
      heads.flatMap((head, at) => (head?.sum === true ? [input.region.left + at] : [])),
    ),
  };
}

/** The columns with what they tell of each other's time. */
const inTheirTime = (input: LayoutInput, columns: readonly FactColumn[]): readonly FactColumn[] =>
  [ofTheirMonths, ofTheYear, withWholeYears, withOwnTargets].reduce(
    (list, step) => step(list),
    comparedYears(ofYearBefore(columns, input)),
  );

/** 2025年基数 and then 2026年, 2027年: what comes after what is started from is to be reached. */
function goesOnFromBase(paths: LayoutInput['paths']): boolean {
  const heads = paths.map((path) => squeezeWords(path.at(-1) ?? ''));
  const [base] = heads.flatMap(
    (head) => /^((?:19|20)\d{2})年?(?:基数|基期[数值]?)$/.exec(head)?.[1] ?? [],
  );
  const later = heads.filter((head) => {
    const year = /^((?:19|20)\d{2})年?$/.exec(head)?.[1];
    return base !== undefined && year !== undefined && year > base;
  });
  return later.length > 1;
}

const isGrowthDone = ({ word }: FactColumn): boolean =>
  word.part === 'growth' && word.isGoal !== true;

/** The columns of figures without those that are understood and kept nowhere: 上旬, 二季度. */
const countedColumns = ({ paths }: LayoutInput, numeric: readonly boolean[]): number =>
  numeric.filter((one, at) => one && !isAside(paths[at])).length;

/** What figures are that no head explains: as the rows say, else as the title does. */
function plainPart(
  input: LayoutInput,
  heads: readonly (FigureHead | null)[],
  numeric: readonly boolean[],
  keys: FactKeys,
  isOfYears: boolean,
): PartWord | null {
  const title = squeezeWords(input.titles.join(' '));
  // beside a completion or a place stands what was done, whatever the title calls it
  const planned =
    speaksOfPlans(title) &&
    !heads.some((head) => head?.word?.part === 'completion' || head?.word?.part === 'rank');
  return keys.partColumn !== null || keys.timeColumn !== null
    ? ({
        part:
          keys.timeColumn !== null && !isOfYears && !/累计/.test(title) ? 'month' : 'cumulative',
        year: null,
        month: null,
        months: null,
      } as const)
    : fallbackPart(
        input,
        heads,
        numeric,
        keys,
        titlePart(title, planned) ?? (isOfUnits(input, keys) ? 'cumulative' : null),
      );
}

/** 当月, 累计 down the rows of one unit whose months run across. */
const isMonthsAcross = ({ paths }: LayoutInput, { partColumn }: FactKeys): boolean =>
  partColumn !== null &&
  paths.filter((path) => (partOf(path.at(-1) ?? '', false)?.month ?? null) !== null).length >= 2;

/**
 * A column's head, where its cells may be figures: where the header says what they are, in what, or
 * whose, words under it are problems; elsewhere they are just words.
 */
function headAt(
  input: LayoutInput,
  at: number,
  keys: FactKeys,
  numeric: boolean,
  planned: boolean,
): FigureHead | null {
  const index = input.region.left + at;
  const own = [
    keys.unitColumn,
    keys.indicatorColumn,
    keys.measureColumn,
    keys.ordinal,
    keys.partColumn,
    keys.timeColumn,
    keys.yearColumn,
  ];
  if (own.includes(index)) return null;
  const head = readFigureHead(input, input.paths[at] ?? [], planned, keys.unitColumn === null);
  const evidence = input.evidence[at];
  return head !== null &&
    // where the rows name what they are of, no head has to
    (keys.indicatorColumn !== null || !namesNothing(input, head.indicator)) &&
    (head.word !== null ||
      head.measure !== null ||
      head.unit !== undefined ||
      numeric ||
      (evidence?.filled ?? 0) === 0 ||
      ((evidence?.numbers ?? 0) > 0 && keys.unitColumn !== null))
    ? head
    : null;
}

/** What the title says of figures that no head explains. */
const titlePart = (title: string, planned: boolean): 'annual' | 'cumulative' | 'month' | null =>
  planned
    ? 'annual'
    : /当月|本月/.test(title)
      ? 'month'
      : speaksOfResults(title) || /\d月|季度|上半年|(?:19|20)\d{2}年/.test(title)
        ? 'cumulative'
        : null;

/** The figures of one column; null where nothing says what they are. */
function factColumn(
  input: LayoutInput,
  head: FigureHead | null,
  at: number,
  isNamed: boolean,
  fallback: PartWord | null,
  isPlanned: boolean,
): FactColumn | null {
  if (head === null || head.sum) return null;
  const told = head.word ?? (isNamed || isMeasured(input, head, at) ? fallback : null);
  const word = told?.isWholeYear === true && !isPlanned ? told : asBase(told, input.year);
  return word === null
    ? null
    : {
        index: input.region.left + at,
        unit: head.unit,
        indicator: head.indicator,
        ...(head.word === null ? {} : { isSaid: true as const }),
        ...(head.isPart === true && head.parent === null ? { isOfTitle: true as const } : {}),
        ...(head.isLent === true ? { isLent: true as const } : {}),
        ...(head.indicator === null && /到位/.test((input.paths[at] ?? []).join(''))
          ? { isArrived: true as const }
          : {}),
        ...(head.isBare === true ? { isBare: true as const } : {}),
        parent: head.parent,
        word,
        measure: head.measure,
      };
}

/**
 * Whether something says in what a column's figures are: its head, its cells, or the sheet's note
 * where they are amounts.
 */
const isMeasured = (input: LayoutInput, head: FigureHead, at: number): boolean =>
  head.measure !== null ||
  saysMeasures(input, at) ||
  (isNumericColumn(input.evidence[at]) &&
    input.notes.some((measure) => measure.dimension !== 'share'));

/** ≥40, 90%以上, 增长8%: a column most of whose cells set targets in words. */
function isOfSpokenTargets({ sheet, region }: LayoutInput, at: number): boolean {
  const cells = region.dataRows
    .map((row) => sheet.rows[row]?.[region.left + at])
    .filter((cell) => cell !== null && cell !== undefined && cell !== '');
  return (
    cells.length > 0 &&
    cells.filter(
      (cell) => typeof cell === 'number' || (typeof cell === 'string' && isTargetText(cell)),
    ).length *
      2 >=
      cells.length
  );
}

/** Whether the cells say themselves in what they are: 2—3户, 3个以上. */
const saysMeasures = ({ sheet, region }: LayoutInput, at: number): boolean =>
  region.dataRows.some((row) => {
    const cell = sheet.rows[row]?.[region.left + at];
    return typeof cell === 'string' && measureBehind(cell) !== null;
  });

/**
 * What figures are that no header word explains: the title says it, where every one of them is
 * such.
 */
function fallbackPart(
  input: LayoutInput,
  heads: readonly (FigureHead | null)[],
  numeric: readonly boolean[],
  keys: FactKeys,
  part: 'annual' | 'cumulative' | 'month' | null,
): PartWord | null {
  const plain = heads.filter(
    (head, at) => head !== null && !head.sum && (input.evidence[at]?.filled ?? 0) > 0,
  );
  const others = input.paths.filter(
    (path, at) =>
      heads[at] === null &&
      numeric[at] !== true &&
      !isAside(path) &&
      !ASIDE.test(bareWord(path.at(-1) ?? '')) &&
      (input.evidence[at]?.filled ?? 0) > 0,
  ).length;
  const keyColumns = [
    keys.unitColumn,
    keys.indicatorColumn,
    keys.measureColumn,
    keys.ordinal,
  ].filter((one) => one !== null).length;
  const unexplained = plain.some((head) => head?.word === null);
  return part === null || !unexplained || others > keyColumns
    ? null
    : { part, year: null, month: null, months: null };
}

function isFactTable(
  columns: readonly FactColumn[],
  keys: FactKeys,
  figures: number,
  byTitle: boolean,
): boolean {
  if (byTitle) return columns.length >= 2 || keys.indicatorColumn !== null;
  const across = columns.filter((one) => one.unit !== undefined).length;
  return (
    (across >= 2 && keys.indicatorColumn !== null) ||
    (keys.indicatorColumn !== null && keys.measureColumn !== null) ||
    (columns.length >= 2 && columns.length >= figures / 2)
  );
}
