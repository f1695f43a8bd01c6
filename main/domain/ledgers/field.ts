/**
 * What a ledger (台账) is made of: its fields, declared once for storage, contract, import, grid,
 * form and print.
 */
import type { Currency } from '../exact/measure.ts';
import type { NamedTable } from '../table-name.ts';
import type { OwnDefinition } from './own-definition.ts';

export interface Choice {
  /** what is stored and travels */
  readonly value: string;
  readonly label: string;
  /** other words that workbooks use for it */
  readonly also?: readonly string[];
}

interface Common {
  /** the code: column of the table, key on the wire */
  readonly code: string;
  readonly label: string;
  /** the header over several fields: 投资情况; nested with › */
  readonly group?: string;
  /** other headers that mean this field; "完成投资›本年" is a path whose parent must fit too */
  readonly synonyms: readonly string[];
  /** the column's width in the grid, in px at the standard text size */
  readonly width: number;
  readonly required?: boolean;
  /** kept by the program (a sum, the current stage): not typed in a cell */
  readonly computed?: boolean;
  /** computed, and told by other figures alone: no column of a file fills it */
  readonly derived?: boolean;
  /** derived by a formula of the ledger's definition */
  readonly byFormula?: true;
  /**
   * derived by a division: over many records it is the quotient of their sums, never the sum of the
   * quotients
   */
  readonly quotient?: true;
  /**
   * computed, and yet told by a file: what it says is kept elsewhere (an arrival's project, the
   * units that it counts for)
   */
  readonly told?: boolean;
}

export interface TextField extends Common {
  /** `long`: several lines; `phone`: digits kept as text */
  readonly kind: 'text' | 'long' | 'phone';
  readonly groupable?: boolean;
  /** a person's name: forms offer those of the list of people */
  readonly people?: true;
  /** headings over the rows of a workbook that say it where it has no column */
  readonly headings?: RegExp;
}

/** Exact money, stored as 分. Its currency is fixed or stands in another field of the record. */
export interface MoneyField extends Common {
  readonly kind: 'money';
  /** the measure it is shown in: 万元 */
  readonly measure: string;
  readonly places: number;
  readonly currency: Currency | { readonly field: string };
}

/** An exact decimal, stored as an integer × 10^-scale. */
export interface DecimalField extends Common {
  readonly kind: 'decimal';
  /** the measure it is kept in: 亩, ㎡, 人 */
  readonly measure: string;
  /** places kept */
  readonly scale: number;
  /** places printed */
  readonly places: number;
}

/** A Day with the precision it was given. */
export interface DayField extends Common {
  readonly kind: 'day';
  /** months are kept: a day is told to its month, a year alone is too little */
  readonly precision?: 'month';
}

export interface ChoiceField extends Common {
  readonly kind: 'choice';
  readonly choices: readonly Choice[];
  readonly groupable?: boolean;
}

/** A unit of the county's tree; stored as its id, on the wire its name. */
export interface UnitField extends Common {
  readonly kind: 'unit';
  readonly groupable?: boolean;
}

export type Field = TextField | MoneyField | DecimalField | DayField | ChoiceField | UnitField;

export interface Ledger {
  readonly code: string;
  readonly label: string;
  /** what one record is called, with its counting word: 个项目 */
  readonly noun: string;
  readonly fields: readonly Field[];
  /** the field that names a record */
  readonly nameField: string;
  /** the field that identifies a record by itself, where it is filled in */
  readonly codeField?: string;
  /** the text fields that a search looks through */
  readonly searched: readonly string[];
  /**
   * without a code: the fields that together tell two records apart, the name field first; one that
   * is empty on either side does not
   */
  readonly identity: readonly string[];
  /** of a ledger that users define: what its definition says beside the fields */
  readonly own?: OwnDefinition;
  /** day fields whose words that are no day (立行立改) are kept as text in another field */
  readonly words?: Readonly<Record<string, string>>;
}

export interface FormSection {
  readonly label: string;
  readonly fields: readonly string[];
}

/** How a ledger of the program is shown to somebody who has chosen nothing yet. */
interface ShownLedger {
  /** its columns, in the order of the form */
  readonly first: readonly string[];
  readonly groupFirst?: string;
  /** the field that moves by a form of its own */
  readonly moved?: string;
  /** a new record may begin further on: a project that is being built already */
  readonly movedAtFirst?: true;
  /** its form by subject: fields by their code, after the first columns */
  readonly sections?: readonly FormSection[];
  /**
   * its list on paper and as a workbook: a printed table of its own, or a plain list of these
   * columns under this title
   */
  readonly printed: { readonly table: NamedTable } | { readonly title: string };
}

/**
 * A ledger of the program: its fields, and everything else that the window and the tables say of
 * it.
 */
export interface BuiltInLedger extends Ledger {
  /** what it is for, in a line */
  readonly about: string;
  /** absent: it has a page of its own (units) */
  readonly shown?: ShownLedger;
}

/** A value as it travels: text, decimal, Day, choice value or unit name; null where empty. */
export type Value = string | null;

export const isNumeric = (field: Field): field is MoneyField | DecimalField =>
  field.kind === 'money' || field.kind === 'decimal';
/** The measure of figures whose row says theirs: 120块 under 2处 do not add up. */
export const PER_ROW = '按计量单位';
/** Whether the sum of many such figures says anything: shares do not add up. */
export const addsUp = (field: Field): field is MoneyField | DecimalField =>
  isNumeric(field) &&
  field.measure !== '%' &&
  field.measure !== '‰' &&
  field.measure !== PER_ROW &&
  field.quotient !== true;
/** Whether a file's column may say it and a template asks for it. */
export const isToldByFiles = (field: Field): boolean =>
  field.computed !== true || field.told === true;
export const isGroupable = (field: Field): boolean =>
  'groupable' in field && field.groupable === true;

export function fieldOf(ledger: Ledger, code: string): Field {
  const field = ledger.fields.find((one) => one.code === code);
  if (field === undefined) throw new RangeError(`${ledger.code} has no field ${code}`);
  return field;
}
