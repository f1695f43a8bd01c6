/**
 * Text files whatever they are called: encodings, separators, quotes; pages saved as .xls; what is
 * no table at all.
 */
import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { readWorkbook } from '../../../main/importing/readers/index.ts';
import { outcomeOf, sheetOf } from './read.ts';

const rowsOf = async (bytes: Uint8Array | string, name = '表.csv') =>
  (await sheetOf(Buffer.from(bytes as Uint8Array), name)).rows;
const TEXT = '名称,备注\r\n"甲, 一期","第一行\r\n第二行 ""引号"""\r\n007,\r\n';
const READ = [
  ['名称', '备注'],
  ['甲, 一期', '第一行\r\n第二行 "引号"'],
  ['007', null],
];
/** by Python, for Node cannot write it */
const gb18030 = (text: string): Buffer =>
  execFileSync(
    '/usr/bin/python3',
    [
      '-c',
      `import sys; sys.stdout.buffer.write(sys.stdin.buffer.read().decode('utf-8').encode('gb18030'))`,
    ],
    { input: text },
  );

describe('encodings', () => {
  const little = Buffer.from(TEXT, 'utf16le');
  const big = Buffer.from(little).swap16();
  it.each([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${TEXT}`)],
    ['UTF-16 LE', Buffer.concat([Buffer.from([0xff, 0xfe]), little])],
    ['UTF-16 BE', Buffer.concat([Buffer.from([0xfe, 0xff]), big])],
    ['UTF-16 LE without a mark', little],
    ['UTF-16 BE without a mark', big],
    ['GB18030', gb18030(TEXT)],
  ])('%s', async (_, bytes) => {
    expect(await rowsOf(bytes)).toEqual(READ);
    expect(await rowsOf(bytes, '表.xls')).toEqual(READ);
  });

  it('knows the four-byte signs of GB18030', async () => {
    expect(await rowsOf(gb18030('姓名,村\n𠀀某,䶮村\n'))).toEqual([
      ['姓名', '村'],
      ['𠀀某', '䶮村'],
    ]);
  });
});

describe('separators', () => {
  it.each([
    [
      'tabs',
      'a\tb,c\n1\t2;3\n',
      [
        ['a', 'b,c'],
        ['1', '2;3'],
      ],
    ],
    [
      'semicolons',
      '名称;金额\n甲;"1;5"\n',
      [
        ['名称', '金额'],
        ['甲', '1;5'],
      ],
    ],
    [
      'commas behind a title',
      '2012年项目表\n名称,金额\n甲,5\n',
      [['2012年项目表'], ['名称', '金额'], ['甲', '5']],
    ],
    [
      'line ends of any kind',
      'a,b\r1,2\r\n3,4\n\n5',
      [['a', 'b'], ['1', '2'], ['3', '4'], [null], ['5']],
    ],
    [
      'a quote that does not end',
      'a,b\n1,"2\n3',
      [
        ['a', 'b'],
        ['1', '2\n3'],
      ],
    ],
    [
      'signs behind a quote',
      'a,b\n"1"x,2',
      [
        ['a', 'b'],
        ['1x', '2'],
      ],
    ],
    [
      'empty lines at the end',
      'a,b\n1,2\n,\n\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
  ])('%s', async (_, text, wanted) => {
    expect(await rowsOf(text, '表.txt')).toEqual(wanted);
  });
});

describe('pages under the name of a workbook', () => {
  const PAGE =
    '<html><head><meta charset="gb2312"></head><body><table><tr><td colspan=2>项目表</td></tr><tr><td>名称</td><td>金额</td></tr><tr><td>甲</td><td>12.5</td></tr></table></body></html>';
  it.each([
    ['UTF-8', Buffer.from(PAGE)],
    ['GBK', gb18030(PAGE)],
  ])('reads the table of a page in %s and says how', async (_, bytes) => {
    const book = await readWorkbook(bytes, '导出.xls');
    expect(book.sheets[0]?.rows).toEqual([['项目表'], ['名称', '金额'], ['甲', 12.5]]);
    expect(book.notes).toEqual(['网页或其他文本格式的表，由备用读取程序读出，请多核对。']);
  });

  it('reads a workbook of Excel 2003 in XML', async () => {
    const xml =
      '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="甲"><Table><Row><Cell><Data ss:Type="String">名称</Data></Cell><Cell><Data ss:Type="Number">3</Data></Cell></Row></Table></Worksheet></Workbook>';
    expect(await rowsOf(xml, '导出.xls')).toEqual([['名称', 3]]);
  });
});

it('names what is no table, and what Excel leaves beside an open one', async () => {
  for (const text of ['', '  \n', '{"a": [1, 2]}', '[1,2]', '一段没有表格的文字'])
    expect(await outcomeOf(Buffer.from(text), '表.csv')).toBe('import.notWorkbook');
  expect(await outcomeOf(Buffer.from([0x25, 0x50, 0x44, 0x46, 0x2d, 0, 1, 0xff]), '表.xls')).toBe(
    'import.notWorkbook',
  );
  for (const name of ['~$台账.xlsx', '.~lock.台账.xlsx#', 'folder/.~台账.et'])
    expect(await outcomeOf(Buffer.alloc(165, 0x20), name)).toBe('import.lockFile');
});
