/**
 * Zips and workbooks written by hand, byte by byte, so that every trap can be set; nothing here
 * comes from the readers under test.
 */
import { crc32, deflateRawSync } from 'node:zlib';

export interface Packing {
  readonly stored?: boolean;
  /** sizes and checksum behind the data, zeroes before it */
  readonly descriptor?: boolean;
  /** sizes and places in the extra fields of zip64 */
  readonly zip64?: boolean;
  /** bytes before the zip */
  readonly before?: Uint8Array;
  /** a last word on each part's lines in the directory */
  readonly lie?: (name: string, line: Line) => Line;
}
/** A line of the directory. */
export interface Line {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
}
export type Part = readonly [name: string, content: string | Uint8Array];

const u16 = (...values: number[]): Buffer => Buffer.from(Uint16Array.from(values).buffer);
const u32 = (...values: number[]): Buffer => Buffer.from(Uint32Array.from(values).buffer);
const u64 = (...values: number[]): Buffer =>
  Buffer.from(BigUint64Array.from(values, (value) => BigInt(value)).buffer);
const MARK = 0xffffffff;

export function zipOf(parts: readonly Part[], packing: Packing = {}): Buffer {
  const {
    stored = false,
    descriptor = false,
    zip64 = false,
    before = new Uint8Array(),
    lie = (_, line) => line,
  } = packing;
  const pieces: Uint8Array[] = [before];
  const lines: Line[] = [];
  let offset = 0;
  const put = (...added: Buffer[]): void => {
    for (const one of added) offset += one.length;
    pieces.push(...added);
  };
  for (const [name, content] of parts) {
    const bytes = Buffer.from(content as Uint8Array);
    const packed = stored ? bytes : deflateRawSync(bytes);
    const line: Line = {
      name,
      flags: descriptor ? 8 : 0,
      method: stored ? 0 : 8,
      crc: crc32(bytes),
      packed: packed.length,
      unpacked: bytes.length,
      offset,
    };
    const [crc, packedSize, size] = descriptor ? [0, 0, 0] : [line.crc, line.packed, line.unpacked];
    put(
      u32(0x04034b50),
      u16(20, line.flags, line.method, 0, 0),
      u32(crc, packedSize, size),
      u16(Buffer.byteLength(name), 0),
      Buffer.from(name),
      packed,
    );
    if (descriptor) put(u32(0x08074b50, line.crc, line.packed, line.unpacked));
    lines.push(lie(name, line));
  }
  const start = offset;
  for (const line of lines) {
    const name = Buffer.from(line.name);
    const extra = zip64
      ? Buffer.concat([u16(1, 24), u64(line.unpacked, line.packed, line.offset)])
      : Buffer.alloc(0);
    const sizes = zip64 ? [MARK, MARK] : [line.packed, line.unpacked];
    put(
      u32(0x02014b50),
      u16(20, 20, line.flags, line.method, 0, 0),
      u32(line.crc, ...sizes),
      u16(name.length, extra.length, 0, 0, 0),
      u32(0, zip64 ? MARK : line.offset),
      name,
      extra,
    );
  }
  const size = offset - start;
  if (zip64) {
    const end = offset;
    put(
      u32(0x06064b50),
      u64(44),
      u16(45, 45),
      u32(0, 0),
      u64(lines.length, lines.length, size, start),
    );
    put(u32(0x07064b50, 0), u64(end), u32(1));
  }
  const count = zip64 ? 0xffff : lines.length;
  put(
    u32(0x06054b50),
    u16(0, 0, count, count),
    u32(zip64 ? MARK : size, zip64 ? MARK : start),
    u16(0),
  );
  return Buffer.concat(pieces);
}

const MAIN =
  'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

export interface Written {
  /** the content of <worksheet>; a text without <sheetData> is its rows */
  readonly sheet?: string;
  /** the items of the shared texts */
  readonly texts?: string;
  /** the content of <styleSheet> */
  readonly styles?: string;
  /** the content of <workbook> */
  readonly workbook?: string;
  /** instead of the relations of the workbook */
  readonly relations?: string;
  /** parts added, or put in place of those of the same name; null takes one away */
  readonly parts?: Readonly<Record<string, string | Uint8Array | null>>;
}

export const relation = (id: string, kind: string, target: string, office = OFFICE): string =>
  `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`;
export const relations = (...all: string[]): string =>
  `<Relationships xmlns="${PACKAGE}">${all.join('')}</Relationships>`;

export function partsOf({
  sheet = '',
  texts = '',
  styles = '',
  workbook,
  relations: given,
  parts = {},
}: Written): Part[] {
  const body = sheet.includes('sheetData') ? sheet : `<sheetData>${sheet}</sheetData>`;
  const all: Record<string, string | Uint8Array | null> = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    '_rels/.rels': relations(relation('rId1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `<workbook ${MAIN}>${workbook ?? '<sheets><sheet name="甲" sheetId="1" r:id="rId1"/></sheets>'}</workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      given ??
        relation('rId1', 'worksheet', 'worksheets/sheet1.xml') +
          relation('rId2', 'sharedStrings', 'sharedStrings.xml') +
          relation('rId3', 'styles', 'styles.xml'),
    ),
    'xl/worksheets/sheet1.xml': `<?xml version="1.0" encoding="UTF-8"?>\n<worksheet ${MAIN}>${body}</worksheet>`,
    'xl/sharedStrings.xml': `<sst ${MAIN}>${texts}</sst>`,
    'xl/styles.xml': `<styleSheet ${MAIN}>${styles}</styleSheet>`,
    ...parts,
  };
  return Object.entries(all).flatMap(([name, content]): Part[] =>
    content === null ? [] : [[name, content]],
  );
}

export const xlsxOf = (written: Written, packing: Packing = {}): Buffer =>
  zipOf(partsOf(written), packing);

/**
 * The styles of cells: one xf for each number format, by id or by its own code; style 0 is General.
 */
export function stylesOf(...formats: (number | string)[]): string {
  const own = formats.filter((one) => typeof one === 'string');
  const escaped = (text: string): string =>
    text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  const ids = formats.map((one) => (typeof one === 'number' ? one : 164 + own.indexOf(one)));
  return `<numFmts>${own.map((one, at) => `<numFmt numFmtId="${164 + at}" formatCode="${escaped(one)}"/>`).join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${ids.map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs><dxfs><dxf><numFmt numFmtId="164" formatCode="yyyy"/></dxf></dxfs>`;
}
