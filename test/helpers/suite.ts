/**
 * Runs every test once: `node test/helpers/suite.ts`. Files of the window that failed are run once
 * more, alone: a browser on a busy machine may be lost through no fault of the program. What passes
 * only then is named as unsteady; what fails twice fails.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { z } from 'zod';

/** more than this is no accident of the machine */
const MOST_AGAIN = 3;

const Outcome = z.object({
  testResults: z.array(z.object({ name: z.string(), status: z.string() })),
});

/** Runs vitest; answers the files that failed, or null where it failed without saying which. */
function failedFiles(...given: readonly string[]): readonly string[] | null {
  const folder = mkdtempSync(join(tmpdir(), 'county-planner-suite-'));
  const file = join(folder, 'outcome.json');
  const { status } = spawnSync(
    'vitest',
    ['run', '--reporter=default', '--reporter=json', `--outputFile=${file}`, ...given],
    { stdio: 'inherit' },
  );
  try {
    if (status === 0) return [];
    const { testResults } = Outcome.parse(JSON.parse(readFileSync(file, 'utf8')));
    const failed = testResults
      .filter((one) => one.status !== 'passed')
      .map((one) => relative(process.cwd(), one.name));
    return failed.length === 0 ? null : failed;
  } catch {
    return null;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const failed = failedFiles();
const ofWindow = /^test\/(?:e2e|shell)\//;
if (failed?.length !== 0) {
  const again =
    failed !== null &&
    failed.length <= MOST_AGAIN &&
    failed.every((file) => ofWindow.test(file)) &&
    failedFiles('--project', 'window', ...failed)?.length === 0;
  if (again) console.log(`unsteady, passed only alone: ${failed.join(', ')}`);
  else process.exitCode = 1;
}
