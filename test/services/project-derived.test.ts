/**
 * What is kept beside the records is always what the records say: sums by unit, stage and month
 * against the raw join, the search against LIKE, after any change and its undo.
 */
import { expect, test } from 'vitest';
import { monthSums } from '../../main/data/derived/project-sums.ts';
import { PARENTS } from '../../main/data/derived/project-links.ts';
import { saveArrival } from '../../main/services/projects/arrivals.ts';
import { mergeProjects } from '../../main/services/projects/carry-over.ts';
import { setCredit } from '../../main/services/projects/credits.ts';
import { createRecord, editRecords, removeRecords } from '../../main/services/records/edit.ts';
import { setStage } from '../../main/services/projects/project-edit.ts';
import { setProjectParent, splitProject } from '../../main/services/projects/project-family.ts';
import { arrivalMonths } from '../../main/services/projects/project-views.ts';
import { searchEverything } from '../../main/services/records/search.ts';
import { Fault } from '../../main/domain/fault.ts';
import { redoChange, undoChange } from '../../main/services/records/undo.ts';
import { testBook, type TestBook } from '../helpers/book.ts';

/** The same numbers every time, from a seed. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

const UNITS = ['甲镇', '乙镇', '丙镇', '高新区', '经开区'];
const STAGES = ['签约', '开工', '在建', '投产'];
const pick = <T>(list: readonly T[], roll: (sides: number) => number): T | undefined =>
  list[roll(list.length)];

function rawJoin(book: TestBook): unknown[] {
  const parts = `SELECT project.id, stage, coalesce(unit_id, 0) AS unit_id, coalesce(share, 10000) AS share FROM project LEFT JOIN credited ON credited.project_id = project.id WHERE project.id NOT IN (${PARENTS})`;
  const sql = `SELECT unit.name AS unit, parts.stage, substr(date, 1, 7) AS month, count(*) AS entries, total(CASE currency WHEN 'CNY' THEN amount * share END) AS amount, total(CASE currency WHEN 'CNY' THEN recognised * share END) AS recognised, total(currency <> 'CNY') AS others
    FROM arrival JOIN (${parts}) parts ON parts.id = arrival.project_id LEFT JOIN unit ON unit.id = unit_id GROUP BY 1, 2, 3`;
  return (book.db.prepare(sql).all() as Record<string, unknown>[])
    .map((row) =>
      JSON.stringify([
        row['unit'],
        row['stage'],
        row['month'],
        row['entries'],
        row['amount'],
        row['recognised'],
        row['others'],
      ]),
    )
    .sort();
}
const kept = (book: TestBook): unknown[] =>
  monthSums(book.db, null)
    .map((row) =>
      JSON.stringify([
        row.unit,
        row.stage,
        row.month,
        row.entries,
        Number(row.amount),
        Number(row.recognised),
        row.others,
      ]),
    )
    .sort();

const ids = (book: TestBook, table: 'project' | 'arrival'): number[] =>
  book.db.prepare(`SELECT id FROM ${table} ORDER BY id`).pluck().all() as number[];
const introducer = (book: TestBook, id: number): string =>
  String(
    book.db
      .prepare(
        'SELECT unit.name FROM project LEFT JOIN unit ON unit.id = introducer WHERE project.id = ?',
      )
      .pluck()
      .get(id) ?? '',
  );

/** One random step; a refusal is a step too. */
function step(book: TestBook, roll: (sides: number) => number, at: number): void {
  const project = pick(ids(book, 'project'), roll) ?? 0;
  const other = pick(ids(book, 'project'), roll) ?? 0;
  const arrival = pick(ids(book, 'arrival'), roll);
  const unit = pick(UNITS, roll) ?? '甲镇';
  const steps: (() => unknown)[] = [
    () =>
      createRecord(book, 'project', [
        {
          name: `项目${at}`,
          stage: pick(STAGES, roll) ?? '签约',
          ...(roll(3) > 0 ? { introducer: unit } : {}),
        },
      ]),
    () =>
      saveArrival(book, {
        project,
        id: null,
        date: [null, '2012', '2012.5', '2012.6.3', '2011.12.1'][roll(5)] ?? null,
        amount: String(roll(900) + 1),
        currency: roll(6) === 0 ? 'USD' : 'CNY',
        source: null,
        evidence: null,
        remark: null,
        cuts: roll(2) === 0 ? null : [{ amount: '0.5', reason: '土地价款' }],
        anyway: true,
      }),
    () =>
      arrival !== undefined &&
      editRecords(book, 'arrival', [
        { id: arrival, field: 'amount', value: String(roll(500) + 1) },
        { id: arrival, field: 'date', value: '2012.7.1' },
      ]),
    () => arrival !== undefined && removeRecords(book, 'arrival', [arrival]),
    () =>
      setCredit(book, {
        id: project,
        split: 'seven',
        shares: [
          { unit: introducer(book, project), percent: '70' },
          { unit, percent: '30' },
        ],
        certificate: null,
      }),
    () => editRecords(book, 'project', [{ id: project, field: 'introducer', value: unit }]),
    () =>
      setStage(book, {
        id: project,
        stage: ['signed', 'started', 'building'][roll(3)] ?? 'signed',
        date: null,
        who: null,
        note: '调整',
      }),
    () =>
      setProjectParent(book, {
        id: project,
        parent: roll(3) === 0 ? null : other,
        takeArrivals: true,
      }),
    () =>
      splitProject(book, {
        id: project,
        parts: [
          { name: `分${at}`, percent: '40', introducer: null },
          { name: `支${at}`, percent: '60', introducer: unit },
        ],
        arrivalsTo: 0,
      }),
    () => mergeProjects(book, { keep: project, drop: other, arrivals: 'all' }),
    () => removeRecords(book, 'project', [project]),
    () => editRecords(book, 'project', [{ id: project, field: 'name', value: `改名${at}` }]),
    () => undoChange(book),
    () => redoChange(book),
  ];
  try {
    // money comes in more often than anything else
    steps[Math.max(0, roll(steps.length + 8) - 8) || roll(2)]?.();
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
  }
}

