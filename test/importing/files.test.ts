/**
 * What surrounds recognition: whose answers concern which file, who sent it, one table over many
 * sheets, figures of months from many senders.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  answersFor,
  lastingAnswers,
  recalledAnswers,
  type FileForm,
} from '../../main/importing/sheet/answers.ts';
import { createDrafts } from '../../main/importing/plan/drafts.ts';
import { judgeDraft, type Judged } from '../../main/importing/plan/judge.ts';
import { readWorkbook } from '../../main/importing/readers/index.ts';
import { UNWATCHED } from '../../main/importing/sheet/watch.ts';
import type { ImportAnswer } from '../../preload/contract/answers.ts';
import { testSession } from '../helpers/session.ts';
import { KNOWS_NOTHING } from './judged.ts';

const python = (path: string, lines: string): void =>
  void execFileSync('/usr/bin/python3', [
    '-c',
    `import openpyxl, sys\nwb = openpyxl.Workbook()\nws = wb.active\n${lines}\nwb.save(sys.argv[1])`,
    path,
  ]);
const TOWNS = ['甲镇', '乙镇', '丙镇', '丁镇'];

describe('answers', () => {
  const forms: Readonly<Record<string, FileForm>> = {
    a: { shape: 'x', sheets: ['甲镇9月'] },
    b: { shape: 'x', sheets: ['乙镇9月'] },
    c: { shape: 'y', sheets: ['甲镇9月'] },
  };
  const formOf = (file: string): FileForm | null => forms[file] ?? null;
  const measure: ImportAnswer = {
    kind: 'measure',
    file: 'a',
    sheet: '甲镇9月',
    table: 0,
    column: 'B',
    measure: '万元',
  };
  const skip: ImportAnswer = { kind: 'skip', file: 'a', sheet: '甲镇9月', row: 5, skip: true };
  const unit: ImportAnswer = { kind: 'unit', name: '甲乡', as: { is: 'known', unit: '甲镇' } };
  const period: ImportAnswer = { kind: 'period', year: 2012, month: 9 };

  it('about a row concern its file, about columns every file of the same headers, about names and the period all', () => {
    expect(answersFor('a', [measure, skip, unit, period], formOf)).toEqual([
      measure,
      skip,
      unit,
      period,
    ]);
    expect(answersFor('b', [measure, skip, unit, period], formOf)).toEqual([
      { ...measure, file: 'b', sheet: '乙镇9月' },
      unit,
      period,
    ]);
    expect(answersFor('c', [measure, skip, unit, period], formOf)).toEqual([unit, period]);
    expect(answersFor('b', [{ ...period, file: 'a' }], formOf)).toEqual([]);
  });

  it('are kept by the place of their sheet, without what concerns one month only', () => {
    const kept =
      lastingAnswers(
        [
          measure,
          skip,
          unit,
          period,
          { kind: 'unit', name: '新局', as: { is: 'new', unitKind: 'department' } },
        ],
        ['甲镇9月'],
      ) ?? [];
    expect(recalledAnswers(kept, ['甲镇10月'])).toEqual([
      { ...measure, file: '', sheet: '甲镇10月' },
      unit,
    ]);
    expect(lastingAnswers([skip, period], ['甲镇9月'])).toBeNull();
  });
});

describe('one table over many sheets', () => {
  it('is one plan; every row is named by its sheet', async () => {
    const session = await testSession(TOWNS);
    const path = join(session.folder, '全县.xlsx');
    python(
      path,
      `
wb.remove(ws)
for town in ['甲镇', '乙镇', '丙镇']:
    ws = wb.create_sheet(town)
    ws.append([town + '项目表'])
    ws.append(['项目名称', '总投资（万元）', '责任单位'])
    ws.append([town + '水厂', 300 if town != '乙镇' else '很多', town])
    ws.append([town + '电站', 400, town])`,
    );
    const draft = await session.ask('imports.open', { files: [path] });
    expect(draft).toMatchObject({
      counts: { new: 6, rejected: 0 },
      rejectedRows: [],
      heldCells: [{ file: '全县.xlsx', sheet: '乙镇', row: 3, column: 'B' }],
      coverage: null,
    });
    await session.ask('imports.commit', { draft: draft.id, onlyValid: true });
    const [row] = await session.ask('records.page', {
      query: { ledger: 'project', search: '丙镇电站' },
      offset: 0,
      limit: 1,
    });
    const { origins } = await session.ask('records.get', { ledger: 'project', id: row?.id ?? 0 });
    expect(origins).toMatchObject([{ file: '全县.xlsx', sheet: '丙镇', row: 4 }]);
    const back = join(session.folder, '退回.xlsx');
    expect(await session.ask('imports.reject', { draft: draft.id, to: back })).toMatchObject([
      { cells: 1 },
    ]);
  });
});

describe('who sent a file', () => {
  const table = (town: string): string =>
    `ws.append(['项目名称', '总投资（万元）', '责任单位'])\nws.append(['${town}水厂', 300, '${town}'])`;

  it('is told by 填报单位 before the file’s name, by the rows last, and by the user before all', async () => {
    const session = await testSession(TOWNS);
    const folder = join(session.folder, '上报');
    mkdirSync(folder);
    python(join(folder, '甲镇.xlsx'), `ws.append(['填报单位：', '乙镇'])\n${table('丙镇')}`);
    python(join(folder, '某表.xlsx'), table('丁镇'));
    python(join(folder, '汇总.xlsx'), `${table('甲镇')}\nws.append(['乙镇电站', 400, '乙镇'])`);
    const draft = await session.ask('imports.open', { files: [folder] });
    expect(Object.fromEntries(draft.files.map(({ file, unit }) => [file, unit]))).toEqual({
      '甲镇.xlsx': '乙镇',
      '某表.xlsx': '丁镇',
      '汇总.xlsx': null,
    });
    expect(draft.coverage).toEqual({ missing: ['甲镇', '丙镇'], twice: [] });
    const said = await session.ask('imports.answer', {
      draft: draft.id,
      answers: [{ kind: 'from', file: '汇总.xlsx', unit: '丁镇' }],
    });
    expect(said.coverage).toEqual({
      missing: ['甲镇', '丙镇'],
      twice: [
        { unit: '丁镇', files: expect.arrayContaining(['某表.xlsx', '汇总.xlsx']) as string[] },
      ],
    });
  });
});

describe('figures of a month from many senders', () => {
  it('are counted as facts, with the units that are missing; a row of an unknown unit waits', async () => {
    const session = await testSession(TOWNS);
    const folder = join(session.folder, '九月');
    mkdirSync(folder);
    for (const town of ['甲镇', '乙镇', '丙镇', '庚乡']) {
      python(
        join(folder, `${town}.xlsx`),
        `
ws.append(['${town}2012年9月主要指标完成情况'])
ws.append(['单位', '合同引资（亿元）', None, None, '到位资金（亿元）', None, None])
ws.append([None, '年目标', '本月', '累计', '年目标', '本月', '累计'])
for c in ('A2:A3', 'B2:D2', 'E2:G2'): ws.merge_cells(c)
ws.append(['${town}', 5, 0.5, 4.2, 3, 0.2, 2.1])`,
      );
    }
    const draft = await session.ask('imports.open', { files: [folder] });
    expect(draft).toMatchObject({
      ledger: null,
      coverage: { missing: ['丁镇'], twice: [] },
      counts: { new: 18, rejected: 1 },
      rejectedRows: [{ file: '庚乡.xlsx', sheet: 'Sheet', row: 4 }],
      unknownUnits: [{ name: '庚乡' }],
    });
    expect(draft.facts).toBe(18);
  });

  it('without a unit on the sheet are those of the unit in the file’s name; of an office’s file the county’s, or whose the user says', async () => {
    const session = await testSession([...TOWNS, '统计局']);
    const path = (name: string): string => join(session.folder, name);
    for (const name of ['甲镇9月.xlsx', '统计局9月.xlsx']) {
      python(
        path(name),
        `
ws.append(['2012年9月主要指标完成情况'])
ws.append(['指标名称', '计量单位', '年目标', '本月', '累计'])
ws.append(['合同引资', '亿元', 5, 0.5, 4.2])
ws.append(['到位资金', '亿元', 3, 0.2, 2.1])`,
      );
    }
    const context = {
      units: [
        {
          id: 1,
          name: '甲镇',
          kind: 'township',
          parent: null,
          aliases: [],
          leader: null,
          from: null,
          to: null,
          successor: null,
        },
        {
          id: 2,
          name: '统计局',
          kind: 'department',
          parent: null,
          aliases: [],
          leader: null,
          from: null,
          to: null,
          successor: null,
        },
      ] as const,
      county: '',
      remembered: () => null,
      known: KNOWS_NOTHING,
      change: 0,
    };
    const drafts = createDrafts();
    const files = await Promise.all(
      ['甲镇9月.xlsx', '统计局9月.xlsx'].map(async (file) => ({
        file,
        path: path(file),
        bytes: new Uint8Array(),
        workbook: await readWorkbook(readFileSync(path(file)), file),
        fault: null,
      })),
    );
    const draft = drafts.open(files, null);
    const unitsOf = (judged: Judged): unknown => [
      ...new Set(judged.facts.map(({ file, unit }) => `${file} ${unit}`)),
    ];
    expect(unitsOf(judgeDraft(draft, context, UNWATCHED))).toEqual([
      '甲镇9月.xlsx 甲镇',
      '统计局9月.xlsx null',
    ]);
    const said = drafts.answer(draft.id, [
      { kind: 'from', file: '统计局9月.xlsx', unit: '统计局' },
    ]);
    expect(unitsOf(judgeDraft(said, context, UNWATCHED))).toEqual([
      '甲镇9月.xlsx 甲镇',
      '统计局9月.xlsx 统计局',
    ]);
  });

  it('of several files, nobody’s figures are a question, not the county’s; alone they are the county’s', async () => {
    const session = await testSession(TOWNS);
    const path = (name: string): string => join(session.folder, name);
    const lines = `ws.append(['2012年9月主要指标完成情况'])\nws.append(['指标名称', '计量单位', '年目标', '累计'])\nws.append(['合同引资', '亿元', 5, 4.2])\nws.append(['到位资金', '亿元', 3, 2.1])`;
    for (const name of ['表一.xlsx', '甲镇.xlsx']) python(path(name), lines);
    const draft = await session.ask('imports.open', {
      files: [path('表一.xlsx'), path('甲镇.xlsx')],
    });
    expect(draft).toMatchObject({
      facts: 4,
      counts: { rejected: 2 },
      rejectedRows: [
        { file: '表一.xlsx', row: 3 },
        { file: '表一.xlsx', row: 4 },
      ],
    });
    const said = await session.ask('imports.answer', {
      draft: draft.id,
      answers: [{ kind: 'from', file: '表一.xlsx', unit: null }],
    });
    expect(said).toMatchObject({ facts: 8, counts: { rejected: 0 } });
    expect(await session.ask('imports.open', { files: [path('表一.xlsx')] })).toMatchObject({
      facts: 4,
      counts: { rejected: 0 },
    });
  });
});
