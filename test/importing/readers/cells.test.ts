/**
 * Cells of hand-written worksheets: every type, every way to write a text, places that are not
 * said, formulas without a result.
 */
import { describe, expect, it } from 'vitest';
import { readWorkbook } from '../../../main/importing/readers/index.ts';
import { cellKey } from '../../../main/importing/sheet/sheet.ts';
import { stylesOf, xlsxOf } from './pack.ts';
import { cellsOf, outcomeOf, sheetOf } from './read.ts';

describe('types', () => {
  it('reads numbers exactly, however they are written', async () => {
    const written = [
      '1',
      '-2.50',
      '0.1',
      '123456789012345',
      '0.30000000000000004',
      '1.7976931348623157E+308',
      '5e-324',
      '+7',
      ' 12 ',
      '-0',
      '9007199254740993',
      '.5',
      '3.',
    ];
    const [row] = await cellsOf({
      sheet: `<row r="1">${written.map((one) => `<c><v>${one}</v></c>`).join('')}</row>`,
    });
    expect(row).toEqual([
      1, -2.5, 0.1, 123456789012345, 0.30000000000000004, 1.7976931348623157e308, 5e-324, 7, 12, 0,
      9007199254740992, 0.5, 3,
    ]);
  });

  it('keeps what is no number as the text that it is, and never 0x10 or 1e999 as one', async () => {
    expect(
      await cellsOf({
        sheet:
          '<row r="1"><c><v>0x10</v></c><c><v>1e999</v></c><c><v>abc</v></c><c t="n"><v>1,5</v></c><c><v/></c><c t="zz"><v>8</v></c></row>',
      }),
    ).toEqual([['0x10', '1e999', 'abc', '1,5', null, '8']]);
  });

  it('reads truth, errors, formula texts, inline texts and ISO dates', async () => {
    expect(
      await cellsOf({
        sheet:
          '<row r="1"><c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#DIV/0!</v></c><c t="str"><f>A1&amp;"x"</f><v>甲&amp;乙</v></c><c t="inlineStr"><is><t>行内</t></is></c><c t="d"><v>2024-01-01</v></c><c t="d"><v>2009-10-12T13:30:00Z</v></c><c t="d"><v>年底</v></c></row>',
      }),
    ).toEqual([
      [
        true,
        false,
        { error: '#DIV/0!' },
        '甲&乙',
        '行内',
        { day: '2024-01-01' },
        { day: '2009-10-12', time: '13:30:00' },
        '年底',
      ],
    ]);
  });

  it('refuses a shared text that is not there', async () => {
    for (const index of ['7', '-1', '99999999999', '0.5', 'x'])
      expect(
        await outcomeOf(
          xlsxOf({
            sheet: `<row r="1"><c t="s"><v>${index}</v></c></row>`,
            texts: '<si><t>甲</t></si>',
          }),
        ),
      ).toBe('import.damaged');
  });
});

describe('texts', () => {
  const shared = async (item: string): Promise<unknown> =>
    (
      await cellsOf({ sheet: '<row r="1"><c t="s"><v>0</v></c><c><v>1</v></c></row>', texts: item })
    )[0]?.[0];
  const inline = async (item: string): Promise<unknown> =>
    (
      await cellsOf({
        sheet: `<row r="1"><c t="inlineStr"><is>${item}</is></c><c><v>1</v></c></row>`,
      })
    )[0]?.[0];

  it.each([
    [
      'runs put together',
      '<r><rPr><b/></rPr><t>总</t></r><r><t xml:space="preserve"> 投资</t></r>',
      '总 投资',
    ],
    [
      'without phonetic runs',
      '<t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/>',
      '東京',
    ],
    [
      'without phonetic runs between runs',
      '<r><t>東</t></r><rPh sb="0" eb="1"><t>トウ</t></rPh><r><t>京</t></r>',
      '東京',
    ],
    [
      'entities',
      '<t>&lt;甲&gt; &amp;amp; &#39033;&#x76ee; &quot;&apos;&unknown;</t>',
      '<甲> &amp; 项目 "\'&unknown;',
    ],
    ['CDATA', '<t>a<![CDATA[<b> & ]]>c</t>', 'a<b> & c'],
    ['comments inside', '<t>前<!-- </t> --> 后</t>', '前 后'],
    ['escaped signs', '<t>一_x000D_\n二_x0009_三_x005F_x000D_</t>', '一\n二\t三_x000D_'],
    ['a line end of Windows', '<t>一\r\n二</t>', '一\n二'],
    ['spaces kept', '<t xml:space="preserve">  前后  </t>', '  前后  '],
    ['attributes in any quotes', "<t xml:space = 'preserve' >甲</t>", '甲'],
    ['an empty text', '<t/>', null],
  ])('shared and inline: %s', async (_, item, wanted) => {
    expect([await shared(`<si>${item}</si>`), await inline(item)]).toEqual([wanted, wanted]);
  });

  it('counts an empty item, and does not believe the counts', async () => {
    const bytes = xlsxOf({
      sheet: '<row r="1"><c t="s"><v>1</v></c><c t="s"><v>2</v></c></row>',
      parts: {
        'xl/sharedStrings.xml':
          '<sst count="9999999" uniqueCount="1"><si><t>零</t></si><si/><si><t>二</t></si></sst>',
      },
    });
    expect((await sheetOf(bytes)).rows).toEqual([[null, '二']]);
  });
});

