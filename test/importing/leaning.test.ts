/** Values that lean on a cell which waits: none comes in as if that cell had said nothing. */
import { describe, expect, it } from 'vitest';
import { judgedOne } from './judged.ts';
import { wiredOf } from './planned.ts';

type Cells = readonly (readonly (string | number)[])[];

const UNITS = ['城关镇', '柳河镇'].map((name, at) => ({
  id: at + 1,
  name,
  kind: 'township' as const,
  parent: null,
  leader: null,
  aliases: [],
  from: null,
  to: null,
  successor: null,
}));

async function lookAt(rows: Cells, ledger: string | null = null) {
  const text = rows.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n');
  const { judged, shown, tables } = await judgedOne(
    '表.csv',
    Buffer.from(text),
    ledger,
    () => [],
    UNITS,
  );
  const issues = tables.flatMap((table) => table.issues);
  return {
    created: judged.plan.creates.map((one): Readonly<Record<string, unknown>> => ({
      ...wiredOf(tables[0]?.ledger, one),
      credits: one.credits,
      approximate: one.approximate,
    })),
    asked: issues
      .filter(({ level }) => level === 'question' || level === 'error')
      .map(({ column, row, code }) => `${column ?? ''}${row} ${code}`)
      .toSorted(),
    told: issues
      .filter(({ level }) => level === 'warning')
      .map(({ code, message }) => `${code} ${message}`),
    messages: issues.map(({ message }) => message),
    held: shown.heldCells.map(({ row, column }) => `${column}${row}`).toSorted(),
    rejected: shown.rejectedRows.map(({ row }) => row),
  };
}

describe('a currency that nobody can read', () => {
  it('keeps all amounts of its row waiting: they are no 人民币', async () => {
    const found = await lookAt([
      ['项目名称', '币种', '总投资（万元）', '合同引资（万元）', '责任单位'],
      ['甲厂', '英镑', 500, 300, '城关镇'],
      ['乙厂', '美元', 300, 200, '城关镇'],
      ['丙厂', '', 200, 100, '城关镇'],
    ]);
    expect(found.asked).toEqual(['B0 choice.unread', 'C2 currency.unread', 'D2 currency.unread']);
    expect(found.held).toEqual(['C2', 'D2']);
    expect(found.created).toMatchObject([
      { name: '甲厂' },
      { name: '乙厂', total_investment: '3000000.00', currency: 'USD' },
      { name: '丙厂', total_investment: '2000000.00', currency: 'CNY' },
    ]);
    expect([
      found.created[0]?.['total_investment'] ?? null,
      found.created[0]?.['currency'] ?? null,
    ]).toEqual([null, null]);
  });

  it('is not made another one by a confirmation', async () => {
    const rows = '"项目名称","币种","总投资（万元）"\n"甲厂","英镑","500"\n"乙厂","人民币","20"';
    let turn = 0;
    const { judged } = await judgedOne('表.csv', Buffer.from(rows), null, () =>
      turn++ > 0 ? [] : [{ kind: 'accept', file: '表.csv', sheet: '表', row: 2, column: 'C' }],
    );
    expect(
      judged.plan.creates.map(
        (one) => wiredOf(judged.tables[0]?.table.ledger, one)['total_investment'] ?? null,
      ),
    ).toEqual([null, '200000.00']);
  });
});

describe('a state that hangs on cells which are not read', () => {
  it('is told by the words of the state, and said', async () => {
    const found = await lookAt([
      ['存在问题', '责任单位', '整改状态', '整改时限'],
      ['路面破损', '城关镇', '县级验收中', '2024-06-30'],
      ['垃圾乱堆', '柳河镇', '尚未启动', '2024-06-30'],
      ['占道经营', '柳河镇', '整改中', '2024-06-30'],
    ]);
    expect(found.created.map((one) => one['state'])).toEqual(['rectifying', 'found', 'rectifying']);
    expect(found.asked).toEqual(['C0 choice.unread']);
    expect(found.messages.join()).toContain('“县级验收中”（新记录先记整改中）');
  });

  it('is never 未整改 for want of the year of the day on which it was struck off', async () => {
    const found = await lookAt([
      ['存在问题', '责任单位', '整改时限', '销号时间'],
      ['路面破损', '城关镇', '2024-06-30', '5月20日'],
      ['垃圾乱堆', '柳河镇', '2024-06-30', '待验收'],
      ['占道经营', '柳河镇', '2024-06-30', ''],
      ['电线老化', '柳河镇', '2024-06-30', '2024-05-03'],
    ]);
    expect(found.created.map((one) => one['state'] ?? null)).toEqual([
      'closed',
      'rectifying',
      null,
      null,
    ]);
    expect(found.created[3]).toMatchObject({ closed_date: '2024-05-03' });
    expect(found.held).toEqual(['D2', 'D3']);
  });

  it('of a task too', async () => {
    const found = await lookAt([
      ['工作任务', '牵头单位', '完成时限', '办结时间'],
      ['修路', '城关镇', '2024-06-30', '5月20日'],
      ['修桥', '柳河镇', '2024-06-30', '预计5月底'],
    ]);
    expect(found.created.map((one) => one['state'] ?? null)).toEqual(['closed', 'doing']);
  });
});

