/**
 * Templates of every ledger: filled in by another program they come back without a question; a
 * filled one changes nothing.
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isToldByFiles, type Field } from '../../main/domain/ledgers/field.ts';
import { IMPORTABLE_CODES } from '../../main/domain/ledgers/identity.ts';
import { builtInLedgerOf, type LedgerCode } from '../../main/domain/ledgers/index.ts';
import { testSession, type TestSession } from '../helpers/session.ts';

const python = (lines: string, ...words: readonly string[]): string =>
  execFileSync('/usr/bin/python3', ['-c', lines, ...words], { encoding: 'utf8' });

/**
 * Fills rows by the headers that stand in rows 3 and 4; opens the file as Excel's users would find
 * it.
 */
const FILL = `
import openpyxl, sys, json
path, rows = sys.argv[1], json.loads(sys.argv[2])
wb = openpyxl.load_workbook(path)
ws = wb.worksheets[0]
heads = {}
for c in range(1, ws.max_column + 1):
    for r in (3, 4):
        v = ws.cell(r, c).value
        if v is not None: heads[str(v).split('（')[0]] = c
at = 5
while ws.cell(at, heads[sys.argv[3]]).value is not None: at += 1
for row in rows:
    for head, value in row.items(): ws.cell(at, heads[head]).value = value
    at += 1
wb.save(path)`;
const fill = (
  path: string,
  name: string,
  rows: readonly Readonly<Record<string, string | number>>[],
): void => void python(FILL, path, JSON.stringify(rows), name);

const made = async (session: TestSession, ledger: LedgerCode, filled = false): Promise<string> => {
  const path = join(session.folder, `${ledger}${filled ? '-filled' : ''}.xlsx`);
  await session.ask('imports.template', { ledger, to: path, filled });
  return path;
};

/** A plausible value of every field, as a person types it. */
function typed(field: Field): string | number {
  switch (field.kind) {
    case 'money':
    case 'decimal':
      return 12;
    case 'day':
      return '2012-05';
    case 'choice':
      return field.choices[0]?.label ?? '';
    case 'unit':
      return '甲镇';
    case 'phone':
      return '13900000001';
    case 'text':
    case 'long':
      // whoever stands above a unit is known
      return field.label === '上级单位' ? '甲镇' : `${field.label}一`;
  }
}

describe.each(IMPORTABLE_CODES)('the template of %s', (code) => {
  const ledger = builtInLedgerOf(code);
  const fields: readonly Field[] = (ledger?.fields ?? []).filter(isToldByFiles);
  const nameLabel = fields.find((field) => field.code === ledger?.nameField)?.label ?? '';

  it('empty, holds no record and asks nothing', async () => {
    const session = await testSession(['甲镇']);
    const draft = await session.ask('imports.open', { files: [await made(session, code)] });
    expect(draft).toMatchObject({ ledger: code, counts: { new: 0, rejected: 0 } });
    expect(draft.files[0]?.report?.sheets).toHaveLength(1);
  });

  it('filled in every column, comes back without a question and with every value', async () => {
    const session = await testSession(['甲镇']);
    // what arrived is told of a project that is there
    if (code === 'arrival')
      await session.ask('records.create', {
        ledger: 'project',
        records: [{ name: '项目名称一', introducer: '甲镇' }],
      });
    const path = await made(session, code);
    fill(path, nameLabel, [Object.fromEntries(fields.map((field) => [field.label, typed(field)]))]);
    const draft = await session.ask('imports.open', { files: [path] });
    const table = draft.files[0]?.report?.sheets[0]?.tables[0];
    expect(
      table?.issues.filter((one) => one.level === 'question' || one.level === 'error'),
    ).toEqual([]);
    expect(table?.columns.map((one) => one.field)).toEqual(fields.map((field) => field.code));
    expect(draft).toMatchObject({
      ledger: code,
      counts: { new: 1, rejected: 0 },
      unknownUnits: [],
      nearRecords: [],
    });
    await session.ask('imports.commit', { draft: draft.id, onlyValid: false });
    const again = await session.ask('imports.open', { files: [path] });
    expect(again.counts).toEqual({ new: 0, changed: 0, unchanged: 1, rejected: 0, skipped: 0 });
  });
});

