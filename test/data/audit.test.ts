/**
 * The audit tells rows created one after another in one line, and takes any change back exactly.
 */
import { expect, test } from 'vitest';
import { changesOfRecord, originsOf, recordOrigins } from '../../main/data/records/history.ts';
import { transaction, type BookWriter } from '../../main/data/open.ts';
import { countWritten, restingOn, reverseChange } from '../../main/data/records/undo.ts';
import { LONGEST_RUN, write, type Writing } from '../../main/data/write.ts';
import { dependentsOf, type AuditedTable } from '../../main/data/audited-tables.ts';
import { ledgers } from '../../main/domain/ledgers/index.ts';
import { contentOf, testBook, type TestBook } from '../helpers/book.ts';

const at = { at: '2012-10-08T02:00:00Z', who: '王敏', label: '试' };
/** Does `work` in one change; answers the change's number. */
const change = (book: TestBook, work: (writing: Writing) => void): number =>
  transaction(book.db, (tx) =>
    write(tx, at, (writing) => {
      work(writing);
      return writing.change;
    }),
  );
const back = (book: TestBook, number: number): number =>
  transaction(book.db, (tx: BookWriter) => {
    reverseChange(tx, number, at);
    return Number(tx.prepare('SELECT undone_by FROM change WHERE id = ?').pluck().get(number));
  });
const linesOf = (book: TestBook, number: number): unknown[] =>
  book.db
    .prepare(
      `SELECT "table", operation, row_id, last_id FROM audit WHERE change_id = ? ORDER BY id`,
    )
    .raw()
    .all(number);
const projects = (writing: Writing, count: number): readonly number[] =>
  Array.from({ length: count }, (_, place) =>
    writing.insert('project', { name: `项目${place + 1}` }),
  );
const arrival = (project: number, amount: number) => ({
  project_id: project,
  amount,
  currency: 'CNY',
  basis: 'entry',
});

/**
 * What a change may do, and the lines that its audit then has; every one of them is taken back and
 * brought again.
 */
const CASES: readonly (readonly [
  what: string,
  work: (writing: Writing) => void,
  lines: readonly unknown[],
])[] = [
  [
    'rows of one table are one line',
    (writing) => void projects(writing, 3),
    [['project', 'created', 1, 3]],
  ],
  [
    'rows of two tables in turn are one line each, what hangs on others last',
    (writing) => {
      for (let place = 0; place < 3; place++)
        writing.insert('arrival', arrival(projects(writing, 1)[0] ?? 0, 100 + place));
    },
    [
      ['project', 'created', 1, 3],
      ['arrival', 'created', 1, 3],
    ],
  ],
  [
    'a row changed after its creation comes after the line',
    (writing) => {
      projects(writing, 3);
      writing.update('project', 2, { remark: '改' });
      projects(writing, 2);
    },
    [
      ['project', 'created', 1, 3],
      ['project', 'changed', 2, 2],
      ['project', 'created', 4, 5],
    ],
  ],
  [
    'a row removed out of a line comes back before the line goes',
    (writing) => {
      projects(writing, 3);
      writing.insert('arrival', arrival(2, 700));
      writing.remove('project', 2);
    },
    [
      ['project', 'created', 1, 3],
      ['arrival', 'created', 1, 1],
      ['arrival', 'removed', 1, 1],
      ['project', 'removed', 2, 2],
    ],
  ],
  [
    'what hangs on a row is told before the row changes',
    (writing) => {
      const [project = 0] = projects(writing, 1);
      writing.insert('arrival', arrival(project, 100));
      writing.update('arrival', 1, { amount: 300 });
      writing.insert('arrival', arrival(project, 50));
    },
    [
      ['project', 'created', 1, 1],
      ['arrival', 'created', 1, 1],
      ['arrival', 'changed', 1, 1],
      ['arrival', 'created', 2, 2],
    ],
  ],
  [
    'a unit comes before the records that name it',
    (writing) => {
      const unit = writing.insert('unit', { name: '新单位', kind: 'department', place: 9 });
      writing.insert('project', { name: '甲', introducer: unit });
    },
    [
      ['unit', 'created', 2, 2],
      ['project', 'created', 1, 1],
    ],
  ],
  [
    'a removed row’s id is not given again',
    (writing) => {
      projects(writing, 2);
      writing.remove('project', 2);
      projects(writing, 1);
    },
    [
      ['project', 'created', 1, 2],
      ['project', 'removed', 2, 2],
      ['project', 'created', 3, 3],
    ],
  ],
  [
    'a line holds no more than the schema lets it',
    (writing) => void projects(writing, LONGEST_RUN + 1),
    [
      ['project', 'created', 1, LONGEST_RUN],
      ['project', 'created', LONGEST_RUN + 1, LONGEST_RUN + 1],
    ],
  ],
];

