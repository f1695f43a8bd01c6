/**
 * The sheet's cells, asked for in pages as they come into view, and asked for again after an answer
 * changed them.
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ImportDraft, SheetPage } from '../../../../preload/contract/imports.ts';
import { call } from '../../../bridge/bridge.ts';
import type { ShownMerge } from '../draft/layout.ts';

const PREVIEW_PAGE_ROWS = 200;

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
const NO_PAGES: ReadonlyMap<number, Held> = new Map();
const pageOf = (row: number): number => Math.floor((row - 1) / PREVIEW_PAGE_ROWS);

/** The pages of one sheet of one draft; those of another are not shown with it. */
interface Pages {
  readonly of: string;
  readonly held: ReadonlyMap<number, Held>;
}

export function useSheetCells(draft: ImportDraft, file: string, sheet: string): SheetCells {
  const of = JSON.stringify([draft.id, file, sheet]);
  const [pages, setPages] = useState<Pages>({ of, held: new Map() });
  const asked = useRef(new Map<string, ImportDraft>());
  const live = useRef(of);
  useEffect(() => {
    live.current = of;
  }, [of]);
  const load = useCallback(
    async (page: number): Promise<void> => {
      const name = `${of} ${page}`;
      if (asked.current.get(name) === draft) return;
      asked.current.set(name, draft);
      const found = await call('imports.sheet', {
        draft: draft.id,
        file,
        sheet,
        from: page * PREVIEW_PAGE_ROWS + 1,
        rows: PREVIEW_PAGE_ROWS,
      }).catch(() => null);
      if (found === null) asked.current.delete(name);
      else if (live.current === of && asked.current.get(name) === draft)
        setPages((now) => ({
          of,
          held: new Map(now.of === of ? now.held : []).set(page, { page: found, draft }),
        }));
    },
    [of, draft, file, sheet],
  );
  const want = useCallback(
    (from: number, to: number): void => {
      for (let page = pageOf(from); page <= pageOf(to); page++) void load(page);
    },
    [load],
  );
  useEffect(() => {
    want(1, 1);
  }, [want]);
  const held = pages.of === of ? pages.held : NO_PAGES;
  return {
    first: held.get(0)?.page ?? null,
    row: (row) => {
      const page = held.get(pageOf(row))?.page;
      return page?.cells[row - page.from] ?? null;
    },
    mergesAt: (row) => held.get(pageOf(row))?.page.merges ?? NONE,
    want,
  };
}
