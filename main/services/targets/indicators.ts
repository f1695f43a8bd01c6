/**
 * The catalogue of indicators (指标): list, save, remove, order, shipped sets, and the trial run of
 * a count.
 */
import type { CountedIndicator, Indicator } from '../../../preload/contract/targets.ts';
import {
  allIndicators,
  indicatorById,
  nextPlace,
  type IndicatorRow,
  figuresOfIndicator,
} from '../../data/targets/indicators.ts';
import { countedIn, countedText } from '../../data/targets/kept-counted.ts';
import type { Reader } from '../../data/open.ts';
import { allUnits } from '../../data/units/units.ts';
import type { Writing } from '../../data/write.ts';
import type { SqlRow } from '../../data/rows.ts';
import { compare, isDecimal, type Decimal } from '../../domain/exact/decimal.ts';
import { Fault } from '../../domain/fault.ts';
import type { IndicatorSet, SetIndicator } from '../../domain/targets/indicator-set.ts';
import { INDICATOR_SETS, withNeeded } from '../../domain/targets/indicator-sets.ts';
import type { IndicatorKind } from '../../domain/targets/indicator.ts';
import { isOwnCode } from '../../domain/ledgers/own-code.ts';
import { compactText } from '../../domain/read/text.ts';
import { whereIndicatorIsUsed } from '../records/where-used.ts';
import { command, type Area, type Book } from '../book/book.ts';
import { leftOutWords } from '../records/counted-amounts.ts';
import { checkCounting, countIndicator, openingQuery, undatedRecords } from '../records/counted.ts';
import { ensureShipped } from '../own-ledgers/own-ledgers.ts';
import { aliasesOf } from '../../domain/read/aliases.ts';

const AREAS: readonly Area[] = ['indicator', 'target', 'figure'];

/** Its name and its other names. */
export const namesOfIndicator = ({
  name,
  aliases,
}: Pick<IndicatorRow, 'name' | 'aliases'>): readonly string[] => [name, ...aliasesOf(aliases)];

/** A row as the window has it. */
export const indicatorOf = (db: Reader, { counted, aliases, ...row }: IndicatorRow): Indicator => ({
  ...row,
  ...(aliases === null ? {} : { aliases }),
  counted: countedIn(db, { name: row.name, counted }),
});

export const listIndicators = (book: Book): readonly Indicator[] =>
  allIndicators(book.db).map((row) => indicatorOf(book.db, row));

/** @throws Fault record.missing */
export function indicatorRow(db: Reader, id: number): IndicatorRow {
  const row = indicatorById(db, id);
  if (row === null) throw new Fault('record.missing', { id });
  return row;
}

export type IndicatorValues = Omit<Indicator, 'id' | 'place'>;

export function saveIndicator(
  book: Book,
  input: { readonly id: number | null; readonly indicator: IndicatorValues },
): Indicator {
  const { id, indicator } = input;
  const before = id === null ? null : indicatorRow(book.db, id);
  refuseWrong(book, id, indicator);
  if (before !== null && before.measure !== indicator.measure) refuseMeasured(book.db, before);
  const saved = command(
    book,
    `${before === null ? '新增' : '修改'}指标“${indicator.name}”`,
    AREAS,
    (writing) => {
      if (id === null) return insertIndicator(writing, indicator);
      writing.update('indicator', id, storedOf(writing.db, indicator));
      return id;
    },
  );
  return indicatorOf(book.db, indicatorRow(book.db, saved));
}

/** Writes a new indicator at the end of the list; answers its id. */
export const insertIndicator = (writing: Writing, indicator: IndicatorValues): number =>
  writing.insert('indicator', { ...storedOf(writing.db, indicator), place: nextPlace(writing.db) });

const storedOf = (db: Reader, one: IndicatorValues): SqlRow => ({
  name: one.name,
  aliases: one.aliases === undefined || one.aliases === '' ? null : one.aliases,
  category: one.category,
  measure: one.measure,
  places: one.places,
  direction: one.direction,
  kind: one.kind,
  rollup: one.rollup,
  numerator_id: one.numerator,
  denominator_id: one.denominator,
  factor: one.factor,
  parent_id: one.parent,
  counted: one.counted === null ? null : countedText(db, one.counted),
  retired: one.retired ? 1 : 0,
  remark: one.remark,
});

function refuseWrong(book: Book, id: number | null, one: IndicatorValues): void {
  const others = allIndicators(book.db).filter((row) => row.id !== id);
  const names = new Map(
    others.flatMap((row) => namesOfIndicator(row).map((name) => [compactText(name), name])),
  );
  const taken = namesOfIndicator({ name: one.name, aliases: one.aliases ?? null })
    .map((name) => names.get(compactText(name)))
    .find((name) => name !== undefined);
  if (taken !== undefined) throw new Fault('indicator.exists', { name: taken });
  if (!isDecimal(one.factor) || compare(one.factor, '0') <= 0)
    throw new Fault('value.unreadable', {
      field: '系数',
      seen: one.factor,
      want: '大于0的数，百分数填100',
    });
  const named = { 分子: one.numerator, 分母: one.denominator, 其中关系: one.parent };
  for (const [field, other] of Object.entries(named))
    if (other !== null && !others.some((row) => row.id === other))
      throw new Fault('value.unreadable', { field, seen: String(other), want: '另一个指标' });
  if (one.rollup === 'ratio' && (one.numerator === null || one.denominator === null))
    throw new Fault('value.required', { field: one.numerator === null ? '分子' : '分母' });
  if (id !== null) refuseCircle(others, id, one.parent);
  if (one.counted !== null)
    checkCounting(book, { counted: one.counted, measure: one.measure, kind: one.kind });
}

