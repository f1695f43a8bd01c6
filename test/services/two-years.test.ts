/** Two years of random counties against an independent model: flows, ceilings, levels and ratios; months missing and corrected, a unit merged away, years of another calendar. More counties: COUNTIES=300 vitest run test/services/two-years.test.ts. */
import { expect, test } from 'vitest';
import { progressSheet } from '../../main/services/progress/progress.ts';
import { setRules } from '../../main/services/progress/progress-rules.ts';
import { listUnits, updateUnit } from '../../main/services/units/units.ts';
import {
  flowOf,
  growth,
  halfUp,
  placesOf,
  shownWith,
  standing,
  total,
  written,
  type Course,
  type Maybe,
  type Typed,
} from '../helpers/two-years-model.ts';
import { yearBook, type YearBook } from '../helpers/year.ts';

const COUNTIES = Number(process.env['COUNTIES'] ?? '30');
const YEARS = [2012, 2013] as const;
const MONTHS = 4;

/** The same numbers for the same seed. */
function dice(seed: number): (sides: number) => number {
  let state = seed * 2654435761;
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * sides);
  };
}
type Roll = ReturnType<typeof dice>;

type Kind = 'flow' | 'down' | 'stock';
const KINDS: readonly Kind[] = ['flow', 'down', 'stock'];
interface Life {
  /** by year, kind and unit */
  readonly typed: ReadonlyMap<string, Course>;
  readonly targets: ReadonlyMap<string, bigint>;
  readonly units: readonly string[];
}
const key = (year: number, kind: string, unit: string): string => `${year} ${kind} ${unit}`;
/** The unit that is merged into the first one after the first year. */
const activeIn = (units: readonly string[], year: number): readonly string[] =>
  year === YEARS[0] ? units : units.slice(0, -1);

function liveOf(roll: Roll): Life {
  const units = Array.from({ length: 3 + roll(3) }, (_, at) => `第${at + 1}镇`);
  const typed = new Map<string, Course>();
  const targets = new Map<string, bigint>();
  for (const year of YEARS)
    for (const unit of activeIn(units, year)) {
      for (const kind of KINDS) {
        typed.set(key(year, kind, unit), courseOf(roll, kind));
        if (roll(6) > 0)
          targets.set(
            key(year, kind, unit),
            kind === 'down' && roll(3) === 0 ? 0n : BigInt(1 + roll(90_000)),
          );
      }
      for (const part of ['over', 'under'])
        typed.set(key(year, part, unit), courseOf(roll, 'stock'));
    }
  return { typed, targets, units };
}

/** Months may be missing; a flow is told by the month or by the year so far, which then never falls. */
function courseOf(roll: Roll, kind: Kind): Course {
  let sum = 0n;
  return Array.from({ length: MONTHS }, (): Typed | null => {
    const value = BigInt(roll(20_000));
    sum += value;
    if (roll(7) === 0) return null;
    if (kind === 'stock') return { part: 'cumulative', value };
    return roll(2) === 0 ? { part: 'month', value } : { part: 'cumulative', value: sum };
  });
}

const said = (hundredths: bigint): string => written(hundredths, 2);

function write(
  { type, target }: YearBook,
  life: Life,
  ids: ReadonlyMap<string, number>,
  roll: Roll,
): void {
  const late: (() => void)[] = [];
  for (const year of YEARS)
    for (const [kind, id] of ids) {
      const units = activeIn(life.units, year);
      const goals = Object.fromEntries(
        units.flatMap((unit) => {
          const goal = life.targets.get(key(year, kind, unit));
          return goal === undefined ? [] : [[unit, said(goal)]];
        }),
      );
      if (Object.keys(goals).length > 0) target(id, goals, 'assured', year);
      for (let month = 1; month <= MONTHS; month++)
        for (const part of ['month', 'cumulative'] as const) {
          const now: Record<string, string> = {};
          for (const unit of units) {
            const one = life.typed.get(key(year, kind, unit))?.[month - 1] ?? null;
            if (one === null || one.part !== part) continue;
            // some report late, some report wrong and correct it when the year is over
            if (roll(8) === 0)
              late.push(() => void type(month, id, { [unit]: said(one.value) }, part, year));
            else now[unit] = said(one.value);
          }
          if (Object.keys(now).length > 0) type(month, id, now, part, year);
        }
    }
  for (const step of late) step();
}

const doneOf = (life: Life, year: number, kind: string, unit: string, month: number) => {
  const course = life.typed.get(key(year, kind, unit)) ?? [];
  if (kind === 'flow' || kind === 'down')
    return flowOf(course)[month - 1] ?? { month: null, cumulative: null };
  return { month: null, cumulative: course[month - 1]?.value ?? null };
};

/** Last year's figure on this year's units: the first has what the merged one did. */
function lastYearOf(life: Life, year: number, kind: string, unit: string, month: number): Maybe {
  if (year === YEARS[0]) return null;
  const own = doneOf(life, YEARS[0], kind, unit, month).cumulative;
  if (unit !== life.units[0]) return own;
  const gone = life.units.at(-1) ?? '';
  return total([own, doneOf(life, YEARS[0], kind, gone, month).cumulative]);
}

