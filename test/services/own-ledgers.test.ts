/**
 * A ledger made from each of three workbooks of another tool, used through import, edit, count,
 * print and undo.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DefinitionInput, Proposal, SavedLedger } from '../../preload/contract/own-ledgers.ts';
import { testSession, type TestSession } from '../helpers/session.ts';
import { ask as askSheet, openBrowser, pagesOf, printsWith } from '../reporting/paper.ts';
import { typedIndicator } from '../helpers/indicator.ts';

const TOWNS = ['城关镇', '固关镇', '东风镇', '八渡镇', '人社局', '妇联', '商务局'];
const folder = mkdtempSync(join(tmpdir(), 'county-planner-own-'));
const workbook = (name: string): string => join(folder, `${name}.xlsx`);
let browser: Browser;

beforeAll(async () => {
  execFileSync('/usr/bin/python3', [
    fileURLToPath(new URL('own_ledgers.py', import.meta.url)),
    folder,
  ]);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Made {
  readonly session: TestSession;
  readonly proposal: Proposal;
  readonly made: SavedLedger;
  readonly imported: { readonly import: number; readonly new: number };
}

/** Proposes, creates and imports the same file, which must not ask anything. */
async function ledgerOfSheet(name: string): Promise<Made> {
  const session = await testSession(TOWNS, printsWith(browser));
  const proposal = await session.ask('ledgers.propose', { file: workbook(name) });
  const made = await session.ask('ledgers.create', { definition: proposal.definition });
  const draft = await session.ask('imports.open', { files: [workbook(name)] });
  expect(draft.ledger).toBe(made.code);
  expect(
    draft.files[0]?.report?.sheets.flatMap((sheet) =>
      sheet.tables.flatMap((table) => table.issues.filter((one) => one.level !== 'info')),
    ),
  ).toEqual([]);
  return {
    session,
    proposal,
    made,
    imported: await session.ask('imports.commit', { draft: draft.id, onlyValid: false }),
  };
}
const codeOf = ({ made }: Made, label: string): string => {
  const found = made.definition.fields.find((field) => field.label === label);
  if (found === undefined) throw new RangeError(`no field ${label}`);
  return found.code;
};
const kindsOf = ({ definition }: Proposal): readonly string[] =>
  definition.fields.map(
    (field) => `${field.label} ${field.kind}${field.measure == null ? '' : ` ${field.measure}`}`,
  );
const rowsOf = (session: TestSession, ledger: SavedLedger['code'], query: object = {}) =>
  session.ask('records.page', { query: { ledger, ...query }, offset: 0, limit: 200 });
const inForm = (made: SavedLedger): DefinitionInput => made.definition;

test('an enterprise list: merged towns, mixed dates, telephone numbers as numbers, a total that agrees', async () => {
  const all = await ledgerOfSheet('企业名录');
  const { session, proposal, made, imported } = all;
  expect(proposal.definition.label).toBe('规模以上工业企业名录');
  expect(kindsOf(proposal)).toEqual([
    '企业名称 text',
    '所在镇 unit',
    '行业 choice',
    '职工人数 number 人',
    '总产值 money 万元',
    '入库税金 money 万元',
    '投产时间 date',
    '联系电话 phone',
    '用地面积 number 亩',
    '备注 text',
  ]);
  expect(proposal.columns.find((column) => column.path.at(-1) === '序号')).toMatchObject({
    field: null,
    reason: '序号由程序自己编',
  });
  expect(proposal.columns.every((column) => column.reason !== '')).toBe(true);
  expect(imported.new).toBe(24);
  const [output, staff, town, phone] = ['总产值', '职工人数', '所在镇', '联系电话'].map((label) =>
    codeOf(all, label),
  ) as [string, string, string, string];
  const summary = await session.ask('records.summary', { ledger: made.code, group: [town] });
  expect(
    summary.groups.map((group) => [group.key[0], group.count, group.sums[output]?.value]),
  ).toEqual([
    ['城关镇', 6, '87030000.00'],
    ['固关镇', 6, '123030000.00'],
    ['东风镇', 6, '159030000.00'],
    ['八渡镇', 6, '195030000.00'],
  ]);
  expect(summary.sums[staff]?.value).toBe('1788');
  expect((await rowsOf(session, made.code, { search: '示例乙' }))[0]).toMatchObject({
    [phone]: '13900000001',
    [codeOf(all, '投产时间')]: '2010-03',
    [codeOf(all, '用地面积')]: '13.5',
  });

  const [first] = await rowsOf(session, made.code, {
    filters: [{ field: staff, text: '>100' }],
    sort: [{ field: staff, descending: true }],
  });
  expect(first?.[staff]).toBe('109');
  await session.ask('records.edit', {
    ledger: made.code,
    edits: [{ id: first?.id ?? 0, field: output, value: '1.2亿' }],
  });
  expect((await rowsOf(session, made.code, { search: '示例地' }))[0]?.[output]).toBe(
    '120000000.00',
  );
  const detail = await session.ask('records.get', { ledger: made.code, id: first?.id ?? 0 });
  expect(detail.origins[0]).toMatchObject({ file: '企业名录.xlsx', row: 28 });
  expect(detail.history[0]).toMatchObject({
    what: 'changed',
    fields: [{ field: output, before: '35005000.00', after: '120000000.00' }],
  });
});

