/**
 * Parts that are not in UTF-8 (UTF-16 from some exports, GBK from others) as the UTF-8 bytes that
 * the scanners read.
 */
import { damagedFile } from './trouble.ts';

/** The label of an encoding other than UTF-8, from the first bytes of a part; null for UTF-8. */
function foreign(head: Buffer): string | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  if (head[0] === 0x3c && head[1] === 0x00) return 'utf-16le';
  if (head[0] === 0x00 && head[1] === 0x3c) return 'utf-16be';
  const label =
    /^(?:\ufeff|\u00ef\u00bb\u00bf)?\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']/
      .exec(head.toString('latin1', 0, 300))?.[1]
      ?.toLowerCase();
  return label === undefined || /^(utf-?8|us-ascii|ascii)$/.test(label) ? null : label;
}

function decoderFor(label: string): TextDecoder {
  try {
    return new TextDecoder(label);
  } catch {
    throw damagedFile(`encoding ${label}`);
  }
}

export async function* piecesInUtf8(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let decoder: TextDecoder | null = null;
  let first = true;
  for await (const piece of pieces) {
    if (first) {
      const label = foreign(piece);
      decoder = label === null ? null : decoderFor(label);
      first = false;
    }
    yield decoder === null ? piece : Buffer.from(decoder.decode(piece, { stream: true }));
  }
  if (decoder !== null) yield Buffer.from(decoder.decode());
}

export async function textInUtf8(bytes: Buffer): Promise<string> {
  const parts: Buffer[] = [];
  for await (const piece of piecesInUtf8(one(bytes))) parts.push(piece);
  return Buffer.concat(parts)
    .toString('utf8')
    .replace(/^\ufeff/, '');
}

async function* one(bytes: Buffer): AsyncGenerator<Buffer> {
  yield await Promise.resolve(bytes);
}
