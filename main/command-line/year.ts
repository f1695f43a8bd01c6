/** `indicators` and `targets`: the catalogue, and a year's targets with their sums, coverage and what does not fit. */
import { readYear, type Answered } from './answer.ts';
import { required, type Options } from './arguments.ts';
import { openSession } from './session.ts';

export async function indicators(options: Options): Promise<Answered> {
  const session = await openSession(required(options.data, ' --data 目录'), 'read');
  try {
    const json = await session.ask('indicators.list', {});
    return { json, text: JSON.stringify(json, null, 1) };
  } finally {
    await session.close();
  }
}

/** The newest version of the year, draft or not. */
export async function targets(options: Options): Promise<Answered> {
  const session = await openSession(required(options.data, ' --data 目录'), 'read');
  try {
    const json = await session.ask('targets.sheet', {
      year: readYear(required(options.year, ' --year 年')),
    });
    return { json, text: JSON.stringify(json, null, 1) };
  } finally {
    await session.close();
  }
}
