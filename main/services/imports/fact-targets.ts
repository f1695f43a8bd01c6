/** Imported targets against those kept: base, 确保, 力争, growth and plans of a unit and an indicator. */
import { newestVersion, targetAt, type TargetRow } from '../../data/targets/targets.ts';
import type { IndicatorRow } from '../../data/targets/indicators.ts';
import type { Reader } from '../../data/open.ts';
import type { Writing } from '../../data/write.ts';
import { trim, type Decimal } from '../../domain/exact/decimal.ts';
import { figureOf, figureOrNull } from '../../domain/targets/indicator.ts';
import { incrementsOf, type Plan } from '../../domain/targets/target-plan.ts';
import { growthFits, PART_LABELS } from '../../domain/targets/target.ts';
import type { CellPart, Compared, FactCell } from './fact-cells.ts';
import { putPart, withTarget, writeTarget } from '../targets/target-edit.ts';
import { openDraft, versionName } from '../targets/versions.ts';

interface Comparison {
  readonly parts: readonly Compared[];
  readonly notes: readonly string[];
}

/** Against the year's newest version; where that is issued, the import opens an adjustment. */
export function compareTarget(db: Reader, cell: FactCell): Comparison {
  const version = newestVersion(db, cell.year);
  const row =
    version === null || cell.unit === null || cell.indicator.row === null
      ? null
      : targetAt(db, version.id, cell.indicator.row.id, cell.unit);
  const parts = statedParts(cell).map(({ part, value, fact }): Compared => ({
    part,
    label: part === 'growth' ? '确保增长' : PART_LABELS[part],
    before:
      part === 'growth'
        ? figureOrNull(row?.assuredGrowth ?? null)
        : figureOrNull(row?.[part] ?? null),
    after: value,
    fact,
  }));
  const plan = planStated(cell);
  const [planFact] = cell.parts.filter((one) => one.part === 'plan');
  const all: readonly Compared[] =
    plan === null || planFact === undefined
      ? parts
      : [
          ...parts,
          {
            part: 'plan',
            label: '分期计划',
            before: planText(row),
            after: plan.join('＋'),
            fact: planFact.fact,
          },
        ];
  const opens =
    version !== null && version.issuedOn !== null && all.some((one) => one.before !== one.after);
  return {
    parts: all,
    notes: opens ? [`${versionName(version)}已下达，导入的目标记到新的调整里。`] : [],
  };
}

const planText = (row: TargetRow | null): string | null =>
  row === null || row.plan === null ? null : (JSON.parse(row.plan) as string[]).join('＋');

interface Stated {
  readonly part: 'base' | 'assured' | 'stretch' | 'growth';
  readonly value: Decimal;
  readonly fact: CellPart['fact'];
}

/** One figure a part: a year's target that nobody called 确保 is the assured one; growth that the figures themselves have says nothing more. */
function statedParts({ parts }: FactCell): readonly Stated[] {
  const one = (...names: readonly CellPart['part'][]): CellPart | undefined =>
    names
      .map((name) => parts.find(({ part }) => part === name))
      .find((found) => found !== undefined);
  const found = { base: one('base'), assured: one('assured', 'annual'), stretch: one('stretch') };
  const stated = (['base', 'assured', 'stretch'] as const).flatMap((part): Stated[] =>
    found[part] === undefined ? [] : [{ part, value: found[part].value, fact: found[part].fact }],
  );
  const growth = one('growth');
  if (
    growth === undefined ||
    (found.base !== undefined &&
      found.assured !== undefined &&
      growthFits(found.base.value, found.assured.value, growth.value))
  )
    return stated;
  return [...stated, { part: 'growth', value: growth.value, fact: growth.fact }];
}

/** Four quarters or twelve months as increments, also where they are stated as cumulative figures; null where some are not there. */
function planStated({ parts }: FactCell): Plan | null {
  const plans = parts.flatMap(({ part, value, fact }) =>
    part === 'plan' && fact.months !== null
      ? [{ first: fact.months[0], last: fact.months[1], value }]
      : [],
  );
  for (const length of [3, 1]) {
    const steps = Array.from({ length: 12 / length }, (_, at) => ({
      first: at * length + 1,
      last: (at + 1) * length,
    }));
    const own = steps.map(
      ({ first, last }) =>
        plans.find((plan) => plan.first === first && plan.last === last)?.value ?? null,
    );
    if (own.every((value) => value !== null)) return own.map((value) => trim(value));
    const upTo = incrementsOf(
      steps.map(
        ({ last }) => plans.find((plan) => plan.first === 1 && plan.last === last)?.value ?? null,
      ),
    );
    if (upTo !== null) return upTo;
  }
  return null;
}

/** Writes what the cell states into the year's draft; answers the row's id. */
export function writeTargetCell(
  writing: Writing,
  indicator: IndicatorRow,
  unit: number,
  cell: FactCell,
): number | null {
  const { version } = openDraft(writing, cell.year);
  const plan = planStated(cell);
  const [id] = writeTarget(writing, version, indicator, unit, (before) => {
    const stated = statedParts(cell);
    let after = before;
    for (const { part, value } of stated) {
      if (part !== 'growth') after = putPart(after, part, value, indicator.places);
      else if (stated.some((one) => one.part === 'assured'))
        after = { ...after, assuredGrowth: figureOf(value) };
      else after = withTarget(after, 'assured', null, value, indicator.places);
    }
    return plan === null ? after : { ...after, plan: JSON.stringify(plan) };
  });
  return id ?? null;
}
