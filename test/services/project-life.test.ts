/**
 * A project's life through the services: parents and parts counted once, splitting that adds up,
 * months, talks, problems, the follow-up list; each undone.
 */
import { expect, test } from 'vitest';
import { saveArrival } from '../../main/services/projects/arrivals.ts';
import { setCredit } from '../../main/services/projects/credits.ts';
import { createRecord, editRecords, removeRecords } from '../../main/services/records/edit.ts';
import { trialIndicator } from '../../main/services/targets/indicators.ts';
import { leadQuota, promoteLead } from '../../main/services/projects/leads.ts';
import { saveProjectMilestones } from '../../main/services/projects/milestones.ts';
import { setStage } from '../../main/services/projects/project-edit.ts';
import { setProjectParent, splitProject } from '../../main/services/projects/project-family.ts';
import { followUp } from '../../main/services/projects/project-follow-up.ts';
import { lifeOfProject } from '../../main/services/projects/project-life.ts';
import { saveMonth, type MonthInput } from '../../main/services/projects/project-months.ts';
import {
  listProblems,
  putOnAgenda,
  saveProblem,
  type ProblemInput,
} from '../../main/services/projects/project-problems.ts';
import {
  listPromotions,
  savePromotion,
  saveTalk,
  type TalkInput,
} from '../../main/services/projects/project-talks.ts';
import {
  projectBoard,
  projectCards,
  projectFunnel,
  projectGantt,
  projectSums,
} from '../../main/services/projects/project-views.ts';
import {
  allRows,
  recordDetail,
  recordPage,
  recordSummary,
} from '../../main/services/records/query.ts';
import { undoChange } from '../../main/services/records/undo.ts';
import { listUnits, removeUnit } from '../../main/services/units/units.ts';
import { contentOf, faultOf, testBook, type TestBook } from '../helpers/book.ts';

const opened = (): TestBook => testBook(['甲镇', '高新区', '乙镇']);
const made = (book: TestBook, ...records: Record<string, string>[]): number[] => [
  ...createRecord(book, 'project', records).ids,
];
const rowOf = (book: TestBook, id: number): Record<string, unknown> =>
  recordDetail(book, 'project', id).row;
const pay = (
  book: TestBook,
  project: number,
  amount: string,
  date: string | null = '2012.5.3',
): number =>
  saveArrival(book, {
    project,
    id: null,
    date,
    amount,
    currency: 'CNY',
    source: null,
    evidence: null,
    remark: null,
    cuts: null,
    anyway: false,
  }).ids[0] ?? 0;
const ALL = { filters: [], search: '' };
const total = (book: TestBook, field: string): string | null | undefined =>
  recordSummary(book, { ledger: 'project', ...ALL, sort: [], group: [] }).sums[field]?.value;

test('a project is put under another and counted once: the parent by its children', () => {
  const book = opened();
  const [park = 0, east = 0, west = 0] = made(
    book,
    { name: '产业园', total_investment: '10亿' },
    { name: '东区', total_investment: '6亿', introducer: '甲镇' },
    { name: '西区', total_investment: '3亿', introducer: '乙镇' },
  );
  const before = contentOf(book.db);
  expect(total(book, 'total_investment')).toBe('1900000000.00');
  setProjectParent(book, { id: east, parent: park, takeArrivals: false });
  setProjectParent(book, { id: west, parent: park, takeArrivals: false });
  expect(lifeOfProject(book, park)).toMatchObject({
    parent: null,
    counted: false,
    children: [{ id: east, name: '东区', total: '600000000.00' }, { id: west }],
  });
  expect(lifeOfProject(book, east)).toMatchObject({
    parent: { id: park, name: '产业园' },
    counted: true,
    children: [],
  });
  expect(total(book, 'total_investment')).toBe('900000000.00');
  expect(
    projectSums(book, { ...ALL, by: 'unit' }).map((row) => [row.key, row.count, row.total]),
  ).toEqual([
    ['甲镇', 1, '600000000'],
    ['乙镇', 1, '300000000'],
  ]);
  undoChange(book);
  undoChange(book);
  expect(contentOf(book.db)).toEqual(before);
  expect(total(book, 'total_investment')).toBe('1900000000.00');
});

