/**
 * The program's log (log/ in the data folder): one file a month, no names and no figures; whoever
 * maintains the PC reads it.
 */
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

const LOG_FOLDER = 'log';
/** A month's file is begun anew beyond this; the one before it is kept beside it. */
const MOST_BYTES = 5 * 1024 * 1024;

export interface Log {
  /** One line with its time; answers whether it was really written. */
  note(line: string): boolean;
  /**
   * Notes a fault nobody expected, with its stack; answers its number, null where nothing could be
   * written.
   */
  fault(where: string, error: unknown): string | null;
}

/** `version` stands in every fault, so that a stack can be read against its source. */
export function createLog(dataFolder: string, version: string, clock: () => Date): Log {
  const folder = join(dataFolder, LOG_FOLDER);
  let faults = 0;
  const note = (line: string): boolean => {
    const at = clock();
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const file = join(folder, `${at.toISOString().slice(0, 7)}.log`);
      makeRoom(file);
      appendFileSync(file, `${at.toISOString()} ${line}\n`, { mode: 0o600 });
      return true;
    } catch {
      return false;
    }
  };
  return {
    note,
    fault(where, error) {
      faults += 1;
      // the time of day and a running number: short enough to be read out on the telephone
      const number = `${clock().toISOString().slice(5, 16).replace(/\D/g, '')}-${faults}`;
      return note(`fault ${number} version ${version} ${where}: ${traceOf(error)}`) ? number : null;
    },
  };
}

/**
 * Where it happened, and what was said without names and figures: Chinese and digits of the message
 * are masked.
 */
function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const masked = error.message.replace(/[\u3400-\u9fff]+/g, '…').replace(/\d+/g, '#');
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [`${error.name} ${'code' in error ? String(error.code) : ''} ${masked}`, ...frames].join(
    '\n',
  );
}

function makeRoom(file: string): void {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found !== undefined && found.size > MOST_BYTES) renameSync(file, `${file}.before`);
}
