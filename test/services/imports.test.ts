/**
 * Committing a plan: rows, origins, arrivals and credits; undo restores the content exactly, and
 * refuses where later work rests on it.
 */
import type { ImportAnswer } from '../../preload/contract/answers.ts';
import { PlannedValues } from '../../main/services/imports/planned-values.ts';
import { expect, test } from 'vitest';
import { Fault } from '../../main/domain/fault.ts';
import { editRecords, removeRecords } from '../../main/services/records/edit.ts';
import { commitImport, listImports, undoImportOf } from '../../main/services/imports/imports.ts';
import type { ImportPlan, PlannedRecord } from '../../main/services/imports/import-plan.ts';
import { findProject } from '../../main/services/imports/known.ts';
import { listProfiles, profileFor } from '../../main/services/imports/profiles.ts';
import { recordDetail, recordPage } from '../../main/services/records/query.ts';
import { redoChange, undoChange } from '../../main/services/records/undo.ts';
import { contentOf, testBook, takeBackNewest } from '../helpers/book.ts';

const record = (
  row: number,
  values: Record<string, string>,
  more: Partial<PlannedRecord> = {},
): PlannedRecord => ({
  table: 0,
  row,
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
  tables: [{ file: '招商.xlsx', sheet: '招商引资', columns: { name: 'B', total_investment: 'G' } }],
  units: [],
  creates: [],
  changes: [],
  unchanged: 0,
  rejected: 0,

  told: null,
  profiles: [],
  ...more,
});
const shared = record(
  9,
  {
    code: 'ZS5',
    name: '瑞熙钛业',
    introducer: '区招商局',
    total_investment: '240000000.00',
    stage: 'building',
  },
  {
    credits: [
      { unit: '区招商局', percent: '50' },
      { unit: '区工信局', percent: '50' },
    ],
    arrivals: [
      { date: '2012-01', amount: '10000000.00', currency: 'CNY', basis: 'month', until: null },
      { date: '2012-02', amount: '10000000.00', currency: 'CNY', basis: 'month', until: null },
    ],
    approximate: ['total_investment'],
  },
);

test('an import makes its units, records, credits, arrivals and origins in one change', () => {
  const book = testBook();
  const id = commitImport(
    book,
    plan({
      units: [
        { name: '区招商局', kind: 'department' },
        { name: '区工信局', kind: 'department' },
      ],
      creates: [shared],
    }),
  );
  const row = recordPage(
    book,
    { ledger: 'project', filters: [], search: '', sort: [], group: [] },
    0,
    10,
  )[0];
  expect(row).toMatchObject({
    name: '瑞熙钛业',
    arrived_total: '20000000.00',
    introducer: '区招商局',
    stage: 'building',
  });
  const whole = recordDetail(book, 'project', Number(row?.id));
  expect(whole.credits).toEqual([
    { unit: '区招商局', percent: '50' },
    { unit: '区工信局', percent: '50' },
  ]);
  expect(whole.origins).toMatchObject([
    {
      import: id,
      file: '招商.xlsx',
      sheet: '招商引资',
      row: 9,
      columns: { total_investment: 'G' },
    },
  ]);
  expect(whole).toMatchObject({
    approximate: ['total_investment'],
    stages: [{ stage: 'building', date: null }],
  });
});

test('an import keeps of which time its tables are, who sent them, and what did not come in', () => {
  const book = testBook();
  const id = commitImport(
    book,
    plan({
      tables: [
        { file: '招商.xlsx', sheet: '9月', columns: {}, year: 2012, month: 9, sender: '城关镇' },
      ],
      creates: [record(5, { name: '甲', total_investment: '1.00' })],
      leftOut: [{ place: '招商.xlsx 9月!D5', message: '“差额”看不出是什么数，里面的数没有导入。' }],
    }),
  );
  expect(listImports(book)).toMatchObject([
    { id, leftOut: ['招商.xlsx 9月!D5：“差额”看不出是什么数，里面的数没有导入。'] },
  ]);
  expect(book.db.prepare('SELECT sheet, year, month, sender FROM import_table').all()).toEqual([
    { sheet: '9月', year: 2012, month: 9, sender: '城关镇' },
  ]);
});

