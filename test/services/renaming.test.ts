/**
 * Indicators, units and the users' own ledgers and fields are called otherwise at random; scores,
 * rewards, counts, views and page set-ups of the book go on with the same figures.
 */
import { expect, test } from 'vitest';
import type { Input } from '../../preload/contract/index.ts';
import { testSession, type TestSession } from '../helpers/session.ts';
import type { IndicatorValues } from '../../main/services/targets/indicators.ts';
import type { TableName } from '../../preload/contract/tables.ts';
import { typedIndicator } from '../helpers/indicator.ts';

type SchemeInput = Input<'schemes.save'>['scheme'];
type RewardInput = Input<'rewards.saveRules'>['book']['rules'][number];
const TOWNS = ['城关镇', '河口镇', '东山镇'];

const indicator = (name: string, more: Partial<IndicatorValues> = {}): IndicatorValues =>
  typedIndicator(name, { measure: '万元', ...more });
const rewardRule = (
  code: string,
  what: RewardInput['what'],
  more: Partial<RewardInput>,
): RewardInput => ({
  code,
  name: code,
  document: '县政发〔2012〕3号',
  from: '2012-01-01',
  until: null,
  review: { by: '市场监管局', date: '2012-01-05' },
  to: 'units',
  currency: 'CNY',
  what,
  filters: [],
  within: 'ever',
  beyond: null,
  mostPerAward: null,
  mostPerReceiver: null,
  mostInAll: null,
  once: false,
  best: null,
  instalments: [],
  ...more,
});
const item = (
  code: string,
  rule: SchemeInput['items'][number]['rule'],
): SchemeInput['items'][number] => ({
  code,
  name: code,
  sheet: '考核',
  points: '40',
  most: null,
  least: null,
  rule,
});
/**
 * Reads an indicator, records by a filter that names a unit, tiers by another, and a users' ledger.
 */
const scheme = (own: `own_${string}`): SchemeInput => ({
  name: '2012年考核办法',
  year: 2012,
  document: null,
  places: 2,
  sheets: [{ name: '考核', percent: '100', most: null }],
  most: null,
  grades: [
    { name: '优秀', from: '30', share: null },
    { name: '合格', from: null, share: null },
  ],
  vetoGrade: '不合格',
  groups: [
    {
      name: '乡镇',
      of: 'units',
      kinds: ['township'],
      units: ['城关镇', '河口镇'],
      items: ['到位', '项目', '企业'],
    },
  ],
  items: [
    item('到位', {
      kind: 'completion',
      parts: [
        {
          label: '到位',
          source: { from: 'indicator', indicator: '到位资金', against: 'assured' },
          weight: '100',
        },
      ],
      cap: '120',
      floor: null,
    }),
    item('项目', {
      kind: 'tiered',
      source: {
        from: 'ledger',
        ledger: 'project',
        filters: [{ field: 'introducer', text: '城关镇' }],
        sum: 'total_investment',
        measure: '亿元',
        by: 'introducer',
        date: null,
      },
      tiers: [
        { from: '1', points: '5', only: [{ field: 'responsible_unit', text: '=河口镇' }] },
        { from: '0', points: '2', only: [] },
      ],
    }),
    item('企业', {
      kind: 'bonus',
      parts: [
        {
          label: '签约',
          source: { from: 'indicator', indicator: '城关签约', against: null },
          weight: '1',
        },
        {
          label: '企业',
          source: {
            from: 'ledger',
            ledger: own,
            filters: [{ field: 'f2', text: '=河口镇' }],
            sum: null,
            measure: '个',
            by: 'f2',
            date: null,
          },
          weight: '3',
        },
      ],
    }),
  ],
});

