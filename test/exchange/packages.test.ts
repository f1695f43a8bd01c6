/**
 * The whole cycle between two books: a task opens a township's book, its figures come back, a
 * conflict is asked, a late one is told, one is returned.
 */
import { afterAll, expect, test } from 'vitest';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { saveIndicator } from '../../main/services/targets/indicators.ts';
import { createRecord, editRecords } from '../../main/services/records/edit.ts';
import { editFigures } from '../../main/services/progress/figure-edit.ts';
import { transaction } from '../../main/data/open.ts';
import { figuresAt } from '../../main/data/progress/figures.ts';
import { unitByName } from '../../main/data/units/units.ts';
import { indicatorNamed } from '../../main/data/targets/indicators.ts';
import { faultOf, takeBackNewest } from '../helpers/book.ts';
import { countyOffice, openOffices, type Office } from '../helpers/offices.ts';

const offices = openOffices();
afterAll(() => offices.close());

const INDICATOR = {
  name: '固定资产投资',
  aliases: '',
  category: null,
  measure: '万元',
  places: 0,
  direction: 'up' as const,
  kind: 'flow' as const,
  rollup: 'sum' as const,
  numerator: null,
  denominator: null,
  factor: '1',
  parent: null,
  counted: null,
  retired: false,
  remark: null,
};

const unitOf = (office: Office, name: string): number => unitByName(office.book.db, name)?.id ?? 0;
const indicatorOf = (office: Office): number =>
  indicatorNamed(office.book.db, INDICATOR.name)?.id ?? 0;

function typed(office: Office, unit: string, month: number, text: string): void {
  const edit = {
    unit: unitOf(office, unit),
    indicator: indicatorOf(office),
    part: 'month' as const,
    text,
    keep: null,
  };
  editFigures(office.book, { year: 2012, month, edits: [edit] });
}
const figure = (office: Office, unit: string, month: number): string | null => {
  const row = figuresAt(office.book.db, 2012, month, indicatorOf(office)).find(
    (one) => one.unit === unitOf(office, unit),
  );
  return row?.monthValue == null ? null : String(row.monthValue / 1_000_000n);
};

function twoOffices(): { readonly county: Office; readonly town: Office } {
  const county = countyOffice(offices, ['城关镇', '柳河镇']);
  saveIndicator(county.book, { id: null, indicator: INDICATOR });
  const town = offices.open();
  town.begin(
    county.task({
      unit: unitOf(county, '城关镇'),
      indicators: [indicatorOf(county)],
      ledgers: ['project'],
    }).bytes,
  );
  return { county, town };
}

test('a township begins from the county’s package, and its figure comes back', () => {
  const { county, town } = twoOffices();
  typed(town, '城关镇', 9, '120');
  const report = town.report(2012, 9);
  const view = county.view(report.bytes);
  expect([view.sender.name, view.sender.key, view.standing, view.judged.asked]).toEqual([
    '城关镇',
    'new',
    'new',
    [],
  ]);
  expect(county.accept(report.bytes)).toMatchObject({ created: 1, changed: 0, removed: 0 });
  expect(figure(county, '城关镇', 9)).toBe('120');
  expect(figuresAt(county.book.db, 2012, 9)[0]?.state).toBe('submitted');
});

test('a package taken twice changes nothing, an older one neither, and undo brings all back', () => {
  const { county, town } = twoOffices();
  typed(town, '城关镇', 9, '120');
  const first = town.report(2012, 9);
  typed(town, '城关镇', 9, '130');
  const second = town.report(2012, 9);
  county.accept(second.bytes);
  expect(county.view(second.bytes).standing).toBe('known');
  expect(county.view(first.bytes).standing).toBe('older');
  expect(county.accept(first.bytes)).toMatchObject({ created: 0, changed: 0, removed: 0 });
  expect(county.accept(second.bytes)).toMatchObject({ created: 0, changed: 0, removed: 0 });
  expect(figure(county, '城关镇', 9)).toBe('130');
});

