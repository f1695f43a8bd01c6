/** The program's version, from package.json. */
import { readFileSync } from 'node:fs';

/** package.json lies two folders up, seen from main/process/ and from out/main/ alike */
const file = new URL('../../package.json', import.meta.url);

export const PROGRAM_VERSION = (JSON.parse(readFileSync(file, 'utf8')) as { version: string })
  .version;
