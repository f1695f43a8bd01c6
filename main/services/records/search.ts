/** The search over everything (Ctrl+K): Chinese, pinyin, initials and numbers, in all ledgers. */
import type { Hit, Hits } from '../../../preload/contract/project-life.ts';
import { ownLedgers } from '../../data/ledgers/own-ledgers.ts';
import { selectRecords } from '../../data/records/records.ts';
import { searchAll, type FoundRecord } from '../../data/records/search.ts';
import { ledgers } from '../../domain/ledgers/index.ts';
import type { Ledger } from '../../domain/ledgers/field.ts';
import type { Book } from '../book/book.ts';
import { rowOf } from './query.ts';

const LONGEST = 40;

/** At most `limit` hits, names that begin with the text first; nothing for an empty text. */
export async function searchEverything(
  book: Book,
  input: { readonly text: string; readonly limit: number },
): Promise<Hits> {
  const text = input.text.trim();
  if (text === '') return { hits: [], more: false };
  // its dictionary is large: not loaded before someone searches
  const { soundsOf } = await import('../../data/records/sound.ts');
  const searched = [
    ...Object.values(ledgers).filter((ledger) => ledger.code !== 'arrival'),
    ...ownLedgers(book.db).map((own) => own.ledger),
  ];
  const found = searchAll(book.db, searched, soundsOf, text, input.limit + 1);
  return {
    hits: hitsOf(book, searched, found.slice(0, input.limit), text),
    more: found.length > input.limit,
  };
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
