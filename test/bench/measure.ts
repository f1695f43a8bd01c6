/** Timing for the benchmarks: medians of interleaved rounds, so that a busy moment hits both sides alike. */

export interface Measured {
  readonly name: string;
  readonly value: string;
  readonly limit: string;
  readonly ok: boolean;
}

export const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Milliseconds of each side, a round each in turn; the first round warms up and is dropped. */
export async function interleaved(rounds: number, sides: readonly (() => unknown)[]): Promise<readonly number[]> {
  const times: number[][] = sides.map(() => []);
  for (let round = 0; round <= rounds; round++) {
    for (const [at, side] of sides.entries()) {
      const start = performance.now();
      await side();
      if (round > 0) times[at]?.push(performance.now() - start);
    }
  }
  return times.map(median);
}

/** "ours is so many times the reference", held against a limit. */
export function ratio(name: string, ours: number, reference: number, limit: number): Measured {
  const times = ours / reference;
  return { name, value: `${times.toFixed(2)}×（${ours.toFixed(1)} / ${reference.toFixed(1)} ms）`, limit: `≤ ${limit}×`, ok: times <= limit };
}
