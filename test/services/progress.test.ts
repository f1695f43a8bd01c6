/**
 * The progress sheet: sample 04 as on its screen, figures as typed, questions, ratios by their
 * parts, last year, sums that triggers keep.
 */
import { expect, test } from 'vitest';
import { allIndicators } from '../../main/data/targets/indicators.ts';
import type { Reader } from '../../main/data/open.ts';
import { editFigures, setFigureStates } from '../../main/services/progress/figure-edit.ts';
import { listMonths } from '../../main/services/progress/months.ts';
import { progressSheet } from '../../main/services/progress/progress.ts';
import { rulesOf, setRules } from '../../main/services/progress/progress-rules.ts';
import { rivalSheet, saveRivals } from '../../main/services/progress/rivals.ts';
import { redoChange, undoChange } from '../../main/services/records/undo.ts';
import { updateUnit } from '../../main/services/units/units.ts';
import {
  adjustTargets,
  dropDraft,
  issueTargets,
  listVersions,
} from '../../main/services/targets/versions.ts';
import { yearCurve, yearForecast } from '../../main/services/progress/year-course.ts';
import type { Book } from '../../main/services/book/book.ts';
import type { ProgressRow } from '../../preload/contract/progress.ts';
import { testBook } from '../helpers/book.ts';
import { importSample } from '../helpers/imported.ts';
import { yearBook } from '../helpers/year.ts';

const sheet = (book: Book, indicator: number, month = 9, year = 2012, more = {}) =>
  progressSheet(book, { year, month, indicator, denominator: null, group: 'all', ...more });
const row = (
  book: Book,
  indicator: number,
  name: string,
  month = 9,
  year = 2012,
): ProgressRow | undefined =>
  sheet(book, indicator, month, year).rows.find((one) => one.name === name);

test('sample 04 is the sheet of the screen: figures, lamps, places, counts and words', async () => {
  const book = testBook();
  await importSample(book, '04');
  const ids = new Map(allIndicators(book.db).map((one) => [one.name, one.id]));
  const { rows, total, counts, words, missing } = sheet(book, ids.get('合同引资') ?? 0);
  expect(
    rows.map(({ name, target, month, cumulative, yoy, completion, gap, lamp, place }) =>
      [name, target, month, cumulative, yoy, completion, gap, lamp, place].join(' '),
    ),
  ).toEqual([
    '东关街道 2.7 0.18 1.86 -11.4 68.89 -6.11 yellow 7',
    '西关街道 6 0.41 3.89 4.7 64.83 -10.17 yellow 8',
    '县功镇 6.6 0.45 3.57 6.5 54.09 -20.91 red 10',
    '虢镇 3.1 0.17 2.29 14.7 73.87 -1.13 yellow 6',
    '阳平镇 8 0.48 7.18 39.3 89.75 14.75 green 4',
    '千河镇 8.4 1.29 8.07 -8.2 96.07 21.07 green 3',
    '磻溪镇 6.9 0.53 3.35 -4.8 48.55 -26.45 red 11',
    '天王镇 3.1 0.13 2.58 36.2 83.23 8.23 green 5',
    '慕仪镇 5.6 0.35 5.97 17.7 106.61 31.61 blue 1',
    '贾村镇 6.5 0.21 3.97 23.2 61.08 -13.92 yellow 9',
    '科技工业园区 3.8 0.56 3.9 42.8 102.63 27.63 blue 2',
    '区工信局 5.6 0.22 2.6 -7.2 46.43 -28.57 red 12',
  ]);
  expect(total).toMatchObject({
    target: '66.3',
    month: '4.98',
    cumulative: '49.23',
    yoy: null,
    completion: '74.25',
    pace: '75.00',
    gap: '-0.75',
    lamp: 'yellow',
    place: null,
  });
  expect([counts, missing]).toEqual([
    { ranked: 12, finished: 2, half: 10, nothing: 0, behind: 7 },
    [],
  ]);
  expect(words).toBe(
    '1—9月，全县完成合同引资49.23亿元，同比（　　），占年度目标66.30亿元的74.25%，欠序时进度0.75个百分点；9月当月完成4.98亿元。12个单位中，完成全年任务2个，过半10个（含完成2个），无实绩0个，欠序时7个。',
  );
  expect(rows[6]?.origin).toMatchObject({
    cells: {
      month: expect.stringMatching(/^[A-Z]+\d+$/),
      cumulative: expect.stringMatching(/^[A-Z]+\d+$/),
    },
  });
  const totals = ['到位资金', '固定资产投资', '财政收入']
    .map((name) => sheet(book, ids.get(name) ?? 0).total)
    .map((one) => [one.target, one.month, one.cumulative]);
  expect(totals).toEqual([
    ['35.5', '3.91', '27.09'],
    ['54.9', '5.53', '41.6'],
    ['30977', '3624', '26191'],
  ]);
  expect(listMonths(book, 2012)[8]).toMatchObject({
    name: '9月',
    filled: 48,
    expected: 48,
    closed: null,
  });
});

