/**
 * Which projects totals count: one with children is counted by its children, never beside them; and
 * a project's parts by the units that share it.
 */
import type { Row } from '../../../../preload/contract/records.ts';
import { creditPartsOf } from '../../../domain/projects/credit.ts';
import type { ReportContext } from './report.ts';
import { rowValueOf } from './values.ts';

export interface CountedProjects {
  readonly rows: readonly Row[];
  readonly notes: readonly string[];
}

export function countedProjects(
  rows: readonly Row[],
  { projects }: ReportContext,
): CountedProjects {
  const counted = rows.filter((row) => projects.isCounted('project', row.id));
  const parents = rows.length - counted.length;
  return {
    rows: counted,
    notes: parents === 0 ? [] : [`${parents}个项目有子项目，由子项目计，自身不计。`],
  };
}

export function countedArrivals(
  rows: readonly Row[],
  { projects }: ReportContext,
): CountedProjects {
  const counted = rows.filter((row) => projects.isCounted('arrival', row.id));
  const left = rows.length - counted.length;
  return {
    rows: counted,
    notes: left === 0 ? [] : [`${left}笔登记在有子项目的项目上，不计。请改登在子项目上。`],
  };
}

/** A row of a project's share in funds only: no project of its own, no total investment. */
const SHARED = 'shared_only';
export const isWhole = (row: Row): boolean => row[SHARED] === undefined;

/**
 * For tables by 引进单位: the project with its introducer's part of 到位资金, and a row for each
 * other unit's part.
 */
export function bySharers(rows: readonly Row[], { projects }: ReportContext): readonly Row[] {
  return rows.flatMap((row): readonly Row[] => {
    const [arrived, shares] = [
      rowValueOf(row, 'arrived_total'),
      projects.sharesOf('project', row.id),
    ];
    if (arrived === null || shares.length < 2) return [row];
    const parts = creditPartsOf(arrived, shares);
    const own = parts.find((part) => part.unit === row['introducer']);
    return [
      { ...row, arrived_total: own?.amount ?? null },
      ...parts
        .filter((part) => part !== own)
        .map((part): Row => ({
          ...row,
          introducer: part.unit,
          total_investment: null,
          arrived_total: part.amount,
          [SHARED]: '1',
        })),
    ];
  });
}
