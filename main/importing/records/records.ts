/** Rows and group labels → records: values in wire form, credits, arrivals, and every problem on its cell. */
import type { Issue } from '../../../preload/contract/imports.ts';
import { isDeadlineInWords } from '../../domain/tasks/deadline.ts';
import type { Field, Ledger, Value } from '../../domain/ledgers/field.ts';
import { columnName } from '../../domain/read/sheet-address.ts';
import type { Currency } from '../../domain/exact/measure.ts';
import { STAGES } from '../../domain/ledgers/stage.ts';
import { readDayRange } from '../../domain/read/day.ts';
import { readChoice } from '../../domain/read/choice.ts';
import type {
  PlannedArrival,
  PlannedRecord,
  RowFigures,
} from '../../services/imports/import-plan.ts';
import type { CellRead } from '../cells/cells.ts';
import { columnReader, type ColumnReader } from '../cells/column-reader.ts';
import { ColumnFigures } from '../cells/figures.ts';
import type { Figures } from '../sheet/column-figures.ts';
import type { MappedColumn, UnknownUnitCells } from '../sheet/mapped.ts';
import { mergedDown } from '../sheet/merged.ts';
import { placeOfOrigin, unitsOfCell } from '../cells/parts.ts';
import type { Region } from '../sheet/region.ts';
import { sayCurrency, settleCurrency, type SharedCurrencyAmount } from '../cells/row-currency.ts';
import type { CellValue, SourceSheet } from '../sheet/sheet.ts';
import type { UnitNames } from '../cells/units.ts';
import { stopIfCancelled, type Watch } from '../sheet/watch.ts';
import {
  cellIssue,
  damagedIssue,
  formatIssue,
  rangeEndIssue,
  unreadChoices,
  unreadExtras,
} from '../cells/wording.ts';
import { isDamaged, saysTheSame } from '../cells/ditto.ts';
import { AheadDays, plannedDayIssue } from './ahead-days.ts';
import { beginningOf, LeaningCells } from './leaning.ts';

export interface RecordsInput {
  readonly sheet: SourceSheet;
  readonly table: number;
  readonly region: Region;
  readonly ledger: Ledger | null;
  readonly columns: readonly MappedColumn[];
  readonly year: number | null;
  /** the last month that the sheet's cumulative figures cover, where it says so */
  readonly until: string | null;
  readonly units: UnitNames;
  readonly watch: Watch;
}
export interface Records {
  readonly records: readonly PlannedRecord[];
  readonly figures: ReadonlyMap<number, Figures>;
  readonly issues: readonly Issue[];
  readonly unknownUnits: ReadonlyMap<string, UnknownUnitCells>;
  /** cells that hold a figure which a question on its column keeps from being read, "12 D" */
  readonly waiting: ReadonlySet<string>;
  /** columns that hold such a figure */
  readonly measureless: ReadonlySet<number>;
}

interface Draft {
  readonly table: number;
  readonly row: number;
  readonly values: Record<string, Value>;
  readonly figures: RowFigures;
  approximate: readonly string[];
  extra: Readonly<Record<string, string>>;
  credits: PlannedRecord['credits'];
  arrivals: readonly PlannedArrival[];
  begins: Value;
  erases: readonly string[];
}
/** Most rows have none of these: they share the empty ones. */
const [NO_CODES, NO_EXTRA, NO_ARRIVALS]: readonly [
  readonly string[],
  Draft['extra'],
  readonly PlannedArrival[],
] = [[], {}, []];
interface Step extends ColumnReader {
  /** what its figures are in where they say nothing of their own */
  readonly currency: Currency;
  /** of an amount in the record's own currency */
  readonly amounts: SharedCurrencyAmount | null;
  readonly column: MappedColumn;
  /** null in a column that holds none */
  readonly figures: ColumnFigures | null;
  /** its plain figures stay where they are, and no text is made of them */
  readonly isKept: boolean;
  /** the words of the row above: what 同上 means */
  above: CellValue;
  readonly merged: ReadonlyMap<number, CellValue> | null;
}

/** What stands in a cell whose value is to be taken out of the record: an empty cell changes nothing. */
const ERASE = '清空';
const ROWS_A_STEP = 256;
/** Of a column whose figures all come as text. */
const BARE = { text: String, stored: (scaled: number) => scaled };

