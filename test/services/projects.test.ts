/**
 * Projects through the services: arrivals by hand with cuts, shared credit, stages with reasons,
 * milestones, gates, rates, the turn of the year, merging; each undone.
 */
import { expect, test } from 'vitest';
import { MILESTONE_PRESETS } from '../../main/domain/projects/milestones.ts';
import { saveArrival, type ArrivalInput } from '../../main/services/projects/arrivals.ts';
import { carryOver, mergeProjects } from '../../main/services/projects/carry-over.ts';
import { setCredit } from '../../main/services/projects/credits.ts';
import { createRecord, editRecords, removeRecords } from '../../main/services/records/edit.ts';
import { projectGates, removeGate, saveGate } from '../../main/services/projects/gates.ts';
import { saveProjectMilestones } from '../../main/services/projects/milestones.ts';
import { setStage } from '../../main/services/projects/project-edit.ts';
import { projectParts } from '../../main/services/projects/project-parts.ts';
import { recordDetail, recordPage, recordSummary } from '../../main/services/records/query.ts';
import { bookRates, saveRates } from '../../main/services/records/rates.ts';
import { redoChange, undoChange } from '../../main/services/records/undo.ts';
import { contentOf, faultOf, testBook, type TestBook } from '../helpers/book.ts';

const project = (book: TestBook, values: Record<string, string> = {}): number =>
  createRecord(book, 'project', [{ name: '海泰新能', introducer: '甲镇', ...values }]).ids[0] ?? 0;
const entry = (id: number, part: Partial<ArrivalInput> = {}): ArrivalInput => ({
  project: id,
  id: null,
  date: '2012.5.3',
  amount: '1000',
  currency: '人民币',
  source: '企业自筹',
  evidence: '验资报告',
  remark: null,
  cuts: null,
  anyway: false,
  ...part,
});
const opened = (): TestBook => testBook(['甲镇', '高新区', '乙镇']);
const rowOf = (book: TestBook, id: number): Record<string, unknown> =>
  recordDetail(book, 'project', id).row;

test('an arrival typed by hand is one dated entry; its cuts make the recognised amount', () => {
  const book = opened();
  const id = project(book, { contract_amount: '5000' });
  const before = contentOf(book.db);
  saveArrival(
    book,
    entry(id, {
      cuts: [
        { amount: '200', reason: '土地价款' },
        { amount: '50.5', reason: '流动资金' },
      ],
    }),
  );
  const after = contentOf(book.db);
  expect(projectParts(book, id).arrivals).toEqual([
    {
      id: 1,
      date: '2012-05-03',
      amount: '10000000.00',
      currency: 'CNY',
      basis: 'entry',
      source: '企业自筹',
      evidence: '验资报告',
      remark: null,
      recognised: '7495000.00',
      cuts: [
        { amount: '2000000.00', reason: '土地价款' },
        { amount: '505000.00', reason: '流动资金' },
      ],
    },
  ]);
  expect(rowOf(book, id)).toMatchObject({
    arrived_total: '10000000.00',
    recognised_total: '7495000.00',
  });
  expect(
    recordPage(book, { ledger: 'arrival', filters: [], search: '', sort: [], group: [] }, 0, 10)[0],
  ).toMatchObject({
    project: '海泰新能',
    amount: '10000000.00',
    recognised: '7495000.00',
    cut: '2505000.00',
    cut_reason: '土地价款、流动资金',
  });
  undoChange(book);
  expect(contentOf(book.db)).toEqual(before);
  redoChange(book);
  expect(contentOf(book.db)).toEqual(after);
});

