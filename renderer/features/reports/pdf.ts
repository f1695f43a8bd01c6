/** The preview's pages come from the PDF itself, drawn by pdf.js on the window's own thread (its worker would need a fetch, and nothing here fetches). */
import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy } from 'pdfjs-dist';
import { WorkerMessageHandler } from 'pdfjs-dist/build/pdf.worker.mjs';

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

/** Draws page `number` (from 1) `width` CSS px wide; answers its words, for readers of the screen. */
export async function drawPage(
  pdf: Pdf,
  number: number,
  canvas: HTMLCanvasElement,
  width: number,
): Promise<string> {
  const page = await pdf.getPage(number);
  const scale = (width / page.getViewport({ scale: 1 }).width) * window.devicePixelRatio;
  const viewport = page.getViewport({ scale });
  // drawn aside and copied whole, so that a page never flashes white while it is drawn anew
  const aside = document.createElement('canvas');
  aside.width = viewport.width;
  aside.height = viewport.height;
  await page.render({ canvas: aside, viewport }).promise;
  canvas.width = aside.width;
  canvas.height = aside.height;
  canvas.style.width = `${width}px`;
  canvas.getContext('2d')?.drawImage(aside, 0, 0);
  const { items } = await page.getTextContent();
  return items.map((item) => ('str' in item ? item.str : '')).join(' ');
}