export function mapRecords(input: RecordsInput): Records {
  const { region, sheet, ledger } = input;
  const issues: Issue[] = [];
  const unknownUnits = new Map<string, UnknownUnitCells>();
  const figures = new Map<number, ColumnFigures>();
  const steps = input.columns
    .filter((column) => column.use !== 'ignore')
    .map((column) => stepFor(input, column, figures));
  const shareWords = input.columns
    .filter((column) => column.field?.code === 'remark' || saysShares(column))
    .map((column) => column.index);
  const labels = groupLabels(input);
  const waiting = new Set<string>();
  const measureless = new Set<number>();
  const scene: Scene = {
    issues,
    unknownUnits,
    waiting,
    measureless,
    unread: new Map(),
    unreadExtra: new Map(),
    amounts: [],
    leaning: new LeaningCells(),
    ahead: new AheadDays(ledger, input.columns, input.until),
    until: input.until,
    year: input.year,
    units: input.units,
    ledger,
    shareWords,
  };
  // all rows share one shape: filling it in costs half of building it
  const empty: Record<string, Value> = {};
  const kept = new Map<string, ColumnFigures>();
  for (const {
    column: { field, use },
    figures: list,
    isKept,
  } of steps) {
    if (use !== 'field' || field === null || field.computed === true) continue;
    if (isKept && list !== null) kept.set(field.code, list);
    else empty[field.code] = null;
  }
  // said by the amounts of nearly every row: a property that comes later costs each of them an allocation
  if (steps.some((step) => step.amounts !== null)) empty['currency'] ??= null;
  const records = region.dataRows.map((row, at) => {
    if (at % ROWS_A_STEP === 0) {
      stopIfCancelled(input.watch);
      input.watch.progress(at, region.dataRows.length);
    }
    const cells = sheet.rows[row] ?? [];
    const draft: Draft = {
      table: input.table,
      row: row + 1,
      values: { ...empty },
      figures: { of: kept, place: at },
      approximate: NO_CODES,
      extra: NO_EXTRA,
      credits: null,
      arrivals: NO_ARRIVALS,
      begins: null,
      erases: NO_CODES,
    };
    for (const step of steps) take(scene, step, cells, row, at, draft);
    settleCurrency(scene.amounts, issues, draft, scene.leaning.isCurrencyUnread);
    draft.begins = scene.leaning.begins(ledger, draft.values);
    scene.leaning.next();
    labels?.(row, draft);
    return draft;
  });
  for (const { column } of steps)
    issues.push(...scene.ahead.told(column), ...columnWords(scene, column));
  return {
    records: ledger === null ? [] : records,
    figures,
    issues,
    unknownUnits,
    waiting,
    measureless,
  };
}

/** What is said once of a whole column: words that are no choice, cells of no field that hold nothing readable. */
function columnWords({ unread, unreadExtra, ledger }: Scene, column: MappedColumn): Issue[] {
  const words = unread.get(column.index);
  const cells = unreadExtra.get(column.index) ?? 0;
  return [
    ...(words !== undefined && column.field?.kind === 'choice'
      ? [
          unreadChoices(column.index, column.field, [...words], (word) =>
            beginningOf(ledger, column.field?.code ?? '', word),
          ),
        ]
      : []),
    ...(cells === 0 ? [] : [unreadExtras(column.index, column.path.join('›'), cells)]),
  ];
}

interface Scene {
  readonly issues: Issue[];
  readonly unknownUnits: Map<string, UnknownUnitCells>;
  readonly waiting: Set<string>;
  readonly measureless: Set<number>;
  /** by column of choices, the words that are none of them */
  readonly unread: Map<number, Set<string>>;
  /** by column of no field, how many cells hold an error or a formula without a result */
  readonly unreadExtra: Map<number, number>;
  /** of the row at hand, the first of each run in one currency */
  readonly amounts: SharedCurrencyAmount[];
  readonly leaning: LeaningCells;
  readonly ahead: AheadDays;
  readonly until: string | null;
  readonly year: number | null;
  readonly units: UnitNames;
  readonly ledger: Ledger | null;
  /** columns whose words may say how several units share a record */
  readonly shareWords: readonly number[];
}

function stepFor(
  input: RecordsInput,
  column: MappedColumn,
  figures: Map<number, ColumnFigures>,
): Step {
  const field = column.field;
  const numeric = field === null || field.kind === 'money' || field.kind === 'decimal';
  const reader = columnReader(input.sheet, column, input.year);
  const list = numeric
    ? new ColumnFigures(input.region.dataRows.length, reader.number ?? BARE)
    : null;
  if (list !== null) figures.set(column.index, list);
  // what tells records apart stays text, and so does what a ledger of the user's own checks
  const isKept =
    reader.number !== null &&
    field !== null &&
    field.computed !== true &&
    column.use === 'field' &&
    input.ledger !== null &&
    input.ledger.own === undefined &&
    !input.ledger.identity.includes(field.code) &&
    input.columns.filter((one) => one.use === 'field' && one.field === field).length === 1;
  const shares =
    field !== null &&
    !numeric &&
    field.kind !== 'day' &&
    column.use === 'field' &&
    field.code !== input.ledger?.nameField &&
    field.code !== input.ledger?.codeField;
  const currency =
    (field?.kind === 'money' && typeof field.currency !== 'string'
      ? column.measure?.currency
      : null) ?? 'CNY';
  const amounts =
    field?.kind === 'money' && typeof field.currency !== 'string'
      ? { column, field, currency }
      : null;
  return {
    column,
    ...reader,
    currency,
    amounts,
    figures: list,
    isKept,
    above: null,
    merged: shares || field === null ? mergedDown(input.sheet, column.index, input.region) : null,
  };
}

