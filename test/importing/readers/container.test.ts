/**
 * How a workbook may be packed and how its parts may be named; what a broken or hostile package is
 * called.
 */
import { describe, expect, it } from 'vitest';
import { readWorkbook } from '../../../main/importing/readers/index.ts';
import { partsOf, relation, relations, xlsxOf, zipOf, type Part, type Written } from './pack.ts';
import { cellsOf, outcomeOf, sheetOf } from './read.ts';

const TABLE: Written = {
  sheet: '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>12.5</v></c></row>',
  texts: '<si><t>项目名称</t></si>',
};
const READ = [['项目名称', 12.5]];
const replaced = (name: string, change: (content: string) => string | Uint8Array): Part[] =>
  partsOf(TABLE).map(([one, content]): Part => [
    one,
    one === name ? change(String(content)) : content,
  ]);
const renamed = (change: (name: string) => string): Buffer =>
  zipOf(partsOf(TABLE).map(([name, content]): Part => [change(name), content]));

describe('a package is read', () => {
  it.each([
    ['stored', { stored: true }],
    ['with data descriptors', { descriptor: true }],
    ['as zip64', { zip64: true }],
    ['stored as zip64 with descriptors', { stored: true, zip64: true, descriptor: true }],
    ['behind other bytes', { before: Buffer.from('PK  a sender’s own header') }],
  ])('%s', async (_, packing) => {
    expect(await cellsOf(TABLE, packing)).toEqual(READ);
  });

  it('whatever the sizes in its directory say', async () => {
    expect(await cellsOf(TABLE, { lie: (_, line) => ({ ...line, unpacked: 3 }) })).toEqual(READ);
  });

  it.each([
    [
      'absolute targets',
      {
        relations:
          relation('rId1', 'worksheet', '/xl/worksheets/sheet1.xml') +
          relation('rId2', 'sharedStrings', '/xl/sharedStrings.xml'),
      },
    ],
    [
      'targets with steps',
      {
        relations:
          relation('rId1', 'worksheet', '../xl/./worksheets/sheet1.xml') +
          relation('rId2', 'sharedStrings', './sharedStrings.xml'),
      },
    ],
    [
      'targets of another case',
      {
        relations:
          relation('rId1', 'worksheet', 'Worksheets/SHEET1.xml') +
          relation('rId2', 'sharedStrings', 'SharedStrings.xml'),
      },
    ],
    [
      'escaped targets',
      {
        relations:
          relation('rId1', 'worksheet', 'worksheets%2Fsheet1.xml') +
          relation('rId2', 'sharedStrings', 'shared%53trings.xml'),
      },
    ],
    [
      'strict OOXML',
      {
        relations:
          relation(
            'rId1',
            'worksheet',
            'worksheets/sheet1.xml',
            'http://purl.oclc.org/ooxml/officeDocument/relationships',
          ) +
          relation(
            'rId2',
            'sharedStrings',
            'sharedStrings.xml',
            'http://purl.oclc.org/ooxml/officeDocument/relationships',
          ),
      },
    ],
    [
      'a workbook of another name',
      {
        parts: {
          '_rels/.rels': relations(relation('a', 'officeDocument', 'office/book9.xml')),
          'office/book9.xml':
            '<w:workbook xmlns:w="m" xmlns:q="r"><w:sheets><w:sheet name="甲" q:id="x"/></w:sheets></w:workbook>',
          'office/_rels/book9.xml.rels': relations(
            relation('x', 'worksheet', '../xl/worksheets/sheet1.xml') +
              relation('y', 'sharedStrings', '/xl/sharedStrings.xml'),
          ),
          'xl/workbook.xml': null,
        },
      },
    ],
    ['no relations of its own', { parts: { '_rels/.rels': null } }],
  ])('with %s', async (_, more) => {
    expect(await cellsOf({ ...TABLE, ...more })).toEqual(READ);
  });

  it('with backslashes in its names, or every name in capitals', async () => {
    for (const bytes of [
      renamed((name) => name.replaceAll('/', '\\')),
      renamed((name) => name.toUpperCase()),
    ])
      expect((await sheetOf(bytes, '表.xlsm')).rows).toEqual(READ);
  });

  it('with parts in UTF-16 and GBK', async () => {
    const utf16 = (mark: number[], swap: boolean) => (text: string) => {
      const bytes = Buffer.from(text.replace('UTF-8', 'UTF-16'), 'utf16le');
      return Buffer.concat([Buffer.from(mark), swap ? bytes.swap16() : bytes]);
    };
    for (const change of [utf16([0xff, 0xfe], false), utf16([0xfe, 0xff], true)])
      for (const name of ['xl/worksheets/sheet1.xml', 'xl/sharedStrings.xml', 'xl/workbook.xml'])
        expect((await sheetOf(zipOf(replaced(name, change)))).rows).toEqual(READ);
    const gbk = Buffer.concat([
      Buffer.from('<?xml version="1.0" encoding="GB2312"?><sst><si><t>'),
      Buffer.from([0xcf, 0xee, 0xc4, 0xbf]),
      Buffer.from('</t></si></sst>'),
    ]);
    expect((await sheetOf(zipOf(replaced('xl/sharedStrings.xml', () => gbk)))).rows).toEqual([
      ['项目', 12.5],
    ]);
    expect(
      (await sheetOf(zipOf(replaced('xl/worksheets/sheet1.xml', (text) => `\ufeff${text}`)))).rows,
    ).toEqual(READ);
  });

  it('though a part larger than any window is cut anywhere', async () => {
    const rows = Array.from(
      { length: 60_000 },
      (_, at) =>
        `<row r="${at + 1}"><c r="A${at + 1}"><v>${at}</v></c><c r="C${at + 1}" t="inlineStr"><is><t>第${at}行 &amp; 其他</t></is></c></row>`,
    ).join('');
    const read = await cellsOf({ sheet: rows });
    expect([
      read.length,
      read[0],
      read[33_333],
      read.at(-1),
      read.reduce((sum, row) => sum + Number(row[0]), 0),
    ]).toEqual([
      60_000,
      [0, null, '第0行 & 其他'],
      [33_333, null, '第33333行 & 其他'],
      [59_999, null, '第59999行 & 其他'],
      1_799_970_000,
    ]);
  });
});

