/** The sheet's cells, asked for in pages as they come into view, and asked for again after an answer changed them. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ImportDraft, SheetPage } from '../../../preload/contract/imports.ts';
import { call } from '../../bridge/bridge.ts';
import type { ShownMerge } from './layout.ts';

export const PREVIEW_PAGE_ROWS = 200;

interface Held {
  readonly page: SheetPage;
  /** the draft it was read under; an older one is shown until the new one is here */
  readonly draft: ImportDraft;
}
export interface SheetCells {
  readonly first: SheetPage | null;
  /** the cells of a row, or null while its page is on the way */
  readonly row: (row: number) => readonly string[] | null;
  readonly mergesAt: (row: number) => readonly ShownMerge[];
  /** asks for the pages that hold these rows */
  readonly want: (from: number, to: number) => void;
}

const NONE: readonly ShownMerge[] = [];
const pageOf = (row: number): number => Math.floor((row - 1) / PREVIEW_PAGE_ROWS);

export function useSheetCells(draft: ImportDraft, file: string, sheet: string): SheetCells {
  const held = useRef(new Map<number, Held>());
  const asked = useRef(new Map<number, ImportDraft>());
  const [, redraw] = useState(0);
  const [of, setOf] = useState({ id: draft.id, file, sheet });
  if (of.id !== draft.id || of.file !== file || of.sheet !== sheet) {
    setOf({ id: draft.id, file, sheet });
    held.current = new Map();
    asked.current = new Map();
  }
  const live = useRef({ id: draft.id, file, sheet });
  useEffect(() => {
    live.current = { id: draft.id, file, sheet };
  }, [draft.id, file, sheet]);

  const load = useCallback(
    async (page: number): Promise<void> => {
      if (asked.current.get(page) === draft) return;
      asked.current.set(page, draft);
      const found = await call('imports.sheet', {
        draft: draft.id,
        file,
        sheet,
        from: page * PREVIEW_PAGE_ROWS + 1,
        rows: PREVIEW_PAGE_ROWS,
      });
      if (
        live.current.id !== draft.id ||
        live.current.file !== file ||
        live.current.sheet !== sheet ||
        asked.current.get(page) !== draft
      )
        return;
      held.current.set(page, { page: found, draft });
      redraw((turn) => turn + 1);
    },
    [draft, file, sheet],
  );
  const want = useCallback(
    (from: number, to: number): void => {
      for (let page = pageOf(from); page <= pageOf(to); page++)
        void load(page).catch(() => asked.current.delete(page));
    },
    [load],
  );
  useEffect(() => {
    want(1, 1);
  }, [want]);

  return {
    first: held.current.get(0)?.page ?? null,
    row: (row) => {
      const page = held.current.get(pageOf(row))?.page;
      return page?.cells[row - page.from] ?? null;
    },
    mergesAt: (row) => held.current.get(pageOf(row))?.page.merges ?? NONE,
    want,
  };
}