describe('a row', () => {
  it('waits with the unit of a split credit: no share goes to one alone', async () => {
    const found = await lookAt([
      ['项目名称', '总投资（万元）', '引进单位', '备注'],
      ['甲厂', 100, '城关镇、柳河镇', '各占50%'],
      ['乙厂', 100, '城关镇、火星局', '各占50%'],
      ['丙厂', 100, '城关镇60%、柳河镇40%', ''],
      ['丁厂', 100, '城关镇（占70%）、柳河镇（占30%）', ''],
    ]);
    expect(found.rejected).toEqual([3]);
    expect(found.created.map((one) => [one['name'], one['credits']])).toEqual([
      [
        '甲厂',
        [
          { unit: '城关镇', percent: '50' },
          { unit: '柳河镇', percent: '50' },
        ],
      ],
      [
        '丙厂',
        [
          { unit: '城关镇', percent: '60' },
          { unit: '柳河镇', percent: '40' },
        ],
      ],
      [
        '丁厂',
        [
          { unit: '城关镇', percent: '70' },
          { unit: '柳河镇', percent: '30' },
        ],
      ],
    ]);
  });

  it('waits as a whole where its name, code or unit does: it may be another record', async () => {
    const found = await lookAt([
      ['项目编号', '项目名称', '总投资（万元）', '责任单位'],
      ['P1', '', 100, '城关镇'],
      ['P2', '乙厂', 100, '火星局'],
      ['P3', '丙厂', 100, '柳河镇'],
    ]);
    expect(found.rejected).toEqual([2, 3]);
    expect(found.created.map((one) => one['name'])).toEqual(['丙厂']);
  });

  it('comes in without months whose year nobody tells, and without the sum of them', async () => {
    const found = await lookAt([
      ['项目名称', '责任单位', '1月到位资金（万元）', '2月到位资金（万元）', '到位资金（万元）'],
      ['甲厂', '城关镇', 3, 5, 8],
      ['乙厂', '城关镇', 2, 6, 8],
    ]);
    expect(found.held).toEqual(['C2', 'C3', 'D2', 'D3']);
    expect(found.asked).toEqual(['C0 period.unknown', 'D0 period.unknown']);
    expect(found.created).toHaveLength(2);
  });

  it('says nothing of a held figure that it is about so much', async () => {
    const found = await lookAt([
      ['项目名称', '总投资（万元）', '责任单位'],
      ['甲厂', '约12', '城关镇'],
      ['乙厂', 120000, '城关镇'],
      ['丙厂', 98000, '城关镇'],
      ['丁厂', 76000, '城关镇'],
      ['戊厂', 64000, '城关镇'],
    ]);
    expect(found.asked).toContain('B2 value.magnitude');
    expect(found.created[0]).toMatchObject({ name: '甲厂', approximate: [] });
  });
});

