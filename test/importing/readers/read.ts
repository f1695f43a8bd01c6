/** What the reader tests ask again and again: the cells of the first sheet, or the fault's code. */
import { Fault } from '../../../main/domain/fault.ts';
import { readWorkbook } from '../../../main/importing/readers/index.ts';
import type { SourceSheet } from '../../../main/importing/sheet/sheet.ts';
import { xlsxOf, type Packing, type Written } from './pack.ts';

export async function sheetOf(bytes: Uint8Array, name = 'x.xlsx'): Promise<SourceSheet> {
  const [sheet] = (await readWorkbook(bytes, name)).sheets;
  if (sheet === undefined) throw new Error('no sheet');
  return sheet;
}

export const cellsOf = async (written: Written, packing?: Packing): Promise<SourceSheet['rows']> =>
  (await sheetOf(xlsxOf(written, packing))).rows;

/** The code of the fault; "read" where there is none. */
export async function outcomeOf(bytes: Uint8Array, name = 'x.xlsx'): Promise<string> {
  try {
    await readWorkbook(bytes, name);
    return 'read';
  } catch (error) {
    return error instanceof Fault ? error.code : String(error);
  }
}
