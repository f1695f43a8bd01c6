/**
 * The month that 进度 and 总览 look at, and the indicator of 进度: the same on both pages, for each
 * year its own.
 */
import { create } from 'zustand';

interface Period {
  readonly months: Readonly<Record<number, number>>;
  readonly indicator: number | null;
}
export const usePeriod = create<Period>()(() => ({ months: {}, indicator: null }));

export const showMonth = (year: number, month: number): void =>
  usePeriod.setState(({ months }) => ({ months: { ...months, [year]: month } }));
export const showIndicator = (indicator: number): void => usePeriod.setState({ indicator });

/**
 * Where nobody chose: the first open month that has figures, else the newest that has any, else the
 * first.
 */
export function monthShown(
  chosen: number | undefined,
  months: readonly { readonly month: number; readonly closed: unknown; readonly filled: number }[],
): number {
  if (chosen !== undefined) return chosen;
  const filled = months.filter((one) => one.filled > 0);
  return (filled.find((one) => one.closed === null) ?? filled.at(-1) ?? months[0])?.month ?? 1;
}
