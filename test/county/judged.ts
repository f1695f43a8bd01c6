/**
 * What the program answers after an event against the county's truth: the differences, in words;
 * none where all is right.
 */
import { verdictOf } from './fractions.ts';
import type { LifeCheck, Of } from './life.ts';
import {
  columnAt,
  indicatorsAnswer,
  targetsAnswer,
  type Program,
  type PrintedTable,
} from './program.ts';

type Differences = readonly string[];
const PER: Readonly<Record<string, string>> = { '万元 亿元': '1/10000', '亿元 万元': '10000' };
const timesOf = (from: string, to: string): string =>
  from === to ? '1' : (PER[`${from} ${to}`] ?? '0');
const bare = (name: string): string =>
  name.replace(/[（(][^（）()]*[）)]/g, '').replace(/^其中[:：]?|[:：\s]/g, '');

/** What is asked of the user may be left open: such names make no difference. */
export interface Open {
  readonly names: readonly string[];
}

async function bulletin(program: Program, check: Of<'bulletin'>): Promise<Differences> {
  const table = await program.table(
    'monthly-bulletin',
    '--year',
    String(check.year),
    '--month',
    String(check.month),
  );
  const when = `${check.year}-${check.month}`;
  const rows = new Map(table.rows.map((row) => [(row[1] ?? '').trim(), row]));
  const gone = check.gone.filter((unit) =>
    rows
      .get(unit)
      ?.slice(2)
      .some((cell) => /\d/.test(cell ?? '')),
  );
  return [
    ...gone.map((unit) => `${when} ${unit} is gone and has figures`),
    ...check.indicators.flatMap((one) => oneIndicator(table, rows, one, when)),
  ];
}

const PARTS = [
  ['target', '年目标'],
  ['target', '年控制数'],
  ['month', '当月'],
  ['cum', '累计'],
  ['yoy', '同比'],
  ['completion', '完成率'],
  ['completion', '占控制数'],
  ['gap', '超'],
  ['place', '名次'],
] as const;

function oneIndicator(
  table: PrintedTable,
  rows: ReadonlyMap<string, readonly (string | null)[]>,
  one: Of<'bulletin'>['indicators'][number],
  when: string,
): Differences {
  const heads = table.header[0] ?? [];
  const own = heads.flatMap((head, at) => (bare(head) === bare(one.name) ? [at] : []));
  const said = /[（(]([^（）()]+)[）)]$/.exec(heads[own[0] ?? -1] ?? '')?.[1] ?? one.measure;
  const isTold = Object.values(one.rows).some((row) => row.cum.some((value) => value !== ''));
  if (own.length === 0) return isTold ? [`${when} ${one.name} is not printed`] : [];
  const amounts = timesOf(one.measure, said);
  const lines = [
    ...Object.entries(one.rows).map(([unit, truth]) => [unit, rows.get(unit), truth] as const),
    ['合计', table.totals.at(-1), { ...one.total, gap: ['*'], place: ['*'] }] as const,
  ];
  return lines.flatMap(([unit, row, truth]) =>
    PARTS.flatMap(([part, word]) => {
      const at = own.find((index) => (table.header.at(-1)?.[index] ?? '').includes(word));
      if (at === undefined) return [];
      // a ratio's whole is — where nobody told its parts
      const accepted = unit === '合计' && one.kind === 'ratio' ? [...truth[part], ''] : truth[part];
      const times = part === 'target' || part === 'month' || part === 'cum' ? amounts : '1';
      return verdictOf(row?.[at], accepted, times) === 'right'
        ? []
        : [
            `${when} ${one.name} ${unit} ${part}: ${row?.[at] ?? '空'} for ${accepted.join(' or ')}`,
          ];
    }),
  );
}

