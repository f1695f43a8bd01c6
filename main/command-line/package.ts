/**
 * `package task|check|report|return|begin|read|accept|state|partners`: packages between offices
 * without a window.
 */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import type { PackageLine } from '../../preload/contract/exchange.ts';
import { faultText } from '../../renderer/format/fault.ts';
import { PACKAGE_KINDS, PACKAGE_STANDINGS } from '../domain/exchange/package.ts';
import type { MergeSide } from '../domain/exchange/row.ts';
import { Fault } from '../domain/fault.ts';
import { aliasesOf } from '../domain/read/aliases.ts';
import { readYear, type Answered } from './answer.ts';
import { requiredOption, UsageError, type CommandOptions } from './arguments.ts';
import { openSession, type CoreSession, type Purpose } from './session.ts';

type Run = (
  session: CoreSession,
  files: readonly string[],
  options: CommandOptions,
) => Promise<Answered>;

export async function packageCommand(
  [verb = '', ...files]: readonly string[],
  options: CommandOptions,
): Promise<Answered> {
  const known = Object.hasOwn(VERBS, verb) ? VERBS[verb] : undefined;
  if (known === undefined) throw new UsageError(`package 后面写 ${Object.keys(VERBS).join('、')}`);
  const session = await openSession(requiredOption(options.data, ' --data 目录'), known.purpose);
  try {
    return await known.run(session, files, options);
  } finally {
    await session.close();
  }
}

const period = (options: CommandOptions): { readonly year: number; readonly month: number } => ({
  year: readYear(requiredOption(options.year, ' --year 年')),
  month: requiredOption(options.month, ' --month 月'),
});

function outFolder(options: CommandOptions): string {
  const folder = resolve(requiredOption(options.out, ' --out 文件夹'));
  if (!existsSync(folder)) mkdirSync(folder, { recursive: true });
  return folder;
}

async function unitIds(
  session: CoreSession,
  wanted: string | undefined,
): Promise<readonly number[]> {
  const units = await session.ask('units.list', {});
  if (wanted === undefined)
    return units.filter(({ kind }) => kind === 'township').map(({ id }) => id);
  return aliasesOf(wanted).map((name) => {
    const unit = units.find((one) => one.name === name || one.aliases.includes(name));
    if (unit === undefined) throw new Fault('unit.unknown', { name });
    return unit.id;
  });
}

async function indicatorIds(
  session: CoreSession,
  wanted: string | undefined,
): Promise<readonly number[]> {
  const all = await session.ask('indicators.list', {});
  if (wanted === undefined)
    return all
      .filter((one) => !one.retired && one.counted === null && one.rollup !== 'ratio')
      .map(({ id }) => id);
  return aliasesOf(wanted).map((name) => {
    const found = all.find((one) => one.name === name);
    if (found === undefined) throw new UsageError(`没有指标“${name}”，indicators 看有哪些`);
    return found.id;
  });
}

const ledgerCode = z.enum(['project', 'lead', 'rectification', 'task']);
function ledgersIn(text: string | undefined): readonly z.output<typeof ledgerCode>[] {
  return (text ?? '')
    .split(/[,，、]/)
    .filter((code) => code !== '')
    .map((code) => {
      const read = ledgerCode.safeParse(code);
      if (!read.success)
        throw new UsageError(`--ledgers 可以是 ${ledgerCode.options.join('、')}，给的是“${code}”`);
      return read.data;
    });
}

const task: Run = async (session, _, options) => {
  const made = await session.ask('exchange.sendTasks', {
    ...period(options),
    due: options.date ?? null,
    units: [...(await unitIds(session, options.unit))],
    indicators: [...(await indicatorIds(session, options.indicators))],
    ledgers: [...ledgersIn(options.ledgers)],
    note: options.note ?? null,
    folder: outFolder(options),
  });
  return {
    json: made,
    text: made.map((one) => `${one.to}　${one.name}　校验码 ${one.fingerprint}`).join('\n'),
  };
};

const check: Run = async (session, _, options) => {
  const { task: given } = await session.ask('exchange.state', period(options));
  if (given === null)
    throw new Fault('package.cannot', { problem: '这个月没有收到上级的任务，先打开上级的包' });
  const found = await session.ask('exchange.checks', period(options));
  return {
    json: found,
    text:
      found.length === 0
        ? '审核通过。'
        : found.map(({ finding, hard }) => `${hard ? '要改' : '要说明'}　${finding}`).join('\n'),
    refused: found.some(({ hard }) => hard),
  };
};

const report: Run = async (session, _, options) => {
  const found = await session.ask('exchange.checks', period(options));
  const { explain } = options;
  const made = await session.ask('exchange.sendReport', {
    ...period(options),
    notes:
      explain === undefined ? [] : found.map(({ finding }) => ({ finding, explained: explain })),
    folder: outFolder(options),
  });
  return { json: made, text: `${made.name}　校验码 ${made.fingerprint}` };
};

const giveBack: Run = async (session, _, options) => {
  const [unit] = await unitIds(session, requiredOption(options.unit, ' --unit 单位'));
  const reason = requiredOption(options.reason, ' --reason 原因');
  const ids =
    options.indicators === undefined ? [null] : await indicatorIds(session, options.indicators);
  const made = await session.ask('exchange.sendReturn', {
    ...period(options),
    unit: unit ?? 0,
    cells: ids.map((indicator) => ({ indicator, reason })),
    folder: outFolder(options),
  });
  return { json: made, text: `${made.name}　校验码 ${made.fingerprint}` };
};

