/**
 * One level up: a city gives its counties tasks as a county its townships, and a county that
 * answers to it goes on exchanging with its own townships.
 */
import { afterAll, expect, test } from 'vitest';
import { indicatorNamed } from '../../main/data/targets/indicators.ts';
import { figuresAt } from '../../main/data/progress/figures.ts';
import { unitByName } from '../../main/data/units/units.ts';
import { editFigures } from '../../main/services/progress/figure-edit.ts';
import { saveIndicator } from '../../main/services/targets/indicators.ts';
import { command } from '../../main/services/book/book.ts';
import { createUnit, placeUnder } from '../../main/services/units/units.ts';
import { createRecord } from '../../main/services/records/edit.ts';
import { countyOffice, openOffices, type Office } from '../helpers/offices.ts';

const offices = openOffices();
afterAll(() => offices.close());

const NAME = '固定资产投资';
const unitOf = (office: Office, name: string): number => unitByName(office.book.db, name)?.id ?? 0;
const indicatorOf = (office: Office): number => indicatorNamed(office.book.db, NAME)?.id ?? 0;
const typed = (office: Office, unit: string, text: string): unknown =>
  editFigures(office.book, {
    year: 2012,
    month: 9,
    edits: [
      {
        unit: unitOf(office, unit),
        indicator: indicatorOf(office),
        part: 'month',
        text,
        keep: null,
      },
    ],
  });
/** 万元 of a month, by unit */
const figures = (office: Office): Readonly<Record<string, string>> =>
  Object.fromEntries(
    figuresAt(office.book.db, 2012, 9, indicatorOf(office)).map((row) => [
      office.book.db.prepare('SELECT name FROM unit WHERE id = ?').pluck().get(row.unit),
      String((row.monthValue ?? 0n) / 1_000_000n),
    ]),
  );
const taskFor = (upper: Office, name: string): Uint8Array =>
  upper.task({
    unit: unitOf(upper, name),
    indicators: [indicatorOf(upper)],
    ledgers: ['project'],
  }).bytes;

test('figures and projects of a township reach the city through its county, and what the city gives back reaches the county', () => {
  const city = countyOffice(offices, ['云岭县', '白水县']);
  saveIndicator(city.book, {
    id: null,
    indicator: {
      name: NAME,
      aliases: '',
      category: null,
      measure: '万元',
      places: 0,
      direction: 'up',
      kind: 'flow',
      rollup: 'sum',
      numerator: null,
      denominator: null,
      factor: '1',
      parent: null,
      counted: null,
      retired: false,
      remark: null,
    },
  });
  const county = offices.open();
  county.begin(taskFor(city, '云岭县'));
  for (const name of ['甲镇', '乙镇'])
    createUnit(county.book, { name, kind: 'township', aliases: [], leader: null });
  command(county.book, '单位的上级', ['unit'], (writing) =>
    placeUnder(
      writing,
      ['甲镇', '乙镇'].map((name) => ({ id: unitOf(county, name), parent: '云岭县' })),
    ),
  );
  const town = offices.open();
  town.begin(taskFor(county, '甲镇'));
  typed(town, '甲镇', '100');
  createRecord(town.book, 'project', [{ name: '海泰新能', introducer: '甲镇' }]);
  county.accept(town.report(2012, 9).bytes);
  typed(county, '乙镇', '200');
  typed(county, '云岭县', '300');
  const report = county.report(2012, 9);
  expect(city.accept(report.bytes).created).toBeGreaterThan(0);
  expect(figures(city)).toEqual({ 云岭县: '300', 甲镇: '100', 乙镇: '200' });
  expect(city.book.db.prepare('SELECT name FROM project').pluck().all()).toEqual(['海泰新能']);
  // taken a second time it changes nothing
  expect(city.accept(report.bytes)).toMatchObject({ created: 0, changed: 0, removed: 0 });
  const back = city.giveBack(unitOf(city, '云岭县'), 2012, 9, [
    { indicator: indicatorOf(city), reason: '再核对' },
  ]);
  county.accept(back.bytes);
  typed(county, '云岭县', '310');
  city.accept(county.report(2012, 9).bytes);
  expect(figures(city)['云岭县']).toBe('310');
});
