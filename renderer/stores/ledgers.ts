/**
 * The ledgers of the open book as the window knows them: the built-in ones, and those that users
 * define, asked once and again when one is defined.
 */
import { create } from 'zustand';
import type { Ledger } from '../../main/domain/ledgers/field.ts';
import {
  builtInLedgerOf as builtIn,
  ledgers,
  type AnyCode,
  type LedgerCode,
} from '../../main/domain/ledgers/index.ts';
import type { OwnLedgerInfo } from '../../preload/contract/own-ledgers.ts';
import { call, onCoreEvent } from '../bridge/bridge.ts';

interface OwnLedgers {
  /** null until they are known; retired ones too */
  readonly own: readonly OwnLedgerInfo[] | null;
}
export const useOwnLedgers = create<OwnLedgers>()(() => ({ own: null }));

function ask(): void {
  call('ledgers.list', {}).then(
    (own) => useOwnLedgers.setState({ own }),
    () => undefined,
  );
}

/** Starts listening; answers how to stop. */
export function followLedgers(): () => void {
  ask();
  return onCoreEvent(
    'changed',
    ({ areas }) => (areas.includes('ledgers') || areas.includes('session')) && ask(),
  );
}

/**
 * The ledger of a code, built-in or the users' own; null where there is none (yet). For code that
 * runs when it is asked; pages that show it use the hook.
 */
export const knownLedgerOf = (code: string): Ledger | null =>
  builtIn(code) ?? useOwnLedgers.getState().own?.find((one) => one.code === code)?.ledger ?? null;

export const useLedger = (code: string): Ledger | null =>
  useOwnLedgers(
    ({ own }) => builtIn(code) ?? own?.find((one) => one.code === code)?.ledger ?? null,
  );

/** All ledgers in use, the built-in ones first. */
export function allLedgers(
  own: readonly OwnLedgerInfo[] | null,
): readonly { readonly code: AnyCode; readonly ledger: Ledger }[] {
  const mine = (own ?? [])
    .filter((one) => !one.definition.retired)
    .map(({ code, ledger }) => ({ code, ledger }));
  return [
    ...(Object.keys(ledgers) as LedgerCode[]).map((code) => ({
      code,
      ledger: ledgers[code] as Ledger,
    })),
    ...mine,
  ];
}