async function targets(program: Program, check: Of<'targets'>): Promise<Differences> {
  const answer = await program.json(targetsAnswer, 'targets', '--year', String(check.year));
  const cells = new Map(answer.rows.map((row) => [row.name, row.cells]));
  return check.indicators.flatMap((one) => {
    const found = answer.indicators.find(({ name }) => bare(name) === bare(one.name));
    if (found === undefined) return [`${check.year} ${one.name} has no target`];
    const times = timesOf(one.measure, found.measure);
    const whole = verdictOf(answer.county[found.id]?.assured, one.county.assured, times);
    return [
      ...(whole === 'right' ? [] : [`${check.year} ${one.name} of the county`]),
      ...Object.entries(one.rows).flatMap(([unit, truth]) => {
        const cell = cells.get(unit)?.[found.id];
        const plan = cell?.plan?.parts ?? [];
        const quarters = [0, 3, 6, 9].map((from) =>
          plan.length === 12
            ? String(
                plan
                  .slice(from, from + 3)
                  .reduce((sum, part) => sum + Number(part), 0)
                  .toFixed(4),
              )
            : plan[from / 3],
        );
        const pairs = [
          ['base', cell?.base, truth.base],
          ['assured', cell?.assured, truth.assured],
          ['stretch', cell?.stretch, truth.stretch],
          ...(truth.plan ?? []).map((part, at) => [`${at + 1}季度`, quarters[at], [part]] as const),
        ] as const;
        return pairs.flatMap(([part, got, accepted]) =>
          verdictOf(got, accepted, times) === 'right'
            ? []
            : [
                `${check.year} ${one.name} ${unit} ${part}: ${got ?? '空'} for ${accepted.join(' or ')}`,
              ],
        );
      }),
    ];
  });
}

const STAGES: Readonly<Record<string, string>> = {
  签约: 'signed',
  开工: 'started',
  在建: 'building',
  竣工: 'completed',
  投产: 'producing',
};
const yuan = (wan: string): string => `${wan}0000`;

async function projects(program: Program, check: Of<'projects'>, open: Open): Promise<Differences> {
  const records = await program.records('project');
  const by = new Map(records.map((one) => [String(one['name']), one]));
  const strangers = [...by.keys()].filter(
    (name) => !check.projects.some(({ names }) => names.includes(name)),
  );
  return [
    ...strangers.map((name) => `project ${name} is nobody's`),
    ...check.projects.flatMap((truth) => {
      if (truth.names.some((name) => open.names.includes(name))) return [];
      const found = truth.names.map((name) => by.get(name)).find((one) => one !== undefined);
      if (found === undefined) return [`project ${truth.names.join(' or ')} is missing`];
      const words = {
        stage: STAGES[truth.stage] ?? '',
        introducer: truth.introducer,
        responsible_unit: truth.responsible_unit,
        industry: truth.industry,
        signed_date: truth.signed,
      };
      const sums = {
        total_investment: truth.total,
        planned_this_year: truth.planned,
        invested_this_year: truth.done,
        invested_total: truth.all,
      };
      return [
        ...Object.entries(words).flatMap(([field, want]) =>
          found[field] === want
            ? []
            : [`${truth.names[0] ?? ''} ${field}: ${String(found[field])} for ${want}`],
        ),
        ...Object.entries(sums).flatMap(([field, want]) => {
          const got = found[field];
          const accepted = want === '0' ? ['0', ''] : [yuan(want)];
          return verdictOf(typeof got === 'string' ? got : null, accepted) === 'right'
            ? []
            : [`${truth.names[0] ?? ''} ${field}: ${String(got)} for ${yuan(want)}`];
        }),
      ];
    }),
    ...(await rolledUp(program, check, open)),
  ];
}

/** 按阶段汇总 of that month, where nothing was left open. */
async function rolledUp(
  program: Program,
  { projects: truth, rollup: [year, month] }: Of<'projects'>,
  open: Open,
): Promise<Differences> {
  if (truth.some(({ names }) => names.some((name) => open.names.includes(name)))) return [];
  const table = await program.table(
    'project-rollup',
    '--by',
    'stage',
    '--measure',
    '万元',
    '--year',
    String(year),
    '--month',
    String(month),
  );
  const [count, money] = [columnAt(table, '合计', '个数'), columnAt(table, '合计', '总投资')];
  return [...Map.groupBy(truth, ({ stage }) => stage)].flatMap(([stage, own]) => {
    const row = table.rows.find((one) => one[1] === stage);
    const sum = own.reduce((all, one) => all + (one.currency === 'CNY' ? Number(one.total) : 0), 0);
    return verdictOf(row?.[count], [String(own.length)]) === 'right' &&
      verdictOf(row?.[money], sum === 0 ? ['0', ''] : [String(sum)]) === 'right'
      ? []
      : [
          `按阶段 ${stage}: ${row?.[count] ?? '空'}个 ${row?.[money] ?? '空'} for ${own.length}, ${sum}`,
        ];
  });
}

