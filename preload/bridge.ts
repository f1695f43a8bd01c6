/** The page's two functions over any transport; everything crosses as JSON text, which is far faster than objects. */
import type { Bridge, EventName, Events, Reply } from './contract/index.ts';

export interface Transport {
  /** posts a call as JSON and answers its reply as JSON */
  post(text: string): Promise<string>;
  /** hears events as JSON: [name, data] */
  onMessage(listener: (text: string) => void): void;
}

export function createBridge(transport: Transport): Bridge {
  const listeners = new Map<EventName, Set<(data: never) => void>>();
  transport.onMessage((text) => {
    const [event, data] = JSON.parse(text) as [EventName, Events[EventName]];
    for (const listener of listeners.get(event) ?? []) (listener as (data: Events[EventName]) => void)(data);
  });
  const bridge: Bridge = {
    call: async (name, input) => JSON.parse(await transport.post(JSON.stringify([name, input]))) as Reply<never>,
    on(event, listener) {
      const heard = listeners.get(event) ?? new Set();
      listeners.set(event, heard.add(listener as (data: never) => void));
      return () => heard.delete(listener as (data: never) => void);
    },
  };
  return Object.freeze(bridge);
}

/** The only name that the page sees. */
export const BRIDGE = 'countyPlanner';
