/**
 * A call that asks never writes: SQLite refuses it, and after every one of them the book's file is
 * what it was.
 */
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createCore, type Core } from '../../main/core/core.ts';
import { samplePath } from '../../main/core/sample.ts';
import { openReader } from '../../main/data/open.ts';
import { coreCalls } from '../../preload/contract/index.ts';
import type { AskingCallName, CoreCallName, Input, Output } from '../../preload/contract/index.ts';
import { testBook } from '../helpers/book.ts';

interface Asked {
  /** what a call answered before */
  answer<N extends AskingCallName>(call: N): Output<N>;
  /** a file in a scratch folder */
  file(name: string): string;
}
const first = (rows: readonly { readonly id: number }[]): number => rows[0]?.id ?? 0;

const projectOf = (answer: Asked['answer']): number => Number(answer('records.page')[0]?.id);
const NOTHING: Asked = {
  answer: () => {
    throw new Error('nothing was answered yet');
  },
  file: (name) => name,
};

const YEAR = { year: 2012 };
const MONTH = { year: 2012, month: 9 };
const PROJECTS = { ledger: 'project' } as const;
const TABLE = { name: 'arrivals', options: {} } as const;

/** What each asking call is asked on the sample book, in this order. */
const QUESTIONS: { readonly [N in AskingCallName]: (asked: Asked) => Input<N> } = {
  'session.get': () => ({}),
  'setups.list': () => ({ table: 'project-ledger' }),
  'documents.head': () => ({}),
  'views.list': () => PROJECTS,
  'charts.list': () => ({}),
  'charts.picture': () => ({ name: 'completion', options: {}, at: 0 }),
  'documents.bulletin': () => ({}),
  'units.list': () => ({}),
  'units.recognise': () => ({ file: samplePath('04') }),
  'records.summary': () => PROJECTS,
  'records.page': () => ({ query: PROJECTS, offset: 0, limit: 50 }),
  'records.get': ({ answer }) => ({ ...PROJECTS, id: projectOf(answer) }),
  'records.values': () => ({ ...PROJECTS, field: 'industry' }),
  'records.reminders': () => ({}),
  'changes.list': () => ({ before: 0, limit: 50, text: '' }),
  'sources.tell': ({ answer }) => ({
    asked: {
      kind: 'field',
      ledger: 'project',
      id: projectOf(answer),
      field: 'total_investment',
    },
  }),
  'projects.parts': ({ answer }) => ({ id: projectOf(answer) }),
  'projects.gates': () => ({}),
  'projects.rates': () => ({}),
  'projects.life': ({ answer }) => ({ id: projectOf(answer) }),
  'talks.list': () => ({ lead: 1 }),
  'promotions.list': () => ({ year: null }),
  'problems.list': () => ({}),
  'projects.followUp': () => ({}),
  'projects.board': () => ({}),
  'projects.cards': () => ({ stage: null }),
  'projects.gantt': () => ({}),
  'projects.funnel': () => ({}),
  'projects.sums': () => ({ by: 'stage' }),
  'projects.monthSums': () => ({ year: null, by: ['unit', 'month'] }),
  'leads.quota': () => YEAR,
  'search.all': () => ({ text: '新能源' }),
  'search.named': () => ({ text: 'zdxm', names: ['重点项目台账'] }),
  'maps.get': () => ({}),
  'imports.open': () => ({ files: [samplePath('02')] }),
  'imports.sheet': ({ answer }) => {
    const { id, files } = answer('imports.open');
    const [file] = files;
    return {
      draft: id,
      file: file?.file ?? '',
      sheet: file?.report?.sheets[0]?.name ?? '',
      from: 1,
      rows: 20,
    };
  },
  'imports.answer': ({ answer }) => ({ draft: answer('imports.open').id, answers: [] }),
  'imports.reject': ({ answer, file }) => ({
    draft: answer('imports.open').id,
    to: file('退回.xlsx'),
  }),
  'imports.close': ({ answer }) => ({ draft: answer('imports.open').id }),
  'imports.cancel': () => ({}),
  'imports.list': () => ({}),
  'imports.template': ({ file }) => ({ ledger: 'lead', to: file('模板.xlsx'), filled: true }),
  'imports.profiles': () => ({}),
  'tables.list': () => ({}),
  'tables.get': () => TABLE,
  'tables.preview': () => TABLE,
  'tasks.life': () => ({ id: 1 }),
  'tasks.readMilestones': () => ({ id: 1 }),
  'chases.list': () => ({ ledger: 'task', id: 1 }),
  'meetings.list': () => ({}),
  'attachments.list': () => ({ ledger: 'project', id: 1 }),
  'attachments.open': () => ({ id: 1 }),
  'attachments.picture': () => ({ id: 1 }),
  'attachments.copy': ({ file }) => ({ id: 1, to: file('附件') }),
  'keeping.state': () => ({}),
  'keeping.second': () => ({}),
  'keeping.inside': ({ answer }) => ({ name: answer('keeping.state').backups[0]?.name ?? '' }),
  'keeping.export': ({ file }) => ({ to: file('导出') }),
  'indicators.list': () => ({}),
  'indicators.sets': () => ({}),
  'indicators.trial': () => ({
    ...MONTH,
    counted: { ledger: 'project', sum: null, unit: 'introducer', date: null },
    measure: '个',
  }),
  'targets.years': () => ({}),
  'targets.versions': () => YEAR,
  'targets.sheet': () => YEAR,
  'targets.compare': ({ answer }) => {
    const version = first(answer('targets.versions'));
    return { from: version, to: version };
  },
  'progress.rules': () => ({}),
  'progress.months': () => YEAR,
  'progress.sheet': ({ answer }) => ({ ...MONTH, indicator: first(answer('indicators.list')) }),
  'progress.returns': () => MONTH,
  'progress.checks': () => MONTH,
  'progress.corrections': () => YEAR,
  'progress.records': ({ answer }) => ({
    ...MONTH,
    indicator: first(answer('indicators.list')),
    unit: null,
  }),
  'progress.curve': ({ answer }) => ({
    ...YEAR,
    indicator: first(answer('indicators.list')),
    unit: null,
  }),
  'progress.forecast': ({ answer }) => ({ ...MONTH, indicator: first(answer('indicators.list')) }),
  'progress.findings': () => YEAR,
  'progress.lamps': () => MONTH,
  'overview.get': () => MONTH,
  'rivals.sheet': ({ answer }) => ({ ...MONTH, indicator: first(answer('indicators.list')) }),
  'schemes.get': () => YEAR,
  'schemes.versions': () => ({}),
  'schemes.version': ({ answer }) => ({ id: first(answer('schemes.versions')) }),
  'help.picture': () => ({ page: 'projects' }),
  'help.changes': () => ({}),
  'help.handbook': ({ file }) => ({ format: 'docx', to: file('手册.docx') }),
  'schemes.copy': () => ({ from: 2012, to: 2013 }),
  'schemes.presets': () => YEAR,
  'schemes.export': ({ answer, file }) => ({
    id: first(answer('schemes.versions')),
    to: file('办法.json'),
  }),
  'schemes.read': ({ file }) => ({ file: file('办法.json') }),
  'scores.sheet': () => MONTH,
  'scores.profile': ({ answer }) => ({
    ...MONTH,
    key: answer('scores.sheet').groups[0]?.scores[0]?.key ?? '',
  }),
  'scores.course': () => MONTH,
  'scores.trial': ({ answer }) => ({ ...MONTH, scheme: answer('schemes.copy') }),
  'scores.events': () => YEAR,
  'scores.publications': () => YEAR,
  'scores.published': ({ answer }) => ({ id: first(answer('scores.publications')) }),
  'posts.list': () => ({}),
  'rewards.rules': () => YEAR,
  'rewards.copyRules': () => ({ from: 2012, to: 2013 }),
  'rewards.presets': () => YEAR,
  'rewards.propose': () => YEAR,
  'rewards.list': () => YEAR,
  'ledgers.list': () => ({}),
  'ledgers.shipped': () => ({}),
  'ledgers.check': ({ answer }) => ({
    code: null,
    definition: answer('ledgers.shipped')[0]?.definition ?? { label: '', fields: [] },
  }),
  'ledgers.propose': () => ({ file: samplePath('02') }),
  'ledgers.export': ({ answer, file }) => ({
    code: answer('ledgers.list')[0]?.code ?? 'own_x',
    to: file('台账.json'),
  }),
  'ledgers.read': ({ file }) => ({ file: file('台账.json') }),
  'exchange.state': () => ({ year: 2012, month: 9 }),
  'exchange.checks': () => ({ year: 2012, month: 9 }),
  'exchange.read': ({ file }) => ({ files: [file('台账.json')] }),
};

