/** A document's words as pages for preview and PDF, on the page of GB/T 9704: A4, margins 37/35/28/26 mm, 仿宋 3号 with 28pt lines. */
import type { Letter, Paragraph } from '../model/table.ts';

const TITLE =
  '"方正小标宋简体","FZXiaoBiaoSong-B05S","华文中宋","STZhongsong","Noto Serif CJK SC",serif';
const SONG = '"宋体","SimSun","Noto Serif CJK SC",serif';
const FANG_SONG = '"仿宋_GB2312","FangSong_GB2312","仿宋","FangSong","Noto Serif CJK SC",serif';

export const LETTER_STYLE = `
@page letter { size: 210mm 297mm; margin: 37mm 26mm 35mm 28mm; @bottom-center { content: "— " counter(page) " —"; font: 14pt ${SONG}; } }
.letter { page: letter; font: 16pt/28pt ${FANG_SONG}; text-align: justify; }
.letter h1 { margin: 0 0 28pt; font: 700 22pt/36pt ${TITLE}; text-align: center; letter-spacing: 0; white-space: pre-line; text-wrap: balance; }
.letter p { margin: 0; text-indent: 2em; }
.letter .salutation { text-indent: 0; }
.letter .first { font-family: "黑体","SimHei","Noto Sans CJK SC",sans-serif; break-after: avoid; }
.letter .second { font-family: "楷体_GB2312","KaiTi_GB2312","楷体","KaiTi","Noto Serif CJK SC",serif; break-after: avoid; }
.letter .close { text-align: right; text-indent: 0; break-inside: avoid; }
.letter .signer { margin-top: 56pt; padding-right: 2em; break-after: avoid; }
.letter .date { padding-right: 2em; }`;

export function letterHtml(letter: Letter, escape: (text: string) => string): string {
  const paragraph = ({ level, text }: Paragraph): string =>
    `<p class="${level}">${escape(text)}</p>`;
  return `<section class="letter"><h1>${escape(letter.title)}</h1>${letter.paragraphs.map(paragraph).join('')}<p class="close signer">${escape(letter.signer)}</p><p class="close date">${escape(letter.date)}</p></section>`;
}
