/** The search over everything (Ctrl+K): Chinese, pinyin, initials and numbers, in all ledgers. */
import type { Hit, Hits } from '../../../preload/contract/search.ts';
import { ownLedgers } from '../../data/ledgers/own-ledgers.ts';
import { selectRecords } from '../../data/records/records.ts';
import {
  entriesBehind,
  freshEntries,
  remakeEntries,
  searchAll,
  wrongEntries,
  type FoundRecord,
  type Sounds,
} from '../../data/records/search.ts';
import type { Reader } from '../../data/open.ts';
import { ledgers } from '../../domain/ledgers/index.ts';
import type { Ledger } from '../../domain/ledgers/field.ts';
import type { Book } from '../book/book.ts';
import { rowOf } from './query.ts';

const LONGEST = 40;
/** behind every rank of a name that was found */
const NOT_NAMED = 4;

// it is large: not loaded before it is needed
const dictionary = async (): Promise<Sounds> =>
  (await import('../../data/records/sound.ts')).soundsOf;

const searchedIn = (db: Reader): readonly Ledger[] => [
  ...Object.values(ledgers).filter((ledger) => ledger.code !== 'arrival'),
  ...ownLedgers(db).map((own) => own.ledger),
];

/**
 * Up to so many records the index is brought up to date while nobody asks: a click in that second
 * waits no longer than a breath. More wait for the first search.
 */
const WHILE_IDLE = 5000;

/** Takes into the index what was written, where that is quickly done. */
export async function freshSearch(book: Book): Promise<void> {
  const behind = entriesBehind(book.db, searchedIn(book.db));
  if (behind === 0 || behind > WHILE_IDLE) return;
  const soundsOf = await dictionary();
  if (book.db.open) freshEntries(book.db, searchedIn(book.db), soundsOf);
}

/**
 * Holds the index against the records and makes it anew where they differ; answers how many entries
 * did.
 */
export async function mendSearch({ db }: Book): Promise<number> {
  const soundsOf = await dictionary();
  const searched = searchedIn(db);
  const wrong = wrongEntries(db, searched, soundsOf);
  if (wrong > 0) remakeEntries(db, searched, soundsOf);
  return wrong;
}

/** At most `limit` hits, names that begin with the text first; nothing for an empty text. */
export async function searchEverything(
  book: Book,
  input: { readonly text: string; readonly limit: number },
): Promise<Hits> {
  const text = input.text.trim();
  if (text === '') return { hits: [], more: false };
  const soundsOf = await dictionary();
  const searched = searchedIn(book.db);
  const found = searchAll(book.db, searched, soundsOf, text, input.limit + 1);
  return {
    hits: hitsOf(book, searched, found.slice(0, input.limit), text),
    more: found.length > input.limit,
  };
}

/**
 * Among names that the window knows, indicators and reports, by their words, pinyin and initials.
 */
export async function searchNames(input: {
  readonly text: string;
  readonly names: readonly string[];
}): Promise<readonly number[]> {
  const text = input.text.trim().toLowerCase();
  if (text === '') return [];
  const soundsOf = /^[a-z0-9]+$/.test(text) ? await dictionary() : null;
  const rankOf = (name: string): number => {
    const at = name.toLowerCase().indexOf(text);
    if (at !== -1) return at === 0 ? 0 : 1;
    const sounds = soundsOf?.(name).split('\n') ?? [];
    if (sounds.some((sound) => sound.startsWith(text))) return 2;
    return sounds.some((sound) => sound.includes(text)) ? 3 : NOT_NAMED;
  };
  return input.names
    .map((name, at) => ({ at, rank: rankOf(name) }))
    .filter((one) => one.rank < NOT_NAMED)
    .toSorted((a, b) => a.rank - b.rank)
    .map((one) => one.at);
}

function hitsOf(
  { db }: Book,
  searched: readonly Ledger[],
  found: readonly FoundRecord[],
  text: string,
): readonly Hit[] {
  const rows = new Map(
    searched.flatMap((ledger) => {
      const ids = found.filter((one) => one.ledger === ledger.code).map((one) => one.id);
      return ids.length === 0
        ? []
        : selectRecords(db, ledger, ids).map(
            (stored) => [`${ledger.code} ${Number(stored['id'])}`, rowOf(ledger, stored)] as const,
          );
    }),
  );
  return found.flatMap((one): Hit[] => {
    const [ledger, row] = [
      searched.find((each) => each.code === one.ledger),
      rows.get(`${one.ledger} ${one.id}`),
    ];
    if (ledger === undefined || row === undefined) return [];
    const holding =
      one.rank === 2
        ? ledger.fields.find((field) =>
            String(row[field.code] ?? '')
              .toLowerCase()
              .includes(text.toLowerCase()),
          )
        : undefined;
    const about =
      holding === undefined
        ? null
        : `${holding.label}：${around(String(row[holding.code] ?? ''), text)}`;
    return [
      {
        ledger: ledger.code,
        id: one.id,
        name: String(row[ledger.nameField] ?? ''),
        ledgerLabel: ledger.label,
        about,
        by: one.rank === 3 ? 'pinyin' : /^\d+$/.test(text) ? 'number' : 'text',
      },
    ];
  });
}

/** The part of a long text that holds the words. */
function around(whole: string, text: string): string {
  if (whole.length <= LONGEST) return whole;
  const from = Math.max(0, whole.toLowerCase().indexOf(text.toLowerCase()) - LONGEST / 4);
  return `${from > 0 ? '…' : ''}${whole.slice(from, from + LONGEST)}${from + LONGEST < whole.length ? '…' : ''}`;
}
