/**
 * Text that a file of Office takes: signs that XML knows nothing of are shown as such, and what is
 * longer than a cell holds says so; nothing is lost without a word.
 */

/** Everything but tab, line ends, and what XML 1.0 calls a character. */
const UNSOUND =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
/** what stands for a sign that cannot be written */
const UNKNOWN = '\ufffd';
/** the most that a cell of Excel holds */
export const CELL_TEXT_LENGTH = 32_767;
const CUT = '……（超过表格一格的长度，后面的在账里）';

export const soundText = (text: string): string => text.replace(UNSOUND, UNKNOWN);

export function cellText(text: string): string {
  const sound = soundText(text);
  return sound.length <= CELL_TEXT_LENGTH
    ? sound
    : `${soundText(sound.slice(0, CELL_TEXT_LENGTH - CUT.length))}${CUT}`;
}

interface TextCell {
  value: unknown;
}
interface Rows {
  eachRow(work: (row: { eachCell(work: (cell: TextCell) => void): void }) => void): void;
}

/** All cells of a workbook that is about to be written. */
export function soundCells(book: { eachSheet(work: (sheet: Rows) => void): void }): void {
  book.eachSheet((sheet) =>
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        const { value } = cell;
        if (typeof value !== 'string') return;
        const sound = cellText(value);
        if (sound !== value) cell.value = sound;
      }),
    ),
  );
}