test("a figure is taken as typed, in the indicator's measure; nothing is not 0", () => {
  const { book, add, target, type } = yearBook();
  const id = add('合同引资');
  target(id, { 城关镇: '6', 河口镇: '3', 东山镇: '2' });
  type(1, id, { 城关镇: '3000万', 河口镇: '0', 东山镇: '1.2亿元' });
  expect(sheet(book, id, 1).rows.map((one) => one.cumulative)).toEqual(['0.3', '0', '1.2']);
  type(1, id, { 河口镇: null });
  const empty = sheet(book, id, 1);
  expect([
    empty.rows[1]?.cumulative,
    empty.rows[1]?.lamp,
    empty.missing,
    empty.total.cumulative,
  ]).toEqual([null, 'none', ['河口镇'], '1.5']);
  expect(() => type(1, id, { 城关镇: '很多' })).toThrow('value.unreadable');
  expect(() => type(1, id, { 城关镇: '约3' })).toThrow('value.unreadable');
});

test('a disagreement is asked about and not stored, until it is kept with a reason or fits', () => {
  const { book, unit, add, type } = yearBook(['磻溪镇', '虢镇']);
  const id = add('合同引资');
  type(8, id, { 磻溪镇: '2.82' });
  type(9, id, { 磻溪镇: '0.53' }, 'month');
  expect(row(book, id, '磻溪镇')).toMatchObject({
    previous: '2.82',
    month: '0.53',
    cumulative: '3.35',
    typed: ['month'],
  });
  const asked = type(9, id, { 磻溪镇: '3.53', 虢镇: '1' });
  expect(asked.disagreements).toMatchObject([
    {
      previous: '2.82',
      month: '0.53',
      cumulative: '3.53',
      sum: '3.35',
      difference: '0.18',
      message: '磻溪镇1—9月累计：2.82＋0.53＝3.35，填的是3.53，差0.18。改为3.35，或写明原因。',
    },
  ]);
  expect([row(book, id, '磻溪镇')?.cumulative, row(book, id, '虢镇')?.cumulative]).toEqual([
    '3.35',
    '1',
  ]);
  editFigures(book, {
    year: 2012,
    month: 9,
    edits: [
      {
        indicator: id,
        unit: unit('磻溪镇'),
        part: 'cumulative',
        text: '3.53',
        keep: '8月补报0.18',
      },
    ],
  });
  expect(row(book, id, '磻溪镇')).toMatchObject({
    month: '0.53',
    cumulative: '3.53',
    reason: '8月补报0.18',
  });
  expect(type(9, id, { 磻溪镇: '3.35' }).disagreements).toEqual([]);
  expect(row(book, id, '磻溪镇')?.reason).toBeNull();
});

test('changing a month works out the months after it again, in one change', () => {
  const { book, add, type } = yearBook();
  const id = add('合同引资');
  for (const month of [1, 2, 3]) type(month, id, { 城关镇: '1' }, 'month');
  expect(row(book, id, '城关镇', 3)?.cumulative).toBe('3');
  type(1, id, { 城关镇: '1.5' }, 'month');
  expect([2, 3].map((month) => row(book, id, '城关镇', month)?.cumulative)).toEqual(['2.5', '3.5']);
  undoChange(book);
  expect([1, 2, 3].map((month) => row(book, id, '城关镇', month)?.cumulative)).toEqual([
    '1',
    '2',
    '3',
  ]);
});

