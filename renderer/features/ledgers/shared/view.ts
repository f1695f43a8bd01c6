/**
 * What the user is doing in each ledger: filters, order, columns, and drafts that outlive a closed
 * drawer and the window.
 */
import { createStore, useStore, type StoreApi } from 'zustand';
import { call } from '../../../bridge/bridge.ts';
import { say } from '../../../stores/status.ts';
import { isLike, keepDraft, keptDraft } from '../../../stores/drafts.ts';
import { carryViews } from './carried-views.ts';
import { firstView, refittedView } from './own-view.ts';
import type { LedgerSpec } from './spec.ts';
import type { LedgerView } from './ledger-view.ts';

/** the draft of a record that does not exist yet */
export const NEW = 0;

const stores = new Map<string, StoreApi<LedgerView>>();

export const useLedgerView = (spec: LedgerSpec): LedgerView => useStore(storeOf(spec));

/** By ledger: the fields that its view was last fitted to. */
const fitted = new Map<string, readonly string[]>();

/**
 * A field that was added to the users' own ledger is shown, one that was hidden no longer filters.
 */
export function fitView(spec: LedgerSpec): void {
  const [before, now] = [fitted.get(spec.code), spec.fields.map((field) => field.code)];
  fitted.set(spec.code, now);
  if (before === undefined || before.join() === now.join()) return;
  const { setState, getState } = storeOf(spec);
  setState(refittedView(spec, before, getState()));
}

/**
 * A new record's form begins with these texts by field; one that somebody has filled in further is
 * kept as it is.
 */
export function beginRecordWith(spec: LedgerSpec, texts: Readonly<Record<string, string>>): void {
  const { drafts, draft } = storeOf(spec).getState();
  const typed = Object.entries(drafts[NEW] ?? {}).filter(([, { text }]) => text.trim() !== '');
  if (typed.some(([field]) => texts[field] === undefined))
    return say(`上次未填完的${spec.one}仍保留，请先保存，或删除所填内容。`);
  draft(NEW, Object.fromEntries(Object.entries(texts).map(([field, text]) => [field, { text }])));
}

const isTyped = isLike({ text: '' });
/** By record, and there by field. */
const areDrafts = (found: unknown): found is LedgerView['drafts'] =>
  isLike({})(found) &&
  Object.values(found).every(
    (draft: unknown) => isLike({})(draft) && Object.values(draft).every(isTyped),
  );

/** Made when its ledger is first opened, and kept as long as the window. */
export function storeOf(spec: LedgerSpec): StoreApi<LedgerView> {
  const known = stores.get(spec.code);
  if (known !== undefined) return known;
  const made = createStore<LedgerView>()((set) => ({
    opened: null,
    filters: {},
    credited: null,
    sort: [],
    group: spec.groupFirst === null ? [] : [spec.groupFirst],
    shown: spec.shownFirst,
    ...firstView(spec),
    drafts: keptDraft(spec.code, areDrafts) ?? {},
    filter: (field, text) =>
      set(({ filters }) => {
        const rest = Object.fromEntries(Object.entries(filters).filter(([code]) => code !== field));
        return { filters: text.trim() === '' ? rest : { ...rest, [field]: text.trim() } };
      }),
    show: (part) => set(part),
    draft: (id, draft) => set(({ drafts }) => ({ drafts: { ...drafts, [id]: draft } })),
    dropDraft: (id) =>
      set(({ drafts }) => ({
        drafts: Object.fromEntries(Object.entries(drafts).filter(([key]) => Number(key) !== id)),
      })),
  }));
  keepDraft(spec.code, () => made.getState().drafts);
  stores.set(spec.code, made);
  const { code: ledger } = spec;
  carryViews(ledger, {
    list: () => call('views.list', { ledger }),
    save: (name, view) => call('views.save', { ledger, name, view }),
    // a book that takes nothing now keeps them on this PC
  }).catch(() => undefined);
  return made;
}
