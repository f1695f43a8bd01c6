/**
 * Imported targets against those kept: base, 确保, 力争, growth and plans of a unit and an
 * indicator.
 */
import { newestVersion, targetAt, type TargetRow } from '../../data/targets/targets.ts';
import type { IndicatorRow } from '../../data/targets/indicators.ts';
import type { Reader } from '../../data/open.ts';
import type { Writing } from '../../data/write.ts';
import { trim, type Decimal } from '../../domain/exact/decimal.ts';
import { indicatorFigureOf, figureOrNull } from '../../domain/targets/indicator.ts';
import { incrementsOf, planOf, type TargetPlan } from '../../domain/targets/target-plan.ts';
import { growthFits, PART_LABELS } from '../../domain/targets/target.ts';
import type { CellPart, Compared, FactCell } from './fact-cells.ts';
import { putPart, withTarget, writeTarget } from '../targets/target-edit.ts';
import { openTargetDraft, versionName } from '../targets/versions.ts';

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
    label: LABELS[part],
    before: figureOrNull(row?.[STORED[part]] ?? null),
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
  const was = differingBefore(cell, row);
  const opens =
    version !== null && version.issuedOn !== null && all.some((one) => one.before !== one.after);
  return {
    parts: all,
    notes: [
      ...(opens ? [`${versionName(version)}已下达，导入的目标记到新的调整里。`] : []),
      ...was,
    ],
  };
}

const STORED = {
  base: 'base',
  assured: 'assured',
  stretch: 'stretch',
  upper: 'upper',
  growth: 'assuredGrowth',
  growthStretch: 'stretchGrowth',
} as const;
type TargetPart = keyof typeof STORED;
const LABELS: Readonly<Record<TargetPart, string>> = {
  ...PART_LABELS,
  growth: '确保增长',
  growthStretch: '力争增长',
};

/** What an adjustment says was the target before, where the book says otherwise. */
function differingBefore(cell: FactCell, row: TargetRow | null): readonly string[] {
  return cell.parts.flatMap(({ part, value }) => {
    const kept = part === 'wasAssured' ? row?.assured : part === 'wasStretch' ? row?.stretch : null;
    return kept === null || kept === undefined || kept === indicatorFigureOf(value)
      ? []
      : [
          `${cell.unitName}${cell.indicator.name}的原目标，表里是${value}，账里是${figureOrNull(kept) ?? ''}。请核对。`,
        ];
  });
}

const planText = (row: TargetRow | null): string | null =>
  (row === null ? null : planOf(row.plan))?.join('＋') ?? null;

interface Stated {
  readonly part: TargetPart;
  readonly value: Decimal;
  readonly fact: CellPart['fact'];
}

/**
 * One figure a part: a year's target that nobody called 确保 is the assured one; growth that the
 * figures themselves have says nothing more.
 */
function statedParts({ parts, indicator }: FactCell): readonly Stated[] {
  const one = (...names: readonly CellPart['part'][]): CellPart | undefined =>
    names
      .map((name) => parts.find(({ part }) => part === name))
      .find((found) => found !== undefined);
  const found = {
    base: one('base'),
    assured: one('assured', 'annual'),
    stretch: one('stretch'),
    upper: one('upper'),
  };
  const stated = (['base', 'assured', 'stretch', 'upper'] as const).flatMap((part): Stated[] =>
    found[part] === undefined ? [] : [{ part, value: found[part].value, fact: found[part].fact }],
  );
  const growths = (
    [
      ['growth', found.assured],
      ['growthStretch', found.stretch],
    ] as const
  ).flatMap(([part, target]): Stated[] => {
    const growth = one(part);
    return growth === undefined ||
      (found.base !== undefined &&
        target !== undefined &&
        growthFits(found.base.value, target.value, growth.value, indicator.measure))
      ? []
      : [{ part, value: growth.value, fact: growth.fact }];
  });
  return [...stated, ...growths];
}

/**
 * Four quarters or twelve months as increments, also where they are stated as cumulative figures;
 * null where some are not there.
 */
function planStated({ parts }: FactCell): TargetPlan | null {
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

const GROWTH_OF = { growth: 'assured', growthStretch: 'stretch' } as const;

/** Writes what the cell states into the year's draft; answers the row's id. */
export function writeTargetCell(
  writing: Writing,
  indicator: IndicatorRow,
  unit: number,
  cell: FactCell,
): number | null {
  const { version } = openTargetDraft(writing, cell.year);
  const plan = planStated(cell);
  const [id] = writeTarget(writing, version, indicator, unit, (before) => {
    const stated = statedParts(cell);
    let after = before;
    for (const { part, value } of stated) {
      if (part !== 'growth' && part !== 'growthStretch') {
        after = putPart(after, part, value, indicator);
        continue;
      }
      const of = GROWTH_OF[part];
      if (stated.some((one) => one.part === of))
        after = { ...after, [STORED[part]]: indicatorFigureOf(value) };
      else after = withTarget(after, of, null, value, indicator);
    }
    return plan === null ? after : { ...after, plan: JSON.stringify(plan) };
  });
  return id ?? null;
}
