/**
 * An official document (公文, GB/T 9704-2012) as data, before any writer: what each writer needs to
 * place, and the numbers that levels carry.
 */
import { numeral } from '../../domain/exact/numeral.ts';
import { sentenceText, type Sentence, type ToldFigure } from '../../domain/progress/sentence.ts';

/** 一、 · （一） · 1. · （1）; body text has none. */
export type ParagraphLevel = 'first' | 'second' | 'third' | 'fourth' | 'body';
export interface DocumentParagraph {
  readonly level: ParagraphLevel;
  /** the heading: a line of its own, or followed by its text where there are parts */
  readonly head?: string;
  readonly parts: Sentence;
}

export interface OfficeDocument {
  /** 发文机关标志, in red above all; null where the paper has it, or none is wanted */
  readonly mark: string | null;
  /** 发文字号 */
  readonly number: string | null;
  /** a line break where the sense has one */
  readonly title: string;
  /** 主送机关 */
  readonly to: readonly string[];
  readonly paragraphs: readonly DocumentParagraph[];
  /** 附件说明: the names of what is attached */
  readonly annexes: readonly string[];
  readonly signer: string;
  readonly date: string;
  /** a seal is put over the date (加盖印章): it stands elsewhere then */
  readonly sealed: boolean;
  /** 抄送机关; none where there is no 版记 */
  readonly copies: readonly string[];
}

export const paragraph = (
  level: ParagraphLevel,
  parts: Sentence,
  head?: string,
): DocumentParagraph => (head === undefined ? { level, parts } : { level, head, parts });
/** A line of its own that opens a part of the document. */
export const heading = (
  level: Exclude<ParagraphLevel, 'body'>,
  head: string,
): DocumentParagraph => ({
  level,
  head,
  parts: [],
});

const DEPTH: readonly ParagraphLevel[] = ['first', 'second', 'third', 'fourth'];
const MARKS: Readonly<Record<Exclude<ParagraphLevel, 'body'>, (at: number) => string>> = {
  first: (at) => `${numeral(at)}、`,
  second: (at) => `（${numeral(at)}）`,
  third: (at) => `${at}.`,
  fourth: (at) => `（${at}）`,
};

export interface NumberedParagraph {
  readonly level: ParagraphLevel;
  /** with its number; empty for body text */
  readonly head: string;
  readonly parts: Sentence;
}

/**
 * Each level counts from 1 under the one above it; what a level is told in stands behind its
 * number.
 */
export function numberedParagraphs(
  paragraphs: readonly DocumentParagraph[],
): readonly NumberedParagraph[] {
  const counts = new Map<ParagraphLevel, number>();
  return paragraphs.map(({ level, head = '', parts }) => {
    if (level === 'body') return { level, head, parts };
    const at = (counts.get(level) ?? 0) + 1;
    counts.set(level, at);
    for (const deeper of DEPTH.slice(DEPTH.indexOf(level) + 1)) counts.delete(deeper);
    return { level, head: MARKS[level](at) + head, parts };
  });
}

/** Every figure in the words of a document, in their order. */
export const toldFigures = ({ paragraphs }: OfficeDocument): readonly TellingPart[] =>
  paragraphs.flatMap((one) =>
    one.parts.flatMap((told) => (typeof told === 'string' ? [] : [{ told, paragraph: one }])),
  );
interface TellingPart {
  readonly told: ToldFigure;
  readonly paragraph: DocumentParagraph;
}

export const paragraphText = ({ head, parts }: NumberedParagraph): string =>
  head + sentenceText(parts);

/** 各乡镇人民政府，县政府各部门： */
export const recipientsText = ({ to }: OfficeDocument): string =>
  to.length === 0 ? '' : `${to.join('，')}：`;