/** A merged word belongs to every row that it covers; of a column of no field a figure does not. */
function mergedOver({ merged, column }: Step, row: number): CellValue {
  const value = merged?.get(row) ?? null;
  return column.field === null && typeof value !== 'string' ? null : value;
}

function take(
  scene: Scene,
  step: Step,
  cells: readonly CellValue[],
  row: number,
  at: number,
  draft: Draft,
): void {
  const { column, figures } = step;
  const written = cells[column.index] ?? mergedOver(step, row);
  if (written === null) return;
  const cell = saysTheSame(written) && figures === null ? step.above : written;
  step.above = cell;
  if (cell === null) return;
  if (cell === ERASE && column.use === 'field' && column.field?.required !== true) {
    draft.erases = [...draft.erases, column.field?.code ?? ''];
    return;
  }
  if (isTakenQuickly(scene, step, cell, cells, row, at, draft)) return;
  const read = step.read(cell, row);
  const value = read.kind === 'value' ? read.value : null;
  const figure =
    figures === null
      ? null
      : column.field === null
        ? typeof cell === 'number'
          ? String(cell)
          : null
        : value;
  if (figure !== null) figures?.put(at, figure);
  if (read.kind === 'empty') return;
  if (column.field === null) {
    if (column.use === 'extra' && value !== null)
      draft.extra = { ...draft.extra, [column.path.join('›')]: value };
    else if (column.use === 'extra')
      scene.unreadExtra.set(column.index, (scene.unreadExtra.get(column.index) ?? 0) + 1);
    return;
  }
  if (value === null && column.use === 'field')
    scene.leaning.unread(column.field.code, textOf(cell));
  if (typeof cell === 'number' && isDamaged(column.field, cell))
    return void scene.issues.push(damagedIssue(row, column.index, cell));
  if (column.use === 'field' && column.field.kind === 'choice' && column.field.code === 'origin')
    return placeOfOrigin(column.field, typeof cell === 'string' ? cell : '', draft);
  if (column.measure === null && asksMeasure(column.field, read)) {
    if (column.use === 'field') scene.waiting.add(`${row + 1} ${columnName(column.index)}`);
    scene.measureless.add(column.index);
    return;
  }
  const words =
    read.kind === 'unreadable' && column.use === 'field'
      ? scene.ledger?.words?.[column.field.code]
      : undefined;
  if (words !== undefined && read.kind === 'unreadable' && isDeadlineInWords(read.seen)) {
    draft.values[words] = read.seen;
    return;
  }
  if (
    column.use === 'field' &&
    column.field.kind === 'day' &&
    value === null &&
    endOfRange(scene, column.field, row, column.index, textOf(cell), draft)
  )
    return;
  if (read.kind === 'unreadable' && column.use === 'field' && column.field.kind === 'choice') {
    draft.extra = { ...draft.extra, [column.field.label]: read.seen };
    scene.unread.set(column.index, (scene.unread.get(column.index) ?? new Set()).add(read.seen));
    return;
  }
  const doubt = typeof cell === 'number' && cell !== 0 ? (step.doubt?.(row) ?? null) : null;
  if (doubt !== null) scene.issues.push(formatIssue(row, column.index, doubt, String(cell)));
  else if (read.kind !== 'value' || read.note !== undefined) {
    const found = cellIssue(row, column.index, column.field, column.measure, read, textOf(cell));
    if (found !== null && (column.use === 'field' || found.level === 'error'))
      scene.issues.push(found);
  }
  if (value === null || column.use === 'check') return;
  if (read.kind === 'value' && read.note === 'approximate')
    draft.approximate = [...draft.approximate, column.field.code];
  if (column.field.kind === 'day') {
    putDay(scene, { field: column.field, index: column.index }, row, textOf(cell), value, draft);
    return;
  }
  put(
    scene,
    step,
    column.field,
    value,
    read.kind === 'value' ? (read.currency ?? 'CNY') : 'CNY',
    row,
    cells,
    draft,
  );
}

/** What is to be done from March to September is due in September. Answers whether the text is such a range. */
function endOfRange(
  { issues, year }: Scene,
  field: Field,
  row: number,
  column: number,
  seen: string,
  draft: Draft,
): boolean {
  const range = ENDS.has(field.code) ? readDayRange(seen, { year }) : null;
  if (range === null) return false;
  draft.values[field.code] = range[1];
  issues.push(rangeEndIssue(row, column, field, seen, range[1]));
  return true;
}

