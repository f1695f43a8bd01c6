/**
 * What the scores of a period leave out, in sentences: records without a day, without anyone they
 * are of, or without a rate.
 */
import { monthSpan } from '../../domain/days/assessment-year.ts';
import { fieldOf } from '../../domain/ledgers/field.ts';
import { eventPartsOf, sourcesOf, type Item, type Scheme } from '../../domain/scoring/scheme.ts';
import { BY_CREDIT, undatedRecords } from '../records/counted.ts';
import { ledgerNamed } from '../records/query.ts';
import { sourceCountingOf, type Sources } from './score-sources.ts';
import type { LedgerSource, LeftOutRecord } from './score-owned.ts';

/** One sentence for each item that leaves something out. */
export const scoresLeftOut = (sources: Sources, scheme: Scheme, month: number): readonly string[] =>
  scheme.items.flatMap((item) => {
    const ofWhom = new Set(
      scheme.groups.filter((one) => one.items.includes(item.code)).map((one) => one.of),
    );
    const words = byReason(
      [...ofWhom].flatMap((of) =>
        sourcesOf(item.rule).flatMap((source) =>
          source.from === 'ledger' ? leftOutOf(sources, item, source, of === 'people', month) : [],
        ),
      ),
    );
    const parts = eventPartsOf(item.rule);
    const partless =
      parts.length === 0
        ? 0
        : [...sources.events().values()]
            .flat()
            .filter((one) => one.item === item.code && !parts.some((part) => part === one.part))
            .length;
    if (partless > 0) words.push(`${partless}条没写算${parts.join('还是')}`);
    return words.length === 0
      ? []
      : [`“${item.name}”另有${words.join('、')}，没有计分，补上就计。`];
  });

interface LeftOutCount {
  readonly records: number;
  readonly why: string;
}

/**
 * Each reason once; the parts of one item may count records that overlap, so that their numbers are
 * told and not added.
 */
function byReason(counts: readonly LeftOutCount[]): string[] {
  return [...new Set(counts.map(({ why }) => why))].map((why) => {
    const records = new Set(counts.filter((one) => one.why === why).map((one) => one.records));
    const told = [...records].map((count) => `${count}条`);
    return told.length === 1 ? `${told.join('')}${why}` : `${why}的按档分别有${told.join('、')}`;
  });
}

function leftOutOf(
  sources: Sources,
  item: Item,
  source: LedgerSource,
  people: boolean,
  month: number,
): readonly LeftOutCount[] {
  const ledger = ledgerNamed(source.ledger, sources.book.db);
  const { last } = monthSpan(sources.year, month, sources.firstMonth);
  const left = sources.gathered(source, item.rule, people).left.filter((one) => one.until <= last);
  const count = (why: LeftOutRecord['why']): number => left.filter((one) => one.why === why).length;
  const dateless = undatedRecords(sources.book, sourceCountingOf(source, sources, people));
  const told: readonly (readonly [number, string])[] = [
    [dateless, `没有${source.date === null ? '日期' : fieldOf(ledger, source.date).label}`],
    [
      count('nobody'),
      `没写${source.by === BY_CREDIT ? '引进单位' : fieldOf(ledger, source.by).label}`,
    ],
    [count('rate'), '没有汇率'],
  ];
  return told.flatMap(([records, why]) => (records === 0 ? [] : [{ records, why }]));
}
