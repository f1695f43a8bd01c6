/**
 * Talks with investors (洽谈), of leads and of projects, with the answers that are owed; and
 * promotion events, planned and held.
 */
import type { PromotionEvent, Talk } from '../../../preload/contract/project-life.ts';
import type { Saved } from '../../../preload/contract/records.ts';
import {
  presentIds,
  promotionEvents,
  talksOfLead,
  talksOfProject,
  type TalkRow,
} from '../../data/projects/project-life.ts';
import { spanOf, type Day } from '../../domain/days/day.ts';
import { Fault } from '../../domain/fault.ts';
import type { Value } from '../../domain/ledgers/field.ts';
import { command, todayOf, type Area, type Book } from '../book/book.ts';
import { dayTyped, refuseReversed, requiredValue, unitTyped } from '../records/typed-parts.ts';
import { textOrNull } from '../../domain/read/text.ts';
import { ledgerNamed, storedRow } from '../records/query.ts';

const AREAS: readonly Area[] = ['lead', 'project'];

export interface TalkInput {
  readonly id: number | null;
  readonly lead: number | null;
  readonly project: number | null;
  readonly date: Value;
  readonly place: Value;
  readonly who: Value;
  readonly partner: Value;
  readonly content: string;
  readonly nextStep: Value;
  readonly answerBy: Value;
  readonly answered: Value;
}

/** @throws Fault value.required, value.unreadable, stage.backwards, record.missing */
export function saveTalk(book: Book, input: TalkInput): Saved {
  if ((input.lead === null) === (input.project === null))
    throw new Fault('value.required', { field: '线索或项目' });
  return command(book, input.id === null ? '登记洽谈' : '修改洽谈', AREAS, (writing) => {
    const { db } = writing;
    storedRow(
      db,
      ledgerNamed(input.lead === null ? 'project' : 'lead'),
      input.lead ?? input.project ?? 0,
    );
    const [date, answerBy, answered] = [
      dayTyped(book, db, '洽谈时间', input.date),
      dayTyped(book, db, '答复时限', input.answerBy),
      dayTyped(book, db, '答复时间', input.answered),
    ];
    refuseReversed({ label: '洽谈', day: date }, { label: '答复时限', day: answerBy });
    refuseReversed({ label: '洽谈', day: date }, { label: '答复', day: answered });
    const row = {
      lead_id: input.lead,
      project_id: input.project,
      date,
      place: textOrNull(input.place),
      who: textOrNull(input.who),
      partner: textOrNull(input.partner),
      content: requiredValue('洽谈内容', input.content),
      next_step: textOrNull(input.nextStep),
      answer_by: answerBy,
      answered,
    };
    if (input.id !== null && !presentIds(db, 'talk', [input.id]).has(input.id))
      throw new Fault('record.missing', { id: input.id });
    const id = input.id ?? writing.insert('talk', row);
    if (input.id !== null) writing.update('talk', id, row);
    return { change: writing.change, ids: [id] };
  });
}

export const removeTalk = (book: Book, id: number): Saved =>
  removeRow(book, 'talk', id, '删除洽谈');

function removeRow(
  book: Book,
  table: 'talk' | 'promotion_event',
  id: number,
  label: string,
): Saved {
  return command(book, label, AREAS, (writing) => {
    if (!presentIds(writing.db, table, [id]).has(id)) throw new Fault('record.missing', { id });
    writing.remove(table, id);
    return { change: writing.change, ids: [id] };
  });
}

const past = (day: Day | null, today: Day): boolean => day !== null && spanOf(day).last < today;

function talkOf(row: TalkRow, today: Day): Talk {
  return {
    id: row.id,
    of: row.lead_id === null ? 'project' : 'lead',
    date: row.date,
    place: row.place,
    who: row.who,
    partner: row.partner,
    content: row.content,
    nextStep: row.next_step,
    answerBy: row.answer_by,
    answered: row.answered,
    overdue: row.answered === null && past(row.answer_by, today),
  };
}

export const talksOf = (book: Book, project: number): readonly Talk[] =>
  talksOfProject(book.db, project).map((row) => talkOf(row, todayOf(book)));
export const leadTalks = (book: Book, lead: number): readonly Talk[] =>
  talksOfLead(book.db, lead).map((row) => talkOf(row, todayOf(book)));

export interface PromotionInput {
  readonly id: number | null;
  readonly name: string;
  readonly planned: Value;
  readonly held: Value;
  readonly place: Value;
  readonly unit: Value;
  readonly leader: Value;
  readonly guests: Value;
  readonly result: Value;
  readonly remark: Value;
}

/** @throws Fault value.required, value.unreadable, unit.unknown, record.missing */
export function savePromotion(book: Book, input: PromotionInput): Saved {
  return command(book, input.id === null ? '登记招商活动' : '修改招商活动', AREAS, (writing) => {
    const { db } = writing;
    const row = {
      name: requiredValue('活动名称', input.name),
      planned: dayTyped(book, db, '计划时间', input.planned),
      held: dayTyped(book, db, '举办时间', input.held),
      place: textOrNull(input.place),
      unit_id: unitTyped(db, input.unit),
      leader: textOrNull(input.leader),
      guests: textOrNull(input.guests),
      result: textOrNull(input.result),
      remark: textOrNull(input.remark),
    };
    if (input.id !== null && !presentIds(db, 'promotion_event', [input.id]).has(input.id))
      throw new Fault('record.missing', { id: input.id });
    const id = input.id ?? writing.insert('promotion_event', row);
    if (input.id !== null) writing.update('promotion_event', id, row);
    return { change: writing.change, ids: [id] };
  });
}

export const removePromotion = (book: Book, id: number): Saved =>
  removeRow(book, 'promotion_event', id, '删除招商活动');

export function listPromotions(book: Book, year: number | null): readonly PromotionEvent[] {
  const today = todayOf(book);
  return promotionEvents(book.db, year).map((row) => ({
    ...row,
    overdue: row.held === null && past(row.planned, today),
  }));
}

export function promotionPage(
  book: Book,
  {
    year,
    offset,
    limit,
  }: { readonly year: number | null; readonly offset: number; readonly limit: number },
): { readonly events: readonly PromotionEvent[]; readonly all: number } {
  const events = listPromotions(book, year);
  return { events: events.slice(offset, offset + limit), all: events.length };
}
