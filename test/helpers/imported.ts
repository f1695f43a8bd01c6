/**
 * Imports a workbook into a test's book as the wizard does: unknown units are made, then everything
 * is committed.
 */
import type { ImportAnswer } from '../../preload/contract/answers.ts';
import type { ImportDraft, ImportResult } from '../../preload/contract/imports.ts';
import { asNewUnit } from '../../main/importing/sheet/answers.ts';
import { createDrafts } from '../../main/importing/plan/drafts.ts';
import { answerImport, commitOpenImport, openImport } from '../../main/importing/files.ts';
import type { ImportScene } from '../../main/importing/plan/import-scene.ts';
import { UNWATCHED } from '../../main/importing/sheet/watch.ts';
import { samplePath } from '../../main/core/sample.ts';
import type { Book } from '../../main/services/book/book.ts';

/** What would be imported, and what was. */
export interface Imported {
  readonly draft: ImportDraft;
  readonly result: ImportResult;
}

export async function importFile(
  book: Book,
  path: string,
  answers: readonly ImportAnswer[] = [],
): Promise<Imported> {
  const scene: ImportScene = {
    book,
    drafts: createDrafts(),
    host: { pathOf: (handle) => Promise.resolve(handle) },
    watch: () => UNWATCHED,
  };
  let draft = await openImport(scene, [path]);
  if (answers.length > 0) draft = answerImport(scene, draft.id, answers);
  for (let unknown = draft.unknownUnits[0]; unknown !== undefined; unknown = draft.unknownUnits[0])
    draft = answerImport(scene, draft.id, [asNewUnit(unknown.name)]);
  return { draft, result: commitOpenImport(scene, draft.id, true) };
}

/** A shipped sample by its number: "02". */
export const importSample = (
  book: Book,
  number: string,
  answers: readonly ImportAnswer[] = [],
): Promise<Imported> => importFile(book, samplePath(number), answers);
