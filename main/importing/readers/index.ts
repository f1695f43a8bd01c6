/** Opens a workbook by what its bytes are, never by its extension. */
import { Fault } from '../../domain/fault.ts';
import type { Workbook } from '../sheet.ts';
import { csvWorkbook, decodeText } from './csv.ts';
import { oleKind, sheetjsWorkbook } from './sheetjs.ts';
import { zipEntries } from './zip.ts';

/** Beyond these a file is not a county's table but an accident or an attack. */
const MOST_BYTES = 200 * 1024 * 1024;
const MOST_UNPACKED = 1024 * 1024 * 1024;
const MOST_RATIO = 400;
const RATIO_FROM = 64 * 1024 * 1024;

/** Reads a whole file already in memory. @throws Fault import.encrypted, import.damaged, import.notWorkbook, import.tooLarge */
export function readWorkbook(bytes: Uint8Array, fileName: string): Workbook {
  if (bytes.length > MOST_BYTES) throw tooLarge(fileName, bytes.length);
  if (starts(bytes, [0x50, 0x4b])) return readZip(bytes, fileName);
  if (starts(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return readOle(bytes, fileName);
  // BIFF before the container of Excel 97: a bare stream that begins with BOF
  if (bytes[0] === 0x09 && [0x00, 0x02, 0x04, 0x08].includes(bytes[1] ?? -1) && (bytes[2] ?? 0) <= 8) return damagedUnless(fileName, () => sheetjsWorkbook(bytes, 'biff'));
  const text = decodeText(bytes);
  if (text === null || /^\s*(?:$|[[{])/.test(text)) throw new Fault('import.notWorkbook', { file: fileName });
  if (/^\s*(<!doctype html|<html|<table|<\?xml|<meta|<head|mime-version:)/i.test(text)) return damagedUnless(fileName, () => sheetjsWorkbook(text, 'text'));
  if (!/[,\t]/.test(text.slice(0, 4000))) throw new Fault('import.notWorkbook', { file: fileName });
  return csvWorkbook(text, baseName(fileName));
}

function readZip(bytes: Uint8Array, fileName: string): Workbook {
  const entries = zipEntries(bytes);
  if (entries === null) throw new Fault('import.damaged', { file: fileName });
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  if (unpacked > MOST_UNPACKED || (unpacked > RATIO_FROM && unpacked > bytes.length * MOST_RATIO)) throw tooLarge(fileName, unpacked);
  const known = entries.some((entry) => /(^|[\\/])workbook\.(xml|bin)$/.test(entry.name) || entry.name === 'content.xml');
  if (!known) throw new Fault('import.notWorkbook', { file: fileName });
  return damagedUnless(fileName, () => sheetjsWorkbook(bytes, 'zip'));
}

function readOle(bytes: Uint8Array, fileName: string): Workbook {
  const kind = damagedUnless(fileName, () => oleKind(bytes));
  if (kind === 'encrypted') throw new Fault('import.encrypted', { file: fileName });
  if (kind === 'other') throw new Fault('import.notWorkbook', { file: fileName });
  return damagedUnless(fileName, () => sheetjsWorkbook(bytes, 'biff'));
}

/** What the library throws on a broken file has no meaning for anyone but its authors, save that a password is wanted. */
function damagedUnless<T>(fileName: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    const text = error instanceof Error ? error.message : '';
    throw /password|encrypt/i.test(text) ? new Fault('import.encrypted', { file: fileName }) : new Fault('import.damaged', { file: fileName });
  }
}

const tooLarge = (file: string, size: number): Fault => new Fault('import.tooLarge', { file, megabytes: Math.ceil(size / 1024 / 1024) });
const starts = (bytes: Uint8Array, magic: readonly number[]): boolean => magic.every((byte, at) => bytes[at] === byte);
const baseName = (fileName: string): string => (fileName.split(/[\\/]/).at(-1) ?? fileName).replace(/\.[^.]*$/, '');