test('so many records that they are written in bulk keep the same sums, origins and history, and are taken back to the last row', () => {
  const book = testBook(['区招商局']);
  const before = contentOf(book.db);
  const arrival = (amount: string, currency = 'CNY'): PlannedRecord['arrivals'][number] => ({
    date: null,
    amount,
    currency,
    basis: 'balance',
    until: null,
  });
  const creates = Array.from({ length: 2500 }, (_, at) =>
    record(
      at + 3,
      {
        code: `P${at}`,
        name: `第${at}号项目`,
        introducer: '区招商局',
        total_investment: `${at}.00`,
      },
      {
        arrivals:
          at % 5 === 0
            ? [arrival('0.00')]
            : at % 5 === 1
              ? [arrival('7.00', 'USD')]
              : [arrival(`${at}.50`)],
      },
    ),
  );
  const id = commitImport(book, plan({ creates }));
  expect(
    book.db
      .prepare(
        "SELECT count(*) FROM project WHERE arrived_total IS NOT (SELECT sum(amount) FROM arrival WHERE project_id = project.id AND currency = 'CNY')",
      )
      .pluck()
      .get(),
  ).toBe(0);
  expect(book.db.prepare('SELECT count(*) FROM arrival').pluck().get()).toBe(2000);
  const found = findProject(book, { code: 'P2402', name: '', units: [] });
  expect(found?.values).toMatchObject({
    name: '第2402号项目',
    introducer: '区招商局',
    arrived_total: '2402.50',
  });
  const whole = recordDetail(book, 'project', found?.id ?? 0);
  expect([whole.origins.map((one) => one.row), whole.history.map((one) => one.what)]).toEqual([
    [2405],
    ['created'],
  ]);
  // the trigger is awake again
  book.db.prepare('INSERT INTO arrival (project_id, amount) VALUES (?, 100)').run(found?.id);
  expect(recordDetail(book, 'project', found?.id ?? 0).row['arrived_total']).toBe('2403.50');
  book.db.prepare('DELETE FROM arrival WHERE project_id = ? AND amount = 100').run(found?.id);
  undoImportOf(book, id);
  expect(contentOf(book.db)).toEqual(before);
});

test('undo restores the content exactly, and only once', () => {
  const book = testBook(['区招商局']);
  commitImport(book, plan({ creates: [record(5, { name: '甲', total_investment: '1.00' })] }));
  const before = contentOf(book.db);
  const found = findProject(book, { code: null, name: '甲', units: [] });
  const id = commitImport(
    book,
    plan({
      units: [{ name: '区工信局', kind: 'department' }],
      creates: [shared],
      changes: [
        {
          id: found?.id ?? 0,
          record: record(
            6,
            { total_investment: '2.00' },
            {
              arrivals: [
                { date: null, amount: '5.00', currency: 'CNY', basis: 'balance', until: null },
              ],
            },
          ),
        },
      ],
    }),
  );
  expect(contentOf(book.db)).not.toEqual(before);
  expect(undoImportOf(book, id)).toBeGreaterThan(0);
  expect(contentOf(book.db)).toEqual(before);
  expect(() => undoImportOf(book, id)).toThrow(Fault);
  expect(listImports(book).map((one) => [one.id, one.undone])).toEqual([
    [2, true],
    [1, false],
  ]);
});

test('undo names the record that was changed since, and leaves everything', () => {
  const book = testBook();
  const id = commitImport(
    book,
    plan({ creates: [record(5, { name: '甲', total_investment: '1.00' })] }),
  );
  const found = findProject(book, { code: null, name: '甲', units: [] });
  editRecords(book, 'project', [{ id: found?.id ?? 0, field: 'remark', value: '手工补记' }]);
  const before = contentOf(book.db);
  try {
    undoImportOf(book, id);
    expect.unreachable();
  } catch (error) {
    expect(error).toMatchObject({ code: 'import.changedLater', params: { records: '甲' } });
  }
  expect(contentOf(book.db)).toEqual(before);
});

test('a cumulative figure sets only the part that the dated arrivals leave open', () => {
  const book = testBook();
  commitImport(
    book,
    plan({
      creates: [
        record(
          5,
          { name: '甲' },
          {
            arrivals: [
              { date: '2012-01', amount: '30.00', currency: 'CNY', basis: 'month', until: null },
            ],
          },
        ),
      ],
    }),
  );
  const found = findProject(book, { code: null, name: '甲', units: [] });
  commitImport(
    book,
    plan({
      changes: [
        {
          id: found?.id ?? 0,
          record: record(
            5,
            {},
            {
              arrivals: [
                { date: null, amount: '50.00', currency: 'CNY', basis: 'balance', until: null },
              ],
            },
          ),
        },
      ],
    }),
  );
  const whole = recordDetail(book, 'project', found?.id ?? 0);
  expect(whole.row['arrived_total']).toBe('50.00');
  expect(whole.arrivals.map((one) => [one.date, one.amount, one.basis])).toEqual([
    [null, '20.00', 'balance'],
    ['2012-01', '30.00', 'month'],
  ]);
});

