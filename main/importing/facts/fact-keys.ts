/**
 * The columns of words that say what a row of figures is about: its unit, its indicator, its
 * measure.
 */
import { measureOf, statedMeasure } from '../../domain/exact/measure.ts';
import { isKeptNowhere, partOf } from '../sheet/fact-words.ts';
import type { Evidence } from '../sheet/mapped.ts';
import { bareWord, squeezeWords, unbracketed } from '../sheet/words.ts';
import type { LayoutInput } from './fact-columns.ts';
import { timeColumnsOf } from './row-times.ts';
import { COUNTY } from './whole-county.ts';

const ORDINAL = /^(?:序号?|编号|行次|no)$/;
/**
 * 01 02 03 beside the names of indicators or units: what they are called, not how many they are.
 */
const CODE = /^(?:指标|单位|统计|行政区划|区划|机构)?(?:代码|编码|代号)$|^栏次$/;
export const isCounterHead = (head: string): boolean => ORDINAL.test(head) || CODE.test(head);
const UNIT_HEAD =
  /^(?:各|所属|下属|被)*(?:(?:单位|乡|镇|街道|街|办事处|办|苏木|嘎查|村|社区|部门|园区|开发区|县|市|区|旗|盟|州|农场|林场|牧场){1,4}(?:名称?|别)?|地区|辖区|区域|片区|镇域|行政区划|责任主体|(?:责任|承担|任务|考核|填报|完成|报送)单位)$/;
const INDICATOR_HEAD =
  /^(?:(?:主要|考核|经济|核心|重点|约束性|民生|惠民|实事|工作|具体|评价|监测|统计)*(?:指标|项目|内容|事项|实事|任务)(?:名称|内容|项目)?|目标|目标任务|任务指标|类别|名称|目标名称)$/;
const MEASURE_HEAD = /^(?:计量单位|计量|单位|度量单位|指标单位)$/;
/** Under these heads any word is a measure; 单位 and 指标单位 may head names of units. */
const SURE_MEASURE_HEAD = /^(?:计量单位|计量|度量单位)$/;
export const UNIT_LIKE =
  /(?:镇|乡|街道|街道办|街道办事处|局|委|园区|开发区|高新区|管委会|社区|村|[县区市])$/;
/** 产业\\乡镇 over the corner of a cross table */
const SLASHED =
  /^[^\\/／＼|]+[\\/／＼|][^\\/／＼|]*(?:单位|镇|乡|街道|部门|地区|县区|园区)[^\\/／＼|]*$|^[^\\/／＼|]*(?:单位|镇|乡|街道|部门|地区|县区|园区)[^\\/／＼|]*[\\/／＼|][^\\/／＼|]+$/;
export const ASIDE =
  /^(?:备注|说明|责任人|责任领导|包联领导|联系人|分管领导|负责人|联系电话|电话|完成时限)/;

/** Whether a column's figures are understood and kept nowhere: 上旬, 二季度, 比上月. */
export const isAside = (path: readonly string[] | undefined): boolean =>
  path?.some((word) => isKeptNowhere(word, false)) === true;

export const isNumericColumn = (evidence: Evidence | undefined): boolean =>
  evidence !== undefined && evidence.filled > 0 && evidence.numbers / evidence.filled >= 0.5;

export interface FactKeys {
  readonly unitColumn: number | null;
  readonly indicatorColumn: number | null;
  readonly measureColumn: number | null;
  readonly ordinal: number | null;
  /** the column whose words say what a row's figures are: 本月, 累计 */
  readonly partColumn: number | null;
  /** the column whose words say a row's month or year */
  readonly timeColumn: number | null;
  /** the column of its year, where the months stand in another */
  readonly yearColumn: number | null;
}

