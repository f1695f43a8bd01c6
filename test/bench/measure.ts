/**
 * Timing for the benchmarks: medians of interleaved rounds, so that a busy moment hits both sides
 * alike.
 */

export interface Measured {
  readonly name: string;
  readonly value: string;
  /** null where a figure is only told */
  readonly limit: string | null;
  readonly ok: boolean;
}

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/**
 * Milliseconds of each side, a round each in turn, `after` each of them unmeasured; the first round
 * warms up and is dropped.
 */
export async function interleaved(
  rounds: number,
  sides: readonly (() => unknown)[],
  after: () => unknown = () => undefined,
): Promise<readonly number[]> {
  const times: number[][] = sides.map(() => []);
  for (let round = 0; round <= rounds; round++) {
    for (const [at, side] of sides.entries()) {
      const start = performance.now();
      await side();
      if (round > 0) times[at]?.push(performance.now() - start);
      await after();
    }
  }
  return times.map(median);
}

/** "ours is so many times the reference", held against a limit where there is one. */
export function ratio(
  name: string,
  ours: number,
  reference: number,
  limit: number | null,
): Measured {
  const times = ours / reference;
  return {
    name,
    value: `${times.toFixed(2)}×（${ours.toFixed(1)} / ${reference.toFixed(1)} ms）`,
    limit: limit === null ? null : `≤ ${limit}×`,
    ok: limit === null || times <= limit,
  };
}
