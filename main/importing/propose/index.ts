/**
 * “Make a ledger of this sheet”: a definition for what stands in a workbook, with the reason for
 * each field. Writes nothing.
 */
import { basename } from 'node:path';
import type { Proposal } from '../../../preload/contract/own-ledgers.ts';
import { ownLedgers } from '../../data/ledgers/own-ledgers.ts';
import { Fault } from '../../domain/fault.ts';
import { sessionFacts } from '../../services/book/session.ts';
import { listUnits } from '../../services/units/units.ts';
import { readBook } from '../files.ts';
import type { ImportScene } from '../plan/import-scene.ts';
import { inspectWorkbook } from '../recognise/inspect.ts';
import { findRegions } from '../sheet/regions.ts';
import { type Region } from '../sheet/region.ts';
import type { SourceSheet, Workbook } from '../sheet/sheet.ts';
import { unitNames } from '../cells/units.ts';
import { squeezeWords } from '../sheet/words.ts';
import { proposeTable } from './definition.ts';

/** as many rows tell what kind of table it is */
const ENOUGH_ROWS = 300;

interface Found {
  readonly sheet: SourceSheet;
  readonly region: Region;
}

/** @throws Fault import.nothing where no sheet (or not the named one) has a table */
export async function proposeLedger(
  scene: ImportScene,
  { file: handle, sheet: named }: { readonly file: string; readonly sheet?: string | undefined },
): Promise<Proposal> {
  const path = await scene.host.pathOf(handle);
  const file = basename(path);
  const workbook = await readBook(path, scene.watch('import.read'));
  const found = tablesOf(workbook);
  const [most] = found
    .filter(({ sheet }) => named === undefined || sheet.name === named)
    .toSorted((a, b) => b.region.dataRows.length - a.region.dataRows.length);
  if (most === undefined) throw new Fault('import.nothing', { file });
  const { book } = scene;
  const county = sessionFacts(book).county ?? '';
  const units = listUnits(book);
  const { definition, columns } = proposeTable(
    most.sheet,
    most.region,
    labelOf(most, file, county),
    unitNames(units, county, []),
  );
  const own = ownLedgers(book.db)
    .filter((one) => !one.definition.retired)
    .map((one) => one.ledger);
  const fits =
    inspectWorkbook(
      { ...workbook, sheets: [{ ...most.sheet, rows: most.sheet.rows.slice(0, ENOUGH_ROWS) }] },
      file,
      { units, county, answers: [], own },
    ).tables[0]?.ledger ?? null;
  return {
    file,
    sheets: [...new Set(found.map(({ sheet }) => sheet.name))],
    sheet: most.sheet.name,
    rows: most.region.dataRows.length,
    definition,
    columns,
    fits: fits?.code ?? null,
  };
}

const tablesOf = ({ sheets }: Workbook): readonly Found[] =>
  sheets
    .filter((sheet) => !sheet.hidden)
    .flatMap((sheet) =>
      findRegions(sheet)
        .filter((region) => region.dataRows.length > 0)
        .map((region) => ({ sheet, region })),
    );

/** What the sheet calls itself, without the county, the year and what every table is. */
function labelOf({ sheet, region }: Found, file: string, county: string): string {
  const titles = region.titleRows
    .flatMap((row) => (sheet.rows[row] ?? []).filter((cell) => typeof cell === 'string'))
    .map(squeezeWords)
    .filter((text) => text.length >= 4 && text.length <= 40 && !/[:：]/.test(text));
  const named = /^sheet\d*$|^工作表\d*$/i.test(sheet.name) ? [] : [squeezeWords(sheet.name)];
  const words = [...titles, ...named, squeezeWords(file.replace(/\.[^.]*$/, ''))].map((text) =>
    plainTitle(text, county),
  );
  return words.find((text) => text.length >= 2) ?? '新台账';
}

const plainTitle = (text: string, county: string): string =>
  text
    .replace(county === '' ? /^$/ : county, '')
    .replace(/^\d{1,3}[-_.、]/, '')
    .replace(/^附件?\d*/, '')
    .replace(/(?:19|20)\d{2}年?(?:度)?(?:\d{1,2}月份?)?/g, '')
    .replace(/[（(][^（）()]*[)）]$/, '')
    .replace(/(?:情况)?(?:一览表|汇总表|统计表|明细表|登记表|检查表|情况表|花名册|台账|表)$/, '')
    .slice(0, 40);