async function office(): Promise<{ readonly session: TestSession; readonly own: `own_${string}` }> {
  const session = await testSession(TOWNS);
  const ask = session.ask;
  const { code: own } = await ask('ledgers.create', {
    definition: {
      label: '规上企业',
      fields: [
        { label: '企业名称', kind: 'text' },
        { label: '所在乡镇', kind: 'unit' },
        { label: '产值', kind: 'money', measure: '万元' },
      ],
      views: [
        {
          name: '河口的',
          filters: [{ field: '所在乡镇', text: '=河口镇' }],
          columns: [],
          sort: [],
          group: [],
        },
      ],
    },
  });
  await ask('records.create', {
    ledger: own,
    records: TOWNS.flatMap((town, at) =>
      [1, 2].map((n) => ({ f1: `${town}${n}厂`, f2: town, f3: `${(at + 1) * n * 100.5}` })),
    ),
  });
  await ask('records.create', {
    ledger: 'project',
    records: [
      {
        name: '水泥厂',
        introducer: '城关镇',
        responsible_unit: '河口镇',
        total_investment: '12000万元',
        signed_date: '2012-03-01',
      },
      {
        name: '纺织厂',
        introducer: '城关镇',
        responsible_unit: '东山镇',
        total_investment: '30000万元',
        signed_date: '2012-04-01',
      },
      {
        name: '药厂',
        introducer: '河口镇',
        responsible_unit: '河口镇',
        total_investment: '5000万元',
        signed_date: '2012-05-01',
      },
    ],
  });
  const units = new Map((await ask('units.list', {})).map((one) => [one.name, one.id]));
  const { id } = await ask('indicators.save', { id: null, indicator: indicator('到位资金') });
  await ask('indicators.save', {
    id: null,
    indicator: indicator('城关签约', {
      measure: '个',
      places: 0,
      counted: {
        ledger: 'project',
        filters: [{ field: 'introducer', text: '=城关镇' }],
        sum: null,
        unit: 'introducer',
        date: 'signed_date',
      },
    }),
  });
  await ask('indicators.save', {
    id: null,
    indicator: indicator('企业产值', {
      counted: {
        ledger: own,
        filters: [{ field: 'f2', text: '河口镇' }],
        sum: 'f3',
        unit: 'f2',
        date: null,
      },
    }),
  });
  await ask('targets.edit', {
    year: 2012,
    edits: TOWNS.map((town) => ({
      indicator: id,
      unit: units.get(town) ?? 0,
      part: 'assured' as const,
      text: '1000',
    })),
  });
  await ask('progress.edit', {
    year: 2012,
    month: 12,
    edits: TOWNS.map((town, at) => ({
      indicator: id,
      unit: units.get(town) ?? 0,
      part: 'cumulative' as const,
      text: String(300 + at * 77),
    })),
  });
  await ask('schemes.save', { scheme: scheme(own) });
  await ask('scores.publish', { year: 2012, month: 12, kind: 'year' });
  await ask('rewards.saveRules', {
    book: {
      name: '2012年奖励办法',
      year: 2012,
      budget: null,
      rules: [
        rewardRule(
          '超额',
          {
            kind: 'share',
            base: 'total_investment',
            per: '‰',
            mode: 'marginal',
            tiers: [{ from: '0', rate: '3' }],
          },
          { beyond: '到位资金', filters: [{ field: 'introducer', text: '=城关镇' }] },
        ),
        rewardRule(
          '先进',
          { kind: 'graded', group: '乡镇', sums: [{ grade: null, toPlace: 2, amount: '20000' }] },
          {},
        ),
      ],
    },
  });
  const shown = { sort: [], group: [], shown: [] };
  await ask('views.save', {
    ledger: 'project',
    name: '城关的',
    view: { ...shown, filters: [{ field: 'introducer', text: '城关镇' }] },
  });
  await ask('views.save', {
    ledger: own,
    name: '河口、东山的',
    view: { ...shown, filters: [{ field: 'f2', text: '=河口镇 或 =东山镇' }] },
  });
  await ask('documents.setBulletin', { indicators: [id], names: 2 });
  // 到位资金 before 城关签约 and nothing else of it; the third field of the firms before the first
  const heads = await columnsOf(session, 'target-breakdown');
  await ask('setups.save', {
    table: 'target-breakdown',
    name: '只看确保',
    setup: {
      options: {},
      layout: { columns: heads.filter((key) => !/力争|上年/.test(key)).toReversed() },
    },
  });
  const [first = '', , third = ''] = (await columnsOf(session, own)).slice(-3);
  await ask('setups.save', {
    table: own,
    name: '先看产值',
    setup: {
      options: {},
      layout: { columns: [third, first], sort: { column: third, falling: true } },
    },
  });
  const proposals = await ask('rewards.propose', { year: 2012 });
  const proposed = proposals.find((one) => one.rule === '先进' && one.refused === null);
  await ask('rewards.adopt', { year: 2012, keys: [proposed?.key ?? ''] });
  return { session, own };
}

