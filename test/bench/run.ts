/**
 * Entry of `npm run bench`: runs all benchmarks, or those named, and prints their figures against
 * their limits; `yardstick FOLDER…` takes folders of labelled workbooks.
 */
import { statSync } from 'node:fs';
import { benchCounty } from './county.ts';
import { benchBackupFrames } from './backup-frames.ts';
import { benchGrid } from './grid.ts';
import { benchImport } from './import.ts';
import { benchImportFrames } from './import-frames.ts';
import { benchKeeping } from './keeping.ts';
import { benchLedger } from './ledger.ts';
import type { Measured } from './measure.ts';
import { benchOwnLedgers } from './own-ledgers.ts';
import { benchPackages } from './packages.ts';
import { benchPaper } from './paper.ts';
import { benchProgress } from './progress.ts';
import { benchReader } from './reader.ts';
import { benchScoring } from './scoring.ts';
import { benchSlowPc } from './slow-pc.ts';
import { benchStart } from './start.ts';
import { benchYardstick } from './yardstick.ts';

const ROWS = 100_000;

const given = process.argv.slice(2);
const folders = given.filter(
  (one) => statSync(one, { throwIfNoEntry: false })?.isDirectory() === true,
);
const named = given.filter((one) => !folders.includes(one));

const benches: Readonly<Record<string, () => Promise<readonly Measured[]>>> = {
  start: benchStart,
  'slow-pc': benchSlowPc,
  grid: benchGrid,
  ledger: () => benchLedger(ROWS),
  county: benchCounty,
  'own-ledgers': () => benchOwnLedgers(ROWS),
  progress: benchProgress,
  scoring: benchScoring,
  keeping: benchKeeping,
  'backup-frames': benchBackupFrames,
  packages: benchPackages,
  paper: benchPaper,
  reader: benchReader,
  import: benchImport,
  'import-frames': benchImportFrames,
  yardstick: async () => (await Promise.all(folders.map(benchYardstick))).flat(),
};

const unknown = named.filter((name) => !Object.hasOwn(benches, name));
if (unknown.length > 0) {
  console.error(`unknown: ${unknown.join(', ')}; there are ${Object.keys(benches).join(', ')}`);
  process.exit(2);
}
const measured: Measured[] = [];
console.log('| 测什么 | 得数 | 上限 | |\n| --- | --- | --- | --- |');
for (const [name, bench] of Object.entries(benches)) {
  if (named.length > 0 && !named.includes(name)) continue;
  for (const one of await bench()) {
    measured.push(one);
    console.log(
      `| ${one.name} | ${one.value} | ${one.limit ?? '—'} | ${one.limit === null ? '' : one.ok ? 'ok' : '✗'} |`,
    );
  }
}
process.exit(measured.every((one) => one.ok) ? 0 : 1);
