/**
 * Our reader against SheetJS, cell by cell, over every workbook at hand; where the two differ it is
 * written down why ours is right.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { columnName } from '../../../main/domain/read/sheet-address.ts';
import { Fault } from '../../../main/domain/fault.ts';
import { readWorkbook } from '../../../main/importing/readers/index.ts';
import { sheetjsWorkbook } from '../../../main/importing/readers/sheetjs.ts';
import type { SourceSheet, Workbook } from '../../../main/importing/sheet/sheet.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
/** more workbooks than the program ships stand beside it, or where the variable says */
const SHARED = process.env['COUNTY_PLANNER_SAMPLES'] ?? join(ROOT, '../shared/samples');
const FOLDERS = [join(ROOT, 'resources/samples'), join(SHARED, 'real'), join(SHARED, 'nasty')];

/** The differences, each with its reason: cell, what we read, what SheetJS reads. */
const DIFFERENCES: Readonly<
  Record<string, { readonly found: readonly string[]; readonly because: string }>
> = {
  'calamine_issue252.xlsx': {
    found: ['import.damaged'],
    because:
      'its checksums do not hold: the relations were overwritten by a fuzzer, unzip refuses it too',
  },
  'calamine_minimal_package.xlsx': {
    found: ['A1 "ARREST BOOKINGS for 01/30/17" "ARREST BOOKINGS for "'],
    because: 'the text is a <t> and a run beside it; SheetJS loses the run',
  },
  'php_XLSX_ChartSheet.xlsx': {
    found: ['Chart1: not read'],
    because: 'a chart sheet holds no cells; a note says so',
  },
  'php_XLSX_issue.4063.xlsx': {
    found: [
      'C17 "\u00a0" "38871"',
      'A18 "38871" "dd"',
      'B18 "dd" "217"',
      'A19 "217" "A"',
      'B19 "A" "4341"',
      'C19 "A" "4341"',
      'A20 "4341" "F"',
      'B20 "F" "38872"',
      'C20 "F" "38872"',
      'A21 "38872" "s"',
      'B21 "s" "38873"',
      'A22 "38873" "gg"',
      'B22 "gg" null',
    ],
    because:
      'an empty item <si/> counts as item 34, so each later index is one more than SheetJS counts; item 33 of the file is "226", 35 a space that does not break',
  },
  'php_XLSX_utf16be.xlsx': {
    found: ['SheetJS throws'],
    because: 'all its parts are in UTF-16, which SheetJS does not know',
  },
};

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;
const text = (value: unknown): string => JSON.stringify(value ?? null);

function sheetDifferences(ours: SourceSheet | undefined, theirs: SourceSheet): readonly string[] {
  if (ours === undefined) return [`${theirs.name}: not read`];
  const found: string[] = [];
  for (let r = 0; r < Math.max(ours.rows.length, theirs.rows.length); r++) {
    const [a, b] = [ours.rows[r] ?? [], theirs.rows[r] ?? []];
    for (let c = 0; c < Math.max(a.length, b.length); c++)
      if (text(a[c]) !== text(b[c]))
        found.push(`${columnName(c)}${r + 1} ${text(a[c])} ${text(b[c])}`);
  }
  const shape = (sheet: SourceSheet): string =>
    text([
      sheet.hidden,
      sheet.merges,
      [...sheet.hiddenRows].filter((row) => row < sheet.rows.length).toSorted((a, b) => a - b),
      [...sheet.hiddenColumns].toSorted((a, b) => a - b),
    ]);
  if (shape(ours) !== shape(theirs))
    found.push(`${theirs.name}: ${shape(ours)}, not ${shape(theirs)}`);
  return found;
}

async function differences(bytes: Uint8Array, name: string): Promise<readonly string[]> {
  let [ours, theirs]: (Workbook | null)[] = [null, null];
  try {
    ours = await readWorkbook(bytes, name);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return [error.code];
  }
  try {
    theirs = sheetjsWorkbook(bytes, 'zip');
  } catch {
    return ['SheetJS throws'];
  }
  const extra = ours.sheets
    .filter((sheet) => !theirs.sheets.some((one) => one.name === sheet.name))
    .map((sheet) => `${sheet.name}: not in SheetJS`);
  return [
    ...theirs.sheets.flatMap((sheet) =>
      sheetDifferences(
        ours.sheets.find((one) => one.name === sheet.name),
        sheet,
      ),
    ),
    ...extra,
  ];
}

describe.each(FOLDERS)('%s', (folder) => {
  const files = existsSync(folder)
    ? readdirSync(folder).filter((name) => /\.(xlsx|xlsm)$/.test(name))
    : [];
  it.skipIf(files.length === 0).each(files.length === 0 ? ['(the folder is not here)'] : files)(
    '%s',
    async (name) => {
      const bytes = readFileSync(join(folder, name));
      if (!isZip(bytes)) return;
      expect(await differences(bytes, name)).toEqual(DIFFERENCES[name]?.found ?? []);
    },
  );
});
