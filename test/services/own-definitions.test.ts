/**
 * Definitions of own ledgers: they change without losing a value, their checks and moves hold, the
 * shipped ones are sound; a scheme reads them.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SHIPPED } from '../../main/domain/ledgers/shipped/index.ts';
import { settleDefinition } from '../../main/domain/ledgers/own-draft.ts';
import type { DefinitionInput, SavedLedger } from '../../preload/contract/own-ledgers.ts';
import { testSession, type TestSession } from '../helpers/session.ts';

const TOWNS = ['城关镇', '固关镇', '东风镇', '八渡镇', '人社局', '妇联', '商务局'];
const folder = mkdtempSync(join(tmpdir(), 'county-planner-definitions-'));
const workbook = (name: string): string => join(folder, `${name}.xlsx`);
beforeAll(
  () =>
    void execFileSync('/usr/bin/python3', [
      fileURLToPath(new URL('own_ledgers.py', import.meta.url)),
      folder,
    ]),
);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const rowsOf = (session: TestSession, ledger: SavedLedger['code'], query: object = {}) =>
  session.ask('records.page', { query: { ledger, ...query }, offset: 0, limit: 200 });
const inForm = (made: SavedLedger): DefinitionInput => made.definition;

test('a field added after 10,000 rows exist; renamed, hidden and re-ordered fields keep what they hold', async () => {
  const session = await testSession(TOWNS);
  const made = await session.ask('ledgers.create', {
    definition: {
      label: '户籍台账',
      noun: '户农户',
      fields: [
        { label: '户主', kind: 'text' },
        { label: '所在镇', kind: 'unit' },
        { label: '人口', kind: 'number', measure: '人' },
        { label: '门牌', kind: 'text' },
      ],
      identity: ['门牌'],
    },
  });
  for (let part = 0; part < 2; part++) {
    const records = Array.from({ length: 5000 }, (_, at) => ({
      f1: `户主${part * 5000 + at}`,
      f2: TOWNS[at % 4] ?? null,
      f3: String(1 + (at % 7)),
      f4: `${part * 5000 + at}号`,
    }));
    await session.ask('records.create', { ledger: made.code, records });
  }
  const form = inForm(made);
  const wider = await session.ask('ledgers.save', {
    code: made.code,
    definition: {
      ...form,
      fields: [...form.fields, { label: '收入', kind: 'money', measure: '元' }],
    },
  });
  expect(wider.definition.fields.map((field) => field.code)).toEqual([
    'f1',
    'f2',
    'f3',
    'f4',
    'f5',
  ]);
  const [last] = await rowsOf(session, made.code, { search: '户主9999' });
  expect(last?.['f5']).toBeNull();
  await session.ask('records.edit', {
    ledger: made.code,
    edits: [{ id: last?.id ?? 0, field: 'f5', value: '5.6万' }],
  });
  expect((await session.ask('records.summary', { ledger: made.code })).sums).toMatchObject({
    f5: { value: '56000.00' },
    f3: { value: '39990' },
  });

  const named = Object.fromEntries(wider.definition.fields.map((field) => [field.label, field]));
  const order = ['收入', '人口', '户主', '所在镇', '门牌'].flatMap((label) => named[label] ?? []);
  const fields = order.map((field) =>
    field.label === '户主'
      ? { ...field, label: '户主姓名' }
      : field.label === '所在镇'
        ? { ...field, hidden: true }
        : field,
  );
  const changed = await session.ask('ledgers.save', {
    code: made.code,
    definition: { ...wider.definition, fields },
  });
  expect(changed.ledger.fields.map((field) => field.label)).toEqual([
    '收入',
    '人口',
    '户主姓名',
    '门牌',
  ]);
  expect((await rowsOf(session, made.code, { search: '户主9999' }))[0]).toMatchObject({
    f1: '户主9999',
    f5: '56000.00',
    f4: '9999号',
  });
  const shown = await session.ask('ledgers.save', {
    code: made.code,
    definition: {
      ...inForm(changed),
      fields: inForm(changed).fields.map((field) => ({ ...field, hidden: false })),
    },
  });
  expect((await rowsOf(session, made.code, { search: '户主9999' }))[0]?.['f2']).toBe('八渡镇');
  expect(shown.version).toBe(4);
  // each definition is taken back like any other change
  for (let step = 0; step < 2; step++) await session.ask('changes.undo', {});
  expect(
    (await session.ask('ledgers.list', {}))[0]?.ledger.fields.map((field) => field.label),
  ).toEqual(['户主', '所在镇', '人口', '门牌', '收入']);
});

test('a kind changes where every value reads in the new one, and the change is taken back whole', async () => {
  const session = await testSession(TOWNS);
  const made = await session.ask('ledgers.create', {
    definition: {
      label: '设备',
      fields: [
        { label: '名称', kind: 'text' },
        { label: '台数', kind: 'text' },
        { label: '时间', kind: 'text' },
      ],
      print: { columns: ['名称', '台数'] },
      views: [{ name: '三台的', filters: [{ field: '台数', text: '3' }] }],
    },
  });
  await session.ask('records.create', {
    ledger: made.code,
    records: [
      { f1: '锅炉', f2: '12', f3: '2012.5' },
      { f1: '电梯', f2: '三', f3: '2012年6月3日' },
    ],
  });
  const as = (form: DefinitionInput, label: string, kind: 'number' | 'date'): DefinitionInput => ({
    ...form,
    fields: form.fields.map((field) =>
      field.label === label ? { ...field, kind, measure: kind === 'number' ? '台' : null } : field,
    ),
  });
  const dated = await session.ask('ledgers.save', {
    code: made.code,
    definition: as(inForm(made), '时间', 'date'),
  });
  expect((await rowsOf(session, made.code)).map((row) => row['f3'])).toEqual([
    '2012-05',
    '2012-06-03',
  ]);
  await session.ask('records.edit', {
    ledger: made.code,
    edits: [{ id: 2, field: 'f2', value: '很多' }],
  });
  await expect(
    session.ask('ledgers.save', {
      code: made.code,
      definition: as(inForm(dated), '台数', 'number'),
    }),
  ).rejects.toMatchObject({
    params: { problem: '“台数”里有“很多”，不能当数。请先修改该值，再更换类型' },
  });
  await session.ask('records.edit', {
    ledger: made.code,
    edits: [{ id: 2, field: 'f2', value: '3' }],
  });
  const counted = await session.ask('ledgers.save', {
    code: made.code,
    definition: as(inForm(dated), '台数', 'number'),
  });
  const code = counted.definition.fields[1]?.code ?? '';
  expect((await session.ask('records.summary', { ledger: made.code })).sums[code]?.value).toBe(
    '15',
  );
  // it goes on in a column of its own, and what named it goes with it
  expect([code, counted.definition.print.columns, counted.definition.views[0]?.filters]).toEqual([
    'f4',
    ['f1', 'f4'],
    [{ field: 'f4', text: '3' }],
  ]);
  await session.ask('changes.undo', {});
  expect((await rowsOf(session, made.code)).map((row) => row['f2'])).toEqual(['12', '3']);
});

test('checks hold: range, shape, uniqueness, allowed moves; required and unknown are refused with what to do', async () => {
  const session = await testSession(TOWNS);
  const made = await session.ask('ledgers.create', {
    definition: {
      label: '散户',
      noun: '户散户',
      nameField: '姓名',
      codeField: '证号',
      fields: [
        { label: '姓名', kind: 'person' },
        { label: '证号', kind: 'phone', pattern: 'id-card', unique: true },
        { label: '年龄', kind: 'number', measure: '岁', min: '16', max: '70' },
        { label: '状态', kind: 'choice', choices: ['待办', '在办', '办结'] },
        { label: '培训月份', kind: 'month' },
        { label: '投入', kind: 'money', measure: '万元', max: '100' },
      ],
      status: {
        field: '状态',
        moves: { 待办: ['在办'], 在办: ['办结', '待办'], 办结: [] },
        closed: ['办结'],
      },
    },
  });
  const add = (record: Readonly<Record<string, string>>) =>
    session.ask('records.create', { ledger: made.code, records: [record] });
  const problemOf = (work: Promise<unknown>): Promise<unknown> =>
    work.then(
      () => null,
      (fault: { readonly params: { readonly problem?: string } }) => fault.params.problem ?? fault,
    );
  const { ids } = await add({
    f1: '张三',
    f2: '610327197501010011',
    f3: '33',
    f5: '2012年5月3日',
    f6: '3万',
  });
  expect((await rowsOf(session, made.code))[0]).toMatchObject({
    f4: '待办',
    f5: '2012-05',
    f6: '30000.00',
  });
  expect(await problemOf(add({ f1: '李四', f3: '12' }))).toBe('年龄12岁小于16岁，请改正后保存');
  expect(await problemOf(add({ f1: '李四', f6: '1亿' }))).toBe(
    '投入10000万元大于100万元，请改正后保存',
  );
  expect(await problemOf(add({ f1: '李四', f2: '61032719750101' }))).toBe(
    '证号“61032719750101”不是18位身份证号，请改正后保存',
  );
  expect(await problemOf(add({ f1: '李四', f2: '610327197501010011' }))).toBe(
    '证号“610327197501010011”已经是“张三”的，不能重复',
  );
  await expect(add({ f3: '20' })).rejects.toMatchObject({
    code: 'value.required',
    params: { field: '姓名' },
  });
  const move = (state: string) =>
    session.ask('records.edit', {
      ledger: made.code,
      edits: [{ id: ids[0] ?? 0, field: 'f4', value: state }],
    });
  expect(await problemOf(move('办结'))).toBe('“张三”是待办，不能直接改成办结。可以改成在办');
  await move('在办');
  await move('办结');
  expect(await problemOf(move('待办'))).toBe('“张三”是办结，不能直接改成待办。这个状态不能再改');

  writeFileSync(
    join(folder, '散户.csv'),
    '姓名,证号,年龄,状态,培训月份\n王五,610327197501010022,80,在办,2012年7月\n赵六,610327197501010033,40,在办,2012年7月9日\n张三,610327197501010011,33,待办,2012年5月\n',
  );
  const draft = await session.ask('imports.open', { files: [join(folder, '散户.csv')] });
  expect([draft.ledger, draft.counts.new, draft.counts.rejected]).toEqual([made.code, 1, 2]);
  expect(
    draft.files[0]?.report?.sheets[0]?.tables[0]?.issues
      .filter((one) => one.level === 'error' || one.level === 'question')
      .map((one) => [one.row, one.column, one.message]),
  ).toEqual([
    [2, 'C', '年龄80岁大于70岁。改正，或跳过这一行。'],
    [4, 'A', '台账里是办结，不能直接改成待办。改正，或跳过这一行。'],
  ]);
});

test('a status moves many records with one date, person and note, and only as it may', async () => {
  const session = await testSession(TOWNS);
  await session.ask('ledgers.addShipped', { code: 'own_polluters' });
  const { ids } = await session.ask('records.create', {
    ledger: 'own_polluters',
    records: [
      { name: '甲砂场', unit: '城关镇' },
      { name: '乙砂场', unit: '固关镇', state: '整治中' },
    ],
  });
  const move = (state: string) =>
    session.ask('records.setState', {
      ledger: 'own_polluters',
      ids: [...ids],
      state,
      date: '2012-10-08',
      who: '李科长',
      note: '现场核查',
    });
  expect((await move('整治中')).ids).toEqual([ids[0]]);
  await move('待验收');
  await move('已销号');
  expect(
    (await session.ask('records.get', { ledger: 'own_polluters', id: ids[0] ?? 0 })).states.map(
      (one) => [one.state, one.date, one.who, one.note].join(' '),
    ),
  ).toEqual([
    '整治中 2012-10-08 李科长 现场核查',
    '待验收 2012-10-08 李科长 现场核查',
    '已销号 2012-10-08 李科长 现场核查',
  ]);
  await expect(move('待整治')).rejects.toMatchObject({
    params: { problem: '“甲砂场”是已销号，不能直接改成待整治。可以改成整治中' },
  });
  await session.ask('changes.undo', {});
  expect(
    (
      await session.ask('records.summary', {
        ledger: 'own_polluters',
        filters: [{ field: 'state', text: '待验收' }],
      })
    ).count,
  ).toBe(2);
});

test('a status that no column of the file tells begins with its first choice; √ and × are read as yes and no', async () => {
  const session = await testSession(TOWNS);
  await session.ask('ledgers.addShipped', { code: 'own_polluters' });
  await session.ask('ledgers.addShipped', { code: 'own_equipment' });
  writeFileSync(
    join(folder, '散乱污.csv'),
    '企业名称,所在镇,拆除违建,拆违面积,完成时限\n甲砂场,城关镇,3,120.5平方米,2012年12月底\n乙修理厂,固关镇,2,1亩,2012.11.5\n',
  );
  const draft = await session.ask('imports.open', { files: [join(folder, '散乱污.csv')] });
  expect([draft.ledger, draft.counts.new, draft.counts.rejected]).toEqual(['own_polluters', 2, 0]);
  await session.ask('imports.commit', { draft: draft.id, onlyValid: false });
  expect(
    (await rowsOf(session, 'own_polluters')).map((row) => [
      row['name'],
      row['state'],
      row['area'],
      row['deadline'],
    ]),
  ).toEqual([
    ['甲砂场', '待整治', '120.5', '2012-12-31'],
    ['乙修理厂', '待整治', '666.6667', '2012-11-05'],
  ]);
  const equipment = await session.ask('records.create', {
    ledger: 'own_equipment',
    records: [
      { name: '锅炉', inspected: '√' },
      { name: '电梯', inspected: '×' },
      { name: '起重机', inspected: '' },
    ],
  });
  expect(equipment.ids).toHaveLength(3);
  expect((await rowsOf(session, 'own_equipment')).map((row) => row['inspected'])).toEqual([
    '是',
    '否',
    null,
  ]);
});

test('percentages that are all below 1 are asked about, unless the cell shows % or the user says so', async () => {
  const session = await testSession(TOWNS);
  const made = await session.ask('ledgers.create', {
    definition: {
      label: '站点',
      fields: [
        { label: '站点名称', kind: 'text' },
        { label: '达标率', kind: 'percent' },
      ],
    },
  });
  writeFileSync(join(folder, '达标率.csv'), '站点名称,达标率\n甲站,0.93\n乙站,0.5\n丙站,\n');
  const draft = await session.ask('imports.open', { files: [join(folder, '达标率.csv')] });
  const questions =
    draft.files[0]?.report?.sheets[0]?.tables[0]?.issues.filter(
      (one) => one.level === 'question',
    ) ?? [];
  expect([
    draft.ledger,
    questions.map((one) => [one.row, one.column, one.code]),
    draft.counts.rejected,
    // the rows come in, their shares wait
  ]).toEqual([made.code, [[0, 'B', 'share.unclear']], 0]);
  const told = await session.ask('imports.answer', {
    draft: draft.id,
    answers: [
      {
        kind: 'accept',
        file: '达标率.csv',
        sheet: draft.files[0]?.report?.sheets[0]?.name ?? '',
        row: 0,
        column: 'B',
      },
    ],
  });
  expect(told.counts).toMatchObject({ new: 3, rejected: 0 });
  await session.ask('imports.commit', { draft: draft.id, onlyValid: false });
  expect((await rowsOf(session, made.code)).map((row) => row['f2'])).toEqual(['0.93', '0.5', null]);
  const to = join(folder, '达标率模板.xlsx');
  await session.ask('imports.template', { ledger: made.code, to, filled: true });
  expect((await session.ask('imports.open', { files: [to] })).counts).toMatchObject({
    unchanged: 3,
    rejected: 0,
  });
});

test('read by a scheme: points for each record of an own ledger', async () => {
  const session = await testSession(TOWNS);
  await session.ask('ledgers.addShipped', { code: 'own_events' });
  await session.ask('records.create', {
    ledger: 'own_events',
    records: [
      { name: '上海推介会', unit: '城关镇', date: '2012-03', leads: '4' },
      { name: '西安洽谈', unit: '城关镇', date: '2012-05-06', leads: '3' },
      { name: '广州招商', unit: '固关镇', date: '2011-12', leads: '9' },
    ],
  });
  const source = {
    from: 'ledger' as const,
    ledger: 'own_events' as const,
    filters: [],
    sum: 'leads',
    measure: '个',
    by: 'unit',
    date: 'date',
  };
  const scheme = {
    name: '办法',
    year: 2012,
    document: null,
    places: 2,
    sheets: [{ name: '招商', percent: '100', most: null }],
    most: null,
    grades: [],
    vetoGrade: '不合格',
    groups: [
      {
        name: '各镇',
        of: 'units' as const,
        kinds: ['township' as const],
        units: [],
        items: ['线索'],
      },
    ],
    items: [
      {
        code: '线索',
        name: '线索',
        sheet: '招商',
        points: '0',
        most: null,
        least: null,
        rule: { kind: 'bonus' as const, parts: [{ label: '条', weight: '2', source }] },
      },
    ],
  };
  await session.ask('schemes.save', { scheme });
  const sheet = await session.ask('scores.sheet', { year: 2012, month: 12 });
  expect(JSON.stringify(sheet)).toContain('上海推介会');
  expect(
    sheet.groups[0]?.scores
      .filter((row) => ['城关镇', '固关镇'].includes(row.name))
      .map((row) => [row.name, row.total]),
  ).toEqual([
    ['城关镇', '14.00'],
    ['固关镇', '0.00'],
  ]);
});

test('definitions that cannot be are refused in one sentence', async () => {
  const session = await testSession(TOWNS);
  const problems = async (definition: DefinitionInput): Promise<readonly string[]> =>
    (await session.ask('ledgers.check', { code: null, definition })).map((one) => one.message);
  expect(await problems({ label: '项目台账', fields: [{ label: '名称', kind: 'text' }] })).toEqual([
    '已经有一本“项目台账”，换个名称',
  ]);
  expect(await problems({ label: '甲', fields: [{ label: '投资', kind: 'money' }] })).toEqual([
    '“投资”没有选金额单位，选元、万元或亿元',
    '没有文字字段，每条记录要有个名称',
  ]);
  expect(
    await problems({
      label: '甲',
      fields: [
        { label: '名称', kind: 'text' },
        { label: '名称', kind: 'text' },
        { label: '序号', kind: 'number', measure: '个' },
        { label: '类', kind: 'choice' },
      ],
    }),
  ).toEqual([
    '有两个字段名为“名称”，请修改其中一个的名称',
    '“序号”由程序自己编，不用设字段',
    '“类”尚无选项，请至少填写一个',
  ]);
  const made = await session.ask('ledgers.create', {
    definition: {
      label: '甲',
      fields: [
        { label: '名称', kind: 'text' },
        { label: '电话', kind: 'phone' },
      ],
    },
  });
  await expect(
    session.ask('ledgers.save', {
      code: made.code,
      definition: { label: '甲', fields: [{ code: 'f1', label: '名称', kind: 'text' }] },
    }),
  ).rejects.toMatchObject({ code: 'ledger.wrong', params: { problem: '“电话”不能删，可以隐藏' } });
  await expect(
    session.ask('records.page', { query: { ledger: 'own_99' }, offset: 0, limit: 1 }),
  ).rejects.toMatchObject({ code: 'ledger.unknown' });
});

test('the shipped ledgers are sound, are created by one call, and go from one county to another as a file', async () => {
  expect(SHIPPED.map(({ definition }) => definition.label)).toEqual([
    '农村电商服务站点',
    '“散乱污”企业',
    '特种设备',
    '信息员',
    '培训班',
    '返乡创业',
    '重点企业帮扶',
    '招商活动',
  ]);
  for (const { definition } of SHIPPED)
    expect(settleDefinition(definition, null, true).problems).toEqual([]);
  const session = await testSession(TOWNS);
  for (const { code } of SHIPPED) await session.ask('ledgers.addShipped', { code });
  expect((await session.ask('ledgers.shipped', {})).every((one) => one.present)).toBe(true);
  await expect(session.ask('ledgers.addShipped', { code: 'own_equipment' })).rejects.toMatchObject({
    code: 'ledger.wrong',
  });
  // the check sheet of another office is recognised by the shipped list
  const draft = await session.ask('imports.open', { files: [workbook('站点检查表')] });
  expect([draft.ledger, draft.counts.new, draft.counts.rejected]).toEqual([
    'own_service_points',
    15,
    0,
  ]);

  const to = join(folder, 'definition.json');
  await session.ask('ledgers.export', { code: 'own_polluters', to });
  const other = await testSession(TOWNS);
  const read = await other.ask('ledgers.read', { file: to });
  const made = await other.ask('ledgers.create', { definition: read });
  expect(made.ledger.fields.map((field) => field.label)).toEqual(
    SHIPPED[1]?.definition.fields.map((field) => field.label),
  );
  expect(
    made.definition.fields.find((field) => field.code === made.definition.status?.field)?.label,
  ).toBe('整治状态');
  await expect(other.ask('ledgers.read', { file: workbook('企业名录') })).rejects.toMatchObject({
    code: 'ledger.wrong',
  });
  expect(JSON.parse(readFileSync(to, 'utf8'))).toMatchObject({
    countyPlanner: 'ledger',
    definition: { label: '“散乱污”企业' },
  });
});
