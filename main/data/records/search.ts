/**
 * The index of the search over all ledgers: words by trigrams, names also by their sound; made and
 * mended while nobody asks, or at the latest when somebody does.
 */
import type { Ledger } from '../../domain/ledgers/field.ts';
import { idsOfRuns, keepFresh, rowsBehind } from '../derived/project-derived.ts';
import { transaction, type Reader, type BookWriter } from '../open.ts';
import { askCount, askRows, askTuples, shape, tupleShape, writer, type RowOf } from '../rows.ts';
import { storedCell } from '../ledgers/columns.ts';
import type { AuditedTable } from '../audited-tables.ts';

const FOUND = shape({
  ledger: 'text',
  id: 'integer',
  /**
   * 0: the name begins with the text, 1: holds it, 2: another field does, 3: the name sounds like
   * it
   */
  rank: 'integer',
});
export type FoundRecord = RowOf<typeof FOUND>;

/** How a name sounds, as main/data/records/sound.ts tells; handed in, since that is loaded late. */
export type Sounds = (name: string) => string;

/** A text of fewer characters has no trigram: it is looked for in every entry. */
const GRAM = 3;
/** signs of a name that the schema keeps in order, and how many hits are put in order */
const [HEAD, ENOUGH] = [12, 300];

/**
 * Records whose words hold `text`, or whose names sound like it; the best first, at most `limit`.
 */
export function searchAll(
  db: Reader,
  ledgers: readonly Ledger[],
  soundsOf: Sounds,
  text: string,
  limit: number,
): readonly FoundRecord[] {
  freshEntries(db, ledgers, soundsOf);
  const sound = typedSound(text);
  const [words, heard] = [text.toLowerCase(), sound ?? '\u0000'];
  const rank = `CASE WHEN instr(words, :words) = 1 THEN 0 WHEN instr(words, :words) BETWEEN 1 AND instr(words, char(10)) THEN 1 WHEN instr(words, :words) > 0 THEN 2 ELSE 3 END`;
  const holds = '(instr(words, :words) > 0 OR instr(sounds, :heard) > 0)';
  const query = matchOf(words, sound);
  const bound = { words, heard, limit };
  if (query === null)
    return askRows(
      db,
      FOUND,
      `SELECT ledger, record_id AS id, ${rank} AS rank FROM search_entry WHERE ${holds} ORDER BY rank, id LIMIT :limit`,
      bound,
    );
  // of what very many records hold, the names that begin so and the first few hundred are looked
  // at: no list shows more
  const sql = `WITH heads AS (SELECT id FROM search_entry WHERE substr(words, 1, ${HEAD}) BETWEEN :head AND :head || char(1114111) AND instr(words, :words) = 1 LIMIT :limit),
    held AS (SELECT id FROM (SELECT rowid AS at FROM search_index WHERE search_index MATCH :query) CROSS JOIN search_entry ON search_entry.id = at WHERE ${holds} LIMIT ${ENOUGH})
    SELECT ledger, record_id AS id, ${rank} AS rank FROM search_entry WHERE id IN (SELECT id FROM heads UNION SELECT id FROM held) ORDER BY rank, id LIMIT :limit`;
  const head = [...words].slice(0, HEAD).join('');
  return askRows(db, FOUND, sql, { ...bound, query, head });
}

/**
 * Every trigram of the words, or of the sound; the entries found are then looked at themselves.
 * Null where one has none.
 */