test('an entry is changed and removed as one with its cuts; not judged is not nothing', () => {
  const book = opened();
  const id = project(book);
  const saved = saveArrival(book, entry(id)).ids[0] ?? 0;
  expect(rowOf(book, id)).toMatchObject({ arrived_total: '10000000.00', recognised_total: null });
  saveArrival(
    book,
    entry(id, { id: saved, amount: '1200', cuts: [{ amount: '200', reason: '财政资金' }] }),
  );
  const before = contentOf(book.db);
  expect(projectParts(book, id)).toMatchObject({
    arrivals: [{ id: saved, amount: '12000000.00', recognised: '10000000.00' }],
    totals: { reported: '12000000', recognised: '10000000', waiting: 0 },
  });
  removeRecords(book, 'arrival', [saved]);
  expect(contentOf(book.db)).toMatchObject({ arrival: [], arrival_cut: [] });
  expect(rowOf(book, id)).toMatchObject({ arrived_total: null, recognised_total: null });
  undoChange(book);
  expect(contentOf(book.db)).toEqual(before);
});

test('a figure changed in the sheet takes its recognition away', () => {
  const book = opened();
  const id = project(book);
  const saved =
    saveArrival(book, entry(id, { cuts: [{ amount: '200', reason: '财政资金' }] })).ids[0] ?? 0;
  editRecords(book, 'arrival', [{ id: saved, field: 'remark', value: '二期' }]);
  expect(projectParts(book, id).arrivals[0]).toMatchObject({
    recognised: '8000000.00',
    remark: '二期',
  });
  editRecords(book, 'arrival', [{ id: saved, field: 'amount', value: '900' }]);
  expect(projectParts(book, id).arrivals[0]).toMatchObject({
    amount: '9000000.00',
    recognised: null,
    cuts: [],
  });
});

test('more than the contract brings is not written unless it is said to be so', () => {
  const book = opened();
  const id = project(book, { contract_amount: '1500' });
  const first = saveArrival(book, entry(id)).ids[0] ?? 0;
  const before = contentOf(book.db);
  expect(faultOf(() => saveArrival(book, entry(id, { amount: '500.01' })))).toBe(
    'arrival.overContract',
  );
  expect(
    faultOf(() => editRecords(book, 'arrival', [{ id: first, field: 'amount', value: '1501' }])),
  ).toBe('arrival.overContract');
  expect(contentOf(book.db)).toEqual(before);
  saveArrival(book, entry(id, { amount: '500' }));
  saveArrival(book, entry(id, { amount: '1', anyway: true }));
  expect(rowOf(book, id)).toMatchObject({ arrived_total: '15010000.00' });
});

test.each<[string, Partial<ArrivalInput>, string]>([
  ['no amount', { amount: '' }, 'value.required'],
  ['nothing', { amount: '0' }, 'value.unreadable'],
  ['about', { amount: '约500' }, 'value.unreadable'],
  ['no day', { date: '上周' }, 'value.unreadable'],
  ['evidence nobody knows', { evidence: '口头' }, 'value.unreadable'],
  ['a cut without a reason', { cuts: [{ amount: '1', reason: ' ' }] }, 'arrival.cut'],
  ['cuts above the amount', { cuts: [{ amount: '1000.01', reason: '土地价款' }] }, 'arrival.cut'],
])('refused: %s', (_what, part, code) => {
  const book = opened();
  const id = project(book);
  expect(faultOf(() => saveArrival(book, entry(id, part)))).toBe(code);
  expect(contentOf(book.db)).toMatchObject({ arrival: [], arrival_cut: [] });
});

test('dollars stay dollars; the year’s rate or the day’s turns them into 元 beside', () => {
  const book = opened();
  const id = project(book);
  saveArrival(book, entry(id, { amount: '80亿', date: '2012-05-03' }));
  saveArrival(book, entry(id, { amount: '2500', currency: '美元', date: '2012-05-04' }));
  expect(projectParts(book, id).totals).toEqual({
    reported: '8000000000',
    recognised: '0',
    waiting: 2,
    withoutRate: 1,
    hasOthers: true,
  });
  saveRates(book, {
    rule: 'fixed',
    list: [{ currency: 'USD', year: 2012, date: null, rate: '6.48' }],
  });
  expect(projectParts(book, id).totals).toMatchObject({ reported: '8162000000', withoutRate: 0 });
  saveRates(book, {
    rule: 'day',
    list: [
      { currency: 'USD', year: 2012, date: null, rate: '6.48' },
      { currency: 'USD', year: 2012, date: '2012-05-04', rate: '6.3' },
    ],
  });
  expect(projectParts(book, id).totals).toMatchObject({ reported: '8157500000', withoutRate: 0 });
  expect(bookRates(book).list).toHaveLength(2);
  expect(rowOf(book, id)).toMatchObject({ arrived_total: '8000000000.00' });
  expect(
    faultOf(() =>
      saveRates(book, {
        rule: 'fixed',
        list: [{ currency: 'USD', year: 2012, date: null, rate: '零' }],
      }),
    ),
  ).toBe('value.unreadable');
});

