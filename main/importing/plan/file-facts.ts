/** The figures of target tables and matrices that are taken, each with where it stands: what the targets' service is handed. */
import type { Issue } from '../../../preload/contract/imports.ts';
import type { TableFact, FileFact } from '../../domain/targets/fact.ts';
import { columnName, columnNumber } from '../../domain/read/sheet-address.ts';
import type { Refusal } from '../../services/imports/fact-cells.ts';
import type { FactPlan } from '../../services/imports/facts.ts';
import type { FileTable, FilePlan } from './plan.ts';
import { placedIssue } from '../sheet/issue.ts';
import type { MappedTable } from '../sheet/mapped.ts';

/** Of all tables, without the cells and rows that wait, and the rows that are skipped. */
export function factsOf(tables: readonly FileTable[], { doubts }: FilePlan): readonly FileFact[] {
  return tables.flatMap(({ file, number, table }) => {
    const held = heldCells(table, doubts.get(table) ?? []);
    return table.facts
      .filter((fact) => !table.skipped.has(fact.row) && !held(fact))
      .map((fact): FileFact => ({ ...fact, file, sheet: table.sheet.name, table: number }));
  });
}

/** A question about one figure holds that figure back; one about the words of its row (whose? which indicator?) the whole row. */
function heldCells(
  table: MappedTable,
  doubts: readonly Issue[],
): (fact: Pick<TableFact, 'row' | 'column'>) => boolean {
  const figures = new Set([...table.figures.keys()].map(columnName));
  const open = new Map<number, Set<string> | 'row'>();
  for (const { row, column, level } of [...table.issues, ...doubts]) {
    if (row <= 0 || (level !== 'question' && level !== 'error')) continue;
    const before = open.get(row);
    if (column === null || !figures.has(column) || before === 'row') open.set(row, 'row');
    else open.set(row, (before ?? new Set<string>()).add(column));
  }
  return ({ row, column }) => {
    const held = open.get(row) ?? (table.rejected.has(row) ? 'row' : null);
    return held === 'row' || held?.has(column) === true;
  };
}

/** The plan with what the figures would change, and the figures without the rows that are refused. */
export function planWithFacts(
  tables: readonly FileTable[],
  plan: FilePlan,
  planOf: (facts: readonly FileFact[]) => FactPlan,
): {
  readonly plan: FilePlan;
  readonly facts: readonly FileFact[];
  readonly notes: readonly string[];
} {
  const { refused } = planOf(factsOf(tables, plan));
  const doubting = refused.length === 0 ? plan : withRefusals(tables, plan, refused);
  const facts = factsOf(tables, doubting);
  const { counts, changes, notes } = planOf(facts);
  return {
    plan: { ...doubting, shown: changes, counts: { ...doubting.counts, ...counts } },
    facts,
    notes,
  };
}

function withRefusals(
  tables: readonly FileTable[],
  plan: FilePlan,
  refused: readonly Refusal[],
): FilePlan {
  const doubts = new Map(plan.doubts);
  const countsOf = new Map(plan.countsOf);
  let { counts } = plan;
  for (const { file, number, table } of tables) {
    const own = refused.filter(({ fact }) => fact.table === number);
    const rows = new Set(own.map(({ fact }) => fact.row)).size;
    if (rows === 0) continue;
    doubts.set(table, [...(doubts.get(table) ?? []), ...issuesOf(own)]);
    counts = { ...counts, rejected: counts.rejected + rows };
    const ofFile = countsOf.get(file);
    if (ofFile !== undefined) countsOf.set(file, { ...ofFile, rejected: ofFile.rejected + rows });
  }
  return { ...plan, doubts, counts, countsOf };
}

const issuesOf = (refused: readonly Refusal[]): readonly Issue[] =>
  refused.map(({ fact, level, code, message }) =>
    placedIssue(fact.row - 1, columnNumber(fact.column), level, code, message),
  );