describe('places', () => {
  it('counts rows and cells that do not say where they are', async () => {
    expect(
      await cellsOf({
        sheet:
          '<row><c><v>1</v></c><c><v>2</v></c></row><row><c r="B2"><v>3</v></c><c><v>4</v></c></row><row r="5"><c><v>5</v></c></row><row><c r="A7"><v>6</v></c></row>',
      }),
    ).toEqual([[1, 2], [null, 3, 4], [], [], [5], [], [6]]);
  });

  it('reads prefixed tags, and any order of attributes', async () => {
    const sheet = `<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:cols><x:col min="2" max="2" hidden="true"/></x:cols><x:sheetData><x:row r="1"><x:c t="s" r='A1'><x:v>0</x:v></x:c><x:c s = "0" r = "B1"><x:f>A1</x:f></x:c><x:c t="inlineStr"><x:is><x:r><x:t>丙</x:t></x:r></x:is></x:c></x:row></x:sheetData><x:mergeCells><x:mergeCell ref="A1:B1"/></x:mergeCells></x:worksheet>`;
    const read = await sheetOf(
      xlsxOf({
        texts: '',
        parts: {
          'xl/worksheets/sheet1.xml': sheet,
          'xl/sharedStrings.xml': '<x:sst xmlns:x="m"><x:si><x:t>甲</x:t></x:si></x:sst>',
        },
      }),
    );
    expect(read).toMatchObject({
      rows: [['甲', { formula: 'A1' }, '丙']],
      hiddenColumns: new Set([1]),
      merges: [{ top: 0, left: 0, bottom: 0, right: 1 }],
    });
  });

  it('takes rows and cells in any order, the later of two', async () => {
    expect(
      await cellsOf({
        sheet:
          '<row r="3"><c r="B3"><v>3</v></c><c r="A3"><v>2</v></c></row><row r="1"><c r="A1"><v>1</v></c></row><row r="3"><c r="C3"><v>4</v></c><c r="A3"><v>9</v></c></row>',
      }),
    ).toEqual([[1], [], [9, 3, 4]]);
  });

  it.each([
    '<row r="0"><c><v>1</v></c></row>',
    '<row r="-3"/>',
    '<row r="1048577"/>',
    '<row r="1.5"/>',
    '<row r="1"><c r="XFE1"><v>1</v></c></row>',
    '<row r="1"><c r="A2"><v>1</v></c></row>',
    '<row r="1"><c r="1"><v>1</v></c></row>',
    '<row r="1"><c r="A-1"><v>1</v></c></row>',
    '<row r="1"><c r="A1"><v>1</v>',
    '<row r="1"><c r="A1"><v>1</v><c r="B1"/></row>',
  ])('refuses %s', async (row) => {
    expect(await outcomeOf(xlsxOf({ sheet: row }))).toBe('import.damaged');
  });

  it('leaves controls and their anchors alone, which have columns and rows of their own', async () => {
    expect(
      await cellsOf({
        sheet:
          '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData><controls><control><anchor><from><xdr:col>3</xdr:col><xdr:row>9</xdr:row></from></anchor></control></controls><dataValidations count="1"><dataValidation type="list" sqref="A1:A1048576 XFD1:XFD1048576"><formula1>"a>b,c"</formula1></dataValidation></dataValidations>',
      }),
    ).toEqual([[1]]);
  });
});

