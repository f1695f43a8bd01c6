/** The agenda of a joint meeting as it is printed, and tasks as a tree on paper. */
import { expect, test } from 'vitest';
import { tableOptions } from '../../preload/contract/tables.ts';
import { toJson } from '../../main/reporting/model/json.ts';
import { makeTable } from '../../main/reporting/making/making.ts';
import { createRecord } from '../../main/services/records/edit.ts';
import { assignDecisions, saveMeeting } from '../../main/services/tasks/meetings.ts';
import { testBook } from '../helpers/book.ts';

const printed = (book: ReturnType<typeof testBook>, name: string, options: object = {}) =>
  toJson(makeTable(book, name, tableOptions.parse(options)).table);
const meeting = (name: string, items: readonly { topic: string; decision: string | null }[]) => ({
  id: null,
  name,
  date: '2012.3.5',
  place: '县政府二楼',
  host: '张县长',
  attendees: '水利局、财政局',
  items: items.map((item) => ({
    ...item,
    id: null,
    raisedBy: '水利局',
    unit: '水利局',
    support: '财政局',
    deadline: '年内',
  })),
});

test('the agenda tells matters, decisions, who until when, and how the task stands', () => {
  const book = testBook(['水利局']);
  const id =
    saveMeeting(
      book,
      meeting('第3次联席会议', [
        { topic: '供水管网', decision: '年内东延到西太路' },
        { topic: '水库除险', decision: null },
      ]),
    ).ids[0] ?? 0;
  saveMeeting(book, { ...meeting('第4次联席会议', []), date: '2012.6.5' });
  assignDecisions(book, id);
  const json = printed(book, 'meeting-agenda', { record: id });
  expect(json.title).toBe('第3次联席会议议程');
  expect(json.rows).toEqual([
    ['1', '供水管网', '水利局', '年内东延到西太路', '水利局', '财政局', '2012.12.31', '未启动'],
    ['2', '水库除险', '水利局', '', '水利局', '财政局', '2012.12.31', ''],
  ]);
  expect(json.notes).toEqual(['参会：水利局、财政局。', '办理状态为打印日现状（2012年10月8日）。']);
  expect(
    makeTable(book, 'meeting-agenda', tableOptions.parse({ record: id })).table.subtitle,
  ).toMatchObject({ middle: '2012年3月5日　县政府二楼', right: '主持：张县长' });
  expect(printed(book, 'meeting-agenda')).toMatchObject({ title: '第4次联席会议议程', rows: [] });
});

test('tasks stand under the task above them, numbered, and grouped as before', () => {
  const book = testBook(['水利局']);
  createRecord(book, 'task', [
    { title: '治理河道', parent: '创建卫生城' },
    { title: '招商引资' },
    { title: '创建卫生城', lead_unit: '水利局' },
  ]);
  expect(printed(book, 'tasks', { columns: ['title'] }).rows.map((row) => row[1])).toEqual([
    '招商引资',
    '创建卫生城',
    '　2.1 治理河道',
  ]);
  expect(
    printed(book, 'tasks', { columns: ['title'], group: 'lead_unit' }).rows.map((row) => row[1]),
  ).toEqual(expect.arrayContaining(['治理河道']));
});
