/**
 * `--answers FILE`: every kind of question an import asks is answered by its id, and what was asked
 * about comes in as it was answered.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { answerQuestions, numbered } from '../../main/command-line/import-answers.ts';
import type { ImportDraft, ImportResult } from '../../preload/contract/imports.ts';
import { testSession, type TestSession } from '../helpers/session.ts';

type Cells = readonly (readonly (string | number | null)[])[];

const BOOK = `import json, openpyxl, sys
wb = openpyxl.Workbook()
ws = wb.active
for row in json.loads(sys.argv[2]): ws.append(row)
wb.save(sys.argv[1])`;
function workbook(session: TestSession, name: string, rows: Cells): string {
  const path = join(session.folder, name);
  execFileSync('/usr/bin/python3', ['-c', BOOK, path, JSON.stringify(rows)]);
  return path;
}

const questionsOf = (draft: ImportDraft) =>
  draft.files.flatMap(({ file, report }) =>
    (report?.sheets ?? []).flatMap((sheet) =>
      sheet.tables.flatMap(({ issues }) =>
        issues
          .filter(({ level }) => level === 'question' || level === 'error')
          .map((issue) => numbered({ ...issue, file, sheet: sheet.name })),
      ),
    ),
  );

/** Opens, checks that just these questions stand, answers them in the file's words and commits. */
async function answered(
  session: TestSession,
  paths: readonly string[],
  answers: Readonly<Record<string, string>>,
): Promise<ImportResult> {
  const opened = await session.ask('imports.open', { files: [...paths] });
  expect(
    questionsOf(opened)
      .map(({ id }) => id)
      .toSorted(),
  ).toEqual(Object.keys(answers).toSorted());
  const file = join(session.folder, 'answers.json');
  writeFileSync(file, JSON.stringify(answers));
  const draft = await answerQuestions(session, opened, file);
  const skipped = new Set(draft.skippedRows.map(({ row }) => row));
  expect(questionsOf(draft).filter(({ row }) => !skipped.has(row))).toEqual([]);
  return session.ask('imports.commit', { draft: draft.id, onlyValid: false });
}

it('a ledger: measure, magnitude, unclear column, unread words, unit, cell, row', async () => {
  const session = await testSession(['城关镇', '柳河镇']);
  const path = workbook(session, '台账.xlsx', [
    ['2012年1-9月重点项目台账'],
    ['项目名称', '项目状态', '总投资（万元）', '年度计划投资', '调整前总投资（万元）', '责任单位'],
    ['东山物流园', '主体施工', 120000, 300, 11, '城关镇'],
    ['西河食品厂', '谋划中', 98000, 400, 12, '河柳乡'],
    ['南桥污水厂', '在建', 12, 500, 13, '河柳乡'],
    ['北塔产业园', '在建', '很多', 600, 14, '柳河镇'],
    ['云峰光伏', '在建', 150000, 700, 15, '柳河镇'],
    ['柳河镇', '在建', 64000, 800, 16, '柳河镇'],
  ]);
  const result = await answered(session, [path], {
    'choice.unread@台账.xlsx/Sheet!B': '附加信息',
    'value.magnitude@台账.xlsx/Sheet!C5': '确认',
    'value.unreadable@台账.xlsx/Sheet!C6': '90000',
    'measure.unknown@台账.xlsx/Sheet!D': '万元',
    'column.unclear@台账.xlsx/Sheet!E': '附加信息',
    'unit.unknown@台账.xlsx/Sheet!F4': '柳河镇',
    'unit.unknown@台账.xlsx/Sheet!F5': '柳河镇',
    'row.unit@台账.xlsx/Sheet!A8': '跳过',
  });
  expect(result).toMatchObject({ new: 5, rejected: 0, held: 0, leftOut: [] });
  const { sums } = await session.ask('records.summary', { ledger: 'project' });
  expect(sums).toMatchObject({
    total_investment: { value: '4580120000.00' },
    planned_this_year: { value: '25000000.00' },
  });
});

it('figures: indicator, period, share, measure of a row', async () => {
  const session = await testSession(['城关镇', '柳河镇', '石桥镇']);
  const path = workbook(session, '月报.xlsx', [
    ['各镇完成情况表'],
    ['单位', '年度目标（万元）', '累计完成（万元）', '同比（%）'],
    ['城关镇', 5000, 1000, 0.125],
    ['柳河镇', 5000, 1001, 12.5],
    ['石桥镇', 5000, 1002, 8.3],
  ]);
  const result = await answered(session, [path], {
    'indicator.unknown@月报.xlsx/Sheet!': '财政收入',
    'period.unknown@月报.xlsx/Sheet!': '2012-09',
    'share.mixed@月报.xlsx/Sheet!D3': '12.5',
  });
  expect(result).toMatchObject({ rejected: 0, held: 0 });
  const [indicator] = await session.ask('indicators.list', {});
  expect(indicator).toMatchObject({ name: '财政收入', measure: '万元' });
  const sheet = await session.ask('progress.sheet', {
    year: 2012,
    month: 9,
    indicator: indicator?.id ?? 0,
  });
  expect(sheet.rows.map(({ name, cumulative, yoy }) => [name, cumulative, yoy])).toEqual([
    ['城关镇', '1000', '12.5'],
    ['柳河镇', '1001', '12.5'],
    ['石桥镇', '1002', '8.3'],
  ]);
});

