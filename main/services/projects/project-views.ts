/**
 * Projects as a board, a Gantt, a funnel and short sums; parents stand aside for their children in
 * all of them.
 */
import type {
  BoardColumn,
  Card,
  Funnel,
  GanttRow,
  MonthSum,
  ProjectSumRow,
} from '../../../preload/contract/project-views.ts';
import type { ParsedQuery, Row } from '../../../preload/contract/records.ts';
import { leadTotals } from '../../data/projects/lead-counts.ts';
import { monthSums, type SumBy } from '../../data/derived/project-sums.ts';
import {
  cardFacts,
  milestonesOfAll,
  sumsBy,
  sumsByUnit,
  type MoneySum,
} from '../../data/projects/project-views.ts';
import { countSelected, selectPage, type Selection } from '../../data/records/records.ts';
import { fromScaled, trim } from '../../domain/exact/decimal.ts';
import {
  milestoneLamp,
  type MilestoneKind,
  type MilestoneLamp,
} from '../../domain/projects/milestones.ts';
import { yuanText } from '../../domain/exact/money.ts';
import type { SumField } from '../../domain/projects/project-sums.ts';
import { STAGES, stepOf, type Stage } from '../../domain/ledgers/stage.ts';
import { todayOf, type Book } from '../book/book.ts';
import { fieldNamed, ledgerNamed, rowOf, selectionOf } from '../records/query.ts';

type Chosen = Pick<ParsedQuery, 'filters' | 'search' | 'credited'>;
interface Paging {
  readonly offset: number;
  readonly limit: number;
}

function selected(
  { db }: Book,
  { filters, search, credited }: Chosen,
  group: readonly string[] = [],
): Selection {
  const query: ParsedQuery = {
    ledger: 'project',
    filters,
    search,
    sort: [],
    group: [...group],
    counted: true,
    ...(credited === undefined ? {} : { credited }),
  };
  return selectionOf(query, db);
}

/** so few of each stage that a whole board stays under 200 */
const [NO_STAGE, FIRST_CARDS, MOST_ROWS] = ['未填阶段', 15, 200];
const moneyOf = (
  sum: MoneySum | undefined,
): { readonly total: string | null; readonly others: number } => ({
  total: sum?.total == null ? null : yuanText(sum.total),
  others: sum?.others ?? 0,
});

/**
 * Every stage in its order, also where nothing stands; projects without a stage last, where there
 * are any.
 */
export function projectBoard(book: Book, chosen: Chosen): readonly BoardColumn[] {
  const sums = new Map(byStage(book, chosen).map((sum) => [sum.key, sum]));
  const column = (stage: Stage | null, label: string): BoardColumn => ({
    stage,
    label,
    count: sums.get(stage)?.count ?? 0,
    ...moneyOf(sums.get(stage)),
    cards: projectCards(book, { ...chosen, stage, offset: 0, limit: FIRST_CARDS }),
  });
  return [
    ...STAGES.map((stage) => column(stage.value, stage.label)),
    ...(sums.has(null) ? [column(null, NO_STAGE)] : []),
  ];
}

const byStage = (book: Book, chosen: Chosen): readonly MoneySum[] =>
  sumsBy(book.db, selected(book, chosen), fieldNamed(ledgerNamed('project'), 'stage'));

/** A stage's cards, the largest money first. */
export function projectCards(
  book: Book,
  { stage, offset, limit, ...chosen }: Chosen & Paging & { readonly stage: string | null },
): readonly Card[] {
  const ledger = ledgerNamed('project');
  const selection = selected(book, chosen);
  const field = fieldNamed(ledger, 'stage');
  const inStage = {
    field,
    condition:
      stage === null ? ({ is: 'empty' } as const) : ({ is: 'equals', values: [stage] } as const),
  };
  const rows = selectPage(
    book.db,
    {
      ...selection,
      conditions: [...selection.conditions, inStage],
      sort: [{ field: fieldNamed(ledger, 'total_investment'), descending: true }],
    },
    offset,
    limit,
  ).map((row) => rowOf(ledger, row));
  const ids = rows.map((row) => row.id);
  const [facts, milestones, today] = [
    cardFacts(book.db, ids),
    milestonesOfAll(book.db, ids),
    todayOf(book),
  ];
  return rows.map((row): Card => ({
    id: row.id,
    name: text(row, 'name') ?? '',
    stage: text(row, 'stage'),
    total: text(row, 'total_investment'),
    currency: text(row, 'currency') ?? 'CNY',
    company: text(row, 'company'),
    unit: text(row, 'introducer') ?? text(row, 'responsible_unit'),
    location: text(row, 'location'),
    since: facts.get(row.id)?.since ?? null,
    lamp: worstLamp((milestones.get(row.id) ?? []).map((one) => milestoneLamp(one, today))),
    problems: facts.get(row.id)?.problems ?? 0,
  }));
}

const text = (row: Row, code: string): string | null =>
  typeof row[code] === 'string' ? row[code] : null;