describe('a row that goes on with the one above', () => {
  it('asks what they are together, and keeps neither figure alone', async () => {
    const found = await lookAt([
      ['序号', '项目名称', '总投资（万元）', '到位月份', '到位资金（万元）'],
      [1, '甲厂', 12000, '2024.3', 500],
      ['', '', '', '2024.6', 700],
      [2, '乙厂', 8600, '2024.5', 300],
    ]);
    expect(found.asked).toEqual(['E2 cell.continued', 'E3 row.continued']);
    expect([found.held, found.rejected]).toEqual([['E2'], [3]]);
    expect(found.created).toMatchObject([
      { name: '甲厂', total_investment: '120000000.00' },
      { name: '乙厂', total_investment: '86000000.00' },
    ]);
  });

  it('of leads, too', async () => {
    const found = await lookAt([
      ['序号', '线索内容', '提供人', '所在单位', '意向投资（万元）'],
      [1, '甲公司拟建厂', '张三', '城关镇', 100],
      ['', '', '李四', '', 200],
      [2, '乙公司扩建', '王五', '柳河镇', 50],
    ]);
    expect(found.asked).toEqual(['E2 cell.continued', 'E3 row.continued']);
    expect(found.created.map((one) => one['expected_investment'] ?? null)).toEqual([
      null,
      '500000.00',
    ]);
  });

  it('joins its words to it; what cannot be joined is named', async () => {
    const found = await lookAt([
      ['序号', '存在问题', '整改措施', '责任单位', '整改时限'],
      [1, '路面破损', '修补', '城关镇', '2024-06-30'],
      ['', '', '长效管护', '柳河镇', '2024-12-31'],
      [2, '垃圾乱堆', '清运', '柳河镇', '2024-06-30'],
    ]);
    expect([found.asked, found.rejected]).toEqual([[], []]);
    expect(found.created).toMatchObject([
      { problem: '路面破损', measures: '修补；长效管护', unit: '城关镇' },
      { problem: '垃圾乱堆' },
    ]);
    expect(found.told.join()).toContain('责任单位“柳河镇”、整改时限“2024-12-31”没有导入');
  });

  it('is none where it is the head of the next page: that is asked about', async () => {
    const found = await lookAt([
      ['序号', '项目名称', '投资情况', '', '联系人'],
      ['', '', '总投资（万元）', '合同引资（万元）', ''],
      [1, '甲厂', 12000, 500, '张三'],
      ['序号', '项目名称', '投资情况', '', '联系人'],
      ['', '', '总投资（万元）', '合同引资（万元）', ''],
      [2, '乙厂', 8600, 300, '李四'],
    ]);
    expect(found.created).toMatchObject([
      { name: '甲厂', total_investment: '120000000.00' },
      { name: '乙厂', total_investment: '86000000.00' },
    ]);
    expect(found.asked.some((one) => /cell\.continued/.test(one))).toBe(false);
  });

  it('with a number of its own is a record without a name', async () => {
    const found = await lookAt([
      ['序号', '项目名称', '总投资（万元）', '责任单位'],
      [1, '甲厂', 12000, '城关镇'],
      [2, '', 700, '城关镇'],
    ]);
    expect(found.asked).toEqual(['B3 value.required']);
  });

  it('is gone when its figure is added above and it is skipped', async () => {
    const rows = '"序号","项目名称","总投资（万元）"\n1,"甲厂",500\n,,700\n2,"乙厂",30';
    let turn = 0;
    const { judged, shown } = await judgedOne('表.csv', Buffer.from(rows), null, () =>
      turn++ > 0
        ? []
        : [
            { kind: 'cell', file: '表.csv', sheet: '表', row: 2, column: 'C', text: '1200' },
            { kind: 'skip', file: '表.csv', sheet: '表', row: 3, skip: true },
          ],
    );
    expect([shown.heldCells, shown.rejectedRows]).toEqual([[], []]);
    expect(
      judged.plan.creates.map(
        (one) => wiredOf(judged.tables[0]?.table.ledger, one)['total_investment'],
      ),
    ).toEqual(['12000000.00', '300000.00']);
  });
});

describe('days that lie ahead', () => {
  it('in a column of what is done belong to what was planned', async () => {
    const found = await lookAt([
      ['2024年9月重点项目表', '', ''],
      ['项目名称', '总投资（万元）', '开工时间'],
      ['甲厂', 100, '拟2024年5月'],
      ['乙厂', 100, '2024年3月'],
      ['丙厂', 100, '2025年6月'],
    ]);
    expect(
      found.created.map((one) => [one['started_date'] ?? null, one['planned_start_date'] ?? null]),
    ).toEqual([
      [null, '2024-05'],
      ['2024-03', null],
      ['2025-06', null],
    ]);
    expect(found.told.map((one) => one.split(' ')[0])).toEqual(['day.planned', 'day.ahead']);
  });

  it('wait where a column of plans stands beside them', async () => {
    const found = await lookAt([
      ['项目名称', '总投资（万元）', '计划开工时间', '开工时间'],
      ['甲厂', 100, '2024-04', '计划2024年5月'],
      ['乙厂', 100, '2024-04', '2024年3月'],
    ]);
    expect([found.asked, found.held]).toEqual([['D2 day.planned'], ['D2']]);
    expect(found.created[0]).toMatchObject({ planned_start_date: '2024-04' });
  });

  it('strike off no problem: they are what it has to be done by', async () => {
    const found = await lookAt([
      ['存在问题', '责任单位', '整改措施', '整改完成时间'],
      ['路面破损', '城关镇', '修补', '2024年12月底前'],
      ['垃圾乱堆', '城关镇', '清运', '2024-05-03'],
    ]);
    expect(found.created).toMatchObject([
      { problem: '路面破损', deadline: '2024-12-31' },
      { problem: '垃圾乱堆', closed_date: '2024-05-03' },
    ]);
    expect([
      found.created[0]?.['closed_date'] ?? null,
      found.created[0]?.['state'] ?? null,
    ]).toEqual([null, null]);
  });
});

it('a group that says how many it has is counted', async () => {
  const found = await lookAt([
    ['序号', '存在问题', '责任单位', '整改资金（万元）'],
    ['一、大气污染（共5项，已销号2项）', '', '', ''],
    [1, '扬尘', '城关镇', 12],
    [2, '油烟', '柳河镇', 8],
    ['二、水污染（1项）', '', '', ''],
    [3, '排污', '柳河镇', 40],
  ]);
  expect(found.told.map((one) => one.split(' ')[0])).toEqual(['group.count']);
  expect(found.created).toHaveLength(3);
});
