/**
 * Matches the names of units as people write them, splits cells that name several, and reads how
 * they share.
 */
import { add, divide, subtract, sum, type Decimal } from '../exact/decimal.ts';
import { compactText } from './text.ts';

export interface NamedUnit {
  readonly id: number;
  readonly name: string;
  readonly aliases: readonly string[];
}
export type UnitMatch =
  | { readonly kind: 'exact'; readonly id: number }
  | { readonly kind: 'near'; readonly id: number; readonly name: string }
  | { readonly kind: 'none' };

const TYPES =
  /(街道|镇|乡|园区|开发区|高新区|局|委员会|委|办公室|办|院|中心|会|公司|社区|村|区|县)$/;
const TOWNSHIP = /^(街道|镇|乡)$/;
const OFFICE = /(?:局|委|委员会|办|办公室|院|中心|会|站|部|队|公司|处)$/;

/**
 * Exact by name or alias; near where the name is only plausible and someone must confirm it.
 * `county` as in 陈仓区.
 */
export function matchUnit(name: string, units: readonly NamedUnit[], county = ''): UnitMatch {
  const written = compactText(name);
  const literal = units.find((unit) =>
    [unit.name, ...unit.aliases].some((one) => compactText(one) === written),
  );
  if (literal) return { kind: 'exact', id: literal.id };
  const wanted = normal(name, county);
  if (wanted.length < 2) return { kind: 'none' };
  const named = units.map((unit) => ({
    unit,
    names: [unit.name, ...unit.aliases].map((one) => normal(one, county)),
  }));
  const exact = named.find(({ names }) => names.includes(wanted));
  if (exact) return { kind: 'exact', id: exact.unit.id };
  const short = named.filter(({ names }) => names.some((one) => isShortTownship(one, wanted)));
  if (short.length === 1 && short[0]) return { kind: 'exact', id: short[0].unit.id };
  const [only, other] = named.filter(
    ({ unit }) => GENERAL_PARK.test(wanted) && unit.name.endsWith(wanted),
  );
  if (only !== undefined && other === undefined)
    return { kind: 'near', id: only.unit.id, name: only.unit.name };
  const ranked = named
    .map(({ unit, names }) => ({
      unit,
      score: Math.min(...names.map((one) => distance(one, wanted))),
    }))
    .filter(({ score }) => score < Infinity)
    .sort((a, b) => a.score - b.score);
  const [best, second] = ranked;
  // two that fit equally well are no answer: 镇政府 is not one of them more than another
  if (best === undefined || best.score === second?.score) return { kind: 'none' };
  return { kind: 'near', id: best.unit.id, name: best.unit.name };
}

/**
 * 城管镇 beside 城关镇, 石们乡 beside 石门乡: one sign is another. 东河镇 and 西河镇 are two names
 * that say so. Null where none or several are such.
 */
export function mistypedUnit(name: string, units: readonly NamedUnit[]): NamedUnit | null {
  const written = normal(name, '');
  const type = typeOf(written);
  if (!TOWNSHIP.test(type) || written.length < type.length + 2) return null;
  const like = units.filter((unit) => {
    const own = normal(unit.name, '');
    if (own.length !== written.length || typeOf(own) !== type) return false;
    const other = [...own].flatMap((sign, at) => (sign === written[at] ? [] : [at]));
    const [at = 0] = other;
    return (
      other.length === 1 &&
      !(TELLS_APART.test(own[at] ?? '') && TELLS_APART.test(written[at] ?? ''))
    );
  });
  const [only, second] = like;
  return second === undefined ? (only ?? null) : null;
}
const TELLS_APART = /^[东西南北中上下前后左右内外大小新老旧高低长短一二三四五六七八九十]$/;

/** 开发区 says which kind of unit; where there is one, it may be meant. */
export const GENERAL_PARK =
  /^(?:(?:经济|工业)?(?:开发区|园区|工业园|工业区|产业园)|高新区|经开区|新区)$/;

