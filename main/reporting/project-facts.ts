/** What tables must know of projects beside their rows: shares, gates of parks, exchange rates; read when first asked for. */
import type { GateSetup } from '../../preload/contract/projects.ts';
import type { Share } from '../domain/credit.ts';
import type { Rates } from '../domain/exchange.ts';
import type { Book } from '../services/book.ts';
import { sharesByArrival, sharesByProject } from '../data/shares.ts';
import { gates } from '../services/gates.ts';
import { ratesInForce } from '../services/rates.ts';

export interface ProjectFacts {
  /** whom a project, or an arrival by its project, counts for; none where no unit is named */
  readonly sharesOf: (ledger: 'project' | 'arrival', id: number) => readonly Share[];
  readonly gates: () => readonly GateSetup[];
  readonly rates: () => Rates;
}

export function projectFacts({ db, ...rest }: Book): ProjectFacts {
  const known = new Map<string, ReadonlyMap<number, readonly Share[]>>();
  const shares = (ledger: 'project' | 'arrival'): ReadonlyMap<number, readonly Share[]> => {
    const read = known.get(ledger) ?? (ledger === 'project' ? sharesByProject(db) : sharesByArrival(db));
    known.set(ledger, read);
    return read;
  };
  return { sharesOf: (ledger, id) => shares(ledger).get(id) ?? [], gates: () => gates({ db, ...rest }), rates: () => ratesInForce(db) };
}
