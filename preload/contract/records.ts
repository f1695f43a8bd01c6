/** Records of a ledger: pages of the grid, groups with sums, one record whole, edits with undo. */
import { z } from 'zod';
import { CHANGE_KINDS, type ChangeLine } from '../../main/domain/change-line.ts';
import type { Value } from '../../main/domain/ledgers/field.ts';
import { STATED_CODES } from '../../main/domain/tasks/states.ts';
import { asks, does } from './call.ts';
import { ledgerCode, ownCode } from './ledger-code.ts';
import { type AnyCode } from '../../main/domain/ledgers/index.ts';

/**
 * One record: field code → value as text (money in 元, units by name), with the amounts' currencies
 * beside them.
 */
export type Row = { readonly id: number } & {
  readonly [field: string]: Value | number | readonly string[] | undefined;
};

/**
 * A sum over records: figures as decimals (money in 元), null where no record has a figure: nothing
 * is not 0. `others` counts records left out because their currency differs.
 */
export interface Sums {
  readonly count: number;
  readonly sums: Readonly<
    Record<string, { readonly value: string | null; readonly others: number }>
  >;
}
export interface RecordGroup extends Sums {
  /** the group's values, outermost first; null where the field is empty */
  readonly key: readonly Value[];
}
export interface Summary extends Sums {
  /** all records of the ledger, before filters */
  readonly all: number;
  /** the innermost groups in order; empty without grouping */
  readonly groups: readonly RecordGroup[];
}

export interface Origin {
  readonly import: number;
  readonly file: string;
  readonly sheet: string;
  readonly row: number;
  /** the sheet's columns by field: { total_investment: "G" } */
  readonly columns: Readonly<Record<string, string>>;
  readonly at: string;
}
export interface Change {
  readonly at: string;
  readonly who: string;
  readonly what: 'created' | 'changed' | 'removed' | 'restored';
  readonly fields: readonly {
    readonly field: string;
    readonly before: Value;
    readonly after: Value;
  }[];
  readonly import: number | null;
}
export interface RecordDetail {
  readonly row: Row;
  /** fields whose figure the source called approximate (约) */
  readonly approximate: readonly string[];
  readonly extra: Readonly<Record<string, string>>;
  readonly credits: readonly { readonly unit: string; readonly percent: string }[];
  readonly stages: readonly {
    readonly stage: string;
    readonly date: string | null;
    readonly who: string | null;
    readonly note: string | null;
    readonly evidence?: string | null;
  }[];
  /**
   * moves of state of a problem or task, oldest first; an extension names the deadline it replaced
   */
  readonly states: readonly {
    readonly state: string;
    readonly date: string | null;
    readonly who: string | null;
    readonly note: string | null;
    readonly deadline_before: string | null;
    readonly deadline: string | null;
  }[];
  readonly arrivals: readonly {
    readonly id: number;
    readonly date: string | null;
    readonly amount: string;
    readonly currency: string;
    readonly basis: string;
    readonly remark: string | null;
  }[];
  readonly origins: readonly Origin[];
  readonly history: readonly Change[];
}

/**
 * Something open that is overdue, or due within a week: a problem, a task, a milestone of a
 * project, a record of an own ledger with deadlines.
 */
export interface Reminder {
  /** where it opens, by its id there: a milestone in its project */
  readonly ledger: AnyCode;
  readonly id: number;
  /** 整改, 督办, 项目节点, or what the own ledger is called */
  readonly kind: string;
  readonly name: string;
  readonly unit: string | null;
  readonly leader: string | null;
  readonly owner: string | null;
  /** as people read it; empty where it has none */
  readonly state: string;
  readonly deadline: string;
  /** to the deadline's last day; negative when overdue */
  readonly days: number;
}

const ledger = ledgerCode;
export const querySchema = z.strictObject({
  ledger,
  /** what is typed in the filter row: 含…, >1亿, 2010-05.., 空 */
  filters: z.array(z.strictObject({ field: z.string(), text: z.string() })).default([]),
  /** text searched in the record's name, code and company */
  search: z.string().default(''),
  sort: z
    .array(z.strictObject({ field: z.string(), descending: z.boolean() }))
    .max(4)
    .default([]),
  group: z.array(z.string()).max(3).default([]),
  /**
   * a unit's name: projects, or their arrivals, that count for it by their credits (引进单位's own
   * and shared ones)
   */
  credited: z.string().optional(),
  /**
   * as totals count: without projects (and their arrivals) that have children, which count in their
   * place
   */
  counted: z.boolean().optional(),
});
export type Query = z.input<typeof querySchema>;
export type ParsedQuery = z.output<typeof querySchema>;

