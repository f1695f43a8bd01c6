/**
 * `demo`: the main job end to end without a display: sample workbooks in, ledger, printed tables
 * out, and an account of it.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { convert, measureOf } from '../domain/exact/measure.ts';
import { makeFolder } from '../process/folder.ts';
import { samplePath } from '../core/sample.ts';
import type { Answered } from './answer.ts';
import { requiredOption, type CommandOptions } from './arguments.ts';
import { importFilesInto, importText, type Imported } from './import.ts';
import { writeTable } from './records.ts';
import { openSession, type CoreSession } from './session.ts';

interface DemoTable {
  readonly name: string;
  readonly file: string;
  readonly where: CommandOptions['where'];
  readonly year: number;
  readonly month: number;
  readonly formats: readonly ('xlsx' | 'pdf' | 'docx')[];
}
const PAGES = ['xlsx', 'pdf'] as const;
/**
 * Projects of samples 02 and 03, the month of 04, the year's targets of 01. The projects of sample
 * 02 have no number, those of 03 have: that tells them apart in one ledger.
 */
const TABLES: readonly DemoTable[] = [
  {
    name: 'project-ledger',
    file: '项目台账_园区_2010年12月',
    where: [{ field: 'code', text: '空' }],
    year: 2010,
    month: 12,
    formats: PAGES,
  },
  {
    name: 'project-ledger',
    file: '项目台账_招商_2012年9月',
    where: [{ field: 'code', text: '非空' }],
    year: 2012,
    month: 9,
    formats: PAGES,
  },
  {
    name: 'four-batches',
    file: '四个一批汇总表_2012年9月',
    where: [],
    year: 2012,
    month: 9,
    formats: PAGES,
  },
  {
    name: 'project-rollup',
    file: '项目分类汇总表_2012年9月',
    where: [],
    year: 2012,
    month: 9,
    formats: PAGES,
  },
  {
    name: 'target-breakdown',
    file: '目标任务分解表_2004年',
    where: [],
    year: 2004,
    month: 12,
    formats: PAGES,
  },
  {
    name: 'monthly-bulletin',
    file: '主要指标完成情况通报表_2012年9月',
    where: [],
    year: 2012,
    month: 9,
    formats: ['xlsx', 'pdf', 'docx'],
  },
  {
    name: 'bulletin',
    file: '月通报_2012年9月',
    where: [],
    year: 2012,
    month: 9,
    formats: ['docx'],
  },
];

export async function demoCommand(options: CommandOptions): Promise<Answered> {
  const out = resolve(requiredOption(options.out, ' --out 目录'));
  makeFolder(out);
  const folder = mkdtempSync(join(tmpdir(), 'county-planner-demo-'));
  const session = await openSession(folder, 'make');
  try {
    await session.ask('session.begin', { county: '示例县', year: 2012, units: [] });
    const imports: { file: string; outcome: Imported }[] = [];
    for (const sample of ['02', '03', '04', '01']) {
      const file = samplePath(sample);
      imports.push({
        file: basename(file),
        outcome: await importFilesInto(session, [file], {
          createUnits: true,
          onlyValid: false,
          dryRun: false,
        }),
      });
    }
    const written = await writeAll(session, out);
    const sums = await totals(session);
    const text = [
      ...imports.map((one) => importText(one.file, one.outcome)),
      sums,
      `写出${written.length}个文件，在 ${out}：`,
      ...written.map((file) => `  ${basename(file)}`),
    ].join('\n');
    return { json: { imports, written, sums }, text };
  } finally {
    await session.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function writeAll(session: CoreSession, out: string): Promise<readonly string[]> {
  const written: string[] = [];
  for (const table of TABLES) {
    for (const format of table.formats) {
      const file = join(out, `${table.file}.${format}`);
      await writeTable(session, table.name, {
        where: table.where,
        year: table.year,
        month: table.month,
        format,
        out: file,
      });
      written.push(file);
    }
  }
  return written;
}

async function totals(session: CoreSession): Promise<string> {
  const sum = await session.ask('records.summary', { ledger: 'project' });
  const [yuan, yi] = [measureOf('元'), measureOf('亿元')];
  const inYi = (code: string): string =>
    yuan === null || yi === null ? '' : convert(sum.sums[code]?.value ?? '0', yuan, yi);
  return `台账共${sum.count}个项目，总投资${inYi('total_investment')}亿元，到位资金${inYi('arrived_total')}亿元。`;
}
