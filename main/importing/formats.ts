/** Number formats that show another figure than the cell holds: 0!.0,"万元" shows 元 as 万元. Whoever filled the cell in saw the shown one. */
import { measureOf, type Measure } from '../domain/measure.ts';
import { cellKey, type Sheet } from './sheet.ts';

/** Tells the rows of a column whose format is in doubt; null where none is, as in nearly every sheet. */
export function formatDoubts(sheet: Sheet, column: number, measure: Measure | null): ((row: number) => string | null) | null {
  const doubtful = new Set([...new Set(sheet.formats.values())].filter((format) => showsAnother(format, measure)));
  if (doubtful.size === 0) return null;
  return (row) => {
    const format = sheet.formats.get(cellKey(row, column));
    return format !== undefined && doubtful.has(format) ? format : null;
  };
}

/** Shown in thousands, as a share, or with the name of a measure that is not the column's. */
function showsAnother(format: string, measure: Measure | null): boolean {
  const literals = [...format.matchAll(/"([^"]*)"/g)].map((match) => measureOf(match[1] ?? '')).filter((one) => one !== null);
  const [codes = ''] = format.replace(/"[^"]*"|[\\!_*].|\[[^\]]*\]/g, '').split(';');
  return /[0#?],+(?![0#?,])/.test(codes) || (codes.includes('%') && measure?.dimension !== 'share') || literals.some((one) => one.name !== measure?.name);
}
