/** Workbooks that one page hands to the import: picked elsewhere, to be read as a ledger's. */
import type { PickedFile } from '../../preload/contract/shell.ts';

interface Handed {
  readonly files: readonly PickedFile[];
  /** the ledger's code; null: let the program tell */
  readonly ledger: string | null;
}
let handed: Handed | null = null;

export function handOver(files: readonly PickedFile[], ledger: string | null): void {
  handed = { files, ledger };
}

/** What was handed over, once. */
export function takeHanded(): Handed | null {
  const taken = handed;
  handed = null;
  return taken;
}
