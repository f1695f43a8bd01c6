/**
 * Runs before the page in the Chromium shell: takes the raw binding away and leaves the frozen
 * bridge.
 */
import { BRIDGE, createBridge } from './bridge.ts';

/** the names that main/shell/chromium knows too */
const RAW = '__countyPlannerRaw';
const MESSAGE = 'county-planner-message';
const DROPPED = '__countyPlannerDropped';

const post = Reflect.get(globalThis, RAW) as ((text: string) => Promise<string>) | undefined;
Reflect.deleteProperty(globalThis, RAW);
if (post !== undefined && window.top === window) {
  const bridge = createBridge({
    post,
    // the browser's debugger looks here for the files' paths; the page cannot see them
    hand: async (files) =>
      void Object.defineProperty(window, DROPPED, { value: files, configurable: true }),
    onMessage: (listener) => {
      window.addEventListener(MESSAGE, (event) => listener((event as MessageEvent<string>).data));
      // a window that the user closes asks nobody else: this is the last moment to keep a draft
      window.addEventListener('beforeunload', () =>
        listener(JSON.stringify({ event: 'closing', data: {} })),
      );
    },
  });
  Object.defineProperty(window, BRIDGE, { value: bridge, writable: false, configurable: false });
}
