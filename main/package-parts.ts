/**
 * What both kinds of package are made of beside the program: the database's native part, and what
 * an update looks at.
 */
import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/**
 * The part that was built for older systems by resources/packaging/build-sqlite.sh, else what
 * better-sqlite3 was compiled to here or ships. @throws where there is none for this processor
 */
export function nativePart(arch: string): string {
  const sqlite = 'node_modules/better-sqlite3';
  const parts = [
    `out/native/${process.platform}-${arch}.node`,
    ...(arch === process.arch ? [`${sqlite}/build/Release/better_sqlite3.node`] : []),
    `${sqlite}/prebuilds/${process.platform}-${arch}.node`,
  ].map((part) => join(ROOT, part));
  const found = parts.find((part) => existsSync(part));
  if (found === undefined)
    throw new Error(
      `better-sqlite3 没有${process.platform}-${arch}的现成文件：先在这台机器上编译它`,
    );
  return found;
}

/**
 * The highest symbol version of glibc that a binary asks for ("2.28"), which the system that it
 * runs on must have; null where it asks for none.
 */
export function glibcOf(binary: string): string | null {
  const asked = readFileSync(binary, 'latin1').match(/GLIBC_2\.\d+/g) ?? [];
  const minors = asked.map((symbol) => Number(symbol.split('.')[1]));
  return minors.length === 0 ? null : `2.${Math.max(...minors)}`;
}

export const packagedVersion = (): string =>
  (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string }).version;

/** An installed folder says what it is, and takes a newer one in by its update.sh. */
export function makeUpdatable(folder: string, kind: string): void {
  writeFileSync(join(folder, 'VERSION'), `${packagedVersion()}\n`);
  writeFileSync(join(folder, 'KIND'), `${kind}\n`);
  copyFileSync(join(ROOT, 'resources/packaging/update.sh'), join(folder, 'update.sh'));
}
