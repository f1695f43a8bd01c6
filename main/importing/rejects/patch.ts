/**
 * The sender's own workbook with its bad cells red and a note on each; every other part stays byte
 * for byte.
 */
import { addNotes } from './comments.ts';
import type { SheetMarks } from './marks.ts';
import { PackageParts } from './parts.ts';
import { anchoredMarks, findCells, type FoundRow } from './sheet.ts';
import { withRed } from './styles.ts';
import { Trouble } from '../readers/trouble.ts';
import { placedElements } from './tags.ts';

const STRICT = 'http://purl.oclc.org/ooxml/';

/** Null where the file is not built in a way that this knows: then a copy goes back. */
export function patchedWorkbook(
  bytes: Uint8Array,
  marks: readonly SheetMarks[],
): Uint8Array | null {
  try {
    return patch(new PackageParts(bytes), marks);
  } catch (error) {
    // fflate, the reader of XML and the parts here throw on what they do not know; anything else is
    // our own mistake
    if (
      error instanceof RangeError ||
      error instanceof Trouble ||
      (error instanceof Error && 'code' in error && typeof error.code === 'number')
    )
      return null;
    throw error;
  }
}

interface MarkedSheet {
  readonly part: string;
  readonly xml: string;
  readonly marks: SheetMarks['marks'];
  readonly found: FoundRow;
}

function patch(parts: PackageParts, marks: readonly SheetMarks[]): Uint8Array {
  const workbook = parts.relations('').find((one) => one.type === 'officeDocument')?.target;
  const book = workbook === undefined ? null : parts.text(workbook);
  if (workbook === undefined || book === null || book.includes(STRICT))
    throw new RangeError('not a transitional workbook');
  const relations = parts.relations(workbook);
  const sheets = new Map(
    placedElements(book, 'sheet').map(
      (tag) => [tag.attribute('name') ?? '', tag.attribute('id') ?? ''] as const,
    ),
  );
  const marked = marks.map((one): MarkedSheet => {
    const part = relations.find((relation) => relation.id === sheets.get(one.sheet))?.target;
    const xml = part === undefined ? null : parts.text(part);
    if (part === undefined || xml === null) throw new RangeError(`no sheet ${one.sheet}`);
    const placed = joined(anchoredMarks(xml, one.marks));
    return { part, xml, marks: placed, found: findCells(xml, placed) };
  });
  const stylesPart = relations.find((one) => one.type === 'styles')?.target;
  const styles = withRed(
    parts.text(stylesPart ?? '') ?? '',
    marked.flatMap(({ found }) => found.styles),
  );
  parts.set(stylesPart ?? '', styles.xml);
  for (const { part, marks: notes, found } of marked)
    parts.set(
      part,
      addNotes(
        parts,
        part,
        found.write((style) => styles.red(style)),
        notes,
      ),
    );
  return parts.zipped();
}

/** One note a cell, whatever is the matter with it. */
function joined(marks: SheetMarks['marks']): SheetMarks['marks'] {
  const byCell = Map.groupBy(marks, ({ row, column }) => row * 16384 + column);
  return [...byCell.values()].flatMap((list) => {
    const [first] = list;
    return first === undefined
      ? []
      : [{ ...first, note: [...new Set(list.map((one) => one.note))].join('\n') }];
  });
}