test('an indicator counts a parent by its children, and opens just the records that it counted', () => {
  const book = opened();
  made(
    book,
    { name: '产业园', total_investment: '10亿', introducer: '甲镇' },
    { name: '东区', total_investment: '6亿', introducer: '甲镇', parent: '产业园' },
    { name: '西区', total_investment: '3亿', introducer: '乙镇', parent: '产业园' },
  );
  const counted = { ledger: 'project' as const, filters: [], unit: 'credit', date: null };
  const sum = trialIndicator(book, {
    counted: { ...counted, sum: 'total_investment' },
    measure: '亿元',
    year: 2012,
    month: 9,
    unit: null,
  });
  expect([
    sum.total,
    sum.records,
    trialIndicator(book, {
      counted: { ...counted, sum: null },
      measure: '个',
      year: 2012,
      month: 9,
      unit: null,
    }).total,
  ]).toEqual(['9', 2, '2']);
  expect(allRows(book, sum.query).map((row) => row['name'])).toEqual(['东区', '西区']);
});

test('no circle, no two parents of one name, no hidden money', () => {
  const book = opened();
  const [a = 0, b = 0, c = 0, twin = 0] = made(
    book,
    { name: '一' },
    { name: '二', parent: '一' },
    { name: '三', parent: '二' },
    { name: '双' },
    { name: '双' },
  );
  const put = (id: number, parent: number, takeArrivals = false): string =>
    faultOf(() => setProjectParent(book, { id, parent, takeArrivals }));
  expect([put(a, a), put(a, c), put(a, b), put(a, twin)]).toEqual([
    'project.parent',
    'project.parent',
    'project.parent',
    'project.parent',
  ]);
  expect(
    faultOf(() => editRecords(book, 'project', [{ id: a, field: 'parent', value: '三' }])),
  ).toBe('project.parent');
  expect(
    faultOf(() => editRecords(book, 'project', [{ id: a, field: 'parent', value: '一' }])),
  ).toBe('project.parent');
  editRecords(book, 'project', [{ id: a, field: 'parent', value: '双' }]);
  expect(lifeOfProject(book, a)).toMatchObject({
    parent: null,
    unlinked: '有2个项目名为“双”，无法确定是哪个',
  });
  expect(faultOf(() => pay(book, b, '100'))).toBe('project.parent');
  const [payer = 0, part = 0] = made(book, { name: '已到资' }, { name: '部分' });
  const paid = pay(book, payer, '500');
  expect(put(part, payer)).toBe('project.parent');
  expect(put(part, payer, true)).toBe('none');
  expect(rowOf(book, part)).toMatchObject({ arrived_total: '5000000.00', parent: '已到资' });
  expect(rowOf(book, payer)).toMatchObject({ arrived_total: null });
  expect(recordDetail(book, 'project', part).arrivals.map((one) => one.id)).toEqual([paid]);
});

test('a new name of a parent goes to its children and its leads', () => {
  const book = opened();
  const [parent = 0, child = 0] = made(
    book,
    { name: '产业园' },
    { name: '东区', parent: '产业园' },
  );
  const lead =
    createRecord(book, 'lead', [{ content: '听说要建产业园', project: '产业园' }]).ids[0] ?? 0;
  editRecords(book, 'project', [{ id: parent, field: 'name', value: '智造产业园' }]);
  expect(lifeOfProject(book, child).parent).toMatchObject({ id: parent, name: '智造产业园' });
  expect(lifeOfProject(book, parent).leads.map((one) => one.id)).toEqual([lead]);
});

test('a circle that a file brought is no link, and everything in it still counts', () => {
  const book = opened();
  const [a = 0] = made(
    book,
    { name: '甲', parent: '乙', total_investment: '100' },
    { name: '乙', parent: '甲', total_investment: '200' },
  );
  expect(total(book, 'total_investment')).toBe('3000000.00');
  expect(lifeOfProject(book, a)).toMatchObject({
    parent: null,
    counted: true,
    unlinked: '“乙”的上级绕回了这个项目',
  });
});

