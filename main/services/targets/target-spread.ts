/**
 * Spreading the county's figure over units: by last year's, evenly, or by another indicator; the
 * parts add up to it exactly.
 */
import type { Saved } from '../../../preload/contract/records.ts';
import { targetAt, targetsOf } from '../../data/targets/targets.ts';
import type { IndicatorRow } from '../../data/targets/indicators.ts';
import { setting } from '../../data/settings.ts';
import type { Writing } from '../../data/write.ts';
import type { Decimal } from '../../domain/exact/decimal.ts';
import { spreadAmount } from '../../domain/exact/spread.ts';
import { Fault } from '../../domain/fault.ts';
import { wholeOfCounty } from '../../domain/progress/words.ts';
import { indicatorFigureText } from '../../domain/targets/indicator.ts';
import { readIndicatorFigure } from '../../domain/targets/indicator-figure.ts';
import { PART_LABELS, type PartName, type TargetVersion } from '../../domain/targets/target.ts';
import { command, type Book } from '../book/book.ts';
import { indicatorRow } from './indicators.ts';
import { namesOf, putPart, unitOf, valueRead, writeTarget } from './target-edit.ts';
import { targetDraftOf, TARGET_AREAS } from './versions.ts';

export interface Spreading {
  readonly year: number;
  readonly indicator: number;
  readonly part: PartName;
  readonly units: readonly number[];
  readonly rule: 'base' | 'even' | { readonly indicator: number };
  readonly total: string | null;
}

/**
 * Spreads the county's figure (or `total`) over units; the parts add up to it exactly. @throws
 * Fault target.spread
 */
export function spreadTarget(book: Book, input: Spreading): Saved {
  return command(book, '按规则分解目标', TARGET_AREAS, (writing) => {
    const indicator = indicatorRow(writing.db, input.indicator);
    const version = targetDraftOf(writing, input.year);
    const units = input.units.map((unit) => unitOf(writing.db, unit));
    const parts = spreadAmount(
      totalOf(writing, version, indicator, input),
      weightsOf(writing, version, units, input),
      indicator.places,
    );
    if (parts === null)
      throw new Fault('target.spread', {
        problem: '所选单位的数都是0，或有负数，不能据此分解。请更换分解方法。',
      });
    const ids = units.flatMap((unit, at) =>
      writeTarget(writing, version, indicator, unit, (before) =>
        putPart(before, input.part, parts[at] ?? '0', indicator),
      ),
    );
    return { change: writing.change, ids };
  });
}

function totalOf(
  writing: Writing,
  version: TargetVersion,
  indicator: IndicatorRow,
  { part, total }: Spreading,
): Decimal {
  if (total !== null) {
    const typed = valueRead(readIndicatorFigure(total, indicator.measure), total, '要分的总数');
    if (typed !== null) return typed;
  }
  const county = targetAt(writing.db, version.id, indicator.id, unitOf(writing.db, null));
  const figure = county?.[part] ?? null;
  if (figure === null)
    throw new Fault('target.spread', {
      problem: `“${indicator.name}”尚无${wholeOfCounty(setting(writing.db, 'county') ?? '')}${PART_LABELS[part]}数。请先填写，再分解。`,
    });
  return indicatorFigureText(figure);
}

function weightsOf(
  writing: Writing,
  version: TargetVersion,
  units: readonly number[],
  { rule, indicator }: Spreading,
): readonly Decimal[] {
  if (rule === 'even') return units.map(() => '1');
  const [by, part] =
    rule === 'base' ? [indicator, 'base' as const] : [rule.indicator, 'assured' as const];
  const rows = new Map(targetsOf(writing.db, version.id, by).map((row) => [row.unit, row[part]]));
  const lacking = units.filter((unit) => (rows.get(unit) ?? null) === null);
  if (lacking.length > 0)
    throw new Fault('target.spread', {
      problem: `${lacking.map(namesOf(writing.db)).join('、')}没有“${indicatorRow(writing.db, by).name}”${PART_LABELS[part]}数，不能按它分。填上，或不选这些单位。`,
    });
  return units.map((unit) => indicatorFigureText(rows.get(unit) ?? 0n));
}
