/** A document's words in Word, on the page of GB/T 9704-2012: A4, margins 37/35/28/26 mm, title 2号小标宋, body 3号仿宋 with 28pt lines, levels 黑体 and 楷体. */
import type { ISectionOptions, Paragraph as DocxParagraph } from 'docx';
import type { Letter, Paragraph } from '../model/table.ts';
import { FONTS, pageNumber, textParagraph, twips, type Docx, type TextLook } from './docx-text.ts';

const BODY = 16;
const LINE = 560;
/** two characters of the body, told in both ways that programs read it */
const INDENT = { firstLine: BODY * 2 * 20, firstLineChars: 200 };
const LOOKS: Readonly<Record<Paragraph['level'], TextLook>> = {
  salutation: { font: FONTS.body, size: BODY },
  first: { font: FONTS.head, size: BODY },
  second: { font: FONTS.kai, size: BODY },
  body: { font: FONTS.body, size: BODY },
};

export function letterSection(docx: Docx, letter: Letter): ISectionOptions {
  const spacing = { line: LINE, lineRule: docx.LineRuleType.EXACT };
  const { JUSTIFIED, CENTER, RIGHT } = docx.AlignmentType;
  const paragraph = ({ level, text }: Paragraph): DocxParagraph =>
    textParagraph(docx, text, LOOKS[level], JUSTIFIED, {
      spacing,
      keepNext: level === 'first' || level === 'second',
      ...(level === 'salutation' ? {} : { indent: INDENT }),
    });
  const close = (text: string, before: number): DocxParagraph =>
    textParagraph(docx, text, LOOKS.body, RIGHT, {
      spacing: { ...spacing, before },
      keepLines: true,
      keepNext: before > 0,
      indent: { right: BODY * 2 * 20 },
    });
  return {
    properties: {
      page: {
        size: { width: twips(210), height: twips(297) },
        margin: {
          top: twips(37),
          bottom: twips(35),
          left: twips(28),
          right: twips(26),
          header: twips(15),
          footer: twips(25),
        },
      },
    },
    footers: pageNumber(docx, 'letter'),
    children: [
      textParagraph(docx, letter.title, { font: FONTS.title, size: 22 }, CENTER, {
        spacing: { line: 720, lineRule: docx.LineRuleType.EXACT, after: LINE },
      }),
      ...letter.paragraphs.map(paragraph),
      close(letter.signer, LINE * 2),
      close(letter.date, 0),
    ],
  };
}