test('a project is split: every amount of the parts makes the whole to the 分, its money goes where it is said', () => {
  const book = opened();
  const [whole = 0] = made(book, {
    name: '智能装备园',
    total_investment: '1000.01',
    contract_amount: '100',
    invested_total: '0.01',
    stage: '在建',
    signed_date: '2011.5',
    introducer: '甲镇',
    industry: '装备制造',
    code: '2012-001',
  });
  setCredit(book, {
    id: whole,
    split: 'half',
    shares: [
      { unit: '甲镇', percent: '50' },
      { unit: '高新区', percent: '50' },
    ],
    certificate: null,
  });
  pay(book, whole, '90');
  const before = contentOf(book.db);
  const parts = [
    { name: '一期', percent: '33.33', introducer: null },
    { name: '二期', percent: '33.33', introducer: null },
    { name: '三期', percent: '33.34', introducer: '乙镇' },
  ];
  expect(faultOf(() => splitProject(book, { id: whole, parts, arrivalsTo: null }))).toBe(
    'project.split',
  );
  expect(
    faultOf(() => splitProject(book, { id: whole, parts: parts.slice(0, 2), arrivalsTo: 0 })),
  ).toBe('project.split');
  expect(
    faultOf(() =>
      splitProject(book, {
        id: whole,
        parts: parts.map((part) => ({ ...part, name: '一期' })),
        arrivalsTo: 0,
      }),
    ),
  ).toBe('project.split');
  expect(contentOf(book.db)).toEqual(before);
  const ids = splitProject(book, { id: whole, parts, arrivalsTo: 1 }).ids;
  const rows = ids.map((id) => rowOf(book, id));
  expect(
    rows.map((row) => [row['total_investment'], row['contract_amount'], row['invested_total']]),
  ).toEqual([
    ['3333033.33', '333300.00', '33.33'],
    ['3333033.33', '333300.00', '33.33'],
    ['3334033.34', '333400.00', '33.34'],
  ]);
  expect(rows[1]).toMatchObject({
    parent: '智能装备园',
    stage: 'building',
    signed_date: '2011-05',
    introducer: '甲镇',
    industry: '装备制造',
    code: null,
    arrived_total: '900000.00',
  });
  expect(ids.map((id) => recordDetail(book, 'project', id).credits)).toEqual([
    [
      { unit: '甲镇', percent: '50' },
      { unit: '高新区', percent: '50' },
    ],
    [
      { unit: '甲镇', percent: '50' },
      { unit: '高新区', percent: '50' },
    ],
    [{ unit: '乙镇', percent: '100' }],
  ]);
  expect([total(book, 'total_investment'), total(book, 'arrived_total')]).toEqual([
    '10000100.00',
    '900000.00',
  ]);
  expect(faultOf(() => splitProject(book, { id: whole, parts, arrivalsTo: null }))).toBe(
    'project.split',
  );
  undoChange(book);
  expect(contentOf(book.db)).toEqual(before);
});

const month = (id: number, part: Partial<MonthInput> = {}): MonthInput => ({
  id,
  month: '2012-09',
  planned: null,
  invested: null,
  note: null,
  who: null,
  counts: 'included',
  ...part,
});

test('a month’s plan, figure and words; what it adds is added once, and an undo takes all of it', () => {
  const book = opened();
  const [id = 0] = made(book, {
    name: '海泰新能',
    invested_this_year: '500',
    invested_total: '900',
    progress: '基础施工',
  });
  const before = contentOf(book.db);
  saveMonth(book, month(id, { planned: '100', invested: '80', note: '主体封顶', counts: 'add' }));
  expect(rowOf(book, id)).toMatchObject({
    invested_this_year: '5800000.00',
    invested_total: '9800000.00',
    progress: '主体封顶',
  });
  saveMonth(book, month(id, { planned: '100', invested: '60', note: '主体封顶', counts: 'add' }));
  expect(rowOf(book, id)).toMatchObject({
    invested_this_year: '5600000.00',
    invested_total: '9600000.00',
  });
  saveMonth(book, month(id, { month: '2012-08', invested: '70', note: '主体三层' }));
  expect(rowOf(book, id)).toMatchObject({ invested_this_year: '5600000.00', progress: '主体封顶' });
  saveMonth(book, month(id, { month: '2011-12', invested: '10', counts: 'add' }));
  expect(rowOf(book, id)).toMatchObject({
    invested_this_year: '5600000.00',
    invested_total: '9700000.00',
  });
  expect(
    lifeOfProject(book, id).months.map((one) => [one.month, one.planned, one.invested, one.note]),
  ).toEqual([
    ['2012-09', '1000000.00', '600000.00', '主体封顶'],
    ['2012-08', null, '700000.00', '主体三层'],
    ['2011-12', null, '100000.00', null],
  ]);
  expect(faultOf(() => saveMonth(book, month(id, { month: '2012-11', note: '还没到' })))).toBe(
    'value.unreadable',
  );
  expect(faultOf(() => saveMonth(book, month(id, { invested: '约60' })))).toBe('value.unreadable');
  saveMonth(book, month(id, { month: '2012-08' }));
  expect(lifeOfProject(book, id).months).toHaveLength(2);
  for (let step = 0; step < 5; step++) undoChange(book);
  expect(contentOf(book.db)).toEqual(before);
});

