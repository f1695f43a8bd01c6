/** Live totals: the SUM over exactly the data rows that a total adds, never over other totals. */

/** Excel's own limits: arguments of one call, and characters of one formula. */
const ARGUMENTS = 200;
const CHARACTERS = 8000;

/**
 * [7,8,9,12] in column F → "SUM(F7:F9,F12)"; null where there is nothing to add or the formula
 * would be longer than a cell takes.
 */
export function sumFormula(letter: string, rows: readonly number[]): string | null {
  const parts = runsOf(rows).map(([from, to]) =>
    from === to ? `${letter}${from}` : `${letter}${from}:${letter}${to}`,
  );
  if (parts.length === 0) return null;
  const calls: string[] = [];
  for (let at = 0; at < parts.length; at += ARGUMENTS)
    calls.push(`SUM(${parts.slice(at, at + ARGUMENTS).join(',')})`);
  const formula = calls.length === 1 ? (calls[0] ?? '') : `SUM(${calls.join(',')})`;
  return formula.length > CHARACTERS ? null : formula;
}

function runsOf(rows: readonly number[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const row of rows) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] === row - 1) last[1] = row;
    else runs.push([row, row]);
  }
  return runs;
}
