/**
 * Ledgers as townships keep them: rows ready for more, measures and persons under shared heads,
 * amounts in a measure that cannot be.
 */
import { describe, expect, it } from 'vitest';
import { judgedOne } from './judged.ts';
import { wiredOf } from './planned.ts';

type Cells = readonly (readonly (string | number)[])[];

/**
 * A csv of the rows as a ledger in an empty book: what it would create, what is asked and what is
 * told.
 */
async function lookAt(rows: Cells, units: readonly string[] = []) {
  const text = rows.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n');
  const { judged, shown, tables } = await judgedOne(
    '表.csv',
    Buffer.from(text),
    null,
    () => [],
    units.map((name, at) => ({
      id: at + 1,
      name,
      kind: 'township' as const,
      parent: null,
      leader: null,
      aliases: [],
      from: null,
      to: null,
      successor: null,
    })),
  );
  const issues = tables.flatMap((table) => table.issues);
  return {
    created: judged.plan.creates.map((one) => wiredOf(tables[0]?.ledger, one)),
    asked: issues
      .filter(({ level }) => level === 'question' || level === 'error')
      .map(({ column, row, code }) => `${column ?? ''}${row} ${code}`),
    told: issues
      .filter(({ level }) => level === 'warning' || level === 'info')
      .map(({ column, row, code }) => `${column ?? ''}${row} ${code}`),
    rejected: shown.rejectedRows.map(({ row }) => row),
  };
}

describe('rows that a form has ready', () => {
  it('are told once and asked of nobody: a number, 0, a formula that fails', async () => {
    const found = await lookAt([
      ['序号', '项目名称', '总投资（万元）', '完成率'],
      [1, '甲厂', 3000, '50%'],
      [2, '乙厂', 900, '20%'],
      [3, '', '', '0'],
      [4, '', 0, '—'],
      [5, '', '', ''],
    ]);
    expect(found.created).toMatchObject([{ name: '甲厂' }, { name: '乙厂' }]);
    expect([found.asked, found.rejected]).toEqual([[], []]);
    expect(found.told).toContain('0 rows.prepared');
  });

  it('are asked for their name where a figure stands in them', async () => {
    const found = await lookAt([
      ['序号', '项目名称', '总投资（万元）', '完成率'],
      [1, '甲厂', 3000, '50%'],
      [2, '乙厂', 900, '20%'],
      [3, '', 700, '0'],
    ]);
    expect(found.asked).toEqual(['B4 value.required']);
  });
});

describe('heads under a shared one', () => {
  it('name the person and the day: each leader with an own telephone, planned and real days apart', async () => {
    const found = await lookAt([
      ['序号', '项目名称', '县级包联领导', '', '责任人', '', '开工时间', '', '总投资（万元）'],
      ['', '', '姓名', '电话', '姓名', '电话', '计划', '实际', ''],
      [1, '甲厂', '方某', '13700000001', '杜某', '13700000002', '2024.3', '2024.4', 9000],
      [2, '乙厂', '方某', '13700000001', '孙某', '13700000003', '2024.5', '', 800],
    ]);
    expect(found.created).toMatchObject([
      {
        sponsor: '方某',
        owner: '杜某',
        phone: '13700000002',
        planned_start_date: '2024-03',
        started_date: '2024-04',
      },
      { owner: '孙某', planned_start_date: '2024-05', started_date: null },
    ]);
  });

  it('say their measures in a row that is called 单位', async () => {
    const found = await lookAt([
      ['序号', '项目名称', '总投资', '用地面积'],
      ['（单位）', '', '亿元', '亩'],
      [1, '甲厂', 1.2, 35],
      [2, '乙厂', 0.8, 60.5],
    ]);
    expect(found.asked).toEqual([]);
    expect(found.created).toMatchObject([
      { name: '甲厂', total_investment: '120000000.00', land_mu: '35' },
      { name: '乙厂', total_investment: '80000000.00', land_mu: '60.5' },
    ]);
  });

  it('may lack: words beside the last one are named as left out', async () => {
    const found = await lookAt([
      ['序号', '项目名称', '总投资（万元）'],
      [1, '甲厂', 5200, '6月开工'],
      [2, '乙厂', 8700, '暂缓'],
    ]);
    expect(found.told).toContain('D0 column.headless');
  });
});

describe('amounts that cannot be in their measure', () => {
  it('wait as a column where all of them are a few thousand 元', async () => {
    const found = await lookAt([
      ['项目名称', '总投资（元）', '已完成投资（元）'],
      ['甲公园', 3500, 1200],
      ['乙医院', 860, 400],
    ]);
    expect(found.asked).toEqual(['B0 value.magnitude', 'C0 value.magnitude']);
    expect(found.created[0]?.['total_investment'] ?? null).toBeNull();
  });

  it('wait on the whole row where one of them is far off, the others by less', async () => {
    const found = await lookAt([
      ['项目名称', '总投资（万元）', '本年完成投资（万元）'],
      ['甲城', 56000, 9000],
      ['乙路', 32000000, 8000000],
      ['丙网', 8800, 2100],
      ['丁院', 1200, 300],
    ]);
    expect(found.asked).toEqual(['B3 value.magnitude', 'C3 value.magnitude']);
  });
});

