/**
 * What goes back to a sender: its own workbook, bad cells red with a note, all else as it was; and
 * the corrected one comes in as what is new.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { fileURLToPath } from 'node:url';
import { patchedWorkbook } from '../../main/importing/rejects/patch.ts';
import { testSession, type TestSession } from '../helpers/session.ts';

const python = (lines: string, ...words: readonly string[]): string =>
  execFileSync('/usr/bin/python3', ['-c', lines, ...words], { encoding: 'utf8' });

/**
 * A sender's workbook with everything that must survive: a note, a drop-down, colours, a picture of
 * a sheet's tail, a second sheet.
 */
const SENT = `
import openpyxl, sys
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill, Border, Side
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.formatting.rule import CellIsRule
from openpyxl.chart import BarChart, Reference
wb = openpyxl.Workbook()
ws = wb.active
ws.title = '项目'
ws.append(['重点项目表'])
ws.merge_cells('A1:E1')
ws.append(['项目名称', '总投资（万元）', '责任单位', '开工时间', '备注'])
for row in [['甲厂', 100, '甲镇', '2012-03', None], ['乙厂', '好多亿', '甲镇', '2012-04', '原注'], ['丙厂', 300, '甲镇', '那一天', None], [None, 400, '甲镇', None, None], ['戊厂', 500, '甲镇', None, None]]: ws.append(row)
ws['B4'].font = Font(name='楷体', bold=True); ws['B4'].fill = PatternFill('solid', fgColor='FF00FF00'); ws['B4'].number_format = '#,##0.00'; ws['B4'].border = Border(left=Side('thin'))
ws['B4'].comment = Comment('核对过', '张三')
ws['A3'].comment = Comment('老项目', '张三')
dv = DataValidation(type='list', formula1='"甲镇,乙镇"'); ws.add_data_validation(dv); dv.add('C3:C100')
ws.conditional_formatting.add('B3:B9', CellIsRule(operator='greaterThan', formula=['250'], font=Font(color='FF0000')))
ws.freeze_panes = 'B3'
ws.auto_filter.ref = 'A2:E7'
chart = BarChart(); chart.add_data(Reference(ws, min_col=2, min_row=3, max_row=7)); ws.add_chart(chart, 'H2')
other = wb.create_sheet('说明'); other['A1'] = '不要动'
wb.save(sys.argv[1])`;

const LOOK = `
import openpyxl, sys, json
wb = openpyxl.load_workbook(sys.argv[1])
out = {}
for ws in wb:
    for row in ws.iter_rows():
        for c in row:
            red = c.fill.fgColor.rgb == 'FFFF7C80'
            if red or c.comment: out[f'{ws.title}!{c.coordinate}'] = {'red': red, 'note': c.comment.text if c.comment else None, 'value': c.value, 'bold': bool(c.font.b), 'format': c.number_format}
print(json.dumps(out, ensure_ascii=False))`;
interface Seen {
  readonly red: boolean;
  readonly note: string | null;
  readonly value: string | number | null;
  readonly bold: boolean;
  readonly format: string;
}
const look = (path: string): Record<string, Seen> =>
  JSON.parse(python(LOOK, path)) as Record<string, Seen>;

async function sent(): Promise<{ session: TestSession; path: string }> {
  const session = await testSession(['甲镇']);
  const path = join(session.folder, '甲镇报表.xlsx');
  python(SENT, path);
  return { session, path };
}