function expected(life: Life, year: number, kind: Kind, month: number) {
  const units = activeIn(life.units, year);
  const rows = units.map((unit) => ({
    done: doneOf(life, year, kind, unit, month),
    target: life.targets.get(key(year, kind, unit)) ?? null,
    before: lastYearOf(life, year, kind, unit, month),
  }));
  const places = placesOf(
    rows.map((row) => ({ done: row.done.cumulative, target: row.target })),
    kind === 'down',
  );
  const told = (done: Maybe, target: Maybe) => {
    const { completion, gap } = standing(done, target, month, kind === 'stock' ? 'stock' : 'flow');
    return [completion, gap].map((one) => (one === null ? null : written(one, 2)));
  };
  const withGoal = rows.filter((row) => row.target !== null);
  const goal = total(withGoal.map((row) => row.target));
  const known = rows.filter((row) => row.done.cumulative !== null);
  const paired = rows.every((row) => (row.done.month === null) === (row.done.cumulative === null));
  const comparable =
    known.every((row) => row.before !== null) &&
    rows.every((row) => row.before === null || row.done.cumulative !== null);
  const sum = total(rows.map((row) => row.done.cumulative));
  return {
    rows: rows.map((row, at) => [
      row.done.cumulative === null ? null : said(row.done.cumulative),
      ...(kind === 'stock' ? [] : [row.done.month === null ? null : said(row.done.month)]),
      ...told(row.done.cumulative, row.target),
      places[at] ?? null,
      growth(row.done.cumulative, row.before),
    ]),
    total: [
      sum === null ? null : said(sum),
      ...(kind === 'stock' || !paired
        ? []
        : [((one) => (one === null ? null : said(one)))(total(rows.map((row) => row.done.month)))]),
      goal === null ? null : said(goal),
      ...told(total(withGoal.map((row) => row.done.cumulative)), goal),
      comparable ? growth(sum, total(rows.map((row) => row.before))) : null,
    ],
    missing: units.filter(
      (_, at) =>
        rows[at]?.target !== null &&
        rows[at]?.done.cumulative === null &&
        rows[at]?.done.month === null,
    ),
  };
}

const trimmed = (text: string | null): string | null =>
  text === null ? null : text.includes('.') ? text.replace(/\.?0+$/, '') : text;

test.each(Array.from({ length: COUNTIES }, (_, at) => at + 1))('county of seed %i', (seed) => {
  const roll = dice(seed);
  const life = liveOf(roll);
  const made = yearBook(life.units);
  const { book, add, unit } = made;
  setRules(book, {
    lamp: { by: 'difference', yellow: '0', red: '20' },
    denominator: 'assured',
    firstMonth: seed % 2 === 0 ? 12 : 1,
    stockPace: 'end',
  });
  const ids = new Map<string, number>([
    ['flow', add('投资')],
    ['down', add('事故', { direction: 'down' })],
    ['stock', add('企业', { kind: 'stock' })],
    ['over', add('整改', { kind: 'stock' })],
    ['under', add('隐患', { kind: 'stock' })],
  ]);
  const ratio = add('整改率', {
    measure: '%',
    kind: 'ratio',
    rollup: 'ratio',
    numerator: ids.get('over') ?? null,
    denominator: ids.get('under') ?? null,
    factor: '100',
  });
  const gone = listUnits(book).find((one) => one.name === life.units.at(-1));
  if (gone === undefined || gone.kind === 'county') throw new Error('no unit to merge');
  updateUnit(book, { ...gone, kind: gone.kind, to: '2012', successor: unit(life.units[0] ?? '') });
  write(made, life, ids, roll);
  for (const year of YEARS)
    for (const month of [2, MONTHS]) {
      const at = { year, month, denominator: null, group: 'all' } as const;
      for (const kind of KINDS) {
        const want = expected(life, year, kind, month);
        const {
          rows,
          total: whole,
          missing,
        } = progressSheet(book, { ...at, indicator: ids.get(kind) ?? 0 });
        const shown = rows.filter((row) => activeIn(life.units, year).includes(row.name));
        const where = `seed ${seed}, ${year}-${month}, ${kind}`;
        expect([
          where,
          ...shown.map((row) => [
            trimmed(row.cumulative),
            ...(kind === 'stock' ? [] : [trimmed(row.month)]),
            trimmed(row.completion),
            trimmed(row.gap),
            row.place,
            shownWith(row.yoy, 2),
          ]),
        ]).toEqual([where, ...want.rows]);
        expect([
          where,
          [
            trimmed(whole.cumulative),
            ...(want.total.length === 6 ? [trimmed(whole.month)] : []),
            trimmed(whole.target),
            trimmed(whole.completion),
            trimmed(whole.gap),
            shownWith(whole.yoy, 2),
          ],
        ]).toEqual([where, want.total]);
        for (const name of want.missing)
          expect([where, missing]).toEqual([where, expect.arrayContaining([name])]);
      }
      const parts = activeIn(life.units, year).map((name) => ({
        over: doneOf(life, year, 'over', name, month).cumulative,
        under: doneOf(life, year, 'under', name, month).cumulative,
      }));
      const both = parts.filter((one) => one.over !== null && one.under !== null && one.under > 0n);
      const rate = (over: bigint, under: bigint): string | null =>
        under === 0n ? null : written(halfUp({ a: over * 100n, b: under }, 4), 4);
      const { rows, total: whole } = progressSheet(book, { ...at, indicator: ratio });
      expect(
        rows
          .filter((row) => activeIn(life.units, year).includes(row.name))
          .map((row) => shownWith(row.cumulative, 4)),
      ).toEqual(
        parts.map((one) =>
          one.over === null || one.under === null ? null : rate(one.over, one.under),
        ),
      );
      const pair = parts.filter((one) => one.over !== null && one.under !== null);
      if (both.length === pair.length && pair.length > 0)
        expect(shownWith(whole.cumulative, 4)).toBe(
          rate(total(pair.map((one) => one.over)) ?? 0n, total(pair.map((one) => one.under)) ?? 0n),
        );
    }
});