test('an acceptance is taken back whole, and can be done again', () => {
  const { county, town } = twoOffices();
  typed(town, '城关镇', 9, '120');
  const report = town.report(2012, 9);
  county.accept(report.bytes);
  takeBackNewest(county.book);
  expect(figure(county, '城关镇', 9)).toBeNull();
  expect(county.view(report.bytes).standing).toBe('new');
  county.accept(report.bytes);
  expect(figure(county, '城关镇', 9)).toBe('120');
});

test('both changed differently is asked with both values; both to the same is not', () => {
  const { county, town } = twoOffices();
  typed(town, '城关镇', 9, '120');
  county.accept(town.report(2012, 9).bytes);
  typed(town, '城关镇', 9, '125');
  typed(county, '城关镇', 9, '121');
  const report = town.report(2012, 9);
  const { asked } = county.view(report.bytes).judged;
  expect(asked).toHaveLength(1);
  expect(faultOf(() => county.accept(report.bytes))).toBe('package.open');
  expect(figure(county, '城关镇', 9)).toBe('121');
  county.accept(report.bytes, () => 'ours');
  expect(figure(county, '城关镇', 9)).toBe('121');
  // what the county decided goes down as a change of its own, and asks nothing there
  const back = county.task({
    unit: unitOf(county, '城关镇'),
    indicators: [indicatorOf(county)],
    month: 9,
  });
  expect(town.view(back.bytes).judged.asked).toEqual([]);
  town.accept(back.bytes);
  expect(figure(town, '城关镇', 9)).toBe('121');
});

test('records travel with what hangs on them; one removed here and changed there is asked', () => {
  const { county, town } = twoOffices();
  const {
    ids: [id = 0],
  } = createRecord(town.book, 'project', [
    { name: '年产10万吨饮料', introducer: '城关镇', total_investment: '约5亿元' },
  ]);
  county.accept(town.report(2012, 9).bytes);
  const [row] = county.book.db
    .prepare('SELECT id, name, total_investment, approximate FROM project')
    .all() as { id: number }[];
  expect(row).toMatchObject({
    name: '年产10万吨饮料',
    total_investment: 50_000_000_000,
    approximate: 'total_investment',
  });
  editRecords(town.book, 'project', [{ id, field: 'name', value: '年产12万吨饮料' }]);
  takeBackNewest(county.book);
  county.accept(town.report(2012, 9).bytes);
  expect(county.book.db.prepare('SELECT name FROM project').pluck().all()).toEqual([
    '年产12万吨饮料',
  ]);
});

test('a changed byte, a missing part, a foreign sender and a newer format are refused by name', () => {
  const { county, town } = twoOffices();
  typed(town, '城关镇', 9, '120');
  const { bytes } = town.report(2012, 9);
  const parts = unzipSync(bytes);
  const changed = {
    ...parts,
    'rows/figure.jsonl': strToU8(
      Buffer.from(parts['rows/figure.jsonl'] ?? [])
        .toString()
        .replace('120000000', '920000000'),
    ),
  };
  expect(faultOf(() => county.view(zipSync(changed)))).toBe('package.damaged');
  const { 'rows/figure.jsonl': _, ...fewer } = parts;
  expect(faultOf(() => county.view(zipSync(fewer)))).toBe('package.damaged');
  expect(faultOf(() => county.view(bytes.subarray(0, bytes.length / 2)))).toBe('package.damaged');
  expect(faultOf(() => twoOffices().county.view(bytes))).toBe('package.foreign');
  const newer = {
    ...parts,
    'manifest.json': strToU8(
      Buffer.from(parts['manifest.json'] ?? [])
        .toString()
        .replace('"format":1', '"format":2'),
    ),
  };
  expect(faultOf(() => county.view(zipSync(newer)))).toBe('package.newer');
});

test('files do not travel: the report names them in the words that go with it', () => {
  const { town } = twoOffices();
  createRecord(town.book, 'project', [{ name: '海泰新能' }]);
  transaction(town.book.db, (tx) =>
    tx.exec(
      "INSERT INTO attachment (ledger, record_id, name, hash, bytes, at) SELECT 'project', id, '批复.pdf', 'a', 1, '' FROM project",
    ),
  );
  expect(town.report(2012, 9).head.notes).toEqual([
    { finding: '有1个附件不在包内', explained: '另行送达：海泰新能的“批复.pdf”' },
  ]);
});
