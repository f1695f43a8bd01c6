/** The one currency of a row: said by its amounts, or by its own 币种. */
import type { Issue } from '../../../preload/contract/imports.ts';
import type { Field } from '../../domain/ledgers/field.ts';
import type { Currency } from '../../domain/exact/measure.ts';
import type { PlannedRecord } from '../../services/imports/import-plan.ts';
import type { MappedColumn } from '../sheet/mapped.ts';
import { placedIssue } from '../sheet/issue.ts';

/**
 * The amounts of a row that share its one currency, each with the currency that its cell or column
 * says.
 */
export interface SharedCurrencyAmount {
  readonly column: MappedColumn;
  readonly field: Field;
  readonly currency: Currency;
}

/**
 * An amount that is something says its currency; 0 fits any. `amounts` holds those of the row at
 * hand.
 */
export function sayCurrency(
  amounts: SharedCurrencyAmount[],
  said: SharedCurrencyAmount | null,
  currency: Currency,
  isZero: boolean,
): void {
  if (said !== null && !isZero)
    amounts.push(currency === said.currency ? said : { ...said, currency });
}

/**
 * A record has one currency: what its amounts say, or the row's own 币种, which 万元 does not
 * contradict; where nobody can read that, the amounts wait.
 * Amounts in another one wait with a question each; those in the row's own come in with it, never
 * without.
 */
export function settleCurrency(
  amounts: SharedCurrencyAmount[],
  issues: Issue[],
  draft: { readonly row: number; readonly values: PlannedRecord['values'] },
  isToldUnread: boolean,
): void {
  if (amounts.length === 0) return;
  if (isToldUnread) {
    for (const { column, field } of amounts)
      issues.push(
        placedIssue(
          draft.row - 1,
          column.index,
          'question',
          'currency.unread',
          `${field.label}是哪种币？这一行的币种没读出来，先改币种那一格。`,
        ),
      );
    amounts.length = 0;
    return;
  }
  const told = draft.values.get('currency');
  const foreign = amounts.find((one) => one.currency !== 'CNY')?.currency;
  const own = told ?? foreign ?? 'CNY';
  const isContradicted = told === null || foreign !== undefined;
  for (const one of isContradicted ? amounts : [])
    if (one.currency !== own)
      issues.push(
        placedIssue(
          draft.row - 1,
          one.column.index,
          'error',
          'currency.mixed',
          `${one.field.label}的币种与同一行其他金额不同。请改成一种。`,
        ),
      );
  if (told === null) draft.values.put('currency', own);
  amounts.length = 0;
}
