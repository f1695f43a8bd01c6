/**
 * What must be kept when the window closes: pages say it here, and the window waits up to two
 * seconds for them.
 */
import { call, onCoreEvent } from '../bridge/bridge.ts';

type Keep = () => void | Promise<void>;

const keeping = new Set<Keep>();

/**
 * Runs `keep` before the window closes. What is done by the time it returns is kept however the
 * window goes. @returns how to stop
 */
export function beforeClosing(keep: Keep): () => void {
  keeping.add(keep);
  return () => void keeping.delete(keep);
}

/** Starts listening; answers how to stop. */
export function followClosing(): () => void {
  return onCoreEvent('closing', () => {
    const under = [...keeping].flatMap((keep) => begun(keep) ?? []);
    // at once where nothing is under way: the page may have no later moment
    if (under.length === 0) leave();
    else void Promise.allSettled(under).then(leave);
  });
}

/** One page's trouble must not cost the others their drafts. */
function begun(keep: Keep): Promise<void> | undefined {
  try {
    return keep() ?? undefined;
  } catch {
    return undefined;
  }
}

const leave = (): void => void call('shell.leave', {}).catch(() => undefined);
