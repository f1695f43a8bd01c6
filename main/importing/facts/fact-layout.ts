/** Finds how a target table or matrix is laid out: which columns name units and indicators, and what each figure column says. */
import { measureOf, statedMeasure, type Measure } from '../../domain/exact/measure.ts';
import {
  isKeptNowhere,
  partOf,
  speaksOfPlans,
  speaksOfResults,
  splitPart,
  subjectOf,
  type PartWord,
} from '../sheet/fact-words.ts';
import { measuresIn } from '../sheet/headers.ts';
import { measureBehind } from './fact-values.ts';
import type { Evidence } from '../sheet/mapped.ts';
import type { Region } from '../sheet/region.ts';
import type { SourceSheet } from '../sheet/sheet.ts';
import type { UnitNames } from '../cells/units.ts';
import { bareWord, squeezeWords, unbracketed, withoutMeasure } from '../sheet/words.ts';

export interface FactColumn {
  readonly index: number;
  /** the unit that its header names, undefined where the row does */
  readonly unit: string | undefined;
  /** null where the row or the table's title says it */
  readonly indicator: string | null;
  readonly parent: string | null;
  readonly word: PartWord;
  /** what its header states */
  readonly measure: Measure | null;
}
export interface FactLayout {
  readonly kind: 'matrix' | 'targets';
  readonly unitColumn: number | null;
  readonly indicatorColumn: number | null;
  readonly measureColumn: number | null;
  readonly columns: readonly FactColumn[];
  /** columns headed 合计 */
  readonly sums: ReadonlySet<number>;
}
export interface LayoutInput {
  readonly sheet: SourceSheet;
  readonly region: Region;
  readonly paths: readonly (readonly string[])[];
  readonly evidence: readonly Evidence[];
  readonly titles: readonly string[];
  /** the table's year, where it is told */
  readonly year: number | null;
  readonly units: UnitNames;
}

const ORDINAL = /^(?:序号?|编号|行次|no)$/;
const UNIT_HEAD =
  /^(?:单位|单位名称|单位部门|镇街|乡镇|镇|街镇|镇乡|镇街道|乡镇街道|乡镇办|镇办|部门|部门单位|县区|县市区|市县区|区县|地区|辖区|园区|镇村|村|责任单位|承担单位|任务单位|考核单位|填报单位|市县|区域)$/;
const INDICATOR_HEAD =
  /^(?:指标|指标名称|主要指标|考核指标|指标内容|经济指标|项目|目标|目标任务|任务|任务指标|类别|内容|考核内容|名称|指标项目|目标名称)$/;
const MEASURE_HEAD = /^(?:计量单位|计量|单位|度量单位|指标单位)$/;
/** Under these heads any word is a measure; 单位 and 指标单位 may head names of units. */
const SURE_MEASURE_HEAD = /^(?:计量单位|计量|度量单位)$/;
const UNIT_LIKE =
  /(?:镇|乡|街道|街道办|街道办事处|局|委|园区|开发区|高新区|管委会|社区|村|[县区市])$/;
/** 产业\\乡镇 over the corner of a cross table */
const SLASHED =
  /^[^\\/／＼|]+[\\/／＼|][^\\/／＼|]*(?:单位|镇|乡|街道|部门|地区|县区|园区)[^\\/／＼|]*$|^[^\\/／＼|]*(?:单位|镇|乡|街道|部门|地区|县区|园区)[^\\/／＼|]*[\\/／＼|][^\\/／＼|]+$/;
