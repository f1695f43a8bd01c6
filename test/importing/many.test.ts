/**
 * Thirty township returns at once: one preview, who is missing, one commit, one undo, and no
 * question the second time.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testSession, type TestSession } from '../helpers/session.ts';

interface Truth {
  readonly units: readonly string[];
  readonly missing: readonly string[];
  readonly sent: Readonly<Record<string, string>>;
  readonly projects: number;
  readonly total: number;
}
let folder = '';
let truth: Truth;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'townships-'));
  truth = JSON.parse(
    execFileSync(
      '/usr/bin/python3',
      [fileURLToPath(new URL('townships.py', import.meta.url)), folder],
      { encoding: 'utf8' },
    ),
  ) as Truth;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sumOf = async (session: TestSession): Promise<string | null | undefined> =>
  (await session.ask('records.summary', { ledger: 'project' })).sums['total_investment']?.value;

describe('thirty returns in a folder', () => {
  it('give one preview with every sender, the bad rows by file and row, and who has sent nothing', async () => {
    const session = await testSession(truth.units);
    const draft = await session.ask('imports.open', { files: [folder] });
    expect(draft.files).toHaveLength(30);
    expect(Object.fromEntries(draft.files.map(({ unit, file }) => [unit, file]))).toEqual(
      truth.sent,
    );
    expect(draft.coverage).toEqual({ missing: truth.missing, twice: [] });
    expect(draft.counts).toMatchObject({ new: truth.projects + 1, rejected: 2 });
    expect(draft.rejectedRows.toSorted((a, b) => a.file.localeCompare(b.file))).toEqual(
      [
        { file: '报表11.xlsx', sheet: '天王镇', row: 4 },
        { file: '报表21.xlsx', sheet: 'Sheet1', row: 6 },
      ].toSorted((a, b) => a.file.localeCompare(b.file)),
    );
    expect(draft.heldCells).toEqual([
      { file: '凤阁岭镇.xlsx', sheet: 'Sheet1', row: 5, column: 'D' },
    ]);
    expect(draft.unknownUnits.map(({ name, rows }) => [name, rows])).toEqual([
      ['天王镇平安合作社', [{ file: '报表11.xlsx', sheet: '天王镇', row: 4 }]],
    ]);
  });

  it('are written as one import that knows each file, and taken back as one', async () => {
    const session = await testSession(truth.units);
    const draft = await session.ask('imports.open', { files: [folder] });
    const result = await session.ask('imports.commit', { draft: draft.id, onlyValid: true });
    expect(result).toMatchObject({ new: truth.projects + 1, rejected: 2, held: 1 });
    expect(await sumOf(session)).toBe(`${truth.total * 10_000}.00`);
    expect(result.questions.map(({ file, row }) => `${file} ${row}`)).toContain('凤阁岭镇.xlsx 5');
    const [record] = await session.ask('records.page', {
      query: { ledger: 'project', search: '坪头镇标准厂房' },
      offset: 0,
      limit: 1,
    });
    const { origins } = await session.ask('records.get', {
      ledger: 'project',
      id: record?.id ?? 0,
    });
    expect(
      origins.map(({ file, sheet, row, columns }) => [
        file,
        sheet,
        row,
        columns['total_investment'],
      ]),
    ).toEqual([['报表5.xlsx', '坪头镇', 5, 'D']]);
    expect((await session.ask('imports.list', {})).map(({ file }) => file)).toEqual([
      expect.stringMatching(/等30个文件$/),
    ]);
    await session.ask('imports.undo', { id: result.import });
    expect((await session.ask('records.summary', { ledger: 'project' })).count).toBe(0);
  });

  it('fix one, skip one: one answer to a file leaves the others as they were', async () => {
    const session = await testSession(truth.units);
    const opened = await session.ask('imports.open', { files: [folder] });
    const draft = await session.ask('imports.answer', {
      draft: opened.id,
      answers: [
        { kind: 'cell', file: '凤阁岭镇.xlsx', sheet: 'Sheet1', row: 5, column: 'D', text: '401' },
        { kind: 'skip', file: '报表21.xlsx', sheet: 'Sheet1', row: 6, skip: true },
        { kind: 'unit', name: '天王镇平安合作社', as: { is: 'new', unitKind: 'village' } },
      ],
    });
    expect(draft.counts).toMatchObject({ new: truth.projects + 2, rejected: 0, skipped: 1 });
    expect(draft.skippedRows).toEqual([{ file: '报表21.xlsx', sheet: 'Sheet1', row: 6 }]);
    const page = await session.ask('imports.sheet', {
      draft: draft.id,
      file: '凤阁岭镇.xlsx',
      sheet: 'Sheet1',
      from: 5,
      rows: 1,
    });
    expect(page.cells[0]?.[3]).toBe('401');
    await session.ask('imports.commit', { draft: draft.id, onlyValid: false });
    const again = await session.ask('imports.open', { files: [folder] });
    expect(again.counts).toMatchObject({ new: 0, changed: 0, unchanged: truth.projects + 2 });
    expect(again.unknownUnits).toEqual([]);
  });
});

describe('several files', () => {
  const python = (path: string, lines: string): void =>
    void execFileSync('/usr/bin/python3', [
      '-c',
      `import openpyxl, sys\nwb = openpyxl.Workbook()\nws = wb.active\n${lines}\nwb.save(sys.argv[1])`,
      path,
    ]);

  it('one that cannot be read is listed with its fault, the others go on; two of one name are told apart', async () => {
    const session = await testSession(['城关镇', '坪头镇']);
    const [a, b] = [join(session.folder, 'a'), join(session.folder, 'b')];
    for (const one of [a, b]) mkdirSync(one);
    copyFileSync(join(folder, '城关镇.xlsx'), join(a, '城关镇.xlsx'));
    copyFileSync(join(folder, '城关镇.xlsx'), join(b, '城关镇.xlsx'));
    writeFileSync(join(a, '坏.xlsx'), 'PK not a zip');
    const draft = await session.ask('imports.open', {
      files: [join(a, '城关镇.xlsx'), join(a, '坏.xlsx'), join(b, '城关镇.xlsx')],
    });
    expect(draft.files.map(({ file, fault }) => [file, fault?.code ?? null])).toEqual([
      ['城关镇.xlsx', null],
      ['坏.xlsx', 'import.damaged'],
      ['城关镇.xlsx (2)', null],
    ]);
    expect(draft.coverage).toEqual({
      missing: ['坪头镇'],
      twice: [{ unit: '城关镇', files: ['城关镇.xlsx', '城关镇.xlsx (2)'] }],
    });
    // every row of the second file is one of the first
    expect(draft.counts).toMatchObject({ new: 3, rejected: 3 });
    const doubt = draft.files[2]?.report?.sheets[0]?.tables[0]?.issues.find(
      (one) => one.code === 'record.duplicate',
    );
    expect(doubt).toMatchObject({
      row: 4,
      column: 'B',
      level: 'question',
      message: '与“城关镇.xlsx”第4行重复。留一行，跳过另一行？',
    });
    await expect(
      session.ask('imports.open', { files: [join(a, '坏.xlsx')] }),
    ).rejects.toMatchObject({ code: 'import.damaged' });
  });

  it('an answer about a column holds for every file of the same headers, and is remembered under other sheet names', async () => {
    const session = await testSession(['甲镇', '乙镇']);
    const sheet = (town: string, month: number): string =>
      `ws.title = '${town}${month}月'\nws.append(['项目名称', '总投资', '责任单位', '${month}月进展情况'])\nws.append(['${town}水厂', 300, '${town}', '已开工'])\nws.append(['${town}电站', 400, '${town}', '未开工'])`;
    const path = (name: string): string => join(session.folder, name);
    for (const town of ['甲镇', '乙镇'])
      for (const month of [9, 10]) python(path(`${town}${month}.xlsx`), sheet(town, month));
    const opened = await session.ask('imports.open', {
      files: [path('甲镇9.xlsx'), path('乙镇9.xlsx')],
    });
    expect([opened.counts.new, opened.heldCells.length]).toEqual([4, 4]);
    const draft = await session.ask('imports.answer', {
      draft: opened.id,
      answers: [
        {
          kind: 'measure',
          file: '甲镇9.xlsx',
          sheet: '甲镇9月',
          table: 0,
          column: 'B',
          measure: '万元',
        },
      ],
    });
    expect([draft.counts.new, draft.heldCells]).toEqual([4, []]);
    expect(draft.sums).toMatchObject({ total_investment: '1400 万元' });
    await session.ask('imports.commit', { draft: draft.id, onlyValid: false });
    const next = await session.ask('imports.open', {
      files: [path('甲镇10.xlsx'), path('乙镇10.xlsx')],
    });
    expect(next).toMatchObject({
      remembered: true,
      counts: { changed: 0, new: 0, unchanged: 4, rejected: 0 },
    });
    const [profile] = await session.ask('imports.profiles', {});
    expect(profile).toMatchObject({
      ledger: 'project',
      columns: ['项目名称', '总投资', '责任单位', '#月进展情况'],
    });
    await session.ask('imports.renameProfile', { shape: profile?.shape ?? '', name: '镇街月报' });
    expect((await session.ask('imports.profiles', {})).map(({ name }) => name)).toEqual([
      '镇街月报',
    ]);
    await session.ask('imports.removeProfile', { shape: profile?.shape ?? '' });
    expect(
      (await session.ask('imports.open', { files: [path('甲镇10.xlsx')] })).heldCells,
    ).toHaveLength(2);
  });

  it('a name that nearly is a record’s is asked about once: the same record, or another', async () => {
    const session = await testSession(['甲镇']);
    const path = join(session.folder, '表.xlsx');
    const table = (names: readonly string[]): string =>
      `ws.append(['项目名称', '总投资（万元）', '责任单位'])\n${names.map((name) => `ws.append(['${name}', 300, '甲镇'])`).join('\n')}`;
    python(path, table(['关中冷链物流园', '渭北新区供水工程一期']));
    await session.ask('imports.commit', {
      draft: (await session.ask('imports.open', { files: [path] })).id,
      onlyValid: false,
    });
    python(
      path,
      table(['关中冷链物流园建设项目', '渭北新区供水工程二期', '关中冷链物流园（北区）']),
    );
    const opened = await session.ask('imports.open', { files: [path] });
    expect(
      opened.nearRecords.map(({ row, name, like }) => [row, name, like.name, like.about]),
    ).toEqual([[2, '关中冷链物流园建设项目', '关中冷链物流园', '甲镇']]);
    expect(opened.counts).toMatchObject({ new: 2, rejected: 1 });
    const record = opened.nearRecords[0]?.like.id ?? 0;
    const row = { kind: 'record', file: '表.xlsx', sheet: 'Sheet', row: 2 } as const;
    const same = await session.ask('imports.answer', {
      draft: opened.id,
      answers: [{ ...row, as: { is: 'same', record } }],
    });
    expect(same).toMatchObject({
      nearRecords: [],
      counts: { new: 2, changed: 1, rejected: 0 },
      changes: [
        {
          record: '关中冷链物流园建设项目',
          fields: [{ field: 'name', before: '关中冷链物流园', cell: 'A2' }],
        },
      ],
    });
    const another = await session.ask('imports.answer', {
      draft: opened.id,
      answers: [{ ...row, as: { is: 'another' } }],
    });
    expect(another).toMatchObject({ nearRecords: [], counts: { new: 3, changed: 0, rejected: 0 } });
  });
});
