/** Records of which a row may tell in other words: 东方纺织公司 and 东方纺织有限公司, 城关镇人民政府 and 城关镇. */
import { namesOfRecords } from '../../data/records/names.ts';
import type { Ledger } from '../../domain/ledgers/field.ts';
import { recordCodeOf } from '../../domain/ledgers/identity.ts';
import { kindOfName } from '../../domain/ledgers/unit.ts';
import { bareName } from '../../domain/read/near-name.ts';
import { matchUnit } from '../../domain/read/unit-name.ts';
import type { Book } from '../book/book.ts';
import { listUnits } from '../units/units.ts';
import type { Load } from './existing.ts';
import type { Existing } from './existing-record.ts';
import type { PlannedValues } from './planned-values.ts';

/** A record that a row may mean, with what tells it from others. */
export interface Alike {
  readonly id: number;
  readonly name: string;
  readonly about: string;
}

type Named = ReturnType<typeof namesOfRecords>[number];

/** What stays of a name without the words that people add and leave out. */
const wordsOf = (name: string): string => bareName(name).replace(/公司$/, '');

/**
 * Problems, tasks and what users list differ by a sign often (甲厂, 乙厂): only words that say
 * nothing count as the same, and only where nothing else disagrees.
 */
export class OtherWords {
  private readonly book: Book;
  private readonly load: Load;
  private readonly known = new Map<string, ReadonlyMap<string, readonly Named[]>>();

  constructor(book: Book, load: Load) {
    [this.book, this.load] = [book, load];
  }

  alike(ledger: Ledger, values: PlannedValues): Alike | null {
    const name = values.get(ledger.nameField) ?? '';
    const found = (this.named(ledger).get(wordsOf(name)) ?? [])
      .slice(0, MOST)
      .find(
        (one) =>
          one.name !== name &&
          (one.code === null || recordCodeOf(ledger, values) === null) &&
          agree(ledger, values, this.load(ledger, one.id).values),
      );
    return found === undefined
      ? null
      : {
          id: found.id,
          name: found.name,
          about: aboutRecord(ledger, this.load(ledger, found.id).values),
        };
  }

  private named(ledger: Ledger): ReadonlyMap<string, readonly Named[]> {
    const known =
      this.known.get(ledger.code) ??
      Map.groupBy(namesOfRecords(this.book.db, ledger), ({ name }) => wordsOf(name));
    this.known.set(ledger.code, known);
    return known;
  }
}

/** So many records of one wording are told apart by something else. */
const MOST = 16;

const agree = (ledger: Ledger, values: PlannedValues, before: Existing['values']): boolean =>
  ledger.identity
    .filter((code) => code !== ledger.nameField)
    .every((code) => {
      const [now, was] = [values.get(code), before[code] ?? null];
      return now === null || was === null || now === was;
    });

export function aboutRecord(ledger: Ledger, values: Existing['values']): string {
  const told = [...new Set([ledger.codeField ?? '', 'company', ...ledger.identity])]
    .filter((field) => field !== ledger.nameField)
    .flatMap((field) => values[field] ?? []);
  return told.join('，');
}

/** The unit that a full name means where the list has its short one. */
export function sameUnit(book: Book, values: PlannedValues): Alike | null {
  const name = values.get('name') ?? '';
  // 城关村 is not 城关镇
  const kind = values.get('kind') ?? kindOfName(name);
  const units = listUnits(book);
  const county = units.find(({ kind }) => kind === 'county')?.name ?? '';
  const found = matchUnit(name, units, county);
  const unit = found.kind === 'exact' ? units.find(({ id }) => id === found.id) : undefined;
  return unit === undefined || unit.kind !== kind
    ? null
    : { id: unit.id, name: unit.name, about: '' };
}
