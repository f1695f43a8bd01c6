/** What the key columns of a row of figures say: whose they are, of which indicator, in what. */
import { statedMeasure } from '../../domain/exact/measure.ts';
import { saysTheSame } from '../cells/ditto.ts';
import { askUnit } from '../cells/parts.ts';
import type { Issue } from '../../../preload/contract/imports.ts';
import { kindOfCell } from '../sheet/cell-kinds.ts';
import { placedIssue } from '../sheet/issue.ts';
import { measuresIn } from '../sheet/headers.ts';
import { mergedDown } from '../sheet/merged.ts';
import type { CellValue } from '../sheet/sheet.ts';
import { asBase, isKeptNowhere, partOf } from '../sheet/fact-words.ts';
import type { PartWord } from '../sheet/part-word.ts';
import { squeezeWords, unbracketed } from '../sheet/words.ts';
import { withinOf } from './fact-heads.ts';
import { groupUnits } from './group-units.ts';
import type { FactScene, FactsInput, SaidOfRow } from './fact-scene.ts';
import { rowTimeOf } from './row-times.ts';
import { isCounty, wholeTarget } from './whole-county.ts';

/** Reads what a row's key columns say; null where the row says nothing. */
export function rowWordsOf(input: FactsInput, scene: FactScene): (row: number) => SaidOfRow | null {
  const { layout, sheet, region } = input;
  const [unitIn, indicatorIn, measureIn] = [
    // in a long table a unit stands once, over the rows of its indicators
    wordsDown(
      input,
      layout.unitColumn,
      layout.indicatorColumn !== null || layout.partColumn != null,
    ),
    wordsDown(input, layout.indicatorColumn, layout.partColumn != null),
    wordsDown(input, layout.measureColumn, layout.partColumn != null),
  ];
  const partIn = wordsDown(input, layout.partColumn ?? null);
  const timeUnder = (row: number, column: number | null | undefined): PartWord | null =>
    column == null ? null : rowTimeOf(sheet.rows[row]?.[column], headText(sheet, region, column));
  const timeIn = (row: number): PartWord | null => {
    const [time, year] = [timeUnder(row, layout.timeColumn), timeUnder(row, layout.yearColumn)];
    return time === null || year === null ? time : { ...time, year: time.year ?? year.year };
  };
  const ownWord = amountsAndGrowths(input);
  const groupUnit = groupUnits(input, (row, column, name) =>
    resolveUnit(input, scene, row, column, name),
  );
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
    if (unitText !== null && ofWhole === null && isAsideRow(input, unitText)) {
      scene.issues.push(asideIssue(input, row, unitText));
      return null;
    }
    const unit =
      unitText === null
        ? groupUnit?.(row)
        : ofWhole !== null
          ? null
          : resolveUnit(input, scene, row, layout.unitColumn ?? 0, unitText);
    const plain = indicatorText === null ? null : unnumbered(unbracketed(indicatorText));
    const within = plain === null ? null : withinOf(plain);
    if (plain !== null && within === null) whole = plain;
    return {
      unit,
      whole: ofWhole,
      indicator: within ?? plain,
      parent: within === null ? null : whole,
      word: ownWord(wordOf(input, partIn(row)), indicatorText),
      time: timeIn(row),
      measure: measureSaid(measureIn(row), indicatorText),
    };
  };
}

/** In what a row's figures are: as its own cell says, else as its indicator's name does. */
const measureSaid = (stated: string | null, indicator: string | null): SaidOfRow['measure'] => {
  if (stated !== null) return statedMeasure(stated);
  return indicator === null ? null : (measuresIn(squeezeWords(indicator))[0] ?? null);
};

const headText = (
  { rows }: FactsInput['sheet'],
  { headerRows: [from, to] }: FactsInput['region'],
  column: number,
): string =>
  rows
    .slice(from, to + 1)
    .map((row) => String(row[column] ?? ''))
    .join('');

/** The words of a column, row for row: merged or 同上 under another as that one. */
function wordsDown(
  { sheet, region }: FactsInput,
  column: number | null,
  goesOn = false,
): (row: number) => string | null {
  if (column === null) return () => null;
  const merged = mergedDown(sheet, column, region);
  let above: CellValue = null;
  return (row) => {
    const written = sheet.rows[row]?.[column] ?? merged?.get(row) ?? null;
    const isOpen = goesOn && (written === null || written === '');
    const cell = isOpen || saysTheSame(written) ? above : written;
    above = cell;
    return typeof cell === 'string' && cell.trim() !== '' ? cell.trim() : null;
  };
}

