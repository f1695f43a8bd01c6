/** Which page is open, with what it was opened for; and the way back. */
import { create } from 'zustand';
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
  go: (page, params = {}) => set((now) => ({ page, params, past: [...now.past.slice(-30), { page: now.page, params: now.params }] })),
  back: () =>
    set((now) => {
      const last = now.past.at(-1);
      return last === undefined ? now : { ...last, past: now.past.slice(0, -1) };
    }),
}));

export const go = (page: string, params?: Params): void => useNavigation.getState().go(page, params);
export const back = (): void => useNavigation.getState().back();

/** Opens a ledger's page with the records that a figure was counted from. */
export function goRecords({ ledger, filters, credited }: { readonly ledger: AnyCode; readonly filters?: readonly { readonly field: string; readonly text: string }[] | undefined; readonly credited?: string | undefined }): void {
  const params = { filters: JSON.stringify(Object.fromEntries((filters ?? []).map(({ field, text }) => [field, text]))), ...(credited === undefined ? {} : { credited }) };
  const page = ({ project: 'projects', rectification: 'rectification', task: 'tasks' } as Readonly<Partial<Record<AnyCode, string>>>)[ledger];
  if (page === undefined) go('ledgers', { ...params, ledger });
  else go(page, params);
}
