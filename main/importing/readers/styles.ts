/**
 * The styles of a workbook: which number format each shows, whether that makes a number a date,
 * what is struck through or coloured.
 */
import { isDateFormat } from './dates.ts';
import { isTrue, readTagsOf, type ReadTag } from './xml.ts';

export interface Styles {
  /** the distinct formats; 0 is General */
  readonly formats: readonly string[];
  /** of each style its format, as a place in `formats` */
  readonly formatOf: Uint16Array;
  /** of each style 1 where it shows a date */
  readonly isDate: Uint8Array;
  /** of each style 1 where its text is struck through */
  readonly isStruck: Uint8Array;
  /** the distinct colours of ground and ink; 0 is neither */
  readonly colours: readonly string[];
  /** of each style its colour, as a place in `colours` */
  readonly colourOf: Uint16Array;
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
  const shown: Shown[] = [];
  const [inks, grounds, struck]: [string[], string[], boolean[]] = [[], [], []];
  // dxfs and cellStyleXfs hold tags of the same names that mean others
  let inside: string | null = null;
  for (const tag of readTagsOf(text)) {
    if (LISTS.has(tag.name)) inside = tag.kind === 'open' ? tag.name : null;
    else if (tag.kind === 'close') continue;
    else if (inside === 'numFmts' && tag.name === 'numFmt')
      own.set(Number(tag.attribute('numFmtId')), tag.attribute('formatCode') ?? 'General');
    else if (inside === 'fonts' || inside === 'fills') look(tag, inside, { inks, grounds, struck });
    else if (tag.name === 'xf' && inside === 'cellXfs' && shown.length < MOST_STYLES) {
      const place = (name: string): number => Number(tag.attribute(name) ?? 0);
      const id = place('numFmtId');
      const colour = [grounds[place('fillId')] ?? '', inks[place('fontId')] ?? ''];
      shown.push({
        format: own.get(id) ?? BUILT_IN[id] ?? 'General',
        isStruck: struck[place('fontId')] ?? false,
        colour: colour.every((one) => one === '') ? '' : colour.join('/'),
      });
    }
  }
  return stylesOf(shown);
}

const LISTS: ReadonlySet<string> = new Set([
  'numFmts',
  'fonts',
  'fills',
  'borders',
  'cellStyleXfs',
  'cellXfs',
  'cellStyles',
  'dxfs',
]);

/** What a tag within fonts or fills says of the font or fill at hand. */
function look(
  tag: ReadTag,
  inside: 'fonts' | 'fills',
  to: { readonly inks: string[]; readonly grounds: string[]; readonly struck: boolean[] },
): void {
  const { inks, grounds, struck } = to;
  if (inside === 'fonts') {
    const last = inks.length - 1;
    if (tag.name === 'font') {
      inks.push('');
      struck.push(false);
    } else if (tag.name === 'strike') struck[last] = isTrue(tag.attribute('val') ?? '1');
    else if (tag.name === 'color') inks[last] = colourOf(tag, BLACK);
  } else if (tag.name === 'fill') grounds.push('');
  else if (tag.name === 'fgColor') grounds[grounds.length - 1] = colourOf(tag, WHITE);
}

/** As the theme, the palette or six signs name it. */
const [BLACK, WHITE] = [
  /^(?:.{0,2}000000|theme[01]|index(?:0|8|64|65))$/i,
  /^(?:.{0,2}FFFFFF|theme0|index(?:1|9|64|65))$/i,
];

/** Empty for the usual colour. */
function colourOf(tag: ReadTag, usual: RegExp): string {
  const [rgb, theme, index] = ['rgb', 'theme', 'indexed'].map((name) => tag.attribute(name));
  const colour =
    rgb ??
    (theme === undefined ? undefined : `theme${theme}`) ??
    (index === undefined ? '' : `index${index}`);
  return usual.test(colour) ? '' : colour;
}

interface Shown {
  readonly format: string;
  readonly isStruck: boolean;
  readonly colour: string;
}

export const PLAIN: Styles = stylesOf([]);

function stylesOf(shown: readonly Shown[]): Styles {
  const [formats, formatOf] = placed(
    'General',
    shown.map((one) => one.format),
  );
  const [colours, colourOfStyle] = placed(
    '',
    shown.map((one) => one.colour),
  );
  const dates = formats.map((format) => isDateFormat(format));
  return {
    formats,
    formatOf,
    isDate: Uint8Array.from(formatOf, (place) => (dates[place] === true ? 1 : 0)),
    isStruck: Uint8Array.from(shown, (one) => (one.isStruck ? 1 : 0)),
    colours,
    colourOf: colourOfStyle,
  };
}

/** The distinct ones of a list behind the usual one, and of each its place among them. */
function placed(usual: string, list: readonly string[]): readonly [readonly string[], Uint16Array] {
  const places = new Map<string, number>([[usual, 0]]);
  for (const one of list) if (!places.has(one)) places.set(one, places.size);
  return [[...places.keys()], Uint16Array.from(list, (one) => places.get(one) ?? 0)];
}