/** The columns that a table has before a set-up chooses. */
const columnsOf = async ({ ask }: TestSession, name: TableName): Promise<readonly string[]> =>
  (await ask('tables.preview', { name, options: { year: 2012 } })).columns.map(({ key }) => key);
/** What a set-up prints of a table, without the words. */
const printedBy = async (
  { ask }: TestSession,
  name: TableName,
  setup: string,
): Promise<readonly unknown[]> =>
  (await ask('tables.get', { name, options: { year: 2012, setup } })).rows.map((cells) =>
    cells.map((cell) => (/^[\d.]*$/.test(cell) ? cell : '…')),
  );

/** Every figure by what does not change its name. */
async function figuresOf({ session, own }: Awaited<ReturnType<typeof office>>): Promise<unknown> {
  const ask = session.ask;
  const ids = new Map((await ask('units.list', {})).map((one) => [one.name, one.id]));
  const sheet = await ask('scores.sheet', { year: 2012, month: 12, kind: 'year' });
  const indicators = await ask('indicators.list', {});
  const [ledger] = (await ask('ledgers.list', {})).filter((one) => one.code === own);
  const listed = [
    ...(ledger?.definition.views ?? []).map((view) => ({ of: own, filters: view.filters })),
    ...(await ask('views.list', { ledger: own })).map((view) => ({ of: own, ...view })),
    ...(await ask('views.list', { ledger: 'project' })).map((view) => ({
      of: 'project' as const,
      ...view,
    })),
  ];
  const views = await Promise.all(
    listed.map(
      async ({ of, filters }) =>
        (
          await ask('records.summary', {
            ledger: of,
            filters: filters.map((one) => ({ ...one })),
          })
        ).count,
    ),
  );
  const counts = await Promise.all(
    indicators.flatMap(({ counted, measure }) =>
      counted === null
        ? []
        : [ask('indicators.trial', { counted, measure, year: 2012, month: 12, unit: null })],
    ),
  );
  const published = await ask('scores.publications', { year: 2012 });
  return {
    scores: sheet.groups.flatMap((group) =>
      group.scores.map((one) => [
        one.key,
        one.total,
        one.place,
        one.items.map((part) => part.points),
      ]),
    ),
    proposals: (await ask('rewards.propose', { year: 2012 })).map((one) => [
      one.key,
      one.amount,
      one.refused === null,
      one.receivers.map(({ unit, percent }) => [unit === null ? null : ids.get(unit), percent]),
    ]),
    awards: (await ask('rewards.list', { year: 2012 })).rewards.map((one) => [
      one.id,
      one.amount,
      one.difference,
      one.shares.map(({ unit }) => (unit === null ? null : ids.get(unit))),
    ]),
    counts: counts.map((one) => [
      one.total,
      one.records,
      one.byUnit.map(({ unit, value }) => [ids.get(unit), value]),
    ]),
    views,
    bulletin: (await ask('documents.bulletin', {})).indicators,
    targets: await printedBy(session, 'target-breakdown', '只看确保'),
    firms: await printedBy(session, own, '先看产值'),
    published: await Promise.all(
      published.map(async ({ id }) => (await ask('scores.published', { id })).sheet),
    ),
  };
}

/** A small generator of its own: the seed tells the whole run. */
function randomOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
}
const SYLLABLES = [...'新旧东西城关河口山水镇乡工业园'];