const SUM_HEAD = /^(?:合计|小计|总计|共计|全年合计)$/;
const COUNTY = /^(?:全[县区市省]|本[县区市])$/;
const ASIDE =
  /^(?:备注|说明|责任人|责任领导|包联领导|联系人|分管领导|负责人|联系电话|电话|完成时限)/;
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
export function factLayoutOf(input: LayoutInput): FactLayout | null {
  const title = squeezeWords(input.titles.join(' '));
  const planned = speaksOfPlans(title);
  const numeric = input.paths.map((_, at) => isNumeric(input.evidence[at]));
  const keys = keysOf(input, numeric);
  if (keys.unitColumn === null && keys.indicatorColumn === null) return null;
  if (isListOfNames(input, keys)) return null;
  const own = new Set([keys.unitColumn, keys.indicatorColumn, keys.measureColumn, keys.ordinal]);
  const read = input.paths.map((path, at) => {
    const head = own.has(input.region.left + at)
      ? null
      : readPath(input, path, planned, keys.unitColumn === null);
    // where the header says what its figures are, in what, or whose, words under it are problems; elsewhere they are just words
    return head !== null &&
      (head.word !== null ||
        head.measure !== null ||
        head.unit !== undefined ||
        numeric[at] === true ||
        (input.evidence[at]?.filled ?? 0) === 0 ||
        ((input.evidence[at]?.numbers ?? 0) > 0 && keys.unitColumn !== null))
      ? head
      : null;
  });
  const heads = withOwners(withParents(toldApart(withoutStrangers(ofSubject(read, input.titles)))));
  const fallback = fallbackPart(
    input,
    heads,
    numeric,
    keys,
    planned
      ? 'annual'
      : /当月|本月/.test(title)
        ? 'month'
        : speaksOfResults(title) || /\d月|季度|上半年|(?:19|20)\d{2}年/.test(title)
          ? 'cumulative'
          : null,
  );
  // beside heads that say what they are, a plain one is a figure only where it says in what
  const isNamed = heads.every((head) => head === null || head.sum || head.word === null);
  const columns = ofTheYear(
    heads.flatMap((head, at): FactColumn[] => {
      const word =
        head === null || head.sum
          ? null
          : asBase(
              head.word ??
                (isNamed || head.measure !== null || saysMeasures(input, at) ? fallback : null),
              input.year,
            );
      return head === null || word === null
        ? []
        : [
            {
              index: input.region.left + at,
              unit: head.unit,
              indicator: head.indicator,
              parent: head.parent,
              word,
              measure: head.measure,
            },
          ];
    }),
  );
  if (
    columns.length === 0 ||
    !(
      isFactTable(columns, keys, numeric.filter(Boolean).length, fallback !== null && isNamed) ||
      isOneColumn(columns, keys, input)
    )
  )
    return null;
  const targets = columns.every((one) => TARGET_PARTS.has(one.word.part));
  const settled = targets
    ? columns
    : columns.map((one) =>
        one.word.part === 'growth' ? { ...one, word: { ...one.word, part: 'yoy' as const } } : one,
      );
  return {
    kind: targets ? 'targets' : 'matrix',
    unitColumn: keys.unitColumn,
    indicatorColumn: keys.indicatorColumn,
    measureColumn: keys.measureColumn,
    columns: settled,
    sums: new Set(
      heads.flatMap((head, at) => (head?.sum === true ? [input.region.left + at] : [])),
    ),
  };
}

/** 本月, 同比, 累计, 同比: of two growths of one indicator the one behind 本月 is the month's own, which is not kept; the year's is. */
function ofTheYear(columns: readonly FactColumn[]): readonly FactColumn[] {
  const key = (column: FactColumn): string =>
    [column.unit, column.parent, column.indicator].join('\u0000');
  const twice = new Set(
    columns.filter((one) =>
      columns.some(
        (other) =>
          other !== one &&
          isCompared(one) &&
          other.word.part === one.word.part &&
          key(other) === key(one),
      ),
    ),
  );
  const amounts = new Map<string, string>();
  return columns.filter((one) => {
    if (one.word.part === 'month' || one.word.part === 'cumulative')
      amounts.set(key(one), one.word.part);
    return !twice.has(one) || (amounts.get(key(one)) !== 'month' && one.word.span !== 'month');
  });
}

const isCompared = (column: FactColumn): boolean =>
  column.word.part === 'yoy' || column.word.part === 'lastYear' || column.word.part === 'growth';

/** What was done in a year before the table's is what it is compared with. */
const asBase = (word: PartWord | null, year: number | null): PartWord | null =>
  word !== null && word.part === 'base' && word.year !== null && year !== null && word.year >= year
    ? null
    : doneBefore(word, year);

const doneBefore = (word: PartWord | null, year: number | null): PartWord | null =>
  word !== null &&
  word.part === 'cumulative' &&
  word.month === null &&
  word.year !== null &&
  year !== null &&
  word.year < year
    ? { ...word, part: 'base' }
    : word;

const isNumeric = (evidence: Evidence | undefined): boolean =>
  evidence !== undefined && evidence.filled > 0 && evidence.numbers / evidence.filled >= 0.5;

