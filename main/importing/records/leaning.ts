/**
 * Cells on which other values of their row lean: where nobody can read the 币种, amounts wait with
 * it; where nobody can read the state or the closing day, a new record begins as their words say.
 */
import type { Ledger, Value } from '../../domain/ledgers/field.ts';
import { statedOf } from '../../domain/tasks/states.ts';

/** 预计5月底, 年底前: what is to be, no day on which anything was done. */
export const IS_AHEAD = /预计|计划|拟|力争|确保|争取|前$|以前$|之前$/;

/** Of the row at hand. */
export class LeaningCells {
  isCurrencyUnread = false;
  private state: string | null = null;
  private closed: string | null = null;

  /** A filled cell whose value waits or is kept as words. */
  unread(code: string, seen: string): void {
    if (code === 'currency') this.isCurrencyUnread = true;
    else if (code === 'state') this.state = seen;
    // the first days that a spreadsheet knows are no days of anybody's
    else if (code === 'closed_date' && !/^(?:1899|190[0-4])-/.test(seen)) this.closed = seen;
  }

  /**
   * The state in which a new record begins, told by cells that are not read: never 未整改 for want
   * of a date. Null where nothing was unread or a state is told.
   */
  begins(ledger: Ledger | null, values: { get(code: string): Value }): Value {
    if (this.state === null && this.closed === null) return null;
    const stated = ledger === null ? null : statedOf(ledger.code);
    if (stated === null || values.get('state') !== null) return null;
    if (this.closed !== null && /\d/.test(this.closed) && !IS_AHEAD.test(this.closed))
      return 'closed';
    return stated.told({
      closed_date: values.get('closed_date'),
      progress: this.state ?? this.closed,
    });
  }

  next(): void {
    [this.isCurrencyUnread, this.state, this.closed] = [false, null, null];
  }
}

/**
 * What a new record of the ledger is put down as where this word stands in the column of its state;
 * null in any other column.
 */
export function beginningOf(ledger: Ledger | null, field: string, word: string): string | null {
  if (ledger?.own?.status?.field === field)
    return ledger.own.fields.find((one) => one.code === field)?.choices[0] ?? null;
  const stated = ledger === null || field !== 'state' ? null : statedOf(ledger.code);
  return stated?.told({ closed_date: null, progress: word }) ?? null;
}
