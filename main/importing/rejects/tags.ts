/** Finds tags in a part's XML without taking it apart, so that everything else stays as its writer wrote it. */

export interface PlacedTag {
  /** without its prefix: c, row */
  readonly name: string;
  readonly prefix: string;
  readonly kind: 'open' | 'close' | 'empty';
  /** place of < and of the sign after > */
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

const TAG =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<(\/?)((?:[\w.-]+:)?)([\w.-]+)((?:[^>"']|"[^"]*"|'[^']*')*?)(\/?)>/g;

/** Every tag from a place on; comments and CDATA are passed over. */
export function* placedTagsOf(xml: string, from = 0): Generator<PlacedTag> {
  const pattern = new RegExp(TAG);
  pattern.lastIndex = from;
  for (let found = pattern.exec(xml); found !== null; found = pattern.exec(xml)) {
    const [text, slash, prefix, name, , end] = found;
    if (name === undefined) continue;
    yield {
      name,
      prefix: prefix ?? '',
      kind: slash === '/' ? 'close' : end === '/' ? 'empty' : 'open',
      from: found.index,
      to: found.index + text.length,
      text,
    };
  }
}

/** Every element of that name, by its first tag. */
export const placedElements = (xml: string, name: string): readonly PlacedTag[] =>
  [...placedTagsOf(xml)].filter((tag) => tag.name === name && tag.kind !== 'close');
export const firstTag = (xml: string, name: string): PlacedTag | null =>
  found(xml, 0, (tag) => tag.name === name && tag.kind !== 'close');
export const closingTag = (xml: string, name: string, from = 0): PlacedTag | null =>
  found(xml, from, (tag) => tag.name === name && tag.kind === 'close');

function found(xml: string, from: number, fits: (tag: PlacedTag) => boolean): PlacedTag | null {
  for (const tag of placedTagsOf(xml, from)) if (fits(tag)) return tag;
  return null;
}

/** An attribute's value, entities resolved; `name` with its prefix where it has one. */
export function tagAttribute(tag: string, name: string): string | null {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return found === null ? null : unescaped(found[1] ?? found[2] ?? '');
}

/** The tag with the attribute set. */
export function withAttribute(tag: string, name: string, value: string): string {
  const pattern = new RegExp(`(\\s${name}\\s*=\\s*)(?:"[^"]*"|'[^']*')`);
  if (pattern.test(tag)) return tag.replace(pattern, (_, head: string) => `${head}"${value}"`);
  return tag.replace(/\s*\/?>$/, (end) => ` ${name}="${value}"${end.trimStart()}`);
}

export const escapedXml = (text: string): string =>
  text
    .replace(
      /[&<>"]/g,
      (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign,
    )
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '');

function unescaped(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]+)|#(\d+)|(amp|lt|gt|quot|apos));/gi,
    (whole: string, hex?: string, decimal?: string, word?: string) => {
      if (hex !== undefined) return String.fromCodePoint(parseInt(hex, 16));
      if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
      return { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }[word ?? ''] ?? whole;
    },
  );
}

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
