/**
 * One answer for a whole kind of problem: which rows and cells it speaks of, and where it is not
 * offered.
 */
import { describe, expect, it } from 'vitest';
import type { Issue } from '../../../preload/contract/imports.ts';
import {
  acceptAll,
  emptyAll,
  kindsOf,
  recordsAll,
  skipAll,
} from '../../../renderer/features/imports/draft/kinds.ts';
import { problemsOfDraft } from '../../../renderer/features/imports/draft/problems.ts';
import { workOf } from '../../../renderer/features/imports/draft/watched.ts';
import { at, draftOf, FILE, fileOf } from './draft.ts';

const issue = (row: number, column: string | null, level: Issue['level'], code: string): Issue => ({
  row,
  column,
  level,
  code,
  message: `“某某”如此${row}。改。`,
});
const issues = [
  issue(5, 'G', 'question', 'cell.format'),
  issue(6, 'G', 'question', 'cell.format'),
  issue(7, 'B', 'error', 'value.required'),
  issue(8, 'G', 'error', 'value.unreadable'),
  issue(8, 'B', 'error', 'value.unreadable'),
  issue(14, 'G', 'warning', 'total.differs'),
];
const other = '虢镇.xlsx';
const draft = draftOf([], {
  files: [fileOf(issues), fileOf([issue(9, 'G', 'question', 'cell.format')], { file: other })],
});
const kinds = kindsOf(problemsOfDraft(draft));
const kind = (code: string) => {
  const found = kinds.find((one) => one.code === code);
  if (found === undefined) throw new Error(code);
  return found;
};

describe('a kind of problem', () => {
  it('gathers its problems through all files, questions first', () => {
    expect(kinds.map((one) => [one.name, one.problems.length])).toEqual([
      ['存的与显示的不同', 3],
      ['缺内容的行', 1],
      ['无法识别的格', 2],
      ['合计与明细不符', 1],
    ]);
  });
  it('is accepted cell by cell where a question allows it', () => {
    expect(acceptAll(kind('cell.format'))).toEqual(
      [at(5), at(6), at(9, other)].map((row) => ({ kind: 'accept', ...row, column: 'G' })),
    );
    expect(acceptAll(kind('value.unreadable'))).toEqual([]);
    const range = kindsOf(problemsOfDraft(draftOf([issue(5, 'G', 'question', 'value.range')])));
    expect(range.flatMap(acceptAll)).toEqual([]);
  });
  it('is skipped row by row, each row once', () => {
    expect(skipAll(kind('value.unreadable'))).toEqual([{ kind: 'skip', ...at(8), skip: true }]);
    expect(skipAll(kind('total.differs'))).toEqual([]);
  });
  it('is emptied, but never a field that must be filled', () => {
    expect(emptyAll(kind('value.unreadable'))).toEqual([
      { kind: 'cell', file: FILE, sheet: '招商引资', row: 8, column: 'G', text: '' },
    ]);
    expect(emptyAll(kind('value.required'))).toEqual([]);
  });
  it('of resembling records is answered for all of them', () => {
    const near = { ...at(5), name: '甲', like: { id: 3, name: '乙', about: '' } };
    const [resembling] = kindsOf(
      problemsOfDraft(draftOf([issue(5, 'B', 'question', 'record.near')], { nearRecords: [near] })),
    );
    if (resembling === undefined) throw new Error('no kind');
    expect([recordsAll(resembling, 'same'), recordsAll(resembling, 'another')]).toEqual([
      [{ kind: 'record', ...at(5), as: { is: 'same', record: 3 } }],
      [{ kind: 'record', ...at(5), as: { is: 'another' } }],
    ]);
  });
});

it('progress says files while reading and rows afterwards', () => {
  const work = (job: string, done: number, total: number) =>
    workOf({ job, done, total, secondsLeft: null }, null);
  expect(
    [
      work('import.read', 0, 3000),
      work('import.read', 250, 3000),
      work('import.read', 50, 100),
      work('import.commit', 1200, 20000),
    ].map(({ label, extent, part }) => [label, extent, part]),
  ).toEqual([
    ['正在读', '1 / 30 个文件', 0],
    ['正在读', '3 / 30 个文件', 250 / 3000],
    ['正在读', '', 0.5],
    ['正在写入台账', '1,200 / 20,000 行', 0.06],
  ]);
});