const wordsUnder = (
  { rows }: LayoutInput['sheet'],
  { dataRows, groupRows }: LayoutInput['region'],
  column: number,
): readonly string[] =>
  [...dataRows, ...groupRows.map((group) => group.row)]
    .map((row) => rows[row]?.[column])
    .filter((cell) => typeof cell === 'string');

/** 指标／单位: what stands below is either. */
const isCorner = (head: string, whole: string): boolean =>
  (/指标|项目|任务/.test(head) && /单位|镇|街|部门|地区|县区/.test(head)) || SLASHED.test(whole);

/** 名称 over townships and, in a section of their own, firms */
const isNameOfUnits = (
  head: string,
  values: readonly string[],
  units: LayoutInput['units'],
): boolean =>
  /^(?:名称|单位或企业名称)$/.test(head) &&
  values.filter((value) => units.resolve(value).is === 'known').length >= 2;

/** The columns of words that say what a row is about. */
export function factKeysOf(
  { sheet, region, paths, units }: LayoutInput,
  numeric: readonly boolean[],
): FactKeys {
  let unitColumn: number | null = null;
  let indicatorColumn: number | null = null;
  let measureColumn: number | null = null;
  let ordinal: number | null = null;
  // 类别 before 指标 gathers them
  let isCategory = false;
  for (const [at, path] of paths.entries()) {
    const index = region.left + at;
    const head = bareWord(unbracketed(path.at(-1) ?? ''));
    if (ORDINAL.test(head)) ordinal ??= index;
    if (isCounterHead(head) || numeric[at] === true || ASIDE.test(head)) continue;
    const values = wordsUnder(sheet, region, index);
    const share = (test: (value: string) => boolean): number =>
      values.filter(test).length / Math.max(1, values.length);
    const named =
      share(
        (value) =>
          units.resolve(value).is === 'known' ||
          UNIT_LIKE.test(squeezeWords(value)) ||
          COUNTY.test(squeezeWords(value)),
      ) >= 0.5;
    const isOfUnits = isNameOfUnits(head, values, units);
    const corner = isCorner(head, path.at(-1) ?? '');
    if (
      MEASURE_HEAD.test(head) &&
      share(
        (value) =>
          (SURE_MEASURE_HEAD.test(head) ? statedMeasure(value) : measureOf(value)) !== null,
      ) >= 0.5
    )
      measureColumn ??= index;
    else if (
      UNIT_HEAD.test(head) ||
      isOfUnits ||
      (named && (corner || path.length === 0 || INDICATOR_HEAD.test(head)))
    )
      unitColumn ??= index;
    else if (INDICATOR_HEAD.test(head) || corner)
      indicatorColumn =
        indicatorColumn === null || (isCategory && /指标|项目|名称|内容/.test(head))
          ? index
          : indicatorColumn;
    isCategory ||= indicatorColumn === index && /^(?:类别|目标|任务|内容|考核内容)$/.test(head);
  }
  unitColumn ??= knownUnits({ sheet, region, paths, units }, numeric, indicatorColumn);
  if (isAnswerable(paths, region.left, unitColumn, indicatorColumn, numeric)) unitColumn = null;
  const own = [unitColumn, indicatorColumn, measureColumn, ordinal];
  const times = timeColumnsOf({ sheet, region, paths }, own);
  const partColumn = partColumnOf({ sheet, region, paths }, numeric, [
    ...own,
    times.timeColumn,
    times.yearColumn,
  ]);
  return { unitColumn, indicatorColumn, measureColumn, ordinal, partColumn, ...times };
}

/**
 * A column whose words are known units names the units, whatever its head says; one that says who
 * answers does not.
 */