test.each([11, 12, 13])('figures stay whatever is called otherwise (seed %i)', async (seed) => {
  const made = await office();
  const { session, own } = made;
  const ask = session.ask;
  const random = randomOf(seed);
  const before = await figuresOf(made);
  const fresh = (round: number): string =>
    `${Array.from({ length: 1 + random(3) }, () => SYLLABLES[random(SYLLABLES.length)]).join('')}${round}`;
  const renameUnit = async (name: (before: string) => string): Promise<void> => {
    const units = (await ask('units.list', {})).filter((one) => one.kind === 'township');
    const unit = units[random(units.length)];
    if (unit !== undefined)
      await ask('units.update', {
        id: unit.id,
        name: name(unit.name),
        kind: 'township',
        aliases: [],
        leader: unit.leader,
      });
  };
  const renameIndicator = async (name: string): Promise<void> => {
    const all = await ask('indicators.list', {});
    const one = all[random(all.length)];
    if (one === undefined) return;
    const { id, place: _place, ...rest } = one;
    await ask('indicators.save', { id, indicator: { ...rest, name } });
  };
  const renameField = async (round: number): Promise<void> => {
    const [ledger] = (await ask('ledgers.list', {})).filter((one) => one.code === own);
    if (ledger === undefined) return;
    const at = random(ledger.definition.fields.length);
    const definition = structuredClone(ledger.definition) as Input<'ledgers.save'>['definition'];
    await ask('ledgers.save', {
      code: own,
      definition: {
        ...definition,
        label: `企业台账${round}`,
        fields: definition.fields.map((field, place) =>
          place === at ? { ...field, label: fresh(round) } : field,
        ),
      },
    });
  };
  // by hand: 300 and 377 ÷ 1000 × 40; 1.2亿 with 河口镇 answering 5, 3亿 without 2; two signed × 1,
  // two firms × 3
  expect(before).toMatchObject({
    scores: [
      ['u2', '21.00', 2, ['12.00', '7.00', '2.00']],
      ['u3', '21.08', 1, ['15.08', '0.00', '6.00']],
    ],
    awards: [[1, '20000.00', null, [2]]],
    counts: [
      ['2', 2, [[2, '2']]],
      ['603', 2, [[3, '603']]],
    ],
    views: [2, 4, 2],
    bulletin: [1],
  });
  for (let round = 0; round < 12; round++) {
    const what = random(4);
    if (what === 0) await renameIndicator(fresh(round));
    else if (what === 1) await renameField(round);
    // also names that hold another's, or the one before
    else await renameUnit((old) => (random(2) === 0 ? `${old}新${round}` : fresh(round)));
    expect(await figuresOf(made)).toEqual(before);
  }
});

test('two units that change names with each other keep their own scores, awards and views', async () => {
  const made = await office();
  const ask = made.session.ask;
  const before = await figuresOf(made);
  const units = await ask('units.list', {});
  const call = async (from: string, to: string): Promise<void> => {
    const unit = units.find((one) => one.name === from);
    if (unit !== undefined)
      await ask('units.update', {
        id: unit.id,
        name: to,
        kind: 'township',
        aliases: [],
        leader: null,
      });
  };
  await call('城关镇', '甲镇');
  await call('河口镇', '城关镇');
  await ask('units.update', {
    id: units.find((one) => one.name === '城关镇')?.id ?? 0,
    name: '河口镇',
    kind: 'township',
    aliases: [],
    leader: null,
  });
  expect(await figuresOf(made)).toEqual(before);
});

test('what is used is not removed, and the refusal says where', async () => {
  const { session } = await office();
  const units = await session.ask('units.list', {});
  const indicators = await session.ask('indicators.list', {});
  const named = (name: string): number =>
    [...units, ...indicators].find((one) => one.name === name)?.id ?? 0;
  await expect(session.ask('indicators.remove', { id: named('城关签约') })).rejects.toMatchObject({
    code: 'indicator.inUse',
    params: { where: ['2012年考核办法'] },
  });
  await expect(session.ask('indicators.remove', { id: named('到位资金') })).rejects.toMatchObject({
    params: { where: ['目标3条', '完成数3条', '2012年考核办法', '2012年奖励办法'] },
  });
  await expect(session.ask('units.remove', { id: named('河口镇') })).rejects.toMatchObject({
    code: 'unit.inUse',
    params: {
      where: expect.arrayContaining([
        '2012年考核办法',
        '指标“企业产值”的统计口径',
        '台账“规上企业”的视图',
      ]) as unknown,
    },
  });
});

