/** What crosses between the window's process and the core's thread. */
import type { EventName, Events, Reply } from '../preload/contract/index.ts';
import type { FaultData } from './domain/fault.ts';
import type { Paper } from './shell/shell.ts';

export type HostReply = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly fault: FaultData };

export type ToCore =
  | { readonly kind: 'call'; readonly id: number; readonly call: string; readonly input: unknown }
  | { readonly kind: 'hostReply'; readonly id: number; readonly reply: HostReply }
  | { readonly kind: 'close' };

export type FromCore =
  | { readonly kind: 'reply'; readonly id: number; readonly reply: Reply<unknown> }
  | { readonly kind: 'event'; readonly event: EventName; readonly data: Events[EventName] }
  | { readonly kind: 'log'; readonly line: string }
  | { readonly kind: 'toPdf'; readonly id: number; readonly html: string; readonly paper: Paper }
  | { readonly kind: 'pathOf'; readonly id: number; readonly handle: string };
