/**
 * A browser older than the program was built for is refused with a sentence; one without margin
 * boxes still numbers its pages.
 */
import { expect, test } from 'vitest';
import { Fault } from '../../main/domain/fault.ts';
import { refuseOldBrowser } from '../../main/shell/chromium/oldest.ts';
import { footerFor } from '../../main/shell/footer.ts';

const table =
  '<style>@page { size: 297mm 210mm; @bottom-center { content: "第 " counter(page) " 页　共 " counter(pages) " 页"; font: 10pt SimSun; } }</style>';

test.each(['92.0.4515.159', '108.0.5359.71'])('%s is refused', (version) => {
  expect(() => refuseOldBrowser(version)).toThrow(Fault);
});

test.each(['109.0.5414.120', '130.0.6723.91', '156.0.1.2'])('%s is taken', (version) => {
  expect(() => refuseOldBrowser(version)).not.toThrow();
});

test('where the engine has no margin boxes the same words go into its footer', () => {
  expect(footerFor(table, '130.0.6723.91')?.footerTemplate).toContain(
    '第 <span class="pageNumber"></span> 页　共 <span class="totalPages"></span> 页',
  );
});

test('a letter counts its pages as a letter does', () => {
  const letter = `${table}<style>@page letter:right { @bottom-right { content: "— " counter(page) " —"; font: 14pt SimSun; } }</style>`;
  expect(footerFor(letter, '109.0.0.0')?.footerTemplate).toContain(
    '— <span class="pageNumber"></span> —',
  );
});

test('an engine with margin boxes, and a document without numbers, get none', () => {
  expect(footerFor(table, '131.0.0.0')).toBeNull();
  expect(footerFor('<p>没有页码</p>', '109.0.0.0')).toBeNull();
});