const PLAIN_SIGNS: Readonly<Record<string, string>> = { 鎮: '镇', 鄉: '乡', 縣: '县', 區: '区' };
/** （4）五里乡, 3、红旗镇, 1城关镇, ①白沙乡: the row's number before the name. */
const COUNTED = /^(?:[(（]\d{1,2}[)）]|\d{1,2}[、.．]?(?=[\u4e00-\u9fff])|[①-⑳])/;

/** Without what people add or leave out: spaces, the county before an office, 人民政府, 办事处, 管委会. */
function normal(name: string, county: string): string {
  let clean = compactText(name)
    .replace(/[鎮鄉縣區]/g, (sign) => PLAIN_SIGNS[sign] ?? sign)
    .replace(COUNTED, '')
    .replace(/^其中[:：]?(?=.{2,}(?:镇|乡|街道)$)/, '')
    .replace(/[:：*＊※①-⑳]+$/, '')
    .replace(/^中共(.{2,}(?:镇|乡|街道))(?:党)?(?:工作)?委员会$/, '$1')
    .replace(/[（(](?:本级|机关|含[^（()）]*|原[^（()）]*)[)）]$/, '')
    .replace(/[（()）“”"]/g, '');
  const whole = compactText(county);
  const short = whole.replace(/[县市区旗]$/, '');
  if (whole !== '' && clean.startsWith(whole) && clean.length > whole.length + 1)
    clean = clean.slice(whole.length);
  else if (short.length >= 2 && clean.startsWith(short) && PARK.test(clean.slice(short.length)))
    clean = clean.slice(short.length);
  clean = clean
    .replace(/(?<=镇|乡|街道)(?:党委政府|党工委|党委|本级|机关)$/, '')
    .replace(/(?:人民政府|政府)$/, '')
    .replace(/(?:街道(?:办事处|办)|街办|(?<!驻.*)办事处)$/, '街道')
    .replace(/^[县区](?=[^域]{2,6}(?:镇|乡|街道)$)/, '')
    .replace(/(?:管委会|管理委员会)$/, '');
  // 市场监管局 and 市政处 begin with a word, not with their level
  return /^(?:[县区](?!域)|市(?![场政民]))/.test(clean) && OFFICE.test(clean) && clean.length > 3
    ? clean.slice(1)
    : clean;
}

/** 宁远经济开发区 and 经济开发区 are one in 宁远县. */
const PARK = /^.{2,}(?:开发区|园区|工业园|产业园|高新区)(?:管委会|管理委员会)?$/;

const typeOf = (name: string): string => TYPES.exec(name)?.[1] ?? '';

/** 城关 for 城关镇. */
function isShortTownship(a: string, b: string): boolean {
  const [long, short] = a.length > b.length ? [a, b] : [b, a];
  const type = typeOf(long);
  return TOWNSHIP.test(type) && short.length >= 2 && long === short + type;
}

/** How far apart two names of one type are; Infinity where they are not plausibly the same. */
function distance(a: string, b: string): number {
  const [x, y] = [typeOf(a), typeOf(b)];
  if (x !== y && x !== '' && y !== '') return Infinity;
  const [p, q] = [a.slice(0, a.length - x.length), b.slice(0, b.length - y.length)];
  const [short, long] = p.length <= q.length ? [p, q] : [q, p];
  if (short.length < 2) return Infinity;
  if (inOrder(short, long)) return long.length - short.length + (x === y ? 0 : 1);
  return short.length >= 3 && edits(short, long) === 1 ? 10 : Infinity;
}

/** Whether the signs of `short` stand in `long` in their order: 工信 in 工业和信息化. */
function inOrder(short: string, long: string): boolean {
  let at = 0;
  for (const sign of long) if (sign === short[at]) at += 1;
  return at === short.length;
}

function edits(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      next.push(
        Math.min(
          (row[j] ?? 0) + 1,
          (next[j - 1] ?? 0) + 1,
          (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
        ),
      );
    }
    row = next;
  }
  return row[b.length] ?? Infinity;
}

const UNIT_LIKE = /(?:局|镇|乡|街道|办|委|会|中心|公司|院|站|区|处|社区|村|政府|队|部)$/;

/** 城关镇60%, 城关镇（占60%）: what `readShares` reads. */
const SHARE = /[(（]?占?\d+(?:\.\d+)?[%％][)）]?$/;

/**
 * The units that one cell names: 区招商局、区工信局. 和 and 与 split only between two units (not
 * 住房和城乡建设局).
 */
export function splitUnits(text: string): string[] {
  return text
    .split(/[、,，/／;；\n]+/)
    .flatMap((part) => splitAnd(part.trim()))
    .map((part) => part.replace(SHARE, ''))
    .filter((part) => part !== '');
}

function splitAnd(part: string): string[] {
  for (const match of part.matchAll(/[和与及]/g)) {
    const [left, right] = [part.slice(0, match.index), part.slice(match.index + 1)];
    if (left.length > 2 && right.length > 2 && UNIT_LIKE.test(left) && UNIT_LIKE.test(right))
      return [left, ...splitAnd(right)];
  }
  return [part];
}

/**
 * Units that words name with their shares: 甲镇70%、乙镇30%, 甲镇（占70%）；乙镇（占30%）,
 * 甲镇:乙镇=7:3. Empty where they name none.
 */
export function namedShares(
  words: string,
): readonly { readonly name: string; readonly percent: Decimal }[] {
  const text = compactText(words);
  const ratio =
    /^(.{2,}?)[:、,和与](.{2,}?)(?:按|[=:])?(\d{1,3})(?::|比)(\d{1,3})(?:分成|开)?$/.exec(text);
  const [, left = '', right = '', more = '', less = ''] = ratio ?? [];
  const split = ratio === null ? null : parts([more, less]);
  if (split !== null && !/\d$/.test(right))
    return [
      { name: left, percent: split[0] ?? '0' },
      { name: right, percent: split[1] ?? '0' },
    ];
  const named = text
    .split(/[、,;+＋]/)
    .map((part) => /^([^\d%]{2,}?)[(:]?占?(\d+(?:\.\d+)?)%\)?$/.exec(part));
  return named.length < 2 || named.some((one) => one === null)
    ? []
    : named.flatMap((one) =>
        one === null ? [] : [{ name: one[1] ?? '', percent: one[2] ?? '0' }],
      );
}

/**
 * The percents of `n` units that a remark states (各占50%, 7:3, 六四开), adding to 100; null where
 * it states none.
 */
export function readShares(remark: string, n: number): Decimal[] | null {
  const text = compactText(remark);
  const each = /各占?(\d+(?:\.\d+)?)%/.exec(text);
  if (each) return whole(Array.from({ length: n }, () => each[1] ?? '0'));
  if (
    (n === 2 && /各占?一半|对半|五五开/.test(text)) ||
    /平均|均分|等额|平分|各占?[二两三四五]分之一/.test(text)
  )
    return parts(Array.from({ length: n }, () => '1'));
  const percents = [...text.matchAll(/(\d+(?:\.\d+)?)%/g)].map((match) => match[1] ?? '0');
  if (percents.length === n) return whole(percents);
  const ratio = /(?<![\d:.])\d{1,3}(?:(?::|比)\d{1,3})+(?![\d:.])/.exec(text)?.[0].split(/:|比/);
  if (ratio?.length === n) return parts(ratio);
  const spoken = /([一二三四五六七八九])([一二三四五六七八九])开/.exec(text);
  if (!spoken || n !== 2) return null;
  return whole(
    [spoken[1], spoken[2]].map((sign) => `${'零一二三四五六七八九'.indexOf(sign ?? '零') * 10}`),
  );
}

const whole = (percents: Decimal[]): Decimal[] | null =>
  sum(percents) === '100' && percents.every((one) => one !== '0') ? percents : null;

/**
 * Parts as percents to two places; the last takes what rounding leaves. Only of tenths, hundredths
 * or equal parts.
 */
function parts(ratio: readonly Decimal[]): Decimal[] | null {
  const total = sum(ratio);
  if (!['10', '100'].includes(total) && new Set(ratio).size > 1) return null;
  if (ratio.some((one) => Number(one) === 0)) return null;
  const first = ratio.slice(0, -1).map((one) => add(divide(`${one}00`, total, 2) ?? '0', '0'));
  return [...first, subtract('100', sum(first))];
}
