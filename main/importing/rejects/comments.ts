/**
 * Notes on cells: the sheet's comments and their drawing, new ones or joined to those that stand
 * there already.
 */
import { cellName } from '../../domain/read/sheet-address.ts';
import type { Mark } from './marks.ts';
import type { PackageParts } from './parts.ts';
import { readTagsOf, type ReadTag } from '../readers/xml.ts';
import {
  closingTag,
  placedElements,
  escapedXml,
  firstTag,
  splicedText,
  withAttributes,
} from './tags.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const AUTHOR = '县计';
const COMMENTS_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml';
const VML_TYPE = 'application/vnd.openxmlformats-officedocument.vmlDrawing';
/** Shapes are numbered in blocks of this many, each block declared. */
const BLOCK = 1024;

/**
 * Puts a note on every marked cell. Answers the sheet's XML, which must name the drawing of its
 * notes.
 */
export function addNotes(
  parts: PackageParts,
  sheet: string,
  xml: string,
  marks: readonly Mark[],
): string {
  const relations = parts.relations(sheet);
  const comments = relations.find((one) => one.type === 'comments')?.target ?? null;
  const noted =
    comments === null ? newComments(parts, sheet, marks) : moreComments(parts, comments, marks);
  const legacy = firstTag(xml, 'legacyDrawing');
  const drawing =
    legacy === null
      ? null
      : (relations.find((one) => legacy.text.includes(`"${one.id}"`))?.target ?? null);
  if (drawing !== null) {
    parts.set(drawing, withShapes(parts.text(drawing) ?? '', noted));
    return xml;
  }
  const part = parts.fresh('xl/drawings/vmlDrawing', '.vml');
  parts.set(part, withShapes(EMPTY_DRAWING, noted));
  parts.declare({ extension: 'vml' }, VML_TYPE);
  return withLegacyDrawing(xml, parts.relate(sheet, 'vmlDrawing', part));
}

function newComments(parts: PackageParts, sheet: string, marks: readonly Mark[]): readonly Mark[] {
  const part = parts.fresh('xl/comments', '.xml');
  const list = marks.map((mark) => comment('', mark, 0)).join('');
  parts.set(
    part,
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="${MAIN}"><authors><author>${AUTHOR}</author></authors><commentList>${list}</commentList></comments>`,
  );
  parts.declare({ part }, COMMENTS_TYPE);
  parts.relate(sheet, 'comments', part);
  return marks;
}

/** A cell that has a note already gets ours below it; answers the marks whose notes are new. */
function moreComments(parts: PackageParts, part: string, marks: readonly Mark[]): readonly Mark[] {
  const xml = parts.text(part) ?? '';
  const [authors, list] = [closingTag(xml, 'authors'), closingTag(xml, 'commentList')];
  if (authors === null || list === null) throw new RangeError('comments without a list');
  const author = placedElements(xml, 'author').length;
  const texts = textEnds(xml);
  const changes = [
    {
      from: authors.from,
      to: authors.from,
      text: `<${authors.prefix}author>${AUTHOR}</${authors.prefix}author>`,
    },
  ];
  const fresh: Mark[] = [];
  for (const mark of marks) {
    const end = texts.get(cellName(mark.row, mark.column));
    if (end === undefined) fresh.push(mark);
    else changes.push({ from: end.from, to: end.from, text: run(end.prefix, `\n${mark.note}`) });
  }
  changes.push({
    from: list.from,
    to: list.from,
    text: fresh.map((mark) => comment(list.prefix, mark, author)).join(''),
  });
  parts.set(part, splicedText(xml, changes));
  return fresh;
}

/** Where the text of each cell's note ends. */
function textEnds(xml: string): ReadonlyMap<string, ReadTag> {
  const ends = new Map<string, ReadTag>();
  let cell = '';
  for (const tag of readTagsOf(xml)) {
    if (tag.name === 'comment' && tag.kind === 'open') cell = tag.attribute('ref') ?? '';
    if (tag.name === 'text' && tag.kind === 'close') ends.set(cell, tag);
  }
  return ends;
}

const run = (p: string, text: string): string =>
  `<${p}r><${p}rPr><${p}sz val="9"/></${p}rPr><${p}t xml:space="preserve">${escapedXml(text)}</${p}t></${p}r>`;
const comment = (p: string, mark: Mark, author: number): string =>
  `<${p}comment ref="${cellName(mark.row, mark.column)}" authorId="${author}"><${p}text>${run(p, mark.note)}</${p}text></${p}comment>`;

const EMPTY_DRAWING =
  '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout></xml>';
const SHAPE_TYPE =
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';

/** The drawing with a yellow box for every mark, hidden until the pointer is on the cell. */
function withShapes(xml: string, marks: readonly Mark[]): string {
  const end = closingTag(xml, 'xml');
  if (end === null) throw new RangeError('a drawing that is not one');
  const numbers = [...xml.matchAll(/_x0000_s(\d+)/g)].map((found) => Number(found[1]));
  const first = Math.max(BLOCK, ...numbers) + 1;
  const type = xml.includes('id="_x0000_t202"') ? '' : SHAPE_TYPE;
  const shapes = marks.map((mark, at) => shape(mark, first + at)).join('');
  const ids = firstTag(xml, 'idmap');
  const data = ids?.attribute('data');
  return splicedText(xml, [
    ...(ids === null || data === undefined
      ? []
      : [{ ...ids, text: withAttributes(ids, { data: blocks(data, first + marks.length) }) }]),
    { from: end.from, to: end.from, text: type + shapes },
  ]);
}

function blocks(data: string, last: number): string {
  const used = new Set(
    data
      .split(',')
      .filter((one) => one !== '')
      .map(Number),
  );
  for (let block = Math.min(...used, 1); block <= Math.floor(last / BLOCK); block += 1)
    used.add(block);
  return [...used].sort((a, b) => a - b).join(',');
}

function shape({ row, column, note }: Mark, number: number): string {
  const lines = Math.min(12, 2 + Math.ceil(note.length / 16));
  return `<v:shape id="_x0000_s${number}" type="#_x0000_t202" style="position:absolute;margin-left:80pt;margin-top:2pt;width:180pt;height:${lines * 12}pt;z-index:${number - BLOCK};visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${column + 1}, 12, ${Math.max(row - 1, 0)}, 4, ${column + 4}, 12, ${row + lines}, 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`;
}

/** What may stand after the drawing of notes in a sheet, which insists on its order. */
const AFTER: ReadonlySet<string> = new Set([
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'extLst',
  'worksheet',
]);

function withLegacyDrawing(xml: string, relation: string): string {
  let depth = 0;
  for (const tag of readTagsOf(xml)) {
    if (tag.kind === 'close') depth -= 1;
    const isTop =
      tag.kind === 'close'
        ? depth === 0 && tag.name === 'worksheet'
        : depth === 1 && AFTER.has(tag.name);
    if (isTop)
      return `${xml.slice(0, tag.from)}<${tag.prefix}legacyDrawing xmlns:r="${RELATIONS}" r:id="${relation}"/>${xml.slice(tag.from)}`;
    if (tag.kind === 'open') depth += 1;
  }
  throw new RangeError('a sheet without an end');
}
