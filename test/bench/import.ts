/**
 * Importing a large ledger end to end (read, recognise, check, plan, commit) against the fastest
 * npm reader that only reads the same file, and taking it back.
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { yuanText } from '../../main/domain/exact/money.ts';
import type { Times } from './import-child.ts';
import { ratio, type Measured } from './measure.ts';
import { officeWorkbook, totalOf } from './office-workbook.ts';
import { NPM, readOnce } from './reader.ts';
import { ledgerTotal, ledgerWorkbook } from './workbook.ts';

const ROUNDS = 5;
const ROWS = 50_000;
const WARM_UP_ROWS = 2000;
const LIMIT = 0.45;
/** the room for new objects that the core's thread has */
const AS_IN_THE_CORE = ['--max-semi-space-size=32'];
const CHILD = fileURLToPath(new URL('./import-child.ts', import.meta.url));
const FOLDER = fileURLToPath(new URL('../../out/bench/', import.meta.url));

interface Job {
  readonly file: string;
  readonly rows: number;
  /** of 总投资, in 元 */
  readonly total: string;
}

export async function benchImport(): Promise<readonly Measured[]> {
  const office = async (rows: number): Promise<Job> => {
    const file = join(FOLDER, `ledger-${rows}.xlsx`);
    await officeWorkbook(file, rows);
    return { file, rows, total: yuanText(totalOf(rows)) };
  };
  const plain = async (rows: number): Promise<Job> => {
    const file = join(FOLDER, `projects-${rows}.xlsx`);
    await ledgerWorkbook(file, rows);
    return { file, rows, total: yuanText(ledgerTotal(rows)) };
  };
  return [
    ...compared('格式齐全的台账', [await office(WARM_UP_ROWS), await office(ROWS)], LIMIT),
    ...compared('不带格式的台账', [await plain(WARM_UP_ROWS), await plain(ROWS)], null),
  ];
}

/**
 * Every side in a process of its own that has read a small workbook before; rounds in turn, of each
 * side the best one, so that other work on the machine hits both alike.
 */
function compared(
  what: string,
  jobs: readonly [Job, Job],
  limit: number | null,
): readonly Measured[] {
  const [warmUp, { file, rows }] = jobs;
  const npm = new Map<string, number>(NPM.map((reader) => [reader, Number.POSITIVE_INFINITY]));
  const runs: Times[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    runs.push(
      JSON.parse(
        execFileSync(
          process.execPath,
          ['--no-warnings', ...AS_IN_THE_CORE, CHILD, JSON.stringify(jobs)],
          { encoding: 'utf8' },
        ),
      ) as Times,
    );
    for (const [reader, best] of npm)
      npm.set(reader, Math.min(best, readOnce(reader, file, warmUp.file).milliseconds));
  }
  const [reader, bare] = [...npm].reduce((best, one) => (one[1] < best[1] ? one : best));
  const best = (of: (run: Times) => number): number => Math.min(...runs.map(of));
  const size = `${what}${rows / 10_000}万行×30列，各自热过身、${ROUNDS}轮取最好`;
  const [read, open, commit, undo] = [
    best((run) => run.read),
    best((run) => run.open),
    best((run) => run.commit),
    best((run) => run.undo),
  ];
  return [
    ratio(
      `导入（读、认、核、入库）${size} ÷ 最快的npm读取程序（${reader}）只读文件`,
      best((run) => run.open + run.commit),
      bare,
      limit,
    ),
    ratio('其中读', read, bare, null),
    ratio('其中认、核、比对', open - read, bare, null),
    ratio('其中入库', commit, bare, null),
    ratio(
      '同一文件再导一次（逐行比对，全部未变）',
      best((run) => run.again),
      bare,
      null,
    ),
    ratio('撤销这次导入 ÷ 入库', undo, commit, null),
  ];
}
