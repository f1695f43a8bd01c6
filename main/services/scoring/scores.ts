/**
 * Scores of a period with the reason of every point, trial runs, their course over the year, and
 * publication.
 */
import type {
  ScoreCourse,
  ScoreProfile,
  ScoreSheet,
  TrialRow,
} from '../../../preload/contract/scoring.ts';
import type { Objection, Publication } from '../../domain/scoring/publication.ts';
import {
  objectionsTo,
  publicationById,
  publicationsOf,
  publishedSheet,
} from '../../data/scoring/scoring.ts';
import { sheetText } from '../../data/scoring/kept-publication.ts';
import { calendarName } from '../../domain/days/assessment-year.ts';
import { compare, divide, subtract, sum, type Decimal } from '../../domain/exact/decimal.ts';
import { Fault } from '../../domain/fault.ts';
import { endsWith, periodName, type ScorePeriod } from '../../domain/scoring/period.ts';
import type { Reading } from '../../domain/scoring/reading.ts';
import { sourcesOf, type RankGroup, type Item, type Scheme } from '../../domain/scoring/scheme.ts';
import { scoreGroup, type Entrant, type SubjectScore } from '../../domain/scoring/score.ts';
import { command, now, type Book } from '../book/book.ts';
import { firstMonth } from '../records/counted.ts';
import { refuseWrong, schemeInForce, schemeOf } from './schemes.ts';
import { entriesOf, readerOf, type Entry } from './score-readings.ts';
import { scoresLeftOut } from './score-left-out.ts';
import { openSources, type Sources } from './score-sources.ts';

const itemsOf = (scheme: Scheme, group: RankGroup): readonly Item[] =>
  scheme.items.filter((item) => group.items.includes(item.code));

/** Everyone of a group with what each item reads at the end of the month. */
function entrantsOf(
  sources: Sources,
  scheme: Scheme,
  group: RankGroup,
  month: number,
): readonly (Entrant & { readonly subject: Entry })[] {
  const items = itemsOf(scheme, group).map((item) => ({
    code: item.code,
    readers: sourcesOf(item.rule).map((source, at) =>
      readerOf(
        sources,
        item,
        source,
        group.of === 'people',
        month,
        'parts' in item.rule ? (item.rule.parts[at]?.label ?? null) : null,
      ),
    ),
  }));
  return entriesOf(sources, group).map((subject) => ({
    subject,
    readings: new Map(
      items.map(({ code, readers }): [string, readonly Reading[]] => [
        code,
        readers.map((read) => read(subject)),
      ]),
    ),
  }));
}

/** One month of a scheme; `sources` may serve many months. */
const computeScores = (sources: Sources, scheme: Scheme, month: number): ScoreSheet['groups'] =>
  scheme.groups.map((group) => ({
    name: group.name,
    scores: scoreGroup(scheme, group, entrantsOf(sources, scheme, group, month)),
  }));

/** @throws Fault score.period where a quarter does not end with that month */
function refusePeriod(period: ScorePeriod): void {
  if (!endsWith(period)) throw new Fault('score.period', { month: period.month });
}

/** As the figures stand now. @throws Fault scheme.missing, score.period */
export function scoreSheet(book: Book, period: ScorePeriod): ScoreSheet {
  refusePeriod(period);
  const { id, scheme } = schemeInForce(book, period.year);
  const sources = openSources(book, period.year);
  return {
    scheme: id,
    name: scheme.name,
    period: periodName(period, firstMonth(book)),
    groups: computeScores(sources, scheme, period.month),
    notes: scoresLeftOut(sources, scheme, period.month),
  };
}

/**
 * @throws Fault scheme.missing, score.period; record.missing where the key is of nobody in the
 * scheme
 */
export function scoreProfile(
  book: Book,
  { key, ...period }: ScorePeriod & { readonly key: string },
): ScoreProfile {
  refusePeriod(period);
  const { scheme } = schemeInForce(book, period.year);
  const sources = openSources(book, period.year);
  const group = scheme.groups.find((one) =>
    entriesOf(sources, one).some((entry) => entry.key === key),
  );
  if (group === undefined) throw new Fault('record.missing', { id: Number(key.slice(1)) });
  const scores = scoreGroup(scheme, group, entrantsOf(sources, scheme, group, period.month));
  const score = scores.find((one) => one.key === key) as SubjectScore;
  const items = itemsOf(scheme, group).map((item, at) => {
    const points = scores.flatMap((one) => one.items[at]?.points ?? []);
    const full = item.most ?? (compare(item.points, '0') > 0 ? item.points : null);
    return {
      item: item.code,
      name: item.name,
      full,
      points: score.items[at]?.points ?? null,
      average:
        points.length === 0 ? null : divide(sum(points), String(points.length), scheme.places),
      best: points.toSorted(compare).at(-1) ?? null,
    };
  });
  return { group: group.name, score, items };
}

