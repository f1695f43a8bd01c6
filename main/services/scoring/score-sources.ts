/**
 * What a year's scores are read from: each source is asked of the book once for the whole year, and
 * then answers every month, unit and person.
 */
import { eventsOf, postTerms, type EventRow } from '../../data/scoring/scoring.ts';
import { idsOfSelection, scoreRows, type ScoreRow } from '../../data/scoring/score-rows.ts';
import { sharesByArrival, sharesByProject } from '../../data/projects/shares.ts';
import { targetsOf, type TargetRow } from '../../data/targets/targets.ts';
import type { Share } from '../../domain/projects/credit.ts';
import { spanOf } from '../../domain/days/day.ts';
import { fromScaled, multiply, toScaled, type Decimal } from '../../domain/exact/decimal.ts';
import { rateFor } from '../../domain/exact/exchange.ts';
import { fieldOf, type Field } from '../../domain/ledgers/field.ts';
import { convert, measureOf, type Currency } from '../../domain/exact/measure.ts';
import type { Filter, ScoreRule, Tier } from '../../domain/scoring/scheme.ts';
import type { Book } from '../book/book.ts';
import { BY_CREDIT, firstMonth, withinMonths, type Counting } from '../records/counted.ts';
import { measureCurrencyOf, UNITS } from '../records/counted-amounts.ts';
import { fieldNamed, ledgerNamed, selectionOf } from '../records/query.ts';
import { ratesInForce } from '../records/rates.ts';
import { versionFor } from '../progress/year-targets.ts';
import {
  type LedgerSource,
  type Owned,
  type LeftOutRecord,
  type GatheredScoreSource,
  WEIGHT_PLACES,
  WHOLE_WEIGHT,
  type SourceAmount,
} from './score-owned.ts';
import {
  type PostHolders,
  postHolders,
  type RecordOwner,
  namesIn,
  recordOwner,
} from './score-owners.ts';

export interface Sources {
  readonly book: Book;
  readonly year: number;
  readonly firstMonth: number;
  gathered(source: LedgerSource, rule: ScoreRule, people: boolean): GatheredScoreSource;
  /** by item, unit and person */
  events(): ReadonlyMap<string, readonly EventRow[]>;
  /**
   * by unit; a closed month keeps the targets that it was closed with, so that its scores and its
   * bulletin measure alike
   */
  targets(indicator: number, month: number): ReadonlyMap<number, TargetRow>;
  posts(): PostHolders;
  /** `make`, once for everything under one name */
  once<T>(name: string, make: () => T): T;
}

export function openSources(book: Book, year: number): Sources {
  const made = new Map<string, unknown>();
  const once = <T>(name: string, make: () => T): T => {
    if (!made.has(name)) made.set(name, make());
    return made.get(name) as T;
  };
  const sources: Sources = {
    book,
    year,
    firstMonth: firstMonth(book),
    once,
    gathered: (source, rule, people) => {
      const tiers = rule.kind === 'tiered' ? rule.tiers : [];
      return once(
        `gathered ${people} ${JSON.stringify([source, tiers.map((tier) => tier.only)])}`,
        () => gather(sources, source, tiers, people),
      );
    },
    events: () =>
      once('events', () =>
        Map.groupBy(eventsOf(book.db, year), (event) =>
          eventKey(event.item, event.unit, event.person),
        ),
      ),
    targets: (indicator, month) => {
      const version = once(`version ${month}`, () => versionFor(book, year, month));
      return once(
        `targets ${indicator} ${version?.id ?? ''}`,
        () =>
          new Map(
            (version === null ? [] : targetsOf(book.db, version.id, indicator)).map((row) => [
              row.unit,
              row,
            ]),
          ),
      );
    },
    posts: () => once('posts', () => postHolders(postTerms(book.db))),
  };
  return sources;
}
export const eventKey = (item: string, unit: number, person: string | null): string =>
  `${item}|${unit}|${person ?? ''}`;