function matchOf(words: string, sound: string | null): string | null {
  const parts = sound === null || sound === words ? [words] : [words, sound];
  if (parts.some((part) => [...part].length < GRAM)) return null;
  return parts
    .map(
      (part) =>
        `(${gramsOf(part)
          .map((gram) => `"${gram.replaceAll('"', '""')}"`)
          .join(' AND ')})`,
    )
    .join(' OR ');
}

/**
 * What is typed as a sound: letters and digits with a letter among them, spaces and apostrophes
 * left out (hai tai, xi'an); null for anything else.
 */
function typedSound(text: string): string | null {
  const letters = text
    .toLowerCase()
    .replace(/[\s'’]/g, '')
    .replaceAll('ü', 'v');
  return /^[a-z0-9]*[a-z][a-z0-9]*$/.test(letters) ? letters : null;
}

function gramsOf(text: string): readonly string[] {
  const characters = [...text];
  return [
    ...new Set(
      characters
        .slice(0, characters.length - GRAM + 1)
        .map((_, at) => characters.slice(at, at + GRAM).join('')),
    ),
  ];
}

const tablesOf = (ledgers: readonly Ledger[]): readonly AuditedTable[] =>
  ledgers.map((ledger) => ledger.code as AuditedTable);

/** How many records the index has still to take in. */
export const entriesBehind = (db: Reader, ledgers: readonly Ledger[]): number =>
  rowsBehind(db, 'search', tablesOf(ledgers));

/** Takes in what was written since the last time. */
export function freshEntries(db: Reader, ledgers: readonly Ledger[], soundsOf: Sounds): void {
  keepFresh(db, 'search', tablesOf(ledgers), (tx, news) => {
    if (news.since === null)
      tx.exec(
        "DELETE FROM search_entry; INSERT INTO search_index (search_index) VALUES ('delete-all');",
      );
    const add = adder(tx);
    const heard = new Map<string, string>();
    const soundOf = (text: string): string => {
      const known = heard.get(text) ?? soundsOf(text);
      heard.set(text, known);
      return known;
    };
    for (const ledger of ledgers) {
      const ids = news.since === null ? null : idsOfRuns(news.touched(ledger.code as AuditedTable));
      if (ids !== null) forget(tx, ledger, ids);
      if (ids === null || ids.length > 0)
        for (const entry of entriesOf(tx, ledger, soundOf, ids)) add(entry);
    }
  });
}

const ENTRY = shape({ id: 'integer', words: 'text', sounds: 'text' });
const UNINDEXED =
  'SELECT count(*) FROM search_entry WHERE id NOT IN (SELECT id FROM search_index_docsize)';

/** How many entries are not what the records say, or missing, or nobody's any more. */
export function wrongEntries(db: Reader, ledgers: readonly Ledger[], soundsOf: Sounds): number {
  freshEntries(db, ledgers, soundsOf);
  const differing = ledgers.reduce((sum, ledger) => {
    const kept = new Map(
      askRows(
        db,
        ENTRY,
        'SELECT record_id AS id, words, sounds FROM search_entry WHERE ledger = ?',
        ledger.code,
      ).map(({ id, words, sounds }) => [id, `${words}\u0000${sounds}`]),
    );
    let wrong = 0;
    for (const { id, words, sounds } of entriesOf(db, ledger, soundsOf, null)) {
      if (kept.get(id) !== `${words}\u0000${sounds}`) wrong += 1;
      kept.delete(id);
    }
    return sum + wrong + kept.size;
  }, 0);
  return differing + askCount(db, UNINDEXED);
}

/** Makes the whole index anew. */
export function remakeEntries(db: Reader, ledgers: readonly Ledger[], soundsOf: Sounds): void {
  transaction(db, (tx) => tx.exec("DELETE FROM derived WHERE name = 'search'"));
  freshEntries(db, ledgers, soundsOf);
}

function forget(db: BookWriter, ledger: Ledger, ids: readonly number[]): void {
  const bound = { ledger: ledger.code, ids: JSON.stringify(ids) };
  const mine = 'ledger = :ledger AND record_id IN (SELECT value FROM json_each(:ids))';
  writer(
    db,
    `DELETE FROM search_index WHERE rowid IN (SELECT id FROM search_entry WHERE ${mine})`,
  ).run(bound);
  writer(db, `DELETE FROM search_entry WHERE ${mine}`).run(bound);
}

interface Entry {
  readonly ledger: string;
  readonly id: number;
  readonly words: string;
  readonly sounds: string;
}

/**
 * The name first, then every other field of words, each on a line of its own so that no text is
 * found across two.
 */
function* entriesOf(
  db: Reader,
  ledger: Ledger,
  soundsOf: Sounds,
  ids: readonly number[] | null,
): Generator<Entry> {
  const own = ledger.fields.filter(
    (field) =>
      (field.kind === 'text' || field.kind === 'long' || field.kind === 'phone') &&
      storedCell(ledger, field) === `${ledger.code}.${field.code}`,
  );
  const codes = [
    ledger.nameField,
    ...own.map((field) => field.code).filter((code) => code !== ledger.nameField),
  ].filter((code) => own.some((field) => field.code === code));
  if (codes[0] !== ledger.nameField) return;
  const spoken = own
    .filter(
      (field) =>
        field.code === ledger.nameField ||
        (ledger.searched.includes(field.code) && field.kind === 'text'),
    )
    .map((field) => codes.indexOf(field.code));
  const where = ids === null ? '' : 'WHERE id IN (SELECT value FROM json_each(?))';
  const entry = tupleShape('integer', ...codes.map(() => 'text?' as const));
  const sql = `SELECT id, ${codes.join(', ')} FROM ${ledger.code} ${where} ORDER BY id`;
  const rows = askTuples(db, entry, sql, ...(ids === null ? [] : [JSON.stringify(ids)]));
  for (const [id, ...texts] of rows) {
    const words = `${texts
      .filter((text, at) => at === 0 || text !== null)
      .map((text) => text ?? '')
      .join('\n')
      .toLowerCase()}\n`;
    yield {
      ledger: ledger.code,
      id,
      words,
      sounds: spoken
        .flatMap((at) => texts[at] ?? [])
        .map(soundsOf)
        .filter((sound) => sound !== '')
        .join('\n'),
    };
  }
}

function adder(db: BookWriter): (entry: Entry) => void {
  const entry = writer(
    db,
    'INSERT INTO search_entry (ledger, record_id, words, sounds) VALUES (?, ?, ?, ?)',
  );
  const index = writer(db, 'INSERT INTO search_index (rowid, words, sounds) VALUES (?, ?, ?)');
  return ({ ledger, id, words, sounds }) => {
    const { lastInsertRowid } = entry.run(ledger, id, words, sounds);
    index.run(lastInsertRowid, words, sounds);
  };
}