/** An indicator that is a part of its own part. */
function refuseCircle(others: readonly IndicatorRow[], id: number, parent: number | null): void {
  const seen = new Set([id]);
  for (let at = parent; at !== null; at = others.find((row) => row.id === at)?.parent ?? null) {
    if (seen.has(at))
      throw new Fault('value.unreadable', {
        field: '其中关系',
        seen: others.find((row) => row.id === at)?.name ?? '自己',
        want: '不含它自己的上级指标',
      });
    seen.add(at);
  }
}

function refuseMeasured(db: Reader, { id, name }: IndicatorRow): void {
  const figures = figuresOfIndicator(db, id);
  if (figures > 0) throw new Fault('indicator.measured', { name, figures });
}

export function removeIndicator(book: Book, id: number): void {
  const { name } = indicatorRow(book.db, id);
  const where = whereIndicatorIsUsed(book.db, id);
  if (where.length > 0) throw new Fault('indicator.inUse', { name, where });
  command(book, `删除指标“${name}”`, AREAS, (writing) => writing.remove('indicator', id));
}

/** The named ones in this order, the others after them as they stood. */
export function orderIndicators(book: Book, ids: readonly number[]): void {
  const all = allIndicators(book.db).map((row) => row.id);
  const order = [...new Set(ids)].filter((id) => all.includes(id));
  const whole = [...order, ...all.filter((id) => !order.includes(id))];
  command(book, '调整指标顺序', AREAS, (writing) =>
    whole.forEach((id, at) => writing.update('indicator', id, { place: at + 1 })),
  );
}

export function listSets(book: Book): readonly {
  readonly name: string;
  readonly about: string;
  readonly indicators: readonly {
    readonly name: string;
    readonly measure: string;
    readonly present: boolean;
  }[];
}[] {
  const present = new Set(allIndicators(book.db).map((row) => row.name));
  return INDICATOR_SETS.map(({ name, about, indicators }) => ({
    name,
    about,
    indicators: indicators.map((one) => ({
      name: one.name,
      measure: one.measure,
      present: present.has(one.name),
    })),
  }));
}

/**
 * Adds the named indicators of a shipped set with what they are computed from; those already there
 * stay as they are. Answers the new ids.
 */
export function addSet(
  book: Book,
  input: { readonly set: string; readonly names: readonly string[] },
): readonly number[] {
  const set = INDICATOR_SETS.find((one) => one.name === input.set);
  if (set === undefined)
    throw new Fault('value.unreadable', {
      field: '指标集',
      seen: input.set,
      want: '列出的指标集之一',
    });
  const wanted = withNeeded(set, input.names);
  return command(book, `添加指标集“${set.name}”`, [...AREAS, 'ledgers'], (writing) => {
    // what is counted from a shipped ledger needs that ledger
    for (const one of wanted)
      if (one.counted !== null && isOwnCode(one.counted.ledger))
        ensureShipped(writing, one.counted.ledger);
    return insertSet(writing, set, wanted);
  });
}

function insertSet(
  writing: Writing,
  set: IndicatorSet,
  wanted: readonly SetIndicator[],
): readonly number[] {
  const ids = new Map(allIndicators(writing.db).map((row) => [row.name, row.id]));
  const added: number[] = [];
  const idOf = (name: string | null): number | null =>
    name === null ? null : (ids.get(name) ?? null);
  const add = (one: SetIndicator): void => {
    if (ids.has(one.name)) return;
    for (const name of [one.parent, one.numerator, one.denominator]) {
      const needed = wanted.find((other) => other.name === name);
      if (needed !== undefined) add(needed);
    }
    const { parent, numerator, denominator, counted, ...rest } = one;
    const id = insertIndicator(writing, {
      ...rest,
      category: set.name,
      parent: idOf(parent),
      numerator: idOf(numerator),
      denominator: idOf(denominator),
      counted: counted === null ? null : { ...counted, filters: [...counted.filters] },
      retired: false,
      remark: null,
    });
    ids.set(one.name, id);
    added.push(id);
  };
  for (const one of wanted) add(one);
  return added;
}

export interface Trial {
  readonly total: Decimal;
  readonly records: number;
  /** records that fit but have no day to place them in a month */
  readonly undated: number;
  readonly byUnit: readonly {
    readonly unit: string;
    readonly value: Decimal;
    readonly records: number;
  }[];
  readonly query: ReturnType<typeof openingQuery>;
  /** a sentence on amounts without a rate, or nothing */
  readonly leftOut: string;
}

/** What a definition would count up to a month; `unit` narrows the query that opens the records. */
export function trialIndicator(
  book: Book,
  input: {
    readonly counted: CountedIndicator;
    readonly measure: string;
    readonly kind?: IndicatorKind;
    readonly year: number;
    readonly month: number;
    readonly unit: number | null;
  },
): Trial {
  const counting = { counted: input.counted, measure: input.measure, kind: input.kind ?? 'flow' };
  const { total, records, byUnit, recordsByUnit, nobodys, leftOut } = countIndicator(
    book,
    counting,
    input.year,
    input.month,
  );
  const rows = allUnits(book.db).flatMap(({ id, name }) =>
    recordsByUnit.has(id)
      ? [{ unit: name, value: byUnit.get(id) ?? '0', records: recordsByUnit.get(id) ?? 0 }]
      : [],
  );
  const rest =
    nobodys.records === 0
      ? []
      : [{ unit: '（未填单位）', value: nobodys.value, records: nobodys.records }];
  return {
    total,
    records,
    undated: undatedRecords(book, counting),
    byUnit: [...rows, ...rest],
    query: openingQuery(book, counting, input.year, input.month, input.unit),
    leftOut: leftOutWords(leftOut),
  };
}
