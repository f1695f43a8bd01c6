/**
 * Problems and tasks through the services: moves with dates, closing, re-opening, extension, undo;
 * deadlines in words.
 */
import { expect, test } from 'vitest';
import { createRecord, editRecords, removeRecords } from '../../main/services/records/edit.ts';
import { promoteLead } from '../../main/services/projects/leads.ts';
import { recordDetail } from '../../main/services/records/query.ts';
import { extendDeadline, setState } from '../../main/services/tasks/states.ts';
import { remindersOfTasks } from '../../main/services/tasks/reminders.ts';
import { redoChange, undoChange } from '../../main/services/records/undo.ts';
import { removeUnit } from '../../main/services/units/units.ts';
import { contentOf, faultOf, testBook, type TestBook } from '../helpers/book.ts';

const problem = (book: TestBook, values: Record<string, string> = {}): number =>
  createRecord(book, 'rectification', [
    { problem: '消防通道堵塞', found_date: '2012-08-05', deadline: '9月底', ...values },
  ]).ids[0] ?? 0;
const task = (book: TestBook, values: Record<string, string> = {}): number =>
  createRecord(book, 'task', [{ title: '供水管网东延', deadline: '6月底前', ...values }]).ids[0] ??
  0;
const move = (
  id: number,
  state: string,
  date: string | null,
  note: string | null = null,
  ledger: 'rectification' | 'task' = 'rectification',
) => ({ ledger, ids: [id], state, date, who: '王敏', note });
const rowOf = (book: TestBook, ledger: string, id: number): Record<string, unknown> =>
  recordDetail(book, ledger, id).row;

test('a problem goes from found to struck off and back, and every move stays with its date', () => {
  const book = testBook();
  const id = problem(book);
  expect(rowOf(book, 'rectification', id)).toMatchObject({
    state: 'found',
    deadline: '2012-09-30',
    closed_date: null,
  });
  setState(book, move(id, 'rectifying', '2012-8-6'));
  setState(book, move(id, 'awaiting', '9月20日'));
  setState(book, move(id, 'closed', '2012.9.22', '现场复查合格'));
  expect(rowOf(book, 'rectification', id)).toMatchObject({
    state: 'closed',
    closed_date: '2012-09-22',
  });
  setState(book, move(id, 'rectifying', '2012-10-08', '回潮'));
  const { row, states } = recordDetail(book, 'rectification', id);
  expect(row).toMatchObject({ state: 'rectifying', closed_date: null });
  expect(states.map((event) => [event.state, event.date, event.note])).toEqual([
    ['rectifying', '2012-08-06', null],
    ['awaiting', '2012-09-20', null],
    ['closed', '2012-09-22', '现场复查合格'],
    ['rectifying', '2012-10-08', '回潮'],
  ]);
});

test('a move may not be dated before the problem was found or before the last move', () => {
  const book = testBook();
  const id = problem(book);
  expect(faultOf(() => setState(book, move(id, 'rectifying', '2012-8-4')))).toBe('stage.backwards');
  setState(book, move(id, 'rectifying', '2012-8-20'));
  expect(faultOf(() => setState(book, move(id, 'closed', '2012-8-19')))).toBe('stage.backwards');
  expect(recordDetail(book, 'rectification', id).states).toHaveLength(1);
});

test('many are closed with one note; those already closed keep their day', () => {
  const book = testBook();
  const ids = [
    problem(book),
    problem(book, { problem: '压力容器超期未检' }),
    problem(book, { problem: '私搭乱建', closed_date: '2012-8-30' }),
  ];
  const { ids: moved } = setState(book, {
    ledger: 'rectification',
    ids,
    state: 'closed',
    date: '2012-9-28',
    who: null,
    note: '集中验收',
  });
  expect(moved).toEqual(ids.slice(0, 2));
  expect(ids.map((id) => rowOf(book, 'rectification', id)['closed_date'])).toEqual([
    '2012-09-28',
    '2012-09-28',
    '2012-08-30',
  ]);
  undoChange(book);
  expect(ids.map((id) => rowOf(book, 'rectification', id)['state'])).toEqual([
    'found',
    'found',
    'closed',
  ]);
  redoChange(book);
  expect(recordDetail(book, 'rectification', ids[0] ?? 0)).toMatchObject({
    row: { state: 'closed' },
    states: [{ state: 'closed', date: '2012-09-28', note: '集中验收' }],
  });
});

