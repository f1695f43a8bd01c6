/** The measures that a column may be in, as they are offered where none is written. */
import { isNumeric } from '../../../../main/domain/ledgers/field.ts';
import { knownLedgerOf } from '../../../stores/ledgers.ts';
import type { Table } from '../../../../preload/contract/imports.ts';

const MONEY = ['元', '万元', '亿元'];
const OTHERS: Readonly<Record<string, readonly string[]>> = {
  万美元: ['美元', '万美元', '亿美元'],
  亩: ['亩', '㎡', '公顷'],
  '㎡': ['㎡', '万㎡', '亩'],
};
const OF_INDICATORS = ['万元', '亿元', '万美元', '个', '%'];

/**
 * What the figures of a column may be stated in: its field decides between yuan, dollars and land.
 */
export function columnMeasuresOf(table: Table, column: string | null): readonly string[] {
  if (table.ledger === null) return OF_INDICATORS;
  const code = table.columns.find((one) => one.column === column)?.field;
  const field = knownLedgerOf(table.ledger)?.fields.find((one) => one.code === code);
  if (field === undefined || !isNumeric(field)) return MONEY;
  return OTHERS[field.measure] ?? (field.kind === 'money' ? MONEY : [field.measure]);
}
