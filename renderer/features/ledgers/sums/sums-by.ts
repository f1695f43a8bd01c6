/** By what the chart of sums, and its table on paper, tell a ledger's records apart. */
import { isGroupable } from '../../../../main/domain/ledgers/field.ts';
import type { LedgerParams } from '../../../stores/pages.ts';
import type { LedgerSpec } from '../shared/spec.ts';

/**
 * The field that the records are told apart by: where nobody chose, the status of a ledger that has
 * one, or its first that groups.
 */
export function sumsDividedBy(spec: LedgerSpec, params: LedgerParams): string[] {
  const groups = spec.fields.filter(isGroupable).map((field) => field.code);
  const found =
    [params.by, spec.own?.status?.field, spec.moved].find(
      (code) => code != null && groups.includes(code),
    ) ?? groups[0];
  return found == null ? [] : [found];
}