describe('formulas', () => {
  it('keeps a formula only where no result is held; an empty text is a result', async () => {
    expect(
      await cellsOf({
        sheet:
          '<row r="1"><c><f>IF(A2,1,2)</f><v>5</v></c><c t="str"><f>IF(A2,"","x")</f><v></v></c><c><f>IF(A2,1,2)</f></c><c><f>IF(A2,3,4)</f><v></v></c><c t="str"><f>"a"</f></c></row>',
      }),
    ).toEqual([
      [5, null, { formula: 'IF(A2,1,2)' }, { formula: 'IF(A2,3,4)' }, { formula: '"a"' }],
    ]);
  });

  it('moves a shared formula to its cells, and computes what is plain', async () => {
    const shared = (cell: string, more = '') =>
      `<c r="${cell}"><f t="shared" si="0"${more === '' ? '/>' : ` ref="C1:C3">${more}</f>`}</c>`;
    expect(
      await cellsOf({
        sheet: `<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>10</v></c>${shared('C1', 'A1+B1*2')}</row><row r="2"><c r="A2"><v>2</v></c><c r="B2"><v>20</v></c>${shared('C2')}</row><row r="3"><c r="D3"><f t="shared" si="1" ref="D3:E4">IF(LOG10($A3)&gt;B$1,"A1",'表A1'!C3)</f></c></row><row r="4"><c r="E4"><f si="1" t="shared"/></c><c r="F4"><f t="array" ref="F4:F5">TRANSPOSE(A1:B1)</f></c><c r="G4"><f t="shared" si="77"/></c></row>`,
      }),
    ).toEqual([
      [1, 10, 21],
      [2, 20, 42],
      [null, null, null, { formula: `IF(LOG10($A3)>B$1,"A1",'表A1'!C3)` }],
      [
        null,
        null,
        null,
        null,
        { formula: `IF(LOG10($A4)>C$1,"A1",'表A1'!D4)` },
        { formula: 'TRANSPOSE(A1:B1)' },
        { formula: '' },
      ],
    ]);
  });

  it('survives formulas that lean on each other', async () => {
    expect(await cellsOf({ sheet: '<row r="1"><c><f>B1</f></c><c><f>A1+1</f></c></row>' })).toEqual(
      [[{ formula: 'B1' }, { formula: 'A1+1' }]],
    );
  });
});

describe('dates and number formats', () => {
  const FORMATS = [
    'yyyy"年"m"月"',
    '[$-804]yyyy"年"m"月"d"日";@',
    '[DBNum1][$-804]yyyy"年"m"月"',
    'm/d',
    'h:mm',
    '[h]:mm',
    '0.00"亿元"',
    '0!.0,"万"',
    '"day"0',
    '[Red]0',
    '#,##0.00_);\\(#,##0.00\\)',
    'General',
    '上午/下午h"时"',
  ];
  const styles = stylesOf(14, 31, 57, 22, ...FORMATS, 9);
  const one = async (style: number, value = '45292'): Promise<unknown> =>
    (
      await cellsOf({
        styles,
        sheet: `<row r="1"><c r="A1" s="${style}"><v>${value}</v></c></row>`,
      })
    )[0]?.[0];

  it('takes a number for a day by its format alone', async () => {
    for (const style of [1, 2, 3, 4, 5, 6, 7, 8, 9, 17])
      expect([style, await one(style)]).toEqual([style, { day: '2024-01-01' }]);
    for (const style of [0, 10, 11, 12, 13, 14, 15, 16, 18, 999])
      expect([style, await one(style)]).toEqual([style, 45292]);
    expect([
      await one(4, '40098.5625'),
      await one(1, '59'),
      await one(1, '61'),
      await one(1, '-1'),
      await one(9, '0.5'),
      await one(1, '40098.9999999'),
    ]).toEqual([
      { day: '2009-10-12', time: '13:30:00' },
      { day: '1900-02-28' },
      { day: '1900-03-01' },
      -1,
      0.5,
      { day: '2009-10-13' },
    ]);
  });

  it('counts from 1904 where the workbook does', async () => {
    const workbook =
      '<workbookPr date1904="true"/><sheets><sheet name="甲" sheetId="1" r:id="rId1"/></sheets>';
    expect(
      await cellsOf({
        styles,
        workbook,
        sheet: '<row r="1"><c s="1"><v>43830</v></c><c><v>43830</v></c></row>',
      }),
    ).toEqual([[{ day: '2024-01-01' }, 43830]]);
  });

  it('tells the format of each cell, and which are in use', async () => {
    const { formats } = await sheetOf(
      xlsxOf({
        styles,
        sheet:
          '<row r="2"><c r="B2" s="11"><v>1</v></c><c r="C2"><v>2</v></c><c r="D2" s="12"><v>3</v></c></row><row r="3"><c r="A3" s="18"/><c r="B3" s="18"><v>0.5</v></c></row>',
      }),
    );
    expect(
      [
        cellKey(1, 1),
        cellKey(1, 2),
        cellKey(1, 3),
        cellKey(2, 0),
        cellKey(2, 1),
        cellKey(0, 0),
        cellKey(1, 9),
      ].map((key) => formats.get(key)),
    ).toEqual(['0.00"亿元"', undefined, '0!.0,"万"', undefined, '0%', undefined, undefined]);
    expect([...formats.values()].toSorted()).toEqual(['0!.0,"万"', '0%', '0.00"亿元"']);
  });
});

