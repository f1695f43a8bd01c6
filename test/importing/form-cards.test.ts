/**
 * Forms and cards: names beside their values, one card or several on a sheet; each becomes a row
 * under the names of all.
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { withFormsLaidOut } from '../../main/importing/sheet/record-forms.ts';
import type { CellValue, SheetMerge } from '../../main/importing/sheet/sheet.ts';
import { testSession } from '../helpers/session.ts';
import { sheetOf } from './looked-at.ts';

type Rows = readonly (readonly CellValue[])[];

const laidOut = (rows: Rows, merges: readonly SheetMerge[] = []): Rows =>
  withFormsLaidOut({ sheets: [sheetOf(rows, merges)], notes: [] }).sheets[0]?.rows ?? [];

describe('a card is one row', () => {
  it('where each line says its name and value in one cell, two of them on a line', () => {
    expect(
      laidOut([
        ['招商项目登记表'],
        ['项目名称：白沙石材园'],
        ['总投资（万元）：32000'],
        ['责任单位：城关镇'],
        ['联系人：王强   联系电话：13800000001'],
      ]),
    ).toEqual([
      ['招商项目登记表'],
      ['项目名称', '总投资（万元）', '责任单位', '联系人', '联系电话'],
      ['白沙石材园', '32000', '城关镇', '王强', '13800000001'],
    ]);
  });

  it('where no cell holds a figure: a problem is one as much as a project', () => {
    expect(
      laidOut([
        ['问题整改单'],
        ['问题描述', '河道垃圾未清', '责任单位', '柳河镇'],
        ['整改措施', '组织清理', '整改情况', '已完成'],
      ]),
    ).toEqual([
      ['问题整改单'],
      ['问题描述', '责任单位', '整改措施', '整改情况'],
      ['河道垃圾未清', '柳河镇', '组织清理', '已完成'],
    ]);
  });

  it('with headings aside, names that no field has, a name over two lines, and a measure in a cell of its own', () => {
    expect(
      laidOut(
        [
          ['采集表'],
          ['基本情况', '项目名称', '白沙石材园', '法人代表', '王华'],
          [null, '总投资', 3.2, '亿元', null],
          ['进展', '建设内容', '厂房：三栋', '形象进度', '主体完工'],
          [null, null, '宿舍两栋', null, null],
        ],
        [{ top: 3, bottom: 4, left: 1, right: 1 }],
      ),
    ).toEqual([
      ['采集表'],
      ['基本情况'],
      ['进展'],
      ['项目名称', '法人代表', '总投资', '建设内容', '形象进度'],
      ['白沙石材园', '王华', '3.2亿元', '厂房：三栋；宿舍两栋', '主体完工'],
    ]);
  });
});

describe('several cards are several rows', () => {
  const card = (name: string, sum: number): Rows => [
    ['项目卡片'],
    ['项目编号', `B${sum}`, '填报单位', '城关镇'],
    ['项目名称', name, '建设性质', '新建'],
    ['总投资（万元）', sum, '开工时间', '2024年5月'],
  ];
  const table: Rows = [
    ['项目编号', '项目名称', '建设性质', '总投资（万元）', '开工时间'],
    ['B100', '白沙石材园', '新建', 100, '2024年5月'],
    ['B200', '青山冷链园', '新建', 200, '2024年5月'],
  ];

  it('under each other, each from its own first name on', () => {
    expect(laidOut([...card('白沙石材园', 100), [], ...card('青山冷链园', 200)])).toEqual([
      ['项目卡片'],
      ['填报单位：城关镇'],
      ...table,
    ]);
  });

  it('beside each other', () => {
    const [left, right] = [card('白沙石材园', 100), card('青山冷链园', 200)];
    expect(
      laidOut(
        left.map((row, at) => [...row, ...Array(5 - row.length).fill(null), ...(right[at] ?? [])]),
      ).slice(-3),
    ).toEqual(table);
  });
});

describe('what is no card stays as it is', () => {
  it.each<[string, Rows]>([
    [
      'a plain table with a line above that says whose it is',
      [
        ['填报单位：城关镇', '填报日期：2024年9月'],
        ['项目名称', '责任单位', '总投资（万元）', '开工时间'],
        ['白沙石材园', '城关镇', 1000, '2024.3'],
        ['青山冷链园', '城关镇', 2000, '2024.4'],
      ],
    ],
    [
      'a project’s own table of payments under a few of its words',
      [
        ['项目名称：白沙石材园', '总投资：3.2亿元', '责任单位：城关镇'],
        ['到位时间', '到位资金（万元）', '凭证'],
        ['2024-01-05', 100, '进账单'],
        ['2024-02-05', 200, '进账单'],
        ['2024-03-05', 300, '进账单'],
      ],
    ],
    [
      'what the fields mean',
      [
        ['项目名称', '写全称'],
        ['责任单位', '写简称'],
        ['总投资（万元）', '例：3000'],
        ['开工时间', '写到月'],
      ],
    ],
  ])('%s', (_, rows) => {
    expect(laidOut(rows)).toEqual(rows);
  });
});

test('a card that is sent back has its mark on the cell where the sender wrote', async () => {
  const session = await testSession(['城关镇']);
  const path = join(session.folder, '卡片.xlsx');
  execFileSync('/usr/bin/python3', [
    '-c',
    `import openpyxl, sys
wb = openpyxl.Workbook(); ws = wb.active
for row in [['登记卡'], ['项目名称', '白沙石材园', '责任单位', '城关镇'], ['建设性质', '新建', '总投资（万元）', '好多亿']]: ws.append(row)
wb.save(sys.argv[1])`,
    path,
  ]);
  const draft = await session.ask('imports.open', { files: [path] });
  const back = join(session.folder, '退回.xlsx');
  await session.ask('imports.reject', { draft: draft.id, to: back });
  const red = execFileSync(
    '/usr/bin/python3',
    [
      '-c',
      `import openpyxl, sys
print([c.coordinate for row in openpyxl.load_workbook(sys.argv[1]).active.iter_rows() for c in row if c.comment])`,
      back,
    ],
    { encoding: 'utf8' },
  );
  expect(red.trim()).toBe("['D3']");
});