interface Keys {
  readonly unitColumn: number | null;
  readonly indicatorColumn: number | null;
  readonly measureColumn: number | null;
  readonly ordinal: number | null;
}

/** The columns of words that say what a row is about. */
function keysOf({ sheet, region, paths, units }: LayoutInput, numeric: readonly boolean[]): Keys {
  let unitColumn: number | null = null;
  let indicatorColumn: number | null = null;
  let measureColumn: number | null = null;
  let ordinal: number | null = null;
  for (const [at, path] of paths.entries()) {
    const index = region.left + at;
    const head = bareWord(unbracketed(path.at(-1) ?? ''));
    if (ORDINAL.test(head)) ordinal ??= index;
    if (ORDINAL.test(head) || numeric[at] === true || ASIDE.test(head)) continue;
    const values = [...region.dataRows, ...region.groupRows.map((group) => group.row)]
      .map((row) => sheet.rows[row]?.[index])
      .filter((cell) => typeof cell === 'string');
    const share = (test: (value: string) => boolean): number =>
      values.filter(test).length / Math.max(1, values.length);
    const named =
      share(
        (value) =>
          units.resolve(value).is === 'known' ||
          UNIT_LIKE.test(squeezeWords(value)) ||
          COUNTY.test(squeezeWords(value)),
      ) >= 0.5;
    const corner =
      (/指标|项目|任务/.test(head) && /单位|镇|街|部门|地区|县区/.test(head)) ||
      SLASHED.test(path.at(-1) ?? '');
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
      (named && (corner || path.length === 0 || INDICATOR_HEAD.test(head)))
    )
      unitColumn ??= index;
    else if (INDICATOR_HEAD.test(head) || corner) indicatorColumn ??= index;
  }
  return { unitColumn, indicatorColumn, measureColumn, ordinal };
}

