/** Runs of text and page numbers in Word, with a font for every script. */
import type * as DocxModule from 'docx';
import type { AlignmentType, IParagraphOptions, ISectionOptions, Paragraph } from 'docx';
import { PAPER_FONTS } from '../../domain/paper-fonts.ts';
import { soundText } from '../../domain/read/sound-text.ts';

export type Docx = typeof DocxModule;
type Align = (typeof AlignmentType)[keyof typeof AlignmentType];

/** Word measures pages in twentieths of a point. */
export const twips = (mm: number): number => Math.round((mm / 25.4) * 1440);

export const FONTS = {
  title: PAPER_FONTS.title[0],
  head: PAPER_FONTS.heads[0],
  kai: PAPER_FONTS.kai[0],
  body: PAPER_FONTS.body[0],
  foot: PAPER_FONTS.foot[0],
} as const;
export interface TextLook {
  readonly font: string;
  /** pt */
  readonly size: number;
  readonly bold?: boolean;
}

/** One paragraph of plain text; lines of its own where the text has line breaks. */
export function textParagraph(
  docx: Docx,
  text: string,
  look: TextLook,
  align: Align,
  more: IParagraphOptions = {},
): Paragraph {
  const { font, size, bold = false } = look;
  const style = {
    font: { ascii: font, hAnsi: font, eastAsia: font, cs: font },
    size: Math.round(size * 2),
    bold,
  };
  const runs = soundText(text)
    .split('\n')
    .map(
      (line, index) =>
        new docx.TextRun({
          ...style,
          children: line
            .split('\t')
            .flatMap((part, at) => (at === 0 ? [part] : [new docx.Tab(), part])),
          ...(index === 0 ? {} : { break: 1 }),
        }),
    );
  return new docx.Paragraph({ alignment: align, ...more, children: runs });
}

/** Footers: 第 X 页　共 Y 页 in the middle under a table; — 1 — on the outer side under a document. */
export function pageNumber(
  docx: Docx,
  of: 'pages' | 'section' | 'letter',
  /** where it is known how many pages a section has: not every program counts them */
  known?: number,
): NonNullable<ISectionOptions['footers']> {
  const { PageNumber } = docx;
  const parts =
    of === 'letter'
      ? ['— ', PageNumber.CURRENT, ' —']
      : [
          '第 ',
          PageNumber.CURRENT,
          ' 页　共 ',
          of !== 'section'
            ? PageNumber.TOTAL_PAGES
            : known === undefined
              ? PageNumber.TOTAL_PAGES_IN_SECTION
              : String(known),
          ' 页',
        ];
  const size = of === 'letter' ? 28 : 20;
  const footer = (
    align: Align,
    indent: { readonly left?: number; readonly right?: number },
  ): InstanceType<Docx['Footer']> =>
    new docx.Footer({
      children: [
        new docx.Paragraph({
          alignment: align,
          indent,
          children: [
            new docx.TextRun({
              children: parts,
              font: { ascii: FONTS.foot, hAnsi: FONTS.foot, eastAsia: FONTS.foot, cs: FONTS.foot },
              size,
            }),
          ],
        }),
      ],
    });
  // one character in from the edge of the text, as the standard has it
  if (of === 'letter')
    return {
      default: footer(docx.AlignmentType.RIGHT, { right: size * 10 }),
      even: footer(docx.AlignmentType.LEFT, { left: size * 10 }),
    };
  return { default: footer(docx.AlignmentType.CENTER, {}) };
}
