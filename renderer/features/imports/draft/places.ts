/**
 * How a place in the draft is named: the file where there are several, the sheet where its file has
 * several.
 */
import type { ImportDraft, DraftRowName } from '../../../../preload/contract/imports.ts';
import { fileOf, sheetsOf } from './store.ts';

/** 凤阁岭镇.xlsx → 凤阁岭镇 */
export const plainName = (file: string): string => file.replace(/\.[^.]{1,5}(?=( \(\d+\))?$)/, '');

/** “凤阁岭镇 › 9月”, “9月”, or nothing where only one place can be meant. */
export function placeText(
  draft: ImportDraft,
  { file, sheet }: Pick<DraftRowName, 'file' | 'sheet'>,
): string {
  const parts = [
    draft.files.length > 1 && file !== '' ? plainName(file) : '',
    sheetsOf(fileOf(draft, file)).length > 1 ? sheet : '',
  ];
  return parts.filter((part) => part !== '').join(' › ');
}
