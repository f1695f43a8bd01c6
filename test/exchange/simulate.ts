/**
 * `npm run simulate -- [ROUNDS [TOWNSHIPS [MONTHS [SEED]]]]`: the simulation of exchange at its
 * full size, with the rates of what was taken, asked and refused.
 */
import { openOffices } from '../helpers/offices.ts';
import { Simulation } from './simulation.ts';

const [rounds = 1000, townships = 25, months = 24, first = 1] = process.argv.slice(2).map(Number);
const sum = { taken: 0, asked: 0, refused: 0, differences: 0, silent: 0 };
const offices = openOffices();
for (let seed = first; seed < first + rounds; seed += 1) {
  const result = new Simulation(seed, { townships, months }, offices).run();
  offices.closeBooks();
  sum.taken += result.taken;
  sum.asked += result.asked;
  sum.refused += result.refused;
  sum.differences += result.differences.length;
  sum.silent += result.silent.length;
  for (const line of [...result.silent, ...result.differences])
    console.log(`seed ${seed}: ${line}`);
}
offices.close();
console.log(
  `${rounds} rounds of ${townships} townships × ${months} months, seeds from ${first}: ${sum.taken} packages taken, ${sum.asked} questions asked, ${sum.refused} packages refused; ${sum.differences} differences, ${sum.silent} silent decisions`,
);
process.exitCode = sum.differences + sum.silent > 0 ? 1 : 0;