const WORST: readonly MilestoneLamp[] = ['red', 'yellow', 'green', 'late', 'done'];
const worstLamp = (lamps: readonly MilestoneLamp[]): MilestoneLamp =>
  WORST.find((lamp) => lamps.includes(lamp)) ?? 'none';

const STEPS = [
  { stage: 'signed', label: '签约', planned: 'planned_signed_date', actual: 'signed_date' },
  { stage: 'started', label: '开工', planned: 'planned_start_date', actual: 'started_date' },
  {
    stage: 'completed',
    label: '竣工',
    planned: 'planned_completed_date',
    actual: 'completed_date',
  },
  {
    stage: 'producing',
    label: '投产',
    planned: 'planned_producing_date',
    actual: 'producing_date',
  },
] as const;

export function projectGantt(
  book: Book,
  { offset, limit, ...chosen }: Chosen & Paging,
): { readonly rows: readonly GanttRow[]; readonly all: number } {
  const ledger = ledgerNamed('project');
  const selection = selected(book, chosen);
  const rows = selectPage(book.db, selection, offset, limit).map((row) => rowOf(ledger, row));
  const [milestones, today] = [
    milestonesOfAll(
      book.db,
      rows.map((row) => row.id),
    ),
    todayOf(book),
  ];
  return {
    all: countSelected(book.db, selection),
    rows: rows.map((row): GanttRow => ({
      id: row.id,
      name: text(row, 'name') ?? '',
      stage: text(row, 'stage'),
      unit: text(row, 'introducer') ?? text(row, 'responsible_unit'),
      steps: STEPS.map(({ stage, label, planned, actual }) => ({
        stage,
        label,
        planned: text(row, planned),
        actual: text(row, actual),
      })),
      milestones: (milestones.get(row.id) ?? []).map(({ kind, name, deadline, done }) => ({
        kind: kind as MilestoneKind,
        name,
        deadline,
        done,
        lamp: milestoneLamp({ deadline, done }, today),
      })),
    })),
  };
}

/** From 洽谈 on: who stands at a step or beyond it reached it. */
export function projectFunnel(book: Book, chosen: Chosen): Funnel {
  const sums = byStage(book, chosen);
  const count = (stage: string): number => sums.find((sum) => sum.key === stage)?.count ?? 0;
  const steps = STAGES.filter(
    (stage) => stage.value !== 'lead' && stepOf(stage.value) !== null,
  ).map(({ value, label }) => {
    const beyond = sums.filter((sum) =>
      STAGES.some(
        (one) => one.value === sum.key && (stepOf(one.value) ?? -1) >= (stepOf(value) ?? 0),
      ),
    );
    const figures = beyond.flatMap((sum) => sum.total ?? []);
    return {
      stage: value,
      label,
      reached: beyond.reduce((all, sum) => all + sum.count, 0),
      here: count(value),
      total: figures.length === 0 ? null : yuanText(figures.reduce((all, one) => all + one, 0n)),
      others: beyond.reduce((all, sum) => all + sum.others, 0),
    };
  });
  return {
    leads: leadTotals(book.db),
    steps,
    stalled: count('stalled'),
    dropped: count('dropped'),
  };
}

/** The largest money first, at most 200; what is not filled in last. */
export function projectSums(
  book: Book,
  { by, ...chosen }: Chosen & { readonly by: SumField },
): readonly ProjectSumRow[] {
  const selection = selected(book, chosen);
  const places = by === 'unit' ? 6 : 2;
  const yuan = (value: bigint | null): string | null =>
    value === null ? null : by === 'unit' ? trim(fromScaled(value, places)) : yuanText(value);
  const rows =
    by === 'unit'
      ? sumsByUnit(book.db, selection)
      : sumsBy(book.db, selection, fieldNamed(ledgerNamed('project'), by));
  return rows
    .toSorted(
      (a, b) =>
        Number(a.key === null) - Number(b.key === null) ||
        ((b.total ?? -1n) > (a.total ?? -1n)
          ? 1
          : (b.total ?? -1n) < (a.total ?? -1n)
            ? -1
            : b.count - a.count),
    )
    .slice(0, MOST_ROWS)
    .map((row): ProjectSumRow => ({
      key: row.key,
      count: row.count,
      total: yuan(row.total),
      others: row.others,
      arrived: yuan(row.arrived),
      recognised: yuan(row.recognised),
    }));
}

/** Amounts are exact: parts by shares may need more places than 分. */
export function arrivalMonths(
  book: Book,
  {
    year,
    by,
    offset,
    limit,
  }: Paging & { readonly year: number | null; readonly by: readonly SumBy[] },
): { readonly rows: readonly MonthSum[]; readonly all: number } {
  const sums = monthSums(book.db, year, by);
  return {
    all: sums.length,
    rows: sums.slice(offset, offset + limit).map(({ amount, recognised, ...row }) => ({
      ...row,
      arrived: trim(fromScaled(amount, 6)),
      recognised: trim(fromScaled(recognised, 6)),
    })),
  };
}
