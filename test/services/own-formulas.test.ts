/**
 * Computed fields of a users' ledger: values by hand and by import, after edits, undo and another
 * formula; shares over many records are those of their sums; a sheet's computed columns are found.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { DefinitionInput } from '../../preload/contract/own-ledgers.ts';
import { testSession, type TestSession } from '../helpers/session.ts';

const folder = mkdtempSync(join(tmpdir(), 'county-planner-formulas-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const STALLS: DefinitionInput = {
  label: '商户收费',
  noun: '家商户',
  fields: [
    { label: '商户', kind: 'text' },
    { label: '品类', kind: 'choice', choices: ['瓷砖', '洁具'] },
    { label: '面积', kind: 'number', measure: '㎡' },
    { label: '应收', kind: 'money', measure: '元' },
    { label: '实收', kind: 'money', measure: '万元', places: 4 },
    { label: '未收', kind: 'money', measure: '元', formula: '应收-实收' },
    { label: '收缴率', kind: 'percent', places: 2, formula: '实收÷应收' },
    { label: '平效', kind: 'money', measure: '元', formula: '应收/面积' },
    { label: '欠缴率', kind: 'percent', places: 1, formula: '未收÷应收' },
  ],
};

async function stalls(): Promise<{ session: TestSession; code: `own_${string}` }> {
  const session = await testSession(['甲镇']);
  const { code } = await session.ask('ledgers.create', { definition: STALLS });
  await session.ask('records.create', {
    ledger: code,
    records: [
      { f1: '甲', f2: '瓷砖', f3: '30', f4: '3000', f5: '0.2' },
      { f1: '乙', f2: '瓷砖', f3: '70', f4: '9000', f5: '0.45' },
      { f1: '丙', f2: '洁具', f3: '0', f4: '600', f5: '0.06' },
      { f1: '丁', f2: '洁具', f3: '10', f4: '777' },
    ],
  });
  return { session, code };
}
const valuesOf = async (
  session: TestSession,
  ledger: `own_${string}`,
  fields: readonly string[],
) => {
  const page = await session.ask('records.page', {
    query: { ledger },
    offset: 0,
    limit: 50,
  });
  return page.map((row) => fields.map((field) => row[field] ?? null));
};

test('each record has its own; what lacks a part, or divides by zero, has none', async () => {
  const { session, code } = await stalls();
  expect(await valuesOf(session, code, ['f6', 'f7', 'f8', 'f9'])).toEqual([
    ['1000.00', '66.67', '100.00', '33.3'],
    ['4500.00', '50', '128.57', '50'],
    ['0.00', '100', null, '0'],
    [null, null, '77.70', null],
  ]);
});

test('an edit computes anew, undo brings both back, the computed cell itself takes nothing', async () => {
  const { session, code } = await stalls();
  await session.ask('records.edit', {
    ledger: code,
    edits: [{ id: 1, field: 'f5', value: '0.3' }],
  });
  expect((await valuesOf(session, code, ['f6', 'f7']))[0]).toEqual(['0.00', '100']);
  await session.ask('changes.undo', {});
  expect((await valuesOf(session, code, ['f6', 'f7']))[0]).toEqual(['1000.00', '66.67']);
  await expect(
    session.ask('records.edit', { ledger: code, edits: [{ id: 1, field: 'f7', value: '1' }] }),
  ).rejects.toThrow('value.formula');
});

test('sums add amounts; shares and amounts for each are those of the sums, of records that have every part', async () => {
  const { session, code } = await stalls();
  const json = await session.ask('tables.get', {
    name: 'ledger-rollup',
    options: { ledger: code, dimensions: ['f2'] },
  });
  expect(json.header.at(-1)?.slice(2)).toEqual([
    '家数',
    '面积（㎡）',
    '应收（元）',
    '实收（万元）',
    '未收（元）',
    '收缴率（%）',
    '平效（元）',
    '欠缴率（%）',
  ]);
  // 6,500 of 12,000 is 54.17 %; 12,000 over 100 ㎡; 丁 has no 实收, and counts in none of the shares
  expect(json.rows.map((row) => row.slice(2))).toEqual([
    ['2', '100', '12,000.00', '0.6500', '5,500.00', '54.17', '120.00', '45.8'],
    ['2', '10', '1,377.00', '0.0600', '0.00', '100.00', '137.70', '0.0'],
  ]);
  expect(json.totals.at(-1)?.slice(2)).toEqual([
    '4',
    '110',
    '13,377.00',
    '0.7100',
    '5,500.00',
    '56.35',
    '121.61',
    '43.7',
  ]);
});

test('another formula computes every record anew; one that goes round, or names nothing, is refused', async () => {
  const { session, code } = await stalls();
  const [own] = await session.ask('ledgers.list', {});
  const definition = own?.definition;
  if (definition === undefined) throw new Error('the ledger is there');
  const withFormula = (label: string, formula: string): DefinitionInput => ({
    ...definition,
    fields: definition.fields.map((field) =>
      field.label === label ? { ...field, formula } : { ...field },
    ),
  });
  const saved = await session.ask('ledgers.save', {
    code,
    definition: withFormula('未收', '（应收-实收）×10%'),
  });
  expect(saved.definition.fields.find((field) => field.label === '未收')?.formula).toBe(
    '({f4}-{f5})×10%',
  );
  expect((await valuesOf(session, code, ['f6', 'f9'])).slice(0, 2)).toEqual([
    ['100.00', '3.3'],
    ['450.00', '5'],
  ]);
  await session.ask('changes.undo', {});
  expect((await valuesOf(session, code, ['f6']))[0]).toEqual(['1000.00']);
  const problems = async (label: string, formula: string) =>
    (await session.ask('ledgers.check', { code, definition: withFormula(label, formula) })).map(
      (one) => one.message,
    );
  expect(await problems('未收', '应收×欠缴率')).toEqual([
    '“未收”的公式绕回了自己，请改成用填报的字段来算',
    '“欠缴率”的公式绕回了自己，请改成用填报的字段来算',
  ]);
  expect(await problems('未收', '应收-已收')).toEqual([
    '“未收”的公式里的“已收”不是这本台账的字段，请改成字段的名称',
  ]);
  expect(await problems('未收', '应收-')).toHaveLength(1);
  expect(await problems('未收', '应收-商户')).toEqual([
    '“未收”的公式用了“商户”，它是文字，不能计算',
  ]);
});

test('a sheet’s computed columns are found, and the next sheet’s records are computed', async () => {
  const session = await testSession(['甲镇']);
  const script = `
import openpyxl, sys
wb = openpyxl.Workbook(); ws = wb.active
ws.append(['培训补助发放登记表'])
ws.append(['培训班', '人数（人）', '天数（天）', '生活补助（元）', '结业人数（人）', '结业率'])
for i, (n, d, k) in enumerate([(50, 3, 45), (30, 5, 30), (42, 2, 40), (61, 4, 59)]):
    ws.append([f'第{i + 1}期', n, d, n * 5 * 1, k, k / n])
    ws.cell(i + 3, 6).number_format = '0.0%'
wb.save(sys.argv[1])`;
  const file = join(folder, '培训补助.xlsx');
  execFileSync('/usr/bin/python3', ['-c', script, file]);
  const proposal = await session.ask('ledgers.propose', { file });
  expect(
    proposal.definition.fields.flatMap(({ label, formula }) =>
      formula === null ? [] : [`${label}＝${formula}`],
    ),
  ).toEqual(['生活补助＝人数×5', '结业率＝结业人数÷人数']);
  const made = await session.ask('ledgers.create', { definition: proposal.definition });
  const draft = await session.ask('imports.open', { files: [file] });
  expect(draft.ledger).toBe(made.code);
  await session.ask('imports.commit', { draft: draft.id, onlyValid: false });
  // 45/50, 30/30, 40/42, 59/61
  expect(await valuesOf(session, made.code, ['f4', 'f6'])).toEqual([
    ['250.00', '90'],
    ['150.00', '100'],
    ['210.00', '95.24'],
    ['305.00', '96.72'],
  ]);
});
