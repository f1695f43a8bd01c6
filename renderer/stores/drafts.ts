/** Drafts of forms that outlive the window: kept on this machine by name, forgotten when nothing is left of them. */
import { beforeClosing } from './closing.ts';

const PREFIX = 'draft:';
/** what a killed window may cost of what was typed */
const OFTEN_MS = 5000;

let isForgetting = false;

/** What was kept under `name`, or `empty`. A damaged draft is no reason not to start. */
export function keptDraft<T extends object>(name: string, empty: T): T {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(PREFIX + name) ?? 'null');
    return typeof found === 'object' && found !== null ? (found as T) : empty;
  } catch {
    return empty;
  }
}

/** Keeps what `read` gives, every few seconds and when the window closes; an object without entries is forgotten. @returns how to stop */
export function keepDraft(name: string, read: () => object): () => void {
  let kept: object | null = null;
  const keep = (): void => {
    const draft = read();
    if (isForgetting || draft === kept) return;
    kept = draft;
    if (Object.keys(draft).length === 0) localStorage.removeItem(PREFIX + name);
    else localStorage.setItem(PREFIX + name, JSON.stringify(draft));
  };
  const often = setInterval(keep, OFTEN_MS);
  const stop = beforeClosing(keep);
  return () => {
    clearInterval(often);
    stop();
  };
}

/** Forgets all drafts and keeps no more until the page is loaded again: their book was thrown away, and its numbers will be other records'. */
export function forgetDrafts(): void {
  isForgetting = true;
  for (const key of Object.keys(localStorage))
    if (key.startsWith(PREFIX)) localStorage.removeItem(key);
}
