/** Rows that no record answers to: new, the same under another name, or a question. */
import type { NearRecord } from '../../../preload/contract/imports.ts';
import type { Ledger } from '../../domain/ledgers/field.ts';
import type { Existing } from '../../services/imports/existing-record.ts';
import type { PlannedRecord } from '../../services/imports/import-plan.ts';
import type { Known } from '../../services/imports/known.ts';
import { nameOfRow, type FileTable, type RowAnswers } from './file-plan.ts';

/** A row that no record answers to, until all rows have claimed theirs. */
export interface Unmatched {
  readonly from: FileTable;
  readonly ledger: Ledger;
  readonly record: PlannedRecord;
}
/** What such a row is: a new record, one that is there by another name, or nearly one. */
export type MatchedLate =
  | { readonly is: 'new' }
  | { readonly is: 'renamed'; readonly before: Existing; readonly message: string }
  | { readonly is: 'near'; readonly near: NearRecord; readonly message: string };

export function matchLate(
  { from, ledger, record }: Unmatched,
  known: Known,
  answers: RowAnswers,
  claimed: ReadonlySet<number>,
): MatchedLate {
  const here = nameOfRow(from, record.row);
  const like = answers.recordOf(here) === null ? null : known.alike(ledger, record.values);
  if (like === null || claimed.has(like.id)) return { is: 'new' };
  const before = known.get(ledger, like.id);
  const name = record.values.get(ledger.nameField) ?? '';
  if (before !== null && isSurelySame(ledger, before, record))
    return {
      is: 'renamed',
      before,
      message: `“${name}”的投资方、签约日期、金额等都与台账里的“${like.name}”相同，看作同一个，改了名。`,
    };
  const about = like.about === '' ? '' : `（${like.about}）`;
  const asked = `是同一个${ledger.noun.replace(/^个/, '')}吗？`;
  return {
    is: 'near',
    near: { ...here, name, like },
    message:
      name === like.name
        ? `台账里也有“${name}”${about}，单位不同。${asked}`
        : `“${name}”与台账里的“${like.name}”${about}名称相近。${asked}`,
  };
}

/** What a project keeps when it is renamed. */
const LASTING = [
  'company',
  'signed_date',
  'total_investment',
  'introducer',
  'responsible_unit',
  'location',
] as const;
/**
 * Whether a row whose name is nearly a record's has everything else of it that lasts: four things
 * at least, and nothing that differs.
 */
function isSurelySame(ledger: Ledger, before: Existing, record: PlannedRecord): boolean {
  const both = LASTING.flatMap((code) => {
    const field = ledger.fields.find((one) => one.code === code);
    const [old, now] =
      field === undefined
        ? [null, null]
        : [before.values[code] ?? null, record.values.get(field.code)];
    return old === null || now === null ? [] : [old === now];
  });
  return both.length >= 4 && both.every((one) => one);
}
