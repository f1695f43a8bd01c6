/**
 * Several tables into one folder, one after another: what was written, what had nothing to tell,
 * and what was refused.
 */
import { useRef, useState } from 'react';
import type { ListedTable, TableOptions } from '../../../preload/contract/tables.ts';
import { call } from '../../bridge/bridge.ts';
import { sentenceOf } from '../../stores/sentence.ts';
import { tablePrinted } from '../../stores/table-habits.ts';

export type BatchFormat = 'xlsx' | 'pdf' | 'docx';
export interface BatchPiece {
  readonly table: ListedTable;
  readonly format: BatchFormat;
  readonly options: TableOptions;
}
export interface BatchOutcome {
  readonly folder: string;
  readonly total: number;
  readonly done: number;
  /** the table in hand; null once it is over */
  readonly now: string | null;
  readonly files: readonly string[];
  readonly empty: readonly string[];
  /** a sentence for each */
  readonly refused: readonly string[];
}

interface Batch {
  readonly outcome: BatchOutcome | null;
  /** asks for the folder and writes; nothing happens where the user gives up */
  run(pieces: readonly BatchPiece[]): Promise<void>;
  /** after the table in hand */
  stop(): void;
}

export function useBatch(): Batch {
  const [outcome, setOutcome] = useState<BatchOutcome | null>(null);
  const stopped = useRef(false);
  const run = async (pieces: readonly BatchPiece[]): Promise<void> => {
    const folder = await call('shell.pickFolder', {});
    if (folder === null) return;
    stopped.current = false;
    let told: BatchOutcome = {
      folder: folder.name,
      total: pieces.length,
      done: 0,
      now: null,
      files: [],
      empty: [],
      refused: [],
    };
    for (const { table, format, options } of pieces) {
      if (stopped.current) break;
      setOutcome({ ...told, now: table.title });
      const part = await call('tables.saveInto', {
        name: table.name,
        options,
        format,
        folder: folder.handle,
      }).then(
        ({ file }) =>
          file === null
            ? { empty: [...told.empty, table.title] }
            : { files: [...told.files, file] },
        (fault: unknown) => ({
          refused: [...told.refused, `${table.title}：${sentenceOf(fault)}`],
        }),
      );
      if ('files' in part) tablePrinted(table.name);
      told = { ...told, ...part, done: told.done + 1 };
    }
    setOutcome(told);
  };
  return {
    outcome,
    run,
    stop: () => {
      stopped.current = true;
    },
  };
}

/**
 * 通报包: the month's bulletin, its table with the ranking drawn, the pace with the completion
 * drawn, and both tables for further work.
 */
const MONTHLY_PACK: readonly {
  readonly name: string;
  readonly format: BatchFormat;
  readonly chart?: true;
}[] = [
  { name: 'bulletin', format: 'docx' },
  { name: 'monthly-bulletin', format: 'pdf', chart: true },
  { name: 'pace', format: 'pdf', chart: true },
  { name: 'monthly-bulletin', format: 'xlsx' },
  { name: 'pace', format: 'xlsx' },
];

export const monthlyPack = (
  tables: readonly ListedTable[],
  options: TableOptions,
): readonly BatchPiece[] =>
  MONTHLY_PACK.flatMap(({ name, format, chart }) => {
    const table = tables.find((one) => one.name === name);
    return table === undefined
      ? []
      : [{ table, format, options: chart === undefined ? options : { ...options, chart } }];
  });
