/**
 * The built page as both shells serve it: contained in its folder, a nonce per load, one strict
 * policy.
 */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';

export const ORIGIN = 'https://county-planner.invalid';

export interface Asset {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: Buffer;
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

function contentPolicy(nonce: string): string {
  return `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; style-src-attr 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; worker-src 'self'; connect-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`;
}

/** nothing that Chromium would have to ask the user for */
const PERMISSIONS = [
  'camera',
  'microphone',
  'geolocation',
  'display-capture',
  'local-fonts',
  'clipboard-read',
  'usb',
  'serial',
  'hid',
  'bluetooth',
  'midi',
  'idle-detection',
  'window-management',
]
  .map((name) => `${name}=()`)
  .join(', ');

/** Answers a path of the private origin from `folder`; anything outside it, or absent, is 404. */
export async function serveAsset(folder: string, pathname: string): Promise<Asset> {
  const nonce = randomBytes(16).toString('base64');
  const headers = (type: string): Record<string, string> => ({
    'content-type': type,
    'content-security-policy': contentPolicy(nonce),
    'permissions-policy': PERMISSIONS,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  });
  const missing: Asset = { status: 404, headers: headers('text/plain'), body: Buffer.alloc(0) };
  const root = resolve(folder);
  try {
    const name = decodeURIComponent(pathname);
    const file = resolve(join(root, name === '/' ? 'index.html' : name));
    if (!file.startsWith(root + sep)) return missing;
    const body = await readFile(file);
    const html = extname(file) === '.html';
    return {
      status: 200,
      headers: headers(TYPES[extname(file)] ?? 'application/octet-stream'),
      body: html ? Buffer.from(body.toString('utf8').replaceAll('%NONCE%', nonce)) : body,
    };
  } catch {
    return missing;
  }
}
