/**
 * What the desktop gave the program to open, by a double-click or 打开方式: packages go to 收发,
 * workbooks into the import.
 */
import type { PickedFile } from '../preload/contract/shell.ts';
import { call, onCoreEvent } from './bridge/bridge.ts';
import { handOver, handOverPackages } from './stores/handed-files.ts';
import { go } from './stores/navigation.ts';
import { sentenceOf } from './stores/sentence.ts';
import { say } from './stores/status.ts';

const isPackage = ({ name }: PickedFile): boolean => /\.zip$/i.test(name);

/** Looks at once and whenever another start passes files on; answers how to stop. */
export function followOpenedFiles(): () => void {
  const take = (): void =>
    void call('shell.opened', {}).then(show, (error: unknown) => say(sentenceOf(error)));
  take();
  return onCoreEvent('opened', take);
}

function show(files: readonly PickedFile[]): void {
  const packages = files.filter(isPackage);
  const workbooks = files.filter((file) => !isPackage(file));
  if (packages.length > 0) {
    handOverPackages(packages);
    go('exchange');
  } else if (workbooks.length > 0) {
    handOver(workbooks, null);
    go('imports');
  }
}
