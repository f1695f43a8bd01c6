/**
 * The preview's pages come from the PDF itself, drawn by pdf.js on the window's own thread (its
 * worker would need a fetch, and nothing here fetches).
 */
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

/**
 * dots drawn for each of the screen's: with one alone, minus signs and decimal points of small
 * print fall between the dots
 */
const LEAST_DOTS = 2;
/** a page at three times its size would fill the memory: there the print is large anyway */
const MOST_DOTS_ACROSS = 4800;

/**
 * Draws page `number` (from 1) `width` CSS px wide, unless it came too late; answers its words, for
 * readers of the screen.
 */
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

export interface PageFigure {
  readonly place: { readonly part: number; readonly row: number; readonly column: number | null };
  readonly text: string;
  /** shares of the page's width and height */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** What the core wrote for a figure: its part, row and column. */
const PLACE = /^figure:(\d+),(-1|\d+),(\d*)$/u;

/** The figures of a page that can be asked, in the order of its rows. */
export async function figuresOn(pdf: Pdf, number: number): Promise<readonly PageFigure[]> {
  const page = await pdf.getPage(number);
  const { width, height } = page.getViewport({ scale: 1 });
  const notes: readonly unknown[] = await page.getAnnotations();
  const { items } = await page.getTextContent();
  const words = items.flatMap((item) =>
    'str' in item && item.str.trim() !== ''
      ? [{ text: item.str, x: Number(item.transform[4]), y: Number(item.transform[5]) }]
      : [],
  );
  return notes.flatMap((note): PageFigure[] => {
    const link = linkOf(note);
    const [, part, row, column] = PLACE.exec(link?.url ?? '') ?? [];
    if (link === null || part === undefined || row === undefined) return [];
    const [left, bottom, right, top] = link.rect;
    return [
      {
        place: {
          part: Number(part),
          row: Number(row),
          column: column === undefined || column === '' ? null : Number(column),
        },
        text: words
          .filter(({ x, y }) => x >= left - 1 && x < right && y >= bottom - 1 && y < top)
          .map(({ text }) => text)
          .join(''),
        left: left / width,
        top: 1 - top / height,
        width: (right - left) / width,
        height: (top - bottom) / height,
      },
    ];
  });
}

function linkOf(
  note: unknown,
): { readonly url: string; readonly rect: readonly [number, number, number, number] } | null {
  if (typeof note !== 'object' || note === null || !('rect' in note) || !('unsafeUrl' in note))
    return null;
  const { rect, unsafeUrl } = note;
  if (!Array.isArray(rect) || typeof unsafeUrl !== 'string') return null;
  const [left = 0, bottom = 0, right = 0, top = 0] = rect.map(Number);
  return { url: unsafeUrl, rect: [left, bottom, right, top] };
}
