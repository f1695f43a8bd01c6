/**
 * Finds tags in a part's XML and changes it at their places, so that everything else stays as its
 * writer wrote it.
 */
import { readTagsOf, type ReadTag } from '../readers/xml.ts';

/** Every element of that name, by its first tag. */
export const placedElements = (xml: string, name: string): readonly ReadTag[] =>
  [...readTagsOf(xml)].filter((tag) => tag.name === name && tag.kind !== 'close');
export const firstTag = (xml: string, name: string): ReadTag | null =>
  found(xml, 0, (tag) => tag.name === name && tag.kind !== 'close');
export const closingTag = (xml: string, name: string, from = 0): ReadTag | null =>
  found(xml, from, (tag) => tag.name === name && tag.kind === 'close');

function found(xml: string, from: number, fits: (tag: ReadTag) => boolean): ReadTag | null {
  for (const tag of readTagsOf(xml, from)) if (fits(tag)) return tag;
  return null;
}

/** The tag's text with these attributes set. */
export function withAttributes(tag: ReadTag, values: Readonly<Record<string, string>>): string {
  const end = tag.text.length - (tag.kind === 'empty' ? 2 : 1);
  const changes = Object.entries(values).map(([name, value]) => {
    const place = tag.placeOf(name);
    return place === undefined
      ? { from: end, to: end, text: ` ${name}="${escapedXml(value)}"` }
      : { ...place, text: escapedXml(value) };
  });
  return splicedText(tag.text, changes);
}

/** The first tag of an element that has nothing in it, as one that may. */
export const opened = (tag: ReadTag): string =>
  tag.kind === 'empty' ? `${tag.text.slice(0, -2).trimEnd()}>` : tag.text;

export const escapedXml = (text: string): string =>
  text
    .replace(
      /[&<>"']/g,
      (sign) =>
        ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' })[sign] ?? sign,
    )
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '');

/** Several insertions and replacements at once, each at its place in the original. */
export function splicedText(
  xml: string,
  changes: readonly { readonly from: number; readonly to: number; readonly text: string }[],
): string {
  const parts: string[] = [];
  let at = 0;
  for (const change of changes.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    parts.push(xml.slice(at, change.from), change.text);
    at = change.to;
  }
  return parts.join('') + xml.slice(at);
}
