/**
 * A project's months: what was planned for one, what was done in it, and how far it is in words.
 */
import type { Saved } from '../../../preload/contract/records.ts';
import { monthsOf } from '../../data/projects/project-life.ts';
import type { Writing } from '../../data/write.ts';
import type { SqlRow } from '../../data/rows.ts';
import { Fault } from '../../domain/fault.ts';
import type { Value } from '../../domain/ledgers/field.ts';
import { fenOfYuan, type Fen } from '../../domain/exact/money.ts';
import { command, todayOf, type Book } from '../book/book.ts';
import { fenTyped } from '../records/typed-parts.ts';
import { textOrNull } from '../../domain/read/text.ts';
import { ledgerNamed, storedRow } from '../records/query.ts';
import type { Stored } from '../book/rule.ts';
import { sessionFacts } from '../book/session.ts';

export interface MonthInput {
  readonly id: number;
  readonly month: string;
  readonly planned: Value;
  readonly invested: Value;
  readonly note: Value;
  readonly who: Value;
  /** whether 本年完成 and 累计完成 hold the month's figure already */
  readonly counts: 'add' | 'included';
}

/**
 * The newest month's words are the project's 形象进度. @throws Fault value.unreadable,
 * record.missing
 */
export function saveMonth(book: Book, input: MonthInput): Saved {
  return command(book, `登记${Number(input.month.slice(5))}月进展`, ['project'], (writing) => {
    const { db } = writing;
    const project = storedRow(db, ledgerNamed('project'), input.id);
    const row = {
      planned: fenTyped(book, db, '本月计划投资', input.planned),
      invested: fenTyped(book, db, '本月完成投资', input.invested),
      note: textOrNull(input.note),
      who: textOrNull(input.who),
    };
    if ((row.invested !== null || row.note !== null) && input.month > todayOf(book).slice(0, 7))
      throw new Fault('value.unreadable', {
        field: '月份',
        seen: input.month,
        want: '不晚于本月的月份；以后的月份只能写计划',
      });
    const months = monthsOf(db, input.id);
    const before = months.find((one) => one.month === input.month);
    writeMonth(writing, input, before?.id ?? null, row);
    const more =
      (row.invested ?? 0n) - (before?.invested == null ? 0n : fenOfYuan(before.invested));
    const inView = Number(input.month.slice(0, 4)) === sessionFacts(book).year;
    const newest = months.every((one) => one.note === null || one.month <= input.month);
    writing.update('project', input.id, {
      ...(input.counts === 'add' ? added(project, more, inView) : {}),
      ...(row.note !== null && newest ? { progress: row.note } : {}),
    });
    return { change: writing.change, ids: [input.id] };
  });
}

function writeMonth(writing: Writing, input: MonthInput, id: number | null, row: SqlRow): void {
  const empty = Object.entries(row).every(([column, value]) => value === null || column === 'who');
  if (id === null) {
    if (!empty)
      writing.insert('project_month', { project_id: input.id, month: input.month, ...row });
  } else if (empty) writing.remove('project_month', id);
  else writing.update('project_month', id, row);
}

/** A year that is over is closed: only the total grows. */
function added(project: Stored, more: Fen, inView: boolean): SqlRow {
  if (more === 0n) return {};
  const plus = (code: string): bigint => BigInt(project[code] ?? 0) + more;
  return {
    invested_total: plus('invested_total'),
    ...(inView ? { invested_this_year: plus('invested_this_year') } : {}),
  };
}
