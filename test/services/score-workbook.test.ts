/**
 * A year's scheme of 12 items over 30 units, and 200 people, equal to the last decimal to what
 * LibreOffice computes by formulas.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { round } from '../../main/domain/exact/decimal.ts';
import type { Reading, ReadRecord } from '../../main/domain/scoring/reading.ts';
import { scoreGroup, type Entrant } from '../../main/domain/scoring/score.ts';
import type {
  Item,
  ScorePart,
  ScoreRule,
  Scheme,
  ScoreSource,
} from '../../main/domain/scoring/scheme.ts';

const EVENTS: ScoreSource = { from: 'events' };
const part = (weight: string): ScorePart => ({ label: '项', weight, source: EVENTS });
const item = (
  code: string,
  sheet: string,
  points: string,
  rule: ScoreRule,
  most: string | null = null,
  least: string | null = null,
): Item => ({ code, name: code, sheet, points, most, least, rule });
const over = (add: string, under: Extract<ScoreRule, { kind: 'over' }>['under']): ScoreRule => ({
  kind: 'over',
  source: EVENTS,
  every: '10',
  add,
  under,
});
const ITEMS: readonly Item[] = [
  item('1', '甲', '20', { kind: 'completion', parts: [part('100')], cap: '120', floor: '60' }),
  item('2', '甲', '15', {
    kind: 'completion',
    parts: [part('30'), part('70')],
    cap: null,
    floor: null,
  }),
  item('3', '甲', '10', {
    kind: 'steps',
    source: EVENTS,
    steps: [
      ['100', '100'],
      ['80', '75'],
      ['50', '50'],
    ].map(([from = '', percent = '']) => ({ from, percent })),
  }),
  item('4', '甲', '40', over('3', { by: 'share' })),
  item('5', '甲', '10', over('1', { by: 'steps', every: '5', take: '1' })),
  item('6', '乙', '5', { kind: 'completion', parts: [part('100')], cap: '110', floor: null }),
  item('7', '乙', '100', {
    kind: 'manual',
    panels: [
      { name: '领导', percent: '70' },
      { name: '互评', percent: '30' },
    ],
  }),
  item('8', '乙', '0', { kind: 'bonus', parts: [part('2')] }, '6'),
  item('9', '乙', '0', { kind: 'deduction', parts: [part('1.5')] }, null, '-12'),
  item(
    '10',
    '乙',
    '8',
    { kind: 'average', source: EVENTS, bands: [{ to: null, each: '0.2' }], under: '0.1' },
    null,
    '0',
  ),
  item('11', '乙', '0', {
    kind: 'places',
    source: EVENTS,
    places: [
      { to: 3, points: '10' },
      { to: 10, points: '6' },
    ],
  }),
  item('12', '乙', '3', { kind: 'deduction', parts: [part('0.1')] }),
];
const TIERS = [
  ['3000', '3'],
  ['10000', '4'],
  ['30000', '5'],
  ['50000', '10'],
  ['100000', '15'],
].map(([from = '', points = '']) => ({ from, points, only: [] }));
const PERSONAL = [
  item('线索', '个', '0', {
    kind: 'quota',
    source: EVENTS,
    quotas: [
      { rank: '正乡级', count: '3' },
      { rank: '副乡级', count: '2' },
    ],
    others: '1',
    met: '2',
    further: '0.5',
  }),
  item('签约', '个', '0', { kind: 'tiered', source: EVENTS, tiers: TIERS }),
];
const schemeOf = (
  items: readonly Item[],
  sheets: readonly (readonly [string, string])[],
): Scheme => ({
  name: '办法',
  year: 2012,
  document: null,
  places: 2,
  sheets: sheets.map(([name, percent]) => ({ name, percent, most: null })),
  most: null,
  items,
  grades: [],
  vetoGrade: '不合格',
  groups: [{ name: '组', of: 'units', kinds: [], units: [], items: items.map((one) => one.code) }],
});

/** The same figures every time: a linear congruence, in hundredths. */
function figures(): (from: number, to: number) => string {
  let state = 20121008;
  return (from, to) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return (from + (state % ((to - from) * 100)) / 100).toFixed(2);
  };
}
const whole = (text: string): string => round(text, 0);
const record = (id: number, value: string, panel: string | null = null): ReadRecord => ({
  ledger: null,
  id,
  name: String(id),
  value,
  share: '100',
  meets: [],
  panel,
  note: null,
});
const read = (
  value: string,
  target: string | null = null,
  more: Partial<Reading> = {},
): Reading => ({
  value,
  target,
  bare: target === null,
  down: false,
  measure: '',
  records: [],
  ...more,
});

