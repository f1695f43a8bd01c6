/**
 * The lines of a grouped list: the innermost groups as the core sums them, and over them the outer
 * ones added up exactly.
 */
import { round, sum } from '../../../../main/domain/exact/decimal.ts';
import type { Value } from '../../../../main/domain/ledgers/field.ts';
import { numeral } from '../../../../main/domain/exact/numeral.ts';
import type { RecordGroup, Sums } from '../../../../preload/contract/records.ts';
import { recordTextOf } from '../shared/display.ts';
import type { LedgerSpec } from '../shared/spec.ts';

export interface LedgerGroupLine extends Sums {
  readonly id: string;
  readonly label: string;
  readonly level: number;
}

/** `by`: the fields, outermost first; `innermost` in the order of the rows. */
export function groupsOf(
  spec: LedgerSpec,
  by: readonly string[],
  innermost: readonly RecordGroup[],
): readonly LedgerGroupLine[] {
  return by.length === 0 ? [] : under(spec, by, innermost, []);
}

function under(
  spec: LedgerSpec,
  by: readonly string[],
  groups: readonly RecordGroup[],
  above: readonly Value[],
): readonly LedgerGroupLine[] {
  const level = above.length;
  const field = by[level];
  if (field === undefined) return [];
  const parts = [...Map.groupBy(groups, (group) => group.key[level] ?? null)];
  return parts.flatMap(([value, inside], place) => {
    const key = [...above, value];
    const line = {
      id: JSON.stringify(key),
      label: labelOf(spec, field, value, place, level),
      level,
      ...addedUp(inside),
    };
    return [line, ...under(spec, by, inside, key)];
  });
}

/** Exact: money in 元 with its two places, as the core gives it. */
function addedUp(groups: readonly Sums[]): Sums {
  const [only] = groups;
  if (only !== undefined && groups.length === 1) return { count: only.count, sums: only.sums };
  const codes = new Set(groups.flatMap((group) => Object.keys(group.sums)));
  const sums = Object.fromEntries(
    [...codes].map((code) => {
      const parts = groups.flatMap((group) => group.sums[code] ?? []);
      const figures = parts.flatMap((part) => part.value ?? []);
      const places = Math.max(0, ...figures.map((figure) => figure.split('.')[1]?.length ?? 0));
      return [
        code,
        {
          value: figures.length === 0 ? null : round(sum(figures), places),
          others: parts.reduce((all, part) => all + part.others, 0),
        },
      ];
    }),
  );
  return { count: groups.reduce((all, group) => all + group.count, 0), sums };
}

/** 一、在建 · （二）甲园区 · 3.未填, as an official numbers the parts of a table */
function labelOf(
  { fields }: LedgerSpec,
  by: string,
  value: Value,
  place: number,
  level: number,
): string {
  const field = fields.find((one) => one.code === by);
  const name =
    value === null || field === undefined ? '未填' : recordTextOf(field, { [by]: value });
  const number =
    level === 0
      ? `${numeral(place + 1)}、`
      : level === 1
        ? `（${numeral(place + 1)}）`
        : `${place + 1}.`;
  return number + name;
}
