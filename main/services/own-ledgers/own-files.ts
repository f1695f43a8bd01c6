/** Definitions of ledgers as files, for passing from one county's program to another's. */
import { basename } from 'node:path';
import type { DefinitionDraft } from '../../../preload/contract/own-ledgers.ts';
import { contentOfOwnFile, ownFileText, readOwnFile } from '../book/own-file.ts';
import { Fault } from '../../domain/fault.ts';
import type { OwnCode } from '../../domain/ledgers/own-code.ts';
import type { Book } from '../book/book.ts';
import { ownLedgerNamed } from './own-ledgers.ts';
import { saveFile } from '../book/save-file.ts';

interface Scene {
  readonly book: Book;
  readonly host: { pathOf(handle: string): Promise<string> };
}

export async function exportDefinition(
  { book, host }: Scene,
  { code, to }: { readonly code: OwnCode; readonly to: string },
): Promise<{ file: string }> {
  const path = await host.pathOf(to);
  const saved = await saveFile(
    path,
    new TextEncoder().encode(ownFileText('ledger', ownLedgerNamed(book.db, code).definition)),
  );
  return { file: basename(saved) };
}

/**
 * `parsed` holds what the file says against the call's own schema. @throws Fault ledger.wrong where
 * the file is no definition
 */
export async function readDefinition(
  { host }: Scene,
  handle: string,
  parsed: (raw: unknown) => DefinitionDraft | null,
): Promise<DefinitionDraft> {
  const path = await host.pathOf(handle);
  const read = parsed(contentOfOwnFile('ledger', await readOwnFile(path)));
  if (read === null)
    throw new Fault('ledger.wrong', {
      problem: `“${basename(path)}”不是台账定义文件，请选从县计导出的那个`,
    });
  return read;
}
