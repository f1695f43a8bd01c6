/**
 * A year's 考核办法: its versions, last year's copied, shipped ones, and as a file that goes from
 * one office to another.
 */
import { basename } from 'node:path';
import type {
  SchemeSummary,
  SchemeVersion,
  ShippedScheme,
} from '../../../preload/contract/scoring.ts';
import { indicatorNamed } from '../../data/targets/indicators.ts';
import {
  allSchemes,
  newestScheme,
  nextSchemeNumber,
  schemeById,
} from '../../data/scoring/scoring.ts';
import { schemeText } from '../../data/scoring/kept-scheme.ts';
import { contentOfOwnFile, ownFileText, readOwnFile } from '../book/own-file.ts';
import { Fault } from '../../domain/fault.ts';
import { problemsOfScheme } from '../../domain/scoring/check.ts';
import { SCHEME_PRESETS } from '../../domain/scoring/presets/index.ts';
import {
  sourcesOf,
  type Filter,
  type RankGroup,
  type Scheme,
  type ScoreSource,
} from '../../domain/scoring/scheme.ts';
import { command, now, type Book } from '../book/book.ts';
import { BY_CREDIT } from '../records/counted.ts';
import { fieldNamed, ledgerNamed, selectionOf } from '../records/query.ts';
import { saveFile } from '../book/save-file.ts';
import { deadlineFieldOf } from './score-readings.ts';

/** The newest version of the year; null before the first. */
export function schemeOf(book: Book, year: number): SchemeVersion | null {
  return newestScheme(book.db, year);
}

/** @throws Fault scheme.missing */
export function schemeInForce(book: Book, year: number): SchemeVersion {
  const version = schemeOf(book, year);
  if (version === null) throw new Fault('scheme.missing', { year });
  return version;
}

/** @throws Fault record.missing */
export function schemeVersion(book: Book, id: number): SchemeVersion {
  const row = schemeById(book.db, id);
  if (row === null) throw new Fault('record.missing', { id });
  return row;
}

export const schemeVersions = (book: Book): readonly SchemeSummary[] => allSchemes(book.db);

/**
 * @throws Fault scheme.wrong with the first thing that does not fit; ledger.unknown, field.unknown,
 * filter.unreadable
 */
export function refuseWrong(book: Book, scheme: Scheme): void {
  const read = scheme.items
    .flatMap((item) => sourcesOf(item.rule))
    .flatMap((source) =>
      source.from === 'indicator' && indicatorNamed(book.db, source.indicator) === null
        ? [`没有指标“${source.indicator}”，请先在“目标”中建立，或改选其他指标`]
        : [],
    );
  const [problem] = [
    ...problemsOfScheme(scheme),
    ...read,
    ...scheme.groups.flatMap((group) =>
      group.of === 'units' ? ownersOf(book, scheme, group) : [],
    ),
  ];
  if (problem !== undefined) throw new Fault('scheme.wrong', { problem });
  for (const { rule } of scheme.items) {
    for (const source of sourcesOf(rule)) {
      if (source.from === 'ledger')
        refuseUnread(
          book,
          source,
          rule.kind === 'tiered' ? rule.tiers.map((tier) => tier.only) : [],
        );
      if (source.from === 'overdue') deadlineFieldOf(ledgerNamed(source.ledger, book.db));
    }
  }
}

/** What a source asks of its ledger must be there, or nobody's score could be computed. */
function refuseUnread(
  book: Book,
  source: Extract<ScoreSource, { from: 'ledger' }>,
  only: readonly (readonly Filter[])[],
): void {
  const ledger = ledgerNamed(source.ledger, book.db);
  for (const code of [source.sum, source.date, source.by === BY_CREDIT ? null : source.by])
    if (code !== null) fieldNamed(ledger, code);
  for (const more of [[], ...only])
    selectionOf(
      {
        ledger: source.ledger,
        filters: [...source.filters, ...more],
        search: '',
        sort: [],
        group: [],
      },
      book.db,
    );
}

/** A unit's records are those that name it in a field of units. */
function ownersOf({ db }: Book, { items }: Scheme, group: RankGroup): readonly string[] {
  return items
    .filter((item) => group.items.includes(item.code))
    .flatMap((item) =>
      sourcesOf(item.rule).flatMap((source) => {
        if ((source.from !== 'ledger' && source.from !== 'overdue') || source.by === BY_CREDIT)
          return [];
        const field = ledgerNamed(source.ledger, db).fields.find((one) => one.code === source.by);
        return field?.kind === 'unit'
          ? []
          : [
              `“${item.name}”要写清算哪个单位的，${field === undefined ? '现在没有选' : `“${field.label}”不是单位`}，请改选`,
            ];
      }),
    );
}

/** Writes the year's next version. @throws Fault scheme.wrong */
export function saveScheme(book: Book, scheme: Scheme): SchemeVersion {
  refuseWrong(book, scheme);
  const number = nextSchemeNumber(book.db, scheme.year);
  command(book, `保存${scheme.year}年考核办法`, ['score'], (writing) =>
    writing.insert('scheme', {
      year: scheme.year,
      number,
      name: scheme.name,
      content: schemeText(book.db, scheme),
      at: now(book),
      who: book.who,
    }),
  );
  return schemeInForce(book, scheme.year);
}

/**
 * Under the other year's name; its document is the other year's own and has to be written. @throws
 * Fault scheme.missing
 */
export function copyScheme(book: Book, from: number, to: number): Scheme {
  const { scheme } = schemeInForce(book, from);
  return {
    ...scheme,
    year: to,
    name: scheme.name.replaceAll(String(from), String(to)),
    document: null,
  };
}

export const shippedSchemes = (year: number): readonly ShippedScheme[] =>
  SCHEME_PRESETS.map(({ name, source, scheme }) => ({
    name,
    source,
    scheme: { ...scheme, year, name: `${year}年${scheme.name}` },
  }));

interface Scene {
  readonly book: Book;
  readonly host: { pathOf(handle: string): Promise<string> };
}

/** @throws Fault record.missing, file.busy, file.unwritable */
export async function exportScheme(
  { book, host }: Scene,
  { id, to }: { readonly id: number; readonly to: string },
): Promise<{ file: string }> {
  const path = await host.pathOf(to);
  const text = schemeFile(schemeVersion(book, id).scheme);
  return { file: basename(await saveFile(path, new TextEncoder().encode(text))) };
}

export const schemeFile = (scheme: Scheme): string => ownFileText('scheme', scheme);

/**
 * `parsed` holds what the file says against the call's own schema. @throws Fault file.missing;
 * scheme.wrong where it is no scheme of ours
 */
export async function readScheme(
  { host }: Scene,
  handle: string,
  parsed: (raw: unknown) => Scheme | null,
): Promise<Scheme> {
  const path = await host.pathOf(handle);
  return schemeIn(await readOwnFile(path), basename(path), parsed);
}

/** @throws Fault scheme.wrong */
export function schemeIn(
  text: string,
  file: string,
  parsed: (raw: unknown) => Scheme | null,
): Scheme {
  const read = parsed(contentOfOwnFile('scheme', text));
  if (read === null)
    throw new Fault('scheme.wrong', { problem: `“${file}”不是考核办法文件，请选从县计导出的那个` });
  return read;
}
