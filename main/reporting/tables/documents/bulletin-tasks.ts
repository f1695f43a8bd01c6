/** Of the month's bulletin: tasks and rectification as they stood on its last day. */
import type { Row } from '../../../../preload/contract/records.ts';
import { round } from '../../../domain/exact/decimal.ts';
import { deadlineOf, deadlineRatesOf, deedOf, percentOf } from '../../../domain/tasks/deadline.ts';
import { deedsOn } from '../ledgers/deadlines.ts';
import { rowValueOf } from '../shared/values.ts';
import { dayWords, type BulletinFacts } from './bulletin-facts.ts';

const LEDGERS = [
  {
    code: 'task',
    noun: '督办事项',
    closed: '办结',
    count: '件',
    unit: 'lead_unit',
  },
  {
    code: 'rectification',
    noun: '整改问题',
    closed: '销号',
    count: '个',
    unit: 'unit',
  },
] as const;
type Ledger = (typeof LEDGERS)[number];

/** 截至9月底，督办事项…；整改问题…。 Nothing where there is none of either. */
export function standingSentence(facts: BulletinFacts): string {
  const told = LEDGERS.map((ledger) => standingWords(facts, ledger)).filter((one) => one !== '');
  return told.length === 0 ? '' : `截至${dayWords(facts)}，${told.join('；')}。`;
}

/** 整改问题33个，已销号20个，销号率60.6%，超期未销号5个，涉及甲镇3个、乙镇2个 */
function standingWords({ source, day, form, isShort }: BulletinFacts, ledger: Ledger): string {
  const rows = deedsOn(ledger.code, source.rows(ledger.code), day, source.context);
  if (rows.length === 0) return '';
  const { noun, count, closed: verb } = ledger;
  const { all, closed, overdue } = deadlineRatesOf(rows.map(deedOf), day);
  const rate = percentOf(closed, all);
  const late = rows.filter((row) => deadlineOf(deedOf(row), day).is === 'overdue');
  if (isShort) return overdue === 0 ? '' : `${noun}超期未${verb}${overdue}${count}`;
  return [
    `${noun}${all}${count}，已${verb}${closed}${count}`,
    ...(rate === null || closed === 0 ? [] : [`${verb}率${round(rate, 1)}%`]),
    overdue === 0
      ? `没有超期未${verb}的`
      : `超期未${verb}${overdue}${count}${unitsWords(late, ledger.unit, form.names)}`,
  ].join('，');
}

function unitsWords(rows: readonly Row[], field: string, most: number): string {
  const by = Map.groupBy(
    rows.flatMap((row) => rowValueOf(row, field) ?? []),
    (unit) => unit,
  );
  const sorted = [...by].toSorted((a, b) => b[1].length - a[1].length);
  if (sorted.length === 0) return '';
  const named = sorted.slice(0, most).map(([unit, list]) => `${unit}${list.length}个`);
  return `，涉及${named.join('、')}${sorted.length > most ? `等${sorted.length}个单位` : ''}`;
}
