/**
 * What does not fit in a version's targets, each as a sentence with its figures; nothing is changed
 * by itself.
 */
import type { TargetIssue } from '../../../preload/contract/targets.ts';
import type { TargetRow } from '../../data/targets/targets.ts';
import type { UnitRow } from '../../data/units/units.ts';
import { compare } from '../../domain/exact/decimal.ts';
import { indicatorFigureText, type IndicatorFigure } from '../../domain/targets/indicator.ts';
import { planMissing, planOf, planSentence } from '../../domain/targets/target-plan.ts';
import {
  coverageSentence,
  growthFits,
  growthSentence,
  ofWhichSentence,
  stretchFits,
  stretchSentence,
  valueOfGrowth,
} from '../../domain/targets/target.ts';
import { wholeOfCounty } from '../../domain/progress/words.ts';
import { targetCoverage, type IndicatorTargets } from './target-lists.ts';

/** Of all indicators, in their order. */
export function targetIssues(
  lists: readonly IndicatorTargets[],
  units: readonly UnitRow[],
): readonly TargetIssue[] {
  const names = new Map(units.map((unit) => [unit.id, unit]));
  const whole = wholeOfCounty(units.find((unit) => unit.kind === 'county')?.name ?? '');
  const all = new Map(lists.map((list) => [list.indicator.id, list]));
  return lists.flatMap((list) => {
    const rows = [...(list.county === null ? [] : [list.county]), ...list.rows];
    const above = list.indicator.parent === null ? undefined : all.get(list.indicator.parent);
    return [
      ...coverageIssues(list, whole),
      ...rows.flatMap((row) =>
        rowIssues(
          list,
          row,
          row.unit === list.county?.unit ? null : row.unit,
          names.get(row.unit)?.name ?? '',
        ),
      ),
      ...(above === undefined ? [] : ofWhichIssues(list, above, names)),
      ...unassigned(list, names),
    ];
  });
}

function coverageIssues(list: IndicatorTargets, whole: string): readonly TargetIssue[] {
  const { indicator } = list;
  return (['assured', 'stretch'] as const).flatMap((part): TargetIssue[] => {
    const covered = targetCoverage(list, part);
    if (covered === null || covered.covers) return [];
    return [
      {
        indicator: indicator.id,
        unit: null,
        part,
        code: 'coverage',
        message: `${indicator.name}：${coverageSentence(covered, part, whole, indicator)}`,
      },
    ];
  });
}

function rowIssues(
  { indicator }: IndicatorTargets,
  row: TargetRow,
  unit: number | null,
  name: string,
): readonly TargetIssue[] {
  const issues: TargetIssue[] = [];
  const say = (part: TargetIssue['part'], code: TargetIssue['code'], message: string): void =>
    void issues.push({
      indicator: indicator.id,
      unit,
      part,
      code,
      message: `${name}${indicator.name}：${message}`,
    });
  const text = (figure: IndicatorFigure | null): string | null =>
    figure === null ? null : indicatorFigureText(figure);
  const [base, assured, stretch] = [text(row.base), text(row.assured), text(row.stretch)];
  if (assured !== null && stretch !== null && !stretchFits(indicator.direction, assured, stretch))
    say(
      'stretch',
      'stretch',
      stretchSentence(indicator.direction, assured, stretch, indicator.measure),
    );
  for (const [part, value, growth] of [
    ['assured', assured, text(row.assuredGrowth)],
    ['stretch', stretch, text(row.stretchGrowth)],
  ] as const) {
    if (
      base !== null &&
      value !== null &&
      growth !== null &&
      valueOfGrowth(base, growth, indicator) !== value &&
      !growthFits(base, value, growth, indicator.measure)
    )
      say(part, 'growth', growthSentence(base, value, growth, indicator));
  }
  const plan = planOf(row.plan);
  if (plan !== null && assured !== null && compare(planMissing(plan, assured), '0') !== 0)
    say('assured', 'plan', planSentence(plan, assured, indicator.measure));
  return issues;
}

/** 其中 may not exceed its whole: of one unit, in one measure. */
function ofWhichIssues(
  list: IndicatorTargets,
  whole: IndicatorTargets,
  names: ReadonlyMap<number, UnitRow>,
): readonly TargetIssue[] {
  if (list.indicator.measure !== whole.indicator.measure) return [];
  const pairs = [
    [list.county, whole.county] as const,
    ...list.rows.map(
      (row) => [row, whole.rows.find((one) => one.unit === row.unit) ?? null] as const,
    ),
  ];
  return pairs.flatMap(([row, above]): TargetIssue[] => {
    if (row === null || above === null) return [];
    return (['base', 'assured', 'stretch', 'upper'] as const).flatMap((part): TargetIssue[] => {
      const [value, limit] = [row[part], above[part]];
      if (value === null || limit === null || value <= limit) return [];
      const sentence = ofWhichSentence(
        part,
        { name: list.indicator.name, value: indicatorFigureText(value) },
        { name: whole.indicator.name, value: indicatorFigureText(limit) },
        list.indicator.measure,
      );
      return [
        {
          indicator: list.indicator.id,
          unit: row === list.county ? null : row.unit,
          part,
          code: 'ofWhich',
          message: `${names.get(row.unit)?.name ?? ''}${sentence}`,
        },
      ];
    });
  });
}

/** Units that had the indicator last year, or have a 力争, and no 确保 while others do. */
function unassigned(
  { indicator, rows }: IndicatorTargets,
  names: ReadonlyMap<number, UnitRow>,
): readonly TargetIssue[] {
  if (rows.every((row) => row.assured === null)) return [];
  return rows
    .filter((row) => row.assured === null && (row.base !== null || row.stretch !== null))
    .map((row): TargetIssue => ({
      indicator: indicator.id,
      unit: row.unit,
      part: 'assured',
      code: 'unassigned',
      message: `${names.get(row.unit)?.name ?? ''}尚无“${indicator.name}”的确保数。请填上。`,
    }));
}
