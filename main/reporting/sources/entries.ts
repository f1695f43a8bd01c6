/**
 * The past of a figure as it is told: each step with its person, its time, its file and cell, and
 * what was there before.
 */
import type { FigureEntry } from '../../../preload/contract/sources.ts';
import type { AuditedTable } from '../../data/audited-tables.ts';
import type { Reader } from '../../data/open.ts';
import { originsOf, type OriginRow } from '../../data/records/history.ts';
import { pastOf } from '../../data/records/past.ts';

export interface EntriesOf {
  readonly table: AuditedTable;
  readonly id: number;
  readonly column: string;
  /** as stored */
  readonly now: string | null;
  readonly text: (stored: string) => string;
  /** of an import's row, the cells that the figure stood in */
  readonly cells: (origin: OriginRow) => readonly string[];
  /** why, by the number of the change */
  readonly reasons?: ReadonlyMap<number, string>;
}

/** The newest first. */
export function figureEntriesOf(
  db: Reader,
  { table, id, column, now, text, cells, reasons }: EntriesOf,
): readonly FigureEntry[] {
  const origins = originsOf(db, table, id);
  const shown = (stored: string | null): string | null => (stored === null ? null : text(stored));
  return pastOf(db, table, id, column, now)
    .map((step): FigureEntry => {
      const origin = origins.find((one) => one.import === step.import);
      return {
        at: step.at,
        who: step.who,
        what: step.isUndo ? `撤销（${step.label}）` : step.import === null ? step.label : '导入',
        from:
          origin === undefined
            ? step.file
            : [origin.file, `工作表“${origin.sheet}”`, placeOf(origin, cells(origin))].join('　'),
        before: shown(step.before),
        after: shown(step.after),
        reason: reasons?.get(step.change) ?? null,
      };
    })
    .toReversed();
}

const placeOf = ({ row }: OriginRow, cells: readonly string[]): string =>
  cells.length === 0 ? `第${row}行` : cells.join('、');
