/**
 * Every printed table as a file in an empty book of the same units: what was typed comes back and
 * is printed the same again, and what is worked out is refused with what it was made from.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { ParsedTableOptions, TableInfo } from '../../preload/contract/tables.ts';
import { Fault, type FaultData } from '../../main/domain/fault.ts';
import type { BuiltInLedger } from '../../main/domain/ledgers/field.ts';
import { ledgers } from '../../main/domain/ledgers/index.ts';
import { toJson } from '../../main/reporting/model/json.ts';
import { makeTable } from '../../main/reporting/making/making.ts';
import { listTables } from '../../main/reporting/printing.ts';
import { writeXlsx } from '../../main/reporting/writers/xlsx.ts';
import type { Book } from '../../main/services/book/book.ts';
import { listUnits } from '../../main/services/units/units.ts';
import { faultText } from '../../renderer/format/fault.ts';
import { testBook } from '../helpers/book.ts';
import { countyBook, SMALL } from '../helpers/county.ts';
import { importFile, importSample } from '../helpers/imported.ts';

/** Lines of a card that the program writes from what it knows beside the card's own fields. */
const WORKED_OUT_LINES = /^(?:到位资金|认定到位资金.*|阶段变化|准入预审|节点|近期进展|计入单位)$/;

/** A card's names with what stands beside them. */
const pairsOf = (rows: readonly (readonly string[])[]): readonly (readonly string[])[] =>
  rows
    .flatMap(([name = '', value = '', other = '', more = '']) => [
      [name, value],
      [other, more],
    ])
    .filter(([name = '']) => name !== '' && !WORKED_OUT_LINES.test(name));

/** What the office recognises of an entry is its own decision, not the file's. */
const TYPED_OF_ARRIVALS = ['project', 'date', 'amount', 'basis', 'source', 'evidence', 'remark'];

/**
 * What should be done by now and how far it is off are worked out from the target, in as many
 * places as the indicator is kept to.
 */
const WORKED_OUT_OF_PACE = /应完成|差额/;

/** The rows as printed, figures as figures: 68.0000 and 68 are one. */
function printedRows(book: Book, name: string, options: ParsedTableOptions) {
  const { header, rows } = toJson(makeTable(book, name, options).table);
  const heads = header.at(-1) ?? [];
  const typed =
    name === 'pace'
      ? rows.map((row) => row.filter((_, at) => !WORKED_OUT_OF_PACE.test(heads[at] ?? '')))
      : rows;
  return (name === 'project-card' ? pairsOf(rows) : typed).map((row) =>
    row.map((cell) => {
      const figure = cell.replaceAll(',', '');
      return /^-?\d+(?:\.\d+)?$/.test(figure) && !/^0\d/.test(figure) ? Number(figure) : cell;
    }),
  );
}

interface Told {
  readonly name: string;
  readonly came: 'equal' | 'refused' | 'differs';
  readonly said: string;
}

