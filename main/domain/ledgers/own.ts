/**
 * A ledger that users define (自建台账): its definition as data, and the field list that everything
 * else works by.
 */
import type { Choice, Field, Ledger } from './field.ts';
import type { OwnCode } from './own-code.ts';
import { isQuotient, keptFormula } from './own-formula.ts';
import type { OwnKind, OwnField, OwnDefinition } from './own-definition.ts';

export interface OwnLedger {
  readonly code: OwnCode;
  /** grows with each saved definition */
  readonly version: number;
  readonly definition: OwnDefinition;
  readonly ledger: Ledger;
}

export const YES_NO: readonly Choice[] = [
  {
    value: '是',
    label: '是',
    also: ['√', '✓', '✔', '☑', '■', '有', '已', '对', '达标', '合格', 'Y', 'yes', '1'],
  },
  {
    value: '否',
    label: '否',
    also: ['×', '✗', '✘', '☒', '□', 'X', '无', '没有', '未', '不达标', '不合格', 'N', 'no', '0'],
  },
];

const WIDTHS: Readonly<Record<OwnKind, number>> = {
  text: 120,
  long: 158,
  number: 84,
  money: 92,
  date: 98,
  month: 84,
  percent: 70,
  choice: 84,
  unit: 112,
  person: 76,
  'yes-no': 62,
  phone: 112,
};

/** The field as every other part of the program knows fields. */
export function fieldOfOwn(own: OwnField): Field {
  const common = {
    code: own.code,
    label: own.label,
    ...(own.group === null ? {} : { group: own.group }),
    synonyms: own.synonyms,
    width: Math.max(WIDTHS[own.kind], own.label.length * 14 + 28),
    ...(own.required ? { required: true } : {}),
    ...(own.formula === null ? {} : computedBy(own.formula)),
  };
  switch (own.kind) {
    case 'text':
      return { ...common, kind: 'text', groupable: true };
    case 'person':
      return { ...common, kind: 'text', groupable: true, people: true };
    case 'long':
    case 'phone':
      return { ...common, kind: own.kind };
    case 'money':
      return {
        ...common,
        kind: 'money',
        measure: own.measure ?? '万元',
        places: own.places ?? 2,
        currency: 'CNY',
      };
    case 'number':
    case 'percent':
      return {
        ...common,
        kind: 'decimal',
        measure: own.kind === 'percent' ? '%' : (own.measure ?? '个'),
        scale: SCALE,
        places: own.places ?? (own.kind === 'percent' ? 1 : 0),
      };
    case 'date':
      return { ...common, kind: 'day' };
    case 'month':
      return { ...common, kind: 'day', precision: 'month' };
    case 'choice':
      return {
        ...common,
        kind: 'choice',
        choices: own.choices.map((value) => ({ value, label: value })),
        groupable: true,
      };
    case 'yes-no':
      return { ...common, kind: 'choice', choices: yesNo(own.choices), groupable: true };
    case 'unit':
      return { ...common, kind: 'unit', groupable: true };
  }
}

/** A quotient over many records is that of their sums. */
function computedBy(text: string): Pick<Field, 'computed' | 'derived' | 'byFormula' | 'quotient'> {
  const formula = keptFormula(text);
  return {
    computed: true,
    derived: true,
    byFormula: true,
    ...(formula !== null && isQuotient(formula) ? { quotient: true as const } : {}),
  };
}

const yesNo = ([yes, no]: readonly string[]): readonly Choice[] =>
  YES_NO.map((choice) => ({
    ...choice,
    label: (choice.value === '是' ? yes : no) ?? choice.label,
  }));

/** Places kept of every number, so that more of them may be shown later. */
const SCALE = 4;

/** As many as the built-in ledgers look through: a search is as fast. */
const MOST_SEARCHED = 6;

/** The ledger of a definition: its fields that are not hidden. */
export function ledgerOfOwn(code: OwnCode, definition: OwnDefinition): Ledger {
  const shown = definition.fields.filter((field) => !field.hidden);
  const words = shown
    .filter(
      ({ kind }) => kind === 'text' || kind === 'person' || kind === 'phone' || kind === 'long',
    )
    .map((field) => field.code);
  return {
    code,
    label: definition.label,
    noun: definition.noun,
    fields: shown.map(fieldOfOwn),
    nameField: definition.nameField,
    ...(definition.codeField === null ? {} : { codeField: definition.codeField }),
    searched: [
      ...new Set([
        definition.nameField,
        ...(definition.codeField === null ? [] : [definition.codeField]),
        ...words,
      ]),
    ].slice(0, MOST_SEARCHED),
    own: definition,
    identity: [
      definition.nameField,
      ...definition.identity.filter((field) => field !== definition.nameField),
    ],
  };
}
