/** Where an installed Chromium (or Edge, Chrome, or a domestic system's browser) is; the environment may say. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Fault } from '../../domain/fault.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'microsoft-edge-stable', 'uos-browser-stable', 'qaxbrowser-safe-stable'];
const FIXED: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  win32: ['C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe', 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe', 'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe'],
  darwin: ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'],
};

/** @throws Fault print.noBrowser where none is installed */
export function findBrowser(): string {
  const named = process.env['COUNTY_PLANNER_BROWSER'];
  const onPath = (process.env['PATH'] ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const found = [...(named === undefined ? [] : [named]), ...(FIXED[process.platform] ?? []), ...onPath].find((path) => existsSync(path));
  if (found === undefined) throw new Fault('print.noBrowser', {});
  return found;
}
