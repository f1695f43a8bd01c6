/**
 * The tables whose rows belong to the user, in the order in which they are written, and what hangs
 * on their rows.
 */
import type { ChangeKind } from '../domain/change-line.ts';
import { LEDGER_CODES, type AnyCode } from '../domain/ledgers/index.ts';
import { isOwnCode } from '../domain/ledgers/own-code.ts';

const PART_TABLES = [
  'arrival',
  'arrival_cut',
  'stage_event',
  'state_event',
  'credit',
  'milestone',
  'project_year',
  'project_month',
  'project_problem',
  'project_merge',
  'talk',
  'promotion_event',
  'task_milestone',
  'task_note',
  'chase',
  'meeting',
  'meeting_item',
  'attachment',
] as const;
/** What the office has set up for its projects. */
const RULE_TABLES = ['gate', 'exchange_rate'] as const;
/** Of the year's targets and figures; those that are named stand before those that name them. */
const YEAR_TABLES = [
  'indicator',
  'target_version',
  'target',
  'figure',
  'month_close',
  'published',
  'correction',
  'rival',
  'rival_figure',
] as const;
/**
 * Of the scoring and the rewards; a scheme stands before what was published by it, rules before
 * what was given by them.
 */
const SCORE_TABLES = [
  'scheme',
  'score_event',
  'post_term',
  'score_publication',
  'score_objection',
  'reward_book',
  'reward',
  'reward_share',
  'reward_instalment',
] as const;
/** What the office has decided of the program, its imports and its views. */
const DECIDED_TABLES = ['setting', 'profile', 'saved_view'] as const;
/** Of what is exchanged with other offices. */
const EXCHANGE_TABLES = ['partner', 'parcel', 'shared_row'] as const;
/** By what a change is about; records are all others. */
export const TABLES_OF_KIND: Readonly<
  Record<Exclude<ChangeKind, 'import' | 'records'>, readonly AuditedTable[]>
> = {
  year: YEAR_TABLES,
  scores: SCORE_TABLES,
  exchange: EXCHANGE_TABLES,
  decided: [...RULE_TABLES, ...DECIDED_TABLES],
};
/** The tables whose rows belong to the user; the words of the audit. */
export type AuditedTable =
  | AnyCode
  | 'own_ledger'
  | (typeof PART_TABLES)[number]
  | (typeof RULE_TABLES)[number]
  | (typeof YEAR_TABLES)[number]
  | (typeof SCORE_TABLES)[number]
  | (typeof EXCHANGE_TABLES)[number]
  | (typeof DECIDED_TABLES)[number];

interface DependentRows {
  readonly table: AuditedTable;
  /** the column that names the record, and what else tells its rows from those of other ledgers */
  readonly column: string;
  readonly only: string;
}
/** What hangs on a problem or task by its ledger and id. */
const ofRecord = (ledger: 'task' | 'rectification'): readonly DependentRows[] =>
  (['state_event', 'chase'] as const).map((table) => ofLedger(table, ledger));
function ofLedger(
  table: 'state_event' | 'chase' | 'attachment',
  ledger: AuditedTable,
): DependentRows {
  return { table, column: 'record_id', only: `ledger = '${ledger}' AND ` };
}
const HANGING: Partial<Record<AuditedTable, readonly DependentRows[]>> = {
  project: (
    [
      'stage_event',
      'credit',
      'arrival',
      'milestone',
      'project_year',
      'project_month',
      'project_problem',
      'project_merge',
      'talk',
    ] as const
  ).map((table) => ({ table, column: 'project_id', only: '' })),
  lead: [{ table: 'talk', column: 'lead_id', only: '' }],
  task: [
    ...ofRecord('task'),
    ...(['task_milestone', 'task_note'] as const).map((table) => ({
      table,
      column: 'task_id',
      only: '',
    })),
  ],
  rectification: ofRecord('rectification'),
  meeting: [{ table: 'meeting_item', column: 'meeting_id', only: '' }],
  arrival: [{ table: 'arrival_cut', column: 'arrival_id', only: '' }],
  indicator: (['target', 'figure', 'rival_figure'] as const).map((table) => ({
    table,
    column: 'indicator_id',
    only: '',
  })),
  target_version: [{ table: 'target', column: 'version_id', only: '' }],
  month_close: [{ table: 'published', column: 'close_id', only: '' }],
  reward: (['reward_share', 'reward_instalment'] as const).map((table) => ({
    table,
    column: 'reward_id',
    only: '',
  })),
  score_publication: [{ table: 'score_objection', column: 'publication_id', only: '' }],
  rival: [{ table: 'rival_figure', column: 'rival_id', only: '' }],
};
/** Rows that stay when the row they name is removed, and name nothing then. */
export const LET_GO: Partial<Record<AuditedTable, readonly Omit<DependentRows, 'only'>[]>> = {
  project: [{ table: 'reward', column: 'project_id' }],
};

/** Which rows go with a removed row. */
export function dependentsOf(table: AuditedTable): readonly DependentRows[] {
  const hanging = HANGING[table] ?? [];
  if (isOwnCode(table))
    return [...hanging, ofLedger('state_event', table), ofLedger('attachment', table)];
  return isLedger(table) ? [...hanging, ofLedger('attachment', table)] : hanging;
}
const isLedger = (table: AuditedTable): boolean => LEDGER_CODES.some((code) => code === table);

/** Rows before those that name them: units, then records, then what hangs on these. */
export const WRITTEN_FIRST: readonly AuditedTable[] = [
  'own_ledger',
  'unit',
  ...LEDGER_CODES.filter((code) => code !== 'unit' && code !== 'arrival'),
];
export const WRITTEN_LAST: readonly AuditedTable[] = [
  ...PART_TABLES,
  ...RULE_TABLES,
  ...YEAR_TABLES,
  ...SCORE_TABLES,
  ...EXCHANGE_TABLES,
  ...DECIDED_TABLES,
];
