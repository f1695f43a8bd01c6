/**
 * The form of a month's figures: empty or with what is at hand, it comes back without a question
 * and is kept as it was filled in.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ImportDraft } from '../../preload/contract/imports.ts';
import { asNewUnit } from '../../main/importing/sheet/answers.ts';
import { testSession, type TestSession } from '../helpers/session.ts';
import { sample } from './make.ts';

const python = (lines: string, ...words: readonly string[]): string =>
  execFileSync('/usr/bin/python3', ['-c', lines, ...words], { encoding: 'utf8' });

/** Cells by unit and by "indicator›part", as openpyxl finds them. */
const CELLS = `
import openpyxl, sys, json
wb = openpyxl.load_workbook(sys.argv[1])
ws = wb.worksheets[0]
heads, top = {}, None
for c in range(2, ws.max_column + 1):
    top = ws.cell(3, c).value or top
    heads[top.split('（')[0] + '›' + ws.cell(4, c).value] = c
rows = {ws.cell(r, 1).value: r for r in range(5, ws.max_row + 1) if ws.cell(r, 1).value}
`;
const shown = (
  path: string,
): {
  title: string;
  heads: string[];
  cells: Record<string, Record<string, [number | null, boolean]>>;
} =>
  JSON.parse(
    python(
      `${CELLS}
print(json.dumps({'title': ws['A1'].value, 'heads': list(heads), 'cells': {u: {h: [ws.cell(r, c).value, ws.cell(r, c).protection.locked] for h, c in heads.items()} for u, r in rows.items()}}))`,
      path,
    ),
  ) as ReturnType<typeof shown>;
const fill = (
  path: string,
  cells: Readonly<Record<string, Readonly<Record<string, number>>>>,
): void =>
  void python(
    `${CELLS}
for u, given in json.loads(sys.argv[2]).items():
    for h, v in given.items(): ws.cell(rows[u], heads[h]).value = v
wb.save(sys.argv[1])`,
    path,
    JSON.stringify(cells),
  );

async function take(session: TestSession, path: string): Promise<ImportDraft> {
  let draft = await session.ask('imports.open', { files: [path] });
  for (let unknown = draft.unknownUnits[0]; unknown !== undefined; unknown = draft.unknownUnits[0])
    draft = await session.ask('imports.answer', {
      draft: draft.id,
      answers: [asNewUnit(unknown.name)],
    });
  await session.ask('imports.commit', { draft: draft.id, onlyValid: false });
  return draft;
}
/** 2012's goals and September's figures of twelve units. */
async function september(session: TestSession): Promise<void> {
  const { name, bytes } = sample('04');
  const path = join(session.folder, name);
  writeFileSync(path, bytes);
  await take(session, path);
}
const open = async (session: TestSession, path: string): Promise<ImportDraft> =>
  session.ask('imports.open', { files: [path] });
const made = async (
  session: TestSession,
  month: number,
  filled: boolean,
  year = 2012,
): Promise<string> => {
  const to = join(session.folder, `${year}-${month}${filled ? '-filled' : ''}.xlsx`);
  await session.ask('imports.template', { ledger: 'figures', to, filled, year, month });
  return to;
};
const questions = (draft: ImportDraft): readonly string[] =>
  draft.files.flatMap(({ report }) =>
    (report?.sheets ?? []).flatMap((sheet) =>
      sheet.tables.flatMap((table) =>
        table.issues.flatMap((one) =>
          one.level === 'info' ? [] : [`${one.level} ${one.message}`],
        ),
      ),
    ),
  );

