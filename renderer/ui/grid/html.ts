/**
 * A block as an HTML table: pasted into Excel or WPS it keeps its heads, their merges and the form
 * of its figures.
 */
import { headsOf, type Head } from './heads.ts';
import type { GridColumn, GridRow } from './model.ts';

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\n', '<br>');

/** Other programs do not take the typographic minus for a number's sign. */
export const forSheets = (text: string): string => text.replace(/^−(?=\d)/, '-');

function cellOf(column: GridColumn, row: GridRow): string {
  const text = forSheets(column.text(row));
  if (column.figure(row) === null || !/^[-+]?[\d,]+(\.\d+)?$/.test(text))
    return `<td style="mso-number-format:'\\@'">${escaped(text)}</td>`;
  const places = /\.(\d+)$/.exec(text)?.[1]?.length ?? 0;
  const whole = text.includes(',') ? '#,##0' : '0';
  const format = places === 0 ? whole : `${whole}.${'0'.repeat(places)}`;
  return `<td align="right" style="mso-number-format:'${format}'">${text}</td>`;
}

const labelOf = ({ label, column }: Head): string =>
  column?.note === undefined ? label : `${label}（${column.note}）`;

/** Without the line that only measures stand in: a copied head says its measure beside its name. */
function headLines(columns: readonly GridColumn[]): readonly (readonly Head[])[] {
  const depth = Math.max(1, ...columns.map((column) => column.path.length));
  const { heads } = headsOf(columns);
  return Array.from({ length: depth }, (_, top) =>
    heads
      .filter((head) => head.top === top)
      .map((head) => (head.column === undefined ? head : { ...head, height: depth - top })),
  );
}

export function blockHtml(
  columns: readonly GridColumn[],
  rows: readonly GridRow[],
  withHeads: boolean,
): string {
  const heads = (withHeads ? headLines(columns) : []).map(
    (line) =>
      `<tr>${line
        .map(
          (head) =>
            `<th colspan="${head.to - head.from + 1}" rowspan="${head.height}">${escaped(labelOf(head))}</th>`,
        )
        .join('')}</tr>`,
  );
  const body = rows.map(
    (row) => `<tr>${columns.map((column) => cellOf(column, row)).join('')}</tr>`,
  );
  return `<meta charset="utf-8"><table border="1">${[...heads, ...body].join('')}</table>`;
}

/** The same heads as lines of text: a merged head stands in its first cell. */
export function headTexts(columns: readonly GridColumn[]): readonly (readonly string[])[] {
  return headLines(columns).map((line) =>
    columns.map((_, at) => {
      const head = line.find((one) => one.from === at);
      return head === undefined ? '' : labelOf(head);
    }),
  );
}
