/** Finds the Chromium-family browser that is installed on this machine. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Fault } from '../../domain/fault.ts';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
  'org.deepin.browser',
  'uos-browser',
  'browser360-cn',
];

/** @throws Fault print.noBrowser */
export function findBrowser(): string {
  const named = process.env['COUNTY_PLANNER_BROWSER'];
  const found = (named === undefined || named === '' ? candidates() : [named]).find((path) =>
    existsSync(path),
  );
  if (found === undefined) throw new Fault('print.noBrowser', {});
  return found;
}

function candidates(): readonly string[] {
  if (process.platform === 'win32') {
    const bases = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap(
      (name) => process.env[name] ?? [],
    );
    return bases.flatMap((base) =>
      [
        'Google\\Chrome\\Application\\chrome.exe',
        'Chromium\\Application\\chrome.exe',
        'Microsoft\\Edge\\Application\\msedge.exe',
      ].map((path) => join(base, path)),
    );
  }
  if (process.platform === 'darwin')
    return ['Chromium', 'Google Chrome', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  const folders = [
    ...(process.env['PATH'] ?? '').split(delimiter),
    '/usr/bin',
    '/usr/local/bin',
    '/snap/bin',
  ].filter((folder) => folder !== '');
  return [
    ...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))),
    '/opt/apps/org.deepin.browser/files/org.deepin.browser',
    '/opt/google/chrome/chrome',
  ];
}
