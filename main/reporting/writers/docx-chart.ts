/**
 * Charts in Word: lines where the program shows them, dots where it does not, each whole on its
 * page.
 */
import type { Paragraph } from 'docx';
import { fittedChart, type ChartPicture } from '../model/chart.ts';
import { roomOf } from '../model/page.ts';
import type { PrintTable } from '../model/table.ts';
import type { Docx } from './docx-text.ts';

/** px to the mm, as pictures are measured in Word */
const PX = 96 / 25.4;

export const chartParagraphs = (
  docx: Docx,
  { page }: PrintTable,
  pictures: readonly ChartPicture[],
): Paragraph[] =>
  pictures.map((one) => {
    const { width, height } = fittedChart(one, roomOf(page));
    return new docx.Paragraph({
      alignment: docx.AlignmentType.CENTER,
      spacing: { before: 120 },
      children: [
        new docx.ImageRun({
          type: 'svg',
          data: Buffer.from(one.svg),
          transformation: { width: Math.round(width * PX), height: Math.round(height * PX) },
          fallback: { type: 'png', data: Buffer.from(one.png) },
          altText: { name: one.title, title: one.title, description: one.title },
        }),
      ],
    });
  });
