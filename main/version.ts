/** The program's version, from package.json. */
import { readFileSync } from 'node:fs';

const found = ['../package.json', '../../package.json']
  .map((path) => new URL(path, import.meta.url))
  .map((url) => {
    try {
      return (JSON.parse(readFileSync(url, 'utf8')) as { version: string }).version;
    } catch {
      return null;
    }
  });

export const VERSION = found.find((version) => version !== null) ?? '0';
