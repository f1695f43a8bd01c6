/**
 * Hundreds of broken and hostile files, the same ones in every run: mutations of the samples by a
 * seeded generator, and traps made by hand.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { partsOf, stylesOf, xlsxOf, zipOf, type Part, type Written } from './pack.ts';

export interface Hostile {
  readonly name: string;
  readonly kind: string;
  make(): Uint8Array;
}

const SAMPLES = fileURLToPath(new URL('../../../resources/samples/', import.meta.url));
const MB = 1024 * 1024;
const FLIPPED = 14;
const CUT = 8;
const TORN = 10;

/** Numbers from 0 to below `limit`, the same for the same seed (mulberry32). */
function random(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * limit);
  };
}

export function hostileCases(): readonly Hostile[] {
  const samples = readdirSync(SAMPLES).filter((name) => /\.(xlsx|xls|csv)$/.test(name));
  return [
    ...samples.flatMap((name, at) => mutations(name, 1000 * (at + 1))),
    ...tornParts(),
    ...bombs(),
    ...structures(),
    ...grids(),
  ];
}

/** Bits flipped, ends cut off, blocks torn out, blown up or set to one byte. */
function mutations(name: string, seed: number): readonly Hostile[] {
  const original = (): Buffer => readFileSync(SAMPLES + name);
  const each = (
    kind: string,
    count: number,
    change: (bytes: Buffer, next: (limit: number) => number) => Uint8Array,
  ): Hostile[] =>
    Array.from({ length: count }, (_, at) => ({
      name: `${kind} ${at} ${name}`,
      kind,
      make: () => change(original(), random(seed + at * 31 + kind.length)),
    }));
  return [
    ...each('bits flipped', FLIPPED, (bytes, next) => {
      for (let flips = 1 + next(12); flips > 0; flips--) {
        const at = next(bytes.length);
        bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << next(8)), at);
      }
      return bytes;
    }),
    ...each('cut off', CUT, (bytes, next) => bytes.subarray(0, next(bytes.length))),
    ...each('torn', TORN, (bytes, next) => {
      const at = next(bytes.length);
      const length = 1 + next(Math.min(2000, bytes.length - at));
      const choice = next(3);
      if (choice === 0) return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]);
      if (choice === 1) return bytes.fill([0, 0xff, 0x3c][next(3)] ?? 0, at, at + length);
      return Buffer.concat([
        bytes.subarray(0, at),
        bytes.subarray(at, at + length),
        bytes.subarray(at),
      ]);
    }),
  ];
}

const TABLE: Written = {
  sheet:
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>12.5</v></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>甲</t></is></c><c r="B2"><f>B1*2</f><v>25</v></c></row>',
  texts: '<si><t>项目名称</t></si>',
  styles: stylesOf(14),
};

/**
 * The XML itself mutated, in a zip whose checksums hold: nothing but the scanner stands in between.
 */
function tornParts(): readonly Hostile[] {
  const signs = [
    '<',
    '>',
    '/',
    '"',
    '&',
    '\0',
    '<!--',
    '<![CDATA[',
    ']]>',
    '<?',
    '<c r="',
    '</row>',
    '<row r="99999999">',
    '<v>',
    '&#x110000;',
    '_xD800_',
    '\ufffe',
  ];
  return [
    'xl/worksheets/sheet1.xml',
    'xl/sharedStrings.xml',
    'xl/styles.xml',
    'xl/workbook.xml',
    'xl/_rels/workbook.xml.rels',
    '_rels/.rels',
  ].flatMap((target, part) =>
    Array.from({ length: 12 }, (_, at) => ({
      name: `XML torn ${at} ${target}`,
      kind: 'XML torn',
      make: () => {
        const next = random(77_000 + part * 100 + at);
        const change = (text: string): string => {
          const [from, length] = [next(text.length), next(6) === 0 ? next(200) : next(3)];
          return (
            text.slice(0, from) + (signs[next(signs.length)] ?? '') + text.slice(from + length)
          );
        };
        return zipOf(
          partsOf(TABLE).map(([name, content]): Part => [
            name,
            name === target ? change(change(String(content))) : content,
          ]),
        );
      },
    })),
  );
}

const withPart = (name: string, content: string | Uint8Array): Uint8Array =>
  xlsxOf({ ...TABLE, parts: { [name]: content } });
const sheetXml = (rows: string | Uint8Array): Buffer =>
  Buffer.concat([
    Buffer.from('<worksheet><sheetData>'),
    Buffer.from(rows as Uint8Array),
    Buffer.from('</sheetData></worksheet>'),
  ]);
