/**
 * Which figure of the preview is asked, and its sheet in place of the table until that is wanted
 * again.
 */
import { useCallback, useState } from 'react';
import type { NamedTable } from '../../../main/domain/table-name.ts';
import type { AskedFigure } from '../../../preload/contract/sources.ts';
import type { TableName, TableOptions } from '../../../preload/contract/tables.ts';
import type { FigurePlace } from './figures-on-page.tsx';

export const SOURCE_SHEET: NamedTable = 'figure-source';

interface Shown {
  readonly table: TableName;
  readonly options: TableOptions;
}
interface FigureSourceState {
  readonly asked: AskedFigure | null;
  /** of the page, where it was clicked */
  readonly place: FigurePlace | null;
  /** its sheet is shown, and there is a table to go back to */
  readonly isSheet: boolean;
  readonly askAt: (place: FigurePlace) => void;
  readonly ask: (asked: AskedFigure) => void;
  readonly print: () => void;
  readonly back: () => void;
  readonly close: () => void;
}

export function useFigureSource(
  table: TableName,
  options: TableOptions,
  show: (table: TableName, options: TableOptions) => void,
): FigureSourceState {
  const [asked, setAsked] = useState<AskedFigure | null>(null);
  const [place, setPlace] = useState<FigurePlace | null>(null);
  const [before, setBefore] = useState<Shown | null>(null);
  const askAt = useCallback(
    (at: FigurePlace): void => {
      const { asked: _, filters = [], ...chosen } = options;
      setPlace(at);
      setAsked({ kind: 'cell', table, options: { ...chosen, filters }, ...at });
    },
    [table, options],
  );
  const close = (): void => {
    setAsked(null);
    setPlace(null);
  };
  return {
    asked,
    place,
    isSheet: table === SOURCE_SHEET && before !== null,
    askAt,
    ask: setAsked,
    print: () => {
      if (asked === null) return;
      setBefore(table === SOURCE_SHEET ? before : { table, options });
      show(SOURCE_SHEET, { asked });
      close();
    },
    back: () => {
      if (before !== null) show(before.table, before.options);
      setBefore(null);
    },
    close,
  };
}
