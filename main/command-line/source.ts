/**
 * `source`: where a printed figure, or a record's, comes from, in words or as a sheet to be
 * printed.
 */
import { resolve } from 'node:path';
import { timeText } from '../domain/days/moment.ts';
import type { AskedFigure, FigureEntry, FigureStory } from '../../preload/contract/sources.ts';
import type { Answered } from './answer.ts';
import { requiredOption, UsageError, type CommandOptions } from './arguments.ts';
import { chosenTableOptions, fieldCodes, forLedger, anyLedgerNamed } from './records.ts';
import { openSession, type CoreSession } from './session.ts';

export async function sourceCommand(
  operands: readonly string[],
  options: CommandOptions,
): Promise<Answered> {
  const session = await openSession(requiredOption(options.data, ' --data 目录'), 'read');
  try {
    const asked = await askedBy(session, operands, options);
    const { format } = options;
    if (format === undefined) {
      const story = await session.ask('sources.tell', { asked });
      return { json: story, text: wordsOf(story) };
    }
    if (format !== 'xlsx' && format !== 'pdf' && format !== 'docx')
      throw new UsageError(`--format 可以是 xlsx、pdf、docx，给的是“${format}”`);
    const { file } = await session.ask('tables.save', {
      name: 'figure-source',
      options: { asked },
      format,
      to: resolve(requiredOption(options.out, ' --out 文件')),
    });
    return { json: { file }, text: `已写好 ${file}` };
  } finally {
    await session.close();
  }
}

async function askedBy(
  session: CoreSession,
  [name, record, field]: readonly string[],
  options: CommandOptions,
): Promise<AskedFigure> {
  const named = requiredOption(name, '报表名或台账名');
  if (record === undefined) {
    const chosen = await forLedger(session, chosenTableOptions(options), options.ledger);
    const { asked: _, filters = [], ...table } = chosen;
    return {
      kind: 'named',
      table: named,
      options: { ...table, filters },
      row: requiredOption(options.row, ' --row 行'),
      column: requiredOption(options.column, ' --column 列'),
    };
  }
  if (!/^\d{1,9}$/u.test(record)) throw new UsageError(`编号要一个数，给的是“${record}”`);
  const ledger = await anyLedgerNamed(session, named);
  const codeOf = await fieldCodes(session, ledger);
  return {
    kind: 'field',
    ledger,
    id: Number(record),
    field: codeOf(requiredOption(field, '字段')),
  };
}

function wordsOf({ name, text, how, entries, parts }: FigureStory): string {
  return [
    `${name}：${text}`,
    how,
    ...entries.map((one) => `  ${one.before ?? '空'} → ${one.after ?? '空'}　${entered(one)}`),
    ...parts.map(
      (one) =>
        `  ${one.name}　${one.text}${one.entered === null ? '' : `　${entered(one.entered)}`}`,
    ),
  ].join('\n');
}

const entered = ({ what, who, at, from, reason }: FigureEntry): string =>
  [
    what,
    who,
    timeText(at),
    ...(from === null ? [] : [from]),
    ...(reason === null ? [] : [`原因：${reason}`]),
  ].join('　');
