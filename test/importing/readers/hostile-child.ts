/**
 * Reads every nth file of a folder and says after each what became of it: a process of its own,
 * whose memory can be measured and whose end is noticed.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Fault } from '../../../main/domain/fault.ts';
import { readWorkbook } from '../../../main/importing/readers/index.ts';
import { mostMegabytes } from '../../helpers/own-memory.ts';

export interface Told {
  readonly at: number;
  /** a fault's code, "read" with a digest of all rows, or whatever else was thrown */
  readonly outcome: string;
  /** of work, all threads together: a clock would measure what else the machine does */
  readonly milliseconds: number;
  /** the most that the process has taken so far */
  readonly megabytes: number;
}

async function outcomeOf(bytes: Uint8Array): Promise<string> {
  try {
    const { sheets } = await readWorkbook(bytes, 'x.xlsx');
    const digest = createHash('sha256');
    for (const { name, rows } of sheets)
      for (const [r, row] of rows.entries())
        if (row.length > 0) digest.update(JSON.stringify([name, r, row]));
    return `read ${digest.digest('hex').slice(0, 16)}`;
  } catch (error) {
    return error instanceof Fault
      ? error.code
      : `not a fault: ${error instanceof Error ? error.stack : String(error)}`;
  }
}

const milliseconds = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1000;

const [folder = '', from, step, count] = process.argv.slice(2);
for (let at = Number(from); at < Number(count); at += Number(step)) {
  const bytes = readFileSync(join(folder, String(at)));
  const start = process.cpuUsage();
  const outcome = await outcomeOf(bytes);
  process.stdout.write(
    `${JSON.stringify({ at, outcome, milliseconds: milliseconds(process.cpuUsage(start)), megabytes: mostMegabytes() } satisfies Told)}\n`,
  );
}