describe('the project template', () => {
  it('filled with the present records, comes back unchanged; one more row is one new record', async () => {
    const session = await testSession(['甲镇']);
    const empty = await made(session, 'project');
    fill(empty, '项目名称', [
      {
        项目名称: '水厂',
        总投资: 1234.56,
        占地面积: 12.3456,
        责任单位: '甲镇',
        开工日期: '2012-05',
        项目阶段: '在建',
        联系电话: '0917-1234567',
      },
      { 项目名称: '电站', 总投资: 500, 币种: '美元', 责任单位: '甲镇', 开工日期: '2012' },
    ]);
    const draft = await session.ask('imports.open', { files: [empty] });
    expect(draft.counts).toMatchObject({ new: 2, rejected: 0 });
    await session.ask('imports.commit', { draft: draft.id, onlyValid: false });
    const rows = await session.ask('records.page', {
      query: { ledger: 'project' },
      offset: 0,
      limit: 9,
    });
    expect(
      rows.map((row) => [
        row['name'],
        row['total_investment'],
        row['currency'],
        row['started_date'],
        row['responsible_unit'],
      ]),
    ).toEqual([
      ['水厂', '12345600.00', 'CNY', '2012-05', '甲镇'],
      ['电站', '5000000.00', 'USD', '2012', '甲镇'],
    ]);
    const filled = await made(session, 'project', true);
    expect((await session.ask('imports.open', { files: [filled] })).counts).toEqual({
      new: 0,
      changed: 0,
      unchanged: 2,
      rejected: 0,
      skipped: 0,
    });
    fill(filled, '项目名称', [{ 项目名称: '茶厂', 总投资: 60 }]);
    expect((await session.ask('imports.open', { files: [filled] })).counts).toMatchObject({
      new: 1,
      changed: 0,
      unchanged: 2,
    });
  });

  it('has lists, checks, frozen and protected headers, its explanation, and a sheet that nobody sees', async () => {
    const session = await testSession(
      Array.from({ length: 40 }, (_, at) => `第${at + 1}乡镇名称很长镇`),
    );
    const path = await made(session, 'project');
    const seen = JSON.parse(
      python(
        `
import openpyxl, sys, json
wb = openpyxl.load_workbook(sys.argv[1])
ws = wb.worksheets[0]
print(json.dumps({'sheets': [[s.title, s.sheet_state] for s in wb], 'freeze': ws.freeze_panes, 'protected': ws.protection.sheet, 'head': ws['A3'].protection.locked, 'cell': ws['A5'].protection.locked,
  'checks': {str(d.sqref).split(':')[0]: [d.type, d.formula1] for d in ws.data_validations.dataValidation}, 'heads': {ws.cell(r, c).value: openpyxl.utils.get_column_letter(c) for r in (3, 4) for c in range(1, ws.max_column + 1)}, 'how': [wb['填表说明'].cell(r, 1).value for r in range(4, 7)]}))`,
        path,
      ),
    ) as {
      sheets: [string, string][];
      freeze: string;
      protected: boolean;
      head: boolean;
      cell: boolean;
      checks: Record<string, [string, string]>;
      heads: Record<string, string>;
      how: string[];
    };
    expect(seen).toMatchObject({
      freeze: 'C5',
      protected: true,
      head: true,
      cell: false,
      how: ['项目编号', '项目名称', '项目阶段'],
    });
    expect(seen.sheets).toEqual([
      ['项目台账', 'visible'],
      ['填表说明', 'visible'],
      ['选项', 'hidden'],
      ['县计模板', 'veryHidden'],
    ]);
    const check = (head: string): [string, string] | undefined =>
      seen.checks[`${seen.heads[head]}5`];
    expect(check('责任单位')).toEqual([
      'list',
      expect.stringMatching(/^'选项'!\$[A-Z]\$2:\$[A-Z]\$41$/),
    ]);
    expect(check('建设性质')).toEqual(['list', '"新建,续建,扩建,改建,技改,搬迁"']);
    expect(check('总投资（万元）')?.[0]).toBe('decimal');
    expect(check('开工日期')?.[0]).toBe('custom');
  });

  it('opens in LibreOffice and comes back from it without a question', async () => {
    const session = await testSession(['甲镇']);
    const path = await made(session, 'project');
    fill(path, '项目名称', [
      {
        项目名称: '水厂',
        总投资: 1234.56,
        责任单位: '甲镇',
        开工日期: '2012-05',
        签约日期: '2012-03-04',
      },
    ]);
    const out = join(session.folder, 'office');
    for (const [format, end] of [
      ['xlsx:Calc MS Excel 2007 XML', 'xlsx'],
      ['xls:MS Excel 97', 'xls'],
    ] as const) {
      execFileSync(
        'soffice',
        [
          `-env:UserInstallation=file://${join(session.folder, 'profile')}`,
          '--headless',
          '--convert-to',
          format,
          '--outdir',
          out,
          path,
        ],
        { stdio: 'ignore' },
      );
      const draft = await session.ask('imports.open', { files: [join(out, `project.${end}`)] });
      expect(draft, end).toMatchObject({
        ledger: 'project',
        counts: { new: 1, rejected: 0 },
        sums: { total_investment: '1234.56 万元' },
      });
      expect(
        draft.files[0]?.report?.sheets[0]?.tables[0]?.columns.find(
          (one) => one.field === 'started_date',
        ),
        end,
      ).toMatchObject({ reason: '您指定的' });
    }
  }, 120_000);
});
