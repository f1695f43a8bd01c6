/**
 * Names of one indicator as two offices write them: 地方一般公共预算收入 and 一般公共预算收入,
 * 规上工业增加值 and 规模以上工业增加值.
 */
import { converts, measureOf } from '../exact/measure.ts';
import { compactText } from '../read/text.ts';

interface Named {
  readonly name: string;
  readonly measure: string;
}

/** What names say of whose it is and when it was done, which is no part of what is counted. */
const WHOSE = /^(?:全[县市区旗]|本[县市区旗]|[县市区旗]级|地方|辖区|当地)+(?=.{3})/;
const DONE = /(?<=.{2})(?:累计|实际)?(?:完成|实现|入库)(?:数|额|值|情况)?$|(?<=.{2})累计$/;
/** 总额, 量, 值 behind a name that is told by its first words. */
const AMOUNT = /(?<=.{3})(?:总额|总量|总值|金额|数额|额|量|值)$/;
const SHORT: readonly (readonly [RegExp, string])[] = [
  [/规模以上/g, '规上'],
  [/社会消费品零售/g, '社零'],
  [/公共财政预算/g, '一般公共预算'],
  [/农民(?=人均)/g, '农村居民'],
  [/固定资产投资/g, '固投'],
  [/国内生产|地区生产/g, '生产'],
];

/** What two names of one indicator share. */
const core = (name: string): string =>
  SHORT.reduce(
    (words, [long, short]) => words.replace(long, short),
    compactText(name).replace(WHOSE, '').replace(DONE, ''),
  ).replace(AMOUNT, '');

/**
 * The known indicator that a new name may mean; null where none, or one in another measure, is
 * such.
 */
export function nearIndicator(
  { name, measure }: Named,
  known: readonly (Named & { readonly aliases?: string | null })[],
): string | null {
  const [own, from] = [core(name), measureOf(measure)];
  const found = known.find((one) => {
    const to = measureOf(one.measure);
    const isAlike = from === null || to === null ? one.measure === measure : converts(from, to);
    return isAlike && core(one.name) === own;
  });
  return found?.name ?? null;
}

/** The question of a name that may mean a known indicator, and the two names back out of it. */
export const likeQuestion = (of: string, like: string): string =>
  `“${of}”是不是已有的“${like}”？是，就记在它名下；不是，另建一个指标。`;
export function likeNames(message: string): { readonly of: string; readonly like: string } | null {
  const [, of, like] = /^“(.+?)”是不是已有的“(.+?)”？/.exec(message) ?? [];
  return of === undefined || like === undefined ? null : { of, like };
}
