/**
 * Rules over records and events: 分档计分, 定额, 加分, 扣分, 评分, 一票否决 (domain.md §7). Pure;
 * each line names the record that gave it.
 */
import {
  compare,
  fromScaled,
  multiply,
  subtract,
  sum,
  toScaled,
  trim,
  type Decimal,
} from '../exact/decimal.ts';
import {
  compareFractions,
  dividedBy,
  plus,
  rounded,
  times,
  whole,
  ZERO,
  type Fraction,
} from '../exact/fraction.ts';
import { measuredResult, type RuleOf } from './measured.ts';
import {
  shownPoints,
  signedPoints,
  type ReasonLine,
  type ReadRecord,
  type Reading,
  type Result,
  type Subject,
} from './reading.ts';
import type { Tier } from './scheme.ts';

const recordOf = (record: ReadRecord): ReasonLine['record'] =>
  record.ledger === null ? null : { ledger: record.ledger, id: record.id };
const shareText = (record: ReadRecord): string =>
  compare(record.share, '100') === 0 ? '' : `，分成${shownPoints(record.share)}%`;

/**
 * Places to which figures are compared and points added as integers; what people write has fewer.
 */
const FINE = 20;
const fine = (value: Decimal): bigint => toScaled(value, FINE).scaled;
interface Band {
  readonly place: number;
  readonly tier: Tier;
  readonly from: bigint;
  readonly words: string;
}
/** The tiers of a rule, highest first, with the words of each. */
function bandsOf({ tiers }: RuleOf<'tiered'>, measure: string): readonly Band[] {
  const words = (tier: Tier): string => {
    const above = tiers
      .filter((one) => compare(one.from, tier.from) > 0)
      .map((one) => one.from)
      .sort(compare)[0];
    return above === undefined
      ? `${shownPoints(tier.from)}${measure}以上`
      : `${shownPoints(tier.from)}—${shownPoints(above)}${measure}档`;
  };
  return tiers
    .map((tier, place) => ({ place, tier, from: fine(tier.from), words: words(tier) }))
    .sort((a, b) => (a.from === b.from ? a.place - b.place : a.from > b.from ? -1 : 1));
}

interface Tiered {
  /** × 10^20; null outside the tiers */
  readonly points: bigint | null;
  readonly line: ReasonLine;
}
/** A record gives the same line month after month while neither it nor the tiers change. */
const told = new WeakMap<
  RuleOf<'tiered'>,
  { readonly bands: readonly Band[]; readonly lines: WeakMap<ReadRecord, Tiered> }
>();

/** The highest tier whose lower bound the record reaches and whose conditions it meets. */
function tierLine(bands: readonly Band[], record: ReadRecord, measure: string): Tiered {
  const { value } = record;
  const size = value === null ? null : fine(value);
  const band =
    size === null
      ? undefined
      : bands.find(
          (one) =>
            size >= one.from && (one.tier.only.length === 0 || record.meets.includes(one.place)),
        );
  const figure = value === null ? '没有金额' : ` ${shownPoints(value)}${measure}`;
  if (band === undefined)
    return {
      points: null,
      line: { text: `${record.name}${figure} → 不在档内，不计分`, record: recordOf(record) },
    };
  const points =
    record.share === '100'
      ? band.tier.points
      : trim(multiply(multiply(band.tier.points, record.share), '0.01'));
  return {
    points: fine(points),
    line: {
      text: `${record.name}${figure} → ${band.words}${shareText(record)} ${signedPoints(points)}`,
      record: recordOf(record),
    },
  };
}

export function tieredRule(rule: RuleOf<'tiered'>, reading: Reading): Result {
  const { bands, lines: known } = told.get(rule) ?? {
    bands: bandsOf(rule, reading.measure),
    lines: new WeakMap<ReadRecord, Tiered>(),
  };
  told.set(rule, { bands, lines: known });
  let total = 0n;
  const lines = reading.records.map((record): ReasonLine => {
    const one = known.get(record) ?? tierLine(bands, record, reading.measure);
    known.set(record, one);
    total += one.points ?? 0n;
    return one.line;
  });
  return {
    points: whole(fromScaled(total, FINE)),
    reason: lines.length === 0 ? '没有符合的记录' : lines.map((line) => line.text).join('；'),
    lines,
    vetoed: false,
  };
}