/** @throws Fault scheme.missing */
export function scoreCourse(
  book: Book,
  { year, month }: { readonly year: number; readonly month: number },
): ScoreCourse {
  const { scheme } = schemeInForce(book, year);
  const [sources, first] = [openSources(book, year), firstMonth(book)];
  const newest = new Map(
    publicationsOf(book.db, year)
      .filter((one) => one.kind === 'month')
      .map((one) => [one.month, one.id] as const)
      .toReversed(),
  );
  const months = Array.from({ length: month }, (_, at) => {
    const id = newest.get(at + 1);
    return {
      month: at + 1,
      published: id !== undefined,
      groups:
        id === undefined
          ? computeScores(sources, scheme, at + 1)
          : publishedScores(book, id).sheet.groups,
    };
  });
  const groups = scheme.groups.map((group) => {
    const of = months.map(
      (one) =>
        new Map(
          one.groups
            .find((other) => other.name === group.name)
            ?.scores.map((score) => [score.key, score]),
        ),
    );
    return {
      name: group.name,
      series: entriesOf(sources, group).map(({ key, name }) => ({
        key,
        name,
        totals: of.map((scores) => scores.get(key)?.total ?? null),
        places: of.map((scores) => scores.get(key)?.place ?? null),
      })),
    };
  });
  return {
    months: months.map((one) => ({
      month: one.month,
      name: calendarName(one.month, first),
      published: one.published,
    })),
    groups,
  };
}

/**
 * What another scheme would give, beside the one in force; largest change first. @throws Fault
 * scheme.wrong, score.period
 */
export function trialScheme(
  book: Book,
  { scheme, ...period }: ScorePeriod & { readonly scheme: Scheme },
): readonly TrialRow[] {
  refusePeriod(period);
  refuseWrong(book, scheme);
  const [current, sources] = [schemeOf(book, period.year), openSources(book, period.year)];
  const before = new Map(
    (current === null ? [] : computeScores(sources, current.scheme, period.month)).flatMap(
      (group) => group.scores.map((score) => [score.key, score] as const),
    ),
  );
  const rows = computeScores(sources, scheme, period.month).flatMap((group) =>
    group.scores.map((after) => trialRow(group.name, before.get(after.key), after)),
  );
  const size = (row: TrialRow): Decimal => (row.difference ?? '0').replace('-', '');
  return rows.sort((a, b) => compare(size(b), size(a)));
}

function trialRow(group: string, old: SubjectScore | undefined, after: SubjectScore): TrialRow {
  const items = after.items.flatMap((item) => {
    const was = old?.items.find((one) => one.item === item.item)?.points ?? null;
    return was === item.points
      ? []
      : [{ name: item.name, before: was, after: item.points, reason: item.reason }];
  });
  return {
    group,
    key: after.key,
    name: after.name,
    before: old === undefined ? null : { total: old.total, place: old.place },
    after: { total: after.total, place: after.place },
    difference: old === undefined ? null : subtract(after.total, old.total),
    items,
  };
}

/** Items of a group that nobody has points of yet. */
const openItems = ({ groups }: ScoreSheet): readonly string[] => [
  ...new Set(
    groups.flatMap(({ scores }) =>
      (scores[0]?.items ?? []).flatMap((item, at) =>
        scores.every((one) => one.items[at]?.points == null) ? [item.name] : [],
      ),
    ),
  ),
];

/**
 * Freezes the scores as they stand. What it corrects stays beside it. @throws Fault scheme.missing,
 * score.period, score.correction
 */
export function publishScores(
  book: Book,
  {
    note,
    corrects,
    ...period
  }: ScorePeriod & { readonly note: string | null; readonly corrects: number | null },
): Publication {
  const sheet = scoreSheet(book, period);
  const again = publicationsOf(book.db, period.year).find(
    (one) => one.month === period.month && one.kind === period.kind,
  );
  if (corrects === null && again !== undefined)
    throw new Fault('score.correction', {
      problem: `${sheet.period}得分${again.at.slice(0, 10)}已经公布过，要改请更正那一次公布并写明原因`,
    });
  const open = note === null ? openItems(sheet) : [];
  if (open.length > 0)
    throw new Fault('score.correction', {
      problem: `还有${open.length}项谁都没有目标或数：${open.join('、')}。补上，或写明说明后再公布`,
    });
  const wrong = corrects === null ? null : publicationById(book.db, corrects);
  if (
    corrects !== null &&
    (wrong === null ||
      wrong.year !== period.year ||
      wrong.month !== period.month ||
      wrong.kind !== period.kind)
  )
    throw new Fault('score.correction', { problem: `要更正的不是${sheet.period}的公布` });
  if (corrects !== null && note === null)
    throw new Fault('score.correction', { problem: '更正要写明原因' });
  const id = command(
    book,
    `${corrects === null ? '公布' : '更正公布'}${sheet.period}得分`,
    ['score'],
    (writing) =>
      writing.insert('score_publication', {
        ...period,
        scheme_id: sheet.scheme,
        at: now(book),
        who: book.who,
        note,
        corrects,
        content: sheetText(sheet),
      }),
  );
  return publishedScores(book, id).publication;
}

export const scorePublications = (book: Book, year: number): readonly Publication[] =>
  publicationsOf(book.db, year);

/** As it was when published. @throws Fault record.missing */
export function publishedScores(
  book: Book,
  id: number,
): {
  readonly publication: Publication;
  readonly sheet: ScoreSheet;
  readonly objections: readonly Objection[];
} {
  const [publication, sheet] = [publicationById(book.db, id), publishedSheet(book.db, id)];
  if (publication === null || sheet === null) throw new Fault('record.missing', { id });
  return {
    publication,
    sheet,
    objections: objectionsTo(book.db, id),
  };
}
