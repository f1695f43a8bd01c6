/** Schemes by year and version, scores of a period with the reason of every point, trial runs, publication and objections. */
import type { Objection, Publication, SchemeVersion, ScoreSheet, TrialRow } from '../../preload/contract/scoring.ts';
import type { Saved } from '../../preload/contract/records.ts';
import { indicatorNamed } from '../data/indicators.ts';
import { hasObjection, newestScheme, objectionsTo, publicationsOf, publishedContent } from '../data/scoring.ts';
import { unitByName } from '../data/units.ts';
import { compare, subtract } from '../domain/decimal.ts';
import { Fault } from '../domain/fault.ts';
import { figureOf } from '../domain/indicator.ts';
import { readDay } from '../domain/read/day.ts';
import { problemsOf } from '../domain/scoring/check.ts';
import type { Reading } from '../domain/scoring/reading.ts';
import { sourcesOf, type Scheme } from '../domain/scoring/scheme.ts';
import { scoreGroup } from '../domain/scoring/score.ts';
import { command, now, type Area, type Book } from './book.ts';
import { entriesOf, readerOf, type Period } from './score-readings.ts';

const AREAS: readonly Area[] = ['score'];

export function schemeOf(book: Book, year: number): SchemeVersion | null {
  const row = newestScheme(book.db, year);
  return row === null ? null : { id: row.id, number: row.number, scheme: JSON.parse(row.content) as Scheme };
}

/** @throws Fault scheme.missing */
function inForce(book: Book, year: number): SchemeVersion {
  const version = schemeOf(book, year);
  if (version === null) throw new Fault('scheme.missing', { year });
  return version;
}

/** @throws Fault scheme.wrong with the first thing that does not fit */
function refuseWrong(book: Book, scheme: Scheme): void {
  const read = scheme.items.flatMap((item) => sourcesOf(item.rule)).flatMap((source) => (source.from === 'indicator' && indicatorNamed(book.db, source.indicator) === null ? [`没有指标“${source.indicator}”`] : []));
  const [problem] = [...problemsOf(scheme), ...read];
  if (problem !== undefined) throw new Fault('scheme.wrong', { problem });
}

/** Writes the year's next version. @throws Fault scheme.wrong */
export function saveScheme(book: Book, scheme: Scheme): SchemeVersion {
  refuseWrong(book, scheme);
  const number = (newestScheme(book.db, scheme.year)?.number ?? 0) + 1;
  command(book, `保存${scheme.year}年考核办法`, AREAS, (writing) => writing.insert('scheme', { year: scheme.year, number, name: scheme.name, content: JSON.stringify(scheme) }));
  return inForce(book, scheme.year);
}

function compute(book: Book, scheme: Scheme, period: Period): ScoreSheet['groups'] {
  return scheme.groups.map((group) => {
    const entries = entriesOf(book, group);
    const items = scheme.items.filter((item) => group.items.includes(item.code)).map((item) => ({ code: item.code, readers: sourcesOf(item.rule).map((source) => readerOf(book, scheme, item, source, group.of === 'people', period)) }));
    const entrants = entries.map((entry) => ({ subject: entry, readings: new Map(items.map(({ code, readers }): [string, readonly Reading[]] => [code, readers.map((read) => read(entry))])) }));
    return { name: group.name, scores: scoreGroup(scheme, group, entrants) };
  });
}

/** As the figures stand now. @throws Fault scheme.missing */
export function scoreSheet(book: Book, period: Period): ScoreSheet {
  const { id, scheme } = inForce(book, period.year);
  return { scheme: id, name: scheme.name, groups: compute(book, scheme, period) };
}

/** What another scheme would give, beside the one in force; largest change first. */
export function trial(book: Book, { year, month, scheme }: Period & { readonly scheme: Scheme }): readonly TrialRow[] {
  refuseWrong(book, scheme);
  const current = schemeOf(book, year);
  const before = new Map((current === null ? [] : compute(book, current.scheme, { year, month })).flatMap((group) => group.scores.map((score) => [score.key, score] as const)));
  const rows = compute(book, scheme, { year, month }).flatMap((group) => group.scores.map((after): TrialRow => {
    const old = before.get(after.key);
    const items = after.items.flatMap((item) => {
      const was = old?.items.find((one) => one.item === item.item)?.points ?? null;
      return was === item.points ? [] : [{ name: item.name, before: was, after: item.points, reason: item.reason }];
    });
    return { group: group.name, name: after.name, before: old === undefined ? null : { total: old.total, place: old.place }, after: { total: after.total, place: after.place }, difference: old === undefined ? null : subtract(after.total, old.total), items };
  }));
  const size = (row: TrialRow): string => (row.difference ?? '0').replace('-', '');
  return [...rows].sort((a, b) => compare(size(b), size(a)));
}