test.each([1, 2, 3, 4])(
  'sums by unit, stage and month equal the raw join after any change: seed %i',
  (seed) => {
    const book = testBook(UNITS);
    const roll = dice(seed);
    createRecord(
      book,
      'project',
      Array.from({ length: 12 }, (_, at) => ({
        name: `始${at}`,
        introducer: UNITS[at % UNITS.length] ?? '甲镇',
        stage: '在建',
      })),
    );
    let filled = 0;
    for (let at = 0; at < 150; at++) {
      step(book, roll, at);
      // not asked after every step, so that several changes are taken in at once
      if (roll(3) > 0) continue;
      const sums = kept(book);
      filled += sums.length;
      expect([seed, at, sums]).toEqual([seed, at, rawJoin(book)]);
    }
    expect(filled).toBeGreaterThan(100);
  },
);

test('the sums of a year in 元, to the last part of a 分', () => {
  const book = testBook(UNITS);
  const [id = 0] = createRecord(book, 'project', [
    { name: '海泰新能', introducer: '甲镇', stage: '在建' },
  ]).ids;
  setCredit(book, {
    id,
    split: 'certificate',
    shares: [
      { unit: '甲镇', percent: '66.67' },
      { unit: '高新区', percent: '33.33' },
    ],
    certificate: '1号',
  });
  for (const date of ['2012.5.3', '2012.5.20', '2011.1'])
    saveArrival(book, {
      project: id,
      id: null,
      date,
      amount: '0.0001',
      currency: 'CNY',
      source: null,
      evidence: null,
      remark: null,
      cuts: [{ amount: '0.00005', reason: '土地价款' }],
      anyway: false,
    });
  const row = { stage: 'building', month: '2012-05', entries: 2, others: 0 };
  const all = { offset: 0, limit: 200 };
  expect(arrivalMonths(book, { year: 2012, by: ['unit', 'stage', 'month'], ...all })).toEqual({
    all: 2,
    rows: [
      { ...row, unit: '甲镇', arrived: '1.3334', recognised: '0.6667' },
      { ...row, unit: '高新区', arrived: '0.6666', recognised: '0.3333' },
    ],
  });
  expect(
    arrivalMonths(book, { year: null, by: ['month'], ...all }).rows.map((one) => [
      one.unit,
      one.month,
      one.arrived,
    ]),
  ).toEqual([
    [null, '2011-01', '1'],
    [null, '2012-05', '2'],
  ]);
});

