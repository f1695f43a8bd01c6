/**
 * What only the window could do once: a month closed and opened again, targets issued, an
 * indicator's nature, a unit's years — on the command line, seen again by reading.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runWords } from '../helpers/command.ts';

const folder = mkdtempSync(join(tmpdir(), 'county-planner-office-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const data = join(folder, 'data');

const run = (...words: string[]) => runWords([...words, '--data', data]);
function json<T>(...words: string[]): T {
  const { code, out, err } = run(...words, '--json');
  if (code !== 0) throw new Error(`${words.join(' ')} → ${code}\n${out}${err}`);
  return JSON.parse(out) as T;
}
const file = (name: string, ...rows: readonly string[]): string => {
  const path = join(folder, name);
  writeFileSync(path, rows.join('\r\n'));
  return path;
};

test('a month is closed with a note and opened again only with a reason; targets are issued; indicators and units are set', () => {
  json(
    'init',
    '--county',
    '示例县',
    '--year',
    '2012',
    '--units',
    file('单位.csv', '单位名称,类别', '甲镇,乡镇', '乙镇,乡镇'),
  );
  expect(json('operator', ' 李强 ')).toEqual({ operators: ['李强'] });
  expect(run('operator').out).toContain('李强');
  json(
    'import',
    file(
      '目标.csv',
      '2012年生产安全事故目标任务分解表,',
      '单位,生产安全事故（起）',
      '甲镇,3',
      '乙镇,2',
    ),
  );
  json(
    'import',
    file(
      '月报.csv',
      '2012年3月主要指标完成情况,,',
      '单位,生产安全事故（起）,',
      ',本月,累计',
      '甲镇,1,1',
      '乙镇,0,0',
    ),
  );

  expect(
    json('month', 'close', '--year', '2012', '--month', '3', '--note', '一季度'),
  ).toMatchObject({ month: 3, closed: expect.anything() });
  const refused = run('month', 'reopen', '--year', '2012', '--month', '3');
  expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('--reason')]);
  expect(
    json('month', 'reopen', '--year', '2012', '--month', '3', '--reason', '甲镇报错了'),
  ).toMatchObject({ month: 3, closed: null });

  expect(
    json('version', 'issue', '--year', '2012', '--date', '2012-01-20', '--document', '县政发1号'),
  ).toMatchObject({ issuedOn: '2012-01-20', document: '县政发1号' });
  const again = run('version', 'issue', '--year', '2012', '--date', '2012-02-01');
  expect([again.code, again.err]).toEqual([2, expect.stringContaining('没有还没下达的目标')]);

  const nature = (): readonly unknown[] =>
    json<{ name: string; direction: string; kind: string; places: number }[]>('indicators').map(
      ({ name, direction, kind, places }) => [name, direction, kind, places],
    );
  json(
    'indicator',
    'set',
    '生产安全事故',
    '--direction',
    'down',
    '--kind',
    'stock',
    '--places',
    '1',
  );
  expect(nature()).toEqual([['生产安全事故', 'down', 'stock', 1]]);
  const unknown = run('indicator', 'set', '没有的', '--direction', 'down');
  expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining('没有指标“没有的”')]);
  const wrong = run('indicator', 'set', '生产安全事故', '--direction', '低');
  expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('up、down')]);
  expect(nature()).toEqual([['生产安全事故', 'down', 'stock', 1]]);

  json('indicator', 'add', '整改隐患', '--measure', '处', '--kind', 'stock');
  json('indicator', 'add', '排查隐患', '--measure', '处', '--kind', 'stock');
  const rate = ['--numerator', '整改隐患', '--denominator', '排查隐患', '--places', '1'];
  json('indicator', 'add', '隐患整改率', '--measure', '%', ...rate);
  json('indicator', 'add', '单位GDP能耗', '--measure', '吨标煤/万元');
  expect(nature().slice(1)).toEqual([
    ['整改隐患', 'up', 'stock', 0],
    ['排查隐患', 'up', 'stock', 0],
    ['隐患整改率', 'up', 'ratio', 1],
    ['单位GDP能耗', 'down', 'ratio', 2],
  ]);
  const twice = run('indicator', 'add', '整改隐患', '--measure', '处');
  expect([twice.code, twice.err]).toEqual([1, expect.stringContaining('整改隐患')]);
  const bare = run('indicator', 'add', '又一个');
  expect([bare.code, bare.err]).toEqual([2, expect.stringContaining('--measure')]);

  json('unit', 'set', '乙镇', '--to', '2012', '--successor', '甲镇');
  const units = json<{ records: { name: string; active_to: string | null }[] }>('records', 'unit');
  expect(
    units.records.filter((one) => one.name !== '示例县').map((one) => [one.name, one.active_to]),
  ).toEqual([
    ['甲镇', null],
    ['乙镇', '2012'],
  ]);
  expect(
    json<{ rows: { name: string }[] }>('targets', '--year', '2013').rows.map((one) => one.name),
  ).toEqual(['甲镇']);
  const county = run('unit', 'set', '示例县', '--to', '2012');
  expect([county.code, county.err]).toEqual([2, expect.stringContaining('县本身')]);
});
