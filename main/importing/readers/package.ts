/**
 * Finds the parts of an OOXML package by their relations: the workbook, its sheets in order, shared
 * texts and styles.
 */
import { MOST_SHEETS } from './limits.ts';
import { textInUtf8 } from './encoding.ts';
import { wholeOfEntry, type Meter } from './inflate.ts';
import { damagedFile, Trouble } from './trouble.ts';
import { isTrue, readTagsOf } from './xml.ts';
import type { Zip, ZipEntry } from './zip.ts';

export interface SheetPart {
  readonly name: string;
  readonly hidden: boolean;
  /**
   * the last word of its relation: worksheet, chartsheet, dialogsheet, …; null where none leads to
   * it
   */
  readonly kind: string | null;
  /** null where the file does not hold it */
  readonly entry: ZipEntry | null;
}
export interface WorkbookParts {
  readonly since1904: boolean;
  readonly sheets: readonly SheetPart[];
  readonly strings: ZipEntry | null;
  readonly styles: ZipEntry | null;
  readonly keywords: string;
}

interface Relation {
  readonly id: string;
  readonly kind: string;
  /** the part's name in the zip */
  readonly target: string;
}

/**
 * @throws Trouble unfamiliar where the package is not a workbook in XML, damaged where its parts
 * contradict each other
 */
export async function workbookPartsOf(zip: Zip, meter: Meter): Promise<WorkbookParts> {
  const text = async (entry: ZipEntry): Promise<string> =>
    textInUtf8(await wholeOfEntry(zip, entry, meter));
  const relations = async (part: string): Promise<readonly Relation[]> => {
    const entry = entryNamed(zip, relationsName(part));
    return entry === null ? [] : relationsIn(await text(entry), folderOf(part));
  };
  const ofPackage = await relations('');
  const root = ofPackage.find((one) => one.kind === 'officedocument')?.target ?? 'xl/workbook.xml';
  const workbook = entryNamed(zip, root) ?? entryNamed(zip, 'xl/workbook.xml');
  if (workbook === null || !/\.xml$/i.test(workbook.name))
    throw new Trouble('unfamiliar', `the workbook is ${root}`);
  const targets = await relations(workbook.name);
  // without its texts or its formats a sheet would be read wrong
  const first = (kind: string): ZipEntry | null => {
    const target = targets.find((one) => one.kind === kind)?.target;
    const entry = entryNamed(zip, target);
    if (target !== undefined && entry === null) throw damagedFile(`${target} is missing`);
    return entry;
  };
  const { since1904, listed } = workbookIn(await text(workbook));
  const byId = new Map(targets.map((one) => [one.id, one]));
  const sheets = listed.map(({ id, ...sheet }): SheetPart => {
    const relation = byId.get(id);
    return { ...sheet, kind: relation?.kind ?? null, entry: entryNamed(zip, relation?.target) };
  });
  const properties = entryNamed(
    zip,
    ofPackage.find((one) => one.kind === 'core-properties')?.target,
  );
  return {
    since1904,
    sheets,
    strings: first('sharedstrings'),
    styles: first('styles'),
    keywords: properties === null ? '' : keywordsIn(await text(properties)),
  };
}

const keywordsIn = (properties: string): string =>
  /<cp:keywords[^>]*>([^<]*)<\/cp:keywords>/.exec(properties)?.[1] ?? '';

interface Listed {
  readonly name: string;
  readonly hidden: boolean;
  readonly id: string;
}

function workbookIn(text: string): { since1904: boolean; listed: readonly Listed[] } {
  const listed: Listed[] = [];
  let [since1904, seen, inSheets] = [false, false, false];
  for (const tag of readTagsOf(text)) {
    if (tag.name === 'workbook') seen = true;
    else if (tag.name === 'workbookPr' && tag.kind !== 'close')
      since1904 ||= isTrue(tag.attribute('date1904'));
    else if (tag.name === 'sheets') inSheets = tag.kind === 'open';
    else if (tag.name === 'sheet' && inSheets && tag.kind !== 'close') {
      listed.push({
        name: tag.attribute('name') ?? '',
        hidden: /hidden/i.test(tag.attribute('state') ?? ''),
        id: tag.attribute('id') ?? '',
      });
      if (listed.length > MOST_SHEETS) throw damagedFile('too many sheets');
    }
  }
  if (!seen) throw damagedFile('the workbook part holds no workbook');
  return { since1904, listed };
}

function relationsIn(text: string, folder: string): readonly Relation[] {
  const found: Relation[] = [];
  for (const tag of readTagsOf(text)) {
    if (
      tag.name !== 'Relationship' ||
      tag.kind === 'close' ||
      tag.attribute('TargetMode') === 'External'
    )
      continue;
    const [id, type, target] = [
      tag.attribute('Id'),
      tag.attribute('Type'),
      tag.attribute('Target'),
    ];
    if (id !== undefined && type !== undefined && target !== undefined)
      found.push({
        id,
        kind: (type.split('/').at(-1) ?? '').toLowerCase(),
        target: resolved(folder, target),
      });
  }
  return found;
}

/**
 * A target as the zip names it: absolute ones begin at the root, relative ones at the part's own
 * folder.
 */
function resolved(folder: string, target: string): string {
  const path = unescaped(target).replaceAll('\\', '/');
  const steps: string[] = [];
  for (const step of (path.startsWith('/') ? path : `${folder}/${path}`).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

function unescaped(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}

const entryNamed = (zip: Zip, name: string | undefined): ZipEntry | null =>
  name === undefined ? null : (zip.byName.get(name.toLowerCase()) ?? null);
const folderOf = (part: string): string => part.slice(0, Math.max(0, part.lastIndexOf('/')));
const relationsName = (part: string): string =>
  `${folderOf(part)}/_rels/${part.slice(part.lastIndexOf('/') + 1)}.rels`.replace(/^\//, '');