async function yearBound(
  program: Program,
  check: Of<'year-bound'>,
  open: Open,
): Promise<Differences> {
  const table = await program.table(
    'project-ledger',
    '--year',
    String(check.year),
    '--measure',
    '万元',
  );
  const planned = columnAt(table, '年度计划投资');
  const done = (table.header.at(-1) ?? []).findIndex((head) => /^本年(?:完成投资)?$/.test(head));
  const rows = new Map(table.rows.map((row) => [row[1] ?? '', row]));
  return check.values.flatMap((value) => {
    if (value.names.some((name) => open.names.includes(name))) return [];
    const row = value.names.map((name) => rows.get(name)).find((one) => one !== undefined);
    const accepted = (one: string): readonly string[] => (one === '0' ? ['0', ''] : [one]);
    return verdictOf(row?.[planned], accepted(value.planned)) === 'right' &&
      verdictOf(row?.[done], accepted(value.done)) === 'right'
      ? []
      : [
          `${check.year} ${value.names[0] ?? ''}: ${row?.[planned] ?? '空'}, ${row?.[done] ?? '空'}`,
        ];
  });
}

async function units(program: Program, check: Of<'units'>): Promise<Differences> {
  const all = new Map(
    (await program.records('unit'))
      .filter((one) => one['kind'] !== 'county')
      .map((one) => [String(one['name']), one]),
  );
  const aliases = Object.entries(check.aliases ?? {});
  return [
    ...check.names.filter((name) => !all.has(name)).map((name) => `unit ${name} is missing`),
    ...[...all.keys()].filter((name) => !check.names.includes(name)).map((name) => `unit ${name}`),
    ...Object.entries(check.kinds).flatMap(([name, kind]) =>
      all.get(name)?.['kind'] === kind ? [] : [`${name} is ${String(all.get(name)?.['kind'])}`],
    ),
    ...aliases.flatMap(([name, own]) =>
      own.every((one) => String(all.get(name)?.['aliases']).includes(one)) ? [] : [`${name} 简称`],
    ),
    ...(check.merged === undefined ||
    String(all.get(check.merged)?.['active_to']).startsWith(check.until ?? '')
      ? []
      : [`${check.merged} goes on`]),
  ];
}

async function arrivals(program: Program, check: Of<'arrivals'>): Promise<Differences> {
  const records = await program.records('arrival');
  const sum = records.reduce((all, one) => all + Number(one['amount']), 0);
  const table = await program.table(
    'arrival-credits',
    '--year',
    String(check.year),
    '--month',
    check.half === 1 ? '6' : '12',
    '--measure',
    '万元',
  );
  const rows = new Map(table.rows.map((row) => [row[1] ?? '', row[2]]));
  return [
    ...(records.length === check.count ? [] : [`${records.length} arrivals for ${check.count}`]),
    ...(verdictOf(String(sum), [yuan(check.sum)]) === 'right' ? [] : [`arrived ${sum}`]),
    ...Object.entries(check.credit).flatMap(([unit, credit]) =>
      verdictOf(rows.get(unit), [credit]) === 'right'
        ? []
        : [`${unit} is credited ${rows.get(unit) ?? '空'} for ${credit}`],
    ),
  ];
}

