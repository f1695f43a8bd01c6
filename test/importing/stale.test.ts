/**
 * A draft says what it would do to the book as it was shown; where the book was written to since,
 * it is shown again first.
 */
import { expect, test } from 'vitest';
import { fileURLToPath } from 'node:url';
import { createDrafts } from '../../main/importing/plan/drafts.ts';
import { answerImport, commitOpenImport, openImport } from '../../main/importing/files.ts';
import type { ImportScene } from '../../main/importing/plan/import-scene.ts';
import { asNewUnit } from '../../main/importing/sheet/answers.ts';
import { UNWATCHED } from '../../main/importing/sheet/watch.ts';
import { createRecord, editRecords } from '../../main/services/records/edit.ts';
import { recordSummary } from '../../main/services/records/query.ts';
import { undoChange } from '../../main/services/records/undo.ts';
import { testBook, type TestBook } from '../helpers/book.ts';

const PARK = fileURLToPath(
  new URL('../../resources/samples/02-园区重点项目台账2010.xlsx', import.meta.url),
);
const sceneOf = (book: TestBook): ImportScene => ({
  book,
  drafts: createDrafts(),
  watch: () => UNWATCHED,
  host: { pathOf: (handle) => Promise.resolve(handle) },
});
const projects = (book: TestBook): number =>
  recordSummary(book, { ledger: 'project', filters: [], search: '', sort: [], group: [] }).count;

/** Sample 02 opened, its unknown units made. */
async function opened(scene: ImportScene): Promise<{ readonly id: number }> {
  let draft = await openImport(scene, [PARK]);
  while (draft.unknownUnits[0] !== undefined)
    draft = answerImport(scene, draft.id, [asNewUnit(draft.unknownUnits[0].name)]);
  expect(draft.counts).toMatchObject({ new: 13, changed: 0 });
  return { id: draft.id };
}

test('written to since: refused, nothing written, and what is shown again is what is then done', async () => {
  const book = testBook();
  const scene = sceneOf(book);
  const { id } = await opened(scene);
  createRecord(book, 'project', [{ name: '别处录入的项目' }]);
  for (let time = 0; time < 2; time++)
    expect(() => commitOpenImport(scene, id, false)).toThrow(
      expect.objectContaining({ code: 'import.stale' }) as Error,
    );
  expect(projects(book)).toBe(1);
  expect(answerImport(scene, id, []).counts).toMatchObject({ new: 13, changed: 0 });
  expect(commitOpenImport(scene, id, false)).toMatchObject({ new: 13 });
  expect(projects(book)).toBe(14);
});

test('a change taken back since is a change too', async () => {
  const book = testBook();
  const [project = 0] = createRecord(book, 'project', [{ name: '甲' }]).ids;
  editRecords(book, 'project', [{ id: project, field: 'remark', value: '改' }]);
  const scene = sceneOf(book);
  const { id } = await opened(scene);
  undoChange(book);
  expect(() => commitOpenImport(scene, id, false)).toThrow(
    expect.objectContaining({ code: 'import.stale' }) as Error,
  );
});
