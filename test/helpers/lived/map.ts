/**
 * 总览 of a random county by the model: each unit's lamps with its gap and what it is short of,
 * worst first; the whole's; what changed since the month before.
 */
import { fixed, minus, order, sign, ZERO, type Fraction, type Maybe } from './fractions.ts';
import { activeIn, KINDS, type Kind, type Life } from './life.ts';
import { pageOf, shown, type Line } from './model.ts';
import { doneBy, standingOf, taskOf, type Lamp } from './standing.ts';

const LAMPS = ['gold', 'blue', 'green', 'yellow', 'red', 'none'] as const;

function shortOf(one: Kind, line: Pick<Line, 'due'>, done: Maybe): string | null {
  if (done === null || line.due === null) return null;
  const missing = one.direction === 'up' ? minus(line.due, done) : minus(done, line.due);
  return sign(missing) > 0 ? fixed(missing, one.places) : null;
}
const cellOf = (one: Kind, line: Line, done: Maybe) => ({
  lamp: line.lamp,
  completion: shown(line.completion, 2),
  gap: shown(line.gap, 2),
  short: shortOf(one, line, done),
});

export function mapOf(life: Life, year: number, month: number) {
  const pages = KINDS.map((one) => ({ one, page: pageOf(life, year, one, month) })).filter(
    ({ one, page }) =>
      [...page.lines, page.whole].some(
        (line) => line.target !== null || (line.cumulative !== null && one.code !== ''),
      ),
  );
  const rows = activeIn(life, year)
    .map((name, at) => {
      const lines = pages.flatMap(({ one, page }) => {
        const line = page.lines[at];
        return line === undefined || (line.target === null && line.cumulative === null)
          ? []
          : [{ one, line }];
      });
      const gaps = lines.flatMap(({ one, line }): Fraction[] =>
        line.gap === null ? [] : [one.direction === 'up' ? minus(ZERO, line.gap) : line.gap],
      );
      const count = (lamp: Lamp): number => lines.filter(({ line }) => line.lamp === lamp).length;
      return {
        behind: gaps.toSorted(order).at(-1) ?? null,
        lines,
        row: {
          name,
          red: count('red'),
          yellow: count('yellow'),
          cells: lines
            .map(({ one, line }) => [one.code, cellOf(one, line, line.cumulative)] as const)
            .toSorted(([a], [b]) => a.localeCompare(b)),
        },
      };
    })
    .filter(({ lines }) => lines.length > 0);
  const worse = (a: Maybe, b: Maybe): number =>
    a === null || b === null ? Number(a === null) - Number(b === null) : order(b, a);
  const all = rows.flatMap(({ lines }) => lines.map(({ line }) => line.lamp));
  return {
    rows: rows
      .toSorted(
        (a, b) => b.row.red - a.row.red || b.row.yellow - a.row.yellow || worse(a.behind, b.behind),
      )
      .map(({ row }) => row),
    lamps: Object.fromEntries(
      LAMPS.map((lamp) => [lamp, all.filter((one) => one === lamp).length]),
    ),
    total: pages
      .map(
        ({ one, page: { whole: line } }) =>
          [
            one.code,
            {
              ...cellOf(one, line, doneAgainst(life, year, one, month, line)),
              cumulative: shown(line.cumulative, 4),
              target: shown(line.target, 4),
            },
          ] as const,
      )
      .toSorted(([a], [b]) => a.localeCompare(b)),
    changed: changedIn(life, year, month),
  };
}

/** What of the whole stands against its target: of a sum, what those did who have one. */
function doneAgainst(life: Life, year: number, one: Kind, month: number, line: Line): Maybe {
  if (one.whole !== 'sum') return line.cumulative;
  const done = activeIn(life, year).flatMap((unit) => {
    const own = doneBy(life, year, one, unit, month).cumulative;
    return own === null || taskOf(life, year, one, unit, month) === null ? [] : [own];
  });
  return done.length === 0
    ? null
    : done.reduce((a, b) => ({
        top: a.top * b.bottom + b.top * a.bottom,
        bottom: a.bottom * b.bottom,
      }));
}

/**
 * Of those that have a figure in both months, by the targets that this month is measured against.
 */
function changedIn(life: Life, year: number, month: number): readonly string[] {
  return activeIn(life, year)
    .flatMap((unit) =>
      KINDS.flatMap((one) => {
        const task = taskOf(life, year, one, unit, month);
        const [then, now] = [month - 1, month].map(
          (at) => doneBy(life, year, one, unit, at).cumulative,
        );
        if (task === null || then == null || now == null) return [];
        const [old, lamp] = [
          standingOf(life, one, month - 1, then, task).lamp,
          standingOf(life, one, month, now, task).lamp,
        ];
        return old === lamp ? [] : [`${unit} ${one.code} ${old} ${lamp}`];
      }),
    )
    .toSorted();
}
