/** Every printed table of the program, by its name. */
import { fourBatches } from './four-batches.ts';
import { leadCounts, leadList } from './leads.ts';
import { arrivalList, personList } from './plain-lists.ts';
import { projectLedger } from './project-ledger.ts';
import { projectRollup } from './project-rollup.ts';
import { rectificationList, rectificationRates } from './rectification.ts';
import type { Report } from './report.ts';
import { reminderList } from './reminders.ts';
import { supervisionSlip } from './supervision-slip.ts';
import { taskList } from './tasks.ts';

const REPORTS: readonly Report[] = [projectLedger, fourBatches, projectRollup, arrivalList, rectificationList, rectificationRates, taskList, supervisionSlip, reminderList, leadList, leadCounts, personList];

export const printTables: Readonly<Record<string, Report>> = Object.fromEntries(REPORTS.map((report) => [report.info.name, report]));
