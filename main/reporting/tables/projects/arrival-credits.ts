/**
 * 到位资金认定汇总表: by unit, what was reported, cut and recognised, other currencies turned into
 * 元, shared by credits.
 */
import type { Row } from '../../../../preload/contract/records.ts';
import type { TableInfo } from '../../../../preload/contract/tables.ts';
import { spanOf, type Day } from '../../../domain/days/day.ts';
import { add, multiply, type Decimal } from '../../../domain/exact/decimal.ts';
import { RATE_RULES, rateFor, type ExchangeRates } from '../../../domain/exact/exchange.ts';
import type { Value } from '../../../domain/ledgers/field.ts';
import { shareCell } from '../../model/figures.ts';
import type { TableCell, TableColumn, TableRow } from '../../model/table.ts';
import { wholeRows } from '../../model/totals.ts';
import { countedArrivals } from '../shared/counted-projects.ts';
import { printFrameOf, spanAsked, type PrintReport } from '../shared/report.ts';
import { moneyByUnit } from '../shared/shared-money.ts';
import { TIMES } from '../shared/money-measure.ts';
import { rowValueOf } from '../shared/values.ts';
import type { MoneyMeasure } from '../shared/money-measure.ts';
import { widenFigures } from '../shared/widths.ts';

const info: TableInfo = {
  name: 'arrival-credits',
  title: '到位资金认定汇总表',
  about: '按单位汇总申报、核减、认定的到位资金，外币折人民币，按分成计入',
  clock: 'month',
  ledger: 'arrival',
  paper: 'A4',
  landscape: true,
  choices: [],
};
/** 亿元 with one place, as such tables print it: 81.62 → 81.6. */
const PLACES: Record<MoneyMeasure, number> = { 元: 2, 万元: 2, 亿元: 1 };
/** 认定率 stands last. */
const RATE = 8;

export const arrivalCredits: PrintReport = {
  info,
  make(given, options, context) {
    const measure = options.measure ?? '万元';
    const year = options.year ?? context.year;
    const { rows, notes: aside } = countedArrivals(
      given.filter((row) => isBy(row, spanAsked(options, context).last)),
      context,
    );
    const rates = context.projects.rates();
    const sums = (amountOf: (row: Row) => Decimal | null): ReadonlyMap<Value, Decimal> =>
      moneyByUnit(
        rows,
        (row) => context.projects.sharesOf('arrival', row.id),
        () => null,
        amountOf,
      );
    const parts = [
      sums((row) => (isForeign(row) ? null : rowValueOf(row, 'amount'))),
      sums((row) => (isForeign(row) ? yuanOf(row, 'amount', rates, year) : null)),
      sums((row) => yuanOf(row, 'amount', rates, year)),
      sums((row) => yuanOf(row, 'cut', rates, year)),
      sums((row) => yuanOf(row, 'recognised', rates, year)),
      sums((row) =>
        rowValueOf(row, 'recognised') === null ? yuanOf(row, 'amount', rates, year) : null,
      ),
    ];
    const units = [
      ...context.units.filter((unit) => parts.some((part) => part.has(unit))),
      ...(parts.some((part) => part.has(null)) ? [null] : []),
    ];
    const columns = columnsOf(measure);
    const data = units.map((unit, at): TableRow => ({
      kind: 'data',
      cells: [
        { figure: String(at + 1) },
        unit ?? '未填引进单位',
        ...parts.map((part) => moneyCell(part.get(unit), measure)),
        rateOf(parts, [unit]),
      ],
    }));
    const rate = rateOf(parts, units);
    const all = [...data, ...wholeRows(columns, data, (total) => withRate(total, rate))];
    return {
      ...printFrameOf(info, [measure, '%'], options, context),
      columns: widenFigures(columns, all),
      across: [
        { whole: 4, parts: [2, 3] },
        { whole: 4, parts: [5, 6, 7] },
      ],
      repeat: 2,
      rows: all,
      notes: [...notesOf(rows, rates, year), ...aside],
    };
  },
};

/** What arrived after the table's period is not in it; what has no day is. */
function isBy(row: Row, end: Day): boolean {
  const date = rowValueOf(row, 'date');
  return date === null || spanOf(date).first <= end;
}

export const isForeign = (row: Row): boolean => (rowValueOf(row, 'currency') ?? 'CNY') !== 'CNY';

/** null where there is no amount, or no rate for it. */
export function yuanOf(row: Row, code: string, rates: ExchangeRates, year: number): Decimal | null {
  const amount = rowValueOf(row, code);
  const rate = rateFor(
    rates,
    { currency: rowValueOf(row, 'currency') ?? 'CNY', date: rowValueOf(row, 'date') },
    year,
  );
  return amount === null || rate === null ? null : multiply(amount, rate);
}

const moneyCell = (yuan: Decimal | undefined, measure: MoneyMeasure): TableCell =>
  yuan === undefined ? null : { figure: multiply(yuan, TIMES[measure]) };

function columnsOf(measure: MoneyMeasure): TableColumn[] {
  const money = (...path: string[]): TableColumn => ({
    path,
    width: 26,
    align: 'right',
    places: PLACES[measure],
    sums: true,
  });
  return [
    { path: ['序号'], width: 10, align: 'center' },
    { path: ['单位'], width: 40, align: 'left' },
    money('申报', '人民币'),
    money('申报', '外币折人民币'),
    money('申报', '合计'),
    money('核减'),
    money('认定'),
    money('尚未认定'),
    { path: ['认定率'], width: 18, align: 'right', places: 2 },
  ];
}

/** 认定 ÷ 申报 of what has been judged. */
function rateOf(parts: readonly ReadonlyMap<Value, Decimal>[], units: readonly Value[]): TableCell {
  const of = (place: number): Decimal =>
    units.reduce<Decimal>((sum, unit) => add(sum, parts[place]?.get(unit) ?? '0'), '0');
  return shareCell(of(4), add(of(3), of(4)), 2);
}
const withRate = (row: TableRow, rate: TableCell): TableRow => ({
  ...row,
  cells: row.cells.toSpliced(RATE, 1, rate),
});

function notesOf(rows: readonly Row[], rates: ExchangeRates, year: number): string[] {
  const without = rows.filter((row) => yuanOf(row, 'amount', rates, year) === null).length;
  const waiting = rows.filter((row) => rowValueOf(row, 'recognised') === null).length;
  const rule = RATE_RULES.find((one) => one.value === rates.rule)?.label ?? '';
  return [
    ...(rows.some(isForeign) ? [`外币按${rule}折算。`] : []),
    '两个单位分成的，按比例分别计入，合计不重复。认定率＝认定÷已认定部分的申报。',
    ...(waiting === 0 ? [] : [`${waiting}笔尚未认定。`]),
    ...(without === 0 ? [] : [`${without}笔外币没有汇率，未计入。在“设置”里填汇率。`]),
  ];
}
