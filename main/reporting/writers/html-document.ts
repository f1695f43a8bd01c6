/**
 * A document as pages for preview and PDF, on the page of GB/T 9704-2012: A4, margins 37/35/28/26
 * mm, 22 lines of 28 characters, — 1 — on the outer side.
 */
import { partText } from '../../domain/progress/sentence.ts';
import {
  numberedParagraphs,
  recipientsText,
  type NumberedParagraph,
  type OfficeDocument,
} from '../model/document.ts';
import { annexLines, annexMark, closingIndents, DOCUMENT_PAGE } from '../model/document-layout.ts';
import { textUnits } from '../model/figures.ts';
import { fontStack } from './html-style.ts';

const [TITLE, SONG, FANG_SONG, HEAD, KAI] = (
  ['title', 'foot', 'body', 'heads', 'kai'] as const
).map((role) => fontStack(role));

const { top, right, bottom, left, lines, characters, size } = DOCUMENT_PAGE;
const [WIDTH, HEIGHT] = [210 - left - right, 297 - top - bottom];
/** mm of a line, and of a character */
const LINE = HEIGHT / lines;
const CHARACTER = WIDTH / characters;
/** what browsers round up over a line, or the 28th would go over */
const ROUNDED = 0.02;
const mm = (value: number): string => `${value.toFixed(3)}mm`;
const PAGE_NUMBER = `content: "— " counter(page) " —"; font: 14pt ${SONG}; vertical-align: top; padding: 7mm 1em 0;`;
/** Footers of pages that belong to a document: the table's own, in the middle, stand aside. */
const numbered = (name: string): string =>
  `@page ${name} { @bottom-center { content: ""; } } @page ${name}:right { @bottom-right { ${PAGE_NUMBER} } } @page ${name}:left { @bottom-left { ${PAGE_NUMBER} } }`;

export const DOCUMENT_STYLE = `
@page letter { size: 210mm 297mm; margin: ${top}mm ${right}mm ${bottom}mm ${left}mm; }
${numbered('letter')}${numbered('')}
.letter { page: letter; font: ${size}pt/${mm(LINE)} ${FANG_SONG}; letter-spacing: calc(${mm(CHARACTER - ROUNDED)} - ${size}pt); text-align: justify; line-break: strict; text-autospace: no-autospace; }
.letter h1 { margin: 0 0 ${mm(LINE)}; font: 700 22pt/${mm(LINE)} ${TITLE}; text-align: center; letter-spacing: 0; white-space: pre-line; text-wrap: balance; break-after: avoid; }
.letter p { margin: 0; text-indent: ${mm(2 * CHARACTER)}; orphans: 1; widows: 1; }
.letter .mark { margin: 35mm 0 ${mm(2 * LINE)}; color: #f00; font-family: ${TITLE}; line-height: 1.2; text-align: center; text-indent: 0; white-space: nowrap; letter-spacing: 0; }
.letter .number { min-height: ${mm(LINE)}; text-align: center; text-indent: 0; }
.letter .mark + .number { margin-bottom: ${mm(2 * LINE)}; padding-bottom: 4mm; border-bottom: .7mm solid #f00; }
.letter .to { text-indent: 0; }
.letter .alone { break-after: avoid; }
.letter .first b { font-family: ${HEAD}; }
.letter .second b { font-family: ${KAI}; }
.letter b { font-weight: 400; }
.letter .first b, .letter h1 { font-weight: 600; }
.letter .annex { text-align: left; }
.letter .annex.begins { margin-top: ${mm(LINE)}; }
.letter .close { text-align: right; text-indent: 0; break-inside: avoid; }
.letter .signer { margin-top: ${mm(LINE)}; break-after: avoid; }
.annex-mark { font: 600 ${size}pt/1.5 ${HEAD}; }
.copies { margin-top: ${mm(LINE)}; border: solid #000; border-width: .35mm 0; font: 14pt/1.6 ${FANG_SONG}; break-inside: avoid; }
.copies p { display: flex; justify-content: space-between; margin: 0; padding: 0 1em; }
.copies p + p { border-top: .25mm solid #000; }`;

type Escape = (text: string) => string;

/** The text of the `at`th figure in the words, as a link where figures can be asked. */
export type WordLink = (at: number, text: string) => string;

export function documentHtml(letter: OfficeDocument, escape: Escape, link: WordLink): string {
  const to = recipientsText(letter);
  const indents = closingIndents(letter);
  let told = 0;
  const figure = (text: string): string => link(told++, text);
  const close = (name: string, text: string, indent: number): string =>
    `<p class="close ${name}" style="padding-right:${mm(indent * CHARACTER)}">${escape(text)}</p>`;
  return [
    '<section class="letter">',
    headHtml(letter, escape),
    `<h1>${escape(letter.title)}</h1>`,
    to === '' ? '' : `<p class="to">${escape(to)}</p>`,
    ...numberedParagraphs(letter.paragraphs).map((one) => paragraphHtml(one, escape, figure)),
    annexHtml(letter, escape),
    close('signer', letter.signer, indents.signer),
    close('date', letter.date, indents.date),
    '</section>',
  ].join('');
}

function headHtml({ mark, number }: OfficeDocument, escape: Escape): string {
  const said =
    number === null && mark === null ? '' : `<p class="number">${escape(number ?? '')}</p>`;
  if (mark === null) return said;
  const points = Math.min(50, (150 / mark.length / 25.4) * 72);
  return `<p class="mark" style="font-size:${points.toFixed(1)}pt">${escape(mark)}</p>${said}`;
}

/** Each figure is an element of its own. */
function paragraphHtml(
  { level, head, parts }: NumberedParagraph,
  escape: Escape,
  figure: (text: string) => string,
): string {
  const text = parts
    .map((part) =>
      typeof part === 'string' ? escape(part) : `<data>${figure(escape(partText(part)))}</data>`,
    )
    .join('');
  const alone = level !== 'body' && parts.length === 0 ? ' alone' : '';
  return `<p class="${level}${alone}">${head === '' ? '' : `<b>${escape(head)}</b>`}${text}</p>`;
}

function annexHtml(letter: OfficeDocument, escape: Escape): string {
  const annexes = annexLines(letter);
  const widest = Math.max(0, ...annexes.map(({ label }) => textUnits(label)));
  return annexes
    .map(
      ({ label, name }, at) =>
        `<p class="annex${at === 0 ? ' begins' : ''}" style="padding-left:${mm((2 + widest) * CHARACTER)};text-indent:-${mm(textUnits(label) * CHARACTER)}">${escape(label + name)}</p>`,
    )
    .join('');
}

/** 附件 over the annex's own page, on the left in its first line. */
export const annexMarkHtml = (letter: OfficeDocument, escape: Escape): string =>
  `<div class="annex-mark">${escape(annexMark(letter, 0))}</div>`;

/** 版记: who else gets it, with who printed it and when. */
export const copiesHtml = (letter: OfficeDocument, escape: Escape): string =>
  letter.copies.length === 0
    ? ''
    : `<div class="copies"><p>${escape(`抄送：${letter.copies.join('，')}。`)}</p><p><span>${escape(letter.signer)}</span><span>${escape(letter.date)}印发</span></p></div>`;
