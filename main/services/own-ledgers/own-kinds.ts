/**
 * A field of a user's ledger that becomes another kind: every value is read anew, or nothing is
 * changed.
 */
import { storedOf, wireOf } from '../../data/ledgers/columns.ts';
import { columnsOfTable, layTable } from '../../data/ledgers/own-ledgers.ts';
import { allUnits } from '../../data/units/units.ts';
import { eachRow, filledValues, wholeRow, type Selection } from '../../data/records/records.ts';
import type { Writing } from '../../data/write.ts';
import type { SqlValue } from '../../data/rows.ts';
import { Fault } from '../../domain/fault.ts';
import type { Field, Ledger } from '../../domain/ledgers/field.ts';
import type { OwnCode } from '../../domain/ledgers/own-code.ts';
import { fieldOfOwn, type OwnLedger } from '../../domain/ledgers/own.ts';
import {
  OWN_KIND_LABELS,
  type OwnDefinition,
  type OwnField,
} from '../../domain/ledgers/own-definition.ts';
import { freeCode, renamedFields } from '../../domain/ledgers/own-draft.ts';
import { measureOf } from '../../domain/exact/measure.ts';
import { fenOfYuan, inMeasure } from '../../domain/exact/money.ts';
import { readTyped } from '../records/typed.ts';
import { computedIn } from './own-records.ts';

interface Change {
  readonly from: OwnField;
  readonly to: OwnField;
}

/** The fields that both definitions have and whose values the second reads otherwise. */
export function changedKinds(before: OwnDefinition, after: OwnDefinition): readonly Change[] {
  return after.fields.flatMap((to) => {
    const from = before.fields.find((one) => one.code === to.code);
    return from === undefined || sameReading(from, to) ? [] : [{ from, to }];
  });
}

function sameReading(from: OwnField, to: OwnField): boolean {
  if (from.kind !== to.kind) return false;
  if (from.kind === 'number') return from.measure === to.measure;
  return from.kind !== 'choice' || from.choices.every((choice) => to.choices.includes(choice));
}

/** How a kind is stored: a column holds one of these for ever. */
function storageOf(field: OwnField): string {
  const { kind } = fieldOfOwn(field);
  return kind === 'money' || kind === 'decimal' || kind === 'unit' ? kind : 'words';
}
/** Fields that go on in a column of another code. */
export const movesStorage = ({ from, to }: Change): boolean => storageOf(from) !== storageOf(to);

/**
 * Converts the values, and answers the definition with the codes that its fields go on under.
 * @throws Fault ledger.wrong naming the first value that does not read
 */
export function changeKinds(
  writing: Writing,
  before: OwnLedger,
  after: OwnDefinition,
): OwnDefinition {
  let definition = after;
  for (const change of changedKinds(before.definition, after)) {
    const values = [...convertedValues(writing, before, change)];
    let column = change.to.code;
    if (movesStorage(change)) {
      column = freeCode(
        new Set([
          ...columnsOfTable(writing.db, before.code),
          ...definition.fields.map((field) => field.code),
        ]),
      );
      definition = renamedFields(definition, change.to.code, column);
      layTable(writing.db, before.code, definition);
    }
    for (const { id, value } of values) writing.update(before.code, id, { [column]: value });
  }
  return definition;
}

function* convertedValues(
  writing: Writing,
  before: OwnLedger,
  { from, to }: Change,
): Generator<{ readonly id: number; readonly value: SqlValue }> {
  const { db } = writing;
  // what a formula gives is computed anew, never read
  if (to.formula !== null) return;
  const [old, field] = [fieldOfOwn(from), { ...fieldOfOwn(to), required: false }];
  const units = new Map(
    old.kind === 'unit' ? allUnits(db).map((unit) => [String(unit.id), unit.name]) : [],
  );
  const isFigure = field.kind === 'money' || field.kind === 'decimal';
  for (const row of filledValues(db, before.ledger, from.code)) {
    const text = shown(old, wireOf(old, row['value'] ?? null) ?? '', units, isFigure);
    yield { id: Number(row['id']), value: read(writing, field, text, { label: from.label, to }) };
  }
}

/**
 * What the formulas of a changed definition come to, in every record in which that is something
 * else.
 */
export function recompute(writing: Writing, ledger: Ledger): void {
  if (ledger.own?.fields.every((field) => field.formula === null) !== false) return;
  // all of them first: what is being read is not written
  const ids = Array.from(eachRow(writing.db, wholeLedger(ledger)), (row) => Number(row['id']));
  for (const id of ids) {
    const before = wholeRow(writing.db, ledger, id) ?? {};
    const patch = Object.entries(computedIn(ledger, before)).filter(
      ([code, value]) => String(value) !== String(before[code] ?? null),
    );
    if (patch.length > 0) writing.update(ledger.code as OwnCode, id, Object.fromEntries(patch));
  }
}
const wholeLedger = (ledger: Ledger): Selection => ({
  ledger,
  conditions: [],
  search: '',
  sort: [],
  group: [],
});

function read(
  { db }: Writing,
  field: Field,
  text: string,
  { label, to }: { readonly label: string; readonly to: OwnField },
): SqlValue {
  try {
    return storedOf(field, readTyped(db, field, text, { year: NO_YEAR, currency: 'CNY' }).value);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    throw new Fault('ledger.wrong', {
      problem: `“${label}”里有“${text}”，不能当${OWN_KIND_LABELS[to.kind]}。请先修改该值，再更换类型`,
    });
  }
}
/** Stored values say their year themselves. */
const NO_YEAR = 0;

/** As people see it; a figure that stays one says its measure. */
function shown(
  field: Field,
  value: string,
  units: ReadonlyMap<string, string>,
  withMeasure: boolean,
): string {
  switch (field.kind) {
    case 'money': {
      const measure = measureOf(field.measure);
      const figure = measure === null ? value : inMeasure(fenOfYuan(value), measure);
      return withMeasure ? `${figure}${field.measure}` : figure;
    }
    case 'decimal':
      return withMeasure ? `${value}${field.measure}` : value;
    case 'unit':
      return units.get(value) ?? value;
    case 'choice':
      return field.choices.find((choice) => choice.value === value)?.label ?? value;
    case 'text':
    case 'long':
    case 'phone':
    case 'day':
      return value;
  }
}
