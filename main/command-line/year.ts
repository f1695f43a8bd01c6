/**
 * `indicators` and `targets`: the catalogue, and a year's targets with their sums, coverage and
 * what does not fit.
 */
import type { TargetSheet } from '../../preload/contract/targets.ts';
import { readYear, type Answered } from './answer.ts';
import { requiredOption, type CommandOptions } from './arguments.ts';
import { openSession } from './session.ts';

export async function indicatorsCommand(options: CommandOptions): Promise<Answered> {
  const session = await openSession(requiredOption(options.data, ' --data 目录'), 'read');
  try {
    const json = await session.ask('indicators.list', {});
    return { json, text: JSON.stringify(json, null, 1) };
  } finally {
    await session.close();
  }
}

/** The newest version of the year, draft or not. */
export async function targetsCommand(options: CommandOptions): Promise<Answered> {
  const session = await openSession(requiredOption(options.data, ' --data 目录'), 'read');
  try {
    const sheet = await session.ask('targets.sheet', {
      year: readYear(requiredOption(options.year, ' --year 年')),
    });
    const json = {
      ...sheet,
      county: withPlans(sheet.county),
      rows: sheet.rows.map((row) => ({ ...row, cells: withPlans(row.cells) })),
    };
    return { json, text: JSON.stringify(json, null, 1) };
  } finally {
    await session.close();
  }
}

type Cells = TargetSheet['county'];
/**
 * A plan as it was given beside what it adds up to: { parts: four or twelve, cumulative: by month
 * }.
 */
const withPlans = (cells: Cells): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(cells).map(([id, { plan, planParts, ...cell }]) => [
      id,
      { ...cell, plan: plan === null ? null : { parts: planParts, cumulative: plan } },
    ]),
  );