const talk = (part: Partial<TalkInput>): TalkInput => ({
  id: null,
  lead: null,
  project: null,
  date: '2012.9.1',
  place: '上海',
  who: '李局长',
  partner: '王总',
  content: '谈用地',
  nextStep: null,
  answerBy: null,
  answered: null,
  ...part,
});

test('talks of a lead stay with the project it becomes; what is owed is overdue', () => {
  const book = opened();
  const lead =
    createRecord(book, 'lead', [
      { content: '上海某公司有意建厂', person: '李四', unit: '甲镇', date: '2012.3' },
    ]).ids[0] ?? 0;
  saveTalk(book, talk({ lead, answerBy: '2012.9.20' }));
  const id = promoteLead(book, { id: lead, name: '海泰新能' }).ids[0] ?? 0;
  saveTalk(
    book,
    talk({ project: id, date: '2012.10.2', content: '谈电价', answerBy: '2012.10.30' }),
  );
  expect(
    lifeOfProject(book, id).talks.map((one) => [one.of, one.content, one.answerBy, one.overdue]),
  ).toEqual([
    ['project', '谈电价', '2012-10-30', false],
    ['lead', '谈用地', '2012-09-20', true],
  ]);
  expect(faultOf(() => saveTalk(book, talk({ project: id, answered: '2012.8.1' })))).toBe(
    'stage.backwards',
  );
  expect(faultOf(() => saveTalk(book, talk({ content: ' ', project: id })))).toBe('value.required');
  expect(faultOf(() => saveTalk(book, talk({})))).toBe('value.required');
  expect(faultOf(() => saveTalk(book, talk({ lead: 99 })))).toBe('record.missing');
});

test('promotion events are planned, then held; one that passed unheld is overdue', () => {
  const book = opened();
  const event = {
    id: null,
    name: '上海推介会',
    planned: '2012.9.15',
    held: null,
    place: '上海',
    unit: '甲镇',
    leader: null,
    guests: '30家企业',
    result: null,
    remark: null,
  };
  const id = savePromotion(book, event).ids[0] ?? 0;
  expect(listPromotions(book, 2012)).toMatchObject([
    { name: '上海推介会', planned: '2012-09-15', held: null, unit: '甲镇', overdue: true },
  ]);
  savePromotion(book, { ...event, id, held: '2012.9.20', result: '签约3个' });
  expect(listPromotions(book, 2012)).toMatchObject([
    { held: '2012-09-20', overdue: false, result: '签约3个' },
  ]);
  expect(listPromotions(book, 2011)).toEqual([]);
});

const problem = (project: number, part: Partial<ProblemInput> = {}): ProblemInput => ({
  id: null,
  project,
  problem: '土地未批',
  raised: '2012.8.1',
  raisedBy: '企业',
  unit: '高新区',
  leader: '张县长',
  deadline: '2012.9.30',
  state: 'open',
  result: null,
  solved: null,
  meeting: null,
  ...part,
});

test('a problem asks a unit until a day, goes before a meeting, and is solved with its result', () => {
  const book = opened();
  const [id = 0] = made(book, { name: '海泰新能' });
  const first = saveProblem(book, problem(id)).ids[0] ?? 0;
  const later =
    saveProblem(
      book,
      problem(id, { problem: '供电容量不足', unit: '乙镇', deadline: '2012.10.31' }),
    ).ids[0] ?? 0;
  expect(lifeOfProject(book, id).problems.map((one) => [one.problem, one.unit, one.days])).toEqual([
    ['土地未批', '高新区', -8],
    ['供电容量不足', '乙镇', 23],
  ]);
  putOnAgenda(book, { ids: [first, later], meeting: '第3次联席会议' });
  expect(
    listProblems(book, { state: 'working', unit: '乙镇', offset: 0, limit: 10 }),
  ).toMatchObject({ all: 1, problems: [{ meeting: '第3次联席会议', projectName: '海泰新能' }] });
  expect(faultOf(() => saveProblem(book, problem(id, { id: first, state: 'solved' })))).toBe(
    'value.required',
  );
  expect(
    faultOf(() =>
      saveProblem(
        book,
        problem(id, { id: first, state: 'solved', result: '已批', solved: '2012.7.1' }),
      ),
    ),
  ).toBe('stage.backwards');
  saveProblem(
    book,
    problem(id, { id: first, state: 'solved', result: '省厅已批', solved: '2012.10.5' }),
  );
  expect(lifeOfProject(book, id).problems.at(-1)).toMatchObject({
    state: 'solved',
    solved: '2012-10-05',
    days: null,
  });
  expect(faultOf(() => putOnAgenda(book, { ids: [first], meeting: '第4次' }))).toBe('state.closed');
});