/** What becomes of each table of the book in an empty one. */
async function roundTrips(book: Book): Promise<readonly Told[]> {
  const folder = mkdtempSync(join(tmpdir(), 'county-planner-round-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const units = listUnits(book).flatMap(({ name, kind }) => (kind === 'county' ? [] : [name]));
  const printed = async (info: TableInfo, options: ParsedTableOptions): Promise<string> => {
    const path = join(folder, `${info.title}.xlsx`);
    writeFileSync(path, await writeXlsx(makeTable(book, info.name, options).table));
    return path;
  };
  const tables = listTables(book);
  const told: Told[] = [];
  for (const info of tables) {
    const options: ParsedTableOptions = {
      filters: [],
      year: 2012,
      month: 9,
      ...(info.choices.includes('record') ? { record: 1 } : {}),
      ...(info.name === 'arrivals' ? { columns: TYPED_OF_ARRIVALS } : {}),
    };
    const other = testBook(units);
    try {
      if (info.name === 'arrivals') {
        // money belongs to projects: they come first, without the sums of what arrived
        const ledger = tables.find(({ name }) => name === 'project-ledger') ?? info;
        const columns = ['name', 'stage', 'introducer', 'responsible_unit'];
        await importFile(other, await printed(ledger, { filters: [], columns }));
      }
      await importFile(other, await printed(info, options));
      const [before, after] = [book, other].map((one) => printedRows(one, info.name, options));
      const said = (before ?? []).flatMap((row, at) =>
        JSON.stringify(row) === JSON.stringify(after?.[at])
          ? []
          : [`${JSON.stringify(row)} came back as ${JSON.stringify(after?.[at])}`],
      );
      const isEqual = said.length === 0 && before?.length === after?.length;
      told.push({ name: info.name, came: isEqual ? 'equal' : 'differs', said: said[0] ?? '' });
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      const said = faultText({ code: error.code, params: error.params } as FaultData);
      told.push({
        name: info.name,
        came: error.code === 'import.derived' ? 'refused' : 'differs',
        said,
      });
    }
  }
  return told;
}

/** Ledgers whose list on paper is a plain one of their columns. */
const PLAIN_LISTS = (Object.values(ledgers) as readonly BuiltInLedger[]).flatMap(
  ({ code, shown }) => (shown !== undefined && 'title' in shown.printed ? [code] : []),
);
/** Records and figures as they were typed. */
const SOURCES = [
  ...PLAIN_LISTS,
  'arrivals',
  'bulletin',
  'lead-ledger',
  'monthly-bulletin',
  'pace',
  'project-card',
  'project-ledger',
  'rectification',
  'responsibility-letter',
  'supervision-slip',
  'target-breakdown',
  'tasks',
  'unit-report',
  'unit-targets',
].toSorted();

/** What a book has in no record of its own, and why no file may put it there. */
const WORKED_OUT: Readonly<Record<string, string>> = {
  'arrival-credits': 'sums of arrivals by unit: which project they came for is not on it',
  benchmark: 'gaps to rivals, whose figures are typed in beside it',
  'chase-list': 'who has sent nothing yet',
  consistency: 'what does not add up',
  coordination: 'the open problems of projects, of which the ledger has the words',
  'follow-up': 'what is late today',
  'four-batches': 'counts of projects by stage',
  gate: 'a verdict on each project by the thresholds of the office',
  'lead-quota': 'counts of leads against quotas',
  leads: 'counts of leads',
  'ledger-rollup': 'counts and sums of any ledger',
  'meeting-agenda': 'the meeting, whose decisions come in as tasks',
  'mu-evaluation': 'places by yield of the land',
  'payment-slip': 'a receipt: a payment is made in the book, not by reading it',
  'project-rollup': 'counts of projects',
  'rectification-rates': 'counts of problems',
  reminders: 'what is due today, of several ledgers',
  'report-cover': 'the figures that a package has',
  rewards: 'amounts by the rules, paid in the book and not by reading a list',
  'score-details': 'points by the scheme',
  scores: 'points by the scheme',
  'seven-batches': 'counts of projects by stage',
  'war-sheet': 'projects that stand in the ledger, without their stage',
  'who-answers': 'projects, targets and tasks by leader',
  'year-batches': 'counts of the projects of a year',
  'years-targets': 'sums over the years of a plan; the months of what was done are not on it',
};

function expectRoundTrips(told: readonly Told[]): void {
  expect(told.filter(({ came }) => came === 'differs')).toEqual([]);
  expect(told.flatMap(({ name, came }) => (came === 'equal' ? [name] : [])).toSorted()).toEqual(
    SOURCES,
  );
  expect(told.flatMap(({ name, came }) => (came === 'refused' ? [name] : [])).toSorted()).toEqual(
    Object.keys(WORKED_OUT).toSorted(),
  );
  for (const { name, came, said } of told)
    if (came === 'refused')
      expect([name, said]).toEqual([
        name,
        expect.stringMatching(/算出的，不能倒着导入。请导入.+。$/),
      ]);
}

test('of a county', async () => {
  expectRoundTrips(await roundTrips(countyBook(SMALL)));
});

test('of the sample book', async () => {
  const book = testBook();
  for (const number of ['04', '02', '03', '05', '06', '07', '01']) await importSample(book, number);
  expectRoundTrips(await roundTrips(book));
});
