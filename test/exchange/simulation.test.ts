/**
 * Exchange as it goes wrong, held against a model that knows nothing of the merge;
 * `npm run simulate` does as many rounds, as large, as one has time for.
 */
import { afterAll, expect, test } from 'vitest';
import { openOffices } from '../helpers/offices.ts';
import { Simulation, type SimulationShape } from './simulation.ts';

/**
 * Many short rounds, and some in which there is time for what is late to come after what was sent
 * later.
 */
const SIZES: readonly (SimulationShape & { readonly rounds: number })[] = [
  { rounds: 196, townships: 2, months: 2 },
  { rounds: 4, townships: 3, months: 6 },
];
const offices = openOffices();
afterAll(() => offices.close());

test.each(SIZES)(
  '$rounds rounds of $townships townships × $months months: every cell of every book is what the model says, and every question was asked',
  ({ rounds, ...shape }) => {
    let [taken, asked, refused] = [0, 0, 0];
    for (let seed = 1; seed <= rounds; seed += 1) {
      const result = new Simulation(seed, shape, offices).run();
      offices.closeBooks();
      expect([seed, result.silent, result.differences]).toEqual([seed, [], []]);
      taken += result.taken;
      asked += result.asked;
      refused += result.refused;
    }
    // a simulation in which nothing goes wrong shows nothing
    expect(taken).toBeGreaterThan(rounds * shape.townships * shape.months);
    expect(asked).toBeGreaterThan(rounds / 2);
    expect(refused).toBeGreaterThan(rounds / 50);
  },
);
