/** How a sheet names its columns: A, B, … Z, AA. */

/** 0 → "A", 26 → "AA". */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}

/** "A" → 0, "AA" → 26. */
export function columnNumber(name: string): number {
  let number = 0;
  for (const letter of name) number = number * 26 + letter.charCodeAt(0) - 64;
  return number - 1;
}

/** 0, 27 → "AB1". */
export const cellName = (row: number, column: number): string => `${columnName(column)}${row + 1}`;
