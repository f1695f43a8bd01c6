/** What a county's table never needs: beyond these a file is an accident or an attack. */

const MB = 1024 * 1024;

export const MOST_BYTES = 200 * MB;
/** Of all parts together that are read; they are counted while they are inflated. */
export const MOST_UNPACKED = 1024 * MB;
export const MOST_RATIO = 200;
export const RATIO_FROM = 64 * MB;
/** A part that is held whole: the workbook, its relations, its styles. */
export const MOST_SMALL_PART = 32 * MB;
/** One cell or one tag: Excel's longest text has 32,767 characters. */
export const MOST_TOKEN = 4 * MB;
/** What the rows and texts of a workbook may keep in memory, estimated. */
export const MOST_KEPT = 400 * MB;
export const MOST_ROWS = 1_048_576;
export const MOST_COLUMNS = 16_384;
export const MOST_SHEETS = 2000;
export const MOST_MERGES = 100_000;
/** What is handed to SheetJS, unpacked: it holds everything at once. */
export const MOST_SHEETJS = 64 * MB;
/** A csv file, as bytes. */
export const MOST_TEXT = 64 * MB;
