/** The words by which headers say when a figure is of: 1-9月累计, 9月, 一季度, 上半年. */
import type { PartWord } from './part-word.ts';

export const TO_MONTH =
  /^(?:截至|截止)?(?:自?年初|本年|今年)?(?:0?1月?)?[-—–~～至到](\d{1,2})月(?:份|底|末)?(?:止)?(.*)$/;

const UNTIL = /^(?:截至|截止到?)(\d{1,2})月(?:份|底|末)?(?:止)?(.*)$/;

/** 前9个月 */
const FIRST_MONTHS = /^前(\d{1,2})个月(.*)$/;

const ONE_MONTH = /^(\d{1,2})月份?(?:[当单本]月)?(.*)$/;

/** 9月末, 9月底: what stands at the end of a month */
const MONTH_END = /^(\d{1,2})月[底末](.*)$/;

const QUARTER = /^第?([一二三四1-4])季度?(.*)$/;

/** 二季度末, 至三季度: what stands at the end of a quarter counts from January */
const QUARTER_END =
  /^(?:[截至到]*第?([一二三四1-4])季度?(?:[末底]|止)|[截至到]+第?([一二三四1-4])季度?)(.*)$/;

/** 上半年完成, 前三季度实绩 */
const SPAN = /^(上半年|前[二三]季度|前三季|下半年)(.*)$/;

const SPANS: Readonly<Record<string, readonly [number, number]>> = {
  上半年: [1, 6],
  前三季度: [1, 9],
  前三季: [1, 9],
  下半年: [7, 12],
  前二季度: [1, 6],
};

/** 1-9月累计, 9月, 一季度, 上半年; in a plan these are its parts. */
export function timedPart(word: string, year: number | null, planned: boolean): PartWord | null {
  const to = [TO_MONTH, UNTIL, FIRST_MONTHS, MONTH_END]
    .map((pattern) => pattern.exec(word))
    .find((found) => found !== null);
  if (to !== undefined && endsPlainly(to[2]))
    return cumulativeOrPlan([1, Number(to[1])], year, planned || isPlan(to[2]));
  const one = ONE_MONTH.exec(word);
  if (one !== null && endsPlainly(one[2])) {
    const month = Number(one[1]);
    if (month < 1 || month > 12) return null;
    if (/累计/.test(one[2] ?? ''))
      return cumulativeOrPlan([1, month], year, planned || isPlan(one[2]));
    return planned || isPlan(one[2])
      ? { part: 'plan', year, month: null, months: [month, month] }
      : { part: 'month', year, month, months: null };
  }
  const end = QUARTER_END.exec(word);
  if (end !== null && endsPlainly(end[3]))
    return cumulativeOrPlan([1, 3 * quarterOf(end[1] ?? end[2])], year, planned || isPlan(end[3]));
  const quarter = QUARTER.exec(word);
  if (quarter !== null && endsPlainly(quarter[2])) {
    const last = 3 * quarterOf(quarter[1]);
    return last === 3
      ? cumulativeOrPlan([1, 3], year, planned || isPlan(quarter[2]))
      : planned || isPlan(quarter[2])
        ? { part: 'plan', year, month: null, months: [last - 2, last] }
        : null;
  }
  const [, part = '', rest] = SPAN.exec(word) ?? [];
  const span = endsPlainly(rest) ? SPANS[part] : undefined;
  if (span === undefined || (span[0] !== 1 && !planned)) return null;
  return cumulativeOrPlan(span, year, planned);
}

const quarterOf = (word = ''): number => '一二三四'.indexOf(word) + 1 || Number(word);

const endsPlainly = (rest: string | undefined): boolean =>
  /^(?:累计|实际|完成|实现|到位|计划|目标|任务|实绩)*(?:情况|[数额值])?$/.test(rest ?? '');

const isPlan = (rest: string | undefined): boolean => /计划|目标|任务/.test(rest ?? '');

function cumulativeOrPlan(
  months: readonly [number, number],
  year: number | null,
  planned: boolean,
): PartWord | null {
  if (months[1] < 1 || months[1] > 12) return null;
  return planned
    ? { part: 'plan', year, month: null, months }
    : { part: 'cumulative', year, month: months[1], months: null };
}