test.each(CASES)('%s; undo, redo, undo', (_what, work, lines) => {
  const book = testBook();
  const before = contentOf(book.db);
  const number = change(book, work);
  const after = contentOf(book.db);
  expect(linesOf(book, number)).toEqual(lines);
  const undone = back(book, number);
  expect(contentOf(book.db)).toEqual(before);
  const redone = back(book, undone);
  expect(contentOf(book.db)).toEqual(after);
  back(book, redone);
  expect(contentOf(book.db)).toEqual(before);
});

test('a change is not taken back twice, and nothing is written then', () => {
  const book = testBook();
  const number = change(book, (writing) => void projects(writing, 2));
  back(book, number);
  const audits = book.db.prepare('SELECT count(*) FROM audit').pluck().get();
  expect(() => back(book, number)).toThrow(RangeError);
  expect(book.db.prepare('SELECT count(*) FROM audit').pluck().get()).toBe(audits);
});

test('each row of a line has its own history', () => {
  const book = testBook();
  change(book, (writing) => void projects(writing, 1500));
  change(book, (writing) => void writing.update('project', 700, { remark: '改' }));
  const told = (id: number): unknown[] =>
    changesOfRecord(book.db, ledgers.project, id).map((one) => one.what);
  expect([1, 699, 700, 1000, 1001, 1500, 1501].map(told)).toEqual([
    ['created'],
    ['created'],
    ['changed', 'created'],
    ['created'],
    ['created'],
    ['created'],
    [],
  ]);
});

test('a record written twice is one record of its change', () => {
  const book = testBook();
  const first = change(book, (writing) => {
    projects(writing, 5);
    for (const id of [2, 3]) writing.update('project', id, { remark: '改' });
    writing.remove('project', 3);
  });
  const second = change(book, (writing) => {
    for (const id of [1, 5]) writing.update('project', id, { remark: '再改' });
    projects(writing, 2);
  });
  expect([
    countWritten(book.db, first, ['project', 'unit']),
    countWritten(book.db, second, ['project']),
  ]).toEqual([5, 4]);
});

/**
 * What a later change does to the projects 1 to 5 and unit 2 that the first one made, and the rows
 * that then rest on it.
 */
const LATER: readonly (readonly [
  what: string,
  work: (writing: Writing) => void,
  resting: readonly string[],
])[] = [
  ['nothing of it', (writing) => void projects(writing, 3), []],
  [
    'one row in the middle changed',
    (writing) => void writing.update('project', 3, { remark: '改' }),
    ['project 3'],
  ],
  ['the last row removed', (writing) => writing.remove('project', 5), ['project 5']],
  ['an arrival added', (writing) => void writing.insert('arrival', arrival(4, 100)), ['arrival 2']],
  [
    'an arrival of it changed',
    (writing) => void writing.update('arrival', 1, { amount: 900 }),
    ['arrival 1'],
  ],
  [
    'its unit named by a record of its own',
    (writing) => void writing.update('project', 2, { introducer: 2 }),
    ['project 2'],
  ],
  [
    'its unit named by another record',
    (writing) => void writing.insert('project', { name: '乙', introducer: 2 }),
    ['project 6'],
  ],
  [
    'its unit made the parent of another',
    (writing) =>
      void writing.insert('unit', { name: '股室', kind: 'department', place: 9, parent_id: 2 }),
    ['unit 3'],
  ],
];

test.each(LATER)('%s: what rests on a change', (_what, work, resting) => {
  const book = testBook();
  const first = change(book, (writing) => {
    writing.insert('unit', { name: '新单位', kind: 'department', place: 9 });
    projects(writing, 5);
    writing.insert('arrival', arrival(1, 100));
  });
  const second = change(book, work);
  expect(restingOn(book.db, first).map((row) => `${row.table} ${row.id}`)).toEqual(resting);
  expect(restingOn(book.db, second)).toEqual([]);
  back(book, second);
  expect(restingOn(book.db, first)).toEqual([]);
});

