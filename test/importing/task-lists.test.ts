/**
 * Lists of tasks as offices write them: heads in two rows, merged duties over single tasks,
 * deadlines that recur or span months.
 */
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { createdRecords } from './created-records.ts';

type Cells = readonly (readonly (string | number | null)[])[];

async function created(rows: Cells, merges: readonly string[] = []) {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('表');
  for (const row of rows) sheet.addRow([...row]);
  for (const range of merges) sheet.mergeCells(range);
  const bytes = new Uint8Array(await book.xlsx.writeBuffer());
  const { records: tasks, said } = await createdRecords('任务.xlsx', bytes, 'task');
  return { tasks, said };
}

describe('a list of tasks', () => {
  it('puts tasks under the branch of work that their heading says, or says where they come from', async () => {
    const { tasks } = await created([
      ['2024年重点任务分解表'],
      ['序号', '工作任务', '牵头单位', '起止时间'],
      ['一、土地征拆工作'],
      [1, '征地摸底调查', '甲镇', '9月15日-9月30日'],
      ['二、县委常委会议定事项'],
      [2, '签订施工合同', '乙镇', '10月底前'],
    ]);
    expect(tasks).toMatchObject([
      { title: '征地摸底调查', parent: '土地征拆工作', deadline: '2024-09-30' },
      { title: '签订施工合同', source: '县委常委会议定事项', deadline: '2024-10-31' },
    ]);
  });
  it('keeps every single task under a merged duty, and the duty with each', async () => {
    const { tasks } = await created(
      [
        ['序号', '目标任务', '具体任务', '牵头单位', '完成时限'],
        [1, '工业强县', '新增规上企业5户', '甲镇', '2024年底'],
        [2, null, '技改投资增长10%', '甲镇', '2024年11月'],
        [3, '乡村振兴', '建设示范村3个', '乙镇', '2024年10月'],
      ],
      ['B2:B3'],
    );
    expect(tasks).toMatchObject([
      { title: '新增规上企业5户', deadline: '2024-12-31', extra: { 目标任务: '工业强县' } },
      { title: '技改投资增长10%', deadline: '2024-11', extra: { 目标任务: '工业强县' } },
      { title: '建设示范村3个', deadline: '2024-10', extra: { 目标任务: '乡村振兴' } },
    ]);
  });

  it('reads 牵头 and 配合 under 责任单位', async () => {
    const { tasks } = await created(
      [
        ['序号', '议定事项', '责任单位', null, '完成时限'],
        [null, null, '牵头', '配合', null],
        [1, '推进园区建设', '甲镇', '乙镇、丙镇', '2024年12月'],
        [2, '兑现奖补', '乙镇', null, '2024年6月'],
      ],
      ['C1:D1'],
    );
    expect(tasks).toMatchObject([
      { title: '推进园区建设', lead_unit: '甲镇', support_units: '乙镇、丙镇' },
      { title: '兑现奖补', lead_unit: '乙镇' },
    ]);
  });

  it('is due at the end of a span; what recurs stays in its words', async () => {
    const due = [
      '每月5日前',
      '2024.9—2024.12',
      '3-9月',
      '2024年3月—9月',
      '逐季度',
      '元月底',
      '三季度末',
    ];
    const { tasks, said } = await created([
      ['2024年重点任务', null, null],
      ['工作任务', '牵头单位', '完成时限'],
      ...due.map((text, at) => [`任务${at + 1}号`, '甲镇', text]),
    ]);
    expect(tasks.map((one) => [one['deadline'] ?? null, one['deadline_words'] ?? null])).toEqual([
      [null, '每月5日前'],
      ['2024-12', null],
      ['2024-09', null],
      ['2024-09', null],
      [null, '逐季度'],
      ['2024-01-31', null],
      ['2024-09-30', null],
    ]);
    expect(said).toEqual(['C4 day.rangeEnd', 'C5 day.rangeEnd', 'C6 day.rangeEnd']);
  });
});
