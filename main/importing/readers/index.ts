/**
 * Opens a workbook by what its bytes are, never by its extension: our reader first, SheetJS for
 * what it does not know.
 */
import { Fault } from '../../domain/fault.ts';
import { isOpenDocument, otherFileOf } from '../../domain/other-file.ts';
import type { Workbook } from '../sheet/sheet.ts';
import { UNWATCHED, type Watch } from '../sheet/watch.ts';
import { csvWorkbook, decodeText } from './csv.ts';
import { measuredStream } from './inflate.ts';
import { MOST_BYTES, MOST_SHEETJS, MOST_TEXT } from './limits.ts';
import { inThread } from './sheetjs-thread.ts';
import { tooLarge, Trouble } from './trouble.ts';
import { readXlsx } from './xlsx.ts';
import { openZip, type Zip } from './zip.ts';

/**
 * Reads a whole file already in memory; `watch` hears of bytes and may cancel.
 * @throws Fault import.encrypted, import.damaged, import.notWorkbook, import.tooLarge,
 * import.lockFile, import.cancelled
 */
export async function readWorkbook(
  bytes: Uint8Array,
  fileName: string,
  watch: Watch = UNWATCHED,
): Promise<Workbook> {
  try {
    return await read(bytes, fileName, watch);
  } catch (error) {
    if (error instanceof Trouble) throw faultOf(error, fileName, bytes);
    // a count in a broken file that no buffer can hold
    if (error instanceof RangeError) throw new Fault('import.damaged', { file: fileName });
    throw error;
  }
}

/**
 * A file that Excel, WPS or LibreOffice leaves beside an open workbook; it holds a user's name and
 * no table.
 */
export const isLockFile = (fileName: string): boolean =>
  /^(?:~\$|\.~lock\.|\.~)/.test(fileName.split(/[\\/]/).at(-1) ?? '');

async function read(bytes: Uint8Array, fileName: string, watch: Watch): Promise<Workbook> {
  if (isLockFile(fileName)) throw new Fault('import.lockFile', { file: fileName });
  if (bytes.length > MOST_BYTES) throw tooLarge('the file', bytes.length);
  if (starts(bytes, [0x50, 0x4b])) return fromZip(bytes, watch);
  if (starts(bytes, [0xd0, 0xcf, 0x11, 0xe0]))
    return inThread({ input: bytes, from: 'ole' }, watch);
  // BIFF before the container of Excel 97: a bare stream that begins with BOF
  if (
    bytes[0] === 0x09 &&
    [0x00, 0x02, 0x04, 0x08].includes(bytes[1] ?? -1) &&
    (bytes[2] ?? 0) <= 8
  )
    return inThread({ input: bytes, from: 'biff' }, watch);
  if (bytes.length > MOST_TEXT) throw tooLarge('the text', bytes.length);
  const text = decodeText(bytes);
  if (text === null || /^\s*(?:$|[[{])/.test(text))
    throw new Trouble('notWorkbook', 'no text of a table');
  if (/^\s*(<!doctype html|<html|<table|<\?xml|<meta|<head|mime-version:|ID;P)/i.test(text))
    return handedOver(
      await inThread({ input: text, from: 'text' }, watch),
      '网页或其他文本格式的表',
    );
  const table = csvWorkbook(text, baseName(fileName), watch);
  if (table === null) throw new Trouble('notWorkbook', 'no separators');
  return table;
}

async function fromZip(bytes: Uint8Array, watch: Watch): Promise<Workbook> {
  const zip = openZip(bytes);
  const { entries } = zip;
  if (
    entries.some(
      (entry) =>
        /(^|\/)workbook[^/]*\.xml$/i.test(entry.name) || /^_rels\/\.rels$/i.test(entry.name),
    )
  ) {
    try {
      return await readXlsx(zip, watch);
    } catch (error) {
      if (!(error instanceof Trouble) || error.kind !== 'unfamiliar') throw error;
    }
  }
  if (!holdsWorkbook(zip)) throw new Trouble('notWorkbook', 'a zip of something else');
  await measuredStream(zip, MOST_SHEETJS);
  return handedOver(await inThread({ input: bytes, from: 'zip' }, watch), '不常见的表格格式');
}

const holdsWorkbook = ({ entries }: Zip): boolean =>
  entries.some(
    (entry) => /(^|\/)workbook[^/]*\.(xml|bin)$/i.test(entry.name) || entry.name === 'content.xml',
  );
const handedOver = (workbook: Workbook, what: string): Workbook => ({
  ...workbook,
  notes: [...workbook.notes, `${what}，由备用读取程序读出，请多核对。`],
});

function faultOf(trouble: Trouble, file: string, bytes: Uint8Array): Fault {
  switch (trouble.kind) {
    case 'encrypted':
      return new Fault('import.encrypted', { file });
    case 'notWorkbook': {
      const what = otherFileOf(bytes);
      return new Fault('import.notWorkbook', { file, ...(what === null ? {} : { what }) });
    }
    case 'tooLarge':
      return new Fault('import.tooLarge', {
        file,
        megabytes: Math.ceil(trouble.size / 1024 / 1024),
      });
    case 'damaged':
    case 'unfamiliar':
      return isOpenDocument(bytes)
        ? new Fault('import.notWorkbook', { file, what: 'ods' })
        : new Fault('import.damaged', { file });
  }
}

const starts = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, at) => bytes[at] === byte);
const baseName = (fileName: string): string =>
  (fileName.split(/[\\/]/).at(-1) ?? fileName).replace(/\.[^.]*$/, '');
