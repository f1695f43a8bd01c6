/** What the user is doing in the project ledger: filters, order, columns, and drafts that outlive a closed drawer. */
import { create } from 'zustand';
import type { GridSort } from '../../ui/grid/index.ts';
import { SHOWN_FIRST } from './columns.ts';

/** What was typed in a form's field; `measure` where another than the field's own was chosen. */
export interface Typed {
  readonly text: string;
  readonly measure?: string;
}
export type Draft = Readonly<Record<string, Typed>>;

/** the draft of a record that does not exist yet */
export const NEW = 0;

interface ProjectsView {
  readonly filters: Readonly<Record<string, string>>;
  readonly sort: readonly GridSort[];
  readonly group: string | null;
  readonly shown: readonly string[];
  readonly drafts: Readonly<Record<number, Draft>>;
  filter(field: string, text: string): void;
  show(part: Partial<Pick<ProjectsView, 'sort' | 'group' | 'shown'>>): void;
  draft(id: number, draft: Draft): void;
  dropDraft(id: number): void;
}

export const useProjectsView = create<ProjectsView>()((set) => ({
  filters: {},
  sort: [],
  group: 'stage',
  shown: SHOWN_FIRST,
  drafts: {},
  filter: (field, text) => set(({ filters }) => {
    const rest = Object.fromEntries(Object.entries(filters).filter(([code]) => code !== field));
    return { filters: text.trim() === '' ? rest : { ...rest, [field]: text.trim() } };
  }),
  show: (part) => set(part),
  draft: (id, draft) => set(({ drafts }) => ({ drafts: { ...drafts, [id]: draft } })),
  dropDraft: (id) => set(({ drafts }) => ({ drafts: Object.fromEntries(Object.entries(drafts).filter(([key]) => Number(key) !== id)) })),
}));
