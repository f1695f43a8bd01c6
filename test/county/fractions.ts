/**
 * Exact fractions of the county's truth against figures as they are printed: half up to the places
 * that stand there.
 */

/** 791/100, -37, 12.5 */
function fractionOf(text: string): { readonly top: bigint; readonly bottom: bigint } {
  const [over = '', under = '1'] = text.split('/');
  const [whole = '', parts = ''] = over.split('.');
  return { top: BigInt(whole + parts), bottom: BigInt(under) * 10n ** BigInt(parts.length) };
}

const halfUp = (top: bigint, bottom: bigint): bigint => {
  const size = ((top < 0n ? -top : top) * 2n + bottom) / (2n * bottom);
  return top < 0n ? -size : size;
};

/** How a printed cell stands to what may be there: right, blank where a figure is due, or wrong. */
export type Verdict = 'right' | 'missing' | 'wrong';

/**
 * `times`: the truth's measure in the printed one, 万元 as 亿元 is 1/10000. A `*` among the
 * accepted says that anything may stand there.
 */
export function verdictOf(
  printed: string | null | undefined,
  accepted: readonly string[],
  times = '1',
): Verdict {
  if (accepted.includes('*')) return 'right';
  const text = (printed ?? '').replace(/[,\s+%＊*]/g, '').replaceAll('−', '-');
  if (text === '' || text === '—' || text === '-')
    return accepted.includes('') ? 'right' : 'missing';
  if (!/^-?\d+(?:\.\d+)?$/.test(text)) return 'wrong';
  const places = text.split('.')[1]?.length ?? 0;
  const got = BigInt(text.replace('.', ''));
  const by = fractionOf(times);
  const fits = accepted.some((one) => {
    if (one === '') return false;
    const { top, bottom } = fractionOf(one);
    return halfUp(top * by.top * 10n ** BigInt(places), bottom * by.bottom) === got;
  });
  return fits ? 'right' : 'wrong';
}
