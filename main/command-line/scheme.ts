/**
 * `scheme get` and `scheme set FILE`: a year's 考核办法 as a file that goes from one office to
 * another.
 */
import { readFileSync } from 'node:fs';
import { schemeSchema as schema } from '../../preload/contract/scoring.ts';
import { Fault } from '../domain/fault.ts';
import { saveFile } from '../services/book/save-file.ts';
import { schemeFile, schemeIn } from '../services/scoring/schemes.ts';
import { readYear, type Answered } from './answer.ts';
import { requiredOption, UsageError, type CommandOptions } from './arguments.ts';
import { openSession, type CoreSession } from './session.ts';

export async function schemeCommand(
  [action, file]: readonly string[],
  options: CommandOptions,
): Promise<Answered> {
  if (action !== 'get' && action !== 'set') throw new UsageError('scheme 后面写 get 或 set');
  const session = await openSession(
    requiredOption(options.data, ' --data 目录'),
    action === 'get' ? 'read' : 'write',
  );
  try {
    return action === 'get'
      ? await get(session, options)
      : await set(session, requiredOption(file, '考核办法文件'), options);
  } finally {
    await session.close();
  }
}

async function get(session: CoreSession, options: CommandOptions): Promise<Answered> {
  const year = readYear(requiredOption(options.year, ' --year 年'));
  const version = await session.ask('schemes.get', { year });
  if (version === null) throw new Fault('scheme.missing', { year });
  const text = schemeFile(version.scheme);
  if (options.out === undefined) return { json: JSON.parse(text) as unknown, text: text.trimEnd() };
  await saveFile(options.out, new TextEncoder().encode(text));
  return {
    json: { file: options.out, number: version.number },
    text: `${year}年考核办法第${version.number}版已写到 ${options.out}。`,
  };
}

/** With `--year` the file is taken over for that year: last year's copied. */
async function set(session: CoreSession, file: string, options: CommandOptions): Promise<Answered> {
  const read = schemeIn(textOf(file), file, (raw) => schema.safeParse(raw).data ?? null);
  const { number, scheme: saved } = await session.ask('schemes.save', {
    scheme: options.year === undefined ? read : { ...read, year: readYear(options.year) },
  });
  return {
    json: { year: saved.year, number },
    text: `已存为${saved.year}年考核办法第${number}版。`,
  };
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new Fault('file.missing', { file });
  }
}