test('a failing record leaves nothing of the import behind', () => {
  const book = testBook();
  const before = contentOf(book.db);
  expect(() =>
    commitImport(
      book,
      plan({
        creates: [record(5, { name: '甲' }), record(6, { name: '乙', introducer: '没有的局' })],
      }),
    ),
  ).toThrow(Fault);
  expect(contentOf(book.db)).toEqual(before);
  expect(listImports(book)).toEqual([]);
});

test('months that an undated total already covers are told apart from it, later ones are added', () => {
  const book = testBook();
  const arrived = (
    date: string | null,
    amount: string,
    until: string | null = null,
  ): PlannedRecord =>
    record(
      5,
      {},
      {
        arrivals: [
          { date, amount, currency: 'CNY', basis: date === null ? 'balance' : 'month', until },
        ],
      },
    );
  commitImport(
    book,
    plan({
      creates: [
        record(
          5,
          { name: '甲' },
          {
            arrivals: [
              { date: null, amount: '300.00', currency: 'CNY', basis: 'balance', until: '2012-03' },
            ],
          },
        ),
      ],
    }),
  );
  const id = findProject(book, { code: null, name: '甲', units: [] })?.id ?? 0;
  for (const month of ['2012-01', '2012-02', '2012-03'])
    commitImport(book, plan({ changes: [{ id, record: arrived(month, '100.00') }] }));
  expect(recordDetail(book, 'project', id).row['arrived_total']).toBe('300.00');
  commitImport(book, plan({ changes: [{ id, record: arrived('2012-04', '50.00') }] }));
  commitImport(book, plan({ changes: [{ id, record: arrived('2012-02', '0.00') }] }));
  expect(recordDetail(book, 'project', id).row['arrived_total']).toBe('250.00');
});

test('a changed record takes the mark of its new figure and the sheet’s other columns', () => {
  const book = testBook();
  commitImport(
    book,
    plan({
      creates: [
        record(
          5,
          { name: '甲', total_investment: '1.00', jobs: '3' },
          { approximate: ['total_investment', 'jobs'], extra: { 核准人: '张三', 批次: '一' } },
        ),
      ],
    }),
  );
  const id = findProject(book, { code: null, name: '甲', units: [] })?.id ?? 0;
  commitImport(
    book,
    plan({
      changes: [
        { id, record: record(5, { total_investment: '2.00' }, { extra: { 核准人: '赵六' } }) },
      ],
    }),
  );
  expect(recordDetail(book, 'project', id)).toMatchObject({
    approximate: ['jobs'],
    extra: { 核准人: '赵六', 批次: '一' },
  });
});

test('one namesake of another unit is another project', () => {
  const book = testBook(['甲镇', '乙镇']);
  commitImport(
    book,
    plan({ creates: [record(5, { name: '道路硬化', responsible_unit: '甲镇' })] }),
  );
  expect(findProject(book, { code: null, name: '道路硬化', units: ['乙镇'] })).toBeNull();
  expect(findProject(book, { code: null, name: '道路硬化', units: [] })).not.toBeNull();
});

test('two projects of one name are told apart by their units, and left open where they cannot be', () => {
  const book = testBook(['甲镇', '乙镇']);
  commitImport(
    book,
    plan({
      creates: [
        record(5, { name: '标准厂房', responsible_unit: '甲镇' }),
        record(6, { name: '标准厂房', responsible_unit: '乙镇' }),
      ],
    }),
  );
  expect(
    findProject(book, { code: null, name: '标准厂房', units: ['乙镇'] })?.values[
      'responsible_unit'
    ],
  ).toBe('乙镇');
  expect(findProject(book, { code: null, name: '标准厂房', units: [] })).toBeNull();
});

