/**
 * Where the parts of a document stand on the page of GB/T 9704-2012, counted in its own lines and
 * characters.
 */
import { paragraphText, type NumberedParagraph, type OfficeDocument } from './document.ts';
import { textUnits } from './figures.ts';

/** The page of the standard, in mm and in its own characters. */
export const DOCUMENT_PAGE = {
  top: 37,
  bottom: 35,
  left: 28,
  right: 26,
  lines: 22,
  characters: 28,
  /** pt of 3号, the size of everything but title and 版记 */
  size: 16,
} as const;

/**
 * 附件：… or 附件：1.…, 2.… with the label apart, so that what wraps stands under the name's first
 * character.
 */
export function annexLines({ annexes }: OfficeDocument): readonly {
  readonly label: string;
  readonly name: string;
}[] {
  return annexes.map((name, at) => ({
    label: `${at === 0 ? '附件：' : ''}${annexes.length === 1 ? '' : `${at + 1}.`}`,
    name,
  }));
}

/** What the mark at the head of an annex says: 附件, or 附件1. */
export const annexMark = ({ annexes }: OfficeDocument, at: number): string =>
  `附件${annexes.length < 2 ? '' : at + 1}`;

/**
 * Characters between the right edge and 署名, and 成文日期 (7.3.5). Without a seal the signer
 * stands two in and the date begins two behind the signer's first character;
 * a longer date stands two in, and the signer so much further. Under a seal the date stands four in
 * with the signer centred over it.
 */
export function closingIndents({ signer, date, sealed }: OfficeDocument): {
  readonly signer: number;
  readonly date: number;
} {
  const [who, when] = [textUnits(signer), textUnits(date)];
  if (sealed) return { signer: Math.max(0, 4 + (when - who) / 2), date: 4 };
  return when > who ? { signer: 2 + when + 2 - who, date: 2 } : { signer: 2, date: who - when };
}

/** Lines that a paragraph fills on the page of the standard. */
export const linesOf = (one: NumberedParagraph): number =>
  Math.max(1, Math.ceil((textUnits(paragraphText(one)) + 2) / DOCUMENT_PAGE.characters));
