/**
 * Who uses a field of a ledger: an indicator that counts it, a scheme that reads it. What is used
 * is neither hidden nor retired.
 */
import { countingIndicators } from '../../data/targets/indicators.ts';
import { countedIn } from '../../data/targets/kept-counted.ts';
import type { Reader } from '../../data/open.ts';
import { schemesInForce } from '../../data/scoring/scoring.ts';
import { Fault } from '../../domain/fault.ts';
import type { OwnLedger } from '../../domain/ledgers/own.ts';
import type { OwnDefinition } from '../../domain/ledgers/own-definition.ts';
import {
  sourcesOf,
  type Filter,
  type ScoreRule,
  type ScoreSource,
} from '../../domain/scoring/scheme.ts';
import type { Book } from '../book/book.ts';
import { refuseMeasure } from '../records/counted-amounts.ts';
import { checkCounting } from '../records/counted.ts';
import { fieldNamed, ledgerNamed, selectionOf } from '../records/query.ts';
import { changedKinds, movesStorage } from './own-kinds.ts';

interface Use {
  readonly ledger: string;
  readonly by: string;
  readonly fields: readonly string[];
  /** throws a Fault where the ledger has no longer what is asked of it */
  readonly check: (book: Book) => void;
}

/** @throws Fault kept.damaged, kept.newer */
function usesOfFields(db: Reader): readonly Use[] {
  const indicators = countingIndicators(db).flatMap((row): readonly Use[] => {
    const counted = countedIn(db, row);
    if (counted === null) return [];
    const { ledger, filters, sum, unit, date } = counted;
    const fields = [...codesOf(filters), ...said(sum, unit, date)];
    const check = (book: Book): void =>
      checkCounting(book, { counted, measure: row.measure, kind: row.kind });
    return [{ ledger, by: `指标“${row.name}”`, fields, check }];
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
    if (source.from === 'overdue')
      return [{ ledger: source.ledger, by, fields: [source.by], check: () => undefined }];
    if (source.from !== 'ledger') return [];
    const tiers = rule.kind === 'tiered' ? rule.tiers.map((tier) => tier.only) : [];
    const { ledger, filters, sum, date } = source;
    const fields = [...codesOf([...filters, ...tiers.flat()]), ...said(sum, source.by, date)];
    return [{ ledger, by, fields, check: ({ db }) => checkSource(db, source, tiers) }];
  });

function checkSource(
  db: Reader,
  { ledger: code, filters, sum, measure, date }: Extract<ScoreSource, { from: 'ledger' }>,
  tiers: readonly (readonly Filter[])[],
): void {
  const ledger = ledgerNamed(code, db);
  for (const more of [[], ...tiers])
    selectionOf(
      { ledger: code, filters: [...filters, ...more], search: '', sort: [], group: [] },
      db,
    );
  if (sum !== null) refuseMeasure(fieldNamed(ledger, sum), measure);
  if (date !== null && fieldNamed(ledger, date).kind !== 'day')
    throw new Fault('indicator.definition', { why: date });
}

const works = (book: Book, use: Use): boolean => {
  try {
    use.check(book);
    return true;
  } catch (error) {
    if (error instanceof Fault) return false;
    throw error;
  }
};

/** Who counts by the ledger as it stands. */
export const usesThatWork = (book: Book, ledger: string): readonly Use[] =>
  usesOfFields(book.db).filter((use) => use.ledger === ledger && works(book, use));

/**
 * To be called when the new definition is written. @throws Fault ledger.wrong naming who counted by
 * the ledger and cannot any more: a choice that is filtered by is gone, a sum's measure is another
 * kind's
 */
export function refuseBroken(book: Book, uses: readonly Use[]): void {
  const broken = uses.find((use) => !works(book, use));
  if (broken !== undefined)
    throw new Fault('ledger.wrong', {
      problem: `${broken.by}正用这本台账统计，修改后无法统计。请先修改${broken.by}`,
    });
}

/**
 * @throws Fault ledger.wrong naming who still uses a field that is hidden or goes on as another, or
 * a ledger that is retired
 */
export function refuseFieldsInUse(db: Reader, before: OwnLedger, after: OwnDefinition): void {
  const hidden = after.fields.filter(
    (field) =>
      field.hidden &&
      before.definition.fields.some((one) => one.code === field.code && !one.hidden),
  );
  const moved = changedKinds(before.definition, after)
    .filter(movesStorage)
    .map((change) => change.from);
  for (const use of usesOfFields(db)) {
    if (use.ledger !== before.code) continue;
    const [out, other] = [hidden, moved].map((fields) =>
      fields.find((one) => use.fields.includes(one.code)),
    );
    if (out !== undefined)
      throw new Fault('ledger.wrong', {
        problem: `${use.by}正用“${out.label}”统计，不能隐藏。请先修改${use.by}`,
      });
    if (other !== undefined)
      throw new Fault('ledger.wrong', {
        problem: `${use.by}正用“${other.label}”统计，不能更换类型。请先修改${use.by}`,
      });
    if (after.retired && !before.definition.retired)
      throw new Fault('ledger.wrong', {
        problem: `${use.by}正用这本台账统计，不能停用。请先修改${use.by}`,
      });
  }
}
