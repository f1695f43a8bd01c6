/**
 * How planned and written changes read: the field's name, its value before and after, and what an
 * import came to.
 */
import { isNumeric, type Value } from '../../../../main/domain/ledgers/field.ts';
import { knownLedgerOf } from '../../../stores/ledgers.ts';
import { convert, measureOf } from '../../../../main/domain/exact/measure.ts';
import type {
  ImportDraft,
  ImportResult,
  DraftRowName,
} from '../../../../preload/contract/imports.ts';

/** The label of a field of the ledger. */
export function fieldLabel(ledger: string | null, code: string): string {
  return knownLedgerOf(ledger ?? '')?.fields.find((one) => one.code === code)?.label ?? code;
}

/** What a changed cell is called: its field, and the month where months run across. */
export function changeLabel(
  draft: ImportDraft,
  { file, sheet }: Pick<DraftRowName, 'file' | 'sheet'>,
  change: { readonly field: string; readonly cell: string },
): string {
  const letters = /^[A-Z]+/.exec(change.cell)?.[0];
  const tables =
    draft.files.find((one) => one.file === file)?.report?.sheets.find((one) => one.name === sheet)
      ?.tables ?? [];
  const month =
    tables
      .flatMap((table) => table.columns)
      .find((one) => one.column === letters && one.field === change.field)?.month ?? null;
  return `${fieldLabel(draft.ledger, change.field)}${month === null ? '' : ` ${Number(month.slice(5, 7))}月`}`;
}

/** A value as the office writes it: 53000000.00 元 → "5300 万元"; empty is said, not left blank. */
export function valueText(ledger: string | null, code: string, value: Value): string {
  if (value === null || value === '') return '空';
  const field = knownLedgerOf(ledger ?? '')?.fields.find((one) => one.code === code);
  if (field === undefined) return value;
  if (field.kind === 'choice')
    return field.choices.find((one) => one.value === value)?.label ?? value;
  if (!isNumeric(field)) return value;
  const measure = measureOf(field.measure);
  if (measure === null || !/^-?\d+(\.\d+)?$/.test(value)) return value;
  const stated =
    field.kind === 'money' ? convert(value, { ...measure, times: '1', per: '1' }, measure) : value;
  return `${stated} ${field.measure}`;
}

/** What an import into no ledger holds: targets and months' figures. */
export const FACTS_TITLE = '目标和月度数';

/** 已导入7条：新增1，变更6；2行没有导。 Targets and months count in figures, 个数. */
export function resultSentence(result: ImportResult, ledger: string | null): string {
  const counted = ledger === null ? '个数' : '条';
  const written = `已导入${result.new + result.changed}${counted}：新增${result.new}，变更${result.changed}`;
  const same = result.unchanged > 0 ? `；${result.unchanged}${counted}与原来相同` : '';
  const held = result.rejected > 0 ? `；${result.rejected}行未导入，保留在原表中` : '';
  const cells = result.held > 0 ? `；${result.held}格待核实，暂为空` : '';
  const left = result.leftOut.length > 0 ? `；${result.leftOut.length}张表未导入` : '';
  return `${written}${same}${held}${cells}${left}。`;
}