/**
 * Sources of one ledger that differ in their filters alone share the reading of its rows; each then
 * asks which of them it means.
 */
function gather(
  sources: Sources,
  source: LedgerSource,
  tiers: readonly Tier[],
  people: boolean,
): GatheredScoreSource {
  const { book, year } = sources;
  const { filters, ...bare } = source;
  const all = sources.once(`all ${people} ${JSON.stringify(bare)}`, () =>
    readOwned(sources, bare, people),
  );
  const ids = (more: readonly Filter[]): ReadonlySet<number> =>
    idsOfSelection(
      book.db,
      selectionOf(
        withinMonths(book, sourceCountingOf({ ...bare, filters: more }, sources, people), year, 12),
        book.db,
      ),
    );
  const chosen = filters.length === 0 ? null : ids(filters);
  const meeting = tiers.map((tier) =>
    tier.only.length === 0 ? null : ids([...filters, ...tier.only]),
  );
  if (chosen === null && meeting.every((one) => one === null)) return all;
  const meets = (id: number): readonly number[] =>
    meeting.flatMap((one, at) => (one?.has(id) === true ? [at] : []));
  const owned = new Map(
    [...all.owned].map(([name, whole]) => {
      const own = chosen === null ? whole : whole.filter((one) => chosen.has(one.record.id));
      return [
        name,
        meeting.every((one) => one === null)
          ? own
          : own.map((one): Owned => ({
              ...one,
              record: { ...one.record, meets: meets(one.record.id) },
            })),
      ] as const;
    }),
  );
  return { owned, left: chosen === null ? all.left : all.left.filter((one) => chosen.has(one.id)) };
}

/** Of people a ledger need not name the unit whose they are. */
export function sourceCountingOf(
  { ledger: code, filters, sum, by, date, measure }: LedgerSource,
  { book }: Sources,
  people: boolean,
): Counting {
  const unit = people
    ? (ledgerNamed(code, book.db).fields.find((field) => field.kind === 'unit')?.code ?? BY_CREDIT)
    : by;
  return {
    counted: { ledger: code, filters: [...filters], sum, unit, date },
    measure,
    kind: 'flow',
  };
}

function readOwned(
  sources: Sources,
  bare: Omit<LedgerSource, 'filters'>,
  people: boolean,
): GatheredScoreSource {
  const { book, year } = sources;
  const source = { ...bare, filters: [] };
  const ledger = ledgerNamed(source.ledger, book.db);
  const [value = null, date = null] = [source.sum, source.date].map((code) =>
    code === null ? null : fieldNamed(ledger, code),
  );
  const currency =
    value?.kind === 'money' && typeof value.currency !== 'string'
      ? fieldNamed(ledger, value.currency.field)
      : null;
  const columns = {
    value,
    currency,
    owner: source.by === BY_CREDIT ? null : fieldOf(ledger, source.by),
    date,
    units: people ? ledger.fields.filter((field) => field.kind === 'unit') : [],
  };
  const rows = scoreRows(
    book.db,
    selectionOf(withinMonths(book, sourceCountingOf(source, sources, people), year, 12), book.db),
    columns,
  );
  const [owners, amount] = [ownersOf(sources, source), amountsOf(sources, value, source.measure)];
  const [found, left] = [new Map<string, Owned[]>(), [] as LeftOutRecord[]];
  for (const row of rows) {
    const figure = amount(row);
    const until =
      row.date === null ? '' : row.date.length === 10 ? row.date : spanOf(row.date).last;
    if (figure === 'no rate') {
      // a source in dollars leaves out yuan by its nature
      if (measureCurrencyOf(source.measure) === 'CNY')
        left.push({ id: row.id, until, why: 'rate' });
      continue;
    }
    const whose = owners(row).filter((owner) => owner.name !== '');
    if (whose.length === 0) left.push({ id: row.id, until, why: 'nobody' });
    for (const owner of whose) {
      const one = ownedRecord(source, row, owner, figure, until);
      const before = found.get(owner.name);
      if (before === undefined) found.set(owner.name, [one]);
      else before.push(one);
    }
  }
  return { owned: found, left };
}
const NONE: readonly number[] = [];

