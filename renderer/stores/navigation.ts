/** Which page is open, with what it was opened for; and the way back. */
import { create } from 'zustand';
import { bothFilters } from '../../main/domain/read/filter.ts';
import type { AnyCode } from '../../main/domain/ledgers/index.ts';

export type Params = Readonly<Record<string, string>>;
interface Place {
  readonly page: string;
  readonly params: Params;
}
interface Navigation extends Place {
  readonly past: readonly Place[];
  readonly go: (page: string, params?: Params) => void;
  readonly back: () => void;
}

export const useNavigation = create<Navigation>()((set) => ({
  page: 'projects',
  params: {},
  past: [],
  go: (page, params = {}) =>
    set((now) => ({
      page,
      params,
      past: [...now.past.slice(-30), { page: now.page, params: now.params }],
    })),
  back: () =>
    set((now) => {
      const last = now.past.at(-1);
      return last === undefined ? now : { ...last, past: now.past.slice(0, -1) };
    }),
}));

export const go = (page: string, params?: Params): void =>
  useNavigation.getState().go(page, params);
export const goBack = (): void => useNavigation.getState().back();

/** Ledgers with a page of their own in the navigation. */
const PAGES: Readonly<Record<string, string | undefined>> = {
  project: 'projects',
  rectification: 'rectification',
  task: 'tasks',
};

export const hasOwnPage = (ledger: AnyCode): boolean => PAGES[ledger] !== undefined;

interface Filter {
  readonly field: string;
  readonly text: string;
}

/** The sheet has one filter for each field: what a definition asks of its own date stands there with the period's. */
const byField = (filters: readonly Filter[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...Map.groupBy(filters, (one) => one.field)].map(([field, all]) => [
      field,
      bothFilters(all.map((one) => one.text)),
    ]),
  );

/** Opens a ledger's page with the records that a figure was counted from. */
export function goRecords({
  ledger,
  filters,
  credited,
}: {
  readonly ledger: AnyCode;
  readonly filters?: readonly Filter[] | undefined;
  readonly credited?: string | undefined;
}): void {
  const params = {
    filters: JSON.stringify(byField(filters ?? [])),
    ...(credited === undefined ? {} : { credited }),
  };
  const page = PAGES[ledger];
  if (page === undefined) go('ledgers', { ...params, ledger });
  else go(page, params);
}

/** From a bar or a share of the whole to its records: the sheet, filtered by it beside what was filtered before. `value` as people read it; null: where the field is not filled in. */
export const goGroup = (
  ledger: AnyCode,
  filters: readonly Filter[],
  field: string,
  value: string | null,
): void =>
  goRecords({
    ledger,
    filters: [
      ...filters.filter((one) => one.field !== field),
      { field, text: value === null ? '空' : `=${value}` },
    ],
  });

/** Opens a ledger's page as it was left; `params`: in which of its views. */
export function goLedger(ledger: string, params: Params = {}): void {
  const page = PAGES[ledger];
  if (page === undefined) go('ledgers', { ...params, ledger });
  else go(page, params);
}

/** Opens a ledger's page on one of its records. */
export function goRecord(ledger: string, id: number): void {
  const page = PAGES[ledger];
  if (page === undefined) go('ledgers', { ledger, id: String(id) });
  else go(page, { id: String(id) });
}
