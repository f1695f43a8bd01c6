/**
 * Cells whose sign does not mean what it says: 同上 stands for the cell above, a number with more
 * digits than a number keeps is no code.
 */
import type { Field } from '../../domain/ledgers/field.ts';
import type { CellValue } from '../sheet/sheet.ts';

const SAME =
  /^(?:〃+|″+|"+|”+|“+|＂+|々+|''|[-－—–]*(?:同上|上同|同前)[-－—–]*|[-－—–]+[〃″"”“＂々][-－—–]+)$/;

/** 〃, 同上: what stands above holds here too. */
export const saysTheSame = (cell: CellValue): boolean =>
  typeof cell === 'string' && cell.length <= 8 && SAME.test(cell.trim());

/**
 * From here on a number has lost its last digits: a code or telephone number typed as one is
 * another now.
 */
const KEPT_DIGITS = 1e15;

export const isDamaged = (field: Field, cell: number): boolean =>
  (field.kind === 'text' || field.kind === 'phone') && Math.abs(cell) >= KEPT_DIGITS;
