/** What else only the window could do: `operator`, `month`, `version`, `indicator` and `unit`. */
import type { Indicator, IndicatorInput } from '../../preload/contract/targets.ts';
import { measureOf } from '../domain/exact/measure.ts';
import { natureOf } from '../domain/targets/indicator-nature.ts';
import { readYear, type Answered } from './answer.ts';
import { requiredOption, UsageError, type CommandOptions } from './arguments.ts';
import { openSession, type CoreSession, type Purpose } from './session.ts';

async function within(
  options: CommandOptions,
  step: (session: CoreSession) => Promise<Answered>,
  purpose: Purpose = 'write',
): Promise<Answered> {
  const session = await openSession(requiredOption(options.data, ' --data 目录'), purpose);
  try {
    return await step(session);
  } finally {
    await session.close();
  }
}

/** `operator [NAME]`: tells who sits at this PC, or whose name the changes carry from now on. */
export async function operator(
  [name]: readonly string[],
  options: CommandOptions,
): Promise<Answered> {
  return within(
    options,
    async (session) => {
      const { operators } =
        name === undefined
          ? await session.ask('session.get', {})
          : await session.ask('session.setOperator', { name });
      const [now] = operators;
      return {
        json: { operators },
        text: now === undefined ? '尚未填写经办人，修改记录记为“本机”。' : `经办人：${now}。`,
      };
    },
    name === undefined ? 'read' : 'write',
  );
}

/** `month close|reopen --year --month`: a close may carry a note, a reopening says why. */
export async function month([verb]: readonly string[], options: CommandOptions): Promise<Answered> {
  const at = {
    year: readYear(requiredOption(options.year, ' --year 年')),
    month: requiredOption(options.month, ' --month 月'),
  };
  if (verb !== 'close' && verb !== 'reopen') throw new UsageError('month 后面写 close 或 reopen');
  return within(options, async (session) => {
    const state =
      verb === 'close'
        ? await session.ask('progress.close', { ...at, note: options.note ?? null })
        : await session.ask('progress.reopen', {
            ...at,
            reason: requiredOption(options.reason, ' --reason 原因'),
          });
    return {
      json: state,
      text: `${at.year}年${state.name}${verb === 'close' ? '已关账' : '已反关账'}。`,
    };
  });
}

/**
 * `version issue --year --date [--document] [--reason]`: the year's newest draft of targets comes
 * into force.
 */
export async function version(
  [verb]: readonly string[],
  options: CommandOptions,
): Promise<Answered> {
  if (verb !== 'issue') throw new UsageError('version 后面写 issue');
  const year = readYear(requiredOption(options.year, ' --year 年'));
  return within(options, async (session) => {
    const draft = (await session.ask('targets.versions', { year })).find(
      (one) => one.issuedOn === null,
    );
    if (draft === undefined) throw new UsageError(`${year}年没有还没下达的目标`);
    const issued = await session.ask('targets.issue', {
      version: draft.id,
      date: requiredOption(options.date, ' --date 日期'),
      document: options.document ?? null,
      reason: options.reason ?? null,
    });
    return { json: issued, text: `${year}年${issued.name}已下达。` };
  });
}

const DIRECTIONS = ['up', 'down'] as const;
const KINDS = ['flow', 'stock', 'ratio'] as const;

/** An indicator that nobody has yet, as its name and measure say that it behaves. */
function freshIndicator(name: string, measure: string): IndicatorInput {
  const nature = natureOf(name, measure);
  const dimension = measureOf(measure)?.dimension ?? '';
  const isWhole = nature.kind !== 'ratio' && ['count', 'people', 'word'].includes(dimension);
  return {
    name,
    category: null,
    measure,
    places: isWhole ? 0 : 2,
    ...nature,
    numerator: null,
    denominator: null,
    factor: '1',
    parent: null,
    counted: null,
    retired: false,
    remark: null,
  };
}

/**
 * `indicator add NAME --measure` makes one, `indicator set NAME` says how it behaves. Parts
 * (其中的分子、分母) make it a ratio of two others.
 */
export async function indicator(
  [verb, name]: readonly string[],
  options: CommandOptions,
): Promise<Answered> {
  if (verb !== 'set' && verb !== 'add') throw new UsageError('indicator 后面写 add 或 set');
  const wanted = requiredOption(name, '指标');
  return within(options, async (session) => {
    const all = await session.ask('indicators.list', {});
    const named = (one: string): Indicator => {
      const found = all.find((other) => other.name === one);
      if (found === undefined) throw new UsageError(`没有指标“${one}”，indicators 看有哪些`);
      return found;
    };
    const {
      id,
      place: _,
      ...before
    } = verb === 'set'
      ? named(wanted)
      : {
          id: null,
          place: 0,
          ...freshIndicator(wanted, requiredOption(options.measure, ' --measure 计量单位')),
        };
    const parts =
      options.numerator === undefined || options.denominator === undefined
        ? {}
        : {
            kind: 'ratio' as const,
            rollup: 'ratio' as const,
            numerator: named(options.numerator).id,
            denominator: named(options.denominator).id,
            factor: options.factor ?? (before.measure === '%' ? '100' : before.factor),
          };
    const after = {
      ...before,
      direction: oneOf(DIRECTIONS, options.direction, '--direction') ?? before.direction,
      kind: oneOf(KINDS, options.kind, '--kind') ?? before.kind,
      places: options.places ?? before.places,
      ...parts,
    };
    const saved = await session.ask('indicators.save', { id, indicator: after });
    return { json: saved, text: `${verb === 'set' ? '已改' : '已建'}指标“${saved.name}”。` };
  });
}

function oneOf<T extends string>(
  known: readonly T[],
  given: string | undefined,
  option: string,
): T | undefined {
  const found = known.find((one) => one === given);
  if (given !== undefined && found === undefined)
    throw new UsageError(`${option} 可以是${known.join('、')}，给的是“${given}”`);
  return found;
}

/**
 * `unit set NAME [--from] [--to] [--successor]`: how long it exists, and which unit took it over.
 */
export async function unitCommand(
  [verb, name]: readonly string[],
  options: CommandOptions,
): Promise<Answered> {
  if (verb !== 'set') throw new UsageError('unit 后面写 set');
  const wanted = requiredOption(name, '单位');
  return within(options, async (session) => {
    const all = await session.ask('units.list', {});
    const named = (one: string): (typeof all)[number] => {
      const found = all.find((other) => other.name === one || other.aliases.includes(one));
      if (found === undefined) throw new UsageError(`没有单位“${one}”，records unit 看有哪些`);
      return found;
    };
    const before = named(wanted);
    if (before.kind === 'county') throw new UsageError('县本身不用设启停');
    const saved = await session.ask('units.update', {
      id: before.id,
      name: before.name,
      kind: before.kind,
      aliases: [...before.aliases],
      leader: before.leader,
      ...(options.from === undefined ? {} : { from: options.from }),
      ...(options.to === undefined ? {} : { to: options.to }),
      ...(options.successor === undefined ? {} : { successor: named(options.successor).id }),
    });
    return { json: saved, text: `已改单位“${saved.name}”。` };
  });
}
