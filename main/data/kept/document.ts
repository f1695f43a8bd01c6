/**
 * What the book keeps as JSON stands in one form, {"version", "content"}, and is read by a schema:
 * it is never taken for what it should be.
 */
import { z } from 'zod';
import { Fault } from '../../domain/fault.ts';

/** A kind of document: the version that this program writes, and what its content must be. */
export interface KeptKind<T> {
  readonly version: number;
  readonly shape: z.ZodType<T>;
}
const document = z.strictObject({ version: z.int().min(1), content: z.unknown() });

export const keptText = (
  { version }: Pick<KeptKind<unknown>, 'version'>,
  content: unknown,
): string => JSON.stringify({ version, content });

/**
 * `what` names the document in a sentence: 2012年考核办法; `told` turns the content as it is kept
 * into what its schema knows. @throws Fault kept.damaged, kept.newer
 */
export function readKept<T>(
  text: string,
  { version, shape }: KeptKind<T>,
  what: string,
  told: (content: unknown) => unknown = (content) => content,
): T {
  const read = document.safeParse(parsed(text, what));
  if (!read.success) throw new Fault('kept.damaged', { what });
  if (read.data.version > version)
    throw new Fault('kept.newer', { what, version: read.data.version, known: version });
  const content = shape.safeParse(told(read.data.content));
  if (!content.success || read.data.version < version) throw new Fault('kept.damaged', { what });
  return content.data;
}

/** @throws Fault kept.damaged */
export function parsed(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Fault('kept.damaged', { what });
  }
}