describe('the rejects workbook', () => {
  it('is the sender’s own file: bad cells red in their own font and format, each with its note, every other part byte for byte', async () => {
    const { session, path } = await sent();
    const draft = await session.ask('imports.open', { files: [path] });
    expect([draft.counts, draft.heldCells.length]).toMatchObject([{ new: 4, rejected: 1 }, 2]);
    const back = join(session.folder, '退回.xlsx');
    expect(await session.ask('imports.reject', { draft: draft.id, to: back })).toEqual([
      { file: '甲镇报表.xlsx', saved: '退回.xlsx', cells: 3, copied: false },
    ]);
    const seen = look(back);
    expect(Object.keys(seen).sort()).toEqual(['项目!A3', '项目!A6', '项目!B4', '项目!D5']);
    expect(seen['项目!A3']).toMatchObject({ red: false, note: '老项目' });
    expect(seen['项目!A6']).toMatchObject({
      red: true,
      value: null,
      note: '没有项目名称。补上，或跳过这一行。',
    });
    expect(seen['项目!B4']).toMatchObject({
      red: true,
      value: '好多亿',
      bold: true,
      format: '#,##0.00',
    });
    expect(seen['项目!B4']?.note).toMatch(/^核对过\n“好多亿”读不成总投资/);
    const [before, after] = [unzipSync(readFileSync(path)), unzipSync(readFileSync(back))];
    const touched = Object.keys(after)
      .filter(
        (name) =>
          before[name] === undefined ||
          Buffer.compare(before[name], after[name] ?? new Uint8Array()) !== 0,
      )
      .sort();
    expect(touched.filter((name) => before[name] === undefined)).toEqual([]);
    expect(touched).toEqual(
      [
        'xl/comments/comment1.xml',
        'xl/drawings/commentsDrawing1.vml',
        'xl/styles.xml',
        'xl/worksheets/sheet1.xml',
      ].filter((name) => before[name] !== undefined),
    );
    // but for the styles of three cells the sheet is the same text
    const plain = (parts: typeof before): string =>
      strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
        .replace(/<c r="(?:A6|B4|D5)"[^>]*?(\/?)>/g, '<c$1>')
        .replaceAll('<c/>', '');
    expect(plain(after)).toBe(plain(before));
  });

  it('opens in LibreOffice with its notes and values', async () => {
    const { session, path } = await sent();
    const draft = await session.ask('imports.open', { files: [path] });
    const back = join(session.folder, '退回.xlsx');
    await session.ask('imports.reject', { draft: draft.id, to: back });
    const out = join(session.folder, 'office');
    execFileSync(
      'soffice',
      [
        `-env:UserInstallation=file://${join(session.folder, 'profile')}`,
        '--headless',
        '--convert-to',
        'xlsx:Calc MS Excel 2007 XML',
        '--outdir',
        out,
        back,
      ],
      { stdio: 'ignore' },
    );
    const seen = look(join(out, '退回.xlsx'));
    expect(
      Object.entries(seen)
        .filter(([, one]) => one.red)
        .map(([cell]) => cell)
        .sort(),
    ).toEqual(['项目!A6', '项目!B4', '项目!D5']);
    expect(seen['项目!D5']?.note).toContain('那一天');
    expect(seen['项目!A3']?.note).toContain('老项目');
  }, 120_000);

  it('comes back corrected: what was imported is unchanged, only the mended cells and rows are written', async () => {
    const { session, path } = await sent();
    const draft = await session.ask('imports.open', { files: [path] });
    await session.ask('imports.commit', { draft: draft.id, onlyValid: true });
    const back = join(session.folder, '退回.xlsx');
    // after the commit as well
    expect(await session.ask('imports.reject', { draft: draft.id, to: back })).toHaveLength(1);
    python(
      `
import openpyxl, sys
wb = openpyxl.load_workbook(sys.argv[1]); ws = wb['项目']
ws['B4'] = 200; ws['D5'] = '2012-05'; ws['A6'] = '丁厂'
wb.save(sys.argv[1])`,
      back,
    );
    const again = await session.ask('imports.open', { files: [back] });
    expect(again.counts).toEqual({ new: 1, changed: 2, unchanged: 2, rejected: 0, skipped: 0 });
    await session.ask('imports.commit', { draft: again.id, onlyValid: false });
    expect(
      (await session.ask('records.summary', { ledger: 'project' })).sums['total_investment']?.value,
    ).toBe('15000000.00');
  });

  it('of a .csv or .xls is a copy as .xlsx, and says so; of several files one each, in a folder', async () => {
    const session = await testSession(['甲镇']);
    const csv = join(session.folder, '甲.csv');
    writeFileSync(csv, '项目名称,总投资（万元）,责任单位\n甲厂,100,甲镇\n乙厂,很多,甲镇\n');
    const xlsx = join(session.folder, '乙.xlsx');
    python(SENT, xlsx);
    const draft = await session.ask('imports.open', { files: [csv, xlsx] });
    const folder = join(session.folder, '退回');
    // what a save dialog gives
    expect(await session.ask('imports.reject', { draft: draft.id, to: `${folder}.xlsx` })).toEqual([
      { file: '甲.csv', saved: '甲（退回）.xlsx', cells: 1, copied: true },
      {
        file: '乙.xlsx',
        saved: '乙（退回）.xlsx',
        cells: expect.any(Number) as number,
        copied: false,
      },
    ]);
    expect(readdirSync(folder).sort()).toEqual(['乙（退回）.xlsx', '甲（退回）.xlsx']);
    const seen = look(join(folder, '甲（退回）.xlsx'));
    expect(Object.values(seen)).toMatchObject([
      { red: true, value: '很多', note: expect.stringContaining('很多') as string },
    ]);
    expect(
      await session.ask('imports.reject', {
        draft: draft.id,
        to: join(session.folder, '只要一份.xlsx'),
        files: ['甲.csv'],
      }),
    ).toHaveLength(1);
    expect(existsSync(join(session.folder, '只要一份.xlsx'))).toBe(true);
  });

  it('marks a question on a whole column at its header, and writes nothing where nothing is rejected', async () => {
    const session = await testSession(['甲镇']);
    const path = join(session.folder, '表.xlsx');
    python(
      `import openpyxl, sys\nwb = openpyxl.Workbook()\nws = wb.active\nws.append(['项目名称', '总投资', '责任单位'])\nws.append(['甲厂', 300, '甲镇'])\nwb.save(sys.argv[1])`,
      path,
    );
    const draft = await session.ask('imports.open', { files: [path] });
    const back = join(session.folder, '退回.xlsx');
    await session.ask('imports.reject', { draft: draft.id, to: back });
    expect(Object.entries(look(back)).map(([cell, one]) => [cell, one.red, one.note])).toEqual([
      ['Sheet!B1', true, '“总投资”没写金额单位。是万元，还是亿元？'],
    ]);
    const answered = await session.ask('imports.answer', {
      draft: draft.id,
      answers: [
        {
          kind: 'measure',
          file: '表.xlsx',
          sheet: 'Sheet',
          table: 0,
          column: 'B',
          measure: '万元',
        },
      ],
    });
    const none = join(session.folder, '无.xlsx');
    expect(await session.ask('imports.reject', { draft: answered.id, to: none })).toEqual([]);
    expect(existsSync(none)).toBe(false);
  });
});

