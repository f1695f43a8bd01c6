/**
 * Drafts of imports in memory: files read once, and the answers given about them. Nothing here
 * touches the ledger.
 */
import type { ImportAnswer } from '../../../preload/contract/answers.ts';
import { Fault, type FaultData } from '../../domain/fault.ts';
import type { Workbook } from '../sheet/sheet.ts';

export interface OpenFile {
  /** its name, and its key in the draft */
  readonly file: string;
  /** where it was read: nothing is written over it */
  readonly path: string;
  /** as they were on the disk: what goes back to the sender is made of them */
  readonly bytes: Uint8Array;
  /** null where the file could not be read; `fault` says why */
  readonly workbook: Workbook | null;
  readonly fault: FaultData | null;
}
export interface OpenDraft {
  readonly id: number;
  readonly files: readonly OpenFile[];
  /** the user's word for what the files are */
  readonly ledger: string | null;
  readonly answers: readonly ImportAnswer[];
}
export interface Drafts {
  open(files: readonly OpenFile[], ledger: string | null): OpenDraft;
  answer(id: number, answers: readonly ImportAnswer[]): OpenDraft;
  /** @throws Fault import.missing, also of a draft that was committed */
  get(id: number): OpenDraft;
  /** the draft whether committed or not: for what goes back to the senders */
  either(id: number): OpenDraft;
  /** the draft has been written: it takes no more answers */
  settle(id: number): void;
  close(id: number): void;
  /** forgets every draft */
  cancel(): void;
}

export function createDrafts(): Drafts {
  const open = new Map<number, OpenDraft>();
  const settled = new Set<number>();
  let last = 0;
  const either = (id: number): OpenDraft => {
    const draft = open.get(id);
    if (draft === undefined) throw new Fault('import.missing', { id });
    return draft;
  };
  const get = (id: number): OpenDraft => {
    if (settled.has(id)) throw new Fault('import.missing', { id });
    return either(id);
  };
  return {
    open: (files, ledger) => {
      const draft = { id: (last += 1), files, ledger, answers: [] };
      open.set(draft.id, draft);
      return draft;
    },
    answer: (id, answers) => {
      const draft = get(id);
      const next = { ...draft, answers: [...draft.answers, ...answers] };
      open.set(id, next);
      return next;
    },
    get,
    either,
    settle: (id) => settled.add(id),
    close: (id) => open.delete(id),
    cancel: () => open.clear(),
  };
}

/** Names that tell the files of one draft apart: a second of the same name is “name (2)”. */
export function distinctNames(names: readonly string[]): readonly string[] {
  const used = new Set<string>();
  return names.map((name) => {
    let [tried, turn] = [name, 1];
    while (used.has(tried)) tried = `${name} (${(turn += 1)})`;
    used.add(tried);
    return tried;
  });
}
