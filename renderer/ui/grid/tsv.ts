/**
 * Blocks of cells as Excel and WPS put them on the clipboard: tabs, lines, quotes around cells that
 * hold either.
 */

export function parseTsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  const clean = text.replace(/\r\n?/g, '\n');
  while (at <= clean.length) {
    const quoted = clean[at] === '"' ? quotedCell(clean, at) : null;
    const cell = quoted ?? plainCell(clean, at);
    row.push(cell.text);
    const mark = clean[cell.end];
    at = cell.end + 1;
    if (mark === '\t') continue;
    rows.push(row);
    row = [];
    if (mark === undefined || at === clean.length) break;
  }
  return rows;
}

export function writeTsv(rows: readonly (readonly string[])[]): string {
  return rows
    .map((row) =>
      row
        .map((cell) => (/[\t\n\r"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
        .join('\t'),
    )
    .join('\r\n');
}

function plainCell(text: string, from: number): { text: string; end: number } {
  let end = from;
  while (end < text.length && text[end] !== '\t' && text[end] !== '\n') end += 1;
  return { text: text.slice(from, end), end };
}

/** Null where the quote is just a character: not closed, or followed by more text. */
function quotedCell(text: string, from: number): { text: string; end: number } | null {
  let cell = '';
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] !== '"') cell += text[at];
    else if (text[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else {
      const next = text[at + 1];
      return next === undefined || next === '\t' || next === '\n'
        ? { text: cell, end: at + 1 }
        : null;
    }
  }
  return null;
}
