/** Groups that are units: 一、城关镇 over the rows of its figures, where no column names units. */
import { kindOfName } from '../../domain/ledgers/unit.ts';
import { kindOfCell } from '../sheet/cell-kinds.ts';
import { plainGroupLabel } from '../sheet/group-words.ts';
import { squeezeWords } from '../sheet/words.ts';
import type { FactsInput } from './fact-scene.ts';

interface Group {
  readonly row: number;
  readonly name: string;
}
/** What a unit is called that stands in a cell. */
type Resolve = (row: number, column: number, name: string) => string | null;

/**
 * The unit over a row; null where most of the table's groups are no units. A name that no list
 * holds yet goes to `resolve` where it can be nothing but a unit's.
 */
export function groupUnits(
  input: FactsInput,
  resolve: Resolve,
): ((row: number) => string | null | undefined) | null {
  const { layout, region } = input;
  if (layout.unitColumn !== null || layout.indicatorColumn === null) return null;
  const isUnit = ({ name }: Group): boolean => isNamed(input, name);
  const marked = region.groupRows.map(({ row, label }) => ({ row, name: nameIn(input, label) }));
  const within = region.dataRows.flatMap((row) => lonely(input, row) ?? []).filter(isUnit);
  if (marked.filter(isUnit).length * 2 <= marked.length - within.length) return null;
  const below = [...marked, ...within];
  // 科技下乡 alone is a line of work
  const isSure = ({ name }: Group): boolean => input.units.resolve(name).is === 'known';
  if (!below.some(isSure) && below.filter(isUnit).length < 2) return null;
  // the first stands over the heads where each has heads of its own
  const first = region.titleRows
    .filter((row) => row < region.headerRows[0])
    .flatMap((row) => lonely(input, row) ?? [])
    .filter(isUnit);
  const groups = [...first.slice(-1), ...below]
    .toSorted((a, b) => a.row - b.row)
    .map((group) => ({
      row: group.row,
      unit: isUnit(group) ? resolve(group.row, columnOf(input, group.row), group.name) : undefined,
    }));
  return (row) => groups.findLast((group) => group.row < row)?.unit;
}

/** A known unit, or a name that only a township has. */
const isNamed = ({ units }: FactsInput, name: string): boolean => {
  const found = units.resolve(name);
  return (
    found.is === 'known' || (kindOfName(name) === 'township' && /^\p{Script=Han}{2,8}$/u.test(name))
  );
};

/** 三河乡 is called so; 三、河乡 and 三、河乡（共3个） are 河乡. */
function nameIn({ units }: FactsInput, label: string): string {
  const whole = squeezeWords(label);
  const plain = plainGroupLabel(label);
  const isNumbered = /^[(（]?[一二三四五六七八九十\d]{1,3}[)）、.．]/.test(whole);
  return !isNumbered && (units.resolve(whole).is === 'known' || whole.endsWith(plain))
    ? whole
    : plain;
}

const isFilled = (cell: unknown): boolean => cell !== null && cell !== undefined && cell !== '';
const columnOf = ({ sheet }: FactsInput, row: number): number =>
  Math.max(0, sheet.rows[row]?.findIndex(isFilled) ?? 0);

/** The words of a row that holds nothing else. */
function lonely(input: FactsInput, row: number): Group | null {
  const cells = (input.sheet.rows[row] ?? []).filter(isFilled);
  const [only] = cells;
  return cells.length === 1 && typeof only === 'string' && kindOfCell(only) === 'text'
    ? { row, name: nameIn(input, only) }
    : null;
}