test('of a large import, the one record edited since is named; without the edit all of it goes and comes back', () => {
  const book = testBook(['区招商局']);
  const before = contentOf(book.db);
  const rows = Array.from({ length: 1500 }, (_, at) =>
    record(
      at + 5,
      {
        name: `第${at + 1}号`,
        introducer: '区招商局',
        stage: 'signed',
        total_investment: `${at}.50`,
      },
      {
        arrivals: [
          { date: '2012-01', amount: '1.00', currency: 'CNY', basis: 'month', until: null },
        ],
      },
    ),
  );
  const id = commitImport(book, plan({ creates: rows }));
  const after = contentOf(book.db);
  expect(
    [1, 1200, 1500].map((project) =>
      recordDetail(book, 'project', project).origins.map((one) => one.row),
    ),
  ).toEqual([[5], [1204], [1504]]);
  editRecords(book, 'project', [{ id: 1200, field: 'remark', value: '手工补记' }]);
  try {
    undoImportOf(book, id);
    expect.unreachable();
  } catch (error) {
    expect(error).toMatchObject({ code: 'import.changedLater', params: { records: '第1200号' } });
  }
  undoChange(book);
  expect(undoImportOf(book, id)).toBe(1500);
  expect(contentOf(book.db)).toEqual(before);
  expect(redoChange(book).records).toBe(1500);
  expect(contentOf(book.db)).toEqual(after);
  expect(recordDetail(book, 'project', 1500).origins.map((one) => one.row)).toEqual([1504]);
});

test('undo names a record that was removed since', () => {
  const book = testBook();
  const id = commitImport(
    book,
    plan({ creates: [record(5, { name: '甲' }), record(6, { name: '乙' })] }),
  );
  removeRecords(book, 'project', [2]);
  expect(() => undoImportOf(book, id)).toThrow(
    expect.objectContaining({
      code: 'import.changedLater',
      params: { id, records: '乙' },
    }) as Error,
  );
});

test('what an import had confirmed is forgotten when it is taken back, and the import before counts again', () => {
  const book = testBook();
  const answers = (field: string): readonly ImportAnswer[] => [
    { kind: 'field', file: '', sheet: '0', table: 1, column: 'C', field, use: 'field' },
  ];
  const confirm = (field: string): number =>
    commitImport(
      book,
      plan({
        creates: [record(5, { name: field })],
        profiles: [{ shape: '名称|投资', name: '招商.xlsx', answers: answers(field) }],
      }),
    );
  confirm('total_investment');
  const second = confirm('contract_amount');
  expect(profileFor(book, '名称|投资')).toEqual(answers('contract_amount'));
  expect(listProfiles(book).map((one) => [one.shape, one.answers])).toEqual([['名称|投资', 1]]);
  undoImportOf(book, second);
  expect(profileFor(book, '名称|投资')).toEqual(answers('total_investment'));
  redoChange(book);
  expect(profileFor(book, '名称|投资')).toEqual(answers('contract_amount'));
  takeBackNewest(book);
  takeBackNewest(book);
  expect([profileFor(book, '名称|投资'), listProfiles(book)]).toEqual([null, []]);
});

test.each([
  ['a name that another unit has as its alias', { name: '招商' }],
  ['an alias that another unit has as its name', { name: '区商务局', aliases: '区招商局' }],
  ['an alias that another unit has', { name: '区商务局', aliases: '商务、招商' }],
])('a list of units with %s is refused whole', (_what, values) => {
  const book = testBook(['区招商局']);
  editRecords(book, 'unit', [{ id: 2, field: 'aliases', value: '招商、招商办' }]);
  const before = contentOf(book.db);
  const units = plan({
    ledger: 'unit',
    creates: [
      record(4, { name: '虢镇', kind: 'township' }),
      record(5, { kind: 'department', ...values }),
    ],
  });
  expect(() => commitImport(book, units)).toThrow(
    expect.objectContaining({ code: 'unit.exists' }) as Error,
  );
  expect(contentOf(book.db)).toEqual(before);
});

test('figures keep every digit, whether a double holds them or not', () => {
  const book = testBook();
  const figures = [
    '0.01',
    '0.00',
    '12',
    '1.5',
    '9999999999999.99',
    '12345678901234.56',
    '90071992547409.93',
    '-3.50',
  ];
  commitImport(
    book,
    plan({
      creates: figures.map((figure, at) =>
        record(at + 5, { name: `第${at}号`, total_investment: figure }),
      ),
    }),
  );
  expect(
    book.db.prepare('SELECT CAST(total_investment AS TEXT) FROM project ORDER BY id').pluck().all(),
  ).toEqual([
    '1',
    '0',
    '1200',
    '150',
    '999999999999999',
    '1234567890123456',
    '9007199254740993',
    '-350',
  ]);
});