test('a confirmed figure typed anew has to be confirmed anew', () => {
  const { book, unit, add, type } = yearBook();
  const id = add('合同引资');
  type(3, id, { 城关镇: '1', 河口镇: '2' });
  setFigureStates(book, {
    year: 2012,
    month: 3,
    units: [unit('城关镇'), unit('河口镇')],
    state: 'confirmed',
  });
  type(3, id, { 城关镇: '1.1' });
  expect(
    sheet(book, id, 3)
      .rows.slice(0, 2)
      .map((one) => one.state),
  ).toEqual(['draft', 'confirmed']);
});

test('a ratio adds up by its parts, never by averages', () => {
  const { book, add, target, type } = yearBook();
  const over = add('COD排放', { measure: '吨', direction: 'down' });
  const under = add('增加值', { measure: '万元' });
  const ratio = add('万元增加值COD', {
    measure: '千克',
    direction: 'down',
    kind: 'ratio',
    rollup: 'ratio',
    numerator: over,
    denominator: under,
    factor: '1000',
    places: 3,
  });
  target(ratio, { 城关镇: '2', 河口镇: '2' });
  type(6, over, { 城关镇: '10', 河口镇: '3' });
  type(6, under, { 城关镇: '5000', 河口镇: '1000' });
  const { rows, total } = sheet(book, ratio, 6);
  expect([rows[0]?.cumulative, rows[1]?.cumulative, total.cumulative]).toEqual([
    '2',
    '3',
    // 13 ÷ 6 cut off: it is rounded once, where it is shown
    '2.166666',
  ]);
  expect([rows[0]?.lamp, rows[1]?.lamp]).toEqual(['blue', 'red']);
  expect(() => type(6, ratio, { 城关镇: '1' })).toThrow('value.computed');
});

test("growth is on last year's own month, or on what was typed for it; a total needs all of it", () => {
  const { book, add, type } = yearBook();
  const id = add('财政收入');
  type(3, id, { 城关镇: '2', 河口镇: '0' }, 'cumulative', 2011);
  type(3, id, { 城关镇: '2.5', 河口镇: '1', 东山镇: '4' });
  type(3, id, { 东山镇: '12.5' }, 'yoy');
  const before = sheet(book, id, 3);
  expect([...before.rows.map((one) => one.yoy), before.total.yoy]).toEqual([
    '25',
    null,
    '12.5',
    null,
  ]);
  type(3, id, { 东山镇: '5' }, 'lastYear');
  const after = sheet(book, id, 3);
  expect([after.rows[2]?.yoy, after.total.lastYear, after.total.yoy]).toEqual([
    '-20',
    '7',
    '7.142857',
  ]);
});

test("completion by 确保, 力争 and the upper task; the county's own task goes before the sum", () => {
  const { book, add, target, type } = yearBook();
  const id = add('合同引资');
  target(id, { 城关镇: '10', 河口镇: '10', 县: '18' });
  target(id, { 城关镇: '16', 县: '25' }, 'stretch');
  target(id, { 城关镇: '8' }, 'upper');
  type(6, id, { 城关镇: '8', 河口镇: '4' });
  const by = (denominator: 'assured' | 'stretch' | 'upper') =>
    sheet(book, id, 6, 2012, { denominator });
  expect(
    ['assured', 'stretch', 'upper'].map((one) => by(one as 'assured').rows[0]?.completion),
  ).toEqual(['80.00', '50.00', '100.00']);
  expect([
    by('assured').total.target,
    by('assured').total.completion,
    by('upper').rows[0]?.lamp,
    by('stretch').rows[1]?.place,
  ]).toEqual(['18', '66.67', 'blue', null]);
});

