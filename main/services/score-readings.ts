/** What the items of a scheme read of each unit or person in a period: figures with the records behind them. */
import type { ParsedQuery, Row } from '../../preload/contract/records.ts';
import { figuresAt } from '../data/figures.ts';
import { indicatorNamed } from '../data/indicators.ts';
import { eventsUntil } from '../data/scoring.ts';
import { sharesByArrival, sharesByProject } from '../data/shares.ts';
import { targetsOf, versionInForce } from '../data/targets.ts';
import { allUnits } from '../data/units.ts';
import { monthSpan } from '../domain/assessment-year.ts';
import { dayOf, type Day } from '../domain/day.ts';
import { divide, fromScaled, multiply, sum, trim, type Decimal } from '../domain/decimal.ts';
import { Fault } from '../domain/fault.ts';
import { figureText } from '../domain/indicator.ts';
import { fieldOf, type Ledger } from '../domain/ledgers/field.ts';
import { convert, measureOf } from '../domain/measure.ts';
import { fenOfYuan, inMeasure } from '../domain/money.ts';
import type { Reading, ReadRecord, Subject } from '../domain/scoring/reading.ts';
import type { Filter, Item, Scheme, Source } from '../domain/scoring/scheme.ts';
import type { Book } from './book.ts';
import { BY_CREDIT, countedFigures, firstMonth, queryOf } from './counted.ts';
import { allRows, ledgerNamed } from './query.ts';
import { remind } from './reminders.ts';

/** A unit, or a person of one. */
export interface Entry extends Subject {
  readonly unit: number;
  readonly unitName: string;
  /** whether another person of the scheme has the same name: then a record must name the unit too */
  readonly namesake: boolean;
  readonly person: boolean;
}
export interface Period {
  readonly year: number;
  /** 1…12, the place in the assessment year */
  readonly month: number;
}
type Read = (entry: Entry) => Reading;
const BARE: Omit<Reading, 'value' | 'records'> = { target: null, bare: true, down: false, measure: '' };

/** Asks the book once per source; the answer reads any number of entries. @throws Fault scheme.wrong, indicator.definition, filter.unreadable */
export function readerOf(book: Book, scheme: Scheme, item: Item, source: Source, people: boolean, period: Period): Read {
  switch (source.from) {
    case 'indicator': return indicatorReader(book, source, period);
    case 'ledger': return ledgerReader(book, item, source, people, period);
    case 'overdue': return overdueReader(book, source, period);
    case 'events': return eventReader(book, scheme, item, period);
  }
}

function indicatorReader(book: Book, source: Extract<Source, { from: 'indicator' }>, { year, month }: Period): Read {
  const indicator = indicatorNamed(book.db, source.indicator);
  if (indicator === null) throw new Fault('scheme.wrong', { problem: `没有指标“${source.indicator}”` });
  const counted = countedFigures(book, indicator, year, month);
  const typed = new Map(counted === null ? figuresAt(book.db, year, month, indicator.id).map((row) => [row.unit, row.cumulative]) : []);
  const version = versionInForce(book.db, year);
  const targets = new Map((version === null ? [] : targetsOf(book.db, version.id, indicator.id)).map((row) => [row.unit, row]));
  return ({ unit }) => {
    const figure = typed.get(unit) ?? null;
    const target = source.against === null ? null : (targets.get(unit)?.[source.against] ?? null);
    const value = counted === null ? (figure === null ? null : figureText(figure)) : (counted.byUnit.get(unit) ?? '0');
    return { value, target: target === null ? null : figureText(target), bare: source.against === null, down: indicator.direction === 'down', measure: indicator.measure, records: [] };
  };
}

/** Whose a record is, with their percent of it. */
type Owners = (row: Row) => readonly { readonly name: string; readonly percent: Decimal }[];

function ledgerReader(book: Book, item: Item, source: Extract<Source, { from: 'ledger' }>, people: boolean, period: Period): Read {
  const ledger = ledgerNamed(source.ledger, book.db);
  const query = (more: readonly Filter[]): ParsedQuery => {
    const unit = people ? (ledger.fields.find((field) => field.kind === 'unit')?.code ?? BY_CREDIT) : source.by;
    return queryOf(book, { counted: { ledger: source.ledger, filters: [...source.filters, ...more], sum: source.sum, unit, date: source.date }, measure: source.measure, kind: 'flow' }, period.year, period.month, null);
  };
  const tiers = item.rule.kind === 'tiered' ? item.rule.tiers : [];
  const meeting = tiers.map((tier) => (tier.only.length === 0 ? null : new Set(allRows(book, query(tier.only)).map((row) => row.id))));
  const owners = ownersOf(book, source);
  const byName = new Map<string, { readonly row: Row; readonly record: ReadRecord }[]>();
  for (const row of allRows(book, query([]))) {
    const meets = meeting.flatMap((ids, at) => (ids?.has(row.id) === true ? [at] : []));
    for (const { name, percent } of owners(row)) {
      const record: ReadRecord = { ledger: source.ledger, id: row.id, name: String(row[ledger.nameField] ?? ''), value: valueOf(book, source, row), share: percent, meets, panel: null, note: null };
      const before = byName.get(name);
      if (before === undefined) byName.set(name, [{ row, record }]);
      else before.push({ row, record });
    }
  }
  return (entry) => {
    const mine = byName.get(entry.person ? entry.name : entry.unitName) ?? [];
    const records = mine.filter(({ row }) => !entry.namesake || namesUnit(ledger, row, entry.unitName)).map(({ record }) => record);
    const each = (record: ReadRecord): Decimal => divide(multiply(source.sum === null ? '1' : (record.value ?? '0'), record.share), '100', 16) ?? '0';
    return { ...BARE, value: trim(sum(records.map(each))), measure: source.measure, records };
  };
}