it('one answer about a column is one for all sheets of the form, and next month none is asked', async () => {
  const session = await testSession(['城关镇', '柳河镇']);
  const PAGES = `import json, openpyxl, sys
wb = openpyxl.Workbook()
wb.remove(wb.active)
for name, rows in json.loads(sys.argv[2]).items():
    ws = wb.create_sheet(name)
    for row in rows: ws.append(row)
wb.save(sys.argv[1])`;
  const month = (name: string, more: number): string => {
    const path = join(session.folder, name);
    const page = (town: string, project: string) => [
      ['2012年重点项目'],
      ['项目名称', '总投资', '责任单位'],
      [`${project}一期`, 3000 + more, town],
      [`${project}二期`, 5000, town],
    ];
    const sheets = { 城关镇: page('城关镇', '东山物流园'), 柳河镇: page('柳河镇', '西河食品厂') };
    execFileSync('/usr/bin/python3', ['-c', PAGES, path, JSON.stringify(sheets)]);
    return path;
  };
  const first = await session.ask('imports.open', { files: [month('8月.xlsx', 0)] });
  const [one, other] = questionsOf(first).map(({ id }) => id);
  expect([one, other]).toEqual([
    'measure.unknown@8月.xlsx/城关镇!B',
    'measure.unknown@8月.xlsx/柳河镇!B',
  ]);
  const file = join(session.folder, 'answers.json');
  writeFileSync(file, JSON.stringify({ [one ?? '']: '万元' }));
  const draft = await answerQuestions(session, first, file);
  expect(questionsOf(draft)).toEqual([]);
  await session.ask('imports.commit', { draft: draft.id, onlyValid: false });
  const { sums } = await session.ask('records.summary', { ledger: 'project' });
  expect(sums).toMatchObject({ total_investment: { value: '160000000.00' } });
  const next = await session.ask('imports.open', { files: [month('9月.xlsx', 500)] });
  expect(questionsOf(next)).toEqual([]);
  expect(next.counts).toMatchObject({ changed: 2, unchanged: 2 });
});

it('a column of an own ledger is given the field that its label names', async () => {
  const session = await testSession(['城关镇', '柳河镇']);
  const { code } = await session.ask('ledgers.create', {
    definition: {
      label: '租赁合同',
      noun: '份合同',
      about: '',
      fields: [
        { code: 'name', label: '承租方', kind: 'text', required: true },
        { code: 'rent', label: '年租金', kind: 'money', measure: '万元' },
        {
          code: 'state',
          label: '履行状态',
          kind: 'choice',
          choices: ['履行中', '已终止'],
        },
      ],
      nameField: 'name',
      identity: ['name'],
    },
  });
  const path = workbook(session, '合同.xlsx', [
    ['租赁合同'],
    ['承租方', '年租金（万元）', '履行状态'],
    ['东方纺织', 12.5, '快到期'],
    ['西部电子', 30, '履行中'],
  ]);
  const opened = await session.ask('imports.open', { files: [path], ledger: code });
  expect(questionsOf(opened).map(({ id }) => id)).toEqual(['choice.unread@合同.xlsx/Sheet!C']);
  const file = join(session.folder, 'answers.json');
  writeFileSync(file, JSON.stringify({ 'choice.unread@合同.xlsx/Sheet!C': '履行状态' }));
  const draft = await answerQuestions(session, opened, file);
  expect(draft).toMatchObject({ ledger: code, counts: { new: 2, rejected: 0 } });
});

it('an answer to no question, and one that is none, are refused with a sentence', async () => {
  const session = await testSession(['城关镇']);
  const path = workbook(session, '台账.xlsx', [
    ['项目名称', '总投资', '责任单位'],
    ['东山物流园', 300, '城关镇'],
  ]);
  const opened = await session.ask('imports.open', { files: [path] });
  const said = async (answers: unknown): Promise<string> => {
    const file = join(session.folder, 'answers.json');
    writeFileSync(file, JSON.stringify(answers));
    return answerQuestions(session, opened, file).then(
      () => '',
      (fault: unknown) => String(fault),
    );
  };
  expect(await said({ 'measure.unknown@台账.xlsx/Sheet!Z': '万元' })).toContain('没有这个问题');
  expect(await said({ 'measure.unknown@台账.xlsx/Sheet!B': '很多' })).toContain('计量单位');
  expect(await said(['万元'])).toContain('--answers 要一个JSON文件');
});
