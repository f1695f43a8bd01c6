/** Who uses a field of a ledger: an indicator that counts it, a scheme that reads it. What is used is neither hidden nor retired. */
import { countingIndicators } from '../../data/targets/indicators.ts';
import { countedIn } from '../../data/targets/kept-counted.ts';
import type { Reader } from '../../data/open.ts';
import { schemesInForce } from '../../data/scoring/scoring.ts';
import { Fault } from '../../domain/fault.ts';
import type { OwnLedger } from '../../domain/ledgers/own.ts';
import type { OwnDefinition } from '../../domain/ledgers/own-definition.ts';
import { sourcesOf, type Filter, type ScoreRule } from '../../domain/scoring/scheme.ts';
import { changedKinds, movesStorage } from './own-kinds.ts';

interface Use {
  readonly ledger: string;
  readonly by: string;
  readonly fields: readonly string[];
}

/** @throws Fault kept.damaged, kept.newer */
function uses(db: Reader): readonly Use[] {
  const indicators = countingIndicators(db).flatMap((row): readonly Use[] => {
    const counted = countedIn(db, row);
    if (counted === null) return [];
    const { ledger, filters, sum, unit, date } = counted;
    return [
      { ledger, by: `指标“${row.name}”`, fields: [...codesOf(filters), ...said(sum, unit, date)] },
    ];
  });
  const schemes = schemesInForce(db).flatMap(({ year, items }) =>
    items.flatMap(({ rule }) => usesOf(rule, `${year}年考核办法`)),
  );
  return [...indicators, ...schemes];
}

const codesOf = (filters: readonly Filter[]): readonly string[] => filters.map((one) => one.field);
const said = (...codes: readonly (string | null)[]): readonly string[] =>
  codes.filter((code) => code !== null);

const usesOf = (rule: ScoreRule, by: string): readonly Use[] =>
  sourcesOf(rule).flatMap((source): readonly Use[] => {
    if (source.from === 'overdue') return [{ ledger: source.ledger, by, fields: [source.by] }];
    if (source.from !== 'ledger') return [];
    const only = rule.kind === 'tiered' ? rule.tiers.flatMap((tier) => codesOf(tier.only)) : [];
    const { ledger, filters, sum, date } = source;
    return [{ ledger, by, fields: [...codesOf(filters), ...only, ...said(sum, source.by, date)] }];
  });

/** @throws Fault ledger.wrong naming who still uses a field that is hidden or goes on as another, or a ledger that is retired */
export function refuseFieldsInUse(db: Reader, before: OwnLedger, after: OwnDefinition): void {
  const hidden = after.fields.filter(
    (field) =>
      field.hidden &&
      before.definition.fields.some((one) => one.code === field.code && !one.hidden),
  );
  const moved = changedKinds(before.definition, after)
    .filter(movesStorage)
    .map((change) => change.from);
  for (const use of uses(db)) {
    if (use.ledger !== before.code) continue;
    const [out, other] = [hidden, moved].map((fields) =>
      fields.find((one) => use.fields.includes(one.code)),
    );
    if (out !== undefined)
      throw new Fault('ledger.wrong', {
        problem: `${use.by}正用“${out.label}”统计，不能隐藏。先改${use.by}`,
      });
    if (other !== undefined)
      throw new Fault('ledger.wrong', {
        problem: `${use.by}正用“${other.label}”统计，不能换类型。先改${use.by}`,
      });
    if (after.retired && !before.definition.retired)
      throw new Fault('ledger.wrong', {
        problem: `${use.by}正用这本台账统计，不能停用。先改${use.by}`,
      });
  }
}
