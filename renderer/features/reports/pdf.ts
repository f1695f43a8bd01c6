/** The preview's pages come from the PDF itself, drawn by pdf.js on the window's own thread (its worker would need a fetch, and nothing here fetches). */
import {
  getDocument,
  GlobalWorkerOptions,
  type PDFDocumentProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import { WorkerMessageHandler } from 'pdfjs-dist/legacy/build/pdf.worker.mjs';

Object.assign(globalThis, { pdfjsWorker: { WorkerMessageHandler } });
GlobalWorkerOptions.workerSrc = 'pdf.worker.mjs';

export type Pdf = PDFDocumentProxy;

export function openPdf(base64: string): Promise<Pdf> {
  const data = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  return getDocument({
    data,
    useWasm: false,
    useSystemFonts: false,
    disableAutoFetch: true,
    disableStream: true,
  }).promise;
}

/** dots drawn for each of the screen's: with one alone, minus signs and decimal points of small print fall between the dots */
const LEAST_DOTS = 2;
/** a page at three times its size would fill the memory: there the print is large anyway */
const MOST_DOTS_ACROSS = 4800;

/** Draws page `number` (from 1) `width` CSS px wide, unless it came too late; answers its words, for readers of the screen. */
export async function drawPage(
  { pdf, number, width }: { readonly pdf: Pdf; readonly number: number; readonly width: number },
  canvas: HTMLCanvasElement,
  isLate: () => boolean,
): Promise<string> {
  const page = await pdf.getPage(number);
  const dots = Math.max(
    window.devicePixelRatio,
    Math.min(LEAST_DOTS * window.devicePixelRatio, MOST_DOTS_ACROSS / width),
  );
  const scale = (width / page.getViewport({ scale: 1 }).width) * dots;
  const viewport = page.getViewport({ scale });
  // drawn aside and copied whole, so that a page never flashes white while it is drawn anew
  const aside = document.createElement('canvas');
  aside.width = viewport.width;
  aside.height = viewport.height;
  await page.render({ canvas: aside, viewport }).promise;
  if (isLate()) return '';
  canvas.width = aside.width;
  canvas.height = aside.height;
  canvas.style.width = `${width}px`;
  canvas.getContext('2d')?.drawImage(aside, 0, 0);
  const { items } = await page.getTextContent();
  return items.map((item) => ('str' in item ? item.str : '')).join(' ');
}
