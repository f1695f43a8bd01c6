/** Tags of a small XML part, one after the other. Entities that a part defines itself are never expanded: such a part is refused. */
import { damagedFile } from './trouble.ts';

export interface ReadTag {
  /** without its prefix */
  readonly name: string;
  readonly kind: 'open' | 'close' | 'empty';
  /** an attribute by its name without prefix, entities resolved; undefined where it is absent */
  attribute(name: string): string | undefined;
}

const NAMED: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
};

/** XML's five names and numbers. A name it does not know stays as it is written. */
export function withoutEntities(text: string): string {
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

/** The text of a cell: entities, then Excel's own _xHHHH_ for signs that XML cannot hold. A line ends with \n alone, however it is written. */
export function decodedCellText(raw: string): string {
  const text = withoutEntities(raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw);
  if (!text.includes('_x')) return text;
  return text
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    )
    .replaceAll('\r\n', '\n');
}

/** The open, close and empty tags in their order. @throws Trouble damaged where a tag does not end or the part defines entities */
export function* readTagsOf(text: string): Generator<ReadTag> {
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
    const next = text[at + 1];
    if (next === '?') at = after(text, '?>', at);
    else if (next === '!') {
      if (text.startsWith('<!--', at)) at = after(text, '-->', at);
      else if (text.startsWith('<![CDATA[', at)) at = after(text, ']]>', at);
      else throw damagedFile('a document type');
    } else {
      const end = tagEnd(text, at);
      yield tagOf(text.slice(at + 1, end));
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

function tagOf(inner: string): ReadTag {
  const kind = inner.startsWith('/') ? 'close' : inner.endsWith('/') ? 'empty' : 'open';
  let end = kind === 'close' ? 1 : 0;
  const start = end;
  while (end < inner.length && !isSpace(inner[end]) && inner[end] !== '/') end++;
  let attributes: ReadonlyMap<string, string> | null = null;
  return {
    name: local(inner.slice(start, end)),
    kind,
    attribute: (name) => {
      attributes ??= attributesOf(inner, end);
      return attributes.get(name);
    },
  };
}

/** Read by hand: an expression with two open ends takes quadratic time on a long broken tag. */
function attributesOf(inner: string, from: number): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  let at = from;
  while (at < inner.length) {
    while (at < inner.length && (isSpace(inner[at]) || inner[at] === '/')) at++;
    const start = at;
    while (at < inner.length && inner[at] !== '=' && !isSpace(inner[at])) at++;
    const name = local(inner.slice(start, at));
    while (isSpace(inner[at]) || inner[at] === '=') at++;
    const quote = inner[at];
    if (quote !== '"' && quote !== "'") break;
    const close = inner.indexOf(quote, at + 1);
    if (close < 0) break;
    if (!found.has(name)) found.set(name, withoutEntities(inner.slice(at + 1, close)));
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
