/**
 * A process of its own that imports many records and says when it begins to write; the test kills
 * it.
 */
import { join } from 'node:path';
import { PlannedValues } from '../../main/services/imports/planned-values.ts';
import { writeSync } from 'node:fs';
import { openDatabase } from '../../main/data/open.ts';
import { recordRules } from '../../main/services/rules.ts';
import type { Book } from '../../main/services/book/book.ts';
import { commitImport } from '../../main/services/imports/imports.ts';
import type { PlannedRecord } from '../../main/services/imports/import-plan.ts';
import { beginBook } from '../../main/services/book/session.ts';

const [folder = '', rows = '0'] = process.argv.slice(2);
const db = openDatabase(join(folder, 'county.db'));
const book: Book = {
  db,
  clock: () => new Date(),
  who: '',
  changed: () => undefined,
  rules: recordRules,
  undoFloor: 0,
};
beginBook(book, { county: '示例县', year: 2012, units: [], sample: false });
db.pragma('cache_size = 200'); // pages spill into the log during the transaction, so that a kill finds it half-written
const record = (row: number): PlannedRecord => ({
  table: 0,
  row,
  values: new PlannedValues({
    name: `项目${row}`,
    total_investment: `${row}.00`,
    progress: '主体工程基本完工，设备安装'.repeat(5),
  }),
  approximate: [],
  extra: {},
  credits: null,
  arrivals: [],
});
writeSync(1, 'writing\n');
commitImport(book, {
  file: '大表.xlsx',
  ledger: 'project',
  tables: [{ file: '大表.xlsx', sheet: 'Sheet1', columns: { name: 'A' } }],
  units: [],
  creates: Array.from({ length: Number(rows) }, (_, at) => record(at + 1)),
  changes: [],
  unchanged: 0,
  rejected: 0,

  told: null,
  profiles: [],
});
