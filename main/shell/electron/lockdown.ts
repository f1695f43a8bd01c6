/**
 * What no page of the program may do in Electron: leave its origin, open a window, ask for a
 * permission, reach the network.
 */
import { randomUUID } from 'node:crypto';
import { app, session, type WebPreferences } from 'electron';
import { ORIGIN, serveAsset } from '../assets.ts';

export const LOCKED_DOWN = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInSubFrames: false,
  nodeIntegrationInWorker: false,
  webviewTag: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  devTools: false,
  spellcheck: false,
} as const satisfies WebPreferences;

const SCHEME = 'https';
const WEBRTC = 'disable_non_proxied_udp';
/** nothing is looked up, asked or reported by Chromium itself */
const SWITCHES: readonly (readonly [string, string?])[] = [
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  ['force-webrtc-ip-handling-policy', WEBRTC],
  ['disable-quic'],
  ['no-pings'],
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['no-proxy-server'],
];

/** Before Electron is ready: what its process is started with can be said only now. */
export function lockDownProcess(): void {
  for (const [name, value] of SWITCHES)
    if (value === undefined) app.commandLine.appendSwitch(name);
    else app.commandLine.appendSwitch(name, value);
  // the product's Chinese name stands in it, and a header holds bytes: the page's own request would
  // throw
  app.userAgentFallback = app.userAgentFallback.replace(/[^\x20-\x7e]+/g, 'CountyPlanner');
  app.on('web-contents-created', (_event, contents) => {
    contents.setWebRTCIPHandlingPolicy(WEBRTC);
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-redirect', (event) => event.preventDefault());
  });
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, trust) => {
    event.preventDefault();
    trust(false);
  });
}

/**
 * What is being printed, by its path on the private origin; no page can ask for what it cannot
 * guess.
 */
const papers = new Map<string, Served>();
/** the viewer that Chromium shows a PDF in */
const VIEWER = /^(chrome-extension:\/\/mhjfbmdgcfjbbpaeojofohoefgiehjai|chrome:\/\/resources)\//;

export interface Served {
  readonly document: Uint8Array;
  readonly type: string;
  readonly csp: string;
}

/**
 * Serves a document until `end`. Chromium knows its viewer in the one session only that the window
 * has too.
 */
export function servePaper(served: Served): { readonly url: string; end(): void } {
  const path = `/paper/${randomUUID()}`;
  papers.set(path, served);
  return { url: ORIGIN + path, end: () => void papers.delete(path) };
}

/**
 * The private origin answers from disk and memory; every other address and every permission is
 * refused.
 */
export function serveOrigin(assets: string): void {
  const pages = session.defaultSession;
  pages.protocol.handle(SCHEME, async ({ url, method, headers: asked }) => {
    const { origin, pathname } = new URL(url);
    // a script that would go on without its page is asked for with this header
    if (origin !== ORIGIN || method !== 'GET' || asked.has('service-worker'))
      return new Response(null, { status: 403 });
    const paper = papers.get(pathname);
    if (paper !== undefined)
      return new Response(new Uint8Array(paper.document), {
        headers: {
          'content-type': paper.type,
          'content-security-policy': paper.csp,
          'x-content-type-options': 'nosniff',
          'cache-control': 'no-store',
        },
      });
    const { status, headers, body } = await serveAsset(assets, pathname);
    return new Response(new Uint8Array(body), { status, headers });
  });
  pages.webRequest.onBeforeRequest(({ url }, decide) =>
    decide({
      cancel: !/^(data|blob):/.test(url) && !VIEWER.test(url) && new URL(url).origin !== ORIGIN,
    }),
  );
  pages.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  pages.setPermissionCheckHandler(() => false);
  pages.setDevicePermissionHandler(() => false);
  pages.on('will-download', (event) => event.preventDefault());
}
