/**
 * The parts of a sender's workbook are read by the one reader of XML, whatever is written in them,
 * and changed at their places only.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readTagsOf } from '../../main/importing/readers/xml.ts';
import { patchedWorkbook } from '../../main/importing/rejects/patch.ts';
import { withAttributes } from '../../main/importing/rejects/tags.ts';

const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** The smallest workbook: one sheet of that name, with the cell A1. */
function workbook(
  sheet: string,
  rows = '<row r="1"><c r="A1" s="0"><v>1</v></c></row>',
): Uint8Array {
  const parts = {
    '[Content_Types].xml':
      '<Types><Default Extension="xml" ContentType="application/xml"/></Types>',
    '_rels/.rels': `<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${sheet}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><fills count="1"><fill/></fills><cellXfs count="1"><xf numFmtId="4"/></cellXfs></styleSheet>`,
  };
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])),
  );
}
const mark = (sheet: string): Parameters<typeof patchedWorkbook>[1] => [
  { sheet, marks: [{ row: 0, column: 0, note: '看不懂' }] },
];

test('a number of no sign in a name stays as it is written', () => {
  const back = patchedWorkbook(workbook('表&#x110000;&#38;一'), mark('表&#x110000;&一'));
  expect(back).not.toBeNull();
  const sheet = strFromU8(
    unzipSync(back ?? new Uint8Array())['xl/worksheets/sheet1.xml'] ?? new Uint8Array(),
  );
  expect(sheet).toContain('<c r="A1" s="1"><v>1</v></c>');
});

test('tags that never end are found out at the first one, however many there are', () => {
  // an expression that tries each of them again goes on for hours
  expect(() => [...readTagsOf('<a '.repeat(300_000))]).toThrow('does not end');
  expect(patchedWorkbook(workbook('一', '<row '.repeat(300_000)), mark('一'))).toBeNull();
});

test('an attribute is set where it stands, whatever other values hold', () => {
  const [tag] = readTagsOf(`<x:c note=" s='9' " r = 'A1' xmlns:s="urn" s='3'   />`);
  if (tag === undefined) throw new Error('no tag');
  expect([tag.prefix, tag.name, tag.attribute('s')]).toEqual(['x:', 'c', '3']);
  expect(withAttributes(tag, { s: '7', t: 'n' })).toBe(
    `<x:c note=" s='9' " r = 'A1' xmlns:s="urn" s='7'    t="n"/>`,
  );
});
