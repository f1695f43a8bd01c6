/**
 * Lists that come again: what goes back, what is emptied, what is lacking, what another sender has
 * too.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ImportAnswer } from '../../preload/contract/answers.ts';
import type { AnyCode } from '../../main/domain/ledgers/index.ts';
import { testSession, type TestSession } from '../helpers/session.ts';

type Cells = readonly (readonly (string | number)[])[];

const file = (session: TestSession, name: string, rows: Cells): string => {
  const path = join(session.folder, name);
  writeFileSync(path, rows.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n'));
  return path;
};

/** Opens the files, answers, says what is asked and told, and commits what is sure. */
async function bring(
  session: TestSession,
  files: Readonly<Record<string, Cells>>,
  answers: readonly ImportAnswer[] = [],
) {
  const opened = await session.ask('imports.open', {
    files: Object.entries(files).map(([name, rows]) => file(session, name, rows)),
  });
  const draft =
    answers.length === 0
      ? opened
      : await session.ask('imports.answer', { draft: opened.id, answers: [...answers] });
  const issues = draft.files.flatMap(({ report }) =>
    (report?.sheets ?? []).flatMap(({ tables }) => tables.flatMap((table) => table.issues)),
  );
  await session.ask('imports.commit', { draft: draft.id, onlyValid: true });
  return {
    said: issues
      .filter(({ level }) => level !== 'info')
      .map(({ column, row, code }) => `${column ?? ''}${row} ${code}`),
    messages: issues.map(({ message }) => message).join('\n'),
    held: draft.heldCells.map(({ row, column }) => `${column}${row}`),
    rejected: draft.rejectedRows.map(({ row }) => row),
  };
}

const records = (session: TestSession, ledger: AnyCode) =>
  session.ask('records.page', {
    query: { ledger, filters: [], sort: [], group: [] },
    offset: 0,
    limit: 50,
  });

const HEAD = ['项目名称', '责任单位', '总投资（万元）', '本年完成投资（万元）'];
const projects = (title: string, ...rows: Cells): Cells => [[title], HEAD, ...rows];
const LISTED = projects(
  '2012年9月重点项目表',
  ['东山物流园', '甲镇', 10000, 3300],
  ['西河食品厂', '甲镇', 20000, 1500],
  ['北塔产业园', '甲镇', 30000, 2000],
);
const invested = async (session: TestSession) =>
  Object.fromEntries(
    (await records(session, 'project')).map((one) => [
      one['name'],
      (one['invested_this_year'] as string | null) ?? null,
    ]),
  );