test('shares are said by preset or certificate, and one undo brings the introducer back', () => {
  const book = opened();
  const id = project(book);
  expect(projectParts(book, id).credit).toEqual({
    introducer: '甲镇',
    split: 'alone',
    shares: [{ unit: '甲镇', percent: '100' }],
    certificate: null,
  });
  const before = contentOf(book.db);
  const two = (a: string, b: string) => [
    { unit: '甲镇', percent: a },
    { unit: '高新区', percent: b },
  ];
  setCredit(book, { id, split: 'seven', shares: two('70', '30'), certificate: null });
  expect(projectParts(book, id).credit).toMatchObject({ split: 'seven', shares: two('70', '30') });
  setCredit(book, {
    id,
    split: 'certificate',
    shares: two('66.67', '33.33'),
    certificate: '分成〔2012〕3号',
  });
  expect(projectParts(book, id).credit).toEqual({
    introducer: '甲镇',
    split: 'certificate',
    shares: two('66.67', '33.33'),
    certificate: '分成〔2012〕3号',
  });
  expect(
    faultOf(() =>
      setCredit(book, {
        id,
        split: 'half',
        shares: [
          { unit: '乙镇', percent: '50' },
          { unit: '高新区', percent: '50' },
        ],
        certificate: null,
      }),
    ),
  ).toBe('credit.shares');
  expect(
    faultOf(() =>
      setCredit(book, { id, split: 'certificate', shares: two('一半', '50'), certificate: '1' }),
    ),
  ).toBe('credit.shares');
  undoChange(book);
  undoChange(book);
  expect(contentOf(book.db)).toEqual(before);
});

test('a stage that stops, comes back or goes back says why; evidence stays with the move', () => {
  const book = opened();
  const id = project(book, { stage: '在建' });
  const move = (stage: string, note: string | null, date: string | null = null): unknown =>
    setStage(book, { id, stage, date, who: null, note, evidence: '开工令' });
  expect(faultOf(() => move('stalled', null))).toBe('stage.reason');
  move('stalled', '资金链断裂', '2012-6-1');
  move('building', null, '2012-8-1');
  expect(faultOf(() => move('signed', ' '))).toBe('stage.reason');
  move('dropped', '企业撤资');
  expect(faultOf(() => move('building', null))).toBe('stage.reason');
  expect(
    recordDetail(book, 'project', id).stages.map((one) => [
      one.stage,
      one.date,
      one.note,
      one.evidence,
    ]),
  ).toEqual([
    ['building', null, null, null],
    ['stalled', '2012-06-01', '资金链断裂', '开工令'],
    ['building', '2012-08-01', null, '开工令'],
    ['dropped', null, '企业撤资', '开工令'],
  ]);
});

test('dates typed into the form keep the order of the way', () => {
  const book = opened();
  const id = project(book, { signed_date: '2012.3' });
  expect(
    faultOf(() =>
      editRecords(book, 'project', [{ id, field: 'started_date', value: '2012.2.28' }]),
    ),
  ).toBe('stage.backwards');
  expect(
    faultOf(() => project(book, { name: '倒着来', signed_date: '2012.3', completed_date: '2011' })),
  ).toBe('stage.backwards');
  editRecords(book, 'project', [{ id, field: 'started_date', value: '2012.3' }]);
  expect(rowOf(book, id)).toMatchObject({ started_date: '2012-03' });
});

