/**
 * 四个一批 in years that begin in January or in December, against a count by hand of random
 * projects' days; and the month of 进度, which is the same one. More: COUNTIES=300 vitest run
 * test/reporting/lived-projects.test.ts.
 */
import { expect, test } from 'vitest';
import { toJson } from '../../main/reporting/model/json.ts';
import { makeTable } from '../../main/reporting/making/making.ts';
import { setRules } from '../../main/services/progress/progress-rules.ts';
import { createRecord } from '../../main/services/records/edit.ts';
import { seededDice } from '../helpers/bulletin-county.ts';
import { testBook } from '../helpers/book.ts';

const COUNTIES = Number(process.env['COUNTIES'] ?? '6');
const FIRST = Number(process.env['COUNTY_SEED'] ?? '1');
const UNITS = ['城关镇', '河口镇', '东山镇'];
/** 建设 is told by its end: there is no day on which it began beside the start's */
const STEPS = ['signed', 'started', 'completed', 'producing'] as const;
type Step = (typeof STEPS)[number];

interface Project {
  readonly name: string;
  readonly unit: string;
  /** in 万元 */
  readonly investment: number;
  readonly days: Partial<Record<Step, string>>;
}
const two = (value: number): string => String(value).padStart(2, '0');

function projectsOf(seed: number): readonly Project[] {
  const roll = seededDice(seed);
  return Array.from({ length: 24 }, (_, at) => {
    let day = Date.UTC(2011, 8 + roll(20), 1 + roll(28));
    const days: Partial<Record<Step, string>> = {};
    for (const step of STEPS.slice(0, 1 + roll(4))) {
      days[step] = new Date(day).toISOString().slice(0, 10);
      day += (1 + roll(200)) * 86_400_000;
    }
    return {
      name: `${at + 1}号项目`,
      unit: UNITS[roll(UNITS.length)] ?? '',
      investment: roll(5) === 0 ? 10_000 : 1 + roll(30_000),
      days,
    };
  });
}

/** The last step whose day has come. */
const stageOn = ({ days }: Project, day: string): Step | null =>
  STEPS.findLast((step) => (days[step] ?? '9') <= day) ?? null;

interface Counted {
  readonly project: Project;
  readonly signed: boolean;
  readonly started: boolean;
  readonly building: boolean;
  readonly producing: boolean;
  readonly isCarried: boolean;
}
function countedIn(project: Project, begins: string, day: string): Counted {
  const { signed = '9', started = '9', producing = '9' } = project.days;
  const within = (one: string): boolean => one >= begins && one <= day;
  const stage = stageOn(project, day);
  return {
    project,
    signed: within(signed),
    started: within(started),
    building: (stage === 'started' || stage === 'completed') && started < begins,
    producing: within(producing),
    isCarried: (signed < begins || started < begins) && !(producing < begins),
  };
}

const money = (list: readonly Project[]): number =>
  list.reduce((sum, { investment }) => sum + investment, 0);
function yearCells(list: readonly Counted[]): readonly number[] {
  const batches: readonly ((one: Counted) => boolean)[] = [
    () => true,
    (one) => one.signed,
    (one) => one.started,
    (one) => one.building,
    (one) => one.producing,
  ];
  return batches.flatMap((isIn) => {
    const own = list.filter(isIn);
    return [
      own.length,
      own.filter(({ isCarried }) => isCarried).length,
      money(own.map(({ project }) => project)),
    ];
  });
}
function stageCells(list: readonly Project[], day: string): readonly number[] {
  return [null, ...STEPS].flatMap((step) => {
    const own = list.filter((one) => step === null || stageOn(one, day) === step);
    return [own.length, own.filter(({ investment }) => investment >= 10_000).length, money(own)];
  });
}

const number = (text: string | undefined): number =>
  Number((text ?? '').replaceAll(',', '') || '0');
/** Name and figures of the units' rows and of the whole's. */
const read = (
  made: ReturnType<typeof toJson>,
  of: (cells: readonly string[]) => readonly string[],
): readonly (readonly [string | undefined, ...number[]])[] =>
  [...made.rows, ...made.totals].map((row) => [row[1], ...of(row.slice(2)).map(number)]);

function judge(seed: number): void {
  const projects = projectsOf(seed);
  const book = { ...testBook(UNITS), clock: () => new Date('2015-03-01T02:00:00Z') };
  const firstMonth = seed % 2 === 0 ? 12 : 1;
  setRules(book, {
    lamp: { by: 'difference', yellow: '0', red: '20' },
    denominator: 'assured',
    firstMonth,
    stockPace: 'end',
  });
  createRecord(
    book,
    'project',
    projects.map(({ name, unit, investment, days }) => ({
      name,
      introducer: unit,
      total_investment: `${investment}万元`,
      stage: STEPS.findLast((step) => days[step] !== undefined) ?? 'signed',
      ...(days.signed === undefined ? {} : { signed_date: days.signed }),
      ...(days.started === undefined ? {} : { started_date: days.started }),
      ...(days.completed === undefined ? {} : { completed_date: days.completed }),
      ...(days.producing === undefined ? {} : { producing_date: days.producing }),
    })),
  );
  for (const year of [2012, 2013])
    for (const month of [1, 4, 12]) {
      // the month-th of the office's year
      const calendar = firstMonth === 1 ? month : month - 1;
      const end = new Date(Date.UTC(year, calendar, 0));
      const day = `${end.getUTCFullYear()}-${two(end.getUTCMonth() + 1)}-${two(end.getUTCDate())}`;
      const begins = firstMonth === 1 ? `${year}-01-01` : `${year - 1}-12-01`;
      const json = (name: string) =>
        toJson(makeTable(book, name, { year, month, filters: [] }).table);
      const counted = projects
        .map((one) => countedIn(one, begins, day))
        .filter((one) => one.signed || one.started || one.building || one.producing);
      const stood = projects.filter((one) => stageOn(one, day) !== null);
      const rowsOf = <T>(
        list: readonly T[],
        unitOf: (one: T) => string,
        cells: (own: readonly T[]) => readonly number[],
      ) => [
        ...UNITS.flatMap((unit) => {
          const own = list.filter((one) => unitOf(one) === unit);
          return own.length === 0 ? [] : [[unit, ...cells(own)]];
        }),
        ...(list.length === 0 ? [] : [['合计', ...cells(list)]]),
      ];
      const where = `seed ${seed}, ${year}-${month}`;
      expect(
        read(json('year-batches'), (cells) => cells),
        where,
      ).toEqual(rowsOf(counted, ({ project }) => project.unit, yearCells));
      const batches = json('four-batches');
      expect(
        read(batches, (cells) => cells.filter((_, at) => at % 5 < 3)),
        where,
      ).toEqual(
        rowsOf(
          stood,
          ({ unit }) => unit,
          (own) => stageCells(own, day),
        ),
      );
      const [calendarYear, calendarMonth] = day.split('-').map(Number);
      expect(
        makeTable(book, 'four-batches', { year, month, filters: [] }).table.subtitle.middle,
      ).toBe(`截至${calendarYear}年${calendarMonth}月底`);
    }
}

test(`四个一批 of ${COUNTIES} counties from seed ${FIRST}`, { timeout: COUNTIES * 10_000 }, () => {
  for (let seed = FIRST; seed < FIRST + COUNTIES; seed += 1) judge(seed);
});