/** Days by which something has to be done: of a range they are its end. */
const ENDS: ReadonlySet<string> = new Set(['deadline', 'planned_completed_date']);

function putDay(
  scene: Scene,
  column: { readonly field: Field; readonly index: number },
  row: number,
  seen: string,
  day: string,
  draft: Draft,
): void {
  const code = scene.ahead.fieldFor(column, row, seen, day);
  if (code !== null) {
    draft.values[code] = day;
    if (code !== column.field.code)
      draft.approximate = draft.approximate.map((one) => (one === column.field.code ? code : one));
  } else {
    scene.leaning.unread(column.field.code, seen);
    scene.issues.push(plannedDayIssue(row, column.index, column.field, seen));
  }
}

/** Plain numbers and plain words, nearly all cells of a sheet: no object is made for any of them. */
function isTakenQuickly(
  scene: Scene,
  step: Step,
  cell: CellValue,
  cells: readonly CellValue[],
  row: number,
  at: number,
  draft: Draft,
): boolean {
  const {
    column: { field, use },
    number,
    figures,
  } = step;
  let wire: string | null = null;
  if (number === null) wire = step.quick === null ? null : step.quick(cell);
  else if (typeof cell === 'number') {
    const scaled = number.scaled(cell);
    if (Number.isNaN(scaled)) return false;
    if (figures !== null) figures.scaled[at] = scaled;
    if (step.isKept && field !== null) {
      sayCurrency(scene.amounts, step.amounts, step.currency, scaled === 0);
      return true;
    }
    if (use !== 'field') return true;
    wire = number.text(scaled);
  }
  if (wire === null) return false;
  if (use === 'field' && field !== null)
    put(scene, step, field, wire, step.currency, row, cells, draft);
  return true;
}

/** 分成: how the units of the row's other cell share it. */
const saysShares = ({ field, path }: MappedColumn): boolean =>
  field?.code === 'shares' || (field === null && /^(?:引资)?分成|各占比例/.test(path.at(-1) ?? ''));

/** Figures of a column without a measure wait for one answer on the column, not for one per cell. */
const asksMeasure = (field: Field, read: CellRead): boolean =>
  (field.kind === 'money' || field.kind === 'decimal') &&
  read.kind === 'question' &&
  read.ask === 'measure';

function put(
  scene: Scene,
  { column, amounts }: Step,
  field: Field,
  value: string,
  currency: Currency,
  row: number,
  cells: readonly CellValue[],
  draft: Draft,
): void {
  sayCurrency(scene.amounts, amounts, currency, value === '0.00');
  if (field.code === 'arrived_total' && field.computed === true) {
    const month = column.month;
    // a written 0 corrects what came before; nothing is written for it where nothing was
    if (month?.startsWith('?') !== true)
      draft.arrivals = [
        ...draft.arrivals,
        {
          date: month,
          amount: value,
          currency,
          basis: month === null ? 'balance' : 'month',
          until: month === null ? scene.until : null,
        },
      ];
    else if (/[1-9]/.test(value)) scene.waiting.add(`${row + 1} ${columnName(column.index)}`);
    return;
  }
  if (field.kind === 'unit') {
    const known = scene.units.resolve(value);
    if (known.is === 'known') draft.values[field.code] = known.name;
    else
      unitsOfCell(
        {
          ...scene,
          row,
          column: column.index,
          field,
          text: value,
          remark: scene.shareWords.map((one) => textOf(cells[one] ?? null)).join(' '),
        },
        draft,
      );
    return;
  }
  draft.values[field.code] = value;
}

function textOf(cell: CellValue): string {
  if (cell === null) return '';
  if (typeof cell !== 'object') return String(cell);
  return 'day' in cell ? cell.day : 'error' in cell ? cell.error : `=${cell.formula}`;
}

/** What the group above a row says of it: its stage where it reads as one, else it is kept as it stands. */
function groupLabels(input: RecordsInput): ((row: number, draft: Draft) => void) | null {
  const { region, ledger, columns } = input;
  if (region.groupRows.length === 0 || ledger === null) return null;
  const staged =
    ledger.code !== 'project' || columns.some((column) => column.field?.code === 'stage');
  const groups = region.groupRows.map((group) => {
    const read = staged ? null : readChoice(group.label, STAGES);
    return {
      row: group.row,
      label: group.label,
      stage: read?.kind === 'value' ? read.value : null,
    };
  });
  let at = -1;
  return (row, draft) => {
    while (at + 1 < groups.length && (groups[at + 1]?.row ?? Infinity) < row) at += 1;
    const group = groups[at];
    if (group === undefined) return;
    if (group.stage !== null) draft.values['stage'] = group.stage;
    else draft.extra = { ...draft.extra, 分组: group.label };
  };
}
