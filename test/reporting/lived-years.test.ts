/**
 * Two years of random counties, every figure that the office sees of them against a model that
 * shares nothing with the program: 进度, 总览, 通报表, 序时进度对照表, the words of 月通报, scores.
 * More: COUNTIES=300 vitest run test/reporting/lived-years.test.ts; another row of them:
 * COUNTY_SEED=1000.
 */
import { expect, test } from 'vitest';
import { toJson } from '../../main/reporting/model/json.ts';
import { makeTable } from '../../main/reporting/making/making.ts';
import { progressSheet } from '../../main/services/progress/progress.ts';
import { saveScheme } from '../../main/services/scoring/schemes.ts';
import { scoreSheet } from '../../main/services/scoring/scores.ts';
import { overviewOf } from '../../main/services/progress/overview.ts';
import { livedBook, type LivedBook } from '../helpers/lived/book.ts';
import { parsed, type Maybe } from '../helpers/lived/fractions.ts';
import { KINDS, lifeOf, MONTHS, YEARS, type Kind, type Life } from '../helpers/lived/life.ts';
import { pageOf, shown, type Line } from '../helpers/lived/model.ts';
import { mapOf } from '../helpers/lived/map.ts';
import { printedBulletin, printedPace } from '../helpers/lived/printed.ts';
import { schemeIn, scoresOf } from '../helpers/lived/scores.ts';
import { bulletinOf, wordsOf } from '../helpers/lived/words.ts';

const COUNTIES = Number(process.env['COUNTIES'] ?? '4');
const FIRST = Number(process.env['COUNTY_SEED'] ?? '1');

/** A figure of the program, rounded once as it is printed. */
const asShown = (text: string | null, places: number): string | null =>
  text === null ? null : shown(parsed(text), places);
const lineOf = (one: Kind, line: Line) => ({
  name: line.name,
  month: one.kind === 'flow' ? shown(line.month, 4) : null,
  cumulative: shown(line.cumulative, 4),
  target: shown(line.target, 4),
  completion: shown(line.completion, 2),
  pace: shown(line.pace, 2),
  gap: shown(line.gap, 2),
  due: shown(line.due, 4),
  growth: shown(line.growth, 2),
  lamp: line.lamp,
  place: line.place,
});

function sheetDifferences(made: LivedBook, life: Life, year: number, month: number, one: Kind) {
  const sheet = progressSheet(made.book, {
    year,
    month,
    indicator: made.ids.get(one.code) ?? 0,
    denominator: null,
    group: 'all',
  });
  const seen = (row: (typeof sheet)['total']) => ({
    name: row.name,
    month: one.kind === 'flow' ? asShown(row.month, 4) : null,
    cumulative: asShown(row.cumulative, 4),
    target: asShown(row.target, 4),
    completion: asShown(row.completion, 2),
    pace: asShown(row.pace, 2),
    gap: asShown(row.gap, 2),
    due: asShown(row.due, 4),
    growth: asShown(row.yoy, 2),
    lamp: row.lamp,
    place: row.place,
  });
  const page = pageOf(life, year, one, month);
  return [
    ...differences(
      sheet.rows.map(seen),
      page.lines.map((line) => lineOf(one, line)),
    ),
    ...differences([seen(sheet.total)], [lineOf(one, page.whole)]),
    ...differences([...sheet.missing], page.missing),
    ...differences([sheet.words], [wordsOf(life, month, one, page)]),
  ].map((found) => `进度 ${one.name}: ${found}`);
}

/** One line for each place at which two lists are not the same. */
function differences(seen: readonly unknown[], truth: readonly unknown[]): readonly string[] {
  const text = (value: unknown): string => JSON.stringify(value) ?? 'nothing';
  return Array.from({ length: Math.max(seen.length, truth.length) }, (_, at) => at)
    .filter((at) => text(seen[at]) !== text(truth[at]))
    .map((at) => {
      const [one, other] = [seen[at], truth[at]];
      return Array.isArray(one) && Array.isArray(other) && one.length === other.length
        ? `${text(one[1])}: ${differences(one, other).join(', ')} of ${text(one)}`
        : `${text(one)} should be ${text(other)}`;
    });
}