describe('a list that comes after a newer one', () => {
  const OLDER = projects(
    '2012年8月重点项目表',
    ['东山物流园', '甲镇', 10000, 3000],
    ['西河食品厂', '甲镇', 20000, 1500],
    ['北塔产业园', '甲镇', 30000, 2100],
  );

  it('changes nothing that the newer told, and asks once for all of it', async () => {
    const session = await testSession(['甲镇']);
    await bring(session, { '9月.csv': LISTED });
    const found = await bring(session, { '8月.csv': OLDER });
    expect([found.said, found.held]).toEqual([['A0 table.older'], ['D3', 'D5']]);
    expect(await invested(session)).toMatchObject({
      东山物流园: '33000000.00',
      北塔产业园: '20000000.00',
    });
  });

  it('counts where somebody says that it does, totals that shrink too', async () => {
    const session = await testSession(['甲镇']);
    await bring(session, { '9月.csv': LISTED });
    const found = await bring(session, { '8月.csv': OLDER }, [
      { kind: 'accept', file: '8月.csv', sheet: '8月', row: 0, column: 'A' },
    ]);
    expect(found.held).toEqual([]);
    expect(await invested(session)).toMatchObject({
      东山物流园: '30000000.00',
      北塔产业园: '21000000.00',
    });
  });

  it('fills what the newer left open', async () => {
    const session = await testSession(['甲镇']);
    await bring(session, { '9月.csv': LISTED });
    const found = await bring(session, {
      '8月.csv': [
        ['2012年8月重点项目表'],
        [...HEAD, '联系人'],
        ['东山物流园', '甲镇', 10000, 3300, '王五'],
        ['西河食品厂', '甲镇', 20000, 1500, ''],
        ['北塔产业园', '甲镇', 30000, 2000, ''],
      ],
    });
    expect(found.said).toEqual([]);
    expect((await records(session, 'project'))[0]).toMatchObject({ contact: '王五' });
  });

  it('of problems and tasks changes none of them either', async () => {
    const session = await testSession(['甲镇']);
    const list = (month: number, progress: string): Cells => [
      [`2012年${month}月整改台账`],
      ['存在问题', '责任单位', '整改情况'],
      ['路面破损', '甲镇', progress],
      ['垃圾乱堆', '甲镇', '已清理'],
    ];
    await bring(session, { '9月.csv': list(9, '已修补一半') });
    const found = await bring(session, { '8月.csv': list(8, '未动工') });
    expect(found.said).toEqual(['A0 table.older']);
    expect((await records(session, 'rectification'))[0]).toMatchObject({ progress: '已修补一半' });
  });

  it('in the same file is named once, and its rows left out', async () => {
    const session = await testSession(['甲镇']);
    const found = await bring(session, {
      '进度.csv': [
        ['2012年8月重点项目表'],
        HEAD,
        ['东山物流园', '甲镇', 10000, 3000],
        ['西河食品厂', '甲镇', 20000, 1500],
        [],
        ['2012年9月重点项目表'],
        HEAD,
        ['东山物流园', '甲镇', 10000, 3300],
        ['西河食品厂', '甲镇', 20000, 1600],
      ],
    });
    expect(found.said).toEqual(['0 table.earlier']);
    expect(await invested(session)).toEqual({
      东山物流园: '33000000.00',
      西河食品厂: '16000000.00',
    });
  });

  it('of a past year leaves its plan and deed in that year, also of a project that is new', async () => {
    const session = await testSession(['甲镇']);
    await bring(session, { '9月.csv': LISTED });
    await bring(session, {
      '去年.csv': projects('2011年重点项目表', ['南桥水厂', '甲镇', 8000, 700]),
    });
    const [, , , added] = await records(session, 'project');
    expect(added).toMatchObject({ name: '南桥水厂', total_investment: '80000000.00' });
    expect(added?.['invested_this_year'] ?? null).toBeNull();
    const detail = await session.ask('projects.parts', { id: Number(added?.['id']) });
    expect(detail.years).toMatchObject([{ year: 2011, invested: '7000000.00' }]);
  });

  it('asks once for a column that goes back in many rows', async () => {
    const session = await testSession(['甲镇']);
    const rows = (minus: number) =>
      ['纺织', '水泥', '食品', '建材', '电子'].map((name) => [
        `${name}厂扩建`,
        '甲镇',
        9000,
        900 - minus,
      ]);
    await bring(session, { '9月.csv': projects('2012年9月项目表', ...rows(0)) });
    const found = await bring(session, {
      '9月更正.csv': projects('2012年9月项目表', ...rows(200)),
    });
    expect([found.said, found.held.length]).toEqual([['D0 value.backwards'], 5]);
  });

  it('lets what it says of its day wait with the total that goes back', async () => {
    const session = await testSession(['甲镇']);
    const list = (total: number, progress: string, problem: string): Cells => [
      ['重点项目进展情况表'],
      ['项目名称', '责任单位', '总投资（万元）', '累计完成投资（万元）', '形象进度', '存在问题'],
      ['纺织厂扩建', '甲镇', 9000, total, progress, problem],
    ];
    await bring(session, { '甲.csv': list(4000, '主体封顶', '') });
    const file = { '乙.csv': list(2500, '基础施工', '供电不足') };
    const found = await bring(session, file);
    expect(found.said).toEqual(['D3 value.backwards']);
    const stands = async () => {
      const [one] = await records(session, 'project');
      return [one?.['invested_total'], one?.['progress'], one?.['problem']];
    };
    // what nobody had said yet is taken
    expect(await stands()).toEqual(['40000000.00', '主体封顶', '供电不足']);
  });

  it('of a new year begins anew', async () => {
    const session = await testSession(['甲镇']);
    await bring(session, { '9月.csv': LISTED });
    const found = await bring(session, {
      '2月.csv': projects('2013年2月重点项目表', ['东山物流园', '甲镇', 10000, 30]),
    });
    // the two others are told of as lacking, nothing as going back
    expect(found.said).toEqual(['0 records.lacking']);
  });

  it('of problems reopens none that is struck off', async () => {
    const session = await testSession(['甲镇']);
    const list = (state: string): Cells => [
      ['存在问题', '责任单位', '整改状态'],
      ['路面破损', '甲镇', state],
      ['垃圾乱堆', '甲镇', '整改中'],
    ];
    await bring(session, { '9月.csv': list('已销号') });
    const found = await bring(session, { '8月.csv': list('整改中') });
    expect(found.said).toEqual(['C2 value.backwards']);
    expect((await records(session, 'rectification')).map(({ state }) => state)).toEqual([
      'closed',
      'rectifying',
    ]);
  });
});

describe('a figure that comes again', () => {
  it.each([
    ['ten times as much', 100000, ['C3 value.jumped']],
    ['as much as plans change', 15000, []],
  ])('as %s', async (_, total, said) => {
    const session = await testSession(['甲镇']);
    await bring(session, { '9月.csv': LISTED });
    const found = await bring(session, {
      '10月.csv': projects('2012年10月重点项目表', ['东山物流园', '甲镇', total, 3400]),
    });
    expect(found.said.filter((one) => !one.startsWith('0'))).toEqual(said);
    expect((await records(session, 'project'))[0]).toMatchObject({
      total_investment: said.length > 0 ? '100000000.00' : '150000000.00',
      invested_this_year: '34000000.00',
    });
  });
});

