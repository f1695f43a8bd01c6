/**
 * How a column goes on below its first cells: figures that rise by one step go on rising, all else
 * is repeated.
 */
import {
  add,
  compare,
  isDecimal,
  subtract,
  type Decimal,
} from '../../../main/domain/exact/decimal.ts';

/** The step from each to the next where it is always the same and not nothing; else null. */
function stepOf(texts: readonly string[]): Decimal | null {
  const [first, second] = texts;
  if (first === undefined || second === undefined || !texts.every(isDecimal)) return null;
  const step = subtract(second, first);
  const isEven = texts.every(
    (text, at) => at === 0 || compare(subtract(text, texts[at - 1] ?? text), step) === 0,
  );
  return isEven && compare(step, '0') !== 0 ? step : null;
}

/** The text of the `at`th cell below, from 0. */
export function seriesAfter(texts: readonly string[]): (at: number) => string {
  const step = stepOf(texts);
  if (step === null) return (at) => texts[at % texts.length] ?? '';
  const known = [...texts];
  return (at) => {
    for (let length = known.length; length <= texts.length + at; length += 1)
      known.push(add(known.at(-1) ?? '0', step));
    return known[texts.length + at] ?? '';
  };
}
