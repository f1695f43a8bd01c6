/**
 * Files that a page is handed: workbooks for the import, packages for 收发; picked on another page,
 * or opened from the desktop.
 */
import { create } from 'zustand';
import type { PickedFile } from '../../preload/contract/shell.ts';

interface Workbooks {
  readonly files: readonly PickedFile[];
  /** the ledger's code; null: let the program tell */
  readonly ledger: string | null;
}
interface HandedFiles {
  readonly workbooks: Workbooks | null;
  readonly packages: readonly PickedFile[];
}

export const useHandedFiles = create<HandedFiles>()(() => ({ workbooks: null, packages: [] }));

export const handOver = (files: readonly PickedFile[], ledger: string | null): void =>
  useHandedFiles.setState({ workbooks: { files, ledger } });

export const handOverPackages = (packages: readonly PickedFile[]): void =>
  useHandedFiles.setState({ packages });

/** The workbooks that were handed over, once. */
export function takeWorkbooks(): Workbooks | null {
  const { workbooks } = useHandedFiles.getState();
  useHandedFiles.setState({ workbooks: null });
  return workbooks;
}

/** The packages that were handed over, once. */
export function takePackages(): readonly PickedFile[] {
  const { packages } = useHandedFiles.getState();
  if (packages.length > 0) useHandedFiles.setState({ packages: [] });
  return packages;
}
