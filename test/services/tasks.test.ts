/**
 * Tasks through the services: tree without circles, milestones, monthly notes, 催办, re-checks,
 * joint meetings; each taken back whole.
 */
import { expect, test } from 'vitest';
import { Fault } from '../../main/domain/fault.ts';
import { createRecord, editRecords, removeRecords } from '../../main/services/records/edit.ts';
import { assignDecisions, listMeetings, saveMeeting } from '../../main/services/tasks/meetings.ts';
import { recordDetail } from '../../main/services/records/query.ts';
import { remindersOfTasks } from '../../main/services/tasks/reminders.ts';
import {
  extendDeadline,
  recheckRectification,
  setState,
} from '../../main/services/tasks/states.ts';
import { setTaskParent, taskLife } from '../../main/services/tasks/task-tree.ts';
import {
  addChases,
  listChases,
  readMilestones,
  replyChase,
  saveTaskMilestones,
  saveNote,
} from '../../main/services/tasks/tasks.ts';
import { undoChange } from '../../main/services/records/undo.ts';
import { contentOf, testBook, type TestBook } from '../helpers/book.ts';

const task = (book: TestBook, title: string, values: Record<string, string> = {}): number =>
  createRecord(book, 'task', [{ title, ...values }]).ids[0] ?? 0;
const rowOf = (book: TestBook, id: number, ledger = 'task'): Record<string, unknown> =>
  recordDetail(book, ledger, id).row;
const refusalOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof Fault)
      return 'problem' in error.params ? String(error.params.problem) : error.code;
    throw error;
  }
  return 'none';
};
const chase = { date: '10月8日', whom: null, how: '电话', who: '督查室', demand: '月底前报结果' };

test('what lies below a task is told at the task: how many, how many closed, how many overdue', () => {
  const book = testBook(['住建局']);
  const top = task(book, '创建卫生城', { support_units: '住建局、环保分局' });
  const street = task(book, '治理街巷', {
    parent: '创建卫生城',
    lead_unit: '住建局',
    deadline: '6月底前',
  });
  const done = task(book, '清运垃圾', { parent: '治理街巷' });
  task(book, '改造公厕', { parent: '创建卫生城', deadline: '9月底', progress: '完成3座' });
  setState(book, {
    ledger: 'task',
    ids: [done],
    state: 'closed',
    date: '2012-9-1',
    who: null,
    note: null,
  });
  const life = taskLife(book, top);
  expect(
    life.below.map((one) => [one.number, one.title, one.depth, one.unit, one.overdue]),
  ).toEqual([
    ['1', '治理街巷', 0, '住建局', true],
    ['1.1', '清运垃圾', 1, null, false],
    ['2', '改造公厕', 0, null, true],
  ]);
  expect(life.leaves).toEqual({ all: 2, closed: 1, overdue: 1 });
  expect(life.support).toEqual(['住建局', '环保分局']);
  expect(taskLife(book, street).parent).toEqual({ id: top, title: '创建卫生城' });
});

test('a circle is refused, by hand and in a cell; a new title goes along; a title that nobody bears is said', () => {
  const book = testBook();
  const [top, middle, leaf] = [
    task(book, '甲'),
    task(book, '乙', { parent: '甲' }),
    task(book, '丙', { parent: '乙' }),
  ];
  expect(refusalOf(() => setTaskParent(book, { id: top, parent: leaf }))).toBe(
    '“丙”是“甲”的下级，不能反过来。请先取消原来的上级',
  );
  expect(
    refusalOf(() => editRecords(book, 'task', [{ id: top, field: 'parent', value: '丙' }])),
  ).toContain('不能反过来');
  expect(refusalOf(() => setTaskParent(book, { id: top, parent: top }))).toContain(
    '不能是自己的上级',
  );
  editRecords(book, 'task', [{ id: middle, field: 'title', value: '乙改' }]);
  expect(rowOf(book, leaf)['parent']).toBe('乙改');
  undoChange(book);
  expect(rowOf(book, leaf)['parent']).toBe('乙');
  editRecords(book, 'task', [{ id: leaf, field: 'parent', value: '没有的' }]);
  expect(taskLife(book, leaf)).toMatchObject({ parent: null, unlinked: '没有名为“没有的”的任务' });
  setTaskParent(book, { id: leaf, parent: top });
  expect(taskLife(book, top).below.map((one) => one.title)).toEqual(['乙', '丙']);
});

