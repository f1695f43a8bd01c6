/**
 * Which printed tables somebody at this PC likes, opened last, and printed or saved when: kept on
 * this machine.
 */
import { create } from 'zustand';

interface TableHabits {
  readonly favourites: readonly string[];
  /** opened last, the newest first */
  readonly recent: readonly string[];
  /** when each was printed or saved last */
  readonly printed: Readonly<Record<string, string>>;
}
const KEY = 'table-habits';
const FEW = 4;
const NONE: TableHabits = { favourites: [], recent: [], printed: {} };

const textsOf = (given: unknown): readonly string[] =>
  Array.isArray(given) ? given.filter((one) => typeof one === 'string') : [];

/** A damaged setting is no reason not to start. */
function kept(): TableHabits {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null');
    if (typeof found !== 'object' || found === null) return NONE;
    const printed: unknown = Reflect.get(found, 'printed');
    return {
      favourites: textsOf(Reflect.get(found, 'favourites')),
      recent: textsOf(Reflect.get(found, 'recent')),
      printed: Object.fromEntries(
        typeof printed === 'object' && printed !== null
          ? Object.entries(printed).filter(([, at]) => typeof at === 'string')
          : [],
      ),
    };
  } catch {
    return NONE;
  }
}

export const useTableHabits = create<TableHabits>()(kept);
useTableHabits.subscribe((habits) => localStorage.setItem(KEY, JSON.stringify(habits)));

export const toggleFavouriteTable = (name: string): void =>
  useTableHabits.setState(({ favourites }) => ({
    favourites: favourites.includes(name)
      ? favourites.filter((one) => one !== name)
      : [...favourites, name],
  }));

export const tableOpened = (name: string): void =>
  useTableHabits.setState(({ recent }) => ({
    recent: [name, ...recent.filter((one) => one !== name)].slice(0, FEW),
  }));

export const tablePrinted = (name: string): void =>
  useTableHabits.setState(({ printed }) => ({
    printed: { ...printed, [name]: new Date().toISOString() },
  }));
