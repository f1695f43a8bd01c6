/** Who uses a field of a ledger: an indicator that counts it, a scheme that reads it. What is used is neither hidden nor retired. */
import type { Reader } from '../../data/open.ts';
import { newestSchemes } from '../../data/scoring/scoring.ts';
import { countingIndicators } from '../../data/targets/indicators.ts';
import { Fault } from '../../domain/fault.ts';
import type { OwnLedger } from '../../domain/ledgers/own.ts';
import type { OwnDefinition } from '../../domain/ledgers/own-definition.ts';
import { changedKinds, movesStorage } from './own-kinds.ts';

interface Use {
  readonly ledger: string;
  readonly by: string;
  readonly fields: readonly string[];
}
interface Reading {
  readonly ledger?: unknown;
  readonly filters?: readonly { readonly field: string }[];
  readonly sum?: string | null;
  readonly unit?: string | null;
  readonly by?: string | null;
  readonly date?: string | null;
}

const fieldsOf = ({ filters = [], sum, unit, by, date }: Reading): readonly string[] =>
  [...filters.map((one) => one.field), sum, unit, by, date].filter(
    (code): code is string => typeof code === 'string',
  );

function uses(db: Reader): readonly Use[] {
  return [
    ...countingIndicators(db).map(({ name, counted }): Use => ({
      ...readingOf(JSON.parse(counted)),
      by: `指标“${name}”`,
    })),
    ...newestSchemes(db).flatMap(({ year, content }) =>
      readings(JSON.parse(content)).map((one): Use => ({ ...one, by: `${year}年考核办法` })),
    ),
  ];
}

const readingOf = (reading: Reading): Pick<Use, 'ledger' | 'fields'> => ({
  ledger: String(reading.ledger ?? ''),
  fields: fieldsOf(reading),
});

/** Wherever in a scheme a ledger is read. */
function readings(part: unknown): readonly Pick<Use, 'ledger' | 'fields'>[] {
  if (typeof part !== 'object' || part === null) return [];
  const own = 'ledger' in part ? [readingOf(part)] : [];
  return [...own, ...Object.values(part).flatMap(readings)];
}

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