test('milestones are read from 阶段目标, kept in order, and a deadline may stay words', () => {
  const book = testBook();
  const id = task(book, '供水管网东延', { milestones: '3月底前完成选址；6月底前开工；年内建成' });
  expect(readMilestones(book, id)).toEqual([
    { name: '完成选址', deadline: '2012-03-31' },
    { name: '开工', deadline: '2012-06-30' },
    { name: '建成', deadline: '2012-12-31' },
  ]);
  saveTaskMilestones(book, {
    id,
    milestones: [
      { id: null, name: '完成选址', deadline: '3月底前', done: '2012.4.5', note: null },
      { id: null, name: '整改', deadline: '立行立改', done: null, note: null },
      { id: null, name: '建成', deadline: '年内', done: null, note: null },
    ],
  });
  expect(
    taskLife(book, id).milestones.map((one) => [
      one.name,
      one.deadline,
      one.words,
      one.done,
      one.lamp,
    ]),
  ).toEqual([
    ['完成选址', '2012-03-31', null, '2012-04-05', 'late'],
    ['整改', null, '立行立改', null, 'none'],
    ['建成', '2012-12-31', null, null, 'green'],
  ]);
  const before = contentOf(book.db);
  const [first] = taskLife(book, id).milestones;
  saveTaskMilestones(book, {
    id,
    milestones: [
      { id: first?.id ?? 0, name: '选址批复', deadline: '4月底', done: null, note: null },
    ],
  });
  expect(taskLife(book, id).milestones.map((one) => one.name)).toEqual(['选址批复']);
  undoChange(book);
  expect(contentOf(book.db)).toEqual(before);
  expect(
    refusalOf(() =>
      saveTaskMilestones(book, {
        id,
        milestones: [{ id: null, name: ' ', deadline: null, done: null, note: null }],
      }),
    ),
  ).toBe('value.required');
});

test('one note a month; the newest is the progress, an older one that comes late is not', () => {
  const book = testBook();
  const id = task(book, '供水管网东延');
  const note = (month: string, text: string): unknown =>
    saveNote(book, { id, month, note: text, who: null });
  note('2012.8', '管沟开挖');
  expect(rowOf(book, id)).toMatchObject({ progress: '管沟开挖', state: 'doing' });
  note('2012年7月', '进场');
  note('8月', '管沟开挖过半');
  expect(rowOf(book, id)['progress']).toBe('管沟开挖过半');
  expect(taskLife(book, id).notes.map((one) => [one.month, one.note])).toEqual([
    ['2012-08', '管沟开挖过半'],
    ['2012-07', '进场'],
  ]);
  expect(refusalOf(() => note('2012', '一年'))).toBe('value.unreadable');
});

test('everything overdue is chased at once, each at its own person or unit; a reply stays with it', () => {
  const book = testBook(['水利局']);
  const ids = [
    task(book, '供水管网东延', { owner: '赵六', lead_unit: '水利局' }),
    task(book, '水库除险', { lead_unit: '水利局' }),
  ];
  const { ids: chases } = addChases(book, { ledger: 'task', ids, ...chase });
  expect(
    ids
      .flatMap((id) => listChases(book, 'task', id))
      .map((one) => [one.date, one.whom, one.how, one.demand]),
  ).toEqual([
    ['2012-10-08', '赵六', '电话', '月底前报结果'],
    ['2012-10-08', '水利局', '电话', '月底前报结果'],
  ]);
  replyChase(book, { id: chases[0] ?? 0, reply: '10月20日完成', replied: '10月9日' });
  expect(listChases(book, 'task', ids[0] ?? 0)[0]).toMatchObject({
    reply: '10月20日完成',
    replied: '2012-10-09',
  });
  expect(
    refusalOf(() => addChases(book, { ledger: 'task', ids: [task(book, '没有人管')], ...chase })),
  ).toContain('无法确定催办对象');
  setState(book, {
    ledger: 'task',
    ids: [ids[1] ?? 0],
    state: 'closed',
    date: null,
    who: null,
    note: null,
  });
  expect(refusalOf(() => addChases(book, { ledger: 'task', ids, ...chase }))).toBe(
    '“水库除险”已经办结，无需催办。请取消选择后催办',
  );
  const before = contentOf(book.db);
  removeRecords(book, 'task', ids);
  expect(contentOf(book.db)).toMatchObject({ chase: [] });
  undoChange(book);
  expect(contentOf(book.db)).toEqual(before);
});

