/**
 * Drafts of forms that outlive the window: kept on this machine by name, forgotten when nothing is
 * left of them.
 */
import { beforeClosing } from './closing.ts';

const PREFIX = 'draft:';
/** what a killed window may cost of what was typed */
const OFTEN_MS = 5000;

let isForgetting = false;

/** of the drafts' form; one of another is not taken */
const VERSION = 1;
type Guard<T> = (found: unknown) => found is T;

/**
 * What was kept under `name`; null where it is nothing that `isDraft` knows. A damaged draft is no
 * reason not to start.
 */
export function keptDraft<T extends object>(name: string, isDraft: Guard<T>): T | null {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(PREFIX + name) ?? 'null');
    return isKept(found) && found.version === VERSION && isDraft(found.draft) ? found.draft : null;
  } catch {
    return null;
  }
}
const isKept = isLike({ version: 0, draft: {} });

/**
 * Whether something has all that the model has, each of the same kind; what is null there may be
 * anything.
 */
export function isLike<T extends object>(model: T): Guard<T> {
  const kindOf = (value: unknown): string =>
    Array.isArray(value) ? 'list' : value === null ? 'null' : typeof value;
  return (found): found is T => {
    if (kindOf(found) !== 'object') return false;
    const parts = new Map<string, unknown>(Object.entries(Object(found)));
    return Object.entries(model).every(
      ([key, of]) => parts.has(key) && (of === null || kindOf(parts.get(key)) === kindOf(of)),
    );
  };
}

/**
 * Keeps what `read` gives, every few seconds and when the window closes; an object without entries
 * is forgotten. @returns how to stop
 */
export function keepDraft(name: string, read: () => object): () => void {
  let kept: object | null = null;
  const keep = (): void => {
    const draft = read();
    if (isForgetting || draft === kept) return;
    kept = draft;
    if (Object.keys(draft).length === 0) localStorage.removeItem(PREFIX + name);
    else localStorage.setItem(PREFIX + name, JSON.stringify({ version: VERSION, draft }));
  };
  const often = setInterval(keep, OFTEN_MS);
  const stop = beforeClosing(keep);
  return () => {
    clearInterval(often);
    stop();
  };
}

/**
 * Forgets all drafts and keeps no more until the page is loaded again: their book was thrown away,
 * and its numbers will be other records'.
 */
export function forgetDrafts(): void {
  isForgetting = true;
  for (const key of Object.keys(localStorage))
    if (key.startsWith(PREFIX)) localStorage.removeItem(key);
}
