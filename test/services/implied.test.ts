/**
 * What is not said row by row is told all the same: the introducer's whole credit, the stage that a
 * project stands in since an unknown day.
 */
import { expect, test } from 'vitest';
import { PlannedValues } from '../../main/services/imports/planned-values.ts';
import { createRecord, editRecords, removeRecords } from '../../main/services/records/edit.ts';
import { commitImport, undoImportOf } from '../../main/services/imports/imports.ts';
import type { ImportPlan, PlannedRecord } from '../../main/services/imports/import-plan.ts';
import { setStage } from '../../main/services/projects/project-edit.ts';
import { recordDetail } from '../../main/services/records/query.ts';
import { listUnits, removeUnit } from '../../main/services/units/units.ts';
import { redoChange } from '../../main/services/records/undo.ts';
import { contentOf, testBook, type TestBook, takeBackNewest } from '../helpers/book.ts';

const UNITS = ['区招商局', '区工信局', '区发改局'];
const HALVES = [
  { unit: '区招商局', percent: '50' },
  { unit: '区工信局', percent: '50' },
];
const record = (
  values: Record<string, string>,
  more: Partial<PlannedRecord> = {},
): PlannedRecord => ({
  table: 0,
  row: 5,
  values: new PlannedValues(values),
  approximate: [],
  extra: {},
  credits: null,
  arrivals: [],
  ...more,
});
const plan = (more: Partial<ImportPlan>): ImportPlan => ({
  file: '招商.xlsx',
  ledger: 'project',
  tables: [{ file: '招商.xlsx', sheet: '招商引资', columns: {} }],
  units: [],
  creates: [],
  changes: [],
  unchanged: 0,
  rejected: 0,

  told: null,
  profiles: [],
  ...more,
});

/** A book with one project, imported with these values. */
function bookWith(values: Record<string, string>, more: Partial<PlannedRecord> = {}): TestBook {
  const book = testBook(UNITS);
  commitImport(book, plan({ creates: [record({ name: '甲', ...values }, more)] }));
  return book;
}
const credits = (book: TestBook): readonly string[] =>
  recordDetail(book, 'project', 1).credits.map((one) => `${one.unit} ${one.percent}`);
const stages = (book: TestBook): readonly unknown[] =>
  recordDetail(book, 'project', 1).stages.map((one) => [one.stage, one.date]);
const change =
  (values: Record<string, string>, more: Partial<PlannedRecord> = {}) =>
  (book: TestBook): unknown =>
    commitImport(book, plan({ changes: [{ id: 1, record: record(values, more) }] }));
const type =
  (field: string, value: string | null) =>
  (book: TestBook): unknown =>
    editRecords(book, 'project', [{ id: 1, field, value }]);
const stage =
  (to: string, date: string | null, who: string | null = null) =>
  (book: TestBook): unknown =>
    setStage(book, { id: 1, stage: to, date, who, note: null });

/** From what, what is done, and whom the project counts for before and after. */
const CREDITS: readonly (readonly [
  what: string,
  start: () => TestBook,
  step: (book: TestBook) => unknown,
  before: readonly string[],
  after: readonly string[],
])[] = [
  [
    'another introducer typed',
    () => bookWith({ introducer: '区招商局' }),
    type('introducer', '区工信局'),
    ['区招商局 100'],
    ['区工信局 100'],
  ],
  [
    'another introducer imported',
    () => bookWith({ introducer: '区招商局' }),
    change({ introducer: '区工信局' }),
    ['区招商局 100'],
    ['区工信局 100'],
  ],
  [
    'an introducer taken away',
    () => bookWith({ introducer: '区招商局' }),
    type('introducer', null),
    ['区招商局 100'],
    [],
  ],
  ['a first introducer', () => bookWith({}), type('introducer', '区招商局'), [], ['区招商局 100']],
  [
    'shares imported over one',
    () => bookWith({ introducer: '区招商局' }),
    change({}, { credits: HALVES }),
    ['区招商局 100'],
    ['区招商局 50', '区工信局 50'],
  ],
  [
    'one imported over shares',
    () => bookWith({ introducer: '区招商局' }, { credits: HALVES }),
    change({ introducer: '区发改局' }),
    ['区招商局 50', '区工信局 50'],
    ['区发改局 100'],
  ],
  [
    'another introducer of a shared project',
    () => bookWith({ introducer: '区招商局' }, { credits: HALVES }),
    type('introducer', '区发改局'),
    ['区招商局 50', '区工信局 50'],
    ['区发改局 50', '区工信局 50'],
  ],
  [
    'the introducer of a shared project taken away',
    () => bookWith({ introducer: '区招商局' }, { credits: HALVES }),
    type('introducer', null),
    ['区招商局 50', '区工信局 50'],
    [],
  ],
  [
    'the whole said for another than the introducer',
    () => bookWith({ introducer: '区招商局' }),
    change({}, { credits: [{ unit: '区工信局', percent: '100' }] }),
    ['区招商局 100'],
    ['区工信局 100'],
  ],
  [
    'the whole said for the introducer',
    () => bookWith({ introducer: '区招商局' }, { credits: HALVES }),
    change({}, { credits: [{ unit: '区招商局', percent: '100' }] }),
    ['区招商局 50', '区工信局 50'],
    ['区招商局 100'],
  ],
];
/** From which stage, what is done, and the moves that are told after. */
const STAGES: readonly (readonly [
  what: string,
  start: () => TestBook,
  step: (book: TestBook) => unknown,
  before: readonly unknown[],
  after: readonly unknown[],
])[] = [
  [
    'moved on, with a day',
    () => bookWith({ stage: 'signed' }),
    stage('started', '2012-05-10'),
    [['signed', null]],
    [
      ['signed', null],
      ['started', '2012-05-10'],
    ],
  ],
  [
    'moved on by typing',
    () => bookWith({ stage: 'signed' }),
    type('stage', '在建'),
    [['signed', null]],
    [
      ['signed', null],
      ['building', null],
    ],
  ],
  [
    'moved on by an import',
    () => bookWith({ stage: 'signed' }),
    change({ stage: 'building' }),
    [['signed', null]],
    [
      ['signed', null],
      ['building', null],
    ],
  ],
  [
    'the same stage, with its day',
    () => bookWith({ stage: 'signed' }),
    stage('signed', '2012.3'),
    [['signed', null]],
    [['signed', '2012-03']],
  ],
  [
    'the same stage, with who',
    () => bookWith({ stage: 'signed' }),
    stage('signed', null, '张三'),
    [['signed', null]],
    [['signed', null]],
  ],
  [
    'a first stage without a day',
    () => bookWith({}),
    type('stage', '签约'),
    [],
    [['signed', null]],
  ],
  [
    'a first stage with a day',
    () => bookWith({}),
    stage('started', '2012-05'),
    [],
    [['started', '2012-05']],
  ],
];