const begin: Run = async (session, [file]) => {
  await session.ask('exchange.begin', { file: resolve(requiredOption(file, '上级的包')) });
  const { county, year } = await session.ask('session.get', {});
  return { json: { county, year }, text: `已按上级的包开始：${county ?? ''}，${year}年。` };
};

async function linesOf(
  session: CoreSession,
  files: readonly string[],
  decided: Readonly<Record<string, MergeSide>>,
): Promise<readonly PackageLine[]> {
  if (files.length === 0) throw new UsageError('少了包或文件夹');
  return session.ask('exchange.read', {
    files: files.map((file) => resolve(file)),
    decided: { ...decided },
  });
}

function lineText({ file, fault, package: one }: PackageLine): string {
  if (one === null) return `${file}　${fault === null ? '' : faultText(fault)}`;
  const head = `${file}　${PACKAGE_KINDS[one.kind]}　${one.from}　${one.year}年${one.month}月　${PACKAGE_STANDINGS[one.standing]}　校验码 ${one.fingerprint}`;
  const counts = `　新${one.created}　变${one.changed}　删${one.removed}　同${one.same}`;
  return [
    `${head}${counts}`,
    ...one.changes.map(
      ({ what, before, after }) => `  ${what}：${before ?? '空'} → ${after ?? '空'}`,
    ),
    ...one.questions.map(
      ({ id, what, before, after }) =>
        `  要定 ${id}　${what}：这里${before ?? '空'}，来的${after ?? '空'}`,
    ),
  ].join('\n');
}

const read: Run = async (session, files, options) => {
  const lines = await linesOf(session, files, decisionsIn(options));
  return {
    json: lines,
    text: lines.map(lineText).join('\n'),
    refused: lines.some(({ fault }) => fault !== null),
  };
};

const decisions = z.record(z.string(), z.enum(['ours', 'theirs']));

/** A file of answers by question; one side for all is settled with the questions at hand. */
function decisionsIn({ decide }: CommandOptions): Readonly<Record<string, MergeSide>> {
  if (decide === undefined || decide === 'ours' || decide === 'theirs') return {};
  let known;
  try {
    known = decisions.safeParse(JSON.parse(readFileSync(decide, 'utf8')));
  } catch {
    throw new Fault('file.missing', { file: decide });
  }
  if (!known.success) throw new UsageError('--decide 的文件写成 {"编号":"ours或theirs"}');
  return known.data;
}

/** Each file as it stands once those before it are taken: a question may be another then. */
const accept: Run = async (session, files, options) => {
  const names = await linesOf(session, files, {});
  const done: { file: string; taken: boolean; text: string }[] = [];
  for (const { file, handle, path } of names) {
    const source = path === null ? handle : join(handle, path);
    const [line] = await linesOf(session, [source], decisionsIn(options));
    if (line?.package == null) {
      done.push({ file, taken: false, text: line === undefined ? file : lineText(line) });
      continue;
    }
    const { fingerprint, questions } = line.package;
    const decided: Record<string, MergeSide> = { ...decisionsIn(options) };
    if (options.decide === 'ours' || options.decide === 'theirs')
      for (const { id } of questions) decided[id] = options.decide;
    else if (questions.length > 0) {
      done.push({ file, taken: false, text: `没有收：\n${lineText(line)}` });
      continue;
    }
    const asked = { file: source, fingerprint, decided, takesKey: options.newKey };
    const taken = await session.ask('exchange.accept', asked);
    done.push({
      file,
      taken: true,
      text: `已收 ${file}　新${taken.created}　变${taken.changed}　删${taken.removed}`,
    });
  }
  return {
    json: done,
    text: done.map(({ text }) => text).join('\n'),
    refused: done.some(({ taken }) => !taken),
  };
};

const state: Run = async (session, _, options) => {
  const found = await session.ask('exchange.state', period(options));
  const text = found.units.map(
    ({ name, due, report, isReturned }) =>
      `${name}　${due === null ? '' : `期限${due}　`}${isReturned ? '已退回' : report === null ? '没报' : `${report.isLate ? '迟报' : '已报'} 第${report.number}号　校验码 ${report.fingerprint}`}`,
  );
  return {
    json: found,
    text:
      [...text, found.missing].filter((one) => one !== '').join('\n') || '这个月还没有下发过任务。',
  };
};

const partners: Run = async (session, _, options) => {
  const { partners: known } = await session.ask('exchange.state', {
    year: options.year ?? 2000,
    month: options.month ?? 1,
  });
  return {
    json: known,
    text:
      known.length === 0
        ? '还没有往来单位。'
        : known
            .map(
              ({ name, role, met, fingerprint }) =>
                `${name}　${role === 'upper' ? '上级' : '下级'}　${met.slice(0, 10)}　签名 ${fingerprint}`,
            )
            .join('\n'),
  };
};

const VERBS: Readonly<Record<string, { readonly run: Run; readonly purpose: Purpose }>> = {
  task: { run: task, purpose: 'write' },
  check: { run: check, purpose: 'read' },
  report: { run: report, purpose: 'write' },
  return: { run: giveBack, purpose: 'write' },
  begin: { run: begin, purpose: 'make' },
  read: { run: read, purpose: 'read' },
  accept: { run: accept, purpose: 'write' },
  state: { run: state, purpose: 'read' },
  partners: { run: partners, purpose: 'read' },
};
