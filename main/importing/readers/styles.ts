/** The number formats of a workbook: which style shows which, and which of them make a number a date. */
import { isDateFormat } from './dates.ts';
import { readTagsOf } from './xml.ts';

export interface Styles {
  /** the distinct formats; 0 is General */
  readonly formats: readonly string[];
  /** of each style its format, as a place in `formats` */
  readonly formatOf: Uint16Array;
  /** of each style 1 where it shows a date */
  readonly isDate: Uint8Array;
}

/** ECMA-376 part 1, 18.8.30; 27–36 and 50–58 as Chinese Excel has them. */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  5: '"¥"#,##0;"¥"-#,##0',
  6: '"¥"#,##0;[Red]"¥"-#,##0',
  7: '"¥"#,##0.00;"¥"-#,##0.00',
  8: '"¥"#,##0.00;[Red]"¥"-#,##0.00',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: '上午/下午h"时"mm"分"',
  35: '上午/下午h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  37: '#,##0 ;(#,##0)',
  38: '#,##0 ;[Red](#,##0)',
  39: '#,##0.00;(#,##0.00)',
  40: '#,##0.00;[Red](#,##0.00)',
  41: '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ',
  42: '_ "¥"* #,##0_ ;_ "¥"* -#,##0_ ;_ "¥"* "-"_ ;_ @_ ',
  43: '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ',
  44: '_ "¥"* #,##0.00_ ;_ "¥"* -#,##0.00_ ;_ "¥"* "-"??_ ;_ @_ ',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: '上午/下午h"时"mm"分"',
  56: '上午/下午h"时"mm"分"ss"秒"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

/** Excel itself takes no more. */
const MOST_STYLES = 65_535;

export function stylesIn(text: string): Styles {
  const own = new Map<number, string>();
  const ids: number[] = [];
  // dxfs and cellStyleXfs hold tags of the same names that mean others
  let inside: 'numFmts' | 'cellXfs' | null = null;
  for (const tag of readTagsOf(text)) {
    if (tag.name === 'numFmts' || tag.name === 'cellXfs')
      inside = tag.kind === 'open' ? tag.name : null;
    else if (tag.kind === 'close') continue;
    else if (tag.name === 'numFmt' && inside === 'numFmts')
      own.set(Number(tag.attribute('numFmtId')), tag.attribute('formatCode') ?? 'General');
    else if (tag.name === 'xf' && inside === 'cellXfs' && ids.length < MOST_STYLES)
      ids.push(Number(tag.attribute('numFmtId') ?? 0));
  }
  return stylesOf(ids.map((id) => own.get(id) ?? BUILT_IN[id] ?? 'General'));
}

export const PLAIN: Styles = stylesOf([]);

function stylesOf(shown: readonly string[]): Styles {
  const places = new Map<string, number>([['General', 0]]);
  for (const format of shown) if (!places.has(format)) places.set(format, places.size);
  const formats = [...places.keys()];
  const dates = formats.map((format) => isDateFormat(format));
  const formatOf = Uint16Array.from(shown, (format) => places.get(format) ?? 0);
  return {
    formats,
    formatOf,
    isDate: Uint8Array.from(formatOf, (place) => (dates[place] === true ? 1 : 0)),
  };
}
