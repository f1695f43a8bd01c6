/**
 * Forms and cards: a name beside its value, pair after pair, one card or several on a sheet; read
 * as the pairs of each card.
 */
import { measureOf } from '../../domain/exact/measure.ts';
import type { Ledger } from '../../domain/ledgers/field.ts';
import { IMPORTABLE, isHeaderWord, namesOfFields } from './dictionary.ts';
import { headMeaning } from './head-grammar.ts';
import { inlinePairs, isOfTheSheet } from './inline-pairs.ts';
import type { CellValue, SheetMerge, SourceSheet } from './sheet.ts';
import { bareWord, monthOfHeader, squeezeWords, unbracketed, withoutMeasure } from './words.ts';

export interface CardPlace {
  readonly row: number;
  readonly column: number;
}
/** A name with what stands beside it; the value's place is that of its first cell. */
export interface CardPair {
  readonly name: string;
  readonly value: CellValue;
  readonly place: CardPlace;
  /** of the name */
  readonly column: number;
}
/** What the cards of a sheet say, and what on it belongs to none of them. */
export interface Cards {
  /** the first row of the first card */
  readonly first: number;
  readonly cards: readonly (readonly CardPair[])[];
  readonly rest: readonly CardRest[];
}
/** A heading, or a line of the sheet as such: 填报单位 beside its name. */
export interface CardRest {
  readonly row: number;
  readonly cell: CellValue;
}

/** So many rows show whether a sheet is made of cards. */
const LOOKED_AT = 40;
const MOST_ROWS = 20_000;
/** So many names of one ledger's fields make a card. */
const FEWEST_FIELDS = 3;
const LONGEST_NAME = 20;

/** The sheet's cards; null where it is anything else. */
export function cardsOf(sheet: SourceSheet): Cards | null {
  if (sheet.rows.length > MOST_ROWS) return null;
  const looked = pairsIn(sheet, LOOKED_AT, [0, Infinity]);
  const ledger = ledgerOf(looked);
  if (ledger === null || !areCards(looked) || hasHead(sheet)) return null;
  const [rest, cards]: [CardRest[], (readonly CardPair[])[]] = [[], []];
  for (const band of bandsOf(looked, ledger)) {
    const read = pairsIn(sheet, sheet.rows.length, band);
    const own = apart(read.rows, ledger);
    if (own === null) return null;
    cards.push(...own);
    rest.push(...read.rest);
  }
  const first = Math.min(...cards.flat().map(({ place }) => place.row));
  return cards.length === 0 ? null : { first, cards, rest };
}

/** From this column up to before that one. */
type Band = readonly [number, number];

/** Cards that stand beside each other, by the columns that they take. */
function bandsOf({ rows }: PairRows, ledger: Ledger): readonly Band[] {
  const titles = rows.map((row) =>
    row.filter(({ name }) => fieldNamed(ledger, name) === ledger.nameField),
  );
  const widest = titles.reduce((a, b) => (b.length > a.length ? b : a), []);
  const starts = [0, ...widest.slice(1).map(({ column }) => column)];
  return starts.map((start, at): Band => [start, starts[at + 1] ?? Infinity]);
}

interface PairRows {
  readonly rows: readonly (readonly CardPair[])[];
  readonly rest: readonly CardRest[];
  /** rows with anything in them, from the first pair to the last */
  readonly filled: number;
}

/** A pair while its row is read. */
interface OpenPair {
  readonly name: string;
  readonly column: number;
  value: CellValue;
  place: CardPlace;
  /** the column right of the name */
  readonly next: number;
  readonly bottom: number;
}

function pairsIn(sheet: SourceSheet, most: number, band: Band): PairRows {
  const end = Math.min(most, sheet.rows.length);
  const spans = spansOf(sheet.merges);
  const names = nameColumns(sheet, end);
  const rows: CardPair[][] = [];
  const rest: CardRest[] = [];
  const tall = new Map<number, OpenPair>();
  let [filled, first, last] = [0, -1, -1];
  for (let row = 0; row < end; row++) {
    const pairs = rowPairs(sheet, row, { spans, names, tall, rest, band });
    if ((sheet.rows[row] ?? []).some((cell) => cell !== null && cell !== '')) filled += 1;
    if (pairs.length === 0) continue;
    if (first < 0) [first, filled] = [row, 1];
    last = filled;
    rows.push(pairs);
  }
  return { rows, rest, filled: last };
}