test('counted into an indicator, by the unit that the record names', async () => {
  const all = await ledgerOfSheet('企业名录');
  const counted = {
    ledger: all.made.code,
    filters: [{ field: codeOf(all, '行业'), text: '机械' }],
    sum: codeOf(all, '总产值'),
    unit: codeOf(all, '所在镇'),
    date: null,
  };
  const trial = await all.session.ask('indicators.trial', {
    counted,
    measure: '亿元',
    kind: 'stock',
    year: 2012,
    month: 12,
  });
  // every third of 24: 1200.5 + 100 n of n = 0, 3 … 21, in 亿元
  expect([trial.records, trial.total]).toEqual([8, '1.8004']);
  expect(trial.byUnit.map((one) => [one.unit, one.value])).toEqual([
    ['城关镇', '0.2701'],
    ['固关镇', '0.3901'],
    ['东风镇', '0.5101'],
    ['八渡镇', '0.6301'],
  ]);
  await all.session.ask('indicators.save', {
    id: null,
    indicator: typedIndicator('机械企业产值', { kind: 'stock', counted }),
  });
  const hidden = {
    ...inForm(all.made),
    fields: inForm(all.made).fields.map((field) =>
      field.label === '总产值' ? { ...field, hidden: true } : field,
    ),
  };
  await expect(
    all.session.ask('ledgers.save', { code: all.made.code, definition: hidden }),
  ).rejects.toMatchObject({
    code: 'ledger.wrong',
    params: { problem: '指标“机械企业产值”正用“总产值”统计，不能隐藏。请先修改指标“机械企业产值”' },
  });
});

test('a training register: percent shown as percent, identity numbers to the last digit', async () => {
  const all = await ledgerOfSheet('培训登记');
  expect(kindsOf(all.proposal)).toEqual([
    '培训班名称 text',
    '培训类别 choice',
    '主办单位 unit',
    '开班时间 date',
    '天数 number 天',
    '参训人数 number 人',
    '结业率 percent',
    '培训经费 money 元',
    '身份证号 phone',
  ]);
  const [second] = await rowsOf(all.session, all.made.code, { search: '第2期电焊' });
  expect(second).toMatchObject({
    [codeOf(all, '开班时间')]: '2012-01-06',
    [codeOf(all, '结业率')]: '90.1',
    [codeOf(all, '培训经费')]: '12010.50',
    [codeOf(all, '身份证号')]: '610327197502020001',
  });
  const { sums } = await all.session.ask('records.summary', { ledger: all.made.code });
  expect(Object.keys(sums)).not.toContain(codeOf(all, '结业率'));
  expect(sums[codeOf(all, '参训人数')]?.value).toBe('693');
});

test('a check sheet with √: printed as workbook and PDF with the same figures, and taken back', async () => {
  const all = await ledgerOfSheet('站点检查表');
  const { session, made, imported } = all;
  expect(all.proposal.definition.fields.filter((field) => field.kind === 'yes-no')).toHaveLength(
    11,
  );
  const [meets, sales] = [codeOf(all, '是否达标'), codeOf(all, '网销额')];
  expect(
    (
      await session.ask('records.summary', {
        ledger: made.code,
        filters: [{ field: meets, text: '√' }],
      })
    ).count,
  ).toBe(3);
  const [xlsx, pdf] = [join(folder, 'points.xlsx'), join(folder, 'points.pdf')];
  await session.ask('tables.save', { name: made.code, options: {}, format: 'xlsx', to: xlsx });
  await session.ask('tables.save', { name: made.code, options: {}, format: 'pdf', to: pdf });
  const cells = askSheet<readonly (string | number | null)[][]>(
    xlsx,
    '[[c.value for c in row] for row in values.iter_rows()]',
  ).flat();
  expect(cells).toContain('东村服务站');
  const printed = pagesOf(pdf).join('\n');
  expect(printed).toContain('东村服务站');
  // as the sheet has it: ten marks, of which the second point lacks one
  expect(
    printed
      .split('\n')
      .filter((line) => /东村|南村/.test(line))
      .map((line) => (line.match(/√/g) ?? []).length),
  ).toEqual([10, 9]);
  expect(printed).toMatch(/总计（15个）[\s\S]*123\.75/);
  expect(
    (await session.ask('tables.get', { name: made.code, options: {} })).totals.flat(),
  ).toContain('123.75');
  expect((await session.ask('records.summary', { ledger: made.code })).sums[sales]?.value).toBe(
    '1237500.00',
  );
  expect(
    (await session.ask('tables.list', {})).find((table) => table.name === made.code),
  ).toMatchObject({ title: made.definition.label, ledger: made.code });

  expect(await session.ask('imports.undo', { id: imported.import })).toEqual({ records: 15 });
  expect(await rowsOf(session, made.code)).toEqual([]);
  await session.ask('changes.undo', {});
  expect(await session.ask('ledgers.list', {})).toEqual([]);
  await expect(rowsOf(session, made.code)).rejects.toMatchObject({ code: 'ledger.unknown' });
  await session.ask('changes.redo', {});
  expect((await session.ask('ledgers.list', {})).map((own) => own.definition.label)).toEqual([
    made.definition.label,
  ]);
});

test('its template comes back without a question, and the same file again changes nothing', async () => {
  const all = await ledgerOfSheet('企业名录');
  const to = join(folder, 'filled.xlsx');
  await all.session.ask('imports.template', { ledger: all.made.code, to, filled: true });
  for (const file of [to, workbook('企业名录')]) {
    const draft = await all.session.ask('imports.open', { files: [file] });
    expect([draft.ledger, draft.counts]).toEqual([
      all.made.code,
      { new: 0, changed: 0, unchanged: 24, rejected: 0, skipped: 0 },
    ]);
    await all.session.ask('imports.close', { draft: draft.id });
  }
});