test('milestones are laid out from the preset, filled in and put in order; no date comes by itself', () => {
  const book = opened();
  const id = project(book);
  const blank = (name: string) => ({
    id: null,
    name,
    deadline: null,
    done: null,
    person: null,
    note: null,
  });
  const before = contentOf(book.db);
  saveProjectMilestones(book, {
    id,
    kind: 'building',
    milestones: MILESTONE_PRESETS.building.map(blank),
  });
  const laid = projectParts(book, id).milestones;
  expect(laid.map((one) => [one.name, one.deadline, one.done, one.lamp])).toEqual(
    MILESTONE_PRESETS.building.map((name) => [name, null, null, 'none']),
  );
  const filled = laid.map((one, at) => ({
    ...blank(one.name),
    id: one.id,
    ...(at === 0
      ? { deadline: '2012.4', done: '2012.5.2', person: '李四' }
      : at === 1
        ? { deadline: '2012.9底' }
        : {}),
  }));
  saveProjectMilestones(book, { id, kind: 'building', milestones: filled.slice(0, 3) });
  expect(
    projectParts(book, id).milestones.map((one) => [
      one.id,
      one.name,
      one.deadline,
      one.done,
      one.person,
      one.lamp,
    ]),
  ).toEqual([
    [laid[0]?.id, '进场', '2012-04', '2012-05-02', '李四', 'late'],
    [laid[1]?.id, '桩基', '2012-09-30', null, null, 'red'],
    [laid[2]?.id, '基础', null, null, null, 'none'],
  ]);
  expect(
    faultOf(() =>
      saveProjectMilestones(book, {
        id,
        kind: 'building',
        milestones: [filled[0] ?? blank('进场'), { ...blank('桩基'), done: '2012.4' }],
      }),
    ),
  ).toBe('stage.backwards');
  expect(
    faultOf(() =>
      saveProjectMilestones(book, { id, kind: 'preliminary', milestones: [blank(' ')] }),
    ),
  ).toBe('value.required');
  undoChange(book);
  undoChange(book);
  expect(contentOf(book.db)).toEqual(before);
});

test('a park’s conditions hold for it, the others’ for the rest, the standard ones where nothing is said', () => {
  const book = opened();
  const id = project(book, {
    location: '高新区A区3号',
    total_investment: '1亿',
    land_mu: '60',
    floor_area: '24000',
    footprint_area: '18000',
    eia: '已取得',
  });
  expect(projectParts(book, id).gate).toMatchObject({ park: null, is: 'fail' });
  saveGate(book, {
    park: '',
    thresholds: [{ criterion: 'intensity_mu', limit: '100', above: false }],
  });
  expect(projectParts(book, id).gate).toMatchObject({
    park: '',
    is: 'pass',
    lines: [{ value: '166.67', limit: '100' }],
  });
  saveGate(book, {
    park: '高新区',
    thresholds: [
      { criterion: 'intensity_mu', limit: '300', above: false },
      { criterion: 'tax_per_mu', limit: '15', above: false },
    ],
  });
  expect(projectParts(book, id).gate).toMatchObject({
    park: '高新区',
    is: 'fail',
    missing: ['预计税收'],
    lines: [{ is: 'fail' }, { is: 'unknown', value: null }],
  });
  expect(
    faultOf(() =>
      saveGate(book, {
        park: '高新区',
        thresholds: [{ criterion: 'plot_ratio', limit: '高', above: false }],
      }),
    ),
  ).toBe('gate.threshold');
  removeGate(book, { park: '高新区' });
  expect(projectGates(book).map((one) => one.park)).toEqual(['']);
  undoChange(book);
  expect(projectGates(book).map((one) => one.park)).toEqual(['', '高新区']);
});

test.each([
  ['2999.99', 't0'],
  ['3000', 't1'],
  ['9999.99', 't1'],
  ['10000', 't2'],
  ['29999.99', 't2'],
  ['30000', 't3'],
  ['49999.99', 't3'],
  ['50000', 't4'],
  ['99999.99', 't4'],
  ['100000', 't5'],
])('%s万元 is in tier %s: the lower bound belongs to it', (wan, tier) => {
  const book = opened();
  expect(rowOf(book, project(book, { total_investment: wan }))['tier']).toBe(tier);
});

