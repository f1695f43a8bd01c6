/**
 * A year's 考核办法 goes out of one book as a file and into another, also for the next year; a
 * wrong file is told.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runWords } from '../helpers/command.ts';

const folder = mkdtempSync(join(tmpdir(), 'county-planner-scheme-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const run = (...words: string[]) => {
  const { code, out, err } = runWords(words);
  return { code, out: out.trim(), err: err.trim() };
};
const SCHEME = {
  countyPlanner: 'scheme',
  version: 1,
  scheme: {
    name: '考核办法',
    year: 2012,
    document: '县发〔2012〕3号',
    places: 2,
    sheets: [{ name: '总', percent: '100', most: null }],
    most: null,
    vetoGrade: '不合格',
    grades: [],
    groups: [{ name: '镇街', of: 'units', kinds: ['township'], units: [], items: ['否决'] }],
    items: [
      {
        code: '否决',
        name: '一票否决',
        sheet: '总',
        points: '0',
        most: null,
        least: null,
        rule: { kind: 'veto' },
      },
    ],
  },
};

test('out, in again for the next year, and refused where it does not fit', () => {
  const [data, file, back] = [
    join(folder, 'data'),
    join(folder, 'in.json'),
    join(folder, 'out.json'),
  ];
  run('init', '--data', data, '--county', '示例县', '--year', '2012');
  expect(run('scheme', 'get', '--data', data, '--year', '2012')).toMatchObject({
    code: 1,
    err: '尚无2012年的考核办法。请先编制，或复制上年的。',
  });
  writeFileSync(file, JSON.stringify(SCHEME));
  expect(run('scheme', 'set', file, '--data', data)).toMatchObject({
    code: 0,
    out: '已存为2012年考核办法第1版。',
  });
  expect(run('scheme', 'get', '--data', data, '--year', '2012', '--out', back).code).toBe(0);
  expect(JSON.parse(readFileSync(back, 'utf8'))).toEqual(SCHEME);
  expect(run('scheme', 'set', back, '--data', data, '--year', '2013').out).toBe(
    '已存为2013年考核办法第1版。',
  );
  writeFileSync(
    file,
    JSON.stringify({
      ...SCHEME,
      scheme: { ...SCHEME.scheme, sheets: [{ name: '总', percent: '70', most: null }] },
    }),
  );
  expect(run('scheme', 'set', file, '--data', data)).toMatchObject({
    code: 1,
    err: '各表占比合计70%，不是100%。请修改后保存。',
  });
  writeFileSync(file, JSON.stringify(SCHEME.scheme));
  expect(run('scheme', 'set', file, '--data', data).err).toContain(
    '不是考核办法文件，请选从县计导出的那个',
  );
  expect(run('scheme', 'set', join(folder, 'none.json'), '--data', data).code).toBe(1);
  expect(run('scheme', 'look', '--data', data).code).toBe(2);
});
