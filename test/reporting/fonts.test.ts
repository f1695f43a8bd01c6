/**
 * A Word document names what stands in for each of its fonts; the page names the same, the office's
 * own first.
 */
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { makeTable } from '../../main/reporting/making/making.ts';
import { writeDocx } from '../../main/reporting/writers/docx.ts';
import { toHtml } from '../../main/reporting/writers/html.ts';
import { testBook } from '../helpers/book.ts';

test('fonts of an office with their other names', async () => {
  const { table } = makeTable(testBook(['财政局']), 'project-ledger', {
    filters: [],
    layout: { fonts: { body: '方正仿宋_GBK' } },
  });
  const parts = unzipSync(await writeDocx(table));
  const list = strFromU8(parts['word/fontTable.xml'] ?? new Uint8Array());
  const others = (name: string) =>
    new RegExp(`w:name="${name}"><w:altName w:val="([^"]*)"`, 'u').exec(list)?.[1]?.split(',');
  expect(others('方正小标宋简体')).toContain('华文中宋');
  expect(others('黑体')).toContain('SimHei');
  expect(others('方正仿宋_GBK')).toEqual(expect.arrayContaining(['仿宋_GB2312', '仿宋']));
  // every font that the document's runs name is in the list
  const body = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  const named = new Set([...body.matchAll(/w:eastAsia="([^"]+)"/gu)].map(([, name]) => name));
  expect(named.size).toBeGreaterThan(1);
  expect([...named].filter((name) => others(name ?? '') === undefined)).toEqual([]);
  expect(toHtml(table)).toContain('"方正仿宋_GBK","仿宋_GB2312"');
});
