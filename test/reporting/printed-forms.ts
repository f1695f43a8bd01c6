/**
 * What stands in printed files, read back by others' eyes: pages and their words by poppler, Word
 * and workbook by their XML, both laid out and computed anew by one LibreOffice.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

export interface PlacedWord {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly text: string;
}
export interface PlacedPage {
  readonly width: number;
  readonly height: number;
  readonly words: readonly PlacedWord[];
  /** all words without spaces, line by line */
  readonly text: string;
}

const unescaped = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

export function placedPages(pdf: string): readonly PlacedPage[] {
  const xml = execFileSync('pdftotext', ['-bbox', pdf, '-'], {
    encoding: 'utf8',
    maxBuffer: 1 << 29,
  });
  return xml
    .split('<page ')
    .slice(1)
    .map((page) => {
      const size = /width="([\d.]+)" height="([\d.]+)"/u.exec(page);
      const words = [
        ...page.matchAll(
          /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/word>/gsu,
        ),
      ].map(([, left, top, right, bottom, text]): PlacedWord => ({
        left: Number(left),
        top: Number(top),
        right: Number(right),
        bottom: Number(bottom),
        text: unescaped(text ?? ''),
      }));
      return {
        width: Number(size?.[1]),
        height: Number(size?.[2]),
        words,
        text: inReadingOrder(words),
      };
    });
}

/** Words of one height, from the left: what an eye reads as one line. */
export function linesOf(words: readonly PlacedWord[]): readonly (readonly PlacedWord[])[] {
  const middle = (word: PlacedWord): number => (word.top + word.bottom) / 2;
  const lines: PlacedWord[][] = [];
  for (const word of words.toSorted((a, b) => middle(a) - middle(b))) {
    const last = lines.at(-1);
    if (last?.[0] !== undefined && Math.abs(middle(last[0]) - middle(word)) < 2.2) last.push(word);
    else lines.push([word]);
  }
  return lines.map((line) => line.toSorted((a, b) => a.left - b.left));
}

/** Line by line, without spaces. */
export const inReadingOrder = (words: readonly PlacedWord[]): string =>
  linesOf(words)
    .flat()
    .map((word) => word.text)
    .join('')
    .replace(/\s/gu, '');

/** The texts of every row of a Word file's tables. */
export function wordRows(file: string): readonly (readonly string[])[] {
  const xml = strFromU8(
    unzipSync(readFileSync(file), { filter: (one) => one.name === 'word/document.xml' })[
      'word/document.xml'
    ] ?? new Uint8Array(),
  );
  return xml
    .split(/<w:tr[ >]/u)
    .slice(1)
    .map((row) =>
      row
        .split(/<w:tc[ >]/u)
        .slice(1)
        .map((cell) =>
          [...cell.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:br\/>/gu)]
            .map((found) => (found[1] === undefined ? '\n' : unescaped(found[1])))
            .join(''),
        ),
    );
}

export interface SheetCell {
  readonly kind: 'number' | 'text' | 'empty';
  readonly text: string;
  readonly formula: boolean;
}

/** The first sheet's cells by their place: B7. */
export function sheetCells(file: string): ReadonlyMap<string, SheetCell> {
  const parts = unzipSync(readFileSync(file));
  const shared = [
    ...strFromU8(parts['xl/sharedStrings.xml'] ?? new Uint8Array()).matchAll(/<si>(.*?)<\/si>/gsu),
  ].map((one) =>
    [...(one[1] ?? '').matchAll(/<t(?: [^>]*)?>([^<]*)<\/t>/gu)]
      .map((found) => unescaped(found[1] ?? ''))
      .join(''),
  );
  const xml = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  return new Map(
    [...xml.matchAll(/<c r="([A-Z]+\d+)"([^>]*?)(?:\/>|>(.*?)<\/c>)/gsu)].map(
      ([, place = '', attributes = '', content = '']): [string, SheetCell] => {
        const value = /<v>([^<]*)<\/v>/u.exec(content)?.[1];
        const formula = content.includes('<f');
        if (attributes.includes('t="s"'))
          return [place, { kind: 'text', text: shared[Number(value)] ?? '', formula }];
        if (attributes.includes('t="str"') || attributes.includes('t="inlineStr"'))
          return [
            place,
            { kind: 'text', text: unescaped(content.replace(/<[^>]*>/gu, '')), formula },
          ];
        return value === undefined
          ? [place, { kind: 'empty', text: '', formula }]
          : [place, { kind: 'number', text: value, formula }];
      },
    ),
  );
}

/** The workbook without the results of its formulas: whoever opens it has to compute them. */
function withoutResults(file: string): Uint8Array {
  const parts = unzipSync(readFileSync(file));
  for (const name of Object.keys(parts))
    if (/^xl\/worksheets\/sheet\d+\.xml$/u.test(name))
      parts[name] = strToU8(
        strFromU8(parts[name] ?? new Uint8Array()).replace(/(<f>[^<]*<\/f>)<v>[^<]*<\/v>/gu, '$1'),
      );
  return zipSync(parts, { level: 1 });
}

/** csv as LibreOffice writes it: a list of the shown texts for each row. */
export function shownRows(file: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let [row, cell, quoted]: [string[], string, boolean] = [[], '', false];
  const text = readFileSync(file, 'utf8');
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    if (quoted && sign === '"' && text[at + 1] === '"') {
      cell += sign;
      at += 1;
    } else if (sign === '"') quoted = !quoted;
    else if (quoted || (sign !== ',' && sign !== '\n')) cell += sign;
    else {
      row.push(cell);
      cell = '';
      if (sign === ',') continue;
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

export interface LaidFiles {
  /** a PDF for each Word file and each workbook, as they are laid out */
  readonly pages: (file: string) => string;
  /** a csv for each workbook, computed anew */
  readonly shown: (file: string) => string;
}

/** Two runs of LibreOffice for all files. */
export function laidByOffice(
  folder: string,
  { words, books }: { readonly words: readonly string[]; readonly books: readonly string[] },
): LaidFiles {
  const out = join(folder, 'laid');
  mkdirSync(out, { recursive: true });
  const bare = books.map((file) => {
    const path = join(out, `${basename(file, '.xlsx')}-book.xlsx`);
    writeFileSync(path, withoutResults(file));
    return path;
  });
  const run = (format: string, files: readonly string[]): void => {
    if (files.length === 0) return;
    execFileSync(
      'soffice',
      [
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        '--convert-to',
        format,
        '--outdir',
        out,
        ...files,
      ],
      { stdio: 'ignore' },
    );
  };
  run('pdf', [...words, ...bare]);
  run('csv:Text - txt - csv (StarCalc):44,34,76', bare);
  return {
    pages: (file) =>
      join(
        out,
        file.endsWith('.xlsx')
          ? `${basename(file, '.xlsx')}-book.pdf`
          : `${basename(file, '.docx')}.pdf`,
      ),
    shown: (file) => join(out, `${basename(file, '.xlsx')}-book.csv`),
  };
}
