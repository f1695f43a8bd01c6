/**
 * A document in Word on the page of GB/T 9704-2012: A4, margins 37/35/28/26 mm, 22 lines of 28
 * characters, and a named style for each of its parts, so that an office changes one style and not
 * a hundred paragraphs.
 */
import type { IParagraphOptions, IRunOptions, ISectionOptions, Paragraph } from 'docx';
import { partText } from '../../domain/progress/sentence.ts';
import {
  numberedParagraphs,
  recipientsText,
  type NumberedParagraph,
  type OfficeDocument,
} from '../model/document.ts';
import { annexLines, annexMark, closingIndents, DOCUMENT_PAGE } from '../model/document-layout.ts';
import { textUnits } from '../model/figures.ts';
import {
  charactersWide,
  DOCUMENT_LINE,
  DOCUMENT_RED,
  DOCUMENT_WIDTH,
  LATIN,
  styleId,
  type DocumentStyle,
} from './docx-document-styles.ts';
import { FONTS, pageNumber, twips, type Docx } from './docx-text.ts';

/** pt of the mark at most, and how wide it may be in mm */
const [MARK, MARK_WIDTH] = [50, 150];

const fontOf = (font: string): NonNullable<IRunOptions['font']> => ({
  hint: 'eastAsia',
  ascii: LATIN,
  hAnsi: LATIN,
  eastAsia: font,
  cs: font,
});

export function documentSection(docx: Docx, letter: OfficeDocument): ISectionOptions {
  const styled = (name: DocumentStyle, text: string, more: IParagraphOptions = {}): Paragraph =>
    new docx.Paragraph({ style: styleId(name), ...more, children: linesOfText(docx, text) });
  const blank = (): Paragraph => styled('body', '');
  const to = recipientsText(letter);
  const indents = closingIndents(letter);
  return {
    properties: {
      page: {
        size: { width: twips(210), height: twips(297) },
        margin: {
          top: twips(DOCUMENT_PAGE.top),
          bottom: twips(DOCUMENT_PAGE.bottom),
          left: twips(DOCUMENT_PAGE.left),
          right: twips(DOCUMENT_PAGE.right),
          header: twips(15),
          footer: twips(22),
        },
      },
      grid: { type: docx.DocumentGridType.LINES, linePitch: DOCUMENT_LINE },
    },
    footers: pageNumber(docx, 'letter'),
    children: [
      ...headOf(docx, letter, styled),
      styled('title', letter.title),
      blank(),
      ...(to === '' ? [] : [styled('to', to)]),
      ...numberedParagraphs(letter.paragraphs).map((one) => bodyParagraph(docx, one)),
      ...annexParagraphs(letter, styled, blank),
      blank(),
      styled('signer', letter.signer, { indent: { right: charactersWide(indents.signer) } }),
      styled('date', letter.date, { indent: { right: charactersWide(indents.date) } }),
    ],
  };
}

type Styled = (name: DocumentStyle, text: string, more?: IParagraphOptions) => Paragraph;

/**
 * The mark 35 mm under the text's upper edge, the number under it over a red line; without a mark
 * the number stands over the title.
 */
function headOf(docx: Docx, letter: OfficeDocument, styled: Styled): Paragraph[] {
  const { mark, number } = letter;
  if (mark === null) return number === null ? [] : [styled('number', number), styled('number', '')];
  const size = Math.min(MARK, (MARK_WIDTH / mark.length / 25.4) * 72);
  return [
    new docx.Paragraph({
      style: styleId('mark'),
      spacing: { before: twips(35), after: DOCUMENT_LINE * 2 },
      children: [new docx.TextRun({ text: mark, size: Math.round(size * 2) })],
    }),
    styled('number', number ?? '', {
      border: {
        bottom: { style: docx.BorderStyle.SINGLE, size: 18, color: DOCUMENT_RED, space: 11 },
      },
    }),
    styled('number', ''),
    styled('number', ''),
  ];
}

const HEAD_FONTS: Readonly<Record<NumberedParagraph['level'], string>> = {
  first: FONTS.head,
  second: FONTS.kai,
  third: FONTS.body,
  fourth: FONTS.body,
  body: FONTS.body,
};

/** Each figure is a run of its own. */
function bodyParagraph(docx: Docx, { level, head, parts }: NumberedParagraph): Paragraph {
  const heads =
    head === '' ? [] : [new docx.TextRun({ text: head, font: fontOf(HEAD_FONTS[level]) })];
  return new docx.Paragraph({
    style: styleId(level),
    ...(level !== 'body' && parts.length === 0 ? { keepNext: true } : {}),
    children: [...heads, ...parts.map((part) => new docx.TextRun(partText(part)))],
  });
}

/**
 * One blank line under the text, two characters in; what wraps stands under the name's first
 * character.
 */
function annexParagraphs(
  letter: OfficeDocument,
  styled: Styled,
  blank: () => Paragraph,
): Paragraph[] {
  const lines = annexLines(letter);
  const widest = Math.max(0, ...lines.map(({ label }) => textUnits(label)));
  return lines.flatMap(({ label, name }, at) => [
    ...(at === 0 ? [blank()] : []),
    styled('annex', `${label}${name}`, {
      indent: { left: charactersWide(2 + widest), hanging: charactersWide(textUnits(label)) },
    }),
  ]);
}

/** 附件 over the annex's own page, on the left in its first line. */
export const annexMarkParagraph = (docx: Docx, letter: OfficeDocument): Paragraph =>
  new docx.Paragraph({
    style: styleId('annexMark'),
    children: [new docx.TextRun(annexMark(letter, 0))],
  });

/** 版记: who else gets it, between two lines, with who printed it and when. */
export function copiesParagraphs(docx: Docx, letter: OfficeDocument): Paragraph[] {
  if (letter.copies.length === 0) return [];
  const line = { style: docx.BorderStyle.SINGLE, size: 8, color: '000000', space: 1 };
  const thin = { ...line, size: 6 };
  const indent = { left: 280, right: 280 };
  return [
    new docx.Paragraph({
      style: styleId('copies'),
      spacing: { before: DOCUMENT_LINE },
      border: { top: line },
      keepNext: true,
      indent,
      children: [new docx.TextRun(`抄送：${letter.copies.join('，')}。`)],
    }),
    new docx.Paragraph({
      style: styleId('copies'),
      border: { top: thin, bottom: line },
      indent,
      tabStops: [{ type: docx.TabStopType.RIGHT, position: DOCUMENT_WIDTH - 280 }],
      children: [new docx.TextRun(`${letter.signer}\t${letter.date}印发`)],
    }),
  ];
}

const linesOfText = (docx: Docx, text: string): InstanceType<Docx['TextRun']>[] =>
  text
    .split('\n')
    .map((line, at) => new docx.TextRun({ text: line, ...(at === 0 ? {} : { break: 1 }) }));
