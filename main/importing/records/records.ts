/**
 * Rows and group labels → records: values in wire form, credits, arrivals, and every problem on its
 * cell.
 */
import type { Issue } from '../../../preload/contract/imports.ts';
import type { Value } from '../../domain/ledgers/field.ts';
import type { PlannedRecord } from '../../services/imports/import-plan.ts';
import type { KeptFigures, TableFigures } from '../../services/imports/planned-values.ts';
import type { ColumnFigures } from '../cells/figures.ts';
import { settleCurrency } from '../cells/row-currency.ts';
import { unreadChoices, unreadExtras } from '../cells/wording.ts';
import type { Figures } from '../sheet/column-figures.ts';
import type { MappedColumn, UnknownUnitCells } from '../sheet/mapped.ts';
import { stopIfCancelled } from '../sheet/watch.ts';
import { AheadDays } from './ahead-days.ts';
import { columnStep, type ColumnStep } from './column-step.ts';
import { groupLabels } from './group-labels.ts';
import { beginningOf, LeaningCells } from './leaning.ts';
import { emptyRow, type RecordsInput, type RowScene } from './row-scene.ts';
import { takeCell } from './take-cell.ts';

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

const ROWS_A_STEP = 256;

export function mapRecords(input: RecordsInput): Records {
  const { region, sheet, ledger } = input;
  const figures = new Map<number, ColumnFigures>();
  const steps = input.columns
    .filter((column) => column.use !== 'ignore')
    .map((column) => columnStep(input, column, figures));
  const scene = sceneOf(input);
  const { issues } = scene;
  const labels = groupLabels(input);
  const { empty, kept } = rowShape(steps);
  const records = region.dataRows.map((row, at) => {
    if (at % ROWS_A_STEP === 0) {
      stopIfCancelled(input.watch);
      input.watch.progress(at, region.dataRows.length);
    }
    const cells = sheet.rows[row] ?? [];
    const draft = emptyRow(input.table, row, at, empty, kept);
    for (const step of steps) takeCell(scene, step, cells, row, at, draft);
    settleCurrency(scene.amounts, issues, draft, scene.leaning.isCurrencyUnread);
    draft.begins = scene.leaning.begins(ledger, draft.values);
    scene.leaning.next();
    labels?.apply(row, draft);
    return draft;
  });
  issues.push(...(labels?.issues ?? []));
  for (const { column } of steps)
    issues.push(...scene.ahead.told(column), ...columnWords(scene, column));
  return {
    records: ledger === null ? [] : records,
    figures,
    issues,
    unknownUnits: scene.unknownUnits,
    waiting: scene.waiting,
    measureless: scene.measureless,
  };
}

const sceneOf = ({ ledger, columns, until, year, units }: RecordsInput): RowScene => ({
  issues: [],
  unknownUnits: new Map(),
  waiting: new Set(),
  measureless: new Set(),
  unread: new Map(),
  unreadExtra: new Map(),
  amounts: [],
  leaning: new LeaningCells(),
  ahead: new AheadDays(ledger, columns, until),
  until,
  year,
  units,
  ledger,
  shareWords: columns
    .filter((column) => column.field?.code === 'remark' || saysShares(column))
    .map((column) => column.index),
});

/** All rows share one shape: filling it in costs half of building it. */
function rowShape(steps: readonly ColumnStep[]): {
  readonly empty: Readonly<Record<string, Value>>;
  readonly kept: TableFigures;
} {
  const empty: Record<string, Value> = {};
  const kept = new Map<string, KeptFigures>();
  for (const {
    column: { field, use },
    figures: list,
    isKept,
  } of steps) {
    if (use !== 'field' || field === null || field.computed === true) continue;
    if (isKept && list !== null) kept.set(field.code, { field, list });
    else empty[field.code] = null;
  }
  // said by the amounts of nearly every row: a property that comes later costs each of them an
  // allocation
  if (steps.some((step) => step.amounts !== null)) empty['currency'] ??= null;
  return { empty, kept };
}

/**
 * What is said once of a whole column: words that are no choice, cells of no field that hold
 * nothing readable.
 */
function columnWords({ unread, unreadExtra, ledger }: RowScene, column: MappedColumn): Issue[] {
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

/** 分成: how the units of the row's other cell share it. */
const saysShares = ({ field, path }: MappedColumn): boolean =>
  field?.code === 'shares' ||
  (field === null && /^(?:引资|认定|业绩)?分成|各占比例/.test(path.at(-1) ?? ''));
