/**
 * Files of our own that offices hand on (a scheme, a ledger's definition): JSON that says what it
 * is and of which form.
 */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Fault } from '../../domain/fault.ts';

const VERSION = 1;
/** What a file is, with what it calls its content. */
const CONTENT = { scheme: 'scheme', ledger: 'definition' } as const;
type OwnFile = keyof typeof CONTENT;

export const ownFileText = (kind: OwnFile, content: unknown): string =>
  `${JSON.stringify({ countyPlanner: kind, version: VERSION, [CONTENT[kind]]: content }, null, 1)}\n`;

/** @throws Fault file.missing */
export const readOwnFile = (path: string): Promise<string> =>
  readFile(path, 'utf8').catch(() => {
    throw new Fault('file.missing', { file: basename(path) });
  });

/** For a schema to judge; null where the text is no such file of ours. */
export function contentOfOwnFile(kind: OwnFile, text: string): unknown {
  try {
    const file: unknown = JSON.parse(text);
    if (typeof file !== 'object' || file === null) return null;
    const parts = new Map<string, unknown>(Object.entries(file));
    return parts.get('countyPlanner') === kind ? (parts.get(CONTENT[kind]) ?? null) : null;
  } catch {
    return null;
  }
}
