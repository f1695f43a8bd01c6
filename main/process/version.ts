/** The program's version: package.json's, with the commit that it was built from. */
import { readFileSync } from 'node:fs';

/** put in by the build; sources that run unbuilt have none */
declare const BUILT_FROM: string | undefined;

/** package.json lies two folders up, seen from main/process/ and from out/main/ alike */
const file = new URL('../../package.json', import.meta.url);
const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version: string };
const commit = typeof BUILT_FROM === 'undefined' ? '' : BUILT_FROM;

export const PROGRAM_VERSION = commit === '' ? version : `${version}+${commit}`;
