/**
 * What tables must know of projects beside their rows: shares, gates of parks, exchange rates; read
 * when first asked for.
 */
import type {
  Life,
  Notice,
  ProjectProblem,
  QuotaRow,
} from '../../../../preload/contract/project-life.ts';
import type { GateSetup, ProjectParts } from '../../../../preload/contract/projects.ts';
import type { Share } from '../../../domain/projects/credit.ts';
import type { ExchangeRates } from '../../../domain/exact/exchange.ts';
import type { Book } from '../../../services/book/book.ts';
import { parentArrivals, parentIds } from '../../../data/derived/project-links.ts';
import { stagesOf, type StageRow } from '../../../data/projects/projects.ts';
import { milestonesOfAll, type MilestoneOf } from '../../../data/projects/project-views.ts';
import { sharesByArrival, sharesByProject } from '../../../data/projects/shares.ts';
import { projectGates } from '../../../services/projects/gates.ts';
import { leadQuota } from '../../../services/projects/leads.ts';
import { projectNotices } from '../../../services/projects/project-follow-up.ts';
import { lifeOfProject } from '../../../services/projects/project-life.ts';
import { projectParts } from '../../../services/projects/project-parts.ts';
import { openProblems } from '../../../services/projects/project-problems.ts';
import { ratesInForce } from '../../../services/records/rates.ts';
import type { Day } from '../../../domain/days/day.ts';
import {
  arrivedUntil,
  investedUntil,
  stageMoves,
  stagesOfYear,
  type DatedProjects,
} from '../../../data/projects/projects-on.ts';
import { firstMonthOf } from '../../../data/progress/kept-rules.ts';
import { monthPlace, monthSpan } from '../../../domain/days/assessment-year.ts';
import { yearOfProjects } from '../../../services/imports/project-year.ts';
import { stateMovesOf } from '../../../data/tasks/states.ts';
import type { DatedState } from '../../../domain/tasks/deed-on.ts';
import type { StatedCode } from '../../../domain/tasks/states.ts';

export interface ProjectFacts {
  /**
   * false for a project that has children, and for what arrived for it: its children are counted
   */
  readonly isCounted: (ledger: 'project' | 'arrival', id: number) => boolean;
  /** whom a project, or an arrival by its project, counts for; none where no unit is named */
  readonly sharesOf: (ledger: 'project' | 'arrival', id: number) => readonly Share[];
  /** what stands in a project's drawer, for its card */
  readonly lifeOf: (id: number) => Life;
  readonly partsOf: (id: number) => ProjectParts;
  readonly stagesOf: (id: number) => readonly StageRow[];
  readonly milestonesOf: (ids: readonly number[]) => ReadonlyMap<number, readonly MilestoneOf[]>;
  readonly notices: () => readonly Notice[];
  readonly openProblems: () => readonly ProjectProblem[];
  readonly quota: (year: number) => readonly QuotaRow[];
  readonly gates: () => readonly GateSetup[];
  readonly datedUntil: (day: Day) => DatedProjects;
  /** of problems and tasks, by record */
  readonly stateMoves: (ledger: StatedCode) => ReadonlyMap<number, readonly DatedState[]>;
  readonly rates: () => ExchangeRates;
}

export function projectFacts(book: Book): ProjectFacts {
  const { db } = book;
  const known = new Map<string, ReadonlyMap<number, readonly Share[]>>();
  const shares = (ledger: 'project' | 'arrival'): ReadonlyMap<number, readonly Share[]> => {
    const read =
      known.get(ledger) ?? (ledger === 'project' ? sharesByProject(db) : sharesByArrival(db));
    known.set(ledger, read);
    return read;
  };
  let aside: Readonly<Record<'project' | 'arrival', ReadonlySet<number>>> | null = null;
  return {
    isCounted: (ledger, id) =>
      !(aside ??= { project: parentIds(db), arrival: parentArrivals(db) })[ledger].has(id),
    sharesOf: (ledger, id) => shares(ledger).get(id) ?? [],
    lifeOf: (id) => lifeOfProject(book, id),
    partsOf: (id) => projectParts(book, id),
    stagesOf: (id) => stagesOf(db, id),
    milestonesOf: (ids) => milestonesOfAll(db, ids),
    notices: () => projectNotices(book),
    openProblems: () => openProblems(book),
    quota: (year) => leadQuota(book, year),
    gates: () => projectGates(book),
    datedUntil: (day) => datedUntil(book, day),
    stateMoves: (ledger) => stateMovesOf(db, ledger),
    rates: () => ratesInForce(db),
  };
}

function datedUntil(book: Book, day: Day): DatedProjects {
  const { db } = book;
  const firstMonth = firstMonthOf(db);
  const { year } = monthPlace(Number(day.slice(0, 4)), Number(day.slice(5, 7)), firstMonth);
  const listYear = yearOfProjects(db) ?? book.clock().getFullYear();
  return {
    year,
    listYear,
    moves: stageMoves(db),
    arrived: arrivedUntil(db, day, year >= listYear),
    invested: investedUntil(db, day, {
      first: monthSpan(year, 1, firstMonth).calendar,
      last: monthSpan(year, 12, firstMonth).calendar,
    }),
    closed: stagesOfYear(db, year),
  };
}
