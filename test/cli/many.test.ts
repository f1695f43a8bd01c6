/**
 * Several workbooks on the command line: imported, sent back, templates, and where each value came
 * from.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jsonOf as json, runWords } from '../helpers/command.ts';

const SAMPLES = fileURLToPath(new URL('../../resources/samples/', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'county-planner-many-'));
const returns = join(folder, '九月');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...words: string[]) => runWords(words);
interface Imported {
  readonly import: number | null;
  readonly new: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly questions: readonly {
    readonly file: string;
    readonly sheet: string;
    readonly row: number;
  }[];
  readonly unread: readonly { readonly file: string; readonly fault: { readonly code: string } }[];
  readonly coverage: { readonly missing: readonly string[] } | null;
  readonly returned: readonly {
    readonly file: string;
    readonly saved: string;
    readonly copied: boolean;
  }[];
}
interface Truth {
  readonly units: readonly string[];
  readonly missing: readonly string[];
  readonly projects: number;
}
let truth: Truth;

beforeAll(() => {
  mkdirSync(returns);
  truth = JSON.parse(
    execFileSync(
      '/usr/bin/python3',
      [fileURLToPath(new URL('../importing/townships.py', import.meta.url)), returns],
      { encoding: 'utf8' },
    ),
  ) as Truth;
});

/** A book with the thirty-two townships. */
function book(name: string): string {
  const units = join(folder, `${name}-units.csv`);
  writeFileSync(
    units,
    `单位名称,单位类别\n${truth.units.map((unit) => `${unit},乡镇`).join('\n')}\n`,
  );
  const data = join(folder, name);
  json('init', '--data', data, '--county', '示例县', '--year', '2012', '--units', units);
  return data;
}

describe('thirty returns', () => {
  it('a dry run says what would be, who is missing and what cannot be read, and writes nothing', () => {
    const data = book('dry');
    writeFileSync(join(folder, '坏.xlsx'), 'PK nothing');
    const planned = json<Imported>(
      'import',
      returns,
      join(folder, '坏.xlsx'),
      '--data',
      data,
      '--dry-run',
    );
    expect(planned).toMatchObject({
      import: null,
      // the row of the one figure that cannot be read comes in without it
      new: truth.projects + 1,
      rejected: 3,
      coverage: { missing: truth.missing },
      unread: [{ file: '坏.xlsx', fault: { code: 'import.damaged' } }],
      returned: [],
    });
    expect(planned.questions.map(({ file, row }) => `${file} ${row}`)).toContain('凤阁岭镇.xlsx 5');
    expect(json<{ total: number }>('records', 'project', '--data', data).total).toBe(0);
    const { out, code } = run('import', returns, '--data', data);
    expect([code, out]).toEqual([
      1,
      expect.stringContaining(`未报：${truth.missing.join('、')}。`),
    ]);
  });

  it('with --only-valid and --rejects: the whole rows are in, the bad files go back, and a value knows its cell', () => {
    const data = book('written');
    const back = join(folder, '退回');
    const done = json<Imported>(
      'import',
      returns,
      '--data',
      data,
      '--only-valid',
      '--rejects',
      back,
    );
    expect(done).toMatchObject({ import: 1, new: truth.projects + 1, rejected: 3 });
    expect(readdirSync(back).sort()).toEqual(
      ['凤阁岭镇（退回）.xlsx', '报表11（退回）.xlsx', '报表21（退回）.xlsx'].sort(),
    );
    expect(done.returned.map(({ saved }) => saved).sort()).toEqual(readdirSync(back).sort());
    const { records } = json<{
      records: {
        name: string;
        origins: { file: string; sheet: string; row: number; columns: Record<string, string> }[];
      }[];
    }>('records', 'project', '--data', data, '--where', 'name=坪头镇标准厂房项目', '--origin');
    expect(records[0]?.origins).toMatchObject([
      {
        file: '报表5.xlsx',
        sheet: '坪头镇',
        row: 5,
        columns: { total_investment: 'D', started_date: 'G' },
      },
    ]);
    expect(json<{ records: number }>('undo', '1', '--data', data).records).toBeGreaterThan(0);
    expect(json<{ total: number }>('records', 'project', '--data', data).total).toBe(0);
  });
});

describe('other ledgers', () => {
  it('problems, tasks and leads of the samples come in as their own ledger, and the same file changes nothing', () => {
    const data = join(folder, 'others');
    json('init', '--data', data, '--county', '示例县', '--year', '2012');
    for (const [number, ledger, count] of [
      ['05', 'rectification', 8],
      ['06', 'task', 10],
      ['07', 'lead', 5],
    ] as const) {
      const file = join(
        SAMPLES,
        readdirSync(SAMPLES).find((name) => name.startsWith(number)) ?? '',
      );
      expect(
        json<Imported>('import', file, '--data', data, '--create-units'),
        number,
      ).toMatchObject({ new: count, rejected: 0 });
      expect(json<{ total: number }>('records', ledger, '--data', data).total, number).toBe(count);
      expect(json<Imported>('import', file, '--data', data), number).toMatchObject({
        new: 0,
        unchanged: count,
        rejected: 0,
      });
    }
  });
});

describe('template', () => {
  it('writes one of a ledger, and one of the present records, which comes back unchanged', () => {
    const data = join(folder, 'templates');
    json('init', '--data', data, '--county', '示例县', '--year', '2012');
    const file = join(SAMPLES, readdirSync(SAMPLES).find((name) => name.startsWith('02')) ?? '');
    json('import', file, '--data', data, '--create-units');
    const path = join(folder, '下月.xlsx');
    expect(json('template', 'project', '--out', path, '--filled', '--data', data)).toEqual({
      file: '下月.xlsx',
    });
    expect(json<Imported>('import', path, '--data', data)).toMatchObject({
      new: 0,
      unchanged: 13,
      rejected: 0,
      changed: 0,
    });
    expect(json('template', 'task', '--out', join(folder, '任务.xlsx'))).toEqual({
      file: '任务.xlsx',
    });
    expect(run('template', 'credit', '--out', join(folder, 'x.xlsx'))).toMatchObject({
      code: 2,
      err: expect.stringContaining('credit') as string,
    });
  });
});
