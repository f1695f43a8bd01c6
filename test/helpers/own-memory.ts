/** How much memory this process took at most. */
import { readFileSync } from 'node:fs';

/**
 * In MB, its own alone: where the system counts since the program was started; `maxRSS` begins with
 * what its parent held.
 */
export function mostMegabytes(): number {
  try {
    const kilobytes = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
    if (kilobytes !== undefined) return Number(kilobytes) / 1024;
  } catch {
    // not Linux
  }
  return process.resourceUsage().maxRSS / 1024;
}
