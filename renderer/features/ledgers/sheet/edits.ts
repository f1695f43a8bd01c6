/** What the sheet does to its records: cells, new ones, copies, removal; each one step for undo. */
import { call } from '../../../bridge/bridge.ts';
import { sentenceOf } from '../../../stores/sentence.ts';
import { offerUndo, say } from '../../../stores/status.ts';
import { undoLast } from '../../../stores/take-back.ts';
import type { GridAddition, GridEdit, GridRow } from '../../../ui/grid/model.ts';
import { editTextOf } from '../shared/display.ts';
import type { LedgerSpec } from '../shared/spec.ts';

export async function saveSheetEdits(spec: LedgerSpec, edits: readonly GridEdit[]): Promise<void> {
  try {
    await call('records.edit', { ledger: spec.code, edits: [...edits] });
    // of a block the grid has said what became of it
    if (edits.length === 1) say('');
  } catch (fault) {
    throw new Error(sentenceOf(fault), { cause: fault });
  }
}

export async function addRecords(
  spec: LedgerSpec,
  { edits, records }: GridAddition,
): Promise<void> {
  try {
    const added = records.map((one) => ({ ...one }));
    // one row that was typed is refused with its own reason, not as a block
    if (edits.length === 0 && added.length === 1)
      await call('records.create', { ledger: spec.code, records: added });
    else await call('records.paste', { ledger: spec.code, edits: [...edits], records: added });
    say(`已新增${records.length}${spec.ledger.noun}。`);
  } catch (fault) {
    throw new Error(sentenceOf(fault), { cause: fault });
  }
}

/** Removed at once, with the way back on offer. */
export async function removeSheetRows(spec: LedgerSpec, ids: readonly number[]): Promise<void> {
  try {
    await call('records.remove', { ledger: spec.code, ids: [...ids] });
    offerUndo(`已删除${ids.length}${spec.ledger.noun}。`, undoLast);
  } catch (fault) {
    throw new Error(sentenceOf(fault), { cause: fault });
  }
}

/**
 * The same once more under a name of its own: what is worked out, or given by itself, is not
 * copied.
 */
export async function duplicateRecords(spec: LedgerSpec, rows: readonly GridRow[]): Promise<void> {
  const records = rows.map((row) =>
    Object.fromEntries(
      spec.fields.flatMap((field) => {
        const text = field.computed === true ? '' : editTextOf(field, row);
        if (text === '') return [];
        return [[field.code, field.code === spec.ledger.nameField ? `${text}（副本）` : text]];
      }),
    ),
  );
  try {
    await call('records.create', { ledger: spec.code, records });
    offerUndo(`已复制${rows.length}${spec.ledger.noun}，名称后加“（副本）”。`, undoLast);
  } catch (fault) {
    throw new Error(sentenceOf(fault), { cause: fault });
  }
}

/** The values that a column can be filtered by; null for figures and days, which have ranges. */
export function valuesOfField(spec: LedgerSpec, code: string): Promise<readonly string[]> | null {
  const field = spec.fields.find((one) => one.code === code);
  if (field?.kind === 'choice') return Promise.resolve(field.choices.map((choice) => choice.label));
  if (field?.kind !== 'text' && field?.kind !== 'unit') return null;
  return call('records.values', { ledger: spec.code, field: code });
}
