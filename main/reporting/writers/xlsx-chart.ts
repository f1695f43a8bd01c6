/** Charts in a workbook: pictures on a sheet of their own behind the table, each on one page. */
import type { PaperSize, Workbook } from 'exceljs';
import { fittedChart, type ChartPicture } from '../model/chart.ts';
import { marginsOf, roomOf } from '../model/page.ts';
import type { PrintTable } from '../model/table.ts';

/** exceljs names no A3 */
const PAPER_SIZE = { A4: 9, A3: 8 as PaperSize } as const;
/** px to the mm, and px of a row */
const [PX, ROW] = [96 / 25.4, 20];
const inches = (mm: number): number => Math.round((mm / 25.4) * 100) / 100;

export function addCharts(
  workbook: Workbook,
  { page }: PrintTable,
  pictures: readonly ChartPicture[],
): void {
  if (pictures.length === 0) return;
  const sheet = workbook.addWorksheet('图', {
    views: [{ showGridLines: false }],
    pageSetup: {
      paperSize: PAPER_SIZE[page.paper],
      orientation: page.landscape ? 'landscape' : 'portrait',
      margins: {
        left: inches(marginsOf(page).left),
        right: inches(marginsOf(page).right),
        top: inches(marginsOf(page).top),
        bottom: inches(marginsOf(page).bottom),
        header: 0.3,
        footer: 0.3,
      },
    },
  });
  let row = 0;
  for (const one of pictures) {
    const size = fittedChart(one, roomOf(page));
    const [width, height] = [size.width * PX, size.height * PX];
    const image = workbook.addImage({
      // exceljs has a Buffer type of its own
      base64: Buffer.from(one.png).toString('base64'),
      extension: 'png',
    });
    sheet.addImage(image, { tl: { col: 0, row }, ext: { width, height } });
    row += Math.ceil(height / ROW) + 1;
    sheet.getRow(row).addPageBreak();
  }
}
