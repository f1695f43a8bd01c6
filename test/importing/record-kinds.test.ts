/** Ledgers of records as offices lay them out: headings, sums, signatures and measures in the places where they stand. */
import { describe, expect, it } from 'vitest';
import { judgedOne } from './judged.ts';
import { wiredOf } from './planned.ts';

type Cells = readonly (readonly (string | number | null)[])[];

/** The rows as a text file, judged with every unit new. */
async function read(rows: Cells, file = '表.csv') {
  const bytes = new TextEncoder().encode(
    rows.map((row) => row.map((cell) => `"${cell ?? ''}"`).join(',')).join('\r\n'),
  );
  const { judged, tables } = await judgedOne(file, bytes, null, (shown) =>
    shown.unknownUnits.map(({ name }) => ({
      kind: 'unit' as const,
      name,
      as: { is: 'new' as const, unitKind: 'township' as const },
    })),
  );
  return {
    records: judged.plan.creates.map((one): Readonly<Record<string, unknown>> => ({
      extra: one.extra,
      ...wiredOf(tables[0]?.ledger, one),
    })),
    said: tables
      .flatMap((table) => table.issues)
      .filter(({ level }) => level !== 'info')
      .map(({ column, row, code }) => `${column ?? ''}${row} ${code}`),
  };
}

describe('headings over the rows', () => {
  it('of problems say where they were found, or of what kind they are', async () => {
    const { records } = await read([
      ['2024年问题整改清单'],
      ['序号', '问题描述', '整改单位', '完成时限'],
      ['一、省委巡视反馈问题（1项）'],
      [1, '台账不全', '甲镇', '2024-06-30'],
      ['二、安全生产领域（2项）'],
      [2, '通道堵塞', '甲镇', '2024-06-30'],
      [3, '灭火器过期', '乙镇', '2024-06-30'],
    ]);
    expect(records).toMatchObject([
      { problem: '台账不全', source: '省委巡视反馈问题' },
      { problem: '通道堵塞', aspect: '安全生产领域' },
      { problem: '灭火器过期', aspect: '安全生产领域' },
    ]);
  });

  it('of tasks say what set them', async () => {
    const { records } = await read([
      ['重点工作督办台账'],
      ['序号', '工作任务', '牵头单位', '完成时限'],
      ['一、政府工作报告任务'],
      [1, '新建示范村3个', '甲镇', '2024-06-30'],
      [2, '改造农房20户', '乙镇', '2024-06-30'],
    ]);
    expect(records).toMatchObject([
      { title: '新建示范村3个', source: '政府工作报告任务' },
      { title: '改造农房20户', source: '政府工作报告任务' },
    ]);
  });

  it('that count otherwise than the rows under them are told of, with or without brackets, numbered in a cell of its own or not', async () => {
    const { records, said } = await read([
      ['2024年项目表'],
      ['序号', '项目名称', '责任单位', '总投资（万元）'],
      ['一', '签约项目2个'],
      [1, '甲一厂', '甲镇', 100],
      ['二', '在建项目1个'],
      [1, '乙一厂', '乙镇', 200],
    ]);
    expect(records).toMatchObject([
      { name: '甲一厂', stage: 'signed' },
      { name: '乙一厂', stage: 'building' },
    ]);
    expect(said).toEqual(['3 group.count']);
  });
});

describe('rows that are no record', () => {
  it('have words where the others are counted, and figures alone', async () => {
    const { records, said } = await read([
      ['2024年项目表（单位：万元）'],
      ['序号', '项目名称', '责任单位', '总投资', '备注'],
      [1, '甲一厂', '甲镇', 120, '省级'],
      [2, '甲二厂', '甲镇', 250, '市级'],
      ['投资规模', null, null, 370, null],
      ['分管领导：', null, '复核：', '填表：', null],
    ]);
    expect(records).toMatchObject([{ name: '甲一厂' }, { name: '甲二厂' }]);
    expect(said).toEqual([]);
  });

  it('on a second page end with the total of both', async () => {
    const head = ['序号', '存在问题', '责任单位', '整改资金（万元）'];
    const { records, said } = await read([
      ['整改台账'],
      head,
      [1, '路面破损', '甲镇', 30],
      [2, '桥栏缺失', '甲镇', 12],
      ['本页合计', null, null, 42],
      ['整改台账（续表）'],
      head,
      [3, '河道淤积', '乙镇', 50],
      ['本页合计', null, null, 50],
      ['总计', null, null, 92],
    ]);
    expect(records.map((one) => one['problem'])).toEqual(['路面破损', '桥栏缺失', '河道淤积']);
    expect(said).toEqual([]);
  });
});

describe('a row of measures under the heads', () => {
  it('ends the head, whatever words and written figures stand under it', async () => {
    const { records, said } = await read([
      ['2024年9月项目表'],
      ['序号', '项目名称', '责任单位', '开工日期', '总投资', '占地面积'],
      [null, null, null, null, '（万元）', '（亩）'],
      [null, '合计（2个）', null, null, '1300', '55'],
      ['1', '甲一厂', '甲镇', '2024年3月', '300', '15'],
      ['2', '甲二厂', '甲镇', '2024年5月', '1000', '40'],
    ]);
    expect(records).toMatchObject([
      { name: '甲一厂', total_investment: '3000000.00', started_date: '2024-03' },
      { name: '甲二厂', total_investment: '10000000.00', started_date: '2024-05' },
    ]);
    expect(said).toEqual([]);
  });
});

describe('heads', () => {
  it.each(['计划总投资，单位：万元', '计划总投资(万)', '计划总投资￥万元', '计划总投资 单位:万元'])(
    'say their measure as “%s”',
    async (head) => {
      const { records } = await read([
        ['项目名称', '责任单位', head],
        ['甲一厂', '甲镇', 300],
        ['甲二厂', '甲镇', 400],
      ]);
      expect(records.map((one) => one['total_investment'])).toEqual(['3000000.00', '4000000.00']);
    },
  );

  it('that count to the December of their own table count to its own time', async () => {
    const table = (month: number): Cells => [
      [`2024年${month}月项目表`],
      ['项目名称', '责任单位', '总投资（万元）', '至2024年12月底累计完成投资（万元）'],
      ['甲一厂', '甲镇', 300, 120],
      ['甲二厂', '甲镇', 400, 130],
    ];
    const [own, earlier] = [await read(table(12)), await read(table(9))];
    expect(own.records[0]).toMatchObject({ invested_total: '1200000.00' });
    expect(earlier.records[0]?.['invested_total'] ?? null).toBeNull();
  });
});

describe('a table on its side', () => {
  it('has its days among its values', async () => {
    const { records } = await read([
      ['甲镇两大项目'],
      ['项目名称', '春江新城', '秋水码头'],
      ['责任单位', '甲镇', '甲镇'],
      ['总投资（亿元）', 3.5, 2],
      ['计划竣工时间', '2024年3月', '2025年6月'],
    ]);
    expect(records).toMatchObject([
      { name: '春江新城', total_investment: '350000000.00', planned_completed_date: '2024-03' },
      { name: '秋水码头', total_investment: '200000000.00', planned_completed_date: '2025-06' },
    ]);
  });
});