function readingsOf([
  a = '',
  b = '',
  c = '',
  d = '',
  e = '',
  f = '',
  g = '',
  h = '',
  i = '',
  j = '',
  k = '',
  l = '',
  m = '',
]: readonly string[]): ReadonlyMap<string, readonly Reading[]> {
  const panels = read('0', null, {
    records: [record(1, i, '领导'), record(2, j, '领导'), record(3, k, '互评')],
  });
  const lists = [
    [read(a, b)],
    [read(a, b), read(c, d)],
    [read(c, d)],
    [read(e, f)],
    [read(e, f)],
    [read(g, h, { down: true })],
    [panels],
    [read(l)],
    [read(l)],
    [read(m)],
    [read(m)],
    [read(c, d)],
  ];
  return new Map(lists.map((list, at) => [String(at + 1), list]));
}

/** Both sheets as LibreOffice computed them, by the columns asked for. */
function computed(data: unknown): { units: string[][]; people: string[] } {
  const folder = mkdtempSync(join(tmpdir(), 'county-planner-scores-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const [input, made] = [join(folder, 'in.json'), join(folder, 'made.xlsx')];
  writeFileSync(input, JSON.stringify(data));
  execFileSync('/usr/bin/python3', [
    fileURLToPath(new URL('score_workbook.py', import.meta.url)),
    input,
    made,
  ]);
  execFileSync(
    'soffice',
    [
      `-env:UserInstallation=file://${folder}/profile`,
      '--headless',
      '--convert-to',
      'xlsx:Calc MS Excel 2007 XML',
      '--outdir',
      join(folder, 'out'),
      made,
    ],
    { stdio: 'ignore' },
  );
  const program =
    'import json,sys,openpyxl\nb=openpyxl.load_workbook(sys.argv[1],data_only=True)\nprint(json.dumps({"units":[["%.2f"%c.value for c in r[14:28]] for r in b["units"].iter_rows()],"people":["%.2f"%r[7].value for r in b["people"].iter_rows()]}))';
  return JSON.parse(
    execFileSync('/usr/bin/python3', ['-c', program, join(folder, 'out', 'made.xlsx')], {
      encoding: 'utf8',
    }),
  ) as { units: string[][]; people: string[] };
}

test('30 units by 12 items and 200 people are what LibreOffice computes', () => {
  const next = figures();
  const units = Array.from({ length: 30 }, (_, at) => {
    const [b, d, f] = [next(50, 90), whole(next(10, 30)), at % 3 === 0 ? '80' : next(40, 80)];
    // every third unit stands exactly on a threshold
    return [
      at % 3 === 0 ? round(String(Number(b) * 0.6), 2) : next(20, 120),
      b,
      at % 5 === 0 ? d : whole(next(3, 40)),
      d,
      at % 3 === 0 ? '88' : next(20, 120),
      f,
      next(5, 9),
      next(5, 9),
      next(60, 100),
      next(60, 100),
      next(60, 100),
      whole(next(0, 12)),
      at === 7 ? '60' : at === 8 ? '60' : next(40, 90),
    ];
  });
  const RANKS = [
    ['正乡级', '3'],
    ['副乡级', '2'],
    ['机关干部', '1'],
  ] as const;
  const people = Array.from({ length: 200 }, (_, at) => ({
    rank: RANKS[at % 3]?.[0] ?? null,
    quota: RANKS[at % 3]?.[1] ?? '1',
    leads: whole(next(0, 6)),
    amounts:
      at % 4 === 0 ? ['3000', '100000', next(1, 3000)] : [next(1000, 60000), next(20000, 200000)],
  }));
  const judged = computed({
    units,
    people: people.map((one) => [one.leads, one.quota, one.amounts]),
  });

  const board = schemeOf(ITEMS, [
    ['甲', '30'],
    ['乙', '70'],
  ]);
  const [group] = board.groups;
  const scored =
    group === undefined
      ? []
      : scoreGroup(
          board,
          group,
          units.map((row, at): Entrant => ({
            subject: { key: String(at), name: `镇${at}`, rank: null },
            readings: readingsOf(row),
          })),
        );
  expect(
    scored.map((one) => [
      ...one.items.map((score) => round(score.points ?? '', 2)),
      one.total,
      round(String(one.place), 2),
    ]),
  ).toEqual(judged.units);

  const personal = schemeOf(PERSONAL, [['个', '100']]);
  const [all] = personal.groups;
  const counted =
    all === undefined
      ? []
      : scoreGroup(
          personal,
          all,
          people.map((one, at): Entrant => ({
            subject: { key: String(at), name: `人${at}`, rank: one.rank },
            readings: new Map([
              ['线索', [read(one.leads)]],
              [
                '签约',
                [
                  read('0', null, {
                    records: one.amounts.map((amount, place) => record(place, amount)),
                  }),
                ],
              ],
            ]),
          })),
        );
  expect(counted.map((one) => one.total)).toEqual(judged.people);
});