describe('patching', () => {
  const SAMPLES = fileURLToPath(new URL('../../resources/samples/', import.meta.url));

  it('marks cells in every sample, also those of rows and columns that are not there', () => {
    const names = readdirSync(SAMPLES).filter((name) => name.endsWith('.xlsx'));
    expect(names.length).toBeGreaterThan(3);
    const folder = mkdtempSync(join(tmpdir(), 'patched-'));
    try {
      for (const name of names) {
        const [sheet = ''] = JSON.parse(
          python(
            'import openpyxl, sys, json; print(json.dumps(openpyxl.load_workbook(sys.argv[1]).sheetnames))',
            join(SAMPLES, name),
          ),
        ) as string[];
        const marked = patchedWorkbook(new Uint8Array(readFileSync(join(SAMPLES, name))), [
          {
            sheet,
            marks: [
              { row: 5, column: 1, note: '一' },
              { row: 5, column: 40, note: '没有的格' },
              { row: 900, column: 0, note: '没有的行' },
            ],
          },
        ]);
        const path = join(folder, name);
        writeFileSync(path, marked ?? '');
        const notes = Object.fromEntries(
          Object.entries(look(path))
            .filter(([, one]) => one.red)
            .map(([cell, one]) => [cell.split('!')[1], one.note]),
        );
        expect(notes, name).toMatchObject({ AO6: '没有的格', A901: '没有的行' });
        expect(Object.values(notes), name).toContain('一');
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('refuses what it does not know, so that a copy goes back', () => {
    expect(patchedWorkbook(new Uint8Array([1, 2, 3]), [])).toBeNull();
  });
});
