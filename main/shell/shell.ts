/**
 * What the program needs of a window's machine; Electron and Chromium each provide it, tests
 * provide a fake.
 */
import type { CallName, EventName, Events, Reply } from '../../preload/contract/index.ts';

/** Page size in mm for a PDF; margins and page numbers come from the document's own @page rules. */
export interface Paper {
  readonly width: number;
  readonly height: number;
  /** of the pages only the first is made */
  readonly firstPage?: true;
}

export interface PrintHost {
  /** prints a complete HTML document (no outside resources) to PDF bytes */
  toPdf(html: string, paper: Paper): Promise<Uint8Array>;
  /** draws a picture of its own size in CSS px as PNG, `scale` dots for each of them */
  toPng(svg: string, size: Paper, scale: number): Promise<Uint8Array>;
}

export interface SaveRequest {
  readonly name: string;
  readonly extension: string;
  readonly folder: string;
}

export type AnswerCall = (call: CallName, input: unknown) => Promise<Reply<unknown>>;

export interface Shell extends PrintHost {
  readonly name: 'electron' | 'chromium' | 'fake';
  /**
   * opens the window; every call of the page goes to `answer` as JSON-safe values.
   * `closing` is awaited before a window that the user closes is gone, where the system lets it
   * wait.
   */
  open(answer: AnswerCall, closing: () => Promise<void>): Promise<void>;
  /** brings the window before the others */
  front(): void;
  send<E extends EventName>(event: E, data: Events[E]): void;
  /** absolute paths; empty where the user gave up; no extensions: any file */
  pickFiles(filter: {
    readonly name: string;
    readonly extensions: readonly string[];
    readonly many: boolean;
  }): Promise<readonly string[]>;
  /** an absolute path, or null where the user gave up */
  pickFolder(): Promise<string | null>;
  /**
   * absolute paths of the files and folders that the page was last given by dropping them; each is
   * told once, and what is no file of this machine is left out
   */
  dropped(): Promise<readonly string[]>;
  /** an absolute path, or null where the user gave up */
  saveAs(request: SaveRequest): Promise<string | null>;
  print(pdf: Uint8Array, title: string): Promise<void>;
  /** by the program that the desktop has for it. @throws Fault attachment.notOpened */
  openFile(path: string): Promise<void>;
  /** resolves once the window is gone, however it went; `quit` does not ask the page */
  readonly closed: Promise<void>;
  quit(): Promise<void>;
}
