/** An independent model of two years of a county: what was typed goes in, every figure of a month's sheet comes out, with fractions of its own. It shares no code with the program. */

export type Maybe = bigint | null;
/** a ÷ b, b above zero */
interface Ratio {
  readonly a: bigint;
  readonly b: bigint;
}
/** a ÷ b × 10^places, half away from zero. */
export function halfUp({ a, b }: Ratio, places: number): bigint {
  const top = (a < 0n ? -a : a) * 10n ** BigInt(places) * 2n + b;
  const whole = top / (2n * b);
  return a < 0n ? -whole : whole;
}
/** An integer × 10^-places as people write it, without zeros at its end. */
export function written(value: bigint, places: number): string {
  const digits = (value < 0n ? -value : value).toString().padStart(places + 1, '0');
  const [whole, parts] = [
    digits.slice(0, digits.length - places),
    digits.slice(digits.length - places),
  ];
  const text = parts.replace(/0+$/, '') === '' ? whole : `${whole}.${parts.replace(/0+$/, '')}`;
  return value < 0n && /[1-9]/.test(text) ? `-${text}` : text;
}

/** A decimal as it is shown with so many places, half up. */
export function shownWith(text: string | null, places: number): string | null {
  if (text === null) return null;
  const [whole = '', parts = ''] = text.replace('-', '').split('.');
  const value = halfUp({ a: BigInt(whole + parts), b: 10n ** BigInt(parts.length) }, places);
  return written(text.startsWith('-') ? -value : value, places);
}

/** What one unit typed of one month, in hundredths: the month alone, or the year so far. */
export interface Typed {
  readonly part: 'month' | 'cumulative';
  readonly value: bigint;
}
/** By month 1…: null where nothing was typed. */
export type Course = readonly (Typed | null)[];
export interface Done {
  readonly month: Maybe;
  readonly cumulative: Maybe;
}

/** Months of a flow: the one follows from the other where the month before is known. */
export function flowOf(course: Course): readonly Done[] {
  let before: Maybe = 0n;
  return course.map((typed): Done => {
    const done: Done =
      typed === null
        ? { month: null, cumulative: null }
        : typed.part === 'month'
          ? { month: typed.value, cumulative: before === null ? null : before + typed.value }
          : { month: before === null ? null : typed.value - before, cumulative: typed.value };
    before = done.cumulative;
    return done;
  });
}

export interface ModelRow {
  readonly done: Done;
  /** of a ratio: its parts */
  readonly parts: { readonly over: bigint; readonly under: bigint } | null;
  readonly target: Maybe;
  readonly lastYear: Maybe;
}

/** Completion and over/under pace in percent × 100, from hundredths; a level has no pace on the way. */
export function standing(
  done: Maybe,
  target: Maybe,
  month: number,
  kind: 'flow' | 'stock',
): { readonly completion: Maybe; readonly gap: Maybe } {
  if (done === null || target === null || target <= 0n) return { completion: null, gap: null };
  const completion = halfUp({ a: done * 100n, b: target }, 2);
  const pace = kind === 'flow' ? halfUp({ a: BigInt(month) * 100n, b: 12n }, 2) : null;
  return { completion, gap: pace === null ? null : completion - pace };
}

/** 1, 2, 2, 4; null without a figure or a target above zero. */
export function placesOf(
  rows: readonly { readonly done: Maybe; readonly target: Maybe }[],
  down: boolean,
): readonly (number | null)[] {
  const share = (row: (typeof rows)[number]): Ratio | null =>
    row.done === null || row.target === null || row.target <= 0n
      ? null
      : { a: row.done, b: row.target };
  return rows.map((row) => {
    const mine = share(row);
    if (mine === null) return null;
    return (
      1 +
      rows.filter((other) => {
        const theirs = share(other);
        if (theirs === null) return false;
        const [x, y] = [theirs.a * mine.b, mine.a * theirs.b];
        return down ? x < y : x > y;
      }).length
    );
  });
}

/** Growth in percent rounded once to two places, as it is written; null from a base that is not above zero. */
export function growth(now: Maybe, before: Maybe): string | null {
  if (now === null || before === null || before <= 0n) return null;
  return written(halfUp({ a: (now - before) * 100n, b: before }, 2), 2);
}

export const total = (values: readonly Maybe[]): Maybe => {
  const known = values.filter((one): one is bigint => one !== null);
  return known.length === 0 ? null : known.reduce((sum, one) => sum + one, 0n);
};