describe('a package is refused', () => {
  const twice = (other: string): Buffer =>
    zipOf([...partsOf(TABLE), ['xl/sharedStrings.xml', other]]);
  const bytes = xlsxOf(TABLE);
  it.each([
    ['its end is missing', bytes.subarray(0, bytes.length - 30), 'import.damaged'],
    ['only its end is there', bytes.subarray(-22), 'import.damaged'],
    [
      'a bit of a part is another',
      xlsxOf(TABLE, { stored: true, lie: (_, line) => ({ ...line, crc: line.crc ^ 1 }) }),
      'import.damaged',
    ],
    [
      'two different parts have one name',
      twice('<sst><si><t>别的</t></si></sst>'),
      'import.damaged',
    ],
    [
      'parts share their bytes',
      xlsxOf(TABLE, {
        lie: (name, line) =>
          name.includes('styles') ? { ...line, offset: line.offset - 40 } : line,
      }),
      'import.damaged',
    ],
    [
      'a part lies behind the end',
      xlsxOf(TABLE, {
        lie: (name, line) => (name.includes('sheet1') ? { ...line, offset: 1e7 } : line),
      }),
      'import.damaged',
    ],
    [
      'a part has a password',
      xlsxOf(TABLE, { lie: (_, line) => ({ ...line, flags: 1 }) }),
      'import.encrypted',
    ],
    [
      'a part is packed in a way nobody knows',
      xlsxOf(TABLE, { lie: (_, line) => ({ ...line, method: 99 }) }),
      'import.damaged',
    ],
    [
      'a part defines entities',
      zipOf(
        replaced(
          'xl/sharedStrings.xml',
          () =>
            '<!DOCTYPE sst [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><sst><si><t>&b;</t></si></sst>',
        ),
      ),
      'import.damaged',
    ],
    [
      'the workbook defines entities',
      zipOf(replaced('xl/workbook.xml', (text) => `<!DOCTYPE x [<!ENTITY a "b">]>${text}`)),
      'import.damaged',
    ],
    [
      'a sheet does not end',
      zipOf(replaced('xl/worksheets/sheet1.xml', (text) => text.replace('</worksheet>', ''))),
      'import.damaged',
    ],
    [
      'the shared texts do not end',
      zipOf(replaced('xl/sharedStrings.xml', (text) => text.replace('</sst>', ''))),
      'import.damaged',
    ],
    [
      'its workbook is another thing',
      zipOf(replaced('xl/workbook.xml', () => '<html/>')),
      'import.damaged',
    ],
    [
      'it is a document',
      zipOf([
        ['word/document.xml', '<x/>'],
        ['[Content_Types].xml', '<Types/>'],
      ]),
      'import.notWorkbook',
    ],
  ])('because %s', async (_, hostile, code) => {
    expect(await outcomeOf(hostile)).toBe(code);
  });

  it('because it unpacks to more than its size allows, whatever it promises', async () => {
    const blank = Buffer.alloc(80 * 1024 * 1024, 0x20);
    const sheet = Buffer.concat([
      Buffer.from('<worksheet><sheetData/>'),
      blank,
      Buffer.from('</worksheet>'),
    ]);
    expect(
      await outcomeOf(
        zipOf(
          replaced('xl/worksheets/sheet1.xml', () => sheet),
          { lie: (_, line) => ({ ...line, unpacked: Math.min(line.unpacked, 1000) }) },
        ),
      ),
    ).toBe('import.tooLarge');
  });

  it('because its rows would not fit into memory', async () => {
    const row = (at: number): string => `<row r="${at}"><c r="XFD${at}"><v>1</v></c></row>`;
    expect(
      await outcomeOf(
        xlsxOf({ sheet: Array.from({ length: 5000 }, (_, at) => row(at + 1)).join('') }),
      ),
    ).toBe('import.tooLarge');
  });
});

describe('watching', () => {
  const big = xlsxOf({
    sheet: Array.from(
      { length: 40_000 },
      (_, at) =>
        `<row><c><v>${at}</v></c><c t="inlineStr"><is><t>第${at * 7919}行</t></is></c></row>`,
    ).join(''),
  });

  it('tells how far it is, up to the end', async () => {
    const told: [number, number][] = [];
    await readWorkbook(big, 'x.xlsx', {
      progress: (done, total) => void told.push([done, total]),
      cancelled: () => false,
    });
    const [last] = told.slice(-1);
    expect(told.length).toBeGreaterThan(3);
    expect(told).toEqual(told.toSorted((a, b) => a[0] - b[0]));
    expect(last?.[0]).toBe(last?.[1]);
  });

  it('stops when it is told to, at the start and in the middle', async () => {
    for (const after of [0, 2]) {
      let asked = 0;
      const reading = readWorkbook(big, 'x.xlsx', {
        progress: () => undefined,
        cancelled: () => asked++ >= after,
      });
      await expect(reading).rejects.toMatchObject({ code: 'import.cancelled' });
    }
  });
});
