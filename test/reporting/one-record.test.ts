/**
 * What prints one record looks it up with what hangs on it: no statement goes through a ledger,
 * however large that is.
 */
import { expect, test } from 'vitest';
import { freshLinks } from '../../main/data/derived/project-links.ts';
import { makeTable } from '../../main/reporting/making/making.ts';
import { insertRecord } from '../../main/services/records/write-record.ts';
import { command } from '../../main/services/book/book.ts';
import { ledgerNamed } from '../../main/services/records/query.ts';
import { testBook, type TestBook } from '../helpers/book.ts';

/** Small by nature: the county's tree, its rates, its parks' conditions. */
const SMALL =
  /^(SCAN|SEARCH) (unit|setting|gate|exchange_rate|own_ledger|derived|json_each|value)\b/;

function bookOf(): TestBook {
  const book = testBook(['城关镇', '河口镇']);
  command(book, '登记', ['project'], (writing) => {
    for (const [code, name] of [
      ['project', 'name'],
      ['rectification', 'problem'],
      ['task', 'title'],
      ['lead', 'content'],
    ] as const)
      for (const text of ['甲', '乙', '丙'])
        insertRecord(book.rules, writing, ledgerNamed(code), { [name]: text });
  });
  return book;
}

/** The statements that `work` has SQLite run, each with how it goes about it. */
function plansOf({ db }: TestBook, work: () => void): readonly string[] {
  const asked = new Set<string>();
  const prepare = db.prepare.bind(db);
  db.prepare = ((sql: string) => {
    asked.add(sql);
    return prepare(sql);
  }) as typeof db.prepare;
  try {
    work();
  } finally {
    db.prepare = prepare;
  }
  return (
    [...asked]
      // what the tests' own look at shapes asks of the schema is not the program's
      .filter((sql) => /^\s*(SELECT|WITH)\b/.test(sql) && !sql.includes('pragma_'))
      .flatMap((sql) =>
        (prepare(`EXPLAIN QUERY PLAN ${bare(sql)}`).all() as { detail: string }[]).map(
          ({ detail: step }) => `${step} ← ${sql}`,
        ),
      )
  );
}
/** Without its parameters: how a statement is gone about does not depend on them. */
const bare = (sql: string): string =>
  sql
    .split(/('[^']*')/)
    .map((part, at) => (at % 2 === 0 ? part.replace(/\?|:[a-z]\w*/gi, 'NULL') : part))
    .join('');
const scansOf = (plans: readonly string[]): readonly string[] =>
  plans.filter((plan) => plan.startsWith('SCAN ') && !SMALL.test(plan));

test.each([
  ['project-card', 'project'],
  ['gate', 'project'],
  ['supervision-slip', 'task'],
])('%s of one record goes through no ledger', (name, ledger) => {
  const book = bookOf();
  // links are brought up to date by the first question after a change
  freshLinks(book.db);
  let records = 0;
  const plans = plansOf(book, () => {
    records = makeTable(book, name, { filters: [], record: 2 }).records;
  });
  expect(records).toBe(1);
  expect(plans.some((plan) => plan.includes(`SEARCH ${ledger}`))).toBe(true);
  expect(scansOf(plans)).toEqual([]);
});
