/** The turn of the year (接转) for all projects at once, and two records of one project made one. */
import type { Saved } from '../../../preload/contract/records.ts';
import { arrivalIds } from '../../data/projects/project-parts.ts';
import { closeYear, isYearClosed, moveParts } from '../../data/projects/project-years.ts';
import { allProjectIds, saidCredits } from '../../data/projects/projects.ts';
import { selectRecords } from '../../data/records/records.ts';
import type { SqlValue } from '../../data/rows.ts';
import { yearBegins } from '../../domain/days/assessment-year.ts';
import { firstMonthOf } from '../../data/progress/kept-rules.ts';
import { isCarriedOver } from '../../domain/projects/carry-over.ts';
import { Fault } from '../../domain/fault.ts';
import type { Field } from '../../domain/ledgers/field.ts';
import { command, type Book } from '../book/book.ts';
import { carryName } from './project-parents.ts';
import { carriedOf } from './project-parts.ts';
import { ledgerNamed, rowOf, storedRow } from '../records/query.ts';

/** Closes `year`. Answers the projects that are carried into the next. @throws Fault carry.done */
export function carryOver(book: Book, input: { readonly year: number }): Saved {
  if (isYearClosed(book.db, input.year)) throw new Fault('carry.done', { year: input.year });
  return command(book, `${input.year}年项目接转`, ['project'], (writing) => {
    const ledger = ledgerNamed('project');
    closeYear(writing, input.year);
    const next = yearBegins(input.year + 1, firstMonthOf(book.db));
    const ids = selectRecords(writing.db, ledger, allProjectIds(writing.db))
      .filter((row) => isCarriedOver(carriedOf(rowOf(ledger, row)), next))
      .map((row) => Number(row['id']));
    return { change: writing.change, ids };
  });
}

/** Fields that the kept record takes from the other where it has none itself. */
const takes = (field: Field): boolean => field.computed !== true && field.code !== 'currency';

/**
 * Keeps one of two records of the same project: its own values stand, gaps are filled, what hangs
 * on the other moves over, and so does the tale of where it came from.
 * Where both have arrivals, the office says whether all are counted or the kept record's alone.
 * @throws Fault merge.arrivals, merge.cannot, record.missing
 */
export function mergeProjects(
  book: Book,
  input: { readonly keep: number; readonly drop: number; readonly arrivals: 'all' | 'kept' | null },
): Saved {
  const ledger = ledgerNamed('project');
  if (input.keep === input.drop) throw new Fault('merge.cannot', { problem: '两条是同一条记录' });
  return command(book, '合并重复项目', ['project', 'arrival'], (writing) => {
    const { db } = writing;
    const [keep, drop] = [storedRow(db, ledger, input.keep), storedRow(db, ledger, input.drop)];
    if (keep['currency'] !== drop['currency'])
      throw new Fault('merge.cannot', { problem: '两条的币种不同' });
    const [kept, others] = [arrivalIds(db, input.keep), arrivalIds(db, input.drop)];
    // both lists may tell of the same money: which entries stand is the office's to say
    if (kept.length > 0 && others.length > 0 && input.arrivals === null)
      throw new Fault('merge.arrivals', { kept: kept.length, others: others.length });
    if (kept.length > 0 && input.arrivals === 'kept')
      for (const id of others) writing.remove('arrival', id);
    const patch = Object.fromEntries(
      ledger.fields
        .filter(takes)
        .flatMap((field): [string, SqlValue][] =>
          keep[field.code] === null && drop[field.code] !== null
            ? [[field.code, drop[field.code] ?? null]]
            : [],
        ),
    );
    moveParts(writing, input.drop, input.keep);
    writing.insert('project_merge', { project_id: input.keep, dropped_id: input.drop });
    carryName(writing, input.drop, String(drop['name']), String(keep['name']));
    writing.update('project', input.keep, patch);
    if (saidCredits(db, input.keep).length === 0 && keep['introducer'] === null)
      for (const { id } of saidCredits(db, input.drop))
        writing.update('credit', id, { project_id: input.keep });
    writing.remove('project', input.drop);
    return { change: writing.change, ids: [input.keep] };
  });
}
