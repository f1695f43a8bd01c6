/** The look of an office table on paper: fonts by name, falling back to what the machine has. */
import { marginsOf, paperOf, roomOf } from '../model/page.ts';
import { fontsFor, type FontRole } from '../../domain/paper-fonts.ts';
import type { PrintTable } from '../model/table.ts';

const GENERIC: Readonly<Record<FontRole, string>> = {
  title: 'serif',
  heads: 'sans-serif',
  body: 'serif',
  kai: 'serif',
  foot: 'serif',
};
/** As CSS names them. */
export const fontStack = (role: FontRole, own?: string): string =>
  [...fontsFor(role, own).map((name) => `"${name.replace(/["\\]/gu, '')}"`), GENERIC[role]].join(
    ',',
  );

/** The title's size: 22pt where the paper is wide enough for it. */
export const titlePoints = (table: PrintTable): number =>
  Math.min(22, Math.max(14, roomOf(table.page).width / (table.title.length + 6) / 0.3528));

/** mm of a row of one line, for one page or all of a table. */
export const rowVariable = (least: number): string => `--row:${(least - 0.3).toFixed(1)}mm`;

/**
 * `font` is the body's size in pt; the title keeps its 22pt where the paper is wide enough for it.
 */
export function styleSheet(table: PrintTable, font: number): string {
  const { width, height } = paperOf(table.page);
  const title = titlePoints(table);
  const { top, right, bottom, left } = marginsOf(table.page);
  const { fonts = {} } = table;
  const [titleFont, headFont, bodyFont] = [
    fontStack('title', fonts.title),
    fontStack('heads', fonts.heads),
    fontStack('body', fonts.body),
  ];
  return `
@page { size: ${width}mm ${height}mm; margin: ${top}mm ${right}mm ${bottom}mm ${left}mm; @bottom-center { content: "第 " counter(page) " 页　共 " counter(pages) " 页"; font: 10pt ${fontStack('foot')}; } }
* { box-sizing: border-box; }
body { margin: 0; color: #000; font: ${font}pt/1.3 ${bodyFont}; font-variant-numeric: tabular-nums; -webkit-print-color-adjust: exact; }
section { break-after: page; padding: 0 .3mm; }
section:last-child { break-after: auto; }
/* or old Chromium takes each part of a section for a page of another name: seen in 109 */
section * { page: inherit; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { border: .25mm solid #000; overflow-wrap: anywhere; }
th { text-wrap: balance; font: 600 ${font}pt/1.2 ${headFont}; padding: 1mm .5mm; }
td { height: var(--row); padding: .5mm 1mm; vertical-align: middle; }
.front th { border: 0; border-bottom: .25mm solid #000; padding: 0 0 1mm; font: 10.5pt/1.3 ${bodyFont}; }
h1 { margin: 0 0 2mm; font: 700 ${title.toFixed(1)}pt/1.25 ${titleFont}; letter-spacing: .03em; }
h1 small { font-size: .7em; }
.meta { display: grid; grid-template-columns: 1fr 1fr 1fr; text-align: left; }
.meta span:nth-child(2) { text-align: center; }
.meta span:nth-child(3) { text-align: right; }
.filters { text-align: left; }
.right { text-align: right; white-space: nowrap; }
.center { text-align: center; padding: .5mm .2mm; }
.group td { font-weight: 700; }
.group { break-after: avoid; }
.subtotal, .total { break-before: avoid; }
.subtotal td, .total td { font-weight: 700; background: #f0f0f0; }
.subtotal .left, .total .left { text-align: center; }
.of-which .left { padding-left: 1em; }
.cut td { border: 0; padding: 0; background: linear-gradient(to right, #000 60%, transparent 0) 0 50% / 3mm .2mm repeat-x; }
.empty td { height: 30mm; text-align: center; }
figure { margin: 0 auto; width: var(--width); height: var(--height); break-before: page; break-inside: avoid; }
figure + figure { break-before: auto; }
figure > svg { width: 100%; height: 100%; }
.foot { break-before: avoid; }
.foot td { border: 0; padding: 0; height: auto; }
.foot .notes, footer { font-size: 10.5pt; line-height: 1.4; }
.notes { margin-top: 2mm; }
.notes p { margin: 0; }
.signatures { display: flex; flex-wrap: wrap; margin-top: 7mm; }
.signatures span { flex: 1 1 0; min-width: max-content; }`;
}
