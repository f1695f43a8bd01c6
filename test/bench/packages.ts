/**
 * A stick of 25 townships' packages taken by the county, against the import of the same projects
 * from the workbooks that they would have sent.
 */
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import exceljs from 'exceljs';
import { createCore, type Core } from '../../main/core/core.ts';
import { closeDatabase, openDatabase } from '../../main/data/open.ts';
import { unitByName } from '../../main/data/units/units.ts';
import { beginBook } from '../../main/services/book/session.ts';
import { createRecord } from '../../main/services/records/edit.ts';
import type { Reply } from '../../preload/contract/index.ts';
import type { PackageLine } from '../../preload/contract/exchange.ts';
import type { ImportDraft } from '../../preload/contract/imports.ts';
import type { Summary } from '../../preload/contract/records.ts';
import { officeOn, openOffices } from '../helpers/offices.ts';
import { median, ratio, type Measured } from './measure.ts';

const TOWNSHIPS = 25;
const ROWS = 200;
const ROUNDS = 3;
/** a column of the workbook and the field that it is */
const COLUMNS: readonly (readonly [string, string])[] = [
  ['项目编号', 'code'],
  ['项目名称', 'name'],
  ['引进单位', 'introducer'],
  ['投资方', 'company'],
  ['建设内容', 'content'],
  ['总投资（万元）', 'total_investment'],
  ['责任人', 'contact'],
  ['联系电话', 'phone'],
  ['形象进度', 'progress'],
  ['备注', 'remark'],
];

const names = Array.from({ length: TOWNSHIPS }, (_, at) => `第${at + 1}镇`);

const projectsOf = (town: number): readonly Readonly<Record<string, string>>[] =>
  Array.from({ length: ROWS }, (_, row) => {
    const at = town * ROWS + row;
    return {
      code: `XM${String(at).padStart(6, '0')}`,
      name: `第${at}号技术改造项目`,
      introducer: names[town] ?? '',
      company: `投资公司${at % 500}`,
      content: `年产${at % 100}万吨生产线`,
      total_investment: `${1000 + (at % 9000)}`,
      contact: `责任人${at % 400}`,
      phone: `1390000${String(at % 10_000).padStart(4, '0')}`,
      progress: '主体工程基本完工',
      remark: '供电增容正在协调',
    };
  });

interface Sent {
  /** the county's book before anything came */
  readonly book: string;
  readonly packages: readonly string[];
  readonly workbooks: readonly string[];
}

/**
 * Each township opens its task, types its projects and reports; the same rows go into a workbook of
 * its own.
 */
async function sentBy(root: string): Promise<Sent> {
  const book = join(root, 'county.db');
  const db = openDatabase(book);
  const county = officeOn(db);
  beginBook(county.book, {
    county: '示例县',
    year: 2012,
    units: names.map((name) => ({ name, kind: 'township' as const })),
    sample: false,
  });
  const offices = openOffices();
  const [packages, workbooks]: [string[], string[]] = [[], []];
  for (const [town, name] of names.entries()) {
    const unit = unitByName(db, name)?.id ?? 0;
    const office = offices.open();
    office.begin(county.task({ unit, indicators: [], ledgers: ['project'] }).bytes);
    createRecord(
      office.book,
      'project',
      projectsOf(town).map((one) => ({
        ...one,
        total_investment: `${one['total_investment']}0000`,
      })),
    );
    const file = join(root, `${name}上报包.zip`);
    writeFileSync(file, office.report(2012, 9).bytes);
    packages.push(file);
    workbooks.push(await workbookOf(join(root, `${name}项目.xlsx`), town));
    offices.closeBooks();
  }
  offices.close();
  closeDatabase(db);
  return { book, packages, workbooks };
}

async function workbookOf(file: string, town: number): Promise<string> {
  const book = new exceljs.Workbook();
  const sheet = book.addWorksheet('项目台账');
  sheet.addRow(COLUMNS.map(([head]) => head));
  for (const row of projectsOf(town))
    sheet.addRow(
      COLUMNS.map(([, field]) =>
        field === 'total_investment' ? Number(row[field]) : (row[field] ?? ''),
      ),
    );
  await book.xlsx.writeFile(file);
  return file;
}

/** Asks a core or throws what it refused. */
type Ask = <T>(call: string, input: unknown) => Promise<T>;

async function onCopy(book: string, work: (ask: Ask) => Promise<void>): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'county-planner-bench-'));
  mkdirSync(folder, { recursive: true });
  copyFileSync(book, join(folder, 'county.db'));
  const none = (): Promise<never> => Promise.reject(new Error('nothing is printed'));
  const core: Core = createCore({
    dataFolder: folder,
    clock: () => new Date(),
    log: (line) => console.error(line),
    host: { toPdf: none, toPng: none, pathOf: (handle) => Promise.resolve(handle) },
    emit: () => undefined,
  });
  const ask: Ask = async <T>(call: string, input: unknown) => {
    const reply = (await core.dispatch(call, input)) as Reply<T>;
    if (!reply.ok) throw new Error(`${call}: ${JSON.stringify(reply.fault)}`);
    return reply.value;
  };
  try {
    const began = performance.now();
    await work(ask);
    const took = performance.now() - began;
    const { count } = await ask<Summary>('records.summary', { ledger: 'project' });
    if (count !== TOWNSHIPS * ROWS) throw new Error(`${count} projects came`);
    return took;
  } finally {
    core.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Shown as a stick's list once, then taken one after the other. */
const takePackages =
  (files: readonly string[]) =>
  async (ask: Ask): Promise<void> => {
    const lines = await ask<readonly PackageLine[]>('exchange.read', { files });
    for (const line of lines)
      await ask('exchange.accept', {
        file: line.handle,
        path: line.path,
        fingerprint: line.package?.fingerprint ?? '',
      });
  };

const importWorkbooks =
  (files: readonly string[]) =>
  async (ask: Ask): Promise<void> => {
    for (const file of files) {
      const draft = await ask<ImportDraft>('imports.open', { files: [file] });
      await ask('imports.commit', { draft: draft.id, onlyValid: false });
    }
  };

export async function benchPackages(): Promise<readonly Measured[]> {
  const root = mkdtempSync(join(tmpdir(), 'county-planner-bench-'));
  try {
    const { book, packages, workbooks } = await sentBy(root);
    const [taken, imported]: [number[], number[]] = [[], []];
    // the first round warms up
    for (let round = 0; round <= ROUNDS; round += 1) {
      const [ours, theirs] = [
        await onCopy(book, takePackages(packages)),
        await onCopy(book, importWorkbooks(workbooks)),
      ];
      if (round === 0) continue;
      taken.push(ours);
      imported.push(theirs);
    }
    return [
      ratio(
        `收${TOWNSHIPS}个包 ÷ 从表里导入同样的${TOWNSHIPS * ROWS}条`,
        median(taken),
        median(imported),
        1,
      ),
    ];
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