const namesUnit = (ledger: Ledger, row: Row, unit: string): boolean => ledger.fields.some((field) => field.kind === 'unit' && row[field.code] === unit);

function ownersOf(book: Book, source: Extract<Source, { from: 'ledger' }>): Owners {
  if (source.by === BY_CREDIT) {
    const shares = source.ledger === 'arrival' ? sharesByArrival(book.db) : sharesByProject(book.db);
    return (row) => (shares.get(row.id) ?? []).map(({ unit, percent }) => ({ name: unit, percent }));
  }
  // several people are written into one cell: 张三、李四
  return (row) => String(row[source.by] ?? '').split(/[、，,;；\s]+/).filter((name) => name !== '').map((name) => ({ name, percent: '100' }));
}

function valueOf(book: Book, source: Extract<Source, { from: 'ledger' }>, row: Row): Decimal | null {
  const value = source.sum === null ? null : row[source.sum];
  const [field, to] = [source.sum === null ? null : fieldOf(ledgerNamed(source.ledger, book.db), source.sum), measureOf(source.measure)];
  if (typeof value !== 'string' || field === null || to === null) return null;
  if (field.kind === 'money') return trim(inMeasure(fenOfYuan(value), to));
  const from = field.kind === 'decimal' ? measureOf(field.measure) : null;
  return from === null ? null : convert(value, from, to);
}

/** The period's last day, or today where it is not over. */
function lastDayOf(book: Book, { year, month }: Period): Day {
  const [clock, { last }] = [book.clock(), monthSpan(year, month, firstMonth(book))];
  const today = dayOf(clock.getFullYear(), clock.getMonth() + 1, clock.getDate());
  return last < today ? last : today;
}

function overdueReader(book: Book, source: Extract<Source, { from: 'overdue' }>, period: Period): Read {
  const day = lastDayOf(book, period);
  const rows = allRows(book, { ledger: source.ledger, filters: [], search: '', sort: [], group: [] });
  const late = rows.flatMap((row) => remind(source.ledger, row, day).filter((one) => one.days < 0).map((one) => ({ owner: String(row[source.by] ?? ''), one })));
  return (entry) => {
    const records = late.filter(({ owner }) => owner === (entry.person ? entry.name : entry.unitName)).map(({ one }): ReadRecord => ({ ledger: source.ledger, id: one.id, name: one.name, value: null, share: '100', meets: [], panel: null, note: `${one.deadline}到期，至${day}未办结，超${-one.days}天` }));
    return { ...BARE, value: String(records.length), measure: '件', records };
  };
}

/** Those entered up to the end of the period. */
function eventReader(book: Book, scheme: Scheme, item: Item, { year, month }: Period): Read {
  const events = eventsUntil(book.db, scheme.year, monthSpan(year, month, firstMonth(book)).last).filter((event) => event.item === item.code);
  return (entry) => {
    const mine = events.filter((event) => event.unit === entry.unit && event.person === (entry.person ? entry.name : null));
    const records = mine.map((event): ReadRecord => {
      const papers = [event.proposer === null ? '' : `提请：${event.proposer}`, event.approval === null ? '' : `批准：${event.approval}`, event.document ?? ''].filter((one) => one !== '');
      return { ledger: null, id: event.id, name: event.reason, value: trim(fromScaled(event.value, 6)), share: '100', meets: [], panel: event.panel, note: papers.length === 0 ? event.reason : `${event.reason}（${papers.join('，')}）` };
    });
    return { ...BARE, value: sum(records.flatMap((record) => record.value ?? [])), measure: '次', records };
  };
}

/** Units of a group, or the people of such units. */
export function entriesOf(book: Book, group: Scheme['groups'][number]): readonly Entry[] {
  const units = allUnits(book.db).filter((unit) => unit.kind !== 'county' && group.kinds.includes(unit.kind) && (group.units.length === 0 || group.units.includes(unit.name)));
  if (group.of === 'units') return units.map((unit) => ({ key: `u${unit.id}`, name: unit.name, rank: null, unit: unit.id, unitName: unit.name, namesake: false, person: false }));
  const byName = new Map(units.map((unit) => [unit.name, unit]));
  const all = allRows(book, { ledger: 'person', filters: [], search: '', sort: [], group: [] });
  return all.flatMap((row): Entry[] => {
    const unit = byName.get(String(row['unit'] ?? ''));
    const name = String(row['name'] ?? '');
    return unit === undefined ? [] : [{ key: `p${row.id}`, name, rank: typeof row['rank_class'] === 'string' ? row['rank_class'] : null, unit: unit.id, unitName: unit.name, namesake: all.filter((other) => other['name'] === name).length > 1, person: true }];
  });
}