interface RowLook {
  readonly spans: ReadonlyMap<number, ReadonlyMap<number, SheetMerge>>;
  /** columns whose cells are names for the most part */
  readonly names: ReadonlySet<number>;
  /** by column, the pair whose name goes down over further rows */
  readonly tall: Map<number, OpenPair>;
  readonly rest: CardRest[];
  readonly band: Band;
}

function rowPairs(sheet: SourceSheet, row: number, look: RowLook): CardPair[] {
  const pairs: OpenPair[] = [];
  let open = [...look.tall.values()].findLast((one) => one.bottom >= row) ?? null;
  (sheet.rows[row] ?? []).forEach((cell, column) => {
    if (cell === null || cell === '' || column < look.band[0] || column >= look.band[1]) return;
    const place = { row, column };
    const span = look.spans.get(row)?.get(column);
    const [next, bottom] = [(span?.right ?? column) + 1, span?.bottom ?? row];
    const isValueOfOpen = open !== null && open.value === null && open.next === column;
    const inline = typeof cell === 'string' && !isValueOfOpen ? inlinePairs(cell) : null;
    if (inline !== null) {
      for (const { name, value } of inline)
        pairs.push({ name, column, value, place, next, bottom: row });
      open = pairs.at(-1) ?? open;
    } else if (typeof cell === 'string' && isName(cell, look.names.has(column), open, place)) {
      open = { name: nameText(cell), column, value: null, place, next, bottom };
      // a heading beside the first of its names
      const before = pairs.at(-1);
      if (before?.value === null && before.next === column) {
        pairs.pop();
        look.rest.push({ row, cell: before.name });
      }
      pairs.push(open);
      if (bottom > row) look.tall.set(column, open);
    } else if (open === null) look.rest.push({ row, cell });
    else {
      if (open.value === null) open.place = place;
      open.value = joined(open.value, cell);
    }
  });
  return pairs.filter((pair) => isOfRecord(pair, look.rest));
}

/** A heading alone on its row, and who filled the sheet in, belong to no record. */
function isOfRecord({ name, value, place }: CardPair, rest: CardRest[]): boolean {
  if (value === null && !isFieldWord(name)) rest.push({ row: place.row, cell: name });
  else if (isOfTheSheet(name)) rest.push({ row: place.row, cell: `${name}：${wordsIn(value)}` });
  else return true;
  return false;
}

/** 32000 beside 万元 is one amount; lines under each other are one text. */
function joined(before: CellValue, cell: CellValue): CellValue {
  if (before === null) return cell;
  const [one, two] = [wordsIn(before), wordsIn(cell)];
  return measureOf(two) !== null && /\d$/.test(one) ? `${one}${two}` : `${one}；${two}`;
}

const wordsIn = (cell: CellValue): string =>
  cell === null
    ? ''
    : typeof cell !== 'object'
      ? String(cell)
      : 'day' in cell
        ? cell.day
        : 'error' in cell
          ? cell.error
          : `=${cell.formula}`;

/**
 * A known word is a name unless it stands where a name's value is expected; in a column of names,
 * and behind a value, short words are names too.
 */
function isName(
  cell: string,
  isAmongNames: boolean,
  open: OpenPair | null,
  { row, column }: CardPlace,
): boolean {
  if (isFieldWord(cell) && isAmongNames) return true;
  if (measureOf(cell) !== null) return false;
  if (isAmongNames && isShortWord(cell)) return true;
  if (open?.value === null && open.next === column) return false;
  return (
    isFieldWord(cell) ||
    (isShortWord(cell) &&
      (/[:：]\s*$/.test(cell) || (open !== null && open.value !== null && open.place.row === row)))
  );
}

const nameText = (cell: string): string => cell.trim().replace(/\s*[:：]$/, '');

const isFieldWord = (cell: string): boolean =>
  cell.length <= LONGEST_NAME * 2 &&
  (isHeaderWord(nameText(cell)) || isMoneyHead(nameText(cell))) &&
  monthOfHeader(squeezeWords(cell)) === null;

/** 1-8月累计完成投资, 2012年计划完成投资: heads of several words, times among them. */
function isMoneyHead(name: string): boolean {
  const meaning = headMeaning([name], {
    year: null,
    month: null,
    isFromJanuary: false,
    isYearTold: true,
  });
  return meaning?.is === 'field' || meaning?.is === 'other';
}

const isShortWord = (cell: string): boolean => {
  const word = bareWord(unbracketed(cell));
  return word.length >= 2 && word.length <= LONGEST_NAME && !/\d|[。；;]/.test(cell);
};