async function problems(program: Program, check: Of<'problems'>): Promise<Differences> {
  const records = await program.records('rectification');
  const isClosed = (one: Readonly<Record<string, unknown>>): boolean =>
    ['closed', 'closed_off', 'awaiting', '已销号', '待验收'].includes(String(one['state']));
  const pairs = Object.entries(check.by_unit).flatMap(([unit, [all = 0, closed = 0]]) => {
    const own = records.filter((one) => one['unit'] === unit);
    const got = `${own.length} ${own.filter(isClosed).length}`;
    return got === `${all} ${closed}` ? [] : [`${unit}: ${got} problems for ${all} ${closed}`];
  });
  const dates = Object.entries(check.dates ?? {}).flatMap(([problem, day]) => {
    const got = records.find((one) => one['problem'] === problem)?.['closed_date'];
    return got === day ? [] : [`${problem} closed ${String(got)} for ${day}`];
  });
  return [...pairs, ...dates];
}

async function tasks(program: Program, check: Of<'tasks'>): Promise<Differences> {
  const records = await program.records('task');
  return check.tasks.flatMap(({ title, due, lead, support }) => {
    const one = records.find((record) => record['title'] === title);
    const [day, helpers] = [String(one?.['deadline']), String(one?.['support_units'])];
    const isDue = day === due || (day.startsWith(due) && /-(?:28|30|31)$/.test(day));
    return isDue && one?.['lead_unit'] === lead && support.every((unit) => helpers.includes(unit))
      ? []
      : [`${title}: ${day} ${String(one?.['lead_unit'])} ${helpers}`];
  });
}

async function leads(program: Program, check: Of<'leads'>): Promise<Differences> {
  const records = await program.records('lead');
  const good = records.filter((one) => one['judged'] === '有效').length;
  const sum = records.reduce((all, one) => all + Number(one['expected_investment'] ?? 0), 0);
  return records.length === check.count &&
    good === check.good &&
    verdictOf(String(sum), [yuan(check.money)]) === 'right'
    ? []
    : [
        `leads ${records.length}, ${good}, ${sum} for ${check.count}, ${check.good}, ${check.money}`,
      ];
}

async function indicators(program: Program, check: Of<'indicators'>): Promise<Differences> {
  const all = await program.json(indicatorsAnswer, 'indicators');
  const known = Object.keys(check.kinds).map(bare);
  return [
    ...all.filter(({ name }) => !known.includes(bare(name))).map(({ name }) => `indicator ${name}`),
    ...Object.entries(check.kinds).flatMap(([name, want]) => {
      const own = all.filter((one) => bare(one.name) === bare(name));
      const [one] = own;
      return own.length === 1 &&
        one !== undefined &&
        want.measure.includes(one.measure) &&
        want.direction === one.direction &&
        want.kind === one.kind
        ? []
        : [`${name}: ${JSON.stringify(own)}`];
    }),
  ];
}

async function leadsThen(program: Program, check: Of<'leads-then'>): Promise<Differences> {
  const table = await program.table(
    'leads',
    '--year',
    String(check.year),
    '--month',
    String(check.month),
  );
  const got = table.totals.at(-1)?.[columnAt(table, '线索数')];
  return verdictOf(got, [String(check.count)]) === 'right' ? [] : [`leads then ${got ?? '空'}`];
}

async function carriedUnits(program: Program, check: Of<'carried-units'>): Promise<Differences> {
  const answer = await program.json(targetsAnswer, 'targets', '--year', String(check.year));
  const names = new Set(answer.rows.map(({ name }) => name));
  return check.must.filter((name) => !names.has(name)).map((name) => `${name} is not in 目标`);
}

/** `again` is judged where the import is done once more. */
export async function differencesOf(
  program: Program,
  check: LifeCheck,
  open: Open,
): Promise<Differences> {
  switch (check.kind) {
    case 'bulletin':
      return bulletin(program, check);
    case 'targets':
      return targets(program, check);
    case 'projects':
      return projects(program, check, open);
    case 'year-bound':
      return yearBound(program, check, open);
    case 'units':
      return units(program, check);
    case 'arrivals':
      return arrivals(program, check);
    case 'problems':
      return problems(program, check);
    case 'tasks':
      return tasks(program, check);
    case 'leads':
      return leads(program, check);
    case 'leads-then':
      return leadsThen(program, check);
    case 'carried-units':
      return carriedUnits(program, check);
    case 'indicators':
      return indicators(program, check);
    case 'again':
      return [];
  }
}
