/**
 * One project's parts for its drawer: money with totals, credit, milestones, gate, and the years it
 * was carried through.
 */
import type { ArrivalTotals, ProjectParts } from '../../../preload/contract/projects.ts';
import { selectRecords } from '../../data/records/records.ts';
import { arrivalEntries } from '../../data/projects/project-parts.ts';
import { yearsOf } from '../../data/projects/project-years.ts';
import { yearBegins } from '../../domain/days/assessment-year.ts';
import { firstMonthOf } from '../../data/progress/kept-rules.ts';
import { isCarriedOver, type Carried } from '../../domain/projects/carry-over.ts';
import { totalInYuan, type ExchangeRates } from '../../domain/exact/exchange.ts';
import { Fault } from '../../domain/fault.ts';
import type { ArrivalEntry } from '../../domain/projects/recognition.ts';
import { STAGES } from '../../domain/ledgers/stage.ts';
import type { Book } from '../book/book.ts';
import { creditOf } from './credits.ts';
import { gateOf } from './gates.ts';
import { milestoneEntries } from './milestones.ts';
import { ledgerNamed, rowOf } from '../records/query.ts';
import { ratesInForce } from '../records/rates.ts';
import { sessionFacts } from '../book/session.ts';

/** @throws Fault record.missing */
export function projectParts(book: Book, id: number): ProjectParts {
  const ledger = ledgerNamed('project');
  const [stored] = selectRecords(book.db, ledger, [id]);
  if (stored === undefined) throw new Fault('record.missing', { id });
  const row = rowOf(ledger, stored);
  const arrivals = arrivalEntries(book.db, id);
  const { year } = sessionFacts(book);
  return {
    arrivals,
    totals: totalsOf(arrivals, ratesInForce(book.db), year),
    credit: creditOf(book.db, id),
    milestones: milestoneEntries(book, id),
    gate: gateOf(book.db, row),
    carried: isCarriedOver(carriedOf(row), yearBegins(year, firstMonthOf(book.db))),
    years: yearsOf(book.db, id),
  };
}

function totalsOf(
  arrivals: readonly ArrivalEntry[],
  rates: ExchangeRates,
  year: number,
): ArrivalTotals {
  const reported = totalInYuan(arrivals, rates, year);
  const judged = arrivals.flatMap((one) =>
    one.recognised === null
      ? []
      : [{ amount: one.recognised, currency: one.currency, date: one.date }],
  );
  return {
    reported: reported.yuan,
    recognised: totalInYuan(judged, rates, year).yuan,
    waiting: arrivals.length - judged.length,
    withoutRate: reported.without.length,
    hasOthers: arrivals.some((one) => one.currency !== 'CNY'),
  };
}

/** What 接转 looks at, of a project's values in wire form. */
export function carriedOf(values: Readonly<Record<string, unknown>>): Carried {
  const day = (code: string): string | null =>
    typeof values[code] === 'string' && values[code] !== '' ? values[code] : null;
  return {
    stage: STAGES.find((one) => one.value === values['stage'])?.value ?? null,
    signed: day('signed_date'),
    started: day('started_date'),
    producing: day('producing_date'),
  };
}
