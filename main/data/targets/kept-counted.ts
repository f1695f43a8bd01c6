/** What an indicator counts of a ledger, as the book keeps it: the units of its filters by id. */
import { countedSchema, type CountedIndicator } from '../../../preload/contract/targets.ts';
import { keptText, readKept, type KeptKind } from '../kept/document.ts';
import { named, referencesInFilters } from '../kept/references.ts';
import { ledgerIn } from '../ledgers/own-ledgers.ts';
import type { Reader } from '../open.ts';

const KIND: KeptKind<CountedIndicator> = { version: 1, shape: countedSchema };

/** Null where the indicator's figures are typed in. @throws Fault kept.damaged, kept.newer */
export const countedIn = (
  db: Reader,
  { name, counted }: { readonly name: string; readonly counted: string | null },
): CountedIndicator | null =>
  counted === null
    ? null
    : readKept(counted, KIND, `指标“${name}”的统计口径`, (content) => named(db, content));

export const countedText = (db: Reader, counted: CountedIndicator): string =>
  keptText(KIND, {
    ...counted,
    filters: referencesInFilters(db, ledgerIn(db, counted.ledger)?.fields ?? [], counted.filters),
  });
