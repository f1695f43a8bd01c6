/** Every printed table of the program, by its name. */
import { arrivalCredits } from './projects/arrival-credits.ts';
import { fourBatches, sevenBatches } from './projects/four-batches.ts';
import { coordinationTable, followUpTable, quotaTable } from './projects/follow-up.ts';
import { gateTable } from './projects/gate.ts';
import { leadCounts, leadList } from './projects/leads.ts';
import { arrivalList, plainLists } from './ledgers/plain-lists.ts';
import { projectCard } from './projects/project-card.ts';
import { projectLedger } from './projects/project-ledger.ts';
import { projectRollup } from './projects/project-rollup.ts';
import { rectificationList, rectificationRates } from './tasks/rectification.ts';
import { TABLE_PURPOSES, type NamedTable, type TablePurpose } from '../../domain/table-name.ts';
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
import { yearsTargets } from './targets/years-targets.ts';
import { whoAnswers } from './tasks/who-answers.ts';
import type { YearReport } from './shared/year.ts';
import { supervisionSlip } from './tasks/supervision-slip.ts';
import { taskList } from './tasks/tasks.ts';
import { warSheet } from './projects/war-sheet.ts';
import { yearBatches } from './projects/year-batches.ts';

/**
 * In the order in which they are listed; what a page or a ledger opens by name cannot be left out.
 */
const BY_PURPOSE = {
  targets: {
    'target-breakdown': targetBreakdown,
    'unit-targets': unitTargets,
    'years-targets': yearsTargets,
    'responsibility-letter': responsibilityLetter,
  },
  progress: {
    bulletin: bulletin,
    'monthly-bulletin': monthlyBulletin,
    'unit-report': unitReport,
    pace: paceTable,
    benchmark: benchmark,
    consistency: consistency,
    'chase-list': chaseList,
    'report-cover': reportCoverSheet,
  },
  scoring: {
    scores: scoreTable,
    'score-details': scoreDetails,
    rewards: rewardTable,
    'payment-slip': paymentSlip,
  },
  projects: {
    'project-ledger': projectLedger,
    'four-batches': fourBatches,
    'seven-batches': sevenBatches,
    'year-batches': yearBatches,
    'project-rollup': projectRollup,
    'project-card': projectCard,
    'war-sheet': warSheet,
    'follow-up': followUpTable,
    coordination: coordinationTable,
    gate: gateTable,
    'mu-evaluation': muEvaluation,
    arrivals: arrivalList,
    'arrival-credits': arrivalCredits,
  },
  tasks: {
    'meeting-agenda': meetingAgenda,
    rectification: rectificationList,
    'rectification-rates': rectificationRates,
    tasks: taskList,
    'who-answers': whoAnswers,
    'supervision-slip': supervisionSlip,
    reminders: reminderList,
  },
  leads: {
    'lead-ledger': leadList,
    leads: leadCounts,
    'lead-quota': quotaTable,
  },
} satisfies Readonly<Record<Exclude<TablePurpose, 'ledgers'>, Readonly<Record<string, AnyReport>>>>;
const TABLES = {
  ...BY_PURPOSE.targets,
  ...BY_PURPOSE.progress,
  ...BY_PURPOSE.scoring,
  ...BY_PURPOSE.projects,
  ...BY_PURPOSE.tasks,
  ...BY_PURPOSE.leads,
} satisfies Readonly<Record<Exclude<NamedTable, MadeOfAny>, AnyReport>> &
  Readonly<Record<string, AnyReport>>;
/** made for whichever ledger, or whichever figure, is asked for */
const MADE_OF_ANY = 'ledger-rollup';
type MadeOfAny = typeof MADE_OF_ANY | 'figure-source' | 'change-sheet';
type AnyReport = PrintReport | YearReport;

export const printTables: Readonly<Record<string, AnyReport>> = {
  ...TABLES,
  ...Object.fromEntries(plainLists.map((report) => [report.info.name, report])),
};

/** What the table is for; the lists of ledgers, built-in or the users' own, are of the ledgers. */
export const purposeOf = (name: string): TablePurpose =>
  TABLE_PURPOSES.find((one) => one !== 'ledgers' && Object.hasOwn(BY_PURPOSE[one], name)) ??
  'ledgers';

/**
 * Lists of records, cards and figures as they were typed: what is printed of them may come back in
 * a file. Everything else is worked out, and the file says of what.
 */
const READ_BACK: ReadonlySet<string> = new Set<keyof typeof TABLES>([
  'target-breakdown',
  'unit-targets',
  'responsibility-letter',
  'bulletin',
  'monthly-bulletin',
  'unit-report',
  'pace',
  'project-ledger',
  'project-card',
  'arrivals',
  'rectification',
  'tasks',
  'supervision-slip',
  'lead-ledger',
]);

/** Whether a file may bring the table back; the list of any ledger may. */
export const isReadBack = (name: string): boolean =>
  READ_BACK.has(name) ||
  (!(name in TABLES) && name !== MADE_OF_ANY) ||
  plainLists.some(({ info }) => info.name === name);