function knownUnits(
  { sheet, region, paths, units }: Pick<LayoutInput, 'sheet' | 'region' | 'paths' | 'units'>,
  numeric: readonly boolean[],
  indicator: number | null,
): number | null {
  // of firms in townships the figures are the firms'
  if (namesOthers({ sheet, region, paths, units }, numeric, indicator)) return null;
  const at = paths.findIndex((path, place) => {
    if (numeric[place] === true || region.left + place === indicator) return false;
    if (/责任|牵头|承办|主管|配合|包联|联系/.test(path.join(''))) return false;
    const words = wordsUnder(sheet, region, region.left + place);
    const known = words.filter((word) => units.resolve(word).is === 'known').length;
    return known >= 2 && known >= words.length * 0.6;
  });
  return at < 0 ? null : region.left + at;
}

/** Whether a column names what each row is of, and no unit: 企业名称, 姓名, 合作社, each once. */
const namesOthers = (
  { sheet, region, paths, units }: Pick<LayoutInput, 'sheet' | 'region' | 'paths' | 'units'>,
  numeric: readonly boolean[],
  indicator: number | null,
): boolean =>
  paths.some((path, place) => {
    const index = region.left + place;
    if (numeric[place] === true || index === indicator || !OF_OTHERS.test(path.join('')))
      return false;
    const words = wordsUnder(sheet, region, index);
    return (
      words.length >= 2 &&
      words.length === region.dataRows.length &&
      new Set(words).size === words.length &&
      words.every((word) => units.resolve(word).is !== 'known')
    );
  });
const OF_OTHERS =
  /企业|公司|项目|工程|姓名|户主|农户|合作社|学校|医院|商户|景区|商场|楼盘|水库|名称|名单/;

/**
 * 责任单位 behind the figures of the county's indicators says who answers for them, not whose they
 * are.
 */
const isAnswerable = (
  paths: LayoutInput['paths'],
  left: number,
  unit: number | null,
  indicator: number | null,
  numeric: readonly boolean[],
): boolean =>
  unit !== null &&
  indicator !== null &&
  unit > indicator &&
  /责任|牵头|承办|主管|考核/.test((paths[unit - left] ?? []).join('')) &&
  numeric.some((one, at) => one && left + at < unit);

/**
 * 本月 and 累计 in turn, in a column of their own: each of its words is a part, and there are two
 * at least.
 */
function partColumnOf(
  { sheet, region, paths }: Pick<LayoutInput, 'sheet' | 'region' | 'paths'>,
  numeric: readonly boolean[],
  own: readonly (number | null)[],
): number | null {
  for (const at of paths.keys()) {
    const index = region.left + at;
    if (numeric[at] === true || own.includes(index)) continue;
    const words = region.dataRows
      .map((row) => sheet.rows[row]?.[index])
      .filter((cell) => typeof cell === 'string' && cell.trim() !== '')
      .map(String);
    const parts = new Set(words.map((word) => partOf(word, false)?.part));
    if (words.length >= 2 && parts.size >= 2 && !parts.has(undefined)) return index;
  }
  return null;
}

/**
 * Units that come again and again beside names that do not: a list of what they have, not their
 * figures.
 */
export function isListOfNames({ sheet, region, paths }: LayoutInput, keys: FactKeys): boolean {
  const { unitColumn, dataRows } = { ...keys, ...region };
  if (unitColumn === null || dataRows.length < 3) return false;
  const words = (column: number): readonly string[] =>
    dataRows.flatMap((row) => {
      const cell = sheet.rows[row]?.[column];
      return typeof cell === 'string' && cell.trim() !== '' ? [squeezeWords(cell)] : [];
    });
  const units = words(unitColumn);
  if (new Set(units).size * 4 > units.length * 3) return false;
  const own = new Set([unitColumn, keys.indicatorColumn, keys.measureColumn, keys.ordinal]);
  return paths.some((path, at) => {
    const column = region.left + at;
    if (own.has(column) || ASIDE.test(bareWord(path.at(-1) ?? ''))) return false;
    const names = words(column);
    return (
      names.length === dataRows.length &&
      new Set(names).size === names.length &&
      names.every((name) => /[^\d.,%-]/.test(name) && !/^\d/.test(name))
    );
  });
}
