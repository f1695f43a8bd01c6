/** Exchange rates of the office: the rule in force and the rates by year and day. */
import type { RateSetup } from '../../../preload/contract/projects.ts';
import { RATE_PLACES, ratesOfBook } from '../../data/projects/project-parts.ts';
import type { Reader } from '../../data/open.ts';
import { decideSetting, setting } from '../../data/settings.ts';
import { isDay } from '../../domain/days/day.ts';
import { compare, isDecimal, toScaled } from '../../domain/exact/decimal.ts';
import { RATE_RULES, type ExchangeRates } from '../../domain/exact/exchange.ts';
import { Fault } from '../../domain/fault.ts';
import { CURRENCIES, CURRENCY_NAMES } from '../../domain/exact/measure.ts';
import { command, type Book } from '../book/book.ts';

export function ratesInForce(db: Reader): ExchangeRates {
  const said = setting(db, 'rateRule');
  return {
    rule: RATE_RULES.find((one) => one.value === said)?.value ?? 'fixed',
    list: ratesOfBook(db),
  };
}

export function bookRates(book: Book): RateSetup {
  const { rule, list } = ratesInForce(book.db);
  return {
    rule,
    list: list.map(({ currency, year, date, rate }) => ({ currency, year, date, rate })),
  };
}

/** Writes the whole list; a rate that stays keeps its row. @throws Fault value.unreadable */
export function saveRates(book: Book, input: RateSetup): null {
  const wanted = new Map(
    input.list.map((one) => [
      `${one.currency} ${one.date === null ? one.year : one.date}`,
      checked(one),
    ]),
  );
  return command(book, '修改汇率', ['project', 'arrival'], (writing) => {
    decideSetting(writing, 'rateRule', input.rule);
    for (const old of ratesOfBook(writing.db)) {
      const key = `${old.currency} ${old.date ?? old.year}`;
      const now = wanted.get(key);
      if (now === undefined) writing.remove('exchange_rate', old.id);
      else writing.update('exchange_rate', old.id, { rate: now.scaled });
      wanted.delete(key);
    }
    for (const { currency, year, date, scaled } of wanted.values())
      writing.insert('exchange_rate', { currency, year, date, rate: scaled });
    return null;
  });
}

function checked(one: RateSetup['list'][number]): {
  readonly currency: string;
  readonly year: number;
  readonly date: string | null;
  readonly scaled: bigint;
} {
  const currency = CURRENCIES.find((code) => code === one.currency && code !== 'CNY');
  const refuse = (field: string, seen: string, want: string): Fault =>
    new Fault('value.unreadable', { field, seen, want });
  if (currency === undefined) throw refuse('币种', one.currency, '外币之一');
  if (one.date !== null && !(isDay(one.date) && one.date.length === 10))
    throw refuse('日期', one.date, '完整的年月日，如2012-05-03');
  const rate = one.rate.trim();
  const label = `${CURRENCY_NAMES[currency]}汇率`;
  if (!isDecimal(rate) || compare(rate, '0') <= 0 || !toScaled(rate, RATE_PLACES).exact)
    throw refuse(label, one.rate, '1个外币单位合多少元，如6.48');
  return {
    currency,
    year: one.date === null ? one.year : Number(one.date.slice(0, 4)),
    date: one.date,
    scaled: toScaled(rate, RATE_PLACES).scaled,
  };
}
