/**
 * pdf.js ships its worker without types; only the handler that runs on the window's own thread is
 * used.
 */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: object;
}