test('SQLite itself refuses what an asking connection would write', () => {
  const { db } = testBook();
  const asking = openReader(db);
  onTestFinished(() => void asking.close());
  expect(() => asking.exec("INSERT INTO setting (key, value) VALUES ('year', '2013')")).toThrow(
    /readonly/,
  );
});

/** Its journals are the book as well; what SQLite shares between connections (-shm) is memory. */
function contentOf(folder: string): string {
  const hash = createHash('sha256');
  for (const name of ['county.db', 'county.db-wal']) hash.update(readFileSync(join(folder, name)));
  return hash.digest('hex');
}

/**
 * The sample book with the indicators of 招商引资, a scheme, its published scores, rules of rewards
 * and an own ledger, so that every question has something to look at.
 */
async function sampleCore(folder: string): Promise<Core> {
  const core = createCore({
    dataFolder: folder,
    clock: () => new Date('2012-10-08T02:00:00Z'),
    log: (line) => console.error(line),
    host: {
      pathOf: (handle) => Promise.resolve(handle),
      toPdf: () => Promise.resolve(new Uint8Array()),
      toPng: () => Promise.resolve(new Uint8Array()),
      openFile: () => Promise.resolve(),
    },
    emit: () => undefined,
  });
  const tell = async (call: CoreCallName, input: unknown): Promise<unknown> => {
    const reply = await core.dispatch(call, input);
    if (!reply.ok) throw new Error(`${call}: ${JSON.stringify(reply.fault)}`);
    return reply.value;
  };
  await tell('session.beginSample', {});
  await tell('keeping.backup', {});
  const photo = join(folder, '现场.png');
  writeFileSync(photo, Buffer.from('89504e470d0a1a0a', 'hex'));
  await tell('attachments.add', { ledger: 'project', id: 1, files: [photo] });
  const sets = (await tell('indicators.sets', {})) as Output<'indicators.sets'>;
  for (const set of sets.filter(({ name }) => name === '招商引资'))
    await tell('indicators.addSet', {
      set: set.name,
      names: set.indicators.filter((one) => !one.present).map((one) => one.name),
    });
  const presets = (await tell('schemes.presets', YEAR)) as Output<'schemes.presets'>;
  await tell('schemes.save', { scheme: presets[0]?.scheme });
  await tell('scores.publish', { ...MONTH, note: '两项本年没有实绩' });
  const rules = (await tell('rewards.presets', YEAR)) as Output<'rewards.presets'>;
  await tell('rewards.saveRules', { book: rules[0]?.book });
  const shipped = (await tell('ledgers.shipped', {})) as Output<'ledgers.shipped'>;
  await tell('ledgers.addShipped', { code: shipped[0]?.code });
  return core;
}

