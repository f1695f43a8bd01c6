/**
 * A process of its own that backs a folder's book up as often as it is told, a minute apart by its
 * clock, and says in one line of JSON what became of it: for a disk that a test can only make for
 * another process.
 */
import { join } from 'node:path';
import { closeDatabase, openDatabase } from '../../main/data/open.ts';
import { listBackups, makeBackup } from '../../main/maintenance/backups.ts';

const [dataFolder = '', times = '0'] = process.argv.slice(2);
const db = openDatabase(join(dataFolder, 'county.db'));
const began = Date.UTC(2012, 9, 8);
const names = Array.from(
  { length: Number(times) },
  (_, at) =>
    makeBackup({ db, dataFolder, clock: () => new Date(began + at * 60_000) }, 'manual').name,
);
const kept = new Set(listBackups(dataFolder).map(({ name }) => name));
closeDatabase(db);
process.stdout.write(
  JSON.stringify({
    made: names.length,
    kept: kept.size,
    oldest: names.slice(0, 5).filter((name) => kept.has(name)).length,
  }),
);
