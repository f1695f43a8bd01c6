/**
 * What people enter under a scheme's items, who holds which post, and objections to published
 * scores.
 */
import type { ScoreEvent } from '../../domain/scoring/event.ts';
import type { Saved } from '../../../preload/contract/records.ts';
import { eventExists, eventsOf, hasObjection, postTerms } from '../../data/scoring/scoring.ts';
import { allUnits, unitByName } from '../../data/units/units.ts';
import { daysAfter } from '../../domain/tasks/deadline.ts';
import {
  compare,
  divide,
  fromScaled,
  multiply,
  sum,
  trim,
  type Decimal,
} from '../../domain/exact/decimal.ts';
import { Fault } from '../../domain/fault.ts';
import { indicatorFigureOf } from '../../domain/targets/indicator.ts';
import { readDay } from '../../domain/read/day.ts';
import { eventPartsOf, sourcesOf } from '../../domain/scoring/scheme.ts';
import type { PostTerm } from '../../domain/scoring/post.ts';
import { command, type Area, type Book } from '../book/book.ts';
import { schemeInForce } from './schemes.ts';
import { publishedScores } from './scores.ts';

const AREAS: readonly Area[] = ['score'];

/** A full day. @throws Fault value.unreadable */
function dayFrom(text: string, field: string, year: number): string {
  const read = readDay(text, { year });
  if (read.kind !== 'value' || read.value.length < 10)
    throw new Fault('value.unreadable', {
      field,
      seen: text.trim(),
      want: `年月日，如${year}年3月5日`,
    });
  return read.value;
}

/** @throws Fault unit.unknown */
function unitId(book: Book, name: string): number {
  const unit = unitByName(book.db, name);
  if (unit === null) throw new Fault('unit.unknown', { name });
  return unit.id;
}

const isBetween = (value: Decimal, least: Decimal, most: Decimal): boolean =>
  compare(value, least) >= 0 && compare(value, most) <= 0;

/** As typed, for a year. */
export type EventInput = Omit<ScoreEvent, 'id'> & { readonly year: number };
/** @throws Fault scheme.missing, scheme.wrong, unit.unknown, score.vetoNeeds, value.unreadable */
export function addEvent(book: Book, input: EventInput): Saved {
  const item = schemeInForce(book, input.year).scheme.items.find((one) => one.code === input.item);
  if (item === undefined || !sourcesOf(item.rule).some((source) => source.from === 'events'))
    throw new Fault('scheme.wrong', { problem: `考核项“${input.item}”不记事项` });
  const unit = unitId(book, input.unit);
  const lacking = [
    ...(input.proposer === null ? ['提请单位'] : []),
    ...(input.approval === null ? ['批准人'] : []),
    ...(input.document === null ? ['文号'] : []),
  ];
  if (item.rule.kind === 'veto' && lacking.length > 0)
    throw new Fault('score.vetoNeeds', { what: lacking.join('、') });
  const { rule } = item;
  if (rule.kind === 'manual' && !rule.panels.some((panel) => panel.name === input.panel))
    throw new Fault('scheme.wrong', {
      problem: `“${item.name}”由${rule.panels.map((panel) => panel.name).join('、')}打分，没有“${input.panel ?? '空'}”`,
    });
  if (rule.kind === 'manual') {
    // of a panel that scores out of 100, its percent makes the item's points of it
    const percent = sum(rule.panels.map((panel) => panel.percent));
    const most = divide(multiply(item.points, '100'), percent, 6);
    if (most !== null && !isBetween(input.value, '0', most))
      throw new Fault('scheme.wrong', {
        problem: `“${item.name}”最多打${trim(most)}分，打的是${input.value}分`,
      });
  }
  const parts = eventPartsOf(rule);
  if (parts.length > 0 && !parts.some((one) => one === input.part))
    throw new Fault('scheme.wrong', {
      problem: `“${item.name}”分${parts.join('、')}，请选这件事算哪一种`,
    });
  const { year, person, panel, reason, proposer, approval, document } = input;
  const row = {
    year,
    item: item.code,
    part: parts.length > 0 ? input.part : null,
    unit_id: unit,
    person,
    date: dayFrom(input.date, '日期', year),
    value: indicatorFigureOf(input.value),
    panel,
    reason,
    proposer,
    approval,
    document,
  };
  return command(book, `${item.name}：${input.unit}${input.reason}`, AREAS, (writing) => ({
    ids: [writing.insert('score_event', row)],
    change: writing.change,
  }));
}

