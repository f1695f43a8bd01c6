/** A made ledger workbook of many rows and 30 columns, as the import benchmark reads it. */
import { createWriteStream, existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import exceljs from 'exceljs';

const HEADS = [
  '序号',
  '项目编号',
  '项目名称',
  '投资方',
  '建设性质',
  '项目类别',
  '产业',
  '落户园区',
  '建设内容',
  '总投资',
  '合同引资',
  '年度计划投资',
  '本年完成投资',
  '累计完成投资',
  '预计产值',
  '预计税收',
  '占地面积',
  '建筑面积',
  '就业',
  '签约日期',
  '开工日期',
  '计划竣工',
  '项目阶段',
  '引进单位',
  '责任单位',
  '包联领导',
  '责任人',
  '联系电话',
  '形象进度',
  '备注',
];
const NATURES = ['新建', '续建', '扩建', '技改', '搬迁'];
const STAGES = ['签约', '开工', '在建', '竣工', '投产'];
export const BENCH_UNITS = Array.from({ length: 30 }, (_, at) => `第${at + 1}镇`);

/** Writes the workbook once; later runs use the same file. */
export async function ledgerWorkbook(file: string, rows: number): Promise<void> {
  if (existsSync(file)) return;
  mkdirSync(dirname(file), { recursive: true });
  const book = new exceljs.stream.xlsx.WorkbookWriter({
    stream: createWriteStream(file),
    useSharedStrings: true,
  });
  const sheet = book.addWorksheet('项目台账');
  sheet.addRow(['全县项目台账（截至2012年9月底）']).commit();
  sheet.addRow(['单位：万元、亩、㎡']).commit();
  sheet.addRow(HEADS).commit();
  for (let at = 0; at < rows; at++) {
    sheet.addRow(rowOf(at)).commit();
    if (at % 500 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  sheet.commit();
  await book.commit();
}

/** The sum of 总投资 over all rows, in 分. */
export const ledgerTotal = (rows: number): bigint =>
  Array.from({ length: rows }, (_, at) => BigInt(totalAt(at)) * 1_000_000n).reduce(
    (sum, one) => sum + one,
    0n,
  );

/** 万元 */
const totalAt = (at: number): number => 1000 + (at % 90_000);

function rowOf(at: number): (string | number)[] {
  const total = totalAt(at);
  const unit = BENCH_UNITS[at % 30] ?? '';
  return [
    at + 1,
    `XM${String(at).padStart(6, '0')}`,
    `第${at}号技术改造项目`,
    `投资公司${at % 5000}`,
    NATURES[at % 5] ?? '',
    '招商引资',
    '装备制造',
    '工业园区',
    `年产${at % 100}万吨生产线`,
    total,
    total * 0.9,
    total * 0.3,
    total * 0.2,
    total * 0.5,
    total * 1.5,
    total * 0.1,
    at % 300,
    (at % 300) * 600,
    at % 900,
    '2011年3月',
    '2011.5',
    '2012年底',
    STAGES[at % 5] ?? '',
    unit,
    BENCH_UNITS[(at * 7) % 30] ?? '',
    `领导${at % 40}`,
    `责任人${at % 400}`,
    `1390000${String(at % 10_000).padStart(4, '0')}`,
    '主体工程基本完工',
    '',
  ];
}
