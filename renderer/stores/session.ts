/** The open book as the window knows it: asked once, and again when the core says it changed. */
import { thisYear } from '../format/today.ts';
import { create } from 'zustand';
import type { FaultData } from '../../main/domain/fault.ts';
import { wholeOfCounty } from '../../main/domain/progress/words.ts';
import type { Session } from '../../preload/contract/session.ts';
import { call, faultOf, onCoreEvent } from '../bridge/bridge.ts';
import { faultText } from '../format/fault.ts';
import { say } from './status.ts';

interface SessionState {
  readonly session: Session | null;
  readonly fault: FaultData | null;
}
export const useSession = create<SessionState>()(() => ({ session: null, fault: null }));

export const heardSession = (session: Session): void =>
  useSession.setState({ session, fault: null });

function askSession(): void {
  call('session.get', {}).then(heardSession, (error: unknown) =>
    useSession.setState({ fault: faultOf(error) }),
  );
}

/** Starts listening; answers how to stop. */
export function followSession(): () => void {
  askSession();
  return onCoreEvent('changed', ({ areas }) => areas.includes('session') && askSession());
}

/** Turns every page to another year. */
export const showYear = (year: number): void =>
  void call('session.setYear', { year }).catch((error: unknown) => say(faultText(faultOf(error))));

/** What the county is called in a total: 全县, 全区, 全镇. */
export const useWhole = (): string =>
  useSession(({ session }) => wholeOfCounty(session?.county ?? ''));

/** The year that is being worked on: the one chosen above, before a book is open this one. */
export const useYear = (): number => useSession(({ session }) => session?.year ?? thisYear());
