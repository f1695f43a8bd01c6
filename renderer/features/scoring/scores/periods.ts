/** The periods of a year that scores are looked at for, as one list. */
import { spanName } from '../../../../main/domain/days/assessment-year.ts';
import {
  PERIOD_KINDS,
  endsWith,
  periodName,
  type PeriodKind,
} from '../../../../main/domain/scoring/period.ts';

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/** 1—9月, 三季度, 上半年, 全年; the value is "quarter-9". */
export const periodChoices = (
  year: number,
  firstMonth: number,
): readonly {
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}[] =>
  PERIOD_KINDS.map(({ value: kind, label }) => ({
    label,
    options: MONTHS.filter((month) => endsWith({ year, month, kind })).map((month) => ({
      value: `${kind}-${month}`,
      label:
        kind === 'month'
          ? spanName(month, firstMonth)
          : periodName({ year, month, kind }, firstMonth).replace(`${year}年`, ''),
    })),
  }));

export function scorePeriodOf(value: string): {
  readonly kind: PeriodKind;
  readonly month: number;
} {
  const [kind, month] = value.split('-');
  return {
    kind: PERIOD_KINDS.find((one) => one.value === kind)?.value ?? 'month',
    month: Number(month),
  };
}

/** The period of a kind that a month lies in, by its last month. */
export const lastOf = (kind: PeriodKind, month: number): number =>
  MONTHS.find((one) => one >= month && endsWith({ year: 0, month: one, kind })) ?? 12;