export interface Saved {
  /** undo takes this back */
  readonly change: number;
  readonly ids: readonly number[];
}

const value = z.string().max(4000).nullable();
const ids = z.array(z.int()).min(1).max(20000);
const stated = z.enum(STATED_CODES);
/** What is picked out of 修改记录. */
export const changesWanted = z.strictObject({
  text: z.string().max(60),
  who: z.string().max(60).optional(),
  kind: z.enum(CHANGE_KINDS).optional(),
  /** both days included */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
});
export const recordCalls = {
  'records.summary': asks<Summary>()(querySchema),
  'records.page': asks<readonly Row[]>()(
    z.strictObject({ query: querySchema, offset: z.int().min(0), limit: z.int().min(1).max(200) }),
  ),
  'records.get': asks<RecordDetail>()(z.strictObject({ ledger, id: z.int() })),
  /** distinct values of a field, for a choice list; at most 200 */
  'records.values': asks<readonly string[]>()(z.strictObject({ ledger, field: z.string() })),
  /**
   * edits in the grid or the form; values as people type them ("1.2亿", "2010.5", a unit's alias)
   */
  'records.edit': does<Saved>()(
    z.strictObject({
      ledger,
      edits: z
        .array(z.strictObject({ id: z.int(), field: z.string(), value }))
        .min(1)
        .max(20000),
    }),
  ),
  'records.create': does<Saved>()(
    z.strictObject({ ledger, records: z.array(z.record(z.string(), value)).min(1).max(5000) }),
  ),
  /**
   * a block pasted beyond the last row: cells of records that are there and new records, taken back
   * by one undo
   */
  'records.paste': does<Saved>()(
    z.strictObject({
      ledger,
      edits: z.array(z.strictObject({ id: z.int(), field: z.string(), value })).max(20000),
      records: z.array(z.record(z.string(), value)).min(1).max(5000),
    }),
  ),
  'records.remove': does<Saved>()(z.strictObject({ ledger, ids })),
  /** moves a project's stage with its date, person and note */
  'records.setStage': does<Saved>()(
    z.strictObject({
      id: z.int(),
      stage: z.string(),
      date: value,
      who: value,
      note: value,
      evidence: value.default(null),
    }),
  ),
  /**
   * moves problems, tasks or records of an own ledger with a status to a state, all with one date,
   * person and note; those already there stay as they are. Answers which were moved
   */
  'records.setState': does<Saved>()(
    z.strictObject({
      ledger: z.union([stated, ownCode]),
      ids,
      state: z.string(),
      date: value,
      who: value,
      note: value,
    }),
  ),
  /** puts a later deadline, with its reason */
  'records.extend': does<Saved>()(
    z.strictObject({
      ledger: stated,
      ids,
      deadline: z.string().max(100),
      date: value,
      who: value,
      note: z.string().max(4000),
    }),
  ),
  /** over all ledgers with deadlines, the most pressing first */
  'records.reminders': asks<readonly Reminder[]>()(z.strictObject({})),
  /** makes a project of a lead, linked by its name; answers the project's id */
  'records.promote': does<Saved>()(z.strictObject({ id: z.int(), name: z.string().max(400) })),
  /** takes back (or brings back) the newest change that can be; answers what it touched */
  'changes.undo': does<{ readonly records: number; readonly label: string }>()(z.strictObject({})),
  /** what was done, newest first; `before` is the last id of the page above, 0 for the newest */
  'changes.list': asks<readonly ChangeLine[]>()(
    z.strictObject({
      before: z.int().nonnegative(),
      limit: z.int().min(1).max(200),
      ...changesWanted.shape,
    }),
  ),
  /** takes back one change of the list, also an import, a close or a publication */
  'changes.takeBack': does<{ readonly records: number; readonly label: string }>()(
    z.strictObject({ id: z.int().positive() }),
  ),
  /** the book as it was right after this change, as a change of its own */
  'changes.goBack': does<{ readonly label: string }>()(z.strictObject({ id: z.int().min(1) })),
  'changes.redo': does<{ readonly records: number; readonly label: string }>()(z.strictObject({})),
};
