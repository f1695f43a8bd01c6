/**
 * What the importer sees in labelled tables: for every `X.xlsx` of a folder with `X.xlsx.truth`
 * beside it, its rows by their role, held against the labels.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportReport, Table } from '../../preload/contract/imports.ts';
import { inspectWorkbook } from '../../main/importing/recognise/inspect.ts';
import { readWorkbook } from '../../main/importing/readers/index.ts';
import type { Measured } from './measure.ts';

/** The labels of a table's rows, from its first; `sumRows` are 1-based. */
interface Truth {
  readonly lines: readonly (string | null)[];
  readonly sumRows: readonly number[];
}

/** What `inspect` answers, written beside each workbook as `X.xlsx.got` for other scorers. */
export async function inspectFolder(folder: string): Promise<ReadonlyMap<string, ImportReport>> {
  const reports = new Map<string, ImportReport>();
  for (const name of readdirSync(folder).toSorted()) {
    if (!name.endsWith('.xlsx')) continue;
    const workbook = await readWorkbook(readFileSync(join(folder, name)), name);
    const { report } = inspectWorkbook(workbook, name, { units: [], county: '', answers: [] });
    writeFileSync(join(folder, `${name}.got`), JSON.stringify(report));
    reports.set(name, report);
  }
  return reports;
}

const ROLES = [
  ['titleRows', 'metadata'],
  ['dataRows', 'data'],
  ['groupRows', 'group'],
  ['totalRows', 'derived'],
  ['noteRows', 'notes'],
] as const;
const BODY: ReadonlySet<string> = new Set(['data', 'derived', 'group']);
const plain = (role: string): string => (BODY.has(role) ? 'data' : role);

function rolesOf(tables: readonly Table[]): ReadonlyMap<number, string> {
  const said = new Map<number, string>();
  for (const table of tables) {
    for (const [key, role] of ROLES) for (const row of table[key]) said.set(row, role);
    for (let row = table.headerRows[0]; row <= table.headerRows[1]; row++) said.set(row, 'header');
  }
  return said;
}

/**
 * The header's rows as labelled: those above the first figures, or where there are none, all of
 * them.
 */
function headerOf(lines: Truth['lines']): readonly [number, number] {
  const first = lines.findIndex((line) => line === 'data' || line === 'derived') + 1;
  const heads = lines.flatMap((line, at) => (line === 'header' ? [at + 1] : []));
  const above = heads.filter((row) => row < first);
  const from = above.length > 0 ? above : heads;
  return [from[0] ?? 0, from.at(-1) ?? 0];
}

class Tally {
  private readonly counts = new Map<string, number>();
  add(what: string, by = 1): void {
    this.counts.set(what, this.of(what) + by);
  }
  of(what: string): number {
    return this.counts.get(what) ?? 0;
  }
  share(part: string, whole: string): number {
    return this.of(part) / Math.max(1, this.of(whole));
  }
}

function judge(truth: Truth, tables: readonly Table[], tally: Tally): void {
  const said = rolesOf(tables);
  const [from, to] = headerOf(truth.lines);
  const kind = to > from ? 'multi' : 'single';
  const [top, bottom] = tables[0]?.headerRows ?? [0, 0];
  tally.add('tables');
  tally.add(kind);
  if (tables.length > 0) tally.add('found');
  if (top === from && bottom === to) tally.add(`${kind} exact`);
  truth.lines.forEach((line, at) => {
    if (line === null) return;
    const [right, seen] = [plain(line), plain(said.get(at + 1) ?? 'nothing')];
    if (right === seen) tally.add(`hit ${right}`);
    else {
      tally.add(`wrong ${right}`);
      tally.add(`wrong ${seen}`);
    }
  });
  for (const [row, role] of said) {
    if (role !== 'derived') continue;
    tally.add('called');
    if (truth.sumRows.includes(row)) tally.add('sums called');
    else if (truth.lines[row - 1] !== 'derived') tally.add('false');
  }
  tally.add('sums', truth.sumRows.length);
}

const f1 = (tally: Tally): number =>
  ['metadata', 'header', 'data', 'notes']
    .map(
      (role) =>
        (2 * tally.of(`hit ${role}`)) /
        Math.max(1, 2 * tally.of(`hit ${role}`) + tally.of(`wrong ${role}`)),
    )
    .reduce((sum, one) => sum + one / 4, 0);

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

/** The rows of the bench for one folder of labelled workbooks. */
export async function benchYardstick(folder: string): Promise<readonly Measured[]> {
  const tally = new Tally();
  for (const [name, report] of await inspectFolder(folder)) {
    const truth = JSON.parse(readFileSync(join(folder, `${name}.truth`), 'utf8')) as Truth;
    judge(
      truth,
      report.sheets.flatMap((sheet) => sheet.tables),
      tally,
    );
  }
  const atLeast = (name: string, value: number, least: number): Measured => ({
    name: `${tally.of('tables')} labelled tables: ${name}`,
    value: percent(value),
    limit: `≥ ${percent(least)}`,
    ok: value >= least,
  });
  const wrong = tally.share('false', 'called');
  return [
    atLeast('table found', tally.share('found', 'tables'), 0.98),
    atLeast('header of one row exact', tally.share('single exact', 'single'), 0.95),
    atLeast('header of several rows exact', tally.share('multi exact', 'multi'), 0.7),
    atLeast('roles of rows, macro-F1', f1(tally), 0.9),
    atLeast('sum rows called total', tally.share('sums called', 'sums'), 0.8),
    {
      name: 'rows called total that are none',
      value: percent(wrong),
      limit: '≤ 2.0 %',
      ok: wrong <= 0.02,
    },
  ];
}
