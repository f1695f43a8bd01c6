/** The handbook as pages for PDF: a chapter is kept with its picture, pages are counted. */
import type { HandbookChapter } from '../model/handbook.ts';

const STYLE = `
@page { size: 210mm 297mm; margin: 22mm 20mm 20mm; @bottom-center { content: "第 " counter(page) " 页　共 " counter(pages) " 页"; font: 10pt "宋体","SimSun","Noto Serif CJK SC",serif; } }
body { margin: 0; color: #000; font: 12pt/1.7 "宋体","SimSun","Noto Serif CJK SC",serif; -webkit-print-color-adjust: exact; }
h1 { margin: 0 0 8mm; font: 700 24pt/1.3 "黑体","SimHei","Noto Sans CJK SC",sans-serif; text-align: center; }
h2 { margin: 8mm 0 2mm; font: 700 16pt/1.4 "黑体","SimHei","Noto Sans CJK SC",sans-serif; break-after: avoid; }
p { margin: 0 0 2mm; }
ol { margin: 0; padding-left: 2em; }
li { break-inside: avoid; }
figure { margin: 3mm 0; break-inside: avoid; }
img { width: 100%; border: .2mm solid #888; }`;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export function handbookHtml(chapters: readonly HandbookChapter[]): string {
  const bodies = chapters.map(({ title, what, steps, picture }) =>
    [
      `<h2>${escaped(title)}</h2>`,
      what === null ? '' : `<p>${escaped(what)}</p>`,
      picture === null
        ? ''
        : `<figure><img alt="${escaped(title)}" src="data:image/jpeg;base64,${Buffer.from(picture).toString('base64')}"></figure>`,
      `<ol>${steps.map((step) => `<li>${escaped(step)}</li>`).join('')}</ol>`,
    ].join(''),
  );
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>县计使用手册</title><style>${STYLE}</style></head><body><h1>县计使用手册</h1>${bodies.join('')}</body></html>`;
}
