/**
 * A county that lives in two years by its offices' workbooks, through the command line alone,
 * against a truth in Python's fractions written by somebody who had not read the program. More:
 * COUNTIES=300 vitest run test/county; another row of them: COUNTY_SEED=1000; all twelve months of
 * the first year and six of the second: COUNTY_MONTHS=12,6.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished, test, expect } from 'vitest';
import { z } from 'zod';
import { differencesOf } from './judged.ts';
import { lifeIn, type Life, type LifeEvent } from './life.ts';
import { importAnswer, programIn, type ImportAnswer, type Program } from './program.ts';

const COUNTIES = Number(process.env['COUNTIES'] ?? '1');
const FIRST = Number(process.env['COUNTY_SEED'] ?? '1');
const MONTHS = process.env['COUNTY_MONTHS'] ?? '4,1';
const MAKE = fileURLToPath(new URL('make.py', import.meta.url));

async function happens(
  program: Program,
  { county, years }: Life,
  event: LifeEvent,
  ...more: string[]
): Promise<ImportAnswer | null> {
  const files = event.files.map((file) => join(program.folder, file));
  if (event.what === 'init') {
    const begin = ['--county', county, '--year', String(years[0]), '--units', ...files];
    await program.json(z.unknown(), 'init', ...begin);
    return null;
  }
  const as = event.as_ === undefined ? [] : ['--as', event.as_];
  const answer = await program.json(importAnswer, 'import', ...files, ...as, ...more);
  return answer.import === null && answer.rejected > 0 && more.length === 0
    ? happens(program, { county, years } as Life, event, '--only-valid')
    : answer;
}

/** What the file must be asked about or told of, and what must not be called wrong. */
function unsaid(event: LifeEvent, answer: ImportAnswer): readonly string[] {
  const said = [...answer.questions, ...answer.warnings].map(({ message }) => message);
  const isChanged = ({ unit, indicator }: NonNullable<LifeEvent['change']>): boolean =>
    answer.changes.some(({ record }) => record.includes(unit) && record.includes(indicator));
  return [
    ...(answer.unread.length > 0 ? [`unread ${JSON.stringify(answer.unread)}`] : []),
    ...(event.must ?? [])
      .filter(({ any }) => !said.some((one) => any.some((word) => one.includes(word))))
      .map(({ what }) => `not asked: ${what}`),
    ...(event.change === undefined || isChanged(event.change) ? [] : ['the change is not told']),
    ...said.filter((one) => one.includes('合计') && one.includes('差')),
  ];
}

test.each(Array.from({ length: COUNTIES }, (_, at) => FIRST + at))(
  'county of seed %i',
  { timeout: 300_000 },
  async (seed) => {
    const folder = mkdtempSync(join(tmpdir(), 'county-planner-county-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    execFileSync('/usr/bin/python3', [MAKE, folder, String(seed), MONTHS], { stdio: 'ignore' });
    const life = lifeIn(folder);
    const program = programIn(folder);
    const differences: string[] = [];
    for (const event of life.timeline) {
      const answer = await happens(program, life, event);
      const asked = (answer?.questions ?? []).map(({ message }) => message).join(' ');
      const names = (event.must ?? [])
        .flatMap(({ any }) => any)
        .filter((one) => asked.includes(one));
      const found = answer === null ? [] : [...unsaid(event, answer)];
      for (const check of life.checks.filter(({ after }) => after === event.id)) {
        if (check.kind === 'again') {
          const again = await happens(program, life, event, '--dry-run');
          if (again !== null && again.new + again.changed > 0) found.push('the same file is new');
        } else found.push(...(await differencesOf(program, check, { names })));
      }
      differences.push(...found.map((one) => `seed ${seed}, ${event.when} ${event.what}: ${one}`));
    }
    expect(differences).toEqual([]);
  },
);
