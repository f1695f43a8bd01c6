/** Exchange as it goes wrong, held against a model that knows nothing of the merge; `npm run simulate` does as many rounds as one has time for. */
import { afterAll, expect, test } from 'vitest';
import { openOffices } from '../helpers/offices.ts';
import { Simulation } from './simulation.ts';

const ROUNDS = 10;
const offices = openOffices();
afterAll(() => offices.close());

test(`${ROUNDS} rounds: every cell of every book is what the model says, and every question was asked`, () => {
  let [taken, asked, refused] = [0, 0, 0];
  for (let seed = 1; seed <= ROUNDS; seed += 1) {
    const result = new Simulation(seed, { townships: 3, months: 5 }, offices).run();
    expect([seed, result.silent, result.differences]).toEqual([seed, [], []]);
    taken += result.taken;
    asked += result.asked;
    refused += result.refused;
  }
  // a simulation in which nothing goes wrong shows nothing
  expect(taken).toBeGreaterThan(ROUNDS * 15);
  expect(asked).toBeGreaterThan(ROUNDS / 2);
  expect(refused).toBeGreaterThan(3);
});
