/**
 * `charts` and `chart`: a chart drawn without a window, one file for each indicator that it has.
 */
import { resolve } from 'node:path';
import type { Answered } from './answer.ts';
import { requiredOption, UsageError, type CommandOptions } from './arguments.ts';
import { chosenTableOptions } from './records.ts';
import { openSession } from './session.ts';

export async function chartList(options: CommandOptions): Promise<Answered> {
  const session = await openSession(options.data, 'read');
  try {
    const charts = await session.ask('charts.list', {});
    return {
      json: charts,
      text: charts.map(({ name, title, about }) => `${name}  ${title}  ${about}`).join('\n'),
    };
  } finally {
    await session.close();
  }
}

export async function chartCommand(
  name: string | undefined,
  options: CommandOptions,
): Promise<Answered> {
  const { format = 'svg' } = options;
  if (format !== 'svg' && format !== 'png')
    throw new UsageError(`--format 可以是 svg、png，给的是“${format}”`);
  const session = await openSession(requiredOption(options.data, ' --data 目录'), 'read');
  try {
    const { files } = await session.ask('charts.save', {
      name: requiredOption(name, '图名，如 completion'),
      options: chosenTableOptions(options),
      at: null,
      format,
      to: resolve(requiredOption(options.out, ' --out 文件')),
    });
    return { json: { files }, text: files.map((file) => `已写好 ${file}`).join('\n') };
  } finally {
    await session.close();
  }
}
