/**
 * Brings a database to the newest version, step by step in one transaction; refuses one from a
 * newer program.
 */
import type Database from 'better-sqlite3';
import { Fault } from '../domain/fault.ts';
import { spine } from './migrations/0001-spine.ts';
import { ledgerTables } from './migrations/0002-ledgers.ts';
import { targetTables } from './migrations/0003-targets.ts';
import { projectTables } from './migrations/0004-projects.ts';
import { scoringTables } from './migrations/0005-scoring.ts';
import { rewardTables } from './migrations/0006-rewards.ts';
import { ownLedgerTables } from './migrations/0007-own-ledgers.ts';
import { projectLifeTables } from './migrations/0008-project-life.ts';
import { taskTables } from './migrations/0009-tasks.ts';
import { planTables } from './migrations/0010-plan.ts';
import { references } from './migrations/0012-references.ts';
import { exchangeTables } from './migrations/0013-exchange.ts';
import { decidedRows } from './migrations/0015-decided.ts';
import { smallSteps } from './migrations/small-steps.ts';
import type { Migration } from './migrations/migration.ts';

/** In the order of their versions, never edited once released. */
export const migrations: readonly Migration[] = [
  spine,
  ledgerTables,
  targetTables,
  projectTables,
  scoringTables,
  rewardTables,
  ownLedgerTables,
  projectLifeTables,
  taskTables,
  planTables,
  references,
  exchangeTables,
  decidedRows,
  ...smallSteps,
].toSorted((a, b) => a.version - b.version);

/** The version that this program writes. */
export const NEWEST = migrations.at(-1)?.version ?? 0;

/**
 * The version of a book; 0 of one that nothing has been written to. @throws Fault database.newer
 */
export function versionOf(db: Database.Database): number {
  const version = Number(db.pragma('user_version', { simple: true }));
  if (version > NEWEST) throw new Fault('database.newer', { version, known: NEWEST });
  return version;
}

/** @throws Fault database.newer */
export function migrate(db: Database.Database, to = NEWEST): void {
  const version = versionOf(db);
  db.transaction(() => {
    for (const step of migrations) {
      if (step.version <= version || step.version > to) continue;
      db.exec(step.sql);
      step.rewrite?.(db);
      db.pragma(`user_version = ${step.version}`);
    }
  }).immediate();
}
