/**
 * A table, or a document with its table, as Word: opens in Word, WPS and LibreOffice; fonts are
 * named, not embedded.
 */
import type { Document as DocxDocument, ISectionOptions } from 'docx';
import { marginsOf, paperOf } from '../model/page.ts';
import type { ChartPicture } from '../model/chart.ts';
import type { PrintTable } from '../model/table.ts';
import { fontTableXml } from './docx-fonts.ts';
import { fitToPage } from './fit.ts';
import { annexMarkParagraph, copiesParagraphs, documentSection } from './docx-document.ts';
import { documentStylesXml } from './docx-document-styles.ts';
import { chartParagraphs } from './docx-chart.ts';
import { fitsPage } from './pages.ts';
import { tableParts, thinLine } from './docx-table.ts';
import { pageNumber, twips, type Docx } from './docx-text.ts';

export async function writeDocx(
  table: PrintTable,
  pictures: readonly ChartPicture[] = [],
): Promise<Uint8Array> {
  // slow to load, and most runs write no document
  const docx = await import('docx');
  const fonts = { path: 'word/fontTable.xml', data: fontTableXml(table.fonts ?? {}) };
  return new Uint8Array(
    await docx.Packer.toBuffer(documentOf(docx, table, pictures), undefined, [fonts]),
  );
}

function documentOf(
  docx: Docx,
  table: PrintTable,
  pictures: readonly ChartPicture[],
): DocxDocument {
  const parts = table.parts ?? [table];
  const many = parts.length > 1;
  const sections = parts.flatMap((part) => [
    ...(part.letter === undefined ? [] : [documentSection(docx, part.letter)]),
    tableSection(docx, part, many, part === parts.at(-1) ? pictures : []),
  ]);
  return new docx.Document({
    creator: '',
    title: (table.letter?.title ?? table.title).replace('\n', ''),
    evenAndOddHeaderAndFooters: parts.some((part) => part.letter !== undefined),
    ...(parts.some((part) => part.letter !== undefined)
      ? { externalStyles: documentStylesXml() }
      : {}),
    sections,
  });
}

/** docx swaps the sides of a landscape page itself: it takes the portrait ones. */
function tableSection(
  docx: Docx,
  table: PrintTable,
  many: boolean,
  pictures: readonly ChartPicture[],
): ISectionOptions {
  const { width, height } = paperOf({ paper: table.page.paper, landscape: false });
  const numbers = pageNumber(
    docx,
    table.letter !== undefined ? 'letter' : many ? 'section' : 'pages',
    many && fitsPage(table) ? 1 : undefined,
  );
  return {
    properties: {
      // told, although it goes without saying: LibreOffice joins the last two where it is not
      type: docx.SectionType.NEXT_PAGE,
      page: {
        // a slip or card of its own counts from 1; an annex goes on from its letter
        ...(many && table.letter === undefined ? { pageNumbers: { start: 1 } } : {}),
        size: {
          width: twips(width),
          height: twips(height),
          orientation: table.page.landscape
            ? docx.PageOrientation.LANDSCAPE
            : docx.PageOrientation.PORTRAIT,
        },
        margin: {
          top: twips(marginsOf(table.page).top),
          right: twips(marginsOf(table.page).right),
          bottom: twips(marginsOf(table.page).bottom),
          left: twips(marginsOf(table.page).left),
          header: twips(8),
          footer: twips(8),
        },
      },
    },
    footers: numbers,
    children:
      table.letter === undefined
        ? [
            ...tableParts(docx, table, fitToPage(table)),
            thinLine(docx, false),
            ...chartParagraphs(docx, table, pictures),
          ]
        : [
            annexMarkParagraph(docx, table.letter),
            ...tableParts(docx, table, fitToPage(table)),
            ...chartParagraphs(docx, table, pictures),
            ...copiesParagraphs(docx, table.letter),
          ],
  };
}
