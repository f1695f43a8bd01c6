/** The ledgers whose records move through states: problems and tasks. */
import type { Choice, Value } from '../ledgers/field.ts';
import { RECTIFICATION_STATES, rectificationStateTold } from '../ledgers/rectification-states.ts';
import { TASK_STATES, taskStateTold } from '../ledgers/task-states.ts';

export interface Stated {
  /** in the order of the work; the first is where a record begins, the last is `closed` */
  readonly states: readonly Choice[];
  /** the state a workbook tells without a column for it */
  readonly told: (record: { readonly closed_date: Value; readonly progress: Value }) => string;
  /** the field of the day on which a record begins: no move is earlier */
  readonly begins: string;
  /** the field of the unit that answers for it */
  readonly unit: string;
}

export const STATED = {
  rectification: {
    states: RECTIFICATION_STATES,
    told: rectificationStateTold,
    begins: 'found_date',
    unit: 'unit',
  },
  task: { states: TASK_STATES, told: taskStateTold, begins: 'assigned_date', unit: 'lead_unit' },
} as const satisfies Record<string, Stated>;
export type StatedCode = keyof typeof STATED;
export const STATED_CODES = Object.keys(STATED) as [StatedCode, ...StatedCode[]];

export const statedOf = (ledger: string): Stated | null =>
  ledger in STATED ? STATED[ledger as StatedCode] : null;