describe('a corrected list', () => {
  it('asks about words that it leaves empty, and about a figure that it strikes with a dash', async () => {
    const session = await testSession(['甲镇']);
    const list = (title: string, cost: number | string, done: string): Cells => [
      [title],
      ['存在问题', '责任单位', '整改资金（万元）', '整改情况'],
      ['路面破损', '甲镇', cost, '已修补'],
      ['垃圾乱堆', '甲镇', 5, done],
    ];
    await bring(session, { '1.csv': list('2012年9月整改台账', 12, '已清理') });
    const found = await bring(session, { '2.csv': list('2012年9月整改台账（修订）', '—', '') });
    expect(found.said).toEqual(['C3 value.emptied', 'D4 value.emptied']);
  });

  it('asks about a figure and a day that it leaves empty, and empties where 清空 is written', async () => {
    const session = await testSession(['甲镇']);
    const list = (deadline: string, closed: string): Cells => [
      ['存在问题', '责任单位', '整改时限', '销号时间'],
      ['路面破损', '甲镇', deadline, closed],
      ['垃圾乱堆', '甲镇', '2012-10-30', '2012-09-02'],
    ];
    await bring(session, { '1.csv': list('2012-11-30', '2012-09-01') });
    const found = await bring(session, { '2.csv': list('2012-11-30', '') });
    expect([found.said, found.held]).toEqual([['D2 value.emptied'], []]);
    expect((await records(session, 'rectification'))[0]).toMatchObject({
      closed_date: '2012-09-01',
    });
    await bring(session, { '3.csv': list('清空', '2012-09-01') });
    expect((await records(session, 'rectification'))[0]).toMatchObject({
      deadline: null,
      closed_date: '2012-09-01',
    });
  });

  it('asks nothing where it is confirmed, nor of columns that it does not fill at all', async () => {
    const session = await testSession(['甲镇']);
    await bring(session, { '9月.csv': LISTED });
    const rows: Cells = [
      ['东山物流园', '甲镇', 10000, ''],
      ['西河食品厂', '甲镇', 20000, 1600],
    ];
    const confirmed = await bring(session, { '10月.csv': projects('2012年10月项目表', ...rows) }, [
      { kind: 'accept', file: '10月.csv', sheet: '10月', row: 3, column: 'D' },
    ]);
    expect(confirmed.said).toEqual(['0 records.lacking']);
    const unfilled = await bring(session, {
      '11月.csv': projects(
        '2012年11月项目表',
        ['东山物流园', '甲镇', 10000, ''],
        ['西河食品厂', '甲镇', 20000, ''],
      ),
    });
    expect(unfilled.said).toEqual(['0 records.lacking']);
  });

  it('names what the book has and a full list lacks; a part of a list is none', async () => {
    const session = await testSession(['甲镇', '乙镇']);
    await bring(session, { '9月.csv': LISTED });
    await bring(session, { '乙.csv': projects('2012年9月项目表', ['乙地茶厂', '乙镇', 100, 1]) });
    const full = await bring(session, {
      '更正.csv': projects(
        '2012年9月项目表',
        ['东山物流园', '甲镇', 10000, 3300],
        ['北塔产业园', '甲镇', 30000, 2000],
        ['南桥污水厂', '甲镇', 10, 6],
      ),
    });
    expect(full.said).toEqual(['0 records.lacking']);
    expect(full.messages).toContain('“西河食品厂”');
    expect(full.messages).not.toContain('乙地茶厂');
    const part = await bring(session, {
      '补报.csv': projects('2012年9月项目表', ['东山物流园', '甲镇', 10000, 3400]),
    });
    expect(part.said).toEqual([]);
  });
});

describe('one project of two senders', () => {
  const of = (town: string, name: string): Cells =>
    projects('2012年9月项目表', [name, town, 10000, 3000], [`${town}茶厂`, town, 500, 10]);

  it('in two files at once is asked about', async () => {
    const session = await testSession(['甲镇', '乙镇']);
    const found = await bring(session, {
      '甲镇.csv': of('甲镇', '东山物流园'),
      '乙镇.csv': of('乙镇', '东山物流园项目'),
    });
    expect([found.said, found.rejected]).toEqual([['A3 record.duplicate'], [3]]);
  });

  it.each([['东山物流园'], ['东山物流园项目'], ['示例县东山物流园']])(
    'one after the other is asked about: %s',
    async (name) => {
      const session = await testSession(['甲镇', '乙镇']);
      await bring(session, { '甲镇.csv': of('甲镇', '东山物流园') });
      const found = await bring(session, { '乙镇.csv': of('乙镇', name) });
      expect([found.said, found.rejected]).toEqual([['A3 record.near'], [3]]);
    },
  );

  it('is two where somebody says so, and then is asked no more', async () => {
    const session = await testSession(['甲镇', '乙镇']);
    await bring(session, { '甲镇.csv': of('甲镇', '东山物流园') });
    await bring(session, { '乙镇.csv': of('乙镇', '东山物流园') }, [
      { kind: 'record', file: '乙镇.csv', sheet: '乙镇', row: 3, as: { is: 'another' } },
    ]);
    expect(await records(session, 'project')).toHaveLength(4);
    expect((await bring(session, { '乙镇.csv': of('乙镇', '东山物流园') })).said).toEqual([]);
  });
});
