/** `init`, `records`, `tables` and `table`. */
import { resolve } from 'node:path';
import type { MonthSum } from '../../preload/contract/project-views.ts';
import type { Row } from '../../preload/contract/records.ts';
import type { TableName, TableOptions } from '../../preload/contract/tables.ts';
import { Fault } from '../domain/fault.ts';
import { LEDGER_CODES, type AnyCode } from '../domain/ledgers/index.ts';
import { isOwnCode } from '../domain/ledgers/own-code.ts';
import { readYear, type Answered } from './answer.ts';
import { requiredOption, UsageError, type CommandOptions } from './arguments.ts';
import { openSession, type CoreSession } from './session.ts';

export async function initCommand(options: CommandOptions): Promise<Answered> {
  const session = await openSession(requiredOption(options.data, ' --data 目录'), 'make');
  try {
    if (options.sample) {
      const made = await session.ask('session.beginSample', {});
      return { json: made, text: `已建好示例账：${made.county}，${made.year}年。` };
    }
    const units =
      options.units === undefined
        ? []
        : (await session.ask('units.recognise', { file: options.units })).units;
    const made = await session.ask('session.begin', {
      county: requiredOption(options.county, ' --county 名称'),
      year: readYear(requiredOption(options.year, ' --year 年')),
      units: units.map((one) => ({ ...one, aliases: [...one.aliases] })),
    });
    return {
      json: { ...made, units: units.length },
      text: `已建好${made.county}${made.year}年的账，${units.length}个单位。`,
    };
  } finally {
    await session.close();
  }
}

export async function recordsCommand(
  ledger: string | undefined,
  options: CommandOptions,
): Promise<Answered> {
  const named = requiredOption(ledger, '台账名，如 project');
  const session = await openSession(requiredOption(options.data, ' --data 目录'), 'read');
  try {
    const code = await anyLedgerNamed(session, named);
    const codeOf = await fieldCodes(session, code);
    const filters = options.where.map(({ field, text }) => ({ field: codeOf(field), text }));
    const query = { ledger: code, filters, sort: [], group: [] };
    const { count } = await session.ask('records.summary', query);
    const rows: Row[] = [];
    while (rows.length < count)
      rows.push(...(await session.ask('records.page', { query, offset: rows.length, limit: 200 })));
    const whole = options.origin ? await withOrigins(session, code, rows) : rows;
    const json = { ledger: code, total: count, records: whole };
    return { json, text: JSON.stringify(json, null, 1) };
  } finally {
    await session.close();
  }
}

const SUMMED_BY = ['unit', 'stage', 'month'] as const;

/** What arrived, by unit, stage and month: the sums that are kept, whole. */
export async function arrivalsCommand(options: CommandOptions): Promise<Answered> {
  const by = (options.by ?? ['unit']).map((named) => {
    const known = SUMMED_BY.find((one) => one === named);
    if (known === undefined) throw new UsageError(`--by 可以是 ${SUMMED_BY.join('、')}`);
    return known;
  });
  const session = await openSession(requiredOption(options.data, ' --data 目录'), 'read');
  try {
    const year = options.year === undefined ? null : readYear(options.year);
    const rows: MonthSum[] = [];
    for (let all = 1; rows.length < all;) {
      const page = { year, by, offset: rows.length, limit: 200 };
      const found = await session.ask('projects.monthSums', page);
      all = found.all;
      rows.push(...found.rows);
    }
    return { json: { year, by, rows }, text: JSON.stringify(rows, null, 1) };
  } finally {
    await session.close();
  }
}

/**
 * A field as it is named: what users define has codes that only the program knows, so their labels
 * stand for them.
 */
export async function fieldCodes(
  session: CoreSession,
  code: AnyCode,
): Promise<(named: string) => string> {
  const own =
    (await session.ask('ledgers.list', {})).find((one) => one.code === code)?.ledger.fields ?? [];
  return (named) => own.find((one) => one.label === named)?.code ?? named;
}

/** Beside each record its file, sheet and row, and the column of each field. */
async function withOrigins(
  session: CoreSession,
  ledger: AnyCode,
  rows: readonly Row[],
): Promise<readonly unknown[]> {
  const whole: unknown[] = [];
  for (const row of rows) {
    const { origins, approximate, credits } = await session.ask('records.get', {
      ledger,
      id: row.id,
    });
    whole.push({ ...row, approximate, credits, origins });
  }
  return whole;
}

/** One that users define, by its code or by what they call it. */
export const ownLedgerCodeNamed = async (
  session: CoreSession,
  name: string,
): Promise<AnyCode | undefined> =>
  (await session.ask('ledgers.list', {})).find(
    (own) => own.code === name || own.definition.label === name,
  )?.code;

