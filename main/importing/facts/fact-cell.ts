/** Reads one cell of a table of figures: kept as a fact, asked about, or empty. */
import { columnName } from '../../domain/read/sheet-address.ts';
import type { Measure } from '../../domain/exact/measure.ts';
import type { FactPart } from '../../domain/targets/fact.ts';
import type { CellRead } from '../cells/cells.ts';
import type { UnitNames } from '../cells/units.ts';
import { factIssue, formatIssue } from '../cells/wording.ts';
import { MONTHLY } from '../sheet/fact-words.ts';
import { placedIssue } from '../sheet/issue.ts';
import { cellKey, type CellValue } from '../sheet/sheet.ts';
import type { FactColumn, FactLayout } from './fact-columns.ts';
import type { FigureStep, FactScene, FactsInput, SaidOfRow } from './fact-scene.ts';
import { isShareOfTarget, measureBehind, readFact } from './fact-values.ts';
import { spokenTargets } from './spoken-targets.ts';
import { isCounty } from './whole-county.ts';

export function takeFact(
  input: FactsInput,
  scene: FactScene,
  { column, measure: ofColumn, showing }: FigureStep,
  row: number,
  said: SaidOfRow,
): string | null {
  const { sheet, layout } = input;
  const cell: CellValue = sheet.rows[row]?.[column.index] ?? null;
  const shown = showing?.(row) ?? { is: 'plain' as const };
  const formatted = shown.is === 'stored' && typeof cell === 'number' ? shown.measure : null;
  const isBare = isShareOfTarget(column.word.part) || column.word.part === 'rank';
  const stated = isBare ? ofColumn : (said.measure ?? ofColumn ?? formatted);
  const measure = stated ?? (typeof cell === 'string' && !isBare ? measureBehind(cell) : null);
  const spoken =
    typeof cell === 'string' ? keepSpoken(input, scene, column, row, said, cell, stated) : null;
  if (spoken !== null) return spoken.figure;
  const read = readFact(cell, {
    part: column.word.part,
    measure,
    format: sheet.formats.get(cellKey(row, column.index)),
    showing: shown,
    isRate: isRate(input, column, said),
  });
  if (read.kind === 'empty') return null;
  if (
    shown.is === 'doubt' &&
    typeof cell === 'number' &&
    cell !== 0 &&
    !isShareOfTarget(column.word.part)
  ) {
    scene.issues.push(formatIssue(row, column.index, shown.format, String(cell)));
    return read.kind === 'value' ? keep(input, scene, column, row, said, read, measure) : null;
  }
  if (read.kind === 'question' && read.ask === 'measure' && measure === null)
    return askMeasure(scene, layout, column, row, said);
  const found = factIssue(row, column.index, measure, read, cell);
  if (found !== null) scene.issues.push(found);
  return read.kind === 'value' ? keep(input, scene, column, row, said, read, measure) : null;
}

/**
 * Whether what a column's figures are of is a rate: its name says so, or another of its columns is
 * in percent.
 */
function isRate({ layout, subject }: FactsInput, column: FactColumn, said: SaidOfRow): boolean {
  const name = said.indicator ?? column.indicator ?? subject ?? '';
  return (
    said.measure?.name === '%' ||
    /(?:率|比重|比例|占比|增速|增幅|指数)$/.test(name) ||
    layout.columns.some(
      (one) =>
        one.indicator === column.indicator &&
        !isShareOfTarget(one.word.part) &&
        one.measure?.name === '%',
    )
  );
}

/**
 * 确保30力争37 in one cell sets two figures, of which the first adds up with others'; null where
 * the cell is no such thing.
 */
function keepSpoken(
  input: FactsInput,
  scene: FactScene,
  column: FactColumn,
  row: number,
  said: SaidOfRow,
  cell: string,
  measure: Measure | null,
): { readonly figure: string | null } | null {
  if (said.whole === 'upper') return null;
  const rate = measure?.name === '%' || isRate(input, column, said);
  const own = measure ?? measureBehind(cell);
  const reads = spokenTargets(cell, column.word.part, own, rate)?.map((one) => ({
    ...one,
    read: readFact(one.text, {
      part: one.part,
      measure: one.measure,
      format: undefined,
      showing: { is: 'plain' },
    }),
  }));
  const values = (reads ?? []).flatMap((one) =>
    one.read.kind === 'value' ? [{ ...one, read: one.read }] : [],
  );
  const [first] = values;
  if (first === undefined || values.length !== reads?.length) return null;
  for (const { part, read, measure: its } of values)
    keep(input, scene, { ...column, word: { ...column.word, part } }, row, said, read, its);
  return { figure: first.part === 'growth' ? null : first.read.value };
}

function keep(
  { layout, subject, sender, period, units, county }: FactsInput,
  scene: FactScene,
  column: FactColumn,
  row: number,
  said: SaidOfRow,
  read: Extract<CellRead, { kind: 'value' }>,
  measure: Measure | null,
): string {
  const { word } = column;
  const ofHead = column.unit === undefined ? undefined : unitOfHead(units, county, column.unit);
  const indicator =
    layout.indicatorColumn === null ? (column.indicator ?? subject) : said.indicator;
  if (indicator === null) return read.value;
  const part = said.whole === 'upper' ? upperPart(word.part) : word.part;
  if (part === null) {
    scene.issues.push(
      placedIssue(
        row,
        column.index,
        'warning',
        'target.upper',
        '上级任务只记一个数（年目标或确保），这一格不导入。',
      ),
    );
    return read.value;
  }
  const year =
    word.year ?? (period === null ? null : word.part === 'base' ? period.year - 1 : period.year);
  const monthly = MONTHLY.has(word.part);
  scene.facts.push({
    row: row + 1,
    column: columnName(column.index),
    unit: said.unit !== undefined ? said.unit : ofHead !== undefined ? ofHead : sender,
    indicator,
    parent: layout.indicatorColumn === null ? column.parent : said.parent,
    part,
    year,
    month: !monthly
      ? null
      : (word.month ?? period?.month ?? (word.isWholeYear === true ? 12 : null)),
    months: word.months,
    value: read.value,
    measure: measure?.name ?? null,
  });
  return read.value;
}

/** What is asked from above is one figure: that under 目标 or 确保. */
const upperPart = (part: FactPart): FactPart | null =>
  part === 'annual' || part === 'assured' || part === 'upper' ? 'upper' : null;

function unitOfHead(units: UnitNames, county: string, name: string): string | null {
  const found = units.resolve(name);
  return isCounty(name, county) ? null : found.is === 'known' ? found.name : name;
}

/** One question for a column, or for a row where the rows name the indicators. */
function askMeasure(
  scene: FactScene,
  layout: FactLayout,
  column: FactColumn,
  row: number,
  said: SaidOfRow,
): null {
  const byRow = layout.indicatorColumn !== null;
  const key = byRow ? `r${row}` : `c${column.index}`;
  if (!scene.asked.has(key)) {
    scene.asked.add(key);
    const name = byRow ? (said.indicator ?? '') : (column.indicator ?? '这一列');
    scene.issues.push(
      placedIssue(
        byRow ? row : -1,
        byRow ? (layout.indicatorColumn ?? column.index) : column.index,
        'question',
        'measure.unknown',
        byRow
          ? `“${name}”没写计量单位。在名称后写上，如（万元）。`
          : `“${name}”没写计量单位。是万元、亿元，还是别的？`,
      ),
    );
  }
  return null;
}