test('a definition after which a count could not be made any more is refused, and nothing is changed', async () => {
  const { session, own } = await office();
  const [ledger] = (await session.ask('ledgers.list', {})).filter((one) => one.code === own);
  const definition = structuredClone(ledger?.definition) as Input<'ledgers.save'>['definition'];
  const stage = { label: '状态', kind: 'choice' as const, choices: ['在产', '停产'] };
  await session.ask('ledgers.save', {
    code: own,
    definition: { ...definition, fields: [...definition.fields, stage] },
  });
  await session.ask('indicators.save', {
    id: null,
    indicator: indicator('停产企业', {
      measure: '个',
      places: 0,
      counted: {
        ledger: own,
        filters: [{ field: 'f4', text: '停产' }],
        sum: null,
        unit: 'f2',
        date: null,
      },
    }),
  });
  const save = (choices: readonly string[]): Promise<unknown> =>
    session.ask('ledgers.save', {
      code: own,
      definition: {
        ...definition,
        fields: [...definition.fields, { ...stage, code: 'f4', choices: [...choices] }],
      },
    });
  await expect(save(['在产', '关闭'])).rejects.toMatchObject({
    code: 'ledger.wrong',
    params: {
      problem: '指标“停产企业”正用这本台账统计，修改后无法统计。请先修改指标“停产企业”',
    },
  });
  const [after] = (await session.ask('ledgers.list', {})).filter((one) => one.code === own);
  expect(after?.definition.fields.at(-1)?.choices).toEqual(['在产', '停产']);
  await save(['在产', '停产', '关闭']);
});

test('a unit that a scheme names since stays, also when its making is taken back', async () => {
  const { session, own } = await office();
  const { id } = await session.ask('units.create', {
    name: '西山镇',
    kind: 'township',
    aliases: [],
    leader: null,
  });
  const made = (await session.ask('changes.list', { before: 0, limit: 1, text: '' }))[0]?.id ?? 0;
  const given = scheme(own);
  await session.ask('schemes.save', {
    scheme: {
      ...given,
      groups: given.groups.map((group) => ({ ...group, units: [...group.units, '西山镇'] })),
    },
  });
  await expect(session.ask('changes.takeBack', { id: made })).rejects.toMatchObject({
    code: 'undo.changedLater',
    params: { record: expect.stringContaining('考核办法') as unknown },
  });
  await expect(session.ask('units.remove', { id })).rejects.toMatchObject({
    params: { where: ['2012年考核办法'] },
  });
});

test('the columns of a page set-up follow the names of indicators, units and own fields that head them', async () => {
  const { session, own } = await office();
  const { ask } = session;
  const save = (table: TableName, columns: string[]): Promise<unknown> =>
    ask('setups.save', {
      table,
      name: '改名的',
      setup: {
        options: {},
        layout: { columns, sort: { column: columns[0] ?? '', falling: true } },
      },
    });
  await save('target-breakdown', ['到位资金（万元）/确保', '到位/城关镇', '合计']);
  await save(own, ['产值（万元）', '企业名称#2']);
  const indicators = await ask('indicators.list', {});
  const { id = 0, place: _, ...rest } = indicators.find((one) => one.name === '到位资金') ?? {};
  await ask('indicators.save', { id, indicator: indicator('引资', { ...rest, name: '引资' }) });
  const unit = (await ask('units.list', {})).find((one) => one.name === '城关镇');
  const about = { kind: 'township' as const, aliases: [], leader: null };
  await ask('units.update', { id: unit?.id ?? 0, name: '中心镇', ...about });
  const [ledger] = (await ask('ledgers.list', {})).filter((one) => one.code === own);
  const definition = structuredClone(ledger?.definition) as Input<'ledgers.save'>['definition'];
  await ask('ledgers.save', {
    code: own,
    definition: {
      ...definition,
      fields: definition.fields.map((field) => ({
        ...field,
        label: field.label.replace('产值', '总产值').replace('企业名称', '名称'),
      })),
    },
  });
  const kept = async (table: TableName): Promise<unknown> =>
    (await ask('setups.list', { table })).find((one) => one.name === '改名的')?.layout;
  expect(await kept('target-breakdown')).toEqual({
    columns: ['引资（万元）/确保', '到位/中心镇', '合计'],
    sort: { column: '引资（万元）/确保', falling: true },
  });
  expect(await kept(own)).toEqual({
    columns: ['总产值（万元）', '名称#2'],
    sort: { column: '总产值（万元）', falling: true },
  });
});
