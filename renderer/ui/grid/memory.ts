/**
 * Where each sheet was left, by its label: a page that is opened again, or drawn anew after a
 * fault, goes on there, with what was being typed.
 */
import type { Selected } from './block.ts';

export interface Typing {
  readonly mode: 'replace' | 'inPlace';
  readonly filter: string | null;
  readonly text: string;
  /**
   * it was put back once and not typed on since: if that drew the fault, it is not put back again
   */
  readonly wasPutBack: boolean;
}
export interface LeftGrid {
  /** of the list: another list begins at its top */
  readonly key: string;
  readonly selected: Selected;
  readonly folded: ReadonlySet<string>;
  /** null where no editor was open */
  readonly typing: Typing | null;
}

const sheets = new Map<string, LeftGrid>();

export const leaveGrid = (label: string, left: LeftGrid): void => void sheets.set(label, left);

/** null where the sheet was never open, or showed another list. */
export function whereLeft(label: string, key: string): LeftGrid | null {
  const left = sheets.get(label);
  return left?.key === key ? left : null;
}
