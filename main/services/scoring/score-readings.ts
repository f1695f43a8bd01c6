/**
 * What the items of a scheme read of each unit or person in a period: figures with the records
 * behind them.
 */
import type { ParsedQuery, Row } from '../../../preload/contract/records.ts';
import { rulesOf } from '../progress/progress-rules.ts';
import { courseOf } from '../progress/year-targets.ts';
import { closeOf } from '../../data/progress/closes.ts';
import { indicatorNamed } from '../../data/targets/indicators.ts';
import type { Reader } from '../../data/open.ts';
import { movedOn } from '../../data/tasks/states.ts';
import { allUnits } from '../../data/units/units.ts';
import { absentUnits } from '../../data/units/year-units.ts';
import { monthSpan } from '../../domain/days/assessment-year.ts';
import { spanOf, type Day } from '../../domain/days/day.ts';
import { deadlineOf, deedOf, type Deed } from '../../domain/tasks/deadline.ts';
import { fromScaled, sum, trim } from '../../domain/exact/decimal.ts';
import { Fault } from '../../domain/fault.ts';
import { indicatorFigureText, type IndicatorFigure } from '../../domain/targets/indicator.ts';
import type { Ledger } from '../../domain/ledgers/field.ts';
import { isDone } from '../../domain/ledgers/own-definition.ts';
import { dueOf } from '../../domain/progress/pace.ts';
import type { Reading, ReadRecord, Subject } from '../../domain/scoring/reading.ts';
import {
  eventPartsOf,
  type Item,
  type Scheme,
  type ScoreSource,
} from '../../domain/scoring/scheme.ts';
import { planOf } from '../../domain/targets/target-plan.ts';
import { todayOf } from '../book/book.ts';
import { countedFigures } from '../records/counted.ts';
import { monthFigures } from '../progress/month-figures.ts';
import { allRows, fieldNamed, ledgerNamed } from '../records/query.ts';
import { eventKey, type Sources } from './score-sources.ts';
import { namesIn, recordOwner } from './score-owners.ts';
import { weightOf } from './score-owned.ts';

/** A unit, or a person of one. */
export interface Entry extends Subject {
  readonly unit: number;
  readonly unitName: string;
  /**
   * whether another person of the scheme has the same name: then a record must name the unit too
   */
  readonly namesake: boolean;
  readonly person: boolean;
}
type Read = (entry: Entry) => Reading;
const BARE: Omit<Reading, 'value' | 'records'> = {
  target: null,
  bare: true,
  down: false,
  measure: '',
};

/**
 * The answer reads any number of entries at the end of the month. @throws Fault scheme.wrong,
 * indicator.definition, filter.unreadable
 */
export function readerOf(
  sources: Sources,
  item: Item,
  source: ScoreSource,
  people: boolean,
  month: number,
  part: string | null = null,
): Read {
  switch (source.from) {
    case 'indicator':
      return indicatorReader(sources, source, month);
    case 'ledger':
      return ledgerReader(sources, item, source, people, month);
    case 'overdue':
      return overdueReader(sources, source, month);
    case 'events':
      return eventReader(sources, item, month, part);
  }
}

function indicatorReader(
  sources: Sources,
  source: Extract<ScoreSource, { from: 'indicator' }>,
  month: number,
): Read {
  const { book, year } = sources;
  const indicator = sources.once(`indicator ${source.indicator}`, () =>
    indicatorNamed(book.db, source.indicator),
  );
  if (indicator === null)
    throw new Fault('scheme.wrong', { problem: `没有指标“${source.indicator}”` });
  const targets = sources.targets(indicator.id, month);
  const { stockPace } = rulesOf(book.db);
  // a count is exact until a close freezes it; then it is what the bulletin said
  const counted = sources.once(`counted ${indicator.id} ${month}`, () =>
    closeOf(book.db, year, month) === null ? countedFigures(book, indicator, year, month) : null,
  );
  const figures =
    counted === null
      ? sources.once(`figures ${indicator.id} ${month}`, () =>
          monthFigures(book, year, month, [indicator])(indicator),
        )
      : null;
  const text = (figure: IndicatorFigure | null | undefined): string | null =>
    figure == null ? null : indicatorFigureText(figure);
  return ({ unit }) => {
    const row = targets.get(unit);
    const target =
      source.against === null || row === undefined
        ? null
        : source.against === 'pace'
          ? row.assured === null
            ? null
            : dueOf(
                row.assured,
                month,
                courseOf(indicator.kind, { plan: planOf(row.plan), base: row.base }, stockPace),
              )
          : row[source.against];
    const value = counted === null ? text(figures?.get(unit)) : (counted.byUnit.get(unit) ?? '0');
    return {
      value,
      target: text(target),
      bare: source.against === null,
      down: indicator.direction === 'down',
      measure: indicator.measure,
      records: [],
    };
  };
}

