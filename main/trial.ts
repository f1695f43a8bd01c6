/**
 * What an update asks of a program before it takes the old one's place (`--try`): its core opens an
 * empty book of its own, in its thread.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCore } from './core-client.ts';
import { PROGRAM_VERSION } from './process/version.ts';

export const isTrial = (): boolean => process.argv.includes('--try');

/** Says the version; whether the core answered. */
export async function tryOut(): Promise<boolean> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'county-planner-try-'));
  const unasked = (): Promise<never> => Promise.reject(new Error('nothing is printed here'));
  const core = startCore({
    dataFolder,
    host: { toPdf: unasked, toPng: unasked, pathOf: unasked },
    emit: () => undefined,
  });
  try {
    const { ok } = await core.dispatch('session.get', {});
    console.log(PROGRAM_VERSION);
    return ok;
  } catch {
    return false;
  } finally {
    await core.close();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}
