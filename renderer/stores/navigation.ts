/** Which page is open, with what it was opened for; and the way back. */
import { create } from 'zustand';
import { bothFilters } from '../../main/domain/read/filter.ts';
import { isAnyCode, type AnyCode } from '../../main/domain/ledgers/index.ts';
import {
  placeOfLedger,
  type LedgerParams,
  type Page,
  type PageParams,
  type OpenPlace,
} from './pages.ts';

interface Navigation {
  readonly place: OpenPlace;
  readonly past: readonly OpenPlace[];
}

export const useNavigation = create<Navigation>()(() => ({
  place: { page: 'projects', params: {} },
  past: [],
}));

const open = (place: OpenPlace): void =>
  useNavigation.setState((now) => ({ place, past: [...now.past.slice(-30), now.place] }));

export const go = <P extends Page>(page: P, params?: PageParams[P]): void =>
  open({ page, params: params ?? {} } as OpenPlace);

export const goBack = (): void =>
  useNavigation.setState(({ past }) => {
    const place = past.at(-1);
    return place === undefined ? {} : { place, past: past.slice(0, -1) };
  });

interface Filter {
  readonly field: string;
  readonly text: string;
}

/**
 * The sheet has one filter for each field: what a definition asks of its own date stands there with
 * the period's.
 */
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
  open(
    placeOfLedger(ledger, {
      filters: byField(filters ?? []),
      ...(credited === undefined ? {} : { credited }),
    }),
  );
}

/**
 * From a bar or a share of the whole to its records: the sheet, filtered by it beside what was
 * filtered before. `value` as people read it; null: where the field is not filled in.
 */
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
export const goLedger = (ledger: AnyCode, params: LedgerParams = {}): void =>
  open(placeOfLedger(ledger, params));

/**
 * Opens a ledger's page on one of its records; all ledgers, where it is of none that the program
 * knows.
 */
export const goRecord = (ledger: string, id: number): void =>
  open(isAnyCode(ledger) ? placeOfLedger(ledger, { id }) : { page: 'ledgers', params: {} });