/**
 * Of two growths of an indicator the one under 当月 is the month's own, which is not kept; one
 * alone is the year's. 年初目标 beside no other target is the target.
 */
function amountsAndGrowths(
  input: FactsInput,
): (word: PartWord | null, indicator: string | null) => PartWord | null {
  const { layout, region } = input;
  const planned = layout.kind === 'targets';
  const [partIn, indicatorIn] = [
    wordsDown(input, layout.partColumn ?? null),
    wordsDown(input, layout.indicatorColumn, true),
  ];
  const said = region.dataRows.map((row) => ({
    of: indicatorIn(row),
    part: wordOf(input, partIn(row))?.part,
  }));
  const isGrowth = (part: string | undefined): boolean => part === 'growth' || part === 'yoy';
  const isSet = said.some(({ part }) => part === 'annual' || part === 'assured');
  const twice = new Set(
    said
      .filter(({ of, part }, at) =>
        said.some(
          (one, other) => other < at && one.of === of && isGrowth(one.part) && isGrowth(part),
        ),
      )
      .map(({ of }) => of),
  );
  let amount: PartWord | null = null;
  return (word, indicator) => {
    if (word?.part === 'month' || word?.part === 'cumulative') amount = word;
    if (word?.part === 'wasAssured' && !isSet) return { ...word, part: 'annual' };
    if (word === null || !isGrowth(word.part) || planned || word.isGoal === true) return word;
    const isOfMonth = amount?.part === 'month' && twice.has(indicator);
    return { ...word, part: 'yoy', ...(isOfMonth ? { span: 'month' } : {}) };
  };
}

/** 去年同期, 增长%, 平均, 乡镇小计, #古城景区 where names of units stand: rows of none. */
const isAsideRow = ({ units }: FactsInput, text: string): boolean =>
  (ASIDE.test(squeezeWords(text)) ||
    isKeptNowhere(text, false) ||
    partOf(squeezeWords(text), false) !== null) &&
  units.resolve(text).is !== 'known';

const ASIDE = new RegExp(
  [
    '(?:小计|合计|总计|共计|汇总)数?[:：]?$',
    '^(?:街道|乡镇|镇街|城区|农村|[县市区]直(?:部门|单位)?|部门|园区|企业)(?:办)?$',
    '^(?:平均|最[高低大小多少]|均值|中位|其他|其它|余下)',
    '^[#＃*※∑Σ]',
    '^其中[:：]',
    '^全[县市区省州旗].',
    '^(?:上年|去年|上期)?同期',
    '^(?:比|较|与)(?:上|去|同|年)',
    '^(?:位次|排名|名次|进度|序时进度|增[长减幅加速]|增减|完成|实际|完成率|完成比例|年度?(?:目标|任务|计划)|目标|任务|计划)数?(?:[(（]?[%％][)）]?)?$',
  ].join('|'),
);

const asideIssue = ({ layout, sheet }: FactsInput, row: number, text: string): Issue =>
  placedIssue(
    row,
    layout.unitColumn,
    'warning',
    'row.aside',
    `“${text}”不是单位，这一行${layout.columns.filter(({ index }) => kindOfCell(sheet.rows[row]?.[index]) === 'figure').length}个数没有导入。`,
  );

/** 本月, 累计, 2022年完成: what a row says that its figures are. */
const wordOf = ({ layout, period }: FactsInput, said: string | null): SaidOfRow['word'] =>
  said === null ? null : asBase(partOf(said, layout.kind === 'targets'), period?.year ?? null);

const wholeOf = ({ layout, county }: FactsInput, text: string): SaidOfRow['whole'] =>
  layout.kind === 'targets' ? wholeTarget(text, county) : isCounty(text, county) ? 'own' : null;

/** 一、地区生产总值 → 地区生产总值. */
const unnumbered = (text: string): string =>
  squeezeWords(text).replace(
    /^(?:[(（]?[一二三四五六七八九十\d]{1,3}[)）]?[、.．]|[(（][一二三四五六七八九十\d]{1,3}[)）]|#)/,
    '',
  );

function resolveUnit(
  { units }: FactsInput,
  scene: FactScene,
  row: number,
  column: number,
  text: string,
): string | null {
  const found = units.resolve(text);
  if (found.is === 'known') return found.name;
  if (found.is === 'unknown') askUnit(scene, row, column, text, found.like);
  return squeezeWords(text);
}