test('every asking call leaves the book as it was', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'county-planner-asking-'));
  const core = await sampleCore(join(folder, 'data'));
  onTestFinished(() => {
    core.close();
    rmSync(folder, { recursive: true, force: true });
  });
  // what is derived from the records is brought up to date once, by whoever asks first
  for (const call of ['projects.monthSums', 'search.all'] as const)
    await core.dispatch(call, QUESTIONS[call](NOTHING));
  const before = contentOf(join(folder, 'data'));
  const answers = new Map<string, unknown>();
  const asked: Asked = {
    answer: (call) => answers.get(call) as Output<typeof call>,
    file: (name) => join(folder, name),
  };
  for (const call of Object.keys(QUESTIONS) as readonly AskingCallName[]) {
    const reply = await core.dispatch(call, QUESTIONS[call](asked));
    expect([call, reply.ok ? 'answered' : reply.fault]).toEqual([call, 'answered']);
    answers.set(call, reply.ok ? reply.value : null);
    expect([call, contentOf(join(folder, 'data'))]).toEqual([call, before]);
  }
});

test('no asking call of the core is left out', () => {
  const asking = Object.entries(coreCalls).flatMap(([name, call]) => (call.writes ? [] : [name]));
  expect(Object.keys(QUESTIONS).toSorted()).toEqual(asking.toSorted());
});