/** @throws Fault ledger.unknown */
export async function anyLedgerNamed(session: CoreSession, name: string): Promise<AnyCode> {
  const code =
    LEDGER_CODES.find((one) => one === name) ?? (await ownLedgerCodeNamed(session, name));
  if (code === undefined) throw new Fault('ledger.unknown', { ledger: name });
  return code;
}

export async function tableList(options: CommandOptions): Promise<Answered> {
  const session = await openSession(options.data, 'read');
  try {
    const tables = await session.ask('tables.list', {});
    return {
      json: tables,
      text: tables.map((table) => `${table.name}  ${table.title}  ${table.about}`).join('\n'),
    };
  } finally {
    await session.close();
  }
}

export async function tableCommand(
  name: string | undefined,
  options: CommandOptions,
): Promise<Answered> {
  const session = await openSession(requiredOption(options.data, ' --data 目录'), 'read');
  try {
    return await writeTable(session, requiredOption(name, '报表名'), options);
  } finally {
    await session.close();
  }
}

/** @throws Fault table.unknown */
async function tableNamed(session: CoreSession, name: string): Promise<TableName> {
  const listed = (await session.ask('tables.list', {})).find((one) => one.name === name)?.name;
  // a ledger that is used no more is not listed, and its records can still be printed
  const table = listed ?? (isOwnCode(name) ? name : undefined);
  if (table === undefined) throw new Fault('table.unknown', { table: name });
  return table;
}

/** Answers the table as JSON, or writes it where `--out` says. */
export async function writeTable(
  session: CoreSession,
  name: string,
  options: Pick<CommandOptions, TableChoices | 'ledger' | 'format' | 'out'>,
): Promise<Answered> {
  const table = await tableNamed(session, name);
  const chosen = await forLedger(session, chosenTableOptions(options), options.ledger);
  const format = options.format ?? 'json';
  if (format === 'json') {
    const json = await session.ask('tables.get', { name: table, options: chosen });
    return { json, text: JSON.stringify(json, null, 1) };
  }
  if (format !== 'xlsx' && format !== 'pdf' && format !== 'docx')
    throw new UsageError(`--format 可以是 json、xlsx、pdf、docx，给的是“${format}”`);
  const { file } = await session.ask('tables.save', {
    name: table,
    options: chosen,
    format,
    to: resolve(requiredOption(options.out, ' --out 文件')),
  });
  return { json: { file }, text: `已写好 ${file}` };
}

/**
 * Of a table for any ledger: its fields may be told by their labels where users defined it. @throws
 * Fault ledger.unknown
 */
export async function forLedger(
  session: CoreSession,
  options: TableOptions,
  named: string | undefined,
): Promise<TableOptions> {
  if (named === undefined) return options;
  const ledger = await anyLedgerNamed(session, named);
  const codeOf = await fieldCodes(session, ledger);
  return {
    ...options,
    ledger,
    filters: (options.filters ?? []).map(({ field, text }) => ({ field: codeOf(field), text })),
    ...(options.dimensions === undefined ? {} : { dimensions: options.dimensions.map(codeOf) }),
    ...(options.across === undefined ? {} : { across: codeOf(options.across) }),
  };
}

export type TableChoices =
  | 'year'
  | 'month'
  | 'unit'
  | 'where'
  | 'group'
  | 'by'
  | 'across'
  | 'measure'
  | 'paper'
  | 'record'
  | 'pageSums'
  | 'chart'
  | 'unbalanced'
  | 'setup';

export function chosenTableOptions(options: Pick<CommandOptions, TableChoices>): TableOptions {
  const { paper } = options;
  if (paper !== undefined && paper !== 'A4' && paper !== 'A3')
    throw new UsageError(`--paper 可以是 A4、A3，给的是“${paper}”`);
  const measure = options.measure;
  if (measure !== undefined && measure !== '元' && measure !== '万元' && measure !== '亿元')
    throw new UsageError(`--measure 可以是 元、万元、亿元，给的是“${measure}”`);
  return {
    filters: options.where.map((one) => ({ ...one })),
    ...(options.year === undefined ? {} : { year: readYear(options.year) }),
    ...(options.month === undefined ? {} : { month: options.month }),
    ...(options.unit === undefined ? {} : { unit: options.unit }),
    ...(options.group === undefined ? {} : { group: options.group }),
    ...(options.by === undefined ? {} : { dimensions: [...options.by] }),
    ...(options.across === undefined ? {} : { across: options.across }),
    ...(measure === undefined ? {} : { measure }),
    ...(paper === undefined ? {} : { paper }),
    ...(options.record === undefined ? {} : { record: options.record }),
    ...(options.pageSums === true ? { pageSums: true } : {}),
    ...(options.chart === true ? { chart: true } : {}),
    ...(options.setup === undefined ? {} : { setup: options.setup }),
    ...(options.unbalanced === true ? { balance: false } : {}),
  };
}
