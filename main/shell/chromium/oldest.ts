/**
 * The oldest Chromium that the program runs in: the last on Windows 7, and near what UOS and Kylin
 * bring. The page is built for it (vite.config.ts).
 */
import { Fault } from '../../domain/fault.ts';

export const OLDEST_CHROMIUM = 109;

/** @throws Fault window.oldBrowser for a version (as "92.0.4515.0") below the oldest */
export function refuseOldBrowser(version: string): void {
  if (Number.parseInt(version, 10) < OLDEST_CHROMIUM)
    throw new Fault('window.oldBrowser', { version, oldest: OLDEST_CHROMIUM });
}
