/** Views of ledgers that users define: those that come with the definition, and what becomes of the view in hand when the fields change. */
import type { OwnView } from '../../../../main/domain/ledgers/own-definition.ts';
import type { LedgerSpec } from './spec.ts';
import type { SavedView } from './ledger-view.ts';

/** As the sheet takes it; no columns named: all of them. */
export function viewOf({ fields }: LedgerSpec, view: OwnView): SavedView {
  return {
    filters: Object.fromEntries(view.filters.map(({ field, text }) => [field, text])),
    sort: view.sort.map((one) => ({ ...one })),
    group: view.group,
    shown: view.columns.length === 0 ? fields.map((field) => field.code) : view.columns,
  };
}

/** How the ledger opens: as its first view, unless that one leaves records out. */
export function firstView(spec: LedgerSpec): Partial<SavedView> {
  const first = spec.own?.views[0];
  return first === undefined || first.filters.length > 0 ? {} : viewOf(spec, first);
}

/** Fields that were not there `before` are shown; what is hidden now no longer filters, sorts or groups. */
export function refittedView(
  { fields }: LedgerSpec,
  before: readonly string[],
  view: SavedView,
): SavedView {
  const there = new Set(fields.map((field) => field.code));
  const known = new Set(before);
  return {
    filters: Object.fromEntries(Object.entries(view.filters).filter(([code]) => there.has(code))),
    sort: view.sort.filter((one) => there.has(one.field)),
    group: view.group.filter((code) => there.has(code)),
    shown: [
      ...view.shown.filter((code) => there.has(code)),
      ...fields
        .map((field) => field.code)
        .filter((code) => !known.has(code) && !view.shown.includes(code)),
    ],
  };
}
