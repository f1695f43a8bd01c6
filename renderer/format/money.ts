/** Amounts in the measure that people say them in: 3.2亿元, 5,600万元, 1,200万美元. */
import { compare, round, trim, type Decimal } from '../../main/domain/exact/decimal.ts';
import { convert, measureOf } from '../../main/domain/exact/measure.ts';
import { withCommas } from './figure.ts';

const BASE: Readonly<Record<string, string>> = {
  CNY: '元',
  USD: '美元',
  HKD: '港元',
  EUR: '欧元',
  JPY: '日元',
};
const HUNDRED_MILLION = '100000000';

/** `amount` in units of its currency; empty for null: nothing is not 0. */
export function saidMoney(amount: Decimal | null, currency = 'CNY'): string {
  const base = BASE[currency] ?? currency;
  const name = `${amount !== null && compare(amount, HUNDRED_MILLION) >= 0 ? '亿' : '万'}${base}`;
  const [from, to] = [measureOf(base), measureOf(name)];
  if (amount === null) return '';
  return from === null || to === null
    ? `${withCommas(amount)}${base}`
    : `${withCommas(trim(round(convert(amount, from, to), 2)))}${name}`;
}

/** 元 in 万元 to two places, without the name; empty for null. */
export function yuanInWan(yuan: Decimal | null): string {
  const [from, to] = [measureOf('元'), measureOf('万元')];
  return yuan === null || from === null || to === null
    ? ''
    : withCommas(trim(round(convert(yuan, from, to), 2)));
}
