/** Every printed table of the program, by its name. */
import { fourBatches } from './four-batches.ts';
import { projectLedger } from './project-ledger.ts';
import { projectRollup } from './project-rollup.ts';
import type { Report } from './report.ts';

export const printTables: Readonly<Record<string, Report>> = {
  [projectLedger.info.name]: projectLedger,
  [fourBatches.info.name]: fourBatches,
  [projectRollup.info.name]: projectRollup,
};