describe('sheets', () => {
  it('keeps merges of filled rows, what is hidden, and widths', async () => {
    const sheet = await sheetOf(
      xlsxOf({
        sheet:
          '<cols><col min="1" max="1" width="20.5"/><col min="3" max="16384" hidden="1" width="0"/></cols><sheetData><row r="1" hidden="1"><c><v>1</v></c></row><row r="2"><c><v>2</v></c></row><row r="3" hidden="1"/></sheetData><mergeCells><mergeCell ref="A1:B9"/><mergeCell ref="A2"/><mergeCell ref="D5:E6"/><mergeCell ref="$B$2:$C$2"/></mergeCells>',
      }),
    );
    expect(sheet).toMatchObject({
      rows: [[1], [2]],
      hiddenRows: new Set([0]),
      merges: [
        { top: 0, left: 0, bottom: 1, right: 1 },
        { top: 1, left: 1, bottom: 1, right: 2 },
      ],
    });
    expect([sheet.hiddenColumns.size, sheet.hiddenColumns.has(16383), sheet.widths.get(0)]).toEqual(
      [16382, true, 20.5],
    );
  });

  it('sees nothing in a million rows that are only formatted', async () => {
    const rows = Array.from(
      { length: 1_048_575 },
      (_, at) => `<row r="${at + 2}" s="1" customFormat="1"><c r="A${at + 2}" s="1"/></row>`,
    ).join('');
    const bytes = xlsxOf({
      styles: stylesOf(14),
      sheet: `<row r="1"><c><v>1</v></c></row>${rows}`,
    });
    expect((await sheetOf(bytes)).rows).toEqual([[1]]);
  });

  it('says which sheets it did not read, and keeps the order of the others', async () => {
    const workbook =
      '<sheets><sheet name="图" sheetId="1" r:id="c"/><sheet name="乙" sheetId="2" state="veryHidden" r:id="s"/><sheet name="缺" sheetId="3" r:id="none"/><sheet name="丢" sheetId="4" r:id="gone"/></sheets>';
    const relation = (id: string, kind: string, target: string) =>
      `<Relationship Id="${id}" Type="x/${kind}" Target="${target}"/>`;
    const book = await readWorkbook(
      xlsxOf({
        workbook,
        relations:
          relation('c', 'chartsheet', 'chartsheets/sheet1.xml') +
          relation('s', 'worksheet', 'worksheets/sheet1.xml') +
          relation('gone', 'worksheet', 'worksheets/sheet9.xml'),
        sheet: '<row><c><v>1</v></c></row>',
        parts: { 'xl/chartsheets/sheet1.xml': '<chartsheet/>' },
      }),
      'x.xlsx',
    );
    expect(book.sheets.map((sheet) => [sheet.name, sheet.hidden, sheet.rows])).toEqual([
      ['乙', true, [[1]]],
    ]);
    expect(book.notes).toEqual([
      '工作表“图”是图表，没有读。',
      '工作表“缺”的内容不在文件里，没有读。',
      '工作表“丢”的内容不在文件里，没有读。',
    ]);
  });
});