const cases = [
  ...CREDITS.map((one) => ['credits', ...one] as const),
  ...STAGES.map((one) => ['stages', ...one] as const),
];
test.each(cases)('%s: %s; undo, redo, undo', (what, _name, start, step, before, after) => {
  const told = what === 'credits' ? credits : stages;
  const book = start();
  const was = contentOf(book.db);
  expect(told(book)).toEqual(before);
  step(book);
  const is = contentOf(book.db);
  expect(told(book)).toEqual(after);
  takeBackNewest(book);
  expect(contentOf(book.db)).toEqual(was);
  expect(told(book)).toEqual(before);
  redoChange(book);
  expect(contentOf(book.db)).toEqual(is);
  takeBackNewest(book);
  expect(contentOf(book.db)).toEqual(was);
});

test('three moves stand in their order, each with what is known of it', () => {
  const book = bookWith({ stage: 'lead' });
  for (const step of [
    stage('signed', '2012.3', '张三'),
    type('stage', '在建'),
    stage('producing', '2012-09-01'),
  ])
    step(book);
  expect(recordDetail(book, 'project', 1).stages).toEqual([
    { stage: 'lead', date: null, who: null, note: null, evidence: null, told: null },
    { stage: 'signed', date: '2012-03', who: '张三', note: null, evidence: null, told: null },
    { stage: 'building', date: null, who: null, note: null, evidence: null, told: null },
    { stage: 'producing', date: '2012-09-01', who: null, note: null, evidence: null, told: null },
  ]);
});

/** the refusal says that projects count for it */
const BY_PROJECTS: unknown = expect.arrayContaining([expect.stringMatching(/^项目.*1条$/)]);

test('a unit is in use where a project counts for it, said or not', () => {
  const book = bookWith({ introducer: '区招商局' }, { credits: HALVES });
  createRecord(book, 'project', [{ name: '乙', introducer: '区发改局' }]);
  const refused = (name: string): unknown => {
    const id = listUnits(book).find((unit) => unit.name === name)?.id ?? 0;
    try {
      removeUnit(book, id);
      return 'removed';
    } catch (error) {
      return (error as { params?: unknown }).params;
    }
  };
  expect(['区招商局', '区工信局', '区发改局'].map(refused)).toMatchObject([
    { name: '区招商局', where: BY_PROJECTS },
    { name: '区工信局', where: BY_PROJECTS },
    { name: '区发改局', where: BY_PROJECTS },
  ]);
  removeRecords(book, 'project', [2]);
  expect(refused('区发改局')).toBe('removed');
});

test('an import with moves and shares is taken back after others were added', () => {
  const book = bookWith({ stage: 'signed', introducer: '区招商局' });
  const before = contentOf(book.db);
  const id = Number(
    change({ stage: 'building', introducer: '区工信局' }, { credits: HALVES })(book),
  );
  undoImportOf(book, id);
  expect(contentOf(book.db)).toEqual(before);
});