/** Units that come again and again beside names that do not: a list of what they have, not their figures. */
function isListOfNames({ sheet, region, paths }: LayoutInput, keys: Keys): boolean {
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

interface Head {
  readonly unit: string | undefined;
  readonly indicator: string | null;
  readonly parent: string | null;
  readonly word: PartWord | null;
  readonly measure: Measure | null;
  readonly sum: boolean;
  /** its words that are no part, no unit and no measure, outermost first */
  readonly rest: readonly string[];
  /** whether one word held both its indicator and its part */
  readonly isSplit: boolean;
}

/** Every word of a path is a unit, a part or the indicator's name. */
function readPath(
  { units }: LayoutInput,
  path: readonly string[],
  planned: boolean,
  across: boolean,
): Head | null {
  if (path.length === 0 || ASIDE.test(bareWord(path.at(-1) ?? ''))) return null;
  let unit: string | undefined;
  const parts: PartWord[] = [];
  const rest: string[] = [];
  if (path.some(isKeptNowhere)) return null;
  const inPlan =
    planned ||
    path.some((word) => /计划|目标|任务/.test(word) && partOf(word, false)?.part === 'annual');
  for (const word of path) {
    const plain = withoutMeasure(word);
    const part = partOf(plain, inPlan) ?? partOf(unbracketed(word), inPlan);
    if (part !== null) parts.push(part);
    else if (
      across &&
      unit === undefined &&
      (units.resolve(plain).is === 'known' || COUNTY.test(plain) || /(?:镇|乡|街道)$/.test(plain))
    )
      unit = plain;
    else if (!MEASURE_ONLY.test(plain) && measureOf(plain) === null) rest.push(plain);
  }
  const sum =
    rest.length > 0 && rest.every((word, at) => at < rest.length - 1 || SUM_HEAD.test(word));
  const last = rest.at(-1);
  const split = parts.length === 0 && last !== undefined && !sum ? splitPart(last, inPlan) : null;
  const word = parts.length === 0 ? (split?.word ?? null) : joined(parts);
  const indicator = split?.indicator ?? last ?? null;
  return {
    unit,
    indicator,
    parent: null,
    word,
    measure: measureOfPath(path, rest, inPlan),
    sum,
    rest: split === null ? rest : [...rest.slice(0, -1), split.indicator],
    isSplit: split !== null,
  };
}

/** Words that nobody knows where the columns beside say 本月 and 累计 are no indicators: their figures are named as not understood. */
function withoutStrangers(heads: readonly (Head | null)[]): readonly (Head | null)[] {
  const known = heads.filter((head) => head !== null).filter(({ word }) => word !== null);
  const owners = new Set(known.map(({ indicator }) => indicator));
  const [first] = heads.filter((head) => head !== null);
  // 年目标, 本月, 某某目标 under a title that names the indicator
  const isTitled = first !== undefined && first.word !== null && first.indicator === null;
  return heads.map((head) => {
    if (head === null || head.sum) return head;
    const isUnder =
      head.word === null && head.rest.length >= 2 && head.rest.some((one) => owners.has(one));
    const isBeside =
      isTitled &&
      head.isSplit &&
      head.rest.length === 1 &&
      (head.measure === null || head.measure.name === first.measure?.name);
    return isUnder || isBeside ? null : head;
  });
}

/** 产量 under 2023年粮食产量: a head that is the end of the title's subject says no more than that. */
function ofSubject(
  heads: readonly (Head | null)[],
  titles: readonly string[],
): readonly (Head | null)[] {
  const subject = titles.map(subjectOf).find((one) => one !== null) ?? null;
  const alike = heads.filter(
    (head) =>
      head?.indicator != null && subject !== head.indicator && subject?.endsWith(head.indicator),
  );
  return alike.length !== 1
    ? heads
    : heads.map((head) =>
        head !== null && head === alike[0] ? { ...head, indicator: null, rest: [] } : head,
      );
}

/** Whether the cells say themselves in what they are: 2—3户, 3个以上. */
const saysMeasures = ({ sheet, region }: LayoutInput, at: number): boolean =>
  region.dataRows.some((row) => {
    const cell = sheet.rows[row]?.[region.left + at];
    return typeof cell === 'string' && measureBehind(cell) !== null;
  });

/** 企业›应年报数 and 合作社›应年报数 are two: a name that would stand for two columns has its parents before it. */
function toldApart(heads: readonly (Head | null)[]): readonly (Head | null)[] {
  const key = (head: Head): string =>
    JSON.stringify([head.unit, head.indicator, head.word, head.measure?.dimension]);
  const groups = Map.groupBy(
    heads
      .filter((head) => head !== null)
      .filter(({ indicator, sum }) => indicator !== null && !sum),
    key,
  );
  return heads.map((head) => {
    if (head === null || head.indicator === null || head.sum || withinOf(head.indicator) !== null)
      return head;
    const alike = groups.get(key(head)) ?? [];
    const isTwo = new Set(alike.map(({ rest }) => rest.join('›'))).size > 1;
    return isTwo ? { ...head, indicator: head.rest.join('') } : head;
  });
}

/** 隐患整改率（%） is measured in percent; 同比（%） beside 固定资产投资（亿元） says nothing of the amounts. */
function measureOfPath(
  path: readonly string[],
  rest: readonly string[],
  planned: boolean,
): Measure | null {
  const stated = path
    .toReversed()
    .flatMap((word) => measuresIn(word).map((measure) => ({ word, measure })));
  const amount = stated.find(({ measure }) => measure.dimension !== 'share');
  if (amount !== undefined) return amount.measure;
  const named = stated.find(
    ({ word }) => rest.includes(withoutMeasure(word)) && splitPart(word, planned) === null,
  );
  return named?.measure ?? null;
}

const MEASURE_ONLY = /^[%％±]*$/;

/** 2004年目标›确保: the last word says what, the others may say when. */
function joined(parts: readonly PartWord[]): PartWord | null {
  const last = parts.at(-1);
  if (last === undefined) return null;
  const shares = parts.find(
    (one) => one.part === 'completion' || one.part === 'yoy' || one.part === 'rank',
  );
  const span = parts.some((one) => one.part === 'month') ? 'month' : undefined;
  // 年初目标›确保 is what was assured before
  const before = parts.some((one) => one.part === 'wasAssured');
  const own: PartWord = before
    ? { ...last, part: last.part === 'stretch' ? 'wasStretch' : 'wasAssured' }
    : last;
  return {
    ...(shares ?? own),
    ...(span === undefined ? {} : { span }),
    year: parts.findLast((one) => one.year !== null)?.year ?? null,
    month: parts.findLast((one) => one.month !== null)?.month ?? null,
  };
}

/** 其中：外资 is part of the indicator before it. */
function withParents(heads: readonly (Head | null)[]): readonly (Head | null)[] {
  let whole: string | null = null;
  return heads.map((head) => {
    if (head === null || head.indicator === null) return head;
    const within = withinOf(head.indicator);
    if (within === null) whole = head.indicator;
    return within === null ? head : { ...head, indicator: within, parent: whole };
  });
}

/** 财政收入, 同比: what says of no indicator belongs to the one before it, where any is named at all. */
function withOwners(heads: readonly (Head | null)[]): readonly (Head | null)[] {
  let owner: Head | null = null;
  return heads.map((head) => {
    if (head === null || head.sum) return head;
    if (head.indicator !== null) {
      owner = head;
      return head;
    }
    return owner === null || head.unit !== undefined || head.word === null
      ? head
      : { ...head, indicator: owner.indicator, parent: owner.parent };
  });
}

/** 其中：工业 → 工业; null where the words say no such thing. */
export const withinOf = (words: string): string | null =>
  /^其中[:：、,，]?(.+)$/.exec(words)?.[1] ?? null;

/** What figures are that no header word explains: the title says it, where every one of them is such. */
function fallbackPart(
  input: LayoutInput,
  heads: readonly (Head | null)[],
  numeric: readonly boolean[],
  keys: Keys,
  part: 'annual' | 'cumulative' | 'month' | null,
): PartWord | null {
  const plain = heads.filter(
    (head, at) => head !== null && !head.sum && (input.evidence[at]?.filled ?? 0) > 0,
  );
  const others = input.paths.filter(
    (path, at) =>
      heads[at] === null &&
      numeric[at] !== true &&
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
  keys: Keys,
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

/** 单位 | 累计 under a title that says of what: most rows are units, and nothing else stands beside them, or its head says all of it. */
const isOneColumn = (
  columns: readonly FactColumn[],
  keys: Keys,
  { sheet, region, titles, units, evidence }: LayoutInput,
): boolean =>
  columns.length === 1 &&
  keys.unitColumn !== null &&
  columns.every((one) => one.word.part !== 'rank') &&
  (columns.some((one) => one.indicator !== null) ||
    titles.some((title) => subjectOf(title) !== null)) &&
  (evidence.filter((one) => one.filled > 0).length <= (keys.ordinal === null ? 2 : 3) ||
    columns.every((one) => one.indicator !== null && one.measure !== null)) &&
  region.dataRows.filter((row) => {
    const name = sheet.rows[row]?.[keys.unitColumn ?? 0];
    return (
      typeof name !== 'string' ||
      units.resolve(name).is === 'known' ||
      COUNTY.test(squeezeWords(name)) ||
      UNIT_LIKE.test(unbracketed(name))
    );
  }).length >=
    region.dataRows.length * MOST_UNITS;
/** So many of a table's rows must be units; the others are asked about: 红旗乡（已并入城关镇） */
const MOST_UNITS = 0.6;

/** 全区, 本县 or the county's own name: figures of the whole. */
export const isCounty = (name: string, county: string): boolean =>
  COUNTY.test(squeezeWords(name)) || (county !== '' && squeezeWords(name) === squeezeWords(county));

const OWN_TARGET =
  /^(?:全[县区市省]|本[县区市]|[县区市]本级|[县区市]级?)(?:年度?|全年|总)?(?:的)?(?:目标|任务|计划|指标|确保|考核)(?:目标|任务|数|值|总数|合计)*$/;
const UPPER_TARGET =
  /^(?:[省市州]|省市|上级|[省市](?:委|政府)+|[省市](?:对|给)[县区市])[里级]?(?:政府)?(?:下达|分解|考核|安排|核定|交办|要求|确定|定|给|对[县区市])*(?:我?[县区市])?(?:的)?(?:年度?|全年)?(?:目标|任务|计划|指标|数)(?:目标|任务|数|值)*$/;

/** What a row of a target table says that is of no unit: 全县目标 is the county's own, 市下达任务 what is asked of it from above. */
export function wholeTarget(name: string, county: string): 'own' | 'upper' | null {
  const said = squeezeWords(name).replace(/[:：]$/, '');
  const bare =
    county !== '' && said.startsWith(squeezeWords(county))
      ? `全县${said.slice(squeezeWords(county).length)}`
      : said;
  if (bare === '全县' || OWN_TARGET.test(bare)) return 'own';
  return UPPER_TARGET.test(said) ? 'upper' : null;
}
