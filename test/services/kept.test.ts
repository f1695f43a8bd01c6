/**
 * What the book keeps as JSON is read by its schema: the frozen book of the newest version reads as
 * it was written, and what is damaged or newer ends in one sentence, never in a crash.
 */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../main/data/open.ts';
import { Fault, type FaultData } from '../../main/domain/fault.ts';
import type { Book } from '../../main/services/book/book.ts';
import { listProfiles, profileFor } from '../../main/services/imports/profiles.ts';
import { listLedgers } from '../../main/services/own-ledgers/own-ledgers.ts';
import { rulesOf } from '../../main/services/progress/progress-rules.ts';
import { projectGates } from '../../main/services/projects/gates.ts';
import { countyMap } from '../../main/services/projects/maps.ts';
import { listViews } from '../../main/services/records/saved-views.ts';
import { recordDetail } from '../../main/services/records/query.ts';
import { rulesInForce } from '../../main/services/rewards/reward-rules.ts';
import { recordRules } from '../../main/services/rules.ts';
import { schemeInForce } from '../../main/services/scoring/schemes.ts';
import { publishedScores } from '../../main/services/scoring/scores.ts';
import { listIndicators } from '../../main/services/targets/indicators.ts';
import { targetSheet } from '../../main/services/targets/target-sheet.ts';
import { listUnits, updateUnit } from '../../main/services/units/units.ts';
import { releasedVersion } from '../helpers/schema.ts';
import { faultText } from '../../renderer/format/fault.ts';

/** The frozen book of a version, opened; gone when the test is. */
function frozenBook(version = releasedVersion()): Book {
  const folder = mkdtempSync(join(tmpdir(), 'county-planner-kept-'));
  const file = join(folder, 'county.db');
  const name = `v${String(version).padStart(2, '0')}.db`;
  copyFileSync(join(import.meta.dirname, '../fixtures/books', name), file);
  const db = openDatabase(file);
  onTestFinished(() => {
    db.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    db,
    clock: () => new Date('2012-10-08T02:00:00Z'),
    who: '王敏',
    changed: () => undefined,
    rules: recordRules,
    undoFloor: 0,
  };
}

/** Where a document is kept, and who reads it. */
const DOCUMENTS: readonly (readonly [string, string, string, (book: Book) => unknown])[] = [
  ['scheme', 'content', 'id = 1', (book) => schemeInForce(book, 2012)],
  ['score_publication', 'content', 'id = 2', (book) => publishedScores(book, 2)],
  ['reward_book', 'content', 'id = 1', (book) => rulesInForce(book, 2012)],
  ['indicator', 'counted', 'id = 2', (book) => listIndicators(book)],
  ['own_ledger', 'definition', 'id = 1', (book) => listLedgers(book)],
  ['gate', 'thresholds', 'id = 2', (book) => projectGates(book)],
  ['setting', 'value', "key = 'map'", (book) => countyMap(book)],
  ['setting', 'value', "key = 'lampRule'", (book) => rulesOf(book.db)],
  ['saved_view', 'content', 'id = 1', (book) => listViews(book, { ledger: 'project' })],
  ['profile', 'answers', 'import_id = 1', (book) => listProfiles(book)],
];
/** Columns of one row: of the version of the whole book. */
const COLUMNS: typeof DOCUMENTS = [
  ['setting', 'value', "key = 'denominator'", (book) => rulesOf(book.db)],
  ['setting', 'value', "key = 'firstMonth'", (book) => rulesOf(book.db)],
  ['project', 'extra', 'id = 1', (book) => recordDetail(book, 'project', 1)],
  ['import_table', 'columns', 'import_id = 1', (book) => recordDetail(book, 'project', 1)],
  ['audit', 'after', 'id = 3', (book) => recordDetail(book, 'project', 1)],
  [
    'target',
    'plan',
    'id = 1',
    (book) => targetSheet(book, { year: 2012, version: 1, indicators: [] }),
  ],
];

function sentenceOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof Fault)
      return faultText({ code: error.code, params: error.params } as FaultData);
    throw error;
  }
  return '';
}

function overwrite(
  { db }: Book,
  [table, column, where]: (typeof DOCUMENTS)[number],
  text: string,
): void {
  // as a bad disk would: no check of ours is asked
  db.pragma('ignore_check_constraints = ON');
  expect(db.prepare(`UPDATE ${table} SET ${column} = ? WHERE ${where}`).run(text).changes).toBe(1);
}

test.each([...DOCUMENTS, ...COLUMNS])(
  '%s.%s where %s reads as it was frozen',
  (_table, _column, _where, read) => {
    expect(sentenceOf(() => read(frozenBook()))).toBe('');
  },
);

test.each([...DOCUMENTS, ...COLUMNS])('a damaged %s.%s where %s is one sentence', (...document) => {
  for (const text of [
    '{"version":1,"content"',
    'null',
    '{"version":1,"content":{"x":1}}',
    '[1,2]',
  ]) {
    const book = frozenBook();
    overwrite(book, document, text);
    expect([text, sentenceOf(() => document[3](book))]).toEqual([
      text,
      expect.stringMatching(/^.+的内容已损坏，无法读取。请重新保存，或从备份恢复。$/u),
    ]);
  }
});

test.each(DOCUMENTS)(
  'a %s.%s where %s of a newer program is told apart from a damaged one',
  (...document) => {
    const book = frozenBook();
    overwrite(book, document, '{"version":99,"content":{"anything":[]}}');
    expect(sentenceOf(() => document[3](book))).toMatch(
      /是更新版本的县计存的。请用新版打开，数据未作改动。$/u,
    );
  },
);

test.each([5, 7, 10, 11])(
  'what a book of version %i names by its name goes on under the new one',
  (version) => {
    const book = frozenBook(version);
    const [town] = listUnits(book).filter((one) => one.name === '城关镇');
    if (town === undefined) throw new Error('the frozen book has no 城关镇');
    updateUnit(book, { ...town, name: '新城街道', aliases: [] });
    book.db.prepare("UPDATE indicator SET name = '到位资金（亿元）' WHERE id = 1").run();
    const { scheme } = schemeInForce(book, 2012);
    expect(scheme.groups[0]?.units).toEqual(['新城街道', '河口镇']);
    expect(scheme.items[0]?.rule).toMatchObject({
      parts: [{ source: { indicator: '到位资金（亿元）' } }],
    });
    expect(scheme.items[1]?.rule).toMatchObject({ tiers: [{ only: [{ text: '=新城街道' }] }, {}] });
    expect(listIndicators(book)[1]?.counted?.filters).toEqual([
      { field: 'introducer', text: '=新城街道' },
      { field: 'origin', text: '省外' },
    ]);
    expect(profileFor(book, '序号|项目名称|投资额')).toContainEqual({
      kind: 'unit',
      name: '城关办',
      as: { is: 'known', unit: '新城街道' },
    });
    if (version >= 7) {
      const { book: rules } = rulesInForce(book, 2012);
      expect(rules.rules[0]).toMatchObject({
        beyond: '到位资金（亿元）',
        filters: [{ field: 'introducer', text: '=新城街道' }],
      });
      expect(listLedgers(book)[0]?.definition.views[0]?.filters).toEqual([
        { field: 'f2', text: '=新城街道' },
      ]);
      expect(book.db.prepare('SELECT subject_key FROM reward WHERE id = 1').pluck().get()).toBe(
        'u2',
      );
    }
  },
);
