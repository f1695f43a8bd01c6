/**
 * A picture in Electron: drawn on a canvas of a hidden page, which needs no frame of a window that
 * nobody sees.
 */
import { Buffer } from 'node:buffer';
import type { Paper } from '../shell.ts';
import { openHidden } from './print.ts';

const CSP = "default-src 'none'; img-src data:; script-src 'unsafe-inline'";

export async function toPng(svg: string, size: Paper, scale: number): Promise<Uint8Array> {
  const { page, end } = await openHidden(
    { document: Buffer.from('<!doctype html>'), type: 'text/html; charset=utf-8', csp: CSP },
    { javascript: true },
  );
  try {
    const source = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
    const drawn: unknown = await page.webContents.executeJavaScript(drawing(source, size, scale));
    return new Uint8Array(Buffer.from(String(drawn).replace(/^[^,]*,/, ''), 'base64'));
  } finally {
    end();
  }
}

const drawing = (source: string, { width, height }: Paper, scale: number): string => `(async () => {
  const image = new Image();
  image.src = ${JSON.stringify(source)};
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = ${Math.round(width * scale)};
  canvas.height = ${Math.round(height * scale)};
  const pen = canvas.getContext('2d');
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/png');
})()`;