const filled = (unit: string, size: number): Buffer => Buffer.alloc(size, unit);

function bombs(): readonly Hostile[] {
  const one = (name: string, make: () => Uint8Array): Hostile => ({ name, kind: 'bomb', make });
  const liar = (content: Uint8Array, unpacked: number): Uint8Array =>
    zipOf(partsOf({ ...TABLE, parts: { 'xl/worksheets/sheet1.xml': content } }), {
      lie: (name, line) => (name.includes('sheet1') ? { ...line, unpacked } : line),
    });
  const laughs = (root: string, use: string): string =>
    `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "lol">${Array.from({ length: 12 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join('')}]><${root}>${use}</${root}>`;
  return [
    ...[70, 160].flatMap((size) => [
      one(`${size} MB of spaces`, () =>
        withPart('xl/worksheets/sheet1.xml', sheetXml(filled(' ', size * MB))),
      ),
      one(`${size} MB of one text`, () =>
        withPart(
          'xl/sharedStrings.xml',
          Buffer.concat([
            Buffer.from('<sst><si><t>'),
            filled('lol', size * MB),
            Buffer.from('</t></si></sst>'),
          ]),
        ),
      ),
      one(`${size} MB of empty rows`, () =>
        withPart('xl/worksheets/sheet1.xml', sheetXml(filled('<row/>', size * MB))),
      ),
      one(`${size} MB of cells`, () =>
        withPart(
          'xl/worksheets/sheet1.xml',
          sheetXml(filled('<row><c><v>1</v></c></row>', size * MB)),
        ),
      ),
      one(`${size} MB of texts`, () =>
        withPart(
          'xl/sharedStrings.xml',
          Buffer.concat([
            Buffer.from('<sst>'),
            filled('<si><t>lol</t></si>', size * MB),
            Buffer.from('</sst>'),
          ]),
        ),
      ),
      one(`${size} MB of styles`, () =>
        withPart(
          'xl/styles.xml',
          Buffer.concat([
            Buffer.from('<styleSheet><cellXfs>'),
            filled('<xf numFmtId="1"/>', size * MB),
            Buffer.from('</cellXfs></styleSheet>'),
          ]),
        ),
      ),
      one(`${size} MB of merges`, () =>
        withPart(
          'xl/worksheets/sheet1.xml',
          Buffer.concat([
            sheetXml('<row><c><v>1</v></c></row>').subarray(0, -12),
            filled('<mergeCell ref="A1:B2"/>', size * MB),
            Buffer.from('</worksheet>'),
          ]),
        ),
      ),
      one(`${size} MB said to be 9 bytes`, () => liar(sheetXml(filled('<row/>', size * MB)), 9)),
    ]),
    one('a table said to be 4 GB', () => liar(sheetXml('<row><c><v>1</v></c></row>'), 0xfffffffe)),
    one('an open tag of 100 MB', () =>
      withPart(
        'xl/worksheets/sheet1.xml',
        Buffer.concat([Buffer.from('<worksheet><sheetData><row a="'), filled('x', 100 * MB)]),
      ),
    ),
    one('a comment of 100 MB', () =>
      withPart(
        'xl/worksheets/sheet1.xml',
        Buffer.concat([Buffer.from('<worksheet><!--'), filled('x', 100 * MB)]),
      ),
    ),
    one('an attribute list of 20 MB', () =>
      withPart(
        'xl/workbook.xml',
        Buffer.concat([Buffer.from('<workbook '), filled('a ', 20 * MB), Buffer.from('/>')]),
      ),
    ),
    one('quotes of 20 MB', () =>
      withPart(
        'xl/styles.xml',
        Buffer.concat([Buffer.from('<styleSheet '), filled('"', 20 * MB), Buffer.from('/>')]),
      ),
    ),
    one('many parts of one size', () =>
      zipOf([
        ...partsOf(TABLE),
        ...Array.from({ length: 3000 }, (_, at): Part => [`xl/media/${at}.bin`, 'x']),
      ]),
    ),
    ...['xl/worksheets/sheet1.xml', 'xl/sharedStrings.xml', 'xl/workbook.xml', 'xl/styles.xml'].map(
      (part) =>
        one(`billion laughs in ${part}`, () =>
          withPart(part, laughs('sst', '<si><t>&l12;</t></si>')),
        ),
    ),
    one('an outer entity', () =>
      withPart(
        'xl/sharedStrings.xml',
        '<!DOCTYPE sst [<!ENTITY x SYSTEM "file:///etc/passwd">]><sst><si><t>&x;</t></si></sst>',
      ),
    ),
    one('a bomb inside xlsb', () =>
      zipOf([
        ['xl/workbook.bin', 'x'],
        ['xl/worksheets/sheet1.bin', filled('\0', 200 * MB)],
      ]),
    ),
    one('a bomb inside ods', () =>
      zipOf([
        ['mimetype', 'application/vnd.oasis.opendocument.spreadsheet'],
        ['content.xml', filled('<table:table-row/>', 200 * MB)],
      ]),
    ),
    one('repeated cells in ods', () =>
      zipOf([
        ['mimetype', 'application/vnd.oasis.opendocument.spreadsheet'],
        ['META-INF/manifest.xml', '<manifest/>'],
        [
          'content.xml',
          `<office:document-content><office:body><office:spreadsheet><table:table table:name="a"><table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384" office:value-type="float" office:value="1"><text:p>1</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>`,
        ],
      ]),
    ),
    one('a page with a span of a billion', () =>
      Buffer.from(
        '<html><table><tr><td colspan="1000000000" rowspan="1000000000">1</td></tr></table></html>',
      ),
    ),
    one('a page of open tables', () => filled('<table><tr><td>', 3 * MB)),
    one('a csv of commas', () => filled(',', 60 * MB)),
    one('a csv of quotes', () => filled('a,"', 20 * MB)),
  ];
}

