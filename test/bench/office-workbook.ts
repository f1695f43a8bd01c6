/**
 * A made project ledger as Excel and LibreOffice write it: styles on every cell, borders, date
 * serials, shared and rich texts, an eighth of the cells blank.
 */
import { createWriteStream, existsSync, mkdirSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { BENCH_UNITS } from './workbook.ts';

const COLUMNS = 30;
const BATCH = 2000;
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** What every reader must find in it. */
export interface Expected {
  readonly rows: number;
  readonly cells: number;
  /** of all numbers, a date as its serial number */
  readonly hundredths: number;
  readonly characters: number;
}

const HEADS = [
  '序号',
  '项目编号',
  '项目名称',
  '投资方',
  '产业',
  '落户园区',
  '建设内容',
  '引进单位',
  '责任单位',
  '责任人',
  '总投资',
  '合同引资',
  '年度计划投资',
  '本年完成投资',
  '累计完成投资',
  '预计产值',
  '预计税收',
  '合同外资（万美元）',
  '实际利用外资（万美元）',
  '占地面积',
  '建筑面积',
  '建筑占地',
  '签约日期',
  '开工日期',
  '计划竣工',
  '计划投产',
  '就业',
  '联系电话',
  '形象进度',
  '备注',
];
const ABOVE = ['全县项目台账（截至2012年9月底）', '单位：万元、亩、㎡'];
const [FIRST_AMOUNT, FIRST_DAY, JOBS] = [10, 22, 26];
/**
 * Of an amount, how many hundredths of the total investment it is: a year's part is no more than
 * the whole.
 */
const PARTS = [100, 90, 30, 20, 50, 150, 10, 5, 3, 7, 40, 11];

/**
 * Eleven texts, twelve amounts, four dates, a count: what stands in a cell; null for a blank one.
 */
function valueOf(
  row: number,
  column: number,
):
  | { readonly text: string }
  | { readonly hundredths: number }
  | { readonly serial: number }
  | null {
  if (column > 2 && (row * 31 + column * 17) % 9 === 0) return null;
  if (column === 0) return { hundredths: (row + 1) * 100 };
  if (column >= FIRST_DAY && column < JOBS)
    return { serial: 40_000 + ((row * 13) % 1500) + 120 * (column - FIRST_DAY) };
  if (column >= FIRST_AMOUNT && column < FIRST_DAY)
    return {
      hundredths: Math.round((((row * 7919) % 90_000) + 101) * (PARTS[column - FIRST_AMOUNT] ?? 1)),
    };
  return column === JOBS ? { hundredths: (row % 900) * 100 } : { text: textOf(row, column) };
}

function textOf(row: number, column: number): string {
  if (column === 1) return `XM2012${String(row).padStart(6, '0')}`;
  if (column === 2) return `第${row}号技术改造项目（${row % 7}期）`;
  if (column === 7 || column === 8) return BENCH_UNITS[(row * column) % BENCH_UNITS.length] ?? '';
  if (column === 27) return `1390000${String(row % 10_000).padStart(4, '0')}`;
  return `${({ 3: '投资公司', 4: '装备制造', 5: '工业园区', 6: '年产生产线', 9: '责任人', 28: '主体工程完工', 29: '说明' } as Readonly<Record<number, string>>)[column] ?? ''}${row % (40 * column)}`;
}

/** The sum of 总投资 over all rows, in 分: what an import must have written. */
export const totalOf = (rows: number): bigint =>
  Array.from({ length: rows }, (_, row) => valueOf(row, FIRST_AMOUNT)).reduce(
    (sum, value) =>
      sum + (value !== null && 'hundredths' in value ? BigInt(value.hundredths) * 10_000n : 0n),
    0n,
  );

/** Writes the workbook once; later runs use the same file. */
export async function officeWorkbook(file: string, rows: number): Promise<Expected> {
  const texts = new Map<string, number>();
  const expected = { rows: rows + 3, cells: COLUMNS + ABOVE.length, hundredths: 0, characters: 0 };
  const indexOf = (text: string): number => {
    const known = texts.get(text) ?? texts.size;
    texts.set(text, known);
    expected.characters += text.length;
    return known;
  };
  const rowXml = (row: number): string => {
    const cells = Array.from({ length: COLUMNS }, (_, column) => {
      const at = `r="${letterOf(column)}${row + 4}"`;
      const value = valueOf(row, column);
      if (value === null) return `<c ${at} s="1"/>`;
      expected.cells += 1;
      if ('text' in value) return `<c ${at} s="1" t="s"><v>${indexOf(value.text)}</v></c>`;
      if ('serial' in value) {
        expected.hundredths += value.serial * 100;
        return `<c ${at} s="3"><v>${value.serial}</v></c>`;
      }
      expected.hundredths += value.hundredths;
      return `<c ${at} s="2"><v>${value.hundredths / 100}</v></c>`;
    });
    return `<row r="${row + 4}" spans="1:${COLUMNS}" ht="15" customHeight="1">${cells.join('')}</row>`;
  };
  const text = (place: string, of: string): string =>
    `<c r="${place}" s="1" t="s"><v>${indexOf(of)}</v></c>`;
  const above = ABOVE.map((of, at) => `<row r="${at + 1}">${text(`A${at + 1}`, of)}</row>`).join(
    '',
  );
  const heads = `${above}<row r="3">${HEADS.map((head, column) => text(`${letterOf(column)}3`, head)).join('')}</row>`;
  const sheet = function* (): Generator<string> {
    yield `${XML}<worksheet xmlns="${MAIN}"><cols><col min="1" max="${COLUMNS}" width="14.5" customWidth="1"/></cols><sheetData>${heads}`;
    for (let row = 0; row < rows; row += BATCH)
      yield Array.from({ length: Math.min(BATCH, rows - row) }, (_, at) => rowXml(row + at)).join(
        '',
      );
    yield '</sheetData><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/></worksheet>';
  };
  const strings = function* (): Generator<string> {
    yield `${XML}<sst xmlns="${MAIN}" uniqueCount="${texts.size}">`;
    // as LibreOffice does, Chinese and Latin in one text are runs of their own
    for (const text of texts.keys())
      yield text.includes('（')
        ? `<si><r><rPr><sz val="11"/><rFont val="宋体"/></rPr><t xml:space="preserve">${text.slice(0, 3)}</t></r><r><t xml:space="preserve">${text.slice(3)}</t></r></si>`
        : `<si><t>${text}</t></si>`;
    yield '</sst>';
  };
  await writeZip(existsSync(file) ? null : file, [
    ['xl/worksheets/sheet1.xml', sheet],
    ['xl/sharedStrings.xml', strings],
    ...smallParts(),
  ]);
  return expected;
}

function smallParts(): [string, () => Iterable<string>][] {
  const border =
    '<border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/><diagonal/></border>';
  const type = (part: string, kind: string): string =>
    `<Override PartName="/xl/${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`;
  const relation = (id: number, kind: string, target: string): string =>
    `<Relationship Id="rId${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`;
  const parts: Record<string, string> = {
    '[Content_Types].xml': `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${type('workbook.xml', 'sheet.main')}${type('worksheets/sheet1.xml', 'worksheet')}${type('sharedStrings.xml', 'sharedStrings')}${type('styles.xml', 'styles')}</Types>`,
    '_rels/.rels': `${XML}<Relationships xmlns="${PACKAGE}">${relation(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="台账" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${XML}<Relationships xmlns="${PACKAGE}">${relation(1, 'worksheet', 'worksheets/sheet1.xml')}${relation(2, 'sharedStrings', 'sharedStrings.xml')}${relation(3, 'styles', 'styles.xml')}</Relationships>`,
    'xl/styles.xml': `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1">${border}</borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf xfId="0"/><xf xfId="0" borderId="0" applyBorder="1"/><xf xfId="0" numFmtId="4" applyNumberFormat="1"/><xf xfId="0" numFmtId="176" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`,
  };
  return Object.entries(parts).map(([name, text]) => [name, () => [text]]);
}

/** A zip by hand, its large part deflated in blocks; null only walks through the parts. */
async function writeZip(
  file: string | null,
  parts: readonly (readonly [string, () => Iterable<string>])[],
): Promise<void> {
  if (file === null) {
    for (const [, make] of parts) for (const _ of make()) void _;
    return;
  }
  mkdirSync(dirname(file), { recursive: true });
  const out = createWriteStream(`${file}.part`);
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, make] of parts) {
    const { packed, sum, size } = packedPart(make());
    const head = Buffer.alloc(42);
    for (const [at, value] of [
      [0, 0x0014],
      [4, 8],
      [10, sum],
      [14, packed.length],
      [18, size],
    ] as const)
      if (at < 10) head.writeUInt16LE(value, at);
      else head.writeUInt32LE(value, at);
    head.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([
      Buffer.from('PK\x03\x04', 'latin1'),
      head.subarray(0, 26),
      Buffer.from(name),
      packed,
    ]);
    head.writeUInt32LE(offset, 38);
    directory.push(
      Buffer.concat([
        Buffer.from('PK\x01\x02\x14\x00', 'latin1'),
        head.subarray(0, 24),
        head.subarray(24, 26),
        Buffer.alloc(10),
        head.subarray(38, 42),
        Buffer.from(name),
      ]),
    );
    offset += local.length;
    if (!out.write(local)) await new Promise<void>((done) => out.once('drain', () => done()));
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  for (const at of [8, 10]) end.writeUInt16LE(parts.length, at);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  await new Promise<void>((done) => out.end(Buffer.concat([list, end]), () => done()));
  renameSync(`${file}.part`, file);
}

function packedPart(texts: Iterable<string>): { packed: Buffer; sum: number; size: number } {
  const whole: Buffer[] = [];
  let [sum, size] = [0, 0];
  for (const text of texts) {
    const bytes = Buffer.from(text);
    sum = crc32(bytes, sum);
    size += bytes.length;
    whole.push(bytes);
  }
  return { packed: deflateRawSync(Buffer.concat(whole, size)), sum, size };
}

const letterOf = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : `A${String.fromCharCode(65 + column - 26)}`;