const found = async (book: TestBook, text: string): Promise<string[]> =>
  (await searchEverything(book, { text, limit: 200 })).hits.map((hit) => hit.name).sort();

test('pinyin, initials, words and numbers find a record; a change and its undo are seen at once', async () => {
  const book = testBook(UNITS);
  const [id = 0] = createRecord(book, 'project', [
    {
      name: '海泰新能电池项目',
      company: '重庆长安控股',
      code: 'XM-2012-017',
      remark: '二期“预留”土地',
    },
    { name: '长乐钢铁' },
  ]).ids;
  createRecord(book, 'lead', [{ content: '海泰二期线索', person: '吕梁' }]);
  const all = ['海泰新能电池项目'];
  for (const text of [
    'htxn',
    'HTXN',
    'haitaixin',
    'hai tai xin',
    '海泰新',
    '新能电池',
    'cqca',
    'chongqing',
    '2012-017',
    '017',
    '“预留”土',
    '长安',
  ])
    expect([text, await found(book, text)]).toEqual([text, all]);
  expect(await found(book, '海泰')).toEqual(['海泰二期线索', '海泰新能电池项目']);
  expect(await found(book, 'll')).toEqual(['海泰二期线索']);
  expect(await found(book, '没有的')).toEqual([]);
  expect(await found(book, '能电池项目重')).toEqual([]);
  expect((await searchEverything(book, { text: '重庆长', limit: 10 })).hits).toEqual([
    {
      ledger: 'project',
      id,
      name: '海泰新能电池项目',
      ledgerLabel: '项目台账',
      about: '投资方：重庆长安控股',
      by: 'text',
    },
  ]);
  expect((await searchEverything(book, { text: 'htxn', limit: 10 })).hits[0]?.by).toBe('pinyin');
  editRecords(book, 'project', [{ id, field: 'name', value: '宁德时代' }]);
  expect([await found(book, 'htxn'), await found(book, 'ndsd')]).toEqual([[], ['宁德时代']]);
  undoChange(book);
  expect([await found(book, 'htxn'), await found(book, 'ndsd')]).toEqual([all, []]);
  removeRecords(book, 'project', [id]);
  expect(await found(book, '电池项')).toEqual([]);
});

test('never more hits than asked for, and it says that there are more', async () => {
  const book = testBook(UNITS);
  createRecord(
    book,
    'project',
    Array.from({ length: 30 }, (_, at) => ({
      name: `${at % 2 === 0 ? '新材料' : '城东新材料'}${at}`,
    })),
  );
  const { hits, more } = await searchEverything(book, { text: '新材料', limit: 20 });
  expect([hits.length, more]).toEqual([20, true]);
  expect(hits.slice(0, 15).every((hit) => hit.name.startsWith('新材料'))).toBe(true);
  expect((await searchEverything(book, { text: '  ', limit: 20 })).hits).toEqual([]);
});

test('any piece of any text finds exactly what LIKE finds', async () => {
  const book = testBook();
  const roll = dice(7);
  const [signs, texts] = [[...'海泰新能科技园区钢铁一二三%_"\'(*) -aB1'], new Set<string>()];
  const word = (length: number): string =>
    Array.from({ length }, () => pick(signs, roll) ?? '海')
      .join('')
      .trim() || '海';
  for (let at = 0; at < 200; at++) texts.add(`厂${word(roll(8) + 1)}`);
  createRecord(
    book,
    'project',
    [...texts].map((name) => ({ name, company: `厂${word(4)}`, remark: `厂${word(6)}` })),
  );
  const like = book.db
    .prepare(
      `SELECT name FROM project WHERE name LIKE :p ESCAPE '\\' OR company LIKE :p ESCAPE '\\' OR remark LIKE :p ESCAPE '\\'`,
    )
    .pluck();
  let hits = 0;
  for (let at = 0; at < 300; at++) {
    const piece = word(roll(4) + 1);
    // letters are also looked for as sounds
    if (/^[a-z0-9]+$/i.test(piece)) continue;
    const wanted = (
      like.all({ p: `%${piece.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%` }) as string[]
    ).sort();
    hits += wanted.length;
    if (wanted.length <= 200) expect([piece, await found(book, piece)]).toEqual([piece, wanted]);
  }
  expect(hits).toBeGreaterThan(500);
});
