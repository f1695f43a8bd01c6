/**
 * Unit tests in threads, the window's in forks, two files at a time: each has a folder, a book and
 * a browser of its own. The times only end what waits in vain: no test may depend on how quick the
 * machine is.
 */
import { statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/**
 * Every book of a test is flushed to the disk it lies on, dozens of times: where the system has
 * room in memory that costs nothing.
 */
const IN_MEMORY = '/dev/shm';
const ROOM_BYTES = 6e9;
function hasRoom(): boolean {
  try {
    const { bavail, bsize } = statfsSync(IN_MEMORY);
    return bavail * bsize > ROOM_BYTES;
  } catch {
    return false;
  }
}
if (process.env['TMPDIR'] === undefined && hasRoom()) process.env['TMPDIR'] = IN_MEMORY;

/**
 * What `npm run test:quick` leaves out: whatever starts processes of its own or reads thousands of
 * files.
 */
const SLOW = [
  'test/cli/**',
  'test/reporting/**',
  'test/importing/readers/**',
  'test/importing/random-*',
  'test/importing/{templates,rejects,shapes,month-form,many,files,samples,cancel}.test.ts',
  'test/services/{score-workbook,own-ledgers,own-definitions,killed}.test.ts',
];

/**
 * A command started from its sources compiles all of them; what one has compiled the next one
 * reads: a third of the time.
 */
const env = { NODE_COMPILE_CACHE: join(tmpdir(), 'county-planner-compiled') };

export default defineConfig(({ mode }) => ({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          env,
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**', 'test/shell/**', ...(mode === 'quick' ? SLOW : [])],
          setupFiles: ['test/helpers/shapes.ts'],
          pool: 'threads',
          maxWorkers: 2,
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
      {
        test: {
          name: 'window',
          env,
          include: ['test/e2e/**/*.test.ts', 'test/shell/**/*.test.ts'],
          pool: 'forks',
          maxWorkers: 2,
          testTimeout: 240_000,
          hookTimeout: 240_000,
          expect: { poll: { timeout: 60_000 } },
        },
      },
    ],
  },
}));
