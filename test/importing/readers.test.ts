/**
 * Reading files: told apart by content, dates without a time zone, formulas without results, faults
 * with their code.
 */
import { afterEach, describe, expect, it } from 'vitest';
import { Fault } from '../../main/domain/fault.ts';
import { csvWorkbook, decodeText } from '../../main/importing/readers/csv.ts';
import { readWorkbook } from '../../main/importing/readers/index.ts';
import { made, rows, sample } from './make.ts';

const faultOf = async (bytes: Uint8Array, name: string): Promise<string> => {
  try {
    await readWorkbook(bytes, name);
    return 'none';
  } catch (error) {
    return error instanceof Fault ? error.code : String(error);
  }
};
const cells = async (lines: string) =>
  (await readWorkbook(made(lines), 'case.xlsx')).sheets[0]?.rows ?? [];

describe('cells', () => {
  const zone = process.env['TZ'];
  afterEach(() => {
    process.env['TZ'] = zone;
  });

  it.each(['Asia/Shanghai', 'America/New_York', 'UTC'])(
    'reads a date as the same day in %s',
    async (name) => {
      process.env['TZ'] = name;
      expect(
        (
          await cells(
            `ws['A1'] = datetime.date(2024, 1, 1)\nws['B1'] = datetime.datetime(2009, 10, 12, 13, 30)\nws['C1'] = 45292`,
          )
        )[0],
      ).toEqual([{ day: '2024-01-01' }, { day: '2009-10-12', time: '13:30:00' }, 45292]);
    },
  );

  it('reads a workbook of the 1904 epoch', async () => {
    expect(
      (
        await cells(
          `wb.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904\nws['A1'] = datetime.date(2024, 1, 1)`,
        )
      )[0],
    ).toEqual([{ day: '2024-01-01' }]);
  });

  it('computes plain formulas that hold no result and leaves the others unknown', async () => {
    const [row] = await cells(
      `ws.append([0.1, 0.2, '=SUM(A1:B1)', '=ROUND(B1/A1*100+1,1)', '=(A1+B1)*-2', '=IF(A1>0,1,2)', '=F1+1', '=A1/0', '文', '=SUM(A1:I1)', '=I1+1', '=L1'])`,
    );
    expect(row).toEqual([
      0.1,
      0.2,
      0.3,
      201,
      -0.6,
      { formula: 'IF(A1>0,1,2)' },
      { formula: 'F1+1' },
      { formula: 'A1/0' },
      '文',
      { formula: 'SUM(A1:I1)' },
      { formula: 'I1+1' },
      { formula: 'L1' },
    ]);
  });

  it('keeps merges, hidden rows and columns, and the order of sheets', async () => {
    const book = await readWorkbook(
      made(
        `ws.append(['a', 'b', 'c'])\nws.append([1, 2, 3])\nws.merge_cells('A1:C1')\nws.row_dimensions[2].hidden = True\nws.column_dimensions['B'].hidden = True\nwb.create_sheet('二').append(['x'])`,
      ),
      'x.xlsx',
    );
    expect(book.sheets.map((sheet) => sheet.name)).toEqual(['Sheet', '二']);
    expect(book.sheets[0]).toMatchObject({
      merges: [{ top: 0, left: 0, bottom: 0, right: 2 }],
      hiddenRows: new Set([1]),
      hiddenColumns: new Set([1]),
    });
  });

  it('sees only the rows that are filled in a sheet formatted to its last row', async () => {
    const book = await readWorkbook(
      made(
        `${rows([
          ['项目名称', '总投资'],
          ['甲', 1],
        ])}\nfor r in (20, 65536, 1048576):\n    ws.cell(r, 9).font = Font(bold=True)`,
      ),
      'x.xlsx',
    );
    expect(book.sheets[0]?.rows).toEqual([
      ['项目名称', '总投资'],
      ['甲', 1],
    ]);
  });
});

