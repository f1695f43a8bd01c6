/**
 * Versions of a shared value: which book changed it how far. Counters, never clocks: of two
 * versions one knows the other, or neither does.
 */

/**
 * "k3f9:5,x0q2:7": of each book the number of its newest change that is known, books in order; ''
 * of a value nobody has written yet.
 */
export type FieldVersion = string;

type Counts = ReadonlyMap<string, number>;

export const VERSION_FORM = /^(?:[a-z0-9]{4,16}:\d{1,9}(?:,[a-z0-9]{4,16}:\d{1,9})*)?$/;

const countsOf = (version: FieldVersion): Counts =>
  new Map(
    version === ''
      ? []
      : version.split(',').map((part) => {
          const [book = '', count = '0'] = part.split(':');
          return [book, Number(count)] as const;
        }),
  );

const versionText = (counts: Counts): FieldVersion =>
  [...counts]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([book, count]) => `${book}:${count}`)
    .join(',');

/** Whether all that `old` knows is known to `version`. */
export function coversVersion(version: FieldVersion, old: FieldVersion): boolean {
  if (version === old || old === '') return true;
  const known = countsOf(version);
  return [...countsOf(old)].every(([book, count]) => (known.get(book) ?? 0) >= count);
}

/** What both know. */
export function joinedVersion(...versions: readonly FieldVersion[]): FieldVersion {
  const [first = ''] = versions;
  if (versions.every((one) => one === first)) return first;
  const counts = new Map<string, number>();
  for (const version of versions)
    for (const [book, count] of countsOf(version))
      counts.set(book, Math.max(counts.get(book) ?? 0, count));
  return versionText(counts);
}

/** A book and the number of the change that it is about to note. */
export interface BookTick {
  readonly book: string;
  readonly count: number;
}

export const tickedVersion = (version: FieldVersion, { book, count }: BookTick): FieldVersion =>
  joinedVersion(version, `${book}:${count}`);