test('a re-check passes with a note, or opens the problem again with its reason', () => {
  const book = testBook();
  const id =
    createRecord(book, 'rectification', [{ problem: '占道经营', found_date: '2012-8-1' }]).ids[0] ??
    0;
  const look = (passed: boolean, note: string | null): unknown =>
    recheckRectification(book, { ids: [id], passed, date: '2012-9-30', who: '王敏', note });
  expect(refusalOf(() => look(true, null))).toContain('尚未销号');
  setState(book, {
    ledger: 'rectification',
    ids: [id],
    state: 'closed',
    date: '2012-9-1',
    who: null,
    note: null,
  });
  look(true, null);
  expect(rowOf(book, id, 'rectification')).toMatchObject({
    state: 'closed',
    closed_date: '2012-09-01',
    recheck: '2012年9月30日复查合格',
  });
  expect(refusalOf(() => look(false, ' '))).toBe('value.required');
  look(false, '又占道');
  expect(rowOf(book, id, 'rectification')).toMatchObject({
    state: 'rectifying',
    closed_date: null,
    recheck: '2012年9月30日复查不合格：又占道',
  });
  expect(
    recordDetail(book, 'rectification', id).states.map((one) => [one.state, one.note]),
  ).toEqual([
    ['closed', null],
    ['closed', '复查合格'],
    ['rectifying', '复查不合格：又占道'],
  ]);
});

test('what a joint meeting decides becomes tasks, once; an item that did stays on the agenda', () => {
  const book = testBook(['水利局']);
  const item = {
    id: null,
    raisedBy: '水利局',
    support: '财政局',
    unit: '水利局',
    deadline: '年内',
  };
  const meeting =
    saveMeeting(book, {
      id: null,
      name: '第3次联席会议',
      date: '2012.3.5',
      place: '县政府二楼',
      host: '张县长',
      attendees: null,
      items: [
        { ...item, topic: '供水管网', decision: '供水管网年内东延到西太路' },
        { ...item, topic: '水库除险', decision: null },
      ],
    }).ids[0] ?? 0;
  const { ids } = assignDecisions(book, meeting);
  expect(ids.map((id) => rowOf(book, id))).toMatchObject([
    {
      title: '供水管网年内东延到西太路',
      source: '第3次联席会议',
      lead_unit: '水利局',
      support_units: '财政局',
      assigned_date: '2012-03-05',
      deadline: '2012-12-31',
      state: 'not_started',
    },
  ]);
  expect(refusalOf(() => assignDecisions(book, meeting))).toContain('没有可转办的议定事项');
  const [held] = listMeetings(book);
  expect(held?.items.map((one) => [one.topic, one.task?.state ?? null])).toEqual([
    ['供水管网', 'not_started'],
    ['水库除险', null],
  ]);
  expect(
    refusalOf(() =>
      saveMeeting(book, {
        ...(held ?? { name: '', date: null, place: null, host: null, attendees: null }),
        id: meeting,
        items: [],
      }),
    ),
  ).toContain('不能从议程中删除');
  undoChange(book);
  expect(listMeetings(book)[0]?.items[0]?.task).toBe(null);
});

test('a task that is extended or closed is overdue no more, so that no deduction counts it', () => {
  const book = testBook(['水利局']);
  const id = task(book, '供水管网东延', { lead_unit: '水利局', deadline: '6月底前' });
  const late = (): number =>
    remindersOfTasks(book).filter((one) => one.days < 0 && one.unit === '水利局').length;
  expect(late()).toBe(1);
  extendDeadline(book, {
    ledger: 'task',
    ids: [id],
    deadline: '12月底',
    date: '2012-6-25',
    who: null,
    note: '管材未到货',
  });
  expect(late()).toBe(0);
  undoChange(book);
  setState(book, {
    ledger: 'task',
    ids: [id],
    state: 'closed',
    date: '2012-9-1',
    who: null,
    note: null,
  });
  expect(late()).toBe(0);
});
