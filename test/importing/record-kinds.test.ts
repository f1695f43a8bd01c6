/**
 * Ledgers of records as offices lay them out: headings, sums, signatures and measures in the places
 * where they stand.
 */
import { describe, expect, it } from 'vitest';
import { createdRecords } from './created-records.ts';
import { judgedOne } from './judged.ts';

type Cells = readonly (readonly (string | number | null)[])[];

/** The rows as a text file, judged with every unit new. */
async function read(rows: Cells, file = '表.csv') {
  const bytes = new TextEncoder().encode(
    rows.map((row) => row.map((cell) => `"${cell ?? ''}"`).join(',')).join('\r\n'),
  );
  return createdRecords(file, bytes, null);
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

describe('heads in other words', () => {
  it.each([
    ['重点工程名称', 'name'],
    ['项目名', 'name'],
    ['目前存在的困难和问题', 'problem'],
    ['需协调解决的困难', 'problem'],
    ['主要建设内容及规模', 'content'],
    ['联系方式', 'phone'],
    ['开工年月', 'started_date'],
    ['责任镇街', 'responsible_unit'],
  ])('%s is %s', async (head, code) => {
    const isName = code === 'name';
    const { records } = await read([
      [isName ? head : '项目名称', '总投资（万元）', isName ? '备注' : head],
      ['甲一厂', 300, '2024年3月'],
      ['甲二厂', 400, '2024年5月'],
    ]);
    expect(records[0]?.[code]).toBe(
      isName ? '甲一厂' : code.endsWith('date') ? '2024-03' : '2024年3月',
    );
  });

  it.each(['在建项目', '重点工程', '企业（项目）名称', '项目名称及地点'])(
    'name the projects as %s, which are no figures of townships',
    async (head) => {
      const { records } = await read([
        ['2024年9月情况表'],
        ['序号', head, '责任单位', '总投资（万元）', '本年完成投资（万元）'],
        [1, '春江菜场', '甲镇', 300, 90],
        [2, '秋水大桥', '乙镇', 400, 80],
      ]);
      expect(records).toMatchObject([
        { name: '春江菜场', total_investment: '3000000.00' },
        { name: '秋水大桥', responsible_unit: '乙镇' },
      ]);
    },
  );

  it('of the two units of a task the second helps', async () => {
    const { records } = await read([
      ['序号', '工作任务', '主办单位', '责任科室'],
      [1, '新建示范村', '甲镇', '乙镇、丙镇'],
      [2, '改造农房', '乙镇', '甲镇'],
    ]);
    expect(records).toMatchObject([
      { lead_unit: '甲镇', support_units: '乙镇、丙镇' },
      { lead_unit: '乙镇', support_units: '甲镇' },
    ]);
  });

  it('over stages and nothing else tell the stage', async () => {
    const table = (second: string): Cells => [
      ['项目名称', '总投资（万元）', '项目进展'],
      ['甲一厂', 300, '在建'],
      ['甲二厂', 400, second],
    ];
    const told = (await read(table('投产'))).records;
    expect(told.map(({ stage, progress }) => [stage, progress ?? null])).toEqual([
      ['building', null],
      ['producing', null],
    ]);
    expect((await read(table('设备安装'))).records).toMatchObject([
      { progress: '在建' },
      { progress: '设备安装' },
    ]);
  });

  it('that leave open which figure they are are asked about, and make the list no other one', async () => {
    const { records, said } = await read([
      ['2024年10月在建项目表', null, null, null, null],
      ['项目名称', '总投资（万元）', null, '完成投资（万元）', null],
      [null, '批复', '调整', '计划', '实际'],
      ['甲一厂', 300, 350, 100, 90],
      ['甲二厂', 400, 400, 120, 110],
    ]);
    expect(records).toMatchObject([{ name: '甲一厂' }, { name: '甲二厂' }]);
    expect(said.filter((one) => one.endsWith('column.unclear')).length).toBeGreaterThanOrEqual(2);
  });

  it('of one year under a title of two are of their own year', async () => {
    const { records } = await read([
      ['2023年谋划项目2024年推进计划表'],
      ['项目名称', '总投资（万元）', '2024年计划投资（万元）', '2024年1-5月完成投资（万元）'],
      ['甲一厂', 300, 100, 40],
      ['甲二厂', 400, 120, 30],
    ]);
    expect(records[0]).toMatchObject({
      planned_this_year: '1000000.00',
      invested_this_year: '400000.00',
    });
  });
});

describe('parts of a record', () => {
  it.each([
    ['（1）', '（2）'],
    ['①', '②'],
    ['1)', '2)'],
  ])('numbered %s are none of their own', async (one, two) => {
    const { records } = await read([
      ['序号', '项目名称', '总投资（亿元）'],
      ['1', '城北更新', 6],
      [one, '东区', 2.5],
      [two, '西区', 3.5],
      ['2', '城南水厂', 0.9],
    ]);
    expect(records.map((record) => record['name'])).toEqual(['城北更新', '城南水厂']);
  });
});

describe('measures', () => {
  it('stand in their row with 单位 before them, and in brackets of every kind', async () => {
    const { records } = await read([
      ['序号', '项目名称', '总投资', '占地面积', '年度计划投资〔亿元〕'],
      [null, null, '单位：亿元人民币', '单位：亩', null],
      [1, '甲一厂', 3, 20, 1],
      [2, '甲二厂', 2, 35, 0.5],
    ]);
    expect(records[1]).toMatchObject({
      total_investment: '200000000.00',
      land_mu: '35',
      planned_this_year: '50000000.00',
    });
  });
});

describe('a card', () => {
  it('may number its lines', async () => {
    const { records } = await read([
      ['项目卡片', null],
      ['一、项目名称：城南水厂', null],
      ['二、总投资：9000万元'],
      ['三、责任单位：甲镇'],
      ['四、计划竣工时间：2025年6月'],
    ]);
    expect(records).toMatchObject([
      { name: '城南水厂', total_investment: '90000000.00', responsible_unit: '甲镇' },
    ]);
  });
});

describe('figures of firms', () => {
  it('are no figures of the townships that the firms are in', async () => {
    const { facts, records } = await read([
      ['2024年9月重点企业生产情况'],
      ['序号', '企业名称', '所属乡镇', '产值（万元）', '用工（人）'],
      [1, '春江纺织', '甲镇', 3000, 210],
      [2, '秋水酒业', '乙镇', 1200, 80],
      [3, '冬山建材', '乙镇', 900, 60],
    ]);
    expect([facts, records]).toEqual([0, []]);
  });
});

describe('a figure over several rows', () => {
  const rows: Cells = [
    ['序号', '项目名称', '投资方', '合同引资（万元）'],
    [1, '春江纺织', '甲公司', 500],
    [null, null, '乙公司', 300],
    [2, '秋水酒业', '丙公司', 900],
  ];

  it('is asked for once with its sum; what is said of it settles its rows', async () => {
    const asked = await read(rows);
    expect(asked.said).toContain('D2 cell.continued');
    const bytes = new TextEncoder().encode(
      rows.map((row) => row.map((cell) => `"${cell ?? ''}"`).join(',')).join('\r\n'),
    );
    const { judged, shown } = await judgedOne('表.csv', bytes, null, (now) =>
      now.rejectedRows.length === 0
        ? []
        : [{ kind: 'cell', file: '表.csv', sheet: '表', row: 2, column: 'D', text: '800' }],
    );
    expect([shown.rejectedRows, shown.heldCells]).toEqual([[], []]);
    expect(
      judged.plan.creates.map(({ values }) => [
        values.get('company'),
        values.get('contract_amount'),
      ]),
    ).toEqual([
      ['甲公司；乙公司', '8000000.00'],
      ['丙公司', '9000000.00'],
    ]);
  });
});