export function quotaRule(rule: RuleOf<'quota'>, reading: Reading, subject: Subject): Result {
  const quota = rule.quotas.find((one) => one.rank === subject.rank)?.count ?? rule.others;
  const done = reading.value ?? '0';
  const over = subtract(done, quota);
  const lines = reading.records.map((record): ReasonLine => ({
    text: record.name,
    record: recordOf(record),
  }));
  const text = `定额${shownPoints(quota)}，完成${shownPoints(done)}`;
  if (compare(over, '0') < 0)
    return {
      points: ZERO,
      reason: `${text}，还差${shownPoints(subtract(quota, done))}，不得分`,
      lines,
      vetoed: false,
    };
  const more = multiply(over, rule.further);
  return {
    points: plus(whole(rule.met), whole(more)),
    reason: `${text}，达定额 ${signedPoints(rule.met)}${compare(over, '0') > 0 ? `，超${shownPoints(over)} ${signedPoints(more)}` : ''}`,
    lines,
    vetoed: false,
  };
}

/**
 * How many the reading counts for: records by their shares, or the figure; of a deduction's target
 * what it falls short of.
 */
function timesOf(reading: Reading, short: boolean): Decimal | null {
  if (short && reading.target !== null) {
    const gap = subtract(reading.target, reading.value ?? '0');
    const lacking = reading.down ? subtract('0', gap) : gap;
    return compare(lacking, '0') > 0 ? lacking : '0';
  }
  return reading.value;
}

export function countRule(
  rule: RuleOf<'bonus'> | RuleOf<'deduction'>,
  points: Decimal,
  readings: readonly Reading[],
): Result {
  const taking = rule.kind === 'deduction';
  let total = taking ? whole(points) : ZERO;
  const words: string[] =
    taking && compare(points, '0') !== 0 ? [`基本分${shownPoints(points)}`] : [];
  const lines: ReasonLine[] = [];
  for (const [at, part] of rule.parts.entries()) {
    const reading = readings[at];
    const count = reading === undefined ? null : timesOf(reading, taking);
    if (reading === undefined || count === null) {
      words.push(`${part.label}没有数`);
      continue;
    }
    const change = multiply(count, taking ? subtract('0', part.weight) : part.weight);
    total = plus(total, whole(change));
    words.push(
      `${part.label}${taking && reading.target !== null ? '欠' : ''}${shownPoints(count)} × ${shownPoints(part.weight)}＝${signedPoints(change)}`,
    );
    for (const record of reading.records)
      lines.push({
        text: record.note === null ? record.name : `${record.name}：${record.note}`,
        record: recordOf(record),
      });
  }
  return { points: total, reason: words.join('；'), lines, vetoed: false };
}

/** Each panel's mean by its percent; without points of every panel it cannot be judged. */
export function manualRule(rule: RuleOf<'manual'>, reading: Reading): Result {
  let total = ZERO;
  const words: string[] = [];
  for (const panel of rule.panels) {
    const given = reading.records
      .filter((record) => record.panel === panel.name)
      .flatMap((record) => record.value ?? []);
    if (given.length === 0) return measuredResult(null, `${panel.name}尚未打分`);
    const mean = dividedBy(whole(sum(given)), String(given.length));
    total = plus(total, dividedBy(times(mean, panel.percent), '100'));
    words.push(`${panel.name}${shownPoints(rounded(mean, 2))} × ${shownPoints(panel.percent)}%`);
  }
  const lines = reading.records.map((record): ReasonLine => ({
    text: `${record.panel ?? ''} ${record.value === null ? '' : shownPoints(record.value)}${record.note === null ? '' : `：${record.note}`}`.trim(),
    record: null,
  }));
  return { points: total, reason: words.join(' ＋ '), lines, vetoed: false };
}

export function vetoRule(reading: Reading): Result {
  const lines = reading.records.map((record): ReasonLine => ({
    text: record.note ?? record.name,
    record: null,
  }));
  return {
    points: ZERO,
    reason: lines.length === 0 ? '没有提请' : lines.map((line) => line.text).join('；'),
    lines,
    vetoed: lines.length > 0,
  };
}

/** Whether a result was cut at a bound: the item's own 封顶 or 保底. */
export function boundedPoints(
  points: Fraction,
  bounds: { readonly most: Decimal | null; readonly least: Decimal | null },
): { readonly points: Fraction; readonly words: string } {
  if (bounds.most !== null && compareFractions(points, whole(bounds.most)) > 0)
    return { points: whole(bounds.most), words: `，封顶${shownPoints(bounds.most)}` };
  if (bounds.least !== null && compareFractions(points, whole(bounds.least)) < 0)
    return { points: whole(bounds.least), words: `，最低${shownPoints(bounds.least)}` };
  return { points, words: '' };
}
