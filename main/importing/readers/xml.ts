/**
 * Tags of an XML part, one after the other, with their places. Entities that a part defines itself
 * are never expanded: such a part is refused.
 */
import { damagedFile } from './trouble.ts';

interface Place {
  readonly from: number;
  readonly to: number;
}
export interface ReadTag {
  /** without its prefix */
  readonly name: string;
  /** "x:", or nothing */
  readonly prefix: string;
  readonly kind: 'open' | 'close' | 'empty';
  /** place of < and of the sign after > */
  readonly from: number;
  readonly to: number;
  /** the tag as it is written */
  readonly text: string;
  /** an attribute by its name without prefix, entities resolved; undefined where it is absent */
  attribute(name: string): string | undefined;
  /** where the attribute's value stands within the tag's text, between its quotes */
  placeOf(name: string): Place | undefined;
}

const NAMED: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
};

/** XML's five names and numbers. A name it does not know stays as it is written. */
function withoutEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(lt|gt|amp|quot|apos));/gi,
    (whole, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
      if (name !== undefined) return NAMED[name] ?? whole;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

/**
 * The text of a cell: entities, then Excel's own _xHHHH_ for signs that XML cannot hold. A line
 * ends with \n alone, however it is written.
 */
export function decodedCellText(raw: string): string {
  const text = withoutEntities(raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw);
  if (!text.includes('_x')) return text;
  return text
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    )
    .replaceAll('\r\n', '\n');
}

/**
 * The open, close and empty tags in their order, from a place on. @throws Trouble damaged where a
 * tag does not end or the part defines entities
 */
export function* readTagsOf(text: string, from = 0): Generator<ReadTag> {
  for (let at = text.indexOf('<', from); at >= 0; at = text.indexOf('<', at)) {
    const next = text[at + 1];
    if (next === '?') at = after(text, '?>', at);
    else if (next === '!') {
      if (text.startsWith('<!--', at)) at = after(text, '-->', at);
      else if (text.startsWith('<![CDATA[', at)) at = after(text, ']]>', at);
      // a condition, as Office writes them into drawings
      else if (text.startsWith('<![', at)) at = after(text, ']>', at);
      else throw damagedFile('a document type');
    } else {
      const end = tagEnd(text, at);
      yield tagOf(text, at, end + 1);
      at = end + 1;
    }
  }
}

function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  if (at < 0) throw damagedFile('a tag does not end');
  return at + mark.length;
}

/** Where the tag's > stands; one inside quotes belongs to a value. */
function tagEnd(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    const sign = text[at];
    if (sign === '>') return at;
    if (sign === '"' || sign === "'") {
      at = text.indexOf(sign, at + 1);
      if (at < 0) break;
    }
  }
  throw damagedFile('a tag does not end');
}

function tagOf(part: string, from: number, to: number): ReadTag {
  const text = part.slice(from, to);
  const last = text.length - 1;
  const kind = text[1] === '/' ? 'close' : text[last - 1] === '/' ? 'empty' : 'open';
  const start = kind === 'close' ? 2 : 1;
  let end = start;
  while (end < last && !isSpace(text[end]) && text[end] !== '/') end++;
  const whole = text.slice(start, end);
  const name = local(whole);
  let places: ReadonlyMap<string, Place> | null = null;
  const placeOf = (attribute: string): Place | undefined => {
    places ??= attributesOf(text.slice(0, last), end);
    return places.get(attribute);
  };
  return {
    name,
    prefix: whole.slice(0, whole.length - name.length),
    kind,
    from,
    to,
    text,
    placeOf,
    attribute: (attribute) => {
      const place = placeOf(attribute);
      return place === undefined ? undefined : withoutEntities(text.slice(place.from, place.to));
    },
  };
}

/** Read by hand: an expression with two open ends takes quadratic time on a long broken tag. */
function attributesOf(inner: string, from: number): ReadonlyMap<string, Place> {
  const found = new Map<string, Place>();
  let at = from;
  while (at < inner.length) {
    while (at < inner.length && (isSpace(inner[at]) || inner[at] === '/')) at++;
    const start = at;
    while (at < inner.length && inner[at] !== '=' && !isSpace(inner[at])) at++;
    const whole = inner.slice(start, at);
    // a declaration names a prefix, not an attribute of that name
    const name = whole.startsWith('xmlns:') ? whole : local(whole);
    while (isSpace(inner[at]) || inner[at] === '=') at++;
    const quote = inner[at];
    if (quote !== '"' && quote !== "'") break;
    const close = inner.indexOf(quote, at + 1);
    if (close < 0) break;
    if (!found.has(name)) found.set(name, { from: at + 1, to: close });
    at = close + 1;
  }
  return found;
}

const isSpace = (sign: string | undefined): boolean =>
  sign === ' ' || sign === '\n' || sign === '\t' || sign === '\r';
const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** How OOXML writes yes. */
export const isTrue = (value: string | undefined): boolean =>
  value === '1' || value === 'true' || value === 'on';
