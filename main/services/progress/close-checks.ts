/**
 * What is looked at before a month is closed: who has not reported, totals against rows, what will
 * print as a dash.
 */
import { allIndicators } from '../../data/targets/indicators.ts';
import { setting } from '../../data/settings.ts';
import { compare, subtract } from '../../domain/exact/decimal.ts';
import { figureOrNull } from '../../domain/targets/indicator.ts';
import { wholeOfCounty } from '../../domain/progress/words.ts';
import type { ProgressSheet } from '../../../preload/contract/progress.ts';
import { countyUnit } from '../../data/units/units.ts';
import { figuresAt } from '../../data/progress/figures.ts';
import type { Book } from '../book/book.ts';
import { openBefore } from './closing.ts';
import { figureFindings } from './figure-findings.ts';
import { progressSheet } from './progress.ts';
import { monthReturns } from './returns.ts';
import { versionFor, yearTargets } from './year-targets.ts';

export interface Check {
  readonly level: 'ok' | 'warning';
  readonly message: string;
  /** the indicator that it is about; null: the month */
  readonly indicator: number | null;
}
const ok = (message: string): Check => ({ level: 'ok', message, indicator: null });

export function closeChecks(
  book: Book,
  { year, month }: { readonly year: number; readonly month: number },
): readonly Check[] {
  const whole = wholeOfCounty(setting(book.db, 'county') ?? '');
  const targets = yearTargets(book, versionFor(book, year, month));
  const used = allIndicators(book.db).filter(
    (one) =>
      targets.of(one.id).size > 0 ||
      (!one.retired && figuresAt(book.db, year, month, one.id).length > 0),
  );
  const sheets = used.map((one) =>
    progressSheet(book, { year, month, indicator: one.id, denominator: null, group: 'all' }),
  );
  const open = openBefore(book, year, month);
  return [
    ...(open === null
      ? []
      : [
          {
            level: 'warning' as const,
            message: `${open}尚未关账。请按顺序关账，以使同期数一致。`,
            indicator: null,
          },
        ]),
    ...reported(sheets),
    ...unconfirmed(book, year, month),
    ...totals(book, sheets, whole, year, month),
    ...dashes(sheets, whole),
    ...figureFindings(book, year, month).flatMap((one): readonly Check[] =>
      one.code === 'total'
        ? []
        : [
            {
              level: 'warning',
              message: one.message,
              indicator: used.find((other) => other.name === one.indicator)?.id ?? null,
            },
          ],
    ),
  ];
}

function reported(sheets: readonly ProgressSheet[]): readonly Check[] {
  const silent = sheets.filter((sheet) => sheet.missing.length > 0);
  const units = new Set(
    sheets.flatMap((sheet) =>
      sheet.rows.filter((row) => row.target !== null).map((row) => row.unit),
    ),
  ).size;
  if (silent.length === 0)
    return [
      units === 0
        ? { level: 'warning', message: '今年尚无目标，完成率将印“—”。', indicator: null }
        : ok(`${units}个单位${sheets.length}项指标已报齐`),
    ];
  return silent.map(({ indicator, missing }) => ({
    level: 'warning',
    message: `${indicator.name}还有${missing.length}个单位未报：${missing.slice(0, 5).join('、')}${missing.length > 5 ? '等' : ''}。`,
    indicator: indicator.id,
  }));
}

/** Where the office lets units report and confirms their figures: who is left. */
function unconfirmed(book: Book, year: number, month: number): readonly Check[] {
  const { units } = monthReturns(book, { year, month });
  if (!units.some(({ state }) => state === 'submitted' || state === 'confirmed')) return [];
  const open = units
    .filter(({ state }) => state === 'draft' || state === 'submitted')
    .map(({ name }) => name);
  return open.length === 0
    ? [ok('各单位的数都已确认')]
    : [
        {
          level: 'warning',
          message: `还有${open.length}个单位的数没有确认：${open.slice(0, 5).join('、')}${open.length > 5 ? '等' : ''}。`,
          indicator: null,
        },
      ];
}

/** The county's own figure, where somebody states one, against its rows. */
function totals(
  book: Book,
  sheets: readonly ProgressSheet[],
  whole: string,
  year: number,
  month: number,
): readonly Check[] {
  const county = countyUnit(book.db);
  const wrong = sheets.flatMap(({ indicator, total }): readonly Check[] => {
    const stated = figureOrNull(
      figuresAt(book.db, year, month, indicator.id).find((row) => row.unit === county)
        ?.cumulative ?? null,
    );
    if (
      stated === null ||
      total.cumulative === null ||
      indicator.rollup !== 'sum' ||
      compare(stated, total.cumulative) === 0
    )
      return [];
    const difference = subtract(stated, total.cumulative).replace(/^-/, '');
    return [
      {
        level: 'warning',
        message: `${indicator.name}：${whole}填的是${stated}，明细相加${total.cumulative}，差${difference}。`,
        indicator: indicator.id,
      },
    ];
  });
  return wrong.length === 0 ? [ok(`明细之和与${whole}合计一致`)] : wrong;
}

function dashes(sheets: readonly ProgressSheet[], whole: string): readonly Check[] {
  const without = sheets.filter((sheet) => sheet.total.yoy === null);
  if (without.length === 0) return [];
  const [only, second] = without;
  const names = second === undefined ? `${only?.indicator.name ?? ''}` : `${without.length}项指标`;
  return [
    {
      level: 'warning',
      message: `${names}的${whole}同比为空，将印“—”。`,
      indicator: only?.indicator.id ?? null,
    },
  ];
}
