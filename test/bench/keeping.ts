/**
 * Keeping and exchanging: a proven backup against copying the file, packages against the workbooks
 * of the same figures, and opening a large book against a small one.
 */
import {
  closeSync,
  copyFileSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCore } from '../../main/core/hurt.ts';
import { closeSealed, openDatabase } from '../../main/data/open.ts';
import { makeBackup } from '../../main/maintenance/backups.ts';
import { beginBook } from '../../main/services/book/session.ts';
import { recordRules } from '../../main/services/rules.ts';
import { interleaved, ratio, type Measured } from './measure.ts';

export const MB = 1024 * 1024;
const clock = (): Date => new Date();

/**
 * A book of so many bytes, its projects and the log of their changes as they grow with the years.
 */
export function bookOf(folder: string, bytes: number): void {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'county.db');
  const db = openDatabase(file);
  db.pragma('synchronous = OFF');
  const book = { db, clock, who: '', changed: () => undefined, rules: recordRules, undoFloor: 0 };
  beginBook(book, { county: '示例县', year: 2012, units: [], sample: false });
  const words = '第一期厂房已封顶，设备正在安装，供电增容和进场道路正在协调。';
  for (let round = 0; statSync(file).size < bytes; round += 1) {
    db.exec(
      `INSERT INTO project (name, remark) SELECT '项目${round}-' || value, '${words.repeat(3)}' FROM generate_series(1, 4)`.replace(
        'generate_series(1, 4)',
        `(WITH RECURSIVE n (value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n WHERE value < 2000) SELECT value FROM n)`,
      ),
    );
    db.exec(
      `INSERT INTO audit (change_id, "table", row_id, last_id, operation, before, after) SELECT 1, 'project', id, id, 'changed', json_object('remark', '${words.repeat(8)}'), json_object('remark', '${words.repeat(8)}') FROM project ORDER BY id DESC LIMIT 8000`,
    );
    db.pragma('wal_checkpoint(TRUNCATE)');
  }
  closeSealed(db);
}

async function backups(root: string): Promise<Measured> {
  const folder = join(root, 'hundred');
  bookOf(folder, 100 * MB);
  const db = openDatabase(join(folder, 'county.db'));
  const copy = join(root, 'copy.db');
  try {
    const [ours, plain] = await interleaved(
      5,
      [
        () => makeBackup({ db, dataFolder: folder, clock }, 'manual'),
        () => {
          copyFileSync(join(folder, 'county.db'), copy);
          const handle = openSync(copy, 'r+');
          fsyncSync(handle);
          closeSync(handle);
        },
      ],
      () => rmSync(join(folder, 'backups'), { recursive: true, force: true }),
    );
    return ratio('100 MB的账备份并核对 ÷ 复制这个文件', ours ?? NaN, plain ?? NaN, 3);
  } finally {
    db.close();
  }
}

async function opening(root: string): Promise<Measured> {
  const [large, small] = [join(root, 'large'), join(root, 'small')];
  bookOf(large, 1024 * MB);
  bookOf(small, 10 * MB);
  const usable = (dataFolder: string) => async (): Promise<void> => {
    const none = (): Promise<never> => Promise.reject(new Error('nothing is printed'));
    const core = openCore({
      dataFolder,
      clock,
      log: () => undefined,
      host: { toPdf: none, toPng: none, pathOf: none },
      emit: () => undefined,
    });
    await core.dispatch('session.get', {});
    const reply = await core.dispatch('records.page', {
      query: { ledger: 'project' },
      offset: 0,
      limit: 50,
    });
    if (!reply.ok) throw new Error(JSON.stringify(reply.fault));
    core.close();
  };
  const [big, little] = await interleaved(5, [usable(large), usable(small)]);
  return ratio('1 GB的账打开到一页台账 ÷ 10 MB的', big ?? NaN, little ?? NaN, 1.2);
}

export async function benchKeeping(): Promise<readonly Measured[]> {
  const root = mkdtempSync(join(tmpdir(), 'county-planner-bench-'));
  try {
    return [await backups(root), await opening(root)];
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
