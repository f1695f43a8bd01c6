/** Every printed table of the program, by its name. */
import { arrivalCredits } from './arrival-credits.ts';
import { fourBatches, sevenBatches } from './four-batches.ts';
import { coordinationTable, followUpTable, quotaTable } from './follow-up.ts';
import { gateTable } from './gate.ts';
import { leadCounts, leadList } from './leads.ts';
import { arrivalList, personList } from './plain-lists.ts';
import { projectCard } from './project-card.ts';
import { projectLedger } from './project-ledger.ts';
import { projectRollup } from './project-rollup.ts';
import { rectificationList, rectificationRates } from './rectification.ts';
import type { Report } from './report.ts';
import { reminderList } from './reminders.ts';
import { benchmark } from './benchmark.ts';
import { bulletin } from './bulletin.ts';
import { consistency } from './consistency.ts';
import { meetingAgenda } from './meeting-agenda.ts';
import { monthlyBulletin } from './monthly-bulletin.ts';
import { muEvaluation } from './mu-evaluation.ts';
import { paceTable } from './pace.ts';
import { chaseList } from './chase-list.ts';
import { responsibilityLetter } from './responsibility-letter.ts';
import { paymentSlip } from './payment-slip.ts';
import { rewardTable } from './rewards.ts';
import { scoreDetails, scoreTable } from './scores.ts';
import { targetBreakdown } from './target-breakdown.ts';
import { unitTargets } from './unit-targets.ts';
import type { YearReport } from './year.ts';
import { supervisionSlip } from './supervision-slip.ts';
import { taskList } from './tasks.ts';
import { warSheet } from './war-sheet.ts';
import { yearBatches } from './year-batches.ts';

const YEAR: readonly YearReport[] = [
  targetBreakdown,
  unitTargets,
  responsibilityLetter,
  bulletin,
  monthlyBulletin,
  paceTable,
  benchmark,
  consistency,
  chaseList,
  scoreTable,
  scoreDetails,
  rewardTable,
  paymentSlip,
  meetingAgenda,
];
const REPORTS: readonly (Report | YearReport)[] = [
  ...YEAR,
  projectLedger,
  fourBatches,
  sevenBatches,
  yearBatches,
  projectRollup,
  projectCard,
  warSheet,
  followUpTable,
  coordinationTable,
  gateTable,
  muEvaluation,
  arrivalList,
  arrivalCredits,
  rectificationList,
  rectificationRates,
  taskList,
  supervisionSlip,
  reminderList,
  leadList,
  leadCounts,
  quotaTable,
  personList,
];

export const printTables: Readonly<Record<string, Report | YearReport>> = Object.fromEntries(
  REPORTS.map((report) => [report.info.name, report]),
);