function structures(): readonly Hostile[] {
  const one = (name: string, written: Written): Hostile => ({
    name,
    kind: 'structure',
    make: () => xlsxOf({ ...TABLE, ...written }),
  });
  const named = (name: string): Hostile => ({
    name: `a part named ${name}`,
    kind: 'structure',
    make: () => zipOf([...partsOf(TABLE), [name, 'x']]),
  });
  const target = (value: string): Hostile =>
    one(`a target ${value}`, {
      relations: `<Relationship Id="rId1" Type="x/worksheet" Target="${value}"/>`,
    });
  return [
    ...[
      '../../../../etc/passwd',
      '/etc/passwd',
      'C:\\Windows\\win.ini',
      'xl/worksheets/../../../x',
      'a'.repeat(60_000),
      'nul\0name',
      '.',
      '..',
      '//',
      'con',
    ].map(named),
    ...[
      '../../../../../../etc/passwd',
      'file:///etc/passwd',
      '//server/share/x.xml',
      'http://example.invalid/x.xml',
      '%2e%2e/%2e%2e/x',
      '%zz',
      '',
      '#',
      'worksheets/sheet1.xml?x',
      '../xl/workbook.xml',
      '../_rels/.rels',
    ].map(target),
    ...['99999999', '-1', '1e9', '4294967296', 'NaN', '0.5', ''].map((index) =>
      one(`shared text ${index}`, {
        sheet: `<row r="1"><c r="A1" t="s"><v>${index}</v></c></row>`,
      }),
    ),
    ...['-5', '0', '1048577', '99999999999', 'x', '1e3', ''].map((row) =>
      one(`row ${row}`, { sheet: `<row r="${row}"><c><v>1</v></c></row>` }),
    ),
    ...['A0', 'ZZZZ1', 'XFE1', 'A-1', '1A', 'A1048577', '', 'A1B2', '$A$1'].map((place) =>
      one(`cell ${place}`, { sheet: `<row r="1"><c r="${place}"><v>1</v></c></row>` }),
    ),
    one('styles beyond the list', {
      sheet: '<row><c s="4294967295"><v>1</v></c><c s="-1"><v>2</v></c><c s="x"><v>3</v></c></row>',
    }),
    one('wrong counts', {
      parts: {
        'xl/sharedStrings.xml': '<sst count="4294967295" uniqueCount="-7"><si><t>a</t></si></sst>',
      },
      styles: '<numFmts count="99999"/><cellXfs count="99999"/>',
    }),
    one('deep nesting in the sheet', {
      sheet: `${'<a>'.repeat(200_000)}${'</a>'.repeat(200_000)}`,
    }),
    one('deep nesting in a text', {
      texts: `<si>${'<r>'.repeat(100_000)}<t>a</t>${'</r>'.repeat(100_000)}</si>`,
    }),
    one('deep nesting in the workbook', { workbook: '<x>'.repeat(200_000) }),
    one('formulas in a circle', {
      sheet:
        '<row r="1"><c r="A1"><f>B1+C1</f></c><c r="B1"><f>A1*2</f></c><c r="C1"><f>SUM(A1:C1)</f></c></row>',
    }),
    one('a chain of 100,000 formulas', {
      sheet: Array.from(
        { length: 100_000 },
        (_, at) => `<row r="${at + 1}"><c r="A${at + 1}"><f>A${at + 2}+1</f></c></row>`,
      ).join(''),
    }),
    one('sums over sums', {
      sheet: Array.from(
        { length: 3000 },
        (_, at) =>
          `<row r="${at + 1}"><c r="A${at + 1}"><f>SUM(B1:XFD3000)</f></c><c r="B${at + 1}"><v>1</v></c></row>`,
      ).join(''),
    }),
    one('a formula of brackets', {
      sheet: `<row><c><f>${'('.repeat(30_000)}1${')'.repeat(30_000)}</f></c></row>`,
    }),
    one('a shared formula that is its own master', {
      sheet:
        '<row r="1"><c r="A1"><f t="shared" si="0" ref="A1:XFD1048576">A1</f></c><c r="B1"><f t="shared" si="0"/></c><c r="C1"><f t="shared"/></c></row>',
    }),
    one('2,001 sheets', {
      workbook: `<sheets>${'<sheet name="a" r:id="rId1"/>'.repeat(2001)}</sheets>`,
    }),
    one('1,000 sheets that are one part', {
      workbook: `<sheets>${'<sheet name="a" r:id="rId1"/>'.repeat(1000)}</sheets>`,
    }),
    one('a number format of 100,000 quotes', {
      styles: stylesOf('"'.repeat(100_000)),
      sheet: '<row><c s="1"><v>1</v></c></row>',
    }),
    one('a number of 1 MB', { sheet: `<row><c><v>${'9'.repeat(MB)}</v></c></row>` }),
    one('a reference of 1 MB', { sheet: `<row><c r="${'A'.repeat(MB)}1"><v>1</v></c></row>` }),
    one('columns from 1 to a billion', {
      sheet:
        '<cols><col min="1" max="999999999" width="9" hidden="1"/><col min="-5" max="3"/></cols><sheetData><row><c><v>1</v></c></row></sheetData>',
    }),
    one('merges of everything', {
      sheet:
        '<sheetData><row><c><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/><mergeCell ref="XFD1048576:A1"/><mergeCell ref="A:A"/><mergeCell ref="ZZZ9999999:A1"/></mergeCells>',
    }),
  ];
}

