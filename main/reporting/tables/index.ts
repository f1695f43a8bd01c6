/** Every printed table of the program, by its name. */
import { arrivalCredits } from './projects/arrival-credits.ts';
import { fourBatches, sevenBatches } from './projects/four-batches.ts';
import { coordinationTable, followUpTable, quotaTable } from './projects/follow-up.ts';
import { gateTable } from './projects/gate.ts';
import { leadCounts, leadList } from './projects/leads.ts';
import { arrivalList, personList } from './ledgers/plain-lists.ts';
import { projectCard } from './projects/project-card.ts';
import { projectLedger } from './projects/project-ledger.ts';
import { projectRollup } from './projects/project-rollup.ts';
import { rectificationList, rectificationRates } from './tasks/rectification.ts';
import type { PrintReport } from './shared/report.ts';
import { reminderList } from './tasks/reminders.ts';
import { benchmark } from './progress/benchmark.ts';
import { bulletin } from './documents/bulletin.ts';
import { consistency } from './progress/consistency.ts';
import { meetingAgenda } from './tasks/meeting-agenda.ts';
import { monthlyBulletin } from './progress/monthly-bulletin.ts';
import { unitReport } from './progress/unit-report.ts';
import { muEvaluation } from './projects/mu-evaluation.ts';
import { paceTable } from './progress/pace.ts';
import { chaseList } from './progress/chase-list.ts';
import { reportCoverSheet } from './progress/report-cover.ts';
import { responsibilityLetter } from './targets/responsibility-letter.ts';
import { paymentSlip } from './rewards/payment-slip.ts';
import { rewardTable } from './rewards/rewards.ts';
import { scoreDetails, scoreTable } from './scoring/scores.ts';
import { targetBreakdown } from './targets/target-breakdown.ts';
import { unitTargets } from './targets/unit-targets.ts';
import type { YearReport } from './shared/year.ts';
import { supervisionSlip } from './tasks/supervision-slip.ts';
import { taskList } from './tasks/tasks.ts';
import { warSheet } from './projects/war-sheet.ts';
import { yearBatches } from './projects/year-batches.ts';

const YEAR: readonly YearReport[] = [
  targetBreakdown,
  unitTargets,
  responsibilityLetter,
  bulletin,
  monthlyBulletin,
  unitReport,
  paceTable,
  benchmark,
  consistency,
  chaseList,
  reportCoverSheet,
  scoreTable,
  scoreDetails,
  rewardTable,
  paymentSlip,
  meetingAgenda,
];
const REPORTS: readonly (PrintReport | YearReport)[] = [
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

export const printTables: Readonly<Record<string, PrintReport | YearReport>> = Object.fromEntries(
  REPORTS.map((report) => [report.info.name, report]),
);
