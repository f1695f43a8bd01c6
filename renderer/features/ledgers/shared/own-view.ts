/**
 * Views of ledgers that users define: those that come with the definition, and what becomes of the
 * view in hand when the fields change.
 */
import type { OwnView } from '../../../../main/domain/ledgers/own-definition.ts';
import type { KeptView } from '../../../../preload/contract/views.ts';
import type { LedgerSpec } from './spec.ts';
import type { ViewContent } from './ledger-view.ts';

type TakenView = Omit<OwnView, 'name' | 'columns'> & { readonly shown: readonly string[] };

/** As the sheet takes it; no columns named: all of them. */
export const viewOf = (spec: LedgerSpec, { columns, ...view }: OwnView): ViewContent =>
  takenView(spec, { ...view, shown: columns });

/**
 * The same of a view that was saved under a name; of what the ledger no longer has nothing is
 * taken.
 */
export function takenView(
  { fields }: LedgerSpec,
  { filters, sort, group, shown }: TakenView,
): ViewContent {
  const there = new Set(fields.map((field) => field.code));
  const columns = shown.filter((code) => there.has(code));
  return {
    filters: Object.fromEntries(
      filters.filter(({ field }) => there.has(field)).map(({ field, text }) => [field, text]),
    ),
    sort: sort.filter(({ field }) => there.has(field)),
    group: group.filter((code) => there.has(code)),
    shown: columns.length === 0 ? [...there] : columns,
  };
}

/** What is in hand, as it is saved. */
export const keptViewOf = ({ filters, sort, group, shown }: ViewContent): KeptView => ({
  filters: Object.entries(filters).map(([field, text]) => ({ field, text })),
  sort: [...sort],
  group: [...group],
  shown: [...shown],
});

/** How the ledger opens: as its first view, unless that one leaves records out. */
export function firstView(spec: LedgerSpec): Partial<ViewContent> {
  const first = spec.own?.views[0];
  return first === undefined || first.filters.length > 0 ? {} : viewOf(spec, first);
}

/**
 * Fields that were not there `before` are shown; what is hidden now no longer filters, sorts or
 * groups.
 */
export function refittedView(
  { fields }: LedgerSpec,
  before: readonly string[],
  view: ViewContent,
): ViewContent {
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
