/**
 * A workbook's zip as its parts: text read and replaced by name, relationships followed, all else
 * kept byte for byte.
 */
import { strFromU8, strToU8, unzipSync, zipSync, type Unzipped } from 'fflate';
import { closingTag, placedElements, escapedXml, firstTag, opened, splicedText } from './tags.ts';

export interface Relation {
  readonly id: string;
  /** the last word of its type: worksheet, comments, vmlDrawing */
  readonly type: string;
  /** the part's name in the zip */
  readonly target: string;
}

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export class PackageParts {
  private readonly files: Unzipped;

  constructor(bytes: Uint8Array) {
    this.files = unzipSync(bytes);
  }

  names(): readonly string[] {
    return Object.keys(this.files);
  }

  /** null where there is no such part */
  text(name: string): string | null {
    const bytes = this.files[name];
    if (bytes === undefined) return null;
    if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
      throw new RangeError(`${name} is not UTF-8`);
    return strFromU8(bytes);
  }

  set(name: string, text: string): void {
    this.files[name] = strToU8(text);
  }

  zipped(): Uint8Array {
    return zipSync(this.files, { level: 6 });
  }

  relations(part: string): readonly Relation[] {
    const xml = this.text(relationsPart(part)) ?? '';
    return placedElements(xml, 'Relationship').map((tag): Relation => ({
      id: tag.attribute('Id') ?? '',
      type: (tag.attribute('Type') ?? '').split('/').at(-1) ?? '',
      target: resolved(part, tag.attribute('Target') ?? ''),
    }));
  }

  /** Relates `part` to another and answers the relation's id. */
  relate(part: string, type: string, target: string): string {
    const used = new Set(this.relations(part).map((one) => one.id));
    let number = used.size + 1;
    while (used.has(`rId${number}`)) number += 1;
    const xml =
      this.text(relationsPart(part)) ??
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';
    const list = firstTag(xml, 'Relationships');
    const whole =
      list?.kind === 'empty'
        ? splicedText(xml, [{ ...list, text: `${opened(list)}</${list.prefix}Relationships>` }])
        : xml;
    const end = closingTag(whole, 'Relationships');
    if (end === null) throw new RangeError(`no relationships in ${part}`);
    this.set(
      relationsPart(part),
      `${whole.slice(0, end.from)}<${end.prefix}Relationship Id="rId${number}" Type="${RELATIONS}/${type}" Target="/${escapedXml(target)}"/>${whole.slice(end.from)}`,
    );
    return `rId${number}`;
  }

  /** Tells what a new part is; `extension` for all parts of that name's end. */
  declare(what: { readonly part: string } | { readonly extension: string }, type: string): void {
    const xml = this.text('[Content_Types].xml') ?? '';
    const known =
      'extension' in what &&
      placedElements(xml, 'Default').some(
        (tag) => tag.attribute('Extension')?.toLowerCase() === what.extension,
      );
    const end = closingTag(xml, 'Types');
    if (known || end === null) return;
    const line =
      'extension' in what
        ? `<${end.prefix}Default Extension="${what.extension}" ContentType="${type}"/>`
        : `<${end.prefix}Override PartName="/${escapedXml(what.part)}" ContentType="${type}"/>`;
    // defaults stand before overrides
    const first = firstTag(xml, 'Override');
    const at = 'extension' in what ? (first?.from ?? end.from) : end.from;
    this.set('[Content_Types].xml', xml.slice(0, at) + line + xml.slice(at));
  }

  /** A name for a new part that none has: xl/comments3.xml. */
  fresh(before: string, after: string): string {
    let number = 1;
    while (this.files[`${before}${number}${after}`] !== undefined) number += 1;
    return `${before}${number}${after}`;
  }
}

const relationsPart = (part: string): string => part.replace(/([^/]*)$/, '_rels/$1.rels');

function resolved(part: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const path = part.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.') path.push(step);
  }
  return path.join('/');
}
