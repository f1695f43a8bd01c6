/** Runs before the page's scripts in the Chromium shell: takes the raw binding away and leaves the bridge. */
import { BRIDGE, createBridge } from './bridge.ts';

interface Raw {
  countyPlannerPost?: (text: string) => Promise<string>;
  countyPlannerHear?: (text: string) => void;
}
const raw = globalThis as unknown as Raw;
const post = raw.countyPlannerPost;
if (post !== undefined && window.top === window) {
  delete raw.countyPlannerPost;
  const bridge = createBridge({
    post,
    onMessage: (listener) => Object.defineProperty(raw, 'countyPlannerHear', { value: listener, enumerable: false }),
  });
  Object.defineProperty(globalThis, BRIDGE, { value: bridge, enumerable: true });
}