test('tiers group by total investment; what is not 人民币 or unknown is in none', () => {
  const book = opened();
  createRecord(book, 'project', [
    { name: '一', total_investment: '3000' },
    { name: '二', total_investment: '9999.99' },
    { name: '三', total_investment: '10亿' },
    { name: '四', total_investment: '5000', currency: '美元' },
    { name: '五' },
  ]);
  expect(
    recordSummary(book, {
      ledger: 'project',
      filters: [],
      search: '',
      sort: [],
      group: ['tier'],
    }).groups.map((group) => [group.key, group.count]),
  ).toEqual([
    [['t1'], 2],
    [['t5'], 1],
    [[null], 2],
  ]);
});

test('the year’s turn keeps what was planned and done and begins anew; once, and undone', () => {
  const book = opened();
  const first = project(book, {
    stage: '在建',
    started_date: '2012.5',
    planned_this_year: '800',
    invested_this_year: '500',
    invested_total: '900',
  });
  project(book, {
    name: '已投产',
    stage: '投产',
    signed_date: '2011',
    producing_date: '2012.3',
    invested_this_year: '1',
  });
  const before = contentOf(book.db);
  expect(carryOver(book, { year: 2012 }).ids).toEqual([first]);
  expect(rowOf(book, first)).toMatchObject({
    planned_this_year: null,
    invested_this_year: null,
    invested_total: '9000000.00',
  });
  expect(projectParts(book, first).years).toEqual([
    { year: 2012, stage: 'building', planned: '8000000.00', invested: '5000000.00' },
  ]);
  expect(faultOf(() => carryOver(book, { year: 2012 }))).toBe('carry.done');
  undoChange(book);
  expect(contentOf(book.db)).toEqual(before);
});

test('two records of one project become one; the same money is never added twice', () => {
  const book = opened();
  const keep = project(book, { total_investment: '3000' });
  const drop =
    createRecord(book, 'project', [
      { name: '海泰新能源', total_investment: '2900', company: '海泰公司', land_mu: '96' },
    ]).ids[0] ?? 0;
  saveArrival(book, entry(drop));
  const before = contentOf(book.db);
  mergeProjects(book, { keep, drop, arrivals: null });
  expect(rowOf(book, keep)).toMatchObject({
    name: '海泰新能',
    total_investment: '30000000.00',
    company: '海泰公司',
    land_mu: '96',
    arrived_total: '10000000.00',
  });
  expect(faultOf(() => recordDetail(book, 'project', drop))).toBe('record.missing');
  undoChange(book);
  expect(contentOf(book.db)).toEqual(before);
  saveArrival(book, entry(keep));
  const both = contentOf(book.db);
  expect(faultOf(() => mergeProjects(book, { keep, drop, arrivals: null }))).toBe('merge.arrivals');
  mergeProjects(book, { keep, drop, arrivals: 'kept' });
  expect(rowOf(book, keep)).toMatchObject({ arrived_total: '10000000.00' });
  undoChange(book);
  expect(contentOf(book.db)).toEqual(both);
  mergeProjects(book, { keep, drop, arrivals: 'all' });
  expect(rowOf(book, keep)).toMatchObject({ arrived_total: '20000000.00' });
  undoChange(book);
  expect(contentOf(book.db)).toEqual(both);
});

test('what a merged record was, and who named it, is told of the one that stays', () => {
  const book = opened();
  const keep = project(book);
  const drop =
    createRecord(book, 'project', [{ name: '海泰新能源', company: '海泰公司' }]).ids[0] ?? 0;
  const child =
    createRecord(book, 'project', [{ name: '海泰二期', parent: '海泰新能源' }]).ids[0] ?? 0;
  editRecords(book, 'project', [{ id: drop, field: 'company', value: '海泰集团' }]);
  mergeProjects(book, { keep, drop, arrivals: null });
  expect(rowOf(book, child)).toMatchObject({ parent: '海泰新能' });
  expect(recordDetail(book, 'project', keep).history.flatMap((one) => one.fields)).toContainEqual({
    field: 'company',
    before: '海泰公司',
    after: '海泰集团',
  });
});