/** Columns where two names stand at least, and more names than anything else. */
function nameColumns(sheet: SourceSheet, end: number): ReadonlySet<number> {
  const seen = new Map<number, { names: number; all: number }>();
  for (const row of sheet.rows.slice(0, end))
    row.forEach((cell, column) => {
      if (cell === null || cell === '' || (typeof cell === 'string' && measureOf(cell) !== null))
        return;
      const count = seen.get(column) ?? { names: 0, all: 0 };
      count.all += 1;
      if (typeof cell === 'string' && isFieldWord(cell)) count.names += 1;
      seen.set(column, count);
    });
  return new Set(
    [...seen].flatMap(([column, { names, all }]) =>
      names >= 2 && names * 2 > all ? [column] : [],
    ),
  );
}

function spansOf(merges: readonly SheetMerge[]): RowLook['spans'] {
  const spans = new Map<number, Map<number, SheetMerge>>();
  for (const merge of merges) {
    const row = spans.get(merge.top) ?? new Map<number, SheetMerge>();
    spans.set(merge.top, row.set(merge.left, merge));
  }
  return spans;
}

const fieldNamed = (ledger: Ledger, name: string): string | undefined => {
  const words = [name, unbracketed(name), withoutMeasure(name)].map(bareWord);
  return namesOfFields(ledger).find((one) => one.parent === null && words.includes(one.word))?.field
    .code;
};

/**
 * The ledger that most of the names are fields of; one whose records the card does not name is
 * none.
 */
function ledgerOf({ rows }: PairRows): Ledger | null {
  const names = [...new Set(rows.flat().map(({ name }) => name))];
  const known = IMPORTABLE.map((ledger) => ({
    ledger,
    fields: new Set(names.flatMap((name) => fieldNamed(ledger, name) ?? [])),
  })).filter(({ ledger, fields }) => fields.size >= FEWEST_FIELDS && fields.has(ledger.nameField));
  return known.sort((a, b) => b.fields.size - a.fields.size)[0]?.ledger ?? null;
}

/** 写全称, 填到两位小数: a list of what fields mean is no card. */
const EXPLAINS = /^[（(]?(?:请|填|写|指|按|选择|例|如[:：]|必填|格式|精确|保留)/;

/**
 * Not the head of a table (its neighbours are names too), not an explanation of fields, and not a
 * few words over something else.
 */
function areCards({ rows, filled }: PairRows): boolean {
  const pairs = rows.flat();
  const words = pairs.flatMap(({ value }) => (typeof value === 'string' ? [value] : []));
  const heads = words.filter(isFieldWord).length;
  const explained = words.filter((word) => EXPLAINS.test(word)).length;
  const empty = pairs.filter(({ value }) => value === null).length;
  return (
    heads * 5 <= pairs.length &&
    explained * 2 < Math.max(1, pairs.length - empty) &&
    empty * 3 <= pairs.length * 2 &&
    rows.length * 5 >= filled * 3
  );
}

/** Three names and more beside each other and nothing else on their row: the head of a table. */
const hasHead = ({ rows, merges }: SourceSheet): boolean => {
  const spans = spansOf(merges);
  return rows.slice(0, LOOKED_AT).some((row, r) => {
    const filled = row.flatMap((cell, c) => (cell === null || cell === '' ? [] : [c]));
    const areNames = filled.every((c) => typeof row[c] === 'string' && isFieldWord(row[c]));
    const isNext = (c: number, at: number): boolean =>
      at === 0 || (spans.get(r)?.get(filled[at - 1] ?? 0)?.right ?? filled[at - 1] ?? 0) + 1 === c;
    return filled.length >= FEWEST_FIELDS && areNames && filled.every(isNext);
  });
};

/**
 * A card begins where the first name of all stands again; null where a card names no record, or
 * two.
 */
function apart(
  rows: readonly (readonly CardPair[])[],
  ledger: Ledger,
): readonly (readonly CardPair[])[] | null {
  const begins = rows[0]?.[0]?.name;
  const cards: CardPair[][] = [];
  for (const row of rows)
    if (row[0]?.name === begins) cards.push([...row]);
    else cards.at(-1)?.push(...row);
  const isOne = (card: readonly CardPair[]): boolean =>
    card.filter(({ name }) => fieldNamed(ledger, name) === ledger.nameField).length === 1;
  return cards.every(isOne) ? cards : null;
}