test('a village is part of its township: its figure is not added again', () => {
  const { book, unit, add, type } = yearBook(['城关镇', '柳林村']);
  const id = add('合同引资');
  updateUnit(book, {
    id: unit('柳林村'),
    name: '柳林村',
    kind: 'village',
    aliases: [],
    leader: null,
  });
  type(2, id, { 城关镇: '5', 柳林村: '1' });
  expect([
    sheet(book, id, 2).total.cumulative,
    sheet(book, id, 2, 2012, { group: 'village' }).total.cumulative,
  ]).toEqual(['5', '1']);
});

test('rules are kept; thresholds in the wrong order are refused', () => {
  const { book } = yearBook();
  setRules(book, {
    lamp: { by: 'ratio', green: '80', yellow: '60' },
    denominator: 'stretch',
    firstMonth: 12,
    stockPace: 'end',
  });
  expect([rulesOf(book.db), listMonths(book, 2012)[0]?.name]).toEqual([
    {
      lamp: { by: 'ratio', green: '80', yellow: '60' },
      denominator: 'stretch',
      firstMonth: 12,
      stockPace: 'end',
    },
    '12月',
  ]);
  expect(() =>
    setRules(book, {
      lamp: { by: 'difference', yellow: '20', red: '10' },
      denominator: 'assured',
      firstMonth: 1,
      stockPace: 'end',
    }),
  ).toThrow('value.unreadable');
});

test('curve, forecast and rivals tell the same figures', () => {
  const { book, add, target, type } = yearBook(['城关镇']);
  const id = add('财政收入');
  target(id, { 城关镇: '12' });
  type(3, id, { 城关镇: '2' }, 'cumulative', 2011);
  type(12, id, { 城关镇: '10' }, 'cumulative', 2011);
  type(3, id, { 城关镇: '3' });
  type(3, id, { 城关镇: '13.5' }, 'estimate');
  const course = yearCurve(book, { year: 2012, indicator: id, unit: null });
  expect([
    course.cumulative[2],
    course.lastYear[2],
    course.plan[2],
    course.plan[11],
    course.assured,
  ]).toEqual(['3', '2', '3.00', '12.00', '12']);
  expect(yearForecast(book, { year: 2012, month: 3, indicator: id })).toMatchObject([
    { unit: null, linear: '12.00', seasonal: '15.00', target: '12' },
    { name: '城关镇', linear: '12.00', seasonal: '15.00', own: '13.5' },
  ]);
  saveRivals(book, {
    year: 2012,
    month: 3,
    indicator: id,
    rivals: [
      { name: '邻县', cumulative: '3.63亿', growth: '10' },
      { name: '远县', cumulative: null, growth: null },
    ],
  });
  expect(rivalSheet(book, { year: 2012, month: 3, indicator: id, years: 2 })).toMatchObject({
    own: { cumulative: '3', growth: '50' },
    rows: [
      { rival: '邻县', gap: '-0.63', share: '82.64', needed: '21.00' },
      { rival: '远县', gap: null, needed: null },
    ],
  });
  saveRivals(book, {
    year: 2012,
    month: 3,
    indicator: id,
    rivals: [{ name: '远县', cumulative: '1', growth: '5' }],
  });
  expect(
    rivalSheet(book, { year: 2012, month: 3, indicator: id, years: 1 }).rows.map((one) => [
      one.rival,
      one.cumulative,
    ]),
  ).toEqual([['远县', '1']]);
});

const SUMS =
  'SELECT year, month, indicator_id, kind, month_total, month_count, cumulative_total, cumulative_count, last_total, last_count FROM figure_sum WHERE month_count + cumulative_count + last_count > 0 ORDER BY 1, 2, 3, 4';
const RAW = `SELECT year, month, indicator_id, kind, coalesce(sum(month_value), 0), count(month_value), coalesce(sum(cumulative), 0), count(cumulative), coalesce(sum(last_cumulative), 0), count(last_cumulative)
  FROM figure JOIN unit ON unit.id = unit_id WHERE kind <> 'county' GROUP BY 1, 2, 3, 4 HAVING count(month_value) + count(cumulative) + count(last_cumulative) > 0 ORDER BY 1, 2, 3, 4`;