test('typing in the grid moves the state too: a closing day closes, another state takes it away', () => {
  const book = testBook();
  const id = problem(book);
  editRecords(book, 'rectification', [{ id, field: 'closed_date', value: '2012.9.20' }]);
  expect(rowOf(book, 'rectification', id)).toMatchObject({
    state: 'closed',
    closed_date: '2012-09-20',
  });
  editRecords(book, 'rectification', [{ id, field: 'state', value: '整改中' }]);
  expect(rowOf(book, 'rectification', id)).toMatchObject({
    state: 'rectifying',
    closed_date: null,
  });
  expect(
    recordDetail(book, 'rectification', id).states.map((event) => [event.state, event.date]),
  ).toEqual([
    ['closed', '2012-09-20'],
    ['rectifying', null],
  ]);
  editRecords(book, 'rectification', [{ id, field: 'progress', value: '未整改' }]);
  expect(rowOf(book, 'rectification', id)['state']).toBe('rectifying');
});

test.each([
  ['立行立改', null, '立行立改'],
  ['长期坚持', null, '长期坚持'],
  ['6月底前', '2012-06-30', null],
  ['年内', '2012-12-31', null],
  ['12月', '2012-12', null],
])('a deadline of %s is the day %s and the words %s', (text, day, words) => {
  const book = testBook();
  const id = problem(book, { deadline: text, found_date: '2012-01-05' });
  expect(rowOf(book, 'rectification', id)).toMatchObject({ deadline: day, deadline_words: words });
});

test('a day takes the place of words, and what is neither is refused', () => {
  const book = testBook();
  const id = problem(book, { deadline: '立行立改' });
  expect(
    faultOf(() =>
      editRecords(book, 'rectification', [{ id, field: 'deadline', value: '9月31日' }]),
    ),
  ).toBe('value.unreadable');
  expect(
    faultOf(() =>
      editRecords(book, 'rectification', [{ id, field: 'found_date', value: '立行立改' }]),
    ),
  ).toBe('value.unreadable');
  editRecords(book, 'rectification', [{ id, field: 'deadline', value: '9月30日' }]);
  expect(rowOf(book, 'rectification', id)).toMatchObject({
    deadline: '2012-09-30',
    deadline_words: null,
  });
});

test('a task is extended with its reason, keeps its first deadline, and is closed', () => {
  const book = testBook();
  const id = task(book);
  const put = (deadline: string, note: string): unknown =>
    extendDeadline(book, {
      ledger: 'task',
      ids: [id],
      deadline,
      date: '2012-06-25',
      who: '王敏',
      note,
    });
  expect(faultOf(() => put('8月底', ' '))).toBe('value.required');
  expect(faultOf(() => put('6月底', '材料未到'))).toBe('deadline.earlier');
  expect(faultOf(() => put('尽快', '材料未到'))).toBe('value.unreadable');
  put('8月底', '管材未到货');
  put('9月底', '雨季停工');
  expect(rowOf(book, 'task', id)).toMatchObject({
    state: 'extended',
    deadline: '2012-09-30',
    original_deadline: '2012-06-30',
  });
  setState(book, move(id, 'awaiting', '2012-9-10', null, 'task'));
  setState(book, move(id, 'closed', '2012-9-15', '已通水', 'task'));
  const { row, states } = recordDetail(book, 'task', id);
  expect(row).toMatchObject({ state: 'closed', closed_date: '2012-09-15', deadline: '2012-09-30' });
  expect(
    states.map((event) => [event.state, event.deadline_before, event.deadline, event.note]),
  ).toEqual([
    ['extended', '2012-06-30', '2012-08-31', '管材未到货'],
    ['extended', '2012-08-31', '2012-09-30', '雨季停工'],
    ['awaiting', null, null, null],
    ['closed', null, null, '已通水'],
  ]);
  expect(faultOf(() => put('12月底', '再延'))).toBe('state.closed');
});

