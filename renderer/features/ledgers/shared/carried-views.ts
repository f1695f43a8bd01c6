/**
 * Views that earlier versions kept on this PC alone: when their ledger is first opened they go into
 * the book, each once, under its name.
 */
import type { KeptView } from '../../../../preload/contract/views.ts';
import { isLike } from '../../../stores/drafts.ts';
import { keptViewOf } from './own-view.ts';
import type { ViewContent } from './ledger-view.ts';

/** The book, as far as it is asked. */
export interface ViewsOfBook {
  list(): Promise<readonly { readonly name: string }[]>;
  save(name: string, view: KeptView): Promise<unknown>;
}

const LONGEST = 40;
/** A view of the same name that the book has already stays as it is. */
const HERE = '（本机）';

/**
 * Answers how many were carried. Where the book refuses one, it and those behind it stay on this PC
 * for the next time.
 */
export async function carryViews(ledger: string, book: ViewsOfBook): Promise<number> {
  const key = `draft:${ledger}-views`;
  const views = viewsIn(localStorage.getItem(key));
  const taken = new Set(views.length === 0 ? [] : (await book.list()).map(({ name }) => name));
  for (const [at, [name, view]] of views.entries()) {
    const own = taken.has(name) ? `${name.slice(0, LONGEST - HERE.length)}${HERE}` : name;
    await book.save(own, keptViewOf(view));
    localStorage.setItem(key, JSON.stringify(Object.fromEntries(views.slice(at + 1))));
  }
  localStorage.removeItem(key);
  return views.length;
}

const isView = isLike({ filters: {}, sort: [], group: [], shown: [] });
const isSort = isLike({ field: '', descending: true });
const areTexts = (list: unknown): list is readonly string[] =>
  Array.isArray(list) && list.every((one) => typeof one === 'string');
const isWhole = (found: unknown): found is ViewContent =>
  isView(found) &&
  areTexts(Object.values(found.filters)) &&
  areTexts(found.group) &&
  areTexts(found.shown) &&
  found.sort.every((one) => isSort(one));

/**
 * As they were written by any version: plain, or under the version of the drafts. What is no view
 * is passed over.
 */
function viewsIn(text: string | null): readonly (readonly [string, ViewContent])[] {
  const found = parsed(text);
  const views = isLike({ version: 0, draft: {} })(found) ? found.draft : found;
  if (!isLike({})(views)) return [];
  return Object.entries(views).flatMap(([named, view]: [string, unknown]) => {
    const name = named.trim().slice(0, LONGEST);
    return name === '' || !isWhole(view) ? [] : [[name, view] as const];
  });
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}