/** An adjustment where the newest targets are issued, else issues or drops them. */
function issueOrAdjust(book: Book, year: number): void {
  const newest = listVersions(book, year).at(-1);
  if (newest === undefined || newest.issuedOn !== null) adjustTargets(book, year);
  else if (newest.number % 2 === 0) dropDraft(book, newest.id);
  else
    issueTargets(book, {
      version: newest.id,
      date: `${year}-02-01`,
      document: '县政〔2012〕1号',
      reason: '调高',
    });
}
const rowsOf = (db: Reader, sql: string): unknown[] =>
  db.prepare(sql).safeIntegers(true).raw().all();

/** Wanted and filled of every version's month, counted from the rows. */
const FILLED = `SELECT version_id, target.indicator_id, month.value, count(*), count(figure.cumulative) FROM target JOIN target_version version ON version.id = version_id JOIN unit ON unit.id = target.unit_id AND unit.kind <> 'county'
  JOIN json_each('[1,2,3,4,5,6,7,8,9,10,11,12]') month LEFT JOIN figure ON figure.year = version.year AND figure.month = month.value AND figure.indicator_id = target.indicator_id AND figure.unit_id = target.unit_id
  WHERE assured IS NOT NULL GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`;
const KEPT_FILLED = 'SELECT * FROM filled_sum WHERE wanted <> 0 OR filled <> 0 ORDER BY 1, 2, 3';

test.each([1, 2, 3, 4])(
  'kept sums equal the raw ones after random typing, undoing, redoing and units that change their kind (%i)',
  (seed) => {
    const names = ['甲镇', '乙镇', '丙局', '丁园', '戊村'];
    const { book, unit, add, type, target } = yearBook(names);
    const ids = [add('合同引资'), add('到位资金')];
    let state = seed * 7919;
    const random = (below: number): number =>
      ((state = (state * 1103515245 + 12345) % 2147483648) >> 8) % below;
    const pick = <T>(list: readonly T[]): T => list[random(list.length)] as T;
    const kinds = ['township', 'department', 'park', 'village'] as const;
    for (let step = 0; step < 120; step++) {
      const act = random(14);
      try {
        if (act < 6)
          type(
            1 + random(4),
            pick(ids),
            { [pick(names)]: random(5) === 0 ? null : `${random(500) / 100}` },
            pick(['month', 'cumulative', 'lastYear'] as const),
            2011 + random(2),
          );
        else if (act === 6)
          updateUnit(book, {
            id: unit(pick(names)),
            name: pick(names),
            kind: pick(kinds),
            aliases: [],
            leader: null,
          });
        else if (act > 11) issueOrAdjust(book, 2011 + random(2));
        else if (act > 9)
          target(
            pick(ids),
            { [pick([...names, '县'])]: random(3) === 0 ? '' : `${random(500) / 100}` },
            'assured',
            2011 + random(2),
          );
        else if (act < 9) undoChange(book);
        else redoChange(book);
      } catch (error) {
        // a name that is taken, nothing to undo, an indicator that was undone: the book stays as it
        // is
        expect(String(error)).toMatch(/unit\.exists|undo\.|target\.issued|record\.missing/);
      }
      expect(rowsOf(book.db, SUMS)).toEqual(rowsOf(book.db, RAW));
      expect(rowsOf(book.db, KEPT_FILLED)).toEqual(rowsOf(book.db, FILLED));
    }
    const left = allIndicators(book.db).map((one) => one.id);
    const totals = [2011, 2012].flatMap((year) =>
      left.flatMap((id) =>
        [1, 2, 3, 4].map((month) => {
          const { rows, total } = sheet(book, id, month, year);
          const listed = rows.filter(
            (one) =>
              one.cumulative !== null &&
              (one.kind !== 'village' ||
                rows.every((other) => other.kind === 'village' || other.cumulative === null)),
          );
          const hundredths = listed.reduce(
            (sum, one) => sum + Math.round(Number(one.cumulative) * 100),
            0,
          );
          return [
            total.cumulative === null ? null : Math.round(Number(total.cumulative) * 100),
            listed.length === 0 ? null : hundredths,
          ];
        }),
      ),
    );
    for (const [told, added] of totals) expect(told).toBe(added);
  },
);
