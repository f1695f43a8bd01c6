/**
 * What is overdue or due within a week over all ledgers: asked once for the navigation and for
 * 总览.
 */
import type { AnyCode } from '../../main/domain/ledgers/index.ts';
import type { Reminder } from '../../preload/contract/records.ts';
import { useCall } from '../bridge/bridge.ts';
import { useOwnLedgers } from './ledgers.ts';

export function useReminders(): readonly Reminder[] {
  const own = useOwnLedgers((state) => state.own) ?? [];
  const { value } = useCall('records.reminders', {}, [
    'task',
    'rectification',
    'project',
    'unit',
    'ledgers',
    ...own.map((one) => one.code),
  ]);
  return value ?? [];
}

/** How many records of a ledger are overdue; of all ledgers together without one. */
export const overdueAmong = (all: readonly Reminder[], ledger?: AnyCode): number =>
  all.filter((one) => one.days < 0 && (ledger === undefined || one.ledger === ledger)).length;
