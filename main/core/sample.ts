/** The sample book: the shipped workbooks imported into a county that can be thrown away. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Scene } from './scene.ts';
import { Fault } from '../domain/fault.ts';
import { asNewUnit } from '../importing/sheet/answers.ts';
import { answerImport, commitOpenImport, openImport } from '../importing/files.ts';
import { makeBackup } from '../maintenance/backups.ts';
import type { Book } from '../services/book/book.ts';
import { beginBook, sessionFacts, noteSampleMade } from '../services/book/session.ts';

/** seen from main/core/ and from out/main/ alike */
const FOLDER = fileURLToPath(new URL('../../resources/samples/', import.meta.url));

/** The shipped workbook whose name begins with `number`: "02". */
export function samplePath(number: string): string {
  const name = !existsSync(FOLDER)
    ? undefined
    : readdirSync(FOLDER).find((one) => one.startsWith(`${number}-`));
  if (name === undefined) throw new Fault('file.missing', { file: `${number}` });
  return join(FOLDER, name);
}

/**
 * Books whose sample is being made: it takes several imports, and the window shows the book
 * meanwhile.
 */
const making = new WeakSet<Book>();

export async function beginSample(scene: Scene): Promise<void> {
  making.add(scene.book);
  try {
    await makeSample(scene);
    noteSampleMade(scene.book);
  } finally {
    making.delete(scene.book);
  }
}

async function makeSample(scene: Scene): Promise<void> {
  beginBook(scene.book, { county: '示例县', year: 2012, units: [], sample: true });
  const shipped: Scene = {
    ...scene,
    host: { ...scene.host, pathOf: (handle) => Promise.resolve(handle) },
  };
  // this year's units and indicators first, those of another year last
  for (const number of ['04', '02', '03', '05', '06', '07', '01']) {
    let draft = await openImport(shipped, [samplePath(number)]);
    for (
      let unknown = draft.unknownUnits[0];
      unknown !== undefined;
      unknown = draft.unknownUnits[0]
    )
      draft = answerImport(shipped, draft.id, [asNewUnit(unknown.name)]);
    commitOpenImport(shipped, draft.id, true);
  }
}

/**
 * Throws the sample book away; it becomes a backup before. @throws Fault sample.making; sample.own
 * where the user changed something in it and did not agree yet
 */
export function dropSample(scene: Scene, own: boolean): void {
  const { sample, ownChanges } = sessionFacts(scene.book);
  if (!sample) return;
  if (making.has(scene.book)) throw new Fault('sample.making', {});
  if (ownChanges > 0 && !own) throw new Fault('sample.own', { changes: ownChanges });
  makeBackup({ ...scene, db: scene.book.db }, 'clear');
  scene.startOver();
}