function ledgerReader(
  sources: Sources,
  item: Item,
  source: Extract<ScoreSource, { from: 'ledger' }>,
  people: boolean,
  month: number,
): Read {
  const { owned } = sources.gathered(source, item.rule, people);
  const { last } = monthSpan(sources.year, month, sources.firstMonth);
  return (entry) => {
    const mine = (owned.get(entry.person ? entry.name : entry.unitName) ?? []).filter(
      (one) => one.until <= last && (!entry.namesake || one.units.includes(entry.unitName)),
    );
    return {
      ...BARE,
      value: weightOf(mine),
      measure: source.measure,
      records: mine.map((one) => one.record),
    };
  };
}

/** The period's last day, or today where it is not over. */
function lastDayOf({ book, year, firstMonth }: Sources, month: number): Day {
  const [today, { last }] = [todayOf(book), monthSpan(year, month, firstMonth)];
  return last < today ? last : today;
}

interface Late {
  readonly owner: string;
  readonly record: ReadRecord;
}

function overdueReader(
  sources: Sources,
  source: Extract<ScoreSource, { from: 'overdue' }>,
  month: number,
): Read {
  const late = sources.once(`overdue ${source.ledger} ${source.by} ${month}`, () =>
    Map.groupBy(lateOn(sources, source, lastDayOf(sources, month)), (one) => one.owner),
  );
  return (entry) => {
    const records = (late.get(entry.person ? entry.name : entry.unitName) ?? []).map(
      (one) => one.record,
    );
    return { ...BARE, value: String(records.length), measure: '件', records };
  };
}

/**
 * What was closed only after the day was still open on it; the duty is whoever's who held the post
 * on that day.
 */
function lateOn(
  sources: Sources,
  { ledger, by }: Extract<ScoreSource, { from: 'overdue' }>,
  day: Day,
): readonly Late[] {
  const query: ParsedQuery = { ledger, filters: [], search: '', sort: [], group: [] };
  const [rows, posts, known] = [
    sources.once(`rows ${ledger}`, () => allRows(sources.book, query)),
    sources.posts(),
    ledgerNamed(ledger, sources.book.db),
  ];
  const { fields, nameField } = known;
  const deedIn = sources.once(`deeds ${ledger}`, () => deedsOf(sources.book.db, known));
  const isUnit = fieldNamed(known, by).kind === 'unit';
  return rows.flatMap((row) => {
    const deed = deedIn(row);
    const since = typeof deed.closedOn === 'string' && spanOf(deed.closedOn).first > day;
    const at = deadlineOf(deed.closed && !since ? deed : { ...deed, closed: false }, day);
    if (at.is !== 'overdue') return [];
    const units = fields.flatMap((field) =>
      field.kind === 'unit' ? String(row[field.code] ?? '') : [],
    );
    const [name, owners] = [String(row[nameField] ?? ''), String(row[by] ?? '')];
    return (isUnit ? [owners] : namesIn(owners)).map((cell): Late => {
      const { name: owner, post } = recordOwner(posts, cell, units, day);
      return {
        owner,
        record: {
          ledger,
          id: row.id,
          name: post === null ? name : `${name}（${post}）`,
          value: null,
          share: '100',
          meets: [],
          panel: null,
          note: `${String(deed.deadline)}到期，至${day}未办结，超${-at.days}天`,
        },
      };
    });
  });
}

