/**
 * Packages on a stick: the files behind handles and folders, each read and proven, and written
 * under names that say what they are.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { PACKAGE_KINDS, type PackageHead, type ReadPackage } from '../domain/exchange/package.ts';
import { Fault } from '../domain/fault.ts';
import { saveFile } from '../services/book/save-file.ts';
import { openPackage, type SealedPackage } from './format.ts';

const MOST_BYTES = 200 * 1024 * 1024;

export interface StickFile {
  readonly path: string;
  readonly name: string;
  readonly read: ReadPackage | Fault;
}

/**
 * A folder stands for the zip files in it. In the order in which their senders counted them, so
 * that a later one finds the earlier taken.
 */
export function readStick(paths: readonly string[]): readonly StickFile[] {
  const files = paths.flatMap((path) =>
    statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
      ? readdirSync(path)
          .filter((name) => /\.zip$/i.test(name) && !name.startsWith('.'))
          .toSorted()
          .map((name) => join(path, name))
      : [path],
  );
  const order = ({ read }: StickFile): string =>
    read instanceof Fault
      ? ''
      : `${read.head.from.book} ${String(read.head.number).padStart(9, '0')}`;
  return files
    .map((path): StickFile => ({ path, name: basename(path), read: readOrFault(path) }))
    .toSorted((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0));
}

function readOrFault(path: string): ReadPackage | Fault {
  try {
    return readPackageFile(path);
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
}

/** @throws Fault file.missing, package.damaged, package.newer */
export function readPackageFile(path: string): ReadPackage {
  const file = basename(path);
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) throw new Fault('file.missing', { file });
  if (!found.isFile() || found.size > MOST_BYTES)
    throw new Fault('package.damaged', { file, why: 'size' });
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch {
    throw new Fault('file.missing', { file });
  }
  return openPackage(bytes, file);
}

/** 上报包_城关镇_2012年9月_3.zip */
function packageName({ kind, from, to, year, month, number }: PackageHead): string {
  const office = kind === 'report' ? from.name : to.name;
  return `${PACKAGE_KINDS[kind]}_${office.replace(/[\\/:*?"<>|\s]/g, '')}_${year}年${month}月_${number}.zip`;
}

/** Answers the file's name. */
export const writePackage = async (folder: string, sealed: SealedPackage): Promise<string> =>
  basename(await saveFile(join(folder, packageName(sealed.head)), sealed.bytes));