function tableDifferences(
  made: LivedBook,
  life: Life,
  year: number,
  month: number,
): readonly string[] {
  const { book } = made;
  const indicators = KINDS.map(({ code }) => made.ids.get(code) ?? 0);
  const json = (name: string) =>
    toJson(makeTable(book, name, { year, month, filters: [], balance: false, indicators }).table);
  const [bulletin, pace] = [json('monthly-bulletin'), json('pace')];
  const document = toJson(
    makeTable(book, 'bulletin', { year, month, filters: [], indicators }).table,
  ).notes;
  const sentence = bulletinOf(life, year, month);
  return [
    ...(document.includes(sentence)
      ? []
      : [`月通报 ${JSON.stringify(document)} should say ${sentence}`]),
    ...differences([...bulletin.rows, ...bulletin.totals], printedBulletin(life, year, month)),
    ...differences([...pace.rows, ...pace.totals], printedPace(life, year, month)),
  ].map((found) => `表: ${found}`);
}

function mapDifferences(
  made: LivedBook,
  life: Life,
  year: number,
  month: number,
): readonly string[] {
  const seen = overviewOf(made.book, { year, month, denominator: null, group: 'all' });
  const name = (id: number): string =>
    [...made.ids].find(([, own]) => own === id)?.[0] ?? String(id);
  const named = <T>(cells: Readonly<Record<number, T>>): readonly (readonly [string, T])[] =>
    Object.entries(cells)
      .map(([id, one]) => [name(Number(id)), one] as const)
      .toSorted(([a], [b]) => a.localeCompare(b));
  const told = (text: string | null, places: number): Maybe | string | null =>
    asShown(text, places);
  const truth = mapOf(life, year, month);
  return [
    ...differences(
      seen.rows.map((row) => ({
        name: row.name,
        red: row.red,
        yellow: row.yellow,
        cells: named(row.cells),
      })),
      truth.rows,
    ),
    ...differences([seen.lamps], [truth.lamps]),
    ...differences(
      named(seen.total).map(([code, { cumulative, target, ...cell }]) => [
        code,
        { ...cell, cumulative: told(cumulative, 4), target: told(target, 4) },
      ]),
      truth.total,
    ),
    ...differences(
      seen.changed
        .map((one) => `${one.name} ${name(one.indicator)} ${one.before} ${one.after}`)
        .toSorted(),
      truth.changed,
    ),
  ].map((found) => `总览: ${found}`);
}

function scoreDifferences(
  { book }: LivedBook,
  life: Life,
  year: number,
  month: number,
): readonly string[] {
  const { groups } = scoreSheet(book, { year, month, kind: 'month' });
  const seen = groups
    .flatMap(({ scores }) => scores)
    .map(({ name, items, total, place }) => ({
      name,
      items: items.map(({ points }) => asShown(points, 2)),
      total: asShown(total, 2),
      place,
    }));
  const byName = (a: { readonly name: string }, b: { readonly name: string }): number =>
    a.name.localeCompare(b.name);
  const truth = [...scoresOf(life, year, month)];
  return differences(seen.toSorted(byName), truth.toSorted(byName)).map((one) => `考核: ${one}`);
}

test(
  `${COUNTIES} counties from seed ${FIRST} live two years`,
  { timeout: COUNTIES * 20_000 },
  () => {
    const found: string[] = [];
    for (let seed = FIRST; seed < FIRST + COUNTIES; seed += 1) {
      const life = lifeOf(seed);
      const made = livedBook(life);
      for (const year of YEARS) saveScheme(made.book, schemeIn(year));
      for (const year of YEARS)
        for (const month of [life.closed, MONTHS]) {
          const here = [
            ...KINDS.flatMap((one) => sheetDifferences(made, life, year, month, one)),
            ...mapDifferences(made, life, year, month),
            ...tableDifferences(made, life, year, month),
            ...scoreDifferences(made, life, year, month),
          ];
          found.push(...here.map((one) => `seed ${seed}, ${year}-${month}: ${one}`));
        }
    }
    expect(found).toEqual([]);
  },
);