test('a removed problem comes back with its moves', () => {
  const book = testBook();
  const id = problem(book);
  setState(book, move(id, 'closed', '2012-9-22'));
  const before = contentOf(book.db);
  removeRecords(book, 'rectification', [id]);
  expect(contentOf(book.db)).toMatchObject({ rectification: [], state_event: [] });
  undoChange(book);
  expect(contentOf(book.db)).toEqual(before);
});

test('a unit that a problem or task names stays', () => {
  const book = testBook(['应急管理局', '水利局', '空闲局']);
  problem(book, { unit: '应急管理局' });
  task(book, { lead_unit: '水利局' });
  const unit = (name: string): number =>
    book.db.prepare('SELECT id FROM unit WHERE name = ?').pluck().get(name) as number;
  expect(faultOf(() => removeUnit(book, unit('应急管理局')))).toBe('unit.inUse');
  expect(faultOf(() => removeUnit(book, unit('水利局')))).toBe('unit.inUse');
  expect(faultOf(() => removeUnit(book, unit('空闲局')))).toBe('none');
});

test('a lead becomes a project once, takes its words and money along, and is linked by the name', () => {
  const book = testBook(['经发站']);
  const id =
    createRecord(book, 'lead', [
      {
        content: '深圳能源装备企业拟建生产基地',
        company: '深圳能源装备公司',
        expected_investment: '1.2亿',
        unit: '经发站',
        phone: '13900000001',
      },
    ]).ids[0] ?? 0;
  expect(faultOf(() => promoteLead(book, { id, name: ' ' }))).toBe('value.required');
  const project = promoteLead(book, { id, name: '能源装备生产基地' }).ids[0] ?? 0;
  expect(recordDetail(book, 'project', project)).toMatchObject({
    row: {
      name: '能源装备生产基地',
      stage: 'lead',
      company: '深圳能源装备公司',
      total_investment: '120000000.00',
      phone: '13900000001',
      content: '深圳能源装备企业拟建生产基地',
      introducer: null,
    },
    stages: [{ stage: 'lead', date: null }],
    credits: [],
  });
  expect(rowOf(book, 'lead', id)).toMatchObject({ project: '能源装备生产基地', judged: '有效' });
  expect(faultOf(() => promoteLead(book, { id, name: '再转一次' }))).toBe('lead.promoted');
  undoChange(book);
  expect(rowOf(book, 'lead', id)).toMatchObject({ project: null, judged: null });
  expect(contentOf(book.db)).toMatchObject({ project: [], stage_event: [] });
});

test('what is overdue or due within a week is told over both ledgers, the most pressing first', () => {
  const book = testBook(['水利局']); // its day is 8 October 2012
  problem(book, { deadline: '2012.10.15' });
  problem(book, { problem: '下月', deadline: '2012.10.16' });
  problem(book, { problem: '立即', deadline: '立行立改' });
  problem(book, { problem: '完了', deadline: '2012.9.1', closed_date: '2012.9.1' });
  task(book, { lead_unit: '水利局', owner: '赵六' });
  task(book, { title: '本月', deadline: '2012.10' });
  expect(
    remindersOfTasks(book).map((one) => [
      one.ledger,
      one.name,
      one.unit,
      one.owner,
      one.deadline,
      one.days,
    ]),
  ).toEqual([
    ['task', '供水管网东延', '水利局', '赵六', '2012-06-30', -100],
    ['rectification', '消防通道堵塞', null, null, '2012-10-15', 7],
  ]);
});
