/** The handbook in Word: headings that a table of contents finds, pictures as wide as the page. */
import type { HandbookChapter } from '../model/handbook.ts';

/** px at 96 dots per inch: 170 mm wide, as the window's 1366 × 768 */
const PICTURE = { width: 642, height: 361 };

export async function handbookDocx(chapters: readonly HandbookChapter[]): Promise<Uint8Array> {
  const docx = await import('docx');
  const font = { ascii: '宋体', hAnsi: '宋体', eastAsia: '宋体' };
  const text = (words: string): InstanceType<typeof docx.Paragraph> =>
    new docx.Paragraph({
      spacing: { after: 80, line: 360 },
      children: [new docx.TextRun({ text: words, font, size: 24 })],
    });
  const document = new docx.Document({
    sections: [
      {
        children: [
          new docx.Paragraph({
            heading: docx.HeadingLevel.TITLE,
            alignment: docx.AlignmentType.CENTER,
            text: '县计使用手册',
          }),
          ...chapters.flatMap(({ title, what, steps, picture }) => [
            new docx.Paragraph({ heading: docx.HeadingLevel.HEADING_1, text: title }),
            ...(what === null ? [] : [text(what)]),
            ...(picture === null
              ? []
              : [
                  new docx.Paragraph({
                    children: [
                      new docx.ImageRun({ type: 'jpg', data: picture, transformation: PICTURE }),
                    ],
                  }),
                ]),
            ...steps.map((step, at) => text(`${at + 1}. ${step}`)),
          ]),
        ],
      },
    ],
  });
  return new Uint8Array(await docx.Packer.toBuffer(document));
}
