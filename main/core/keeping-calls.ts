/** Answers of the calls that keep the book; a restore and a salvage have it closed meanwhile. */
import { basename, join } from 'node:path';
import type { Output, Parsed } from '../../preload/contract/index.ts';
import { Fault } from '../domain/fault.ts';
import {
  backupFolder,
  listBackups,
  makeBackup,
  missingRoom,
  secondCopyAt,
  secondPlace,
  setSecondPlace,
} from '../maintenance/backups.ts';
import { attachedBook } from './attachment-calls.ts';
import { checkBook } from '../maintenance/check.ts';
import { exportBook } from '../maintenance/export.ts';
import { lookInside } from '../maintenance/look-inside.ts';
import { secondStanding, setSecondDays } from '../maintenance/second-place.ts';
import { restoreBackup } from '../maintenance/restore.ts';
import { mendSearch } from '../services/records/search.ts';
import { removeRecords } from '../services/records/edit.ts';
import type { Scene } from './scene.ts';

export const keepingState = ({ book, dataFolder }: Scene): Output<'keeping.state'> => ({
  backups: listBackups(dataFolder),
  isDiskFull: missingRoom({ db: book.db, dataFolder }) > 0,
  secondPlace: secondPlace(book.db),
  secondCopyAt: secondCopyAt(book.db),
});

export const secondCall = ({ book, dataFolder, clock }: Scene): Output<'keeping.second'> =>
  secondStanding(book.db, secondPlace(book.db), backupFolder(dataFolder), clock());

export function secondDaysCall({ book }: Scene, { days }: Parsed<'keeping.setSecondDays'>): null {
  setSecondDays(book, days);
  return null;
}

/** `name` is a name of the list, never a path. */
export const insideNamed = (
  { dataFolder, clock }: Pick<Scene, 'dataFolder' | 'clock'>,
  name: string,
): Output<'keeping.inside'> => lookInside(join(backupFolder(dataFolder), basename(name)), clock);

export async function backUp(
  scene: Scene,
  to: string | undefined,
): Promise<Output<'keeping.backup'>> {
  const folder = to === undefined ? undefined : await scene.host.pathOf(to);
  const line = await scene.backUp('manual', folder);
  scene.book.changed(['backups']);
  return line;
}

export function restoreCall(scene: Scene, name: string): Output<'keeping.restore'> {
  const restored = scene.replaceBook(() => restoreNamed(scene, name));
  return restored;
}

/** `name` is a name of the list, never a path. */
export function restoreNamed(
  { dataFolder, clock }: Pick<Scene, 'dataFolder' | 'clock'>,
  name: string,
): Output<'keeping.restore'> {
  const { before, aside } = restoreBackup(
    dataFolder,
    join(backupFolder(dataFolder), basename(name)),
    clock,
  );
  return { before: before?.name ?? null, aside: aside === null ? null : basename(aside) };
}

/** What is found, and what of it was mended, is in the log as well. */
export async function checkCall(
  { book, faults: log }: Scene,
  full: boolean,
): Promise<Output<'keeping.check'>> {
  const found = checkBook(book.db, full);
  // of a file with bad pages nothing more is asked
  const wrong = found.isReadable ? await mendSearch(book) : 0;
  const faults =
    wrong === 0
      ? found.faults
      : [...found.faults, `查找用的索引有${wrong}条和记录不一致，已重新建好。`];
  if (faults.length > 0) log.note(`check found ${faults.length}, entries of the search ${wrong}`);
  return { full, faults };
}

export const exportCall = async (scene: Scene, to: string): Promise<Output<'keeping.export'>> =>
  exportBook(attachedBook(scene), await scene.host.pathOf(to));

export async function chooseSecondPlace(
  scene: Scene,
  folder: string | null,
): Promise<Output<'keeping.setSecondPlace'>> {
  setSecondPlace(scene.book.db, folder === null ? null : await scene.host.pathOf(folder));
  return keepingState(scene);
}

/**
 * A book that is open is not hurt: a salvage is asked of main/core/hurt.ts. @throws Fault
 * input.invalid
 */
export function refuseSalvage(): never {
  throw new Fault('input.invalid', { path: 'keeping.salvage' });
}

/** More than this cannot be looked through row by row afterwards. */
const MANY_ROWS = 200;

/**
 * The book becomes a backup before so many records are changed or removed at once. @throws Fault
 * book.notCopied; then nothing is done
 */
export function keepBefore(scene: Scene, reason: 'import' | 'delete', rows: number): void {
  if (rows > MANY_ROWS) makeBackup({ ...scene, db: scene.book.db }, reason);
}

export function removeKept(
  scene: Scene,
  { ledger, ids }: Parsed<'records.remove'>,
): Output<'records.remove'> {
  keepBefore(scene, 'delete', ids.length);
  return removeRecords(scene.book, ledger, ids);
}
