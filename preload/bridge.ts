/** The page's one door: calls and events as JSON strings over whatever the shell's transport is. */
import type {
  Bridge,
  CallName,
  EventName,
  Events,
  Input,
  Output,
  Reply,
} from './contract/index.ts';

export interface Transport {
  /** carries one call as text and brings its reply back as text */
  post(text: string): Promise<string>;
  onMessage(listener: (text: string) => void): void;
  /** shows dropped files to the shell */
  hand(files: readonly File[]): Promise<void>;
}

export const BRIDGE = 'countyPlanner';

export function createBridge(transport: Transport): Bridge {
  const listeners = new Map<EventName, Set<(data: never) => void>>();
  transport.onMessage((text) => {
    const { event, data } = JSON.parse(text) as { event: EventName; data: Events[EventName] };
    for (const listener of listeners.get(event) ?? []) listener(data as never);
  });
  return Object.freeze({
    async call<N extends CallName>(name: N, input: Input<N>): Promise<Reply<Output<N>>> {
      return JSON.parse(await transport.post(JSON.stringify({ name, input }))) as Reply<Output<N>>;
    },
    on<E extends EventName>(event: E, listener: (data: Events[E]) => void): () => void {
      const set = listeners.get(event) ?? new Set();
      listeners.set(event, set.add(listener));
      return () => void set.delete(listener);
    },
    drop: (files: readonly object[]) => transport.hand(files as readonly File[]),
  });
}