describe('text files', () => {
  it('reads the GBK sample', async () => {
    const { bytes, name } = sample('07');
    const [sheet] = (await readWorkbook(bytes, name)).sheets;
    expect(sheet?.rows[0]).toEqual([
      '姓名',
      '职务类别',
      '单位',
      '提供时间',
      '信息内容',
      '是否有价值',
      '转化项目',
    ]);
    expect(sheet?.rows).toHaveLength(6);
  });

  it('reads UTF-8 with and without a mark, UTF-16, quotes with line breaks, and tabs', async () => {
    const text = '名称,备注\r\n"甲, 一期","第一行\n第二行 ""引号"""\r\n007,\r\n';
    const wanted = [
      ['名称', '备注'],
      ['甲, 一期', '第一行\n第二行 "引号"'],
      ['007', null],
    ];
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
    for (const bytes of [
      Buffer.from(text),
      Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text)]),
      utf16,
    ])
      expect((await readWorkbook(bytes, 'x.xls')).sheets[0]?.rows).toEqual(wanted);
    expect(csvWorkbook('a\tb,c\n1\t2', 'x')?.sheets[0]?.rows).toEqual([
      ['a', 'b,c'],
      ['1', '2'],
    ]);
  });

  it('does not take other bytes for text', async () => {
    expect(decodeText(new Uint8Array([0x41, 0x00, 0x01, 0x42]))).toBeNull();
  });
});

describe('faults', () => {
  const book = made(`ws.append(['项目名称', '总投资'])`);
  it('names what is wrong with the file, whatever it is called', async () => {
    expect(
      await faultOf(new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d, 0x31, 0x00, 0xff]), '台账.xlsx'),
    ).toBe('import.notWorkbook');
    expect(await faultOf(new Uint8Array(), '空.xlsx')).toBe('import.notWorkbook');
    expect(await faultOf(book.subarray(0, book.length - 200), '断.xlsx')).toBe('import.damaged');
    expect(await faultOf(Buffer.from('一段没有表格的文字'), '说明.xls')).toBe('import.notWorkbook');
    expect(await faultOf(Buffer.from('{"a": 1, "b": [2, 3]}'), '数据.csv')).toBe(
      'import.notWorkbook',
    );
    expect(await faultOf(book, '改名.csv')).toBe('none');
  });

  it('tells a file with a password from a broken one', async () => {
    const encrypted = encryptedContainer();
    expect(await faultOf(encrypted, '密.xlsx')).toBe('import.encrypted');
    expect(await faultOf(encrypted.subarray(0, 600), '断.xls')).toBe('import.damaged');
  });
});

/**
 * A compound file by hand: header, one sector of allocation table, one of directory with an
 * EncryptedPackage stream.
 */
function encryptedContainer(): Buffer {
  const file = Buffer.alloc(512 * 4, 0);
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(file);
  file.writeUInt16LE(0x3e, 24);
  file.writeUInt16LE(3, 26);
  file.writeUInt16LE(0xfffe, 28);
  file.writeUInt16LE(9, 30);
  file.writeUInt16LE(6, 32);
  file.writeUInt32LE(1, 44);
  file.writeUInt32LE(1, 48);
  file.writeUInt32LE(4096, 56);
  file.writeInt32LE(-2, 60);
  file.writeInt32LE(-2, 68);
  file.fill(0xff, 76, 512);
  file.writeUInt32LE(0, 76);
  file.fill(0xff, 512, 1024);
  file.writeInt32LE(-3, 512);
  file.writeInt32LE(-2, 516);
  const entry = (at: number, name: string, type: number, child: number): void => {
    const base = 1024 + at * 128;
    file.write(name, base, 'utf16le');
    file.writeUInt16LE((name.length + 1) * 2, base + 64);
    file.writeUInt8(type, base + 66);
    file.writeUInt8(1, base + 67);
    for (const offset of [68, 72]) file.writeInt32LE(-1, base + offset);
    file.writeInt32LE(child, base + 76);
    file.writeInt32LE(-2, base + 116);
  };
  entry(0, 'Root Entry', 5, 1);
  entry(1, 'EncryptedPackage', 2, -1);
  return file;
}
