/** Everything the window may ask, merged; and the events it may hear. */
import type { FaultData } from '../../main/domain/fault.ts';
import type { AnyCode } from '../../main/domain/ledgers/index.ts';
import type { InputOf, OutputOf, ParsedOf } from './call.ts';
import { attachmentCalls } from './attachments.ts';
import { documentCalls } from './documents.ts';
import { exchangeCalls } from './exchange.ts';
import { helpCalls } from './help.ts';
import { importCalls } from './imports.ts';
import { keeping } from './keeping.ts';
import { mapCalls } from './maps.ts';
import { ownLedgerCalls } from './own-ledgers.ts';
import { progressCalls } from './progress.ts';
import { projectLife } from './project-life.ts';
import { projectViews } from './project-views.ts';
import { projectCalls } from './projects.ts';
import { recordCalls } from './records.ts';
import { rewardCalls } from './rewards.ts';
import { scoringCalls } from './scoring.ts';
import { searchCalls } from './search.ts';
import { sessionCalls } from './session.ts';
import { shell } from './shell.ts';
import { sourceCalls } from './sources.ts';
import { tableCalls } from './tables.ts';
import { targetCalls } from './targets.ts';
import { taskCalls } from './tasks.ts';
import { unitCalls } from './units.ts';
import { setupCalls } from './setups.ts';
import { viewCalls } from './views.ts';

/** answered by the core */
export const coreCalls = {
  ...sessionCalls,
  ...keeping,
  ...attachmentCalls,
  ...exchangeCalls,
  ...unitCalls,
  ...recordCalls,
  ...projectCalls,
  ...projectLife,
  ...projectViews,
  ...searchCalls,
  ...mapCalls,
  ...importCalls,
  ...tableCalls,
  ...sourceCalls,
  ...documentCalls,
  ...taskCalls,
  ...targetCalls,
  ...progressCalls,
  ...scoringCalls,
  ...rewardCalls,
  ...ownLedgerCalls,
  ...setupCalls,
  ...viewCalls,
  ...helpCalls,
};
/** answered by the window's own process */
export const shellCalls = shell;
export const calls = { ...coreCalls, ...shellCalls };

export type CoreCallName = keyof typeof coreCalls;
export type ShellCallName = keyof typeof shellCalls;
/** Those that the core answers without writing anything into the book. */
export type AskingCallName = {
  [N in CoreCallName]: (typeof coreCalls)[N]['writes'] extends false ? N : never;
}[CoreCallName];
export type CallName = keyof typeof calls;
export type Input<N extends CallName> = InputOf<(typeof calls)[N]>;
export type Parsed<N extends CallName> = ParsedOf<(typeof calls)[N]>;
export type Output<N extends CallName> = OutputOf<(typeof calls)[N]>;

export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fault: FaultData };

export interface Events {
  /** records changed: which ledgers (or areas) the window should ask again for */
  changed: {
    readonly areas: readonly (
      | 'session'
      | 'backups'
      | 'imports'
      | 'indicator'
      | 'target'
      | 'figure'
      | 'score'
      | 'reward'
      | 'ledgers'
      | AnyCode
    )[];
  };
  progress: {
    readonly job: string;
    readonly done: number;
    readonly total: number;
    readonly secondsLeft: number | null;
  };
  /** the window is about to close: keep drafts, then call shell.leave */
  closing: Record<string, never>;
  /** the desktop gave files to open: ask shell.opened */
  opened: Record<string, never>;
}
export type EventName = keyof Events;

/** The only three things the page has. */
export interface Bridge {
  call<N extends CallName>(name: N, input: Input<N>): Promise<Reply<Output<N>>>;
  on<E extends EventName>(event: E, listener: (data: Events[E]) => void): () => void;
  /**
   * hands dropped `File`s to the shell, which alone learns their paths; the call `shell.dropped`
   * then answers their handles
   */
  drop(files: readonly object[]): Promise<void>;
}