test('a project goes with all that hangs on it, and an undo brings all of it back', () => {
  const book = opened();
  const [id = 0] = made(book, { name: '海泰新能', introducer: '甲镇' });
  saveMonth(book, month(id, { note: '主体封顶' }));
  saveTalk(book, talk({ project: id }));
  saveProblem(book, problem(id));
  pay(book, id, '500');
  const before = contentOf(book.db);
  removeRecords(book, 'project', [id]);
  expect(contentOf(book.db)).toMatchObject({
    project: [],
    project_month: [],
    talk: [],
    project_problem: [],
    arrival: [],
  });
  undoChange(book);
  expect(contentOf(book.db)).toEqual(before);
  expect(lifeOfProject(book, id)).toMatchObject({
    months: [{ note: '主体封顶' }],
    talks: [{ content: '谈用地' }],
    problems: [{ unit: '高新区' }],
  });
  expect(
    faultOf(() =>
      removeUnit(book, listUnits(book).find((unit) => unit.name === '高新区')?.id ?? 0),
    ),
  ).toBe('unit.inUse');
});

test('the follow-up list names what is overdue, behind, or silent, with who answers for it', () => {
  const book = opened();
  const [id = 0] = made(
    book,
    {
      name: '海泰新能',
      stage: '在建',
      responsible_unit: '甲镇',
      owner: '李四',
      planned_this_year: '1200',
      planned_completed_date: '2012.9.30',
    },
    { name: '已投产', stage: '投产', planned_this_year: '100' },
    { name: '无计划', stage: '签约' },
  );
  pay(book, id, '500');
  saveProjectMilestones(book, {
    id,
    kind: 'building',
    milestones: [
      { id: null, name: '封顶', deadline: '2012.6', done: null, person: '王五', note: null },
      { id: null, name: '验收', deadline: '2012.12', done: null, person: null, note: null },
    ],
  });
  saveProblem(book, problem(id));
  const all = followUp(book, { kind: null, unit: null, offset: 0, limit: 200 });
  expect(
    all.notices.map((one) => [one.kind, one.name, one.unit, one.person, one.days, one.says]),
  ).toEqual([
    ['milestone', '海泰新能', '甲镇', '王五', 100, '节点“封顶”应于2012年6月完成，已超期100天'],
    [
      'problem',
      '海泰新能',
      '高新区',
      '张县长',
      8,
      '问题“土地未批”应于2012年9月30日解决，已超期8天',
    ],
    ['planned', '海泰新能', '甲镇', '李四', 8, '计划2012年9月30日竣工，已过8天'],
    [
      'money',
      '海泰新能',
      '甲镇',
      '李四',
      null,
      '本年到位500万元，到9月底按年度计划1200万元应到900万元，差400万元',
    ],
    ['silent', '海泰新能', '甲镇', '李四', null, '10月尚未填写进展'],
    ['silent', '无计划', null, null, null, '10月尚未填写进展'],
  ]);
  expect(all.counts).toEqual({
    milestone: 1,
    problem: 1,
    answer: 0,
    planned: 1,
    money: 1,
    silent: 2,
  });
  saveMonth(book, month(id, { month: '2012-10', note: '装修' }));
  expect(
    followUp(book, { kind: 'silent', unit: null, offset: 0, limit: 200 }).notices.map(
      (one) => one.name,
    ),
  ).toEqual(['无计划']);
  expect(followUp(book, { kind: null, unit: '高新区', offset: 0, limit: 200 }).all).toBe(1);
});