/** What was published keeps it. @throws Fault record.missing */
export function dropEvent(
  book: Book,
  { id, reason }: { readonly id: number; readonly reason: string },
): Saved {
  if (!eventExists(book.db, id)) throw new Fault('record.missing', { id });
  return command(book, `撤销考核事项：${reason}`, AREAS, (writing) => {
    writing.remove('score_event', id);
    return { ids: [id], change: writing.change };
  });
}

export function listEvents(book: Book, year: number): readonly ScoreEvent[] {
  const names = new Map(allUnits(book.db).map((unit) => [unit.id, unit.name]));
  return eventsOf(book.db, year).map(({ unit, value, ...event }) => ({
    ...event,
    unit: names.get(unit) ?? '',
    value: trim(fromScaled(value, 6)),
  }));
}

export const listPosts = (book: Book): readonly PostTerm[] => postTerms(book.db);

/**
 * @throws Fault unit.unknown, value.unreadable; post.earlier where someone took the post over on
 * that day or later
 */
export function handPost(
  book: Book,
  input: {
    readonly unit: string;
    readonly post: string;
    readonly person: string;
    readonly since: string;
  },
): Saved {
  const [unit, since] = [
    unitId(book, input.unit),
    dayFrom(input.since, '到任日期', book.clock().getFullYear()),
  ];
  const terms = postTerms(book.db).filter(
    (term) => term.unit === input.unit && term.post === input.post,
  );
  const later = terms.find((term) => term.since >= since);
  if (later !== undefined)
    throw new Fault('post.earlier', {
      post: input.unit + input.post,
      person: later.person,
      since: later.since,
    });
  return command(book, `${input.unit}${input.post}由${input.person}接任`, AREAS, (writing) => {
    const last = terms.at(-1);
    if (last !== undefined && (last.until === null || last.until >= since))
      writing.update('post_term', last.id, { until: daysAfter(since, -1) });
    const id = writing.insert('post_term', {
      unit_id: unit,
      post: input.post,
      person: input.person,
      since,
      until: null,
    });
    return { ids: [id], change: writing.change };
  });
}

/**
 * The published score stays; the objection stands beside it. @throws Fault record.missing,
 * unit.unknown, value.unreadable
 */
export function raiseObjection(
  book: Book,
  input: {
    readonly publication: number;
    readonly subject: string;
    readonly item: string | null;
    readonly objection: string;
    readonly date: string;
  },
): Saved {
  const { sheet } = publishedScores(book, input.publication);
  if (!sheet.groups.some((group) => group.scores.some((score) => score.name === input.subject)))
    throw new Fault('unit.unknown', { name: input.subject });
  const raised = dayFrom(input.date, '申诉日期', book.clock().getFullYear());
  return command(book, `${input.subject}申诉`, AREAS, (writing) => ({
    ids: [
      writing.insert('score_objection', {
        publication_id: input.publication,
        subject: input.subject,
        item: input.item,
        objection: input.objection,
        raised_on: raised,
        outcome: null,
        decided_on: null,
        decided_by: null,
      }),
    ],
    change: writing.change,
  }));
}

/** @throws Fault record.missing, value.unreadable */
export function decideObjection(
  book: Book,
  input: {
    readonly objection: number;
    readonly outcome: string;
    readonly date: string;
    readonly by: string;
  },
): Saved {
  if (!hasObjection(book.db, input.objection))
    throw new Fault('record.missing', { id: input.objection });
  const decided = dayFrom(input.date, '答复日期', book.clock().getFullYear());
  return command(book, '答复申诉', AREAS, (writing) => {
    writing.update('score_objection', input.objection, {
      outcome: input.outcome,
      decided_on: decided,
      decided_by: input.by,
    });
    return { ids: [input.objection], change: writing.change };
  });
}