test('a unit that the change itself had other records name does not hold it back', () => {
  const book = testBook();
  change(book, (writing) => void projects(writing, 1));
  const before = contentOf(book.db);
  const second = change(book, (writing) => {
    const unit = writing.insert('unit', { name: '新单位', kind: 'department', place: 9 });
    writing.update('project', 1, { introducer: unit });
    writing.insert('credit', { project_id: 1, unit_id: unit, share: 5000 });
  });
  change(book, (writing) => void projects(writing, 1));
  expect(restingOn(book.db, second)).toEqual([]);
  back(book, second);
  expect(contentOf(book.db)).toMatchObject({
    unit: before['unit'],
    credit: [],
    project: [before['project']?.[0], expect.anything()],
  });
});

test('origins of many records are few lines, and each record finds its own row', () => {
  const book = testBook();
  const number = change(book, (writing) => {
    writing.db
      .prepare(
        `INSERT INTO import (id, file, at, ledger, created, changed, unchanged, rejected, change_id) VALUES (1, '大表.xlsx', '', 'project', 0, 0, 0, 0, ?)`,
      )
      .run(writing.change);
    for (const [table, sheet] of ['一季度', '二季度'].entries())
      writing.db
        .prepare(
          `INSERT INTO import_table (import_id, number, file, sheet, columns) VALUES (1, ?, '大表.xlsx', ?, '{}')`,
        )
        .run(table, sheet);
    recordOrigins(writing.db, { ledger: 'project', import: 1 }, (note) => {
      for (const id of projects(writing, 2500))
        note(id, id > 2400 ? 1 : 0, id > 2400 ? id - 2000 : id + 4 + Math.floor(id / 1200));
    });
  });
  const found = (id: number): unknown[] =>
    originsOf(book.db, 'project', id).map((one) => [one.sheet, one.row]);
  expect([1, 1000, 1001, 1199, 1200, 2400, 2401, 2500, 2501].map(found)).toEqual([
    [['一季度', 5]],
    [['一季度', 1004]],
    [['一季度', 1005]],
    [['一季度', 1203]],
    [['一季度', 1205]],
    [['一季度', 2406]],
    [['二季度', 401]],
    [['二季度', 500]],
    [],
  ]);
  expect(book.db.prepare('SELECT count(*) FROM origin').pluck().get()).toBeLessThan(8);
  back(book, number);
  expect(found(1)).toEqual([]);
});

/** What SQLite takes away or lets go by itself leaves no audit, and comes back with no undo. */
test('whatever the schema removes or empties with a row is removed or emptied by the audit before', () => {
  const book = testBook();
  const keys = book.db
    .prepare(
      `SELECT child.name AS child, "table" AS parent, "from" AS column, on_delete AS does FROM sqlite_schema child, pragma_foreign_key_list(child.name)
       WHERE child.type = 'table' AND on_delete <> 'NO ACTION'`,
    )
    .all() as readonly { child: string; parent: string; column: string; does: string }[];
  const known = keys.filter(({ child, parent, column }) =>
    dependentsOf(parent as AuditedTable).some(
      (one) => one.table === child && one.column === column,
    ),
  );
  expect(known.length).toBeGreaterThan(10);
  expect(
    keys
      .filter((one) => !known.includes(one))
      .map(({ child, column, does }) => `${child}.${column} ${does}`),
  ).toEqual(['reward.project_id SET NULL']);
  // the one that is let go: undone, the award is of its project again
  change(book, (writing) => {
    const project = writing.insert('project', { name: '海泰新能' });
    const rules = writing.insert('reward_book', {
      year: 2012,
      number: 1,
      name: '办法',
      content: '{}',
    });
    writing.insert('reward', {
      book_id: rules,
      year: 2012,
      rule: '引荐',
      project_id: project,
      subject: '招商局',
      amount: 100,
      currency: 'CNY',
      words: '',
      proposed_on: '2012-09-01',
    });
  });
  const before = book.db.prepare('SELECT * FROM reward').all();
  const removed = change(book, (writing) => writing.remove('project', 1));
  expect(book.db.prepare('SELECT project_id FROM reward').pluck().get()).toBeNull();
  back(book, removed);
  expect(book.db.prepare('SELECT * FROM reward').all()).toEqual(before);
});
