/**
 * Our own reader of .xlsx and .xlsm: parts found by their relations, sheets scanned as bytes while
 * they are unpacked.
 */
import { computeFormulas } from './formula.ts';
import type { SourceSheet, Workbook } from '../sheet/sheet.ts';
import { stopIfCancelled, type Watch } from '../sheet/watch.ts';
import type { CellContext } from './cell-scanner.ts';
import { piecesInUtf8, textInUtf8 } from './encoding.ts';
import { feed } from './feed.ts';
import { Meter, piecesOf, wholeOfEntry } from './inflate.ts';
import { workbookPartsOf, type WorkbookParts, type SheetPart } from './package.ts';
import { Purse } from './purse.ts';
import { SharedStrings } from './shared-strings.ts';
import { SheetScanner } from './sheet-scanner.ts';
import { PLAIN, stylesIn } from './styles.ts';
import { damagedFile } from './trouble.ts';
import type { Zip, ZipEntry } from './zip.ts';

/**
 * Reads the workbook of a zip; `watch` hears of packed bytes.
 * @throws Trouble unfamiliar where another reader may know the package, damaged, encrypted,
 * tooLarge; Fault import.cancelled
 */
export async function readXlsx(zip: Zip, watch: Watch): Promise<Workbook> {
  const meter = new Meter(zip.bytes.length);
  const purse = new Purse();
  const parts = await workbookPartsOf(zip, meter);
  const pieces = piecesWatched(zip, parts, meter, watch);
  const styles =
    parts.styles === null
      ? PLAIN
      : stylesIn(await textInUtf8(await wholeOfEntry(zip, parts.styles, meter)));
  const strings = new SharedStrings(purse);
  if (parts.strings !== null) await feed(pieces(parts.strings), strings);
  const context: CellContext = {
    texts: strings.texts,
    struckTexts: strings.struck,
    styles,
    since1904: parts.since1904,
  };
  const sheets: SourceSheet[] = [];
  const notes: string[] = [];
  for (const part of parts.sheets) {
    if (part.kind !== 'worksheet' || part.entry === null) {
      notes.push(unread(part));
      continue;
    }
    const scanner = new SheetScanner(context, purse);
    await feed(pieces(part.entry), scanner);
    if (scanner.unknown) computeFormulas(scanner.rows);
    sheets.push(scanner.sheet(part.name, part.hidden));
  }
  if (
    sheets.length === 0 &&
    parts.sheets.some((part) => part.kind === null || part.kind === 'worksheet')
  )
    throw damagedFile('no sheet is there');
  return { sheets, notes, ...(parts.keywords === '' ? {} : { keywords: parts.keywords }) };
}

/** The pieces of a large part, telling how far the whole file is before each of them. */
function piecesWatched(
  zip: Zip,
  parts: WorkbookParts,
  meter: Meter,
  watch: Watch,
): (entry: ZipEntry) => AsyncIterable<Buffer> {
  const large = [
    parts.strings,
    ...parts.sheets.map((sheet) => (sheet.kind === 'worksheet' ? sheet.entry : null)),
  ].filter((entry) => entry !== null);
  const total = large.reduce((sum, entry) => sum + entry.packed, 0);
  let before = 0;
  return (entry) => {
    const start = before;
    before += entry.packed;
    return piecesInUtf8(
      piecesOf(zip, entry, meter, (packed) => {
        stopIfCancelled(watch);
        watch.progress(start + packed, total);
      }),
    );
  };
}

const UNREAD: Readonly<Record<string, string>> = {
  chartsheet: '是图表',
  dialogsheet: '是对话框',
  macrosheet: '是宏表',
  xlmacrosheet: '是宏表',
  xlintlmacrosheet: '是宏表',
};

function unread(part: SheetPart): string {
  const why = part.kind === null ? undefined : UNREAD[part.kind];
  return `工作表“${part.name}”${why ?? '的内容不在文件里'}，没有读。`;
}