/** A record, or the share of it that is the owner's. */
function ownedRecord(
  source: LedgerSource,
  row: ScoreRow,
  owner: RecordOwner,
  figure: SourceAmount | null,
  until: string,
): Owned {
  const whole = source.sum === null ? WHOLE_WEIGHT : (figure?.scaled ?? 0n);
  return {
    record: {
      ledger: source.ledger,
      id: row.id,
      name: `${row.name}${figure?.words ?? ''}${owner.post === null ? '' : `（${owner.post}）`}`,
      value: figure?.value ?? null,
      share: owner.percent,
      meets: NONE,
      panel: null,
      note: null,
    },
    until,
    weight:
      owner.percent === '100' ? whole : (whole * toScaled(owner.percent, 4).scaled) / 1_000_000n,
    units: row.units,
  };
}

/**
 * Projects and arrivals by their credits; else the names in the cell: several people stand in one
 * (张三、李四), and a post is whoever holds it.
 */
function ownersOf(
  sources: Sources,
  source: LedgerSource,
): (row: ScoreRow) => readonly RecordOwner[] {
  if (source.by === BY_CREDIT) {
    const { book } = sources;
    const shares = sources.once<ReadonlyMap<number, readonly Share[]>>(
      `shares ${source.ledger}`,
      () => (source.ledger === 'arrival' ? sharesByArrival(book.db) : sharesByProject(book.db)),
    );
    return (row) =>
      (shares.get(row.id) ?? []).map(({ unit, percent }) => ({ name: unit, percent, post: null }));
  }
  const posts = sources.posts();
  const isUnit = fieldOf(ledgerNamed(source.ledger, sources.book.db), source.by).kind === 'unit';
  return (row) =>
    (isUnit ? [row.owner] : namesIn(row.owner)).map((name) =>
      recordOwner(posts, name, row.units, row.date === null ? null : spanOf(row.date).first),
    );
}

/**
 * Rows' figures in the source's measure, amounts in other currencies by the office's rates; those
 * without a rate are told apart. Equal figures are converted once.
 */
function amountsOf(
  { book, year }: Sources,
  field: Field | null,
  measure: string,
): (row: ScoreRow) => SourceAmount | 'no rate' | null {
  const known = new Map<bigint, SourceAmount | null>();
  const rates = ratesInForce(book.db);
  const own = measureCurrencyOf(measure);
  const made = (value: Decimal | null, words: string): SourceAmount | null =>
    value === null ? null : { value, scaled: toScaled(value, WEIGHT_PLACES).scaled, words };
  return ({ value: stored, currency, date }) => {
    if (stored === null || field === null) return null;
    if (currency !== null && currency !== own) {
      const rate = own === 'CNY' ? rateFor(rates, { currency, date }, year) : null;
      const amount = amountOf(field, stored, measure);
      return rate === null || amount === null
        ? 'no rate'
        : made(
            multiply(amount, rate),
            `（${amount}${measure.replace(/元$/, '')}${UNITS[currency as Currency]}×${rate}）`,
          );
    }
    const before = known.get(stored);
    if (before !== undefined) return before;
    const one = made(amountOf(field, stored, measure), '');
    known.set(stored, one);
    return one;
  };
}

function amountOf(field: Field, stored: bigint, measure: string): Decimal | null {
  const to = measureOf(measure);
  if (to === null) return null;
  // of money in tens, hundreds or thousands of its 元 the point alone moves
  if (field.kind === 'money' && to.dimension === 'money')
    return plain(fromScaled(stored, 1 + to.times.length));
  const from = field.kind === 'decimal' ? measureOf(field.measure) : null;
  return field.kind === 'decimal' && from !== null
    ? convert(fromScaled(stored, field.scale), from, to)
    : null;
}
const plain = (value: Decimal): Decimal => value.replace(/\.?0+$/, '');
