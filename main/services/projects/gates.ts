/** Entry conditions of parks, and a project held against those of its park. */
import type { GateSetup, ProjectParts } from '../../../preload/contract/projects.ts';
import { gatesOf } from '../../data/projects/project-parts.ts';
import type { Reader } from '../../data/open.ts';
import { isDecimal } from '../../domain/exact/decimal.ts';
import { thresholdsText } from '../../data/projects/kept-thresholds.ts';
import { Fault } from '../../domain/fault.ts';
import {
  criterionOf,
  judgeGate,
  STANDARD_GATE,
  type GateFacts,
  type Threshold,
} from '../../domain/projects/gate.ts';
import { command, type Book } from '../book/book.ts';

export const projectGates = (book: Book): readonly GateSetup[] => setups(book.db);

const setups = (db: Reader): readonly GateSetup[] =>
  gatesOf(db).map(({ park, thresholds }) => ({ park, thresholds }));

/** @throws Fault gate.threshold */
export function saveGate(book: Book, input: GateSetup): null {
  const park = input.park.trim();
  const thresholds = input.thresholds.map(checked);
  const twice = thresholds.find(
    (one, at) => thresholds.findIndex((other) => other.criterion === one.criterion) !== at,
  );
  if (twice !== undefined)
    throw new Fault('gate.threshold', {
      problem: `“${criterionOf(twice.criterion).label}”写了两次`,
    });
  return command(book, `修改${park === '' ? '其他园区' : park}准入条件`, ['project'], (writing) => {
    const before = gatesOf(writing.db).find((row) => row.park === park);
    const row = { park, thresholds: thresholdsText(thresholds) };
    if (before === undefined) writing.insert('gate', row);
    else writing.update('gate', before.id, row);
    return null;
  });
}

function checked({ criterion, limit, above }: Threshold): Threshold {
  const { label, of } = criterionOf(criterion);
  if (of.kind === 'passed') return { criterion, limit: null, above: false };
  const text = (limit ?? '').trim();
  if (!isDecimal(text) || text.startsWith('-'))
    throw new Fault('gate.threshold', { problem: `${label}的门槛“${text}”无法识别，要填一个数` });
  return { criterion, limit: text, above };
}

export function removeGate(book: Book, input: { readonly park: string }): null {
  return command(book, '删除准入条件', ['project'], (writing) => {
    const before = gatesOf(writing.db).find((row) => row.park === input.park);
    if (before !== undefined) writing.remove('gate', before.id);
    return null;
  });
}

/** A project's values in wire form, by field code. */
type Values = Readonly<Record<string, unknown>>;
const wire = (values: Values, code: string): string | null =>
  typeof values[code] === 'string' && values[code] !== '' ? values[code] : null;

export function gateFacts(values: Values): GateFacts {
  return {
    investment:
      (wire(values, 'currency') ?? 'CNY') === 'CNY' ? wire(values, 'total_investment') : null,
    landMu: wire(values, 'land_mu'),
    floorArea: wire(values, 'floor_area'),
    footprintArea: wire(values, 'footprint_area'),
    tax: wire(values, 'expected_tax'),
    output: wire(values, 'expected_output'),
    eia: wire(values, 'eia'),
    energyReview: wire(values, 'energy_review'),
  };
}

/**
 * The conditions that hold for a place: its park's own, those for the others, or the standard ones
 * (park null). A place names its park where it begins with its name.
 */
export function gateFor(
  list: readonly GateSetup[],
  location: string | null,
): { readonly park: string | null; readonly thresholds: readonly Threshold[] } {
  const own =
    location === null
      ? undefined
      : (list.find((one) => one.park === location) ??
        list
          .filter((one) => one.park !== '' && location.startsWith(one.park))
          .toSorted((a, b) => b.park.length - a.park.length)[0]);
  const found = own ?? list.find((one) => one.park === '');
  return found ?? { park: null, thresholds: STANDARD_GATE };
}

export function gateOf(db: Reader, values: Values): ProjectParts['gate'] {
  const { park, thresholds } = gateFor(setups(db), wire(values, 'location'));
  return { park, ...judgeGate(gateFacts(values), thresholds) };
}