test('board, Gantt, funnel and sums of the same projects', () => {
  const book = opened();
  const [a = 0, b = 0] = made(
    book,
    {
      name: '甲项目',
      stage: '签约',
      total_investment: '2000',
      introducer: '甲镇',
      industry: '电子',
      signed_date: '2012.3',
    },
    {
      name: '乙项目',
      stage: '在建',
      total_investment: '5000',
      industry: '电子',
      planned_completed_date: '2012.12',
    },
    { name: '丙项目', stage: '终止', industry: '纺织' },
    { name: '外资', stage: '签约', total_investment: '100', currency: '美元' },
  );
  createRecord(book, 'lead', [{ content: '线索一', judged: '有效' }, { content: '线索二' }]);
  setStage(book, { id: a, stage: 'started', date: '2012.9.1', who: null, note: null });
  const columns = projectBoard(book, ALL);
  expect(
    columns
      .filter((one) => one.count > 0)
      .map((one) => [one.label, one.count, one.total, one.others]),
  ).toEqual([
    ['签约', 1, null, 1],
    ['开工', 1, '20000000.00', 0],
    ['在建', 1, '50000000.00', 0],
    ['终止', 1, null, 0],
  ]);
  expect(projectCards(book, { ...ALL, stage: 'started', offset: 0, limit: 200 })).toMatchObject([
    { id: a, name: '甲项目', unit: '甲镇', since: '2012-09-01', lamp: 'none', problems: 0 },
  ]);
  expect(projectGantt(book, { ...ALL, offset: 1, limit: 1 })).toMatchObject({
    all: 4,
    rows: [
      {
        id: b,
        steps: [
          { label: '签约' },
          { label: '开工' },
          { label: '竣工', planned: '2012-12', actual: null },
          { label: '投产' },
        ],
      },
    ],
  });
  const { leads, steps, dropped } = projectFunnel(book, ALL);
  expect(leads).toEqual({ all: 2, valuable: 1, promoted: 0 });
  expect(steps.map((one) => [one.label, one.reached, one.here])).toEqual([
    ['洽谈', 3, 0],
    ['签约', 3, 1],
    ['立项', 2, 0],
    ['开工', 2, 1],
    ['在建', 1, 1],
    ['竣工', 0, 0],
    ['投产', 0, 0],
    ['达产', 0, 0],
  ]);
  expect(steps[1]).toMatchObject({ total: '70000000.00', others: 1 });
  expect(dropped).toBe(1);
  expect(
    projectSums(book, { ...ALL, by: 'industry' }).map((one) => [one.key, one.count, one.total]),
  ).toEqual([
    ['电子', 2, '70000000.00'],
    ['纺织', 1, null],
    [null, 1, null],
  ]);
});

test('each person’s quota goes by the rank, and whoever gave a lead is listed', () => {
  const book = opened();
  createRecord(book, 'person', [
    { name: '赵一', unit: '甲镇', rank_class: '正乡级' },
    { name: '钱二', unit: '乙镇', rank_class: '副乡级' },
  ]);
  createRecord(
    book,
    'lead',
    ['一', '二', '三'].map((content) => ({
      content,
      person: '赵一',
      unit: '甲镇',
      date: '2012.3',
      judged: '有效',
    })),
  );
  createRecord(book, 'lead', [
    { content: '四', person: '钱二', unit: '乙镇', date: '2012.4' },
    { content: '五', person: '外人', date: '2012.5', judged: '有效' },
    { content: '六', person: '赵一', unit: '甲镇', date: '2011.5', judged: '有效' },
  ]);
  expect(leadQuota(book, 2012)).toEqual([
    {
      person: '赵一',
      unit: '甲镇',
      rank: '正乡级',
      quota: 3,
      given: 3,
      valuable: 3,
      waiting: 0,
      promoted: 0,
      met: true,
    },
    {
      person: '钱二',
      unit: '乙镇',
      rank: '副乡级',
      quota: 2,
      given: 1,
      valuable: 0,
      waiting: 1,
      promoted: 0,
      met: false,
    },
    {
      person: '外人',
      unit: null,
      rank: null,
      quota: 1,
      given: 1,
      valuable: 1,
      waiting: 0,
      promoted: 0,
      met: true,
    },
  ]);
});

test('a page of the ledger lists parents and children alike', () => {
  const book = opened();
  made(book, { name: '产业园' }, { name: '东区', parent: '产业园' });
  expect(
    recordPage(book, { ledger: 'project', ...ALL, sort: [], group: [] }, 0, 200).map(
      (row) => row['name'],
    ),
  ).toEqual(['产业园', '东区']);
});
