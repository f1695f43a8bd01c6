/** Every printed table of the program, by its name. */
import { arrivalCredits } from './arrival-credits.ts';
import { fourBatches } from './four-batches.ts';
import { gateTable } from './gate.ts';
import { leadCounts, leadList } from './leads.ts';
import { arrivalList, personList } from './plain-lists.ts';
import { projectLedger } from './project-ledger.ts';
import { projectRollup } from './project-rollup.ts';
import { rectificationList, rectificationRates } from './rectification.ts';
import type { Report } from './report.ts';
import { reminderList } from './reminders.ts';
import { benchmark } from './benchmark.ts';
import { bulletin } from './bulletin.ts';
import { consistency } from './consistency.ts';
import { monthlyBulletin } from './monthly-bulletin.ts';
import { paceTable } from './pace.ts';
import { scoreDetails, scoreTable } from './scores.ts';
import { targetBreakdown } from './target-breakdown.ts';
import { unitTargets } from './unit-targets.ts';
import type { YearReport } from './year.ts';
import { supervisionSlip } from './supervision-slip.ts';
import { taskList } from './tasks.ts';
import { yearBatches } from './year-batches.ts';

const YEAR: readonly YearReport[] = [targetBreakdown, unitTargets, bulletin, monthlyBulletin, paceTable, benchmark, consistency, scoreTable, scoreDetails];
const REPORTS: readonly (Report | YearReport)[] = [...YEAR, projectLedger, fourBatches, yearBatches, projectRollup, gateTable, arrivalList, arrivalCredits, rectificationList, rectificationRates, taskList, supervisionSlip, reminderList, leadList, leadCounts, personList];

export const printTables: Readonly<Record<string, Report | YearReport>> = Object.fromEntries(REPORTS.map((report) => [report.info.name, report]));