/**
 * The field of the deadline. @throws Fault scheme.wrong where users defined the ledger without one
 */
export function deadlineFieldOf({ label, own }: Ledger): string {
  if (own === undefined) return 'deadline';
  if (own.reminder === null)
    throw new Fault('scheme.wrong', {
      problem: `“${label}”没有设到期提醒，无法确定到期未办结的记录。请先在台账设计中选择截止日期`,
    });
  return own.reminder.deadline;
}

/** How a record of the ledger stands to its deadline. @throws Fault scheme.wrong */
function deedsOf(db: Reader, ledger: Ledger): (row: Row) => Deed {
  const { code, own } = ledger;
  if (own === undefined) return deedOf;
  const deadline = deadlineFieldOf(ledger);
  const closings = movedOn(db, code, own.status?.closed ?? []);
  return (row) => ({
    closed: isDone(own, row),
    deadline: typeof row[deadline] === 'string' ? row[deadline] : null,
    closedOn: closings.get(row.id) ?? null,
  });
}

/** Those entered up to the end of the month. */
function eventReader(sources: Sources, item: Item, month: number, part: string | null): Read {
  const ofParts = eventPartsOf(item.rule).length > 0;
  const [events, { last }] = [sources.events(), monthSpan(sources.year, month, sources.firstMonth)];
  return (entry) => {
    const mine = (
      events.get(eventKey(item.code, entry.unit, entry.person ? entry.name : null)) ?? []
    ).filter((event) => event.date <= last && (!ofParts || event.part === part));
    const records = mine.map((event): ReadRecord => {
      const papers = [
        event.proposer === null ? '' : `提请：${event.proposer}`,
        event.approval === null ? '' : `批准：${event.approval}`,
        event.document ?? '',
      ].filter((one) => one !== '');
      return {
        ledger: null,
        id: event.id,
        name: event.reason,
        value: trim(fromScaled(event.value, 6)),
        share: '100',
        meets: [],
        panel: event.panel,
        note: papers.length === 0 ? event.reason : `${event.reason}（${papers.join('，')}）`,
      };
    });
    return {
      ...BARE,
      value: sum(records.flatMap((record) => record.value ?? [])),
      measure: '次',
      records,
    };
  };
}

/** Units of a group, or the people of such units. */
export function entriesOf(sources: Sources, group: Scheme['groups'][number]): readonly Entry[] {
  const { book, year } = sources;
  const absent = sources.once('absent', () => absentUnits(book.db, year));
  const units = sources
    .once('units', () => allUnits(book.db))
    .filter(
      (unit) =>
        unit.kind !== 'county' &&
        !absent.has(unit.id) &&
        group.kinds.includes(unit.kind) &&
        (group.units.length === 0 || group.units.includes(unit.name)),
    );
  if (group.of === 'units')
    return units.map((unit) => ({
      key: `u${unit.id}`,
      name: unit.name,
      rank: null,
      unit: unit.id,
      unitName: unit.name,
      namesake: false,
      person: false,
    }));
  const byName = new Map(units.map((unit) => [unit.name, unit]));
  const all = sources.once('people', () =>
    allRows(book, { ledger: 'person', filters: [], search: '', sort: [], group: [] }),
  );
  const called = sources.once('names', () => Map.groupBy(all, (row) => row['name']));
  return all.flatMap((row): Entry[] => {
    const unit = byName.get(String(row['unit'] ?? ''));
    const name = String(row['name'] ?? '');
    return unit === undefined
      ? []
      : [
          {
            key: `p${row.id}`,
            name,
            rank: typeof row['rank_class'] === 'string' ? row['rank_class'] : null,
            unit: unit.id,
            unitName: unit.name,
            namesake: (called.get(name)?.length ?? 0) > 1,
            person: true,
          },
        ];
  });
}
