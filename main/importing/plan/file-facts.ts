/**
 * The figures of target tables and matrices that are taken, each with where it stands: what the
 * targets' service is handed.
 */
import type { Issue } from '../../../preload/contract/imports.ts';
import type { FileFact } from '../../domain/targets/fact.ts';
import { columnNumber } from '../../domain/read/sheet-address.ts';
import type { Doubt, Refusal } from '../../services/imports/fact-cells.ts';
import type { FactPlan } from '../../services/imports/facts.ts';
import type { FileTable, FilePlan } from './file-plan.ts';
import { placedIssue } from '../sheet/issue.ts';
import { MONTHLY } from '../sheet/fact-words.ts';
import { heldKey, isOfTheRow } from '../recognise/settle.ts';

/** Of all tables, without the rows and the single figures that wait or are skipped. */
export function factsOf(
  tables: readonly FileTable[],
  { doubts, held }: Pick<FilePlan, 'doubts' | 'held'>,
): readonly FileFact[] {
  return tables.flatMap(({ file, number, table }) => {
    const asked = new Set(
      doubts
        .get(table)
        ?.filter(isOfTheRow)
        .map(({ row }) => row),
    );
    const waiting = held.get(table);
    return table.facts
      .filter(
        ({ row, column }) =>
          !table.rejected.has(row) &&
          !table.skipped.has(row) &&
          !asked.has(row) &&
          waiting?.has(heldKey(row, column)) !== true,
      )
      .map((fact): FileFact => ({ ...fact, file, sheet: table.sheet.name, table: number }));
  });
}

/** The plan with what the figures would change, and the figures without those that are refused. */
export function planWithFacts(
  tables: readonly FileTable[],
  plan: FilePlan,
  planOf: (facts: readonly FileFact[]) => FactPlan,
): {
  readonly plan: FilePlan;
  readonly facts: readonly FileFact[];
  readonly notes: readonly string[];
} {
  const first = factsOf(tables, plan);
  const { refused } = planOf(first);
  const doubting = refused.length === 0 ? plan : withRefusals(tables, plan, refused, first);
  const facts = refused.length === 0 ? first : factsOf(tables, doubting);
  const { counts, changes, notes, doubts } = planOf(facts);
  return {
    plan: {
      ...withDoubts(tables, doubting, doubts),
      shown: changes,
      counts: { ...doubting.counts, ...counts },
    },
    facts,
    notes,
  };
}

/** What had better be looked at stands on its cell, and holds nothing back. */
function withDoubts(
  tables: readonly FileTable[],
  plan: FilePlan,
  found: readonly Doubt[],
): FilePlan {
  if (found.length === 0) return plan;
  const doubts = new Map(plan.doubts);
  for (const { number, table } of tables) {
    const own = found.filter(({ fact }) => fact.table === number);
    if (own.length > 0)
      doubts.set(table, [
        ...(doubts.get(table) ?? []),
        ...issuesOf(own.map((one) => ({ ...one, level: 'warning' as const }))),
      ]);
  }
  return { ...plan, doubts };
}

/**
 * What is refused waits with the other figures of the same unit, indicator and time: which of them
 * is wrong, nobody knows.
 */
function withRefusals(
  tables: readonly FileTable[],
  plan: FilePlan,
  refused: readonly Refusal[],
  facts: readonly FileFact[],
): FilePlan {
  const doubts = new Map(plan.doubts);
  const held = new Map(plan.held);
  const together = Map.groupBy(facts, aboutOf);
  for (const { number, table } of tables) {
    const own = refused.filter(({ fact }) => fact.table === number);
    if (own.length === 0) continue;
    doubts.set(table, [...(doubts.get(table) ?? []), ...issuesOf(onceEach(own))]);
    held.set(
      table,
      new Set([
        ...(held.get(table) ?? []),
        ...own.flatMap(({ fact }) =>
          [fact, ...(together.get(aboutOf(fact)) ?? []).filter((one) => one.table === number)].map(
            ({ row, column }) => heldKey(row, column),
          ),
        ),
      ]),
    );
  }
  return { ...plan, doubts, held };
}

/** Which indicator is meant, or in what it is, is asked once, on its first figure. */
const onceEach = (refused: readonly Refusal[]): readonly Refusal[] =>
  refused.filter(
    (one, at) =>
      (one.code !== 'indicator.like' && one.code !== 'indicator.unmeasured') ||
      refused.findIndex(({ code, message }) => code === one.code && message === one.message) === at,
  );

const aboutOf = ({ unit, indicator, parent, year, month, part }: FileFact): string =>
  JSON.stringify([unit, indicator, parent, year, month, MONTHLY.has(part)]);

const issuesOf = (
  refused: readonly (Doubt & { readonly level: Issue['level'] })[],
): readonly Issue[] =>
  refused.map(({ fact, level, code, message }) =>
    placedIssue(fact.row - 1, columnNumber(fact.column), level, code, message),
  );
