/**
 * Ledgers that users define (自建台账): what there is, designing one, making one of a sheet, the
 * shipped ones, definitions as files.
 */
import { z } from 'zod';
import type { DefinitionProblem } from '../../main/domain/ledgers/own-draft.ts';
import { ownCode } from './ledger-code.ts';
import { type OwnCode } from '../../main/domain/ledgers/own-code.ts';
import { asks, does } from './call.ts';
import type { OwnLedger } from '../../main/domain/ledgers/own.ts';
import {
  OWN_KINDS,
  OWN_PATTERNS,
  type OwnDefinition,
} from '../../main/domain/ledgers/own-definition.ts';

/** A list as everybody hands it on: readonly. */
const list = <Item extends z.ZodType>(item: Item, most: number) =>
  z.array(item).max(most).readonly();
const label = z.string().trim().min(1).max(60);
/**
 * "" of a field that is new: the program gives it one. Names within the same definition (nameField,
 * views …) are the codes; a new field is named there by its label.
 */
const fieldCode = z
  .string()
  .max(60)
  .regex(/^(?:[a-z][a-z0-9_]*)?$/);
const name = z.string().max(60);
const figure = z.string().trim().max(40).nullable().default(null);
const field = z.strictObject({
  code: fieldCode.default(''),
  label,
  group: label.nullable().default(null),
  synonyms: list(label, 40).default([]),
  kind: z.enum(OWN_KINDS),
  measure: z.string().trim().max(20).nullable().default(null),
  places: z.int().min(0).max(4).nullable().default(null),
  choices: list(label, 100).default([]),
  required: z.boolean().default(false),
  unique: z.boolean().default(false),
  min: figure,
  max: figure,
  pattern: z.enum(OWN_PATTERNS).nullable().default(null),
  /** the fields by their names or as {code}: 人数×天数×5 */
  formula: z.string().trim().max(200).nullable().default(null),
  hidden: z.boolean().default(false),
});
export const definitionSchema = z.strictObject({
  label,
  noun: z.string().trim().max(20).default(''),
  about: z.string().trim().max(200).default(''),
  fields: z.array(field).min(1).max(120).readonly(),
  /** codes, or labels of new fields; "" takes the first text field */
  nameField: name.default(''),
  codeField: name.nullable().default(null),
  identity: list(name, 6).default([]),
  status: z
    .strictObject({
      field: name,
      moves: z.record(z.string(), list(z.string(), 100)).default({}),
      closed: list(z.string(), 100).default([]),
    })
    .nullable()
    .default(null),
  reminder: z
    .strictObject({
      deadline: name,
      unit: name.nullable().default(null),
      person: name.nullable().default(null),
    })
    .nullable()
    .default(null),
  views: list(
    z.strictObject({
      name: label,
      columns: list(name, 120).default([]),
      filters: list(z.strictObject({ field: name, text: z.string().max(200) }), 20).default([]),
      sort: list(z.strictObject({ field: name, descending: z.boolean() }), 4).default([]),
      group: list(name, 3).default([]),
    }),
    20,
  ).default([]),
  print: z
    .strictObject({
      title: z.string().trim().max(60).default(''),
      columns: list(name, 60).default([]),
      group: name.nullable().default(null),
      paper: z.enum(['A4', 'A3']).default('A4'),
      landscape: z.boolean().default(true),
    })
    .prefault({}),
  retired: z.boolean().default(false),
});
/** A definition as it is typed: what is left out is the program's choice. */
export type DefinitionInput = z.input<typeof definitionSchema>;
export type DefinitionDraft = z.output<typeof definitionSchema>;

export interface OwnLedgerInfo extends OwnLedger {
  readonly records: number;
}
export interface SavedLedger extends OwnLedgerInfo {
  /** undo takes this back */
  readonly change: number;
}

/** What was seen in a column of the sheet, and what is made of it. */
export interface ProposedColumn {
  readonly column: string;
  readonly path: readonly string[];
  /** index into the definition's fields; null: left out */
  readonly field: number | null;
  /** why: “120个值里有118个是日期” */
  readonly reason: string;
  readonly samples: readonly string[];
}
export interface Proposal {
  readonly file: string;
  /** all sheets with a table, the chosen one among them */
  readonly sheets: readonly string[];
  readonly sheet: string;
  readonly rows: number;
  /** whole: fields are named by their labels until the ledger is created */
  readonly definition: DefinitionDraft;
  readonly columns: readonly ProposedColumn[];
  /**
   * a built-in or own ledger that the sheet fits already; importing into it may be what is wanted
   */
  readonly fits: string | null;
}
export interface ShippedLedger {
  readonly code: OwnCode;
  readonly label: string;
  readonly about: string;
  readonly definition: OwnDefinition;
  /** this book has it already */
  readonly present: boolean;
}

export const ownLedgerCalls = {
  /** in the order in which they were made; retired ones too */
  'ledgers.list': asks<readonly OwnLedgerInfo[]>()(z.strictObject({})),
  /** what is wrong with a definition, without saving it; code null: of a new ledger */
  'ledgers.check': asks<readonly DefinitionProblem[]>()(
    z.strictObject({ code: ownCode.nullable(), definition: definitionSchema }),
  ),
  'ledgers.create': does<SavedLedger>()(z.strictObject({ definition: definitionSchema })),
  /**
   * replaces the definition. A field that is left out is refused: hide it. Its kind changes only
   * where every value reads in the new kind; a kind that is stored otherwise gives the field a new
   * code
   */
  'ledgers.save': does<SavedLedger>()(
    z.strictObject({ code: ownCode, definition: definitionSchema }),
  ),
  /**
   * a definition for a sheet of a picked workbook; nothing is written. Without `sheet`: the sheet
   * with the most rows
   */
  'ledgers.propose': asks<Proposal>()(
    z.strictObject({ file: z.string(), sheet: z.string().optional() }),
  ),
  'ledgers.shipped': asks<readonly ShippedLedger[]>()(z.strictObject({})),
  'ledgers.addShipped': does<SavedLedger>()(z.strictObject({ code: ownCode })),
  /**
   * writes the definition as a file where the save dialog said; another county's program reads it
   * with `ledgers.read`
   */
  'ledgers.export': asks<{ readonly file: string }>()(
    z.strictObject({ code: ownCode, to: z.string() }),
  ),
  /** a definition out of such a file, for looking at and creating */
  'ledgers.read': asks<DefinitionDraft>()(z.strictObject({ file: z.string() })),
};
