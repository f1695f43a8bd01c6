/**
 * A script for the built page that tries to get out of it. It must be the page's own: what a test
 * evaluates goes round the policy.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Puts it into the page that lies in `assets`; a TCP and a UDP port of this machine listen for what
 * comes out.
 */
export function putTries(assets: string, tcp: number, udp: number): void {
  writeFileSync(
    join(assets, 'tries.js'),
    `
    const to = '127.0.0.1:${tcp}';
    const ends = (target, good, bad) => new Promise((done) => { target.addEventListener(good, () => done('went')); target.addEventListener(bad, () => done('refused')); });
    const outcome = (asked) => asked.then((said) => said === 'denied' ? 'refused' : 'granted', () => 'refused');
    const gathers = async () => {
      const peer = new RTCPeerConnection({ iceServers: [{ urls: 'stun:127.0.0.1:${udp}' }] });
      peer.createDataChannel('out');
      await peer.setLocalDescription();
      // where no way out is allowed some engines never say that they have looked everywhere
      await new Promise((done) => { peer.addEventListener('icecandidate', ({ candidate }) => candidate === null && done()); setTimeout(done, 3000); });
      peer.close();
    };
    window.tries = (async () => {
      const image = new Image(); const seen = ends(image, 'load', 'error'); image.src = 'http://' + to + '/img';
      const fetched = fetch('http://' + to + '/fetch').then(() => 'went', () => 'refused');
      let socket = 'refused'; try { socket = await ends(new WebSocket('ws://' + to), 'open', 'error'); } catch {}
      navigator.sendBeacon('http://' + to + '/beacon');
      let evaluated = 'refused'; try { evaluated = String(Function('return "ran"')()); } catch {}
      await gathers().catch(() => undefined);
      return { image: await seen, fetch: await fetched, socket, evaluated, frame: window.open('http://' + to + '/window') === null ? 'refused' : 'asked' };
    })();
    window.asks = async () => ({
      notifications: await outcome(Notification.requestPermission()),
      place: await new Promise((done) => navigator.geolocation.getCurrentPosition(() => done('granted'), () => done('refused'))),
      camera: await outcome(navigator.mediaDevices.getUserMedia({ video: true })),
      clipboard: await outcome(navigator.clipboard.read()),
      fonts: await outcome(queryLocalFonts()),
      worker: await navigator.serviceWorker.register('./tries.js').then((made) => made === undefined ? 'refused' : 'granted', () => 'refused'),
    });`,
  );
  const html = readFileSync(join(assets, 'index.html'), 'utf8');
  writeFileSync(
    join(assets, 'index.html'),
    html.replace('</head>', '<script type="module" src="./tries.js"></script></head>'),
  );
}