/** Large on paper, small in what they hold. */
function grids(): readonly Hostile[] {
  const one = (name: string, sheet: () => string): Hostile => ({
    name,
    kind: 'grid',
    make: () => xlsxOf({ ...TABLE, sheet: sheet() }),
  });
  const every = (count: number, text: (at: number) => string): string =>
    Array.from({ length: count }, (_, at) => text(at)).join('');
  const validation = (column: string): string =>
    `<dataValidation type="list" sqref="${column}1:${column}1048576"><formula1>"a,b"</formula1></dataValidation>`;
  return [
    one(
      '9 whole-column drop-downs',
      () =>
        `<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData><dataValidations count="9">${[...'ABCDEFGHI'].map(validation).join('')}</dataValidations>`,
    ),
    one(
      '8,000 merges',
      () =>
        `<sheetData>${every(8000, (at) => `<row r="${at + 1}"><c r="A${at + 1}"><v>1</v></c></row>`)}</sheetData><mergeCells>${every(8000, (at) => `<mergeCell ref="A${at + 1}:C${at + 1}"/>`)}</mergeCells>`,
    ),
    one('1,048,576 formatted rows', () =>
      every(
        1_048_576,
        (at) =>
          `<row r="${at + 1}"><c r="A${at + 1}" s="1"/><c r="B${at + 1}" s="1"/><c r="C${at + 1}" s="1"/></row>`,
      ),
    ),
    one('200,000 formatted rows of 26 columns', () =>
      every(200_000, (at) => `<row r="${at + 1}">${'<c s="1"/>'.repeat(26)}</row>`),
    ),
    one('16,384 columns', () => `<row r="1">${every(16_384, (at) => `<c><v>${at}</v></c>`)}</row>`),
    one('16,384 columns in 2,000 rows', () =>
      every(
        2000,
        (at) =>
          `<row r="${at + 1}"><c r="A${at + 1}"><v>1</v></c><c r="XFD${at + 1}"><v>1</v></c></row>`,
      ),
    ),
    one(
      'one cell in the last corner',
      () => '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
    ),
    one('every row hidden', () => every(1_048_576, (at) => `<row r="${at + 1}" hidden="1"/>`)),
  ];
}
