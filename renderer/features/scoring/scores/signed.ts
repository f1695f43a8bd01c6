/**
 * A difference of points with its sign: +1.20, −0.66, 0.00; empty where there is nothing to compare
 * with.
 */
export const signedScoreText = (value: string | null): string =>
  value === null
    ? ''
    : value.startsWith('-')
      ? value.replace('-', '−')
      : /[1-9]/.test(value)
        ? `+${value}`
        : value;