describe('the form of a month', () => {
  it('before there is an indicator, is refused with what to do', async () => {
    const session = await testSession(['甲镇']);
    await expect(made(session, 9, false)).rejects.toMatchObject({ code: 'indicator.none' });
    await expect(
      session.ask('imports.template', {
        ledger: 'figures',
        to: join(session.folder, 'x.xlsx'),
        filled: false,
        year: 2012,
      }),
    ).rejects.toMatchObject({ code: 'input.invalid' });
  });

  it('of last month’s units and goals, filled in, comes back without a question; again, it changes nothing', async () => {
    const session = await testSession();
    await september(session);
    const path = await made(session, 10, true);
    const before = shown(path);
    expect(before.title).toBe('示例县2012年10月主要指标完成情况表');
    expect(Object.keys(before.cells)).toHaveLength(12);
    expect(before.heads.slice(0, 5)).toEqual([
      '合同引资›年目标',
      '合同引资›至9月累计（参考）',
      '合同引资›本月',
      '合同引资›累计',
      '合同引资›上年同期',
    ]);
    expect(before.cells['磻溪镇']).toMatchObject({
      '合同引资›年目标': [expect.any(Number), true],
      '合同引资›至9月累计（参考）': [3.35, true],
      '合同引资›本月': [null, false],
      '财政收入›累计': [null, false],
    });
    expect(await open(session, path)).toMatchObject({
      ledger: null,
      counts: { new: 0, changed: 0, unchanged: 48, rejected: 0 },
    });

    fill(path, {
      磻溪镇: { '合同引资›本月': 0.4, '财政收入›本月': 310, '财政收入›上年同期': 2500 },
      虢镇: { '合同引资›累计': 99.5 },
    });
    const draft = await open(session, path);
    expect(questions(draft)).toEqual([]);
    expect(draft).toMatchObject({
      facts: 52,
      counts: { new: 4, changed: 0, unchanged: 48, rejected: 0 },
      unknownUnits: [],
    });
    expect(draft.files[0]?.report?.sheets).toMatchObject([
      { name: '月报表', period: { year: 2012, month: 10 }, tables: [{ kind: 'matrix' }] },
    ]);
    await session.ask('imports.commit', { draft: draft.id, onlyValid: false });
    expect((await open(session, path)).counts).toMatchObject({ new: 0, changed: 0, unchanged: 52 });
    const next = shown(await made(session, 11, true)).cells;
    expect([
      next['磻溪镇']?.['合同引资›至10月累计（参考）'],
      next['虢镇']?.['合同引资›至10月累计（参考）'],
    ]).toEqual([
      [3.75, true],
      [99.5, true],
    ]);
    const nextYear = shown(await made(session, 10, true, 2013)).cells;
    expect(nextYear['磻溪镇']?.['合同引资›上年同期']).toEqual([3.75, false]);
  });

  it('of any office: a name with brackets and a share keep their indicator', async () => {
    const session = await testSession(['甲镇', '乙镇']);
    const indicator = {
      category: null,
      places: 2,
      direction: 'up' as const,
      kind: 'flow' as const,
      rollup: 'sum' as const,
      numerator: null,
      denominator: null,
      factor: '1',
      parent: null,
      counted: null,
      retired: false,
      remark: null,
    };
    await session.ask('indicators.save', {
      id: null,
      indicator: { ...indicator, name: '外资（其中：直接）', measure: '万美元' },
    });
    await session.ask('indicators.save', {
      id: null,
      indicator: { ...indicator, name: '完成率', measure: '%', kind: 'ratio', rollup: 'none' },
    });
    const path = await made(session, 1, false);
    fill(path, {
      甲镇: { '外资›年目标': 12, '外资›累计': 3.5, '完成率›累计': 45.5 },
      乙镇: { '外资›本月': 1 },
    });
    const draft = await open(session, path);
    expect(questions(draft)).toEqual([]);
    expect(draft).toMatchObject({ facts: 4, counts: { new: 4, rejected: 0 }, notes: [] });
    await session.ask('imports.commit', { draft: draft.id, onlyValid: false });
    expect(await session.ask('indicators.list', {})).toHaveLength(2);
    const back = shown(await made(session, 1, true));
    expect(back.cells['甲镇']).toMatchObject({
      '外资›年目标': [12, true],
      '外资›累计': [3.5, false],
    });
    expect(Object.keys(back.cells)).toEqual(['甲镇']);
  });

  it('with words where a figure belongs, asks about that cell', async () => {
    const session = await testSession();
    await september(session);
    const path = await made(session, 10, false);
    python(
      `${CELLS}
ws.cell(rows['磻溪镇'], heads['合同引资›本月']).value = '好多'
wb.save(sys.argv[1])`,
      path,
    );
    expect(questions(await open(session, path))).toEqual([
      'error “好多”不是数。请填金额，如 1200 或 1.2亿，或留空。',
    ]);
  });
});
