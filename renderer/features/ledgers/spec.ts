/** How each ledger is shown: what a new user sees of it, its words, its printed list. What only one ledger has stands in specials.tsx. */
import type { Field, Ledger } from '../../../main/domain/ledgers/field.ts';
import { ledgers, type LedgerCode } from '../../../main/domain/ledgers/index.ts';
import { PRINTED_FIRST } from '../../../main/domain/ledgers/project.ts';

export interface LedgerSpec {
  readonly code: LedgerCode;
  readonly ledger: Ledger;
  readonly fields: readonly Field[];
  /** columns that a new user sees, in the order of the form */
  readonly shownFirst: readonly string[];
  readonly groupFirst: string | null;
  /** the field that moves by a form of its own */
  readonly moved: string | null;
  /** what one record is called, without its counting word: 项目 */
  readonly one: string;
  /** its counting word: 个 */
  readonly counter: string;
  /** its list on paper and as a workbook */
  readonly table: string;
  /** whether a record can be typed in: arrivals come with their projects */
  readonly canAdd: boolean;
}

type Shown = Pick<LedgerSpec, 'shownFirst' | 'groupFirst' | 'moved' | 'table'>;
/** Units have a page of their own. */
export type ShownCode = Exclude<LedgerCode, 'unit'>;

const SHOWN: Record<ShownCode, Shown> = {
  project: { shownFirst: ['stage', ...PRINTED_FIRST], groupFirst: 'stage', moved: 'stage', table: 'project-ledger' },
  rectification: { shownFirst: ['state', 'problem', 'source', 'aspect', 'level', 'place', 'unit', 'owner', 'measures', 'found_date', 'deadline', 'progress', 'closed_date'], groupFirst: 'source', moved: 'state', table: 'rectification' },
  task: { shownFirst: ['state', 'title', 'lead_unit', 'support_units', 'leader', 'owner', 'deadline', 'original_deadline', 'progress', 'closed_date', 'problem'], groupFirst: null, moved: 'state', table: 'tasks' },
  lead: { shownFirst: ['judged', 'content', 'person', 'rank_class', 'unit', 'date', 'company', 'expected_investment', 'follow_up', 'project'], groupFirst: null, moved: null, table: 'lead-ledger' },
  arrival: { shownFirst: ['project', 'date', 'amount', 'recognised', 'cut', 'cut_reason', 'currency', 'basis', 'source', 'evidence', 'remark'], groupFirst: null, moved: null, table: 'arrivals' },
  person: { shownFirst: ['name', 'unit', 'rank_class', 'post', 'phone', 'remark'], groupFirst: null, moved: null, table: 'people' },
};
export const SHOWN_CODES = Object.keys(SHOWN) as ShownCode[];

export const SPECS: Readonly<Record<ShownCode, LedgerSpec>> = Object.fromEntries(SHOWN_CODES.map((code) => [code, specOf(code)])) as Record<ShownCode, LedgerSpec>;

function specOf(code: ShownCode): LedgerSpec {
  const ledger: Ledger = ledgers[code];
  return { code, ledger, fields: ledger.fields, ...SHOWN[code], counter: ledger.noun.slice(0, 1), one: ledger.noun.slice(1), canAdd: code !== 'arrival' };
}

/** What is filled in most comes first; what moves by its own form, and words that are typed in their day's box, are no fields of this one. */
export function formFieldsOf({ ledger, fields, moved, shownFirst }: LedgerSpec): readonly Field[] {
  const place = (field: Field): number => {
    const found = shownFirst.indexOf(field.code);
    return found === -1 ? shownFirst.length : found;
  };
  const besides = new Set([moved, ...Object.values(ledger.words ?? {})]);
  return fields.filter((field) => !besides.has(field.code)).sort((a, b) => place(a) - place(b));
}
