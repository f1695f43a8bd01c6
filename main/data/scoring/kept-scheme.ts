/**
 * A scheme (考核办法) as the book keeps it: indicators and units by id, so that a renamed one
 * scores on.
 */
import { schemeSchema } from '../../../preload/contract/scoring.ts';
import type { Scheme, ScoreRule, ScoreSource } from '../../domain/scoring/scheme.ts';
import { keptText, readKept, type KeptKind } from '../kept/document.ts';
import { named, referencesInFilters, referenceTo, type Filtered } from '../kept/references.ts';
import { ledgerIn } from '../ledgers/own-ledgers.ts';
import type { Reader } from '../open.ts';

const KIND: KeptKind<Scheme> = { version: 1, shape: schemeSchema };

/** @throws Fault kept.damaged, kept.newer */
export const keptScheme = (db: Reader, text: string, what: string): Scheme =>
  readKept(text, KIND, what, (content) => named(db, content));

export const schemeText = (db: Reader, scheme: Scheme): string =>
  keptText(KIND, {
    ...scheme,
    groups: scheme.groups.map((group) => ({
      ...group,
      units: group.units.map((name) => referenceTo(db, 'unit', name)),
    })),
    items: scheme.items.map((item) => ({ ...item, rule: ruleKept(db, item.rule) })),
  });

function ruleKept(db: Reader, rule: ScoreRule): unknown {
  if ('parts' in rule)
    return {
      ...rule,
      parts: rule.parts.map((part) => ({ ...part, source: sourceKept(db, part.source) })),
    };
  if (!('source' in rule)) return rule;
  const source = sourceKept(db, rule.source);
  if (rule.kind !== 'tiered') return { ...rule, source };
  const { from } = rule.source;
  const ledger = from === 'ledger' ? rule.source.ledger : null;
  return {
    ...rule,
    source,
    tiers: rule.tiers.map((tier) => ({
      ...tier,
      only: ledger === null ? tier.only : filtersKept(db, ledger, tier.only),
    })),
  };
}

function sourceKept(db: Reader, source: ScoreSource): unknown {
  if (source.from === 'indicator')
    return { ...source, indicator: referenceTo(db, 'indicator', source.indicator) };
  return source.from === 'ledger'
    ? { ...source, filters: filtersKept(db, source.ledger, source.filters) }
    : source;
}

const filtersKept = (
  db: Reader,
  ledger: string,
  filters: readonly Filtered[],
): readonly unknown[] => referencesInFilters(db, ledgerIn(db, ledger)?.fields ?? [], filters);