function dayFrom(text: string, field: string, year: number): string {
  const read = readDay(text, { year });
  if (read.kind !== 'value') throw new Fault('value.unreadable', { field, seen: text.trim(), want: `年月日，如${year}年3月5日` });
  return read.value;
}

export interface EventInput {
  readonly year: number;
  readonly item: string;
  readonly unit: string;
  readonly person: string | null;
  readonly date: string;
  readonly value: string;
  readonly panel: string | null;
  readonly reason: string;
  readonly proposer: string | null;
  readonly approval: string | null;
  readonly document: string | null;
}
/** @throws Fault scheme.missing, scheme.wrong, unit.unknown, score.vetoNeeds, value.unreadable */
export function addEvent(book: Book, input: EventInput): Saved {
  const item = inForce(book, input.year).scheme.items.find((one) => one.code === input.item);
  if (item === undefined || !sourcesOf(item.rule).some((source) => source.from === 'events')) throw new Fault('scheme.wrong', { problem: `考核项“${input.item}”不记事项` });
  const unit = unitByName(book.db, input.unit);
  if (unit === null) throw new Fault('unit.unknown', { name: input.unit });
  const lacking = [...(input.proposer === null ? ['提请单位'] : []), ...(input.approval === null ? ['批准人'] : []), ...(input.document === null ? ['文号'] : [])];
  if (item.rule.kind === 'veto' && lacking.length > 0) throw new Fault('score.vetoNeeds', { what: lacking.join('、') });
  const { rule } = item;
  if (rule.kind === 'manual' && !rule.panels.some((panel) => panel.name === input.panel)) throw new Fault('scheme.wrong', { problem: `“${item.name}”由${rule.panels.map((panel) => panel.name).join('、')}打分，没有“${input.panel ?? '空'}”` });
  const { year, person, panel, reason, proposer, approval, document } = input;
  const row = { year, item: item.code, unit_id: unit.id, person, date: dayFrom(input.date, '日期', year), value: figureOf(input.value), panel, reason, proposer, approval, document };
  return command(book, `${item.name}：${input.unit}${input.reason}`, AREAS, (writing) => ({ ids: [writing.insert('score_event', row)], change: writing.change }));
}

/** Freezes the scores as they stand. */
export function publish(book: Book, { year, month, note }: Period & { readonly note: string | null }): Publication {
  const sheet = scoreSheet(book, { year, month });
  const id = command(book, `公布${year}年${month}月得分`, AREAS, (writing) => writing.insert('score_publication', { year, month, scheme_id: sheet.scheme, at: now(book), who: book.who, note, content: JSON.stringify(sheet) }));
  const done = publicationsOf(book.db, year).find((one) => one.id === id);
  if (done === undefined) throw new Fault('record.missing', { id });
  return done;
}
export const publications = (book: Book, year: number): readonly Publication[] => publicationsOf(book.db, year);

export function published(book: Book, id: number): { readonly sheet: ScoreSheet; readonly objections: readonly Objection[] } {
  const content = publishedContent(book.db, id);
  if (content === null) throw new Fault('record.missing', { id });
  return { sheet: JSON.parse(content) as ScoreSheet, objections: objectionsTo(book.db, id) };
}

/** The published score stays; the objection stands beside it. @throws Fault record.missing, value.unreadable */
export function raiseObjection(book: Book, input: { readonly publication: number; readonly subject: string; readonly item: string | null; readonly objection: string; readonly date: string }): Saved {
  const { sheet } = published(book, input.publication);
  if (!sheet.groups.some((group) => group.scores.some((score) => score.name === input.subject))) throw new Fault('unit.unknown', { name: input.subject });
  const raised = dayFrom(input.date, '申诉日期', book.clock().getFullYear());
  return command(book, `${input.subject}申诉`, AREAS, (writing) => ({ ids: [writing.insert('score_objection', { publication_id: input.publication, subject: input.subject, item: input.item, objection: input.objection, raised_on: raised, outcome: null, decided_on: null, decided_by: null })], change: writing.change }));
}

export function decideObjection(book: Book, input: { readonly objection: number; readonly outcome: string; readonly date: string; readonly by: string }): Saved {
  if (!hasObjection(book.db, input.objection)) throw new Fault('record.missing', { id: input.objection });
  const decided = dayFrom(input.date, '答复日期', book.clock().getFullYear());
  return command(book, '答复申诉', AREAS, (writing) => {
    writing.update('score_objection', input.objection, { outcome: input.outcome, decided_on: decided, decided_by: input.by });
    return { ids: [input.objection], change: writing.change };
  });
}
