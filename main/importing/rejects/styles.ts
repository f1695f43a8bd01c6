/**
 * The workbook's styles with a red copy of each style that a bad cell has: its font, borders and
 * number format stay.
 */
import { readTagsOf, type ReadTag } from '../readers/xml.ts';
import { closingTag, firstTag, withAttributes } from './tags.ts';

export interface RedStyles {
  readonly xml: string;
  /** the red copy of a style, by its number */
  red(style: number): number;
}

const RED = 'FFFF7C80';

/** @throws RangeError where the part has no cell styles or fills */
export function withRed(xml: string, styles: readonly number[]): RedStyles {
  const [fills, formats] = [listOf(xml, 'fills', 'fill'), listOf(xml, 'cellXfs', 'xf')];
  const { prefix } = fills.open;
  const copies = [...new Set(styles)].map((style, at) => ({
    style,
    number: formats.items.length + at,
    text: redCopy(formats.items[style] ?? formats.items[0] ?? '', fills.items.length),
  }));
  const numbers = new Map(copies.map((copy) => [copy.style, copy.number]));
  const fill = `<${prefix}fill><${prefix}patternFill patternType="solid"><${prefix}fgColor rgb="${RED}"/><${prefix}bgColor indexed="64"/></${prefix}patternFill></${prefix}fill>`;
  const later = appended(xml, formats, copies.map((copy) => copy.text).join(''), copies.length);
  // the fills stand before the cell styles, so that their places still hold
  return { xml: appended(later, fills, fill, 1), red: (style) => numbers.get(style) ?? 0 };
}

interface List {
  readonly open: ReadTag;
  readonly close: ReadTag;
  readonly items: readonly string[];
}

function listOf(xml: string, name: string, item: string): List {
  const open = firstTag(xml, name);
  const close = open === null || open.kind === 'empty' ? null : closingTag(xml, name, open.to);
  if (open === null || close === null) throw new RangeError(`no ${name} in the styles`);
  const items: string[] = [];
  let [begun, depth] = [0, 0];
  for (const tag of readTagsOf(xml, open.to)) {
    if (tag.from >= close.from) break;
    if (depth === 0 && tag.name === item && tag.kind === 'empty') items.push(tag.text);
    if (depth === 0 && tag.kind === 'open') begun = tag.from;
    depth += tag.kind === 'open' ? 1 : tag.kind === 'close' ? -1 : 0;
    if (depth === 0 && tag.kind === 'close' && tag.name === item)
      items.push(xml.slice(begun, tag.to));
  }
  return { open, close, items };
}

function redCopy(format: string, fill: number): string {
  const tag = firstTag(format, 'xf');
  if (tag === null) throw new RangeError('no cell style');
  return withAttributes(tag, { fillId: String(fill), applyFill: '1' }) + format.slice(tag.to);
}

function appended(xml: string, { open, close, items }: List, text: string, more: number): string {
  const head =
    open.attribute('count') === undefined
      ? open.text
      : withAttributes(open, { count: String(items.length + more) });
  return (
    xml.slice(0, open.from) + head + xml.slice(open.to, close.from) + text + xml.slice(close.from)
  );
}
