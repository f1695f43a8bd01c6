/**
 * The named styles of a document in Word, as the part that Word reads: the docx library knows no
 * paragraph that stands off the grid or takes no space between Chinese and digits.
 */
import { DOCUMENT_PAGE } from '../model/document-layout.ts';
import { FONTS, twips } from './docx-text.ts';

const { size: BODY, lines, characters: across } = DOCUMENT_PAGE;
/** twips: the text's width and height, a line and a character of it */
export const DOCUMENT_WIDTH = twips(210 - DOCUMENT_PAGE.left - DOCUMENT_PAGE.right);
export const DOCUMENT_LINE = Math.floor(
  twips(297 - DOCUMENT_PAGE.top - DOCUMENT_PAGE.bottom) / lines,
);
const CHARACTER = DOCUMENT_WIDTH / across;
/** what each character gives up so that 28 stand where 27 would */
const TIGHTER = Math.floor(CHARACTER - BODY * 20);
export const charactersWide = (count: number): number => Math.round(count * CHARACTER);
/**
 * digits of 仿宋 are half a character wide in the fonts of an office, and much wider in what stands
 * in for them elsewhere
 */
export const LATIN = 'Times New Roman';
export const DOCUMENT_RED = 'FF0000';

interface StyleLook {
  /** as Word lists it */
  readonly name: string;
  readonly font: string;
  /** pt; the body's where absent */
  readonly size?: number;
  readonly red?: true;
  readonly align: 'both' | 'center' | 'left' | 'right';
  readonly indented?: true;
  /** stays with what follows */
  readonly keepNext?: true;
  /** as high as it is, off the lines of the grid */
  readonly free?: true;
}
export const DOCUMENT_STYLES = {
  mark: { name: '发文机关标志', font: FONTS.title, red: true, align: 'center', free: true },
  number: { name: '发文字号', font: FONTS.body, align: 'center' },
  title: { name: '公文标题', font: FONTS.title, size: 22, align: 'center', keepNext: true },
  to: { name: '主送机关', font: FONTS.body, align: 'both' },
  first: { name: '一级标题', font: FONTS.head, align: 'both', indented: true, keepNext: true },
  second: { name: '二级标题', font: FONTS.body, align: 'both', indented: true },
  third: { name: '三级标题', font: FONTS.body, align: 'both', indented: true },
  fourth: { name: '四级标题', font: FONTS.body, align: 'both', indented: true },
  body: { name: '公文正文', font: FONTS.body, align: 'both', indented: true },
  annex: { name: '附件说明', font: FONTS.body, align: 'left' },
  signer: { name: '发文机关署名', font: FONTS.body, align: 'right', keepNext: true },
  date: { name: '成文日期', font: FONTS.body, align: 'right' },
  annexMark: { name: '附件标志', font: FONTS.head, align: 'left' },
  copies: { name: '版记', font: FONTS.body, size: 14, align: 'both' },
} as const satisfies Readonly<Record<string, StyleLook>>;
export type DocumentStyle = keyof typeof DOCUMENT_STYLES;
export const styleId = (style: DocumentStyle): string => `Document${style}`;

/** The order of the elements is the schema's: Word is particular about it. */
function styleXml(id: string, look: StyleLook): string {
  const { name, font, size = BODY, align } = look;
  const paragraph = [
    look.keepNext === true ? '<w:keepNext/>' : '',
    '<w:keepLines w:val="0"/><w:widowControl w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>',
    size > BODY || look.free === true ? '<w:snapToGrid w:val="0"/>' : '',
    look.free === true
      ? ''
      : `<w:spacing w:before="0" w:after="0" w:line="${DOCUMENT_LINE}" w:lineRule="exact"/>`,
    look.indented === true
      ? `<w:ind w:firstLineChars="200" w:firstLine="${charactersWide(2)}"/>`
      : '',
    `<w:jc w:val="${align}"/>`,
  ].join('');
  const run = [
    `<w:rFonts w:hint="eastAsia" w:ascii="${LATIN}" w:hAnsi="${LATIN}" w:eastAsia="${font}" w:cs="${font}"/>`,
    look.red === true ? `<w:color w:val="${DOCUMENT_RED}"/>` : '',
    size === BODY && look.free !== true ? `<w:spacing w:val="${TIGHTER}"/>` : '',
    `<w:sz w:val="${size * 2}"/><w:szCs w:val="${size * 2}"/>`,
  ].join('');
  return `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:style>`;
}

export function documentStylesXml(): string {
  const styles = Object.entries<StyleLook>(DOCUMENT_STYLES).map(([style, look]) =>
    styleXml(`Document${style}`, look),
  );
  return `<?xml version="1.0" encoding="UTF-8"?><w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault/><w:pPrDefault/></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>${styles.join('')}</w:styles>`;
}