describe('what is no record, and what is two', () => {
  it('a share under the totals is told, not stored', async () => {
    const found = await lookAt([
      ['序号', '项目名称', '总投资（万元）'],
      [1, '甲厂', 60],
      [2, '乙厂', 140],
      ['', '总计', 200],
      ['', '占全县比重', '12.5%'],
    ]);
    expect(found.created.map((one) => one['name'])).toEqual(['甲厂', '乙厂']);
    expect(found.told).toContain('B5 row.share');
  });

  it.each(['Σ', '项目个数3个'])('%s under the rows adds them up', async (label) => {
    const found = await lookAt([
      ['序号', '项目名称', '总投资（万元）'],
      [1, '甲厂', 60],
      [2, '乙厂', 140],
      [3, '丙厂', 100],
      ['', label, 300],
    ]);
    expect(found.created.map((one) => one['name'])).toEqual(['甲厂', '乙厂', '丙厂']);
  });

  it('the same project once for each investor: its parts wait, what is the same comes in', async () => {
    const found = await lookAt([
      ['序号', '项目名称', '投资方', '总投资（万元）', '合同引资（万元）'],
      [1, '湖景酒店', '甲公司', 20000, 12000],
      [1, '湖景酒店', '乙公司', 20000, 8000],
      [2, '渔人码头', '丙公司', 5000, 5000],
    ]);
    expect(found.asked).toEqual(['B3 record.duplicate', 'E2 cell.repeated']);
    expect(found.created).toMatchObject([
      { name: '湖景酒店', total_investment: '200000000.00', contract_amount: null },
      { name: '渔人码头', contract_amount: '50000000.00' },
    ]);
  });

  it('a list whose head is 项目 is one of projects where their 总投资 stands beside', async () => {
    const found = await lookAt([
      ['2025年上半年推进情况'],
      ['项目', '总投资（万元）', '年计划（万元）', '已完成投资（万元）', '占年计划（%）'],
      ['面粉加工', 8000, 4000, 2200, '55%'],
      ['蔬菜大棚', 1500, 1500, 900, '60%'],
    ]);
    expect(found.created).toMatchObject([
      { name: '面粉加工', planned_this_year: '40000000.00', invested_this_year: '22000000.00' },
      { name: '蔬菜大棚', planned_this_year: '15000000.00', invested_this_year: '9000000.00' },
    ]);
  });
});

describe('signs that stand for another cell, and days that are none', () => {
  it('a ditto between strokes repeats the word above', async () => {
    const found = await lookAt([
      ['项目名称', '总投资（万元）', '建设性质'],
      ['甲厂', 900, '续建'],
      ['乙厂', 300, '－〃－'],
    ]);
    expect(found.created.map((one) => one['nature'])).toEqual(['续建', '续建']);
  });
});

describe('a title with two years', () => {
  it.each(['2024年1月编制的2025年项目计划表', '2024年结转2025年续建项目表'])(
    '%s is of 2025',
    async (title) => {
      const found = await lookAt([
        [title],
        ['项目名称', '总投资（万元）', '2025年计划投资（万元）'],
        ['甲厂', 1200, 500],
        ['乙厂', 800, 300],
      ]);
      expect(found.created.map((one) => one['planned_this_year'])).toEqual([
        '5000000.00',
        '3000000.00',
      ]);
    },
  );
});

describe('headings over rows', () => {
  it('are the unit of the rows under them where the table has no column of units', async () => {
    const found = await lookAt(
      [
        ['序号', '项目名称', '总投资（万元）'],
        ['一、城关镇（1个）', '', ''],
        [1, '甲厂', 60],
        ['二、柳河镇（1个）', '', ''],
        [2, '乙厂', 140],
      ],
      ['城关镇', '柳河镇'],
    );
    expect(found.created.map((one) => one['responsible_unit'])).toEqual(['城关镇', '柳河镇']);
    expect(found.told).toContain('2 group.value');
  });

  it('are a word of a choice, and stay what they are where they are neither', async () => {
    const found = await lookAt([
      ['序号', '存在问题', '整改措施', '整改时限'],
      ['一、重大隐患', '', '', ''],
      [1, '河堤渗水', '加固', '2024-07-01'],
      ['二、作风方面', '', '', ''],
      [2, '公示不及时', '公示', '2024-08-01'],
    ]);
    expect(found.created.map((one) => one['level'] ?? null)).toEqual(['重大', null]);
  });
});

it.each(['合计8个问题', '共2项', '问题总数2个'])(
  '%s under problems is no problem; a column of townships and one of 整改举措 are fields',
  async (line) => {
    const found = await lookAt(
      [
        ['序号', '存在问题', '责任乡镇', '整改举措'],
        [1, '河堤渗水', '城关镇', '加固'],
        [2, '公示不及时', '柳河镇', '公示'],
        ['', line, '', ''],
      ],
      ['城关镇', '柳河镇'],
    );
    expect(found.created).toMatchObject([
      { problem: '河堤渗水', unit: '城关镇', measures: '加固' },
      { problem: '公示不及时', unit: '柳河镇', measures: '公示' },
    ]);
    expect(found.created).toHaveLength(2);
  },
);
