/**
 * The file of a package: a zip with manifest.json, its signature, and one file of JSON lines per
 * table; nothing in it is believed before it is proven.
 */
import { createHash, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { headShape, packedLine } from '../data/exchange/kept-head.ts';
import { isCarried } from '../data/exchange/table-forms.ts';
import { Fault } from '../domain/fault.ts';
import type { PackedRow } from '../domain/exchange/merge-rows.ts';
import {
  fingerprintText,
  PACKAGE_FORMAT,
  type PackageHead,
  type ReadPackage,
} from '../domain/exchange/package.ts';
import type { MadePackage } from '../services/exchange/package-head.ts';

const MANIFEST = 'manifest.json';
const SIGNATURE = 'signature';
const ABOUT = '说明.txt';
const ABOUT_WORDS =
  '非涉密。这是县计的交换包，用县计的“交换”页打开。manifest.json 写明它从哪里来、含什么；rows 里一张表一个文件，一行一条，任何程序都读得了。\n';
/** The same bounds as workbooks have against files that unfold into more than a PC holds. */
const MOST_UNFOLDED = 512 * 1024 * 1024;
const MOST_PARTS = 100;

export interface SealedPackage {
  readonly bytes: Uint8Array;
  readonly fingerprint: string;
  readonly head: PackageHead;
}

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const partOf = (table: string): string => `rows/${table}.jsonl`;

/** Canonical: keys in order, so that the same rows are the same bytes. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const pairs = Object.entries(value)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`);
  return `{${pairs.join(',')}}`;
}

export function sealPackage({ head, rows, identity }: MadePackage): SealedPackage {
  const parts: Record<string, Uint8Array> = {};
  for (const [table, of] of Map.groupBy(rows, (one) => one.table))
    parts[partOf(table)] = strToU8(
      of.map(({ row, parent }) => `${canonical({ ...row, parent })}\n`).join(''),
    );
  const digests = Object.fromEntries(
    Object.entries(parts).map(([name, bytes]) => [name, digestOf(bytes)]),
  );
  const manifest = strToU8(`${canonical({ head, parts: digests })}\n`);
  const signature = sign(null, manifest, createPrivateKey(identity.privateKey)).toString('base64');
  // the time inside a zip would make the same package two files
  const bytes = zipSync(
    {
      [ABOUT]: strToU8(ABOUT_WORDS),
      [MANIFEST]: manifest,
      [SIGNATURE]: strToU8(signature),
      ...parts,
    },
    { mtime: new Date('1980-01-01T00:00:00Z') },
  );
  return { bytes, fingerprint: fingerprintText(digestOf(manifest)), head };
}

/** `file` names it in a sentence. @throws Fault package.damaged, package.newer */
export function openPackage(bytes: Uint8Array, file: string): ReadPackage {
  const damaged = (why: string): Fault => new Fault('package.damaged', { file, why });
  const parts = unfolded(bytes, damaged);
  const manifest = parts[MANIFEST];
  const signature = parts[SIGNATURE];
  if (manifest === undefined || signature === undefined) throw damaged(MANIFEST);
  const { head, digests } = manifestIn(manifest, file, damaged);
  if (!isSigned(manifest, strFromU8(signature), head.from.key)) throw damaged(SIGNATURE);
  const names = Object.keys(parts).filter((name) => name.startsWith('rows/'));
  if (names.length !== Object.keys(digests).length) throw damaged('rows');
  const rows = names.flatMap((name) => {
    const part = parts[name] ?? new Uint8Array();
    if (digests[name] !== digestOf(part)) throw damaged(name);
    const table = name.slice('rows/'.length, -'.jsonl'.length);
    if (!isCarried(table) || partOf(table) !== name) throw damaged(name);
    const read = linesIn(part, table, damaged);
    if (read.length !== head.counts[table]) throw damaged(name);
    return read;
  });
  return { head, rows: inOrder(rows), fingerprint: fingerprintText(digestOf(manifest)) };
}

function unfolded(
  bytes: Uint8Array,
  damaged: (why: string) => Fault,
): Readonly<Record<string, Uint8Array>> {
  let [size, count] = [0, 0];
  try {
    return unzipSync(bytes, {
      filter: ({ originalSize }) => {
        size += originalSize;
        count += 1;
        if (size > MOST_UNFOLDED || count > MOST_PARTS) throw damaged('size');
        return true;
      },
    });
  } catch (error) {
    throw error instanceof Fault ? error : damaged('zip');
  }
}

function manifestIn(
  bytes: Uint8Array,
  file: string,
  damaged: (why: string) => Fault,
): { readonly head: PackageHead; readonly digests: Readonly<Record<string, string>> } {
  const read = jsonOf(strFromU8(bytes), damaged);
  if (typeof read !== 'object' || read === null || !('head' in read) || !('parts' in read))
    throw damaged(MANIFEST);
  const { head, parts } = read;
  // what a newer program wrote cannot be judged by this one's schema
  if (
    typeof head === 'object' &&
    head !== null &&
    'format' in head &&
    typeof head.format === 'number' &&
    head.format > PACKAGE_FORMAT
  )
    throw new Fault('package.newer', { file, format: head.format, known: PACKAGE_FORMAT });
  const known = headShape.safeParse(head);
  if (!known.success || typeof parts !== 'object' || parts === null) throw damaged(MANIFEST);
  const digests: Record<string, string> = {};
  for (const [name, digest] of Object.entries(parts)) {
    if (typeof digest !== 'string') throw damaged(MANIFEST);
    digests[name] = digest;
  }
  return { head: known.data, digests };
}

function isSigned(manifest: Uint8Array, signature: string, key: string): boolean {
  try {
    const known = createPublicKey({ key: Buffer.from(key, 'base64'), type: 'spki', format: 'der' });
    return (
      known.asymmetricKeyType === 'ed25519' &&
      verify(null, manifest, known, Buffer.from(signature, 'base64'))
    );
  } catch {
    return false;
  }
}

function linesIn(
  bytes: Uint8Array,
  table: string,
  damaged: (why: string) => Fault,
): readonly PackedRow[] {
  const seen = new Set<string>();
  return strFromU8(bytes)
    .split('\n')
    .filter((line) => line !== '')
    .map((line): PackedRow => {
      const read = packedLine.safeParse(jsonOf(line, damaged));
      if (!read.success || seen.has(read.data.gid)) throw damaged(table);
      seen.add(read.data.gid);
      const { gid, removed, fields, parent } = read.data;
      return { table, row: { gid, removed, fields }, parent };
    });
}

function jsonOf(text: string, damaged: (why: string) => Fault): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw damaged('json');
  }
}

/** Records stand before what hangs on them. */
const inOrder = (rows: readonly PackedRow[]): readonly PackedRow[] => [
  ...rows.filter(({ parent }) => parent === null),
  ...rows.filter(({ parent }) => parent !== null),
];
