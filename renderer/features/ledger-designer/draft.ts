/**
 * A definition while it is designed: fields under keys that stay when they are renamed, and the
 * steps that change them. Pure.
 */
import {
  OWN_KIND_LABELS,
  type OwnDefinition,
  type OwnField,
  type OwnKind,
  type OwnPrint,
  type OwnReminder,
  type OwnStatus,
  type OwnView,
} from '../../../main/domain/ledgers/own-definition.ts';
import { formulaInWords, readFormula } from '../../../main/domain/ledgers/own-formula.ts';
import type { DefinitionInput } from '../../../preload/contract/own-ledgers.ts';

/**
 * `key`: the code of a field that the book knows, "+3" of a new one; everything in a draft names
 * fields by it.
 */
export interface DraftField extends Omit<OwnField, 'code'> {
  readonly key: string;
}
export interface LedgerDraft extends Omit<OwnDefinition, 'fields'> {
  readonly fields: readonly DraftField[];
}

export const isNew = (key: string): boolean => key.startsWith('+');

const BARE: Omit<DraftField, 'key' | 'label' | 'kind'> = {
  group: null,
  synonyms: [],
  measure: null,
  places: null,
  choices: [],
  required: false,
  unique: false,
  min: null,
  max: null,
  pattern: null,
  formula: null,
  hidden: false,
};
const blankField = (key: string, label: string, kind: OwnKind): DraftField => ({
  ...BARE,
  key,
  label,
  kind,
  measure: kind === 'money' ? '万元' : null,
});

/** A ledger that nobody has begun: one field that names its records. */
export const BLANK_LEDGER_DRAFT: LedgerDraft = {
  label: '',
  noun: '',
  about: '',
  fields: [blankField('+1', '名称', 'text')],
  nameField: '+1',
  codeField: null,
  identity: [],
  status: null,
  reminder: null,
  views: [],
  print: { title: '', columns: [], group: null, paper: 'A4', landscape: true },
  retired: false,
};

/** Every place that names a field, through `of`. */
function named<T extends Omit<OwnDefinition, 'fields'>>(
  definition: T,
  of: (name: string) => string,
): T {
  const some = (name: string | null): string | null => (name === null ? null : of(name));
  const { status, reminder, views, print } = definition;
  return {
    ...definition,
    nameField: definition.nameField === '' ? '' : of(definition.nameField),
    codeField: some(definition.codeField),
    identity: definition.identity.map(of),
    status: status === null ? null : { ...status, field: of(status.field) },
    reminder:
      reminder === null
        ? null
        : {
            deadline: of(reminder.deadline),
            unit: some(reminder.unit),
            person: some(reminder.person),
          },
    views: views.map((view) => ({
      ...view,
      columns: view.columns.map(of),
      filters: view.filters.map((one) => ({ ...one, field: of(one.field) })),
      sort: view.sort.map((one) => ({ ...one, field: of(one.field) })),
      group: view.group.map(of),
    })),
    print: { ...print, columns: print.columns.map(of), group: some(print.group) },
  };
}

/** Without what is not given: what is left out is the other side's choice. */
const given = <T extends object>(part: {
  readonly [K in keyof T]?: T[K] | undefined;
}): Partial<T> =>
  Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined)) as Partial<T>;

const NO_VIEW: OwnView = { name: '', columns: [], filters: [], sort: [], group: [] };

/** What is kept, or proposed, as a draft. */
export function ledgerDraftOf(input: DefinitionInput): LedgerDraft {
  const { fields: list, status, reminder, views, print, nameField, ...rest } = input;
  const fields = list.map(({ code, ...field }, at): DraftField => ({
    ...blankField(code === undefined || code === '' ? `+${at + 1}` : code, field.label, field.kind),
    ...given<Omit<DraftField, 'key'>>(field),
  }));
  const keys = new Map(fields.map((field) => [field.label, field.key]));
  for (const { key } of fields) keys.set(key, key);
  const first = fields.find((field) => field.kind === 'text')?.key ?? '';
  const draft: LedgerDraft = {
    ...BLANK_LEDGER_DRAFT,
    ...given<Omit<LedgerDraft, 'fields' | 'status' | 'reminder' | 'views' | 'print' | 'nameField'>>(
      rest,
    ),
    fields,
    nameField: nameField === undefined || nameField === '' ? first : nameField,
    status:
      status == null ? null : { field: '', moves: {}, closed: [], ...given<OwnStatus>(status) },
    reminder:
      reminder == null
        ? null
        : { deadline: '', unit: null, person: null, ...given<OwnReminder>(reminder) },
    views: (views ?? []).map((view) => ({ ...NO_VIEW, ...given<OwnView>(view) })),
    print: { ...BLANK_LEDGER_DRAFT.print, ...given<OwnPrint>(print ?? {}) },
  };
  return { ...named(draft, (name) => keys.get(name) ?? name), fields: inWords(fields) };
}

/** Formulas as people type them: their fields by name. */
function inWords(fields: readonly DraftField[]): readonly DraftField[] {
  const labels = new Map(fields.map(({ key, label }) => [key, label]));
  return fields.map((field) =>
    field.formula === null ? field : { ...field, formula: formulaInWords(field.formula, labels) },
  );
}

/** As it is sent: new fields without a code and named by their labels. */
export function ledgerInputOf(draft: LedgerDraft): DefinitionInput {
  const { fields, ...rest } = named(draft, (key) =>
    isNew(key) ? (draft.fields.find((field) => field.key === key)?.label.trim() ?? '') : key,
  );
  return {
    ...rest,
    fields: fields.map(({ key, ...field }) => ({ ...field, code: isNew(key) ? '' : key })),
  };
}

/**
 * After the field at `at`, or last; without a name, so that none but a chosen one is ever printed.
 * Answers the new field's key.
 */
export function withFieldAdded(
  draft: LedgerDraft,
  after: string | null,
): { readonly draft: LedgerDraft; readonly key: string } {
  const numbers = draft.fields.flatMap(({ key }) => (isNew(key) ? [Number(key.slice(1))] : []));
  const key = `+${Math.max(0, ...numbers) + 1}`;
  const at = draft.fields.findIndex((field) => field.key === after);
  return {
    draft: {
      ...draft,
      fields: draft.fields.toSpliced(
        at === -1 ? draft.fields.length : at + 1,
        0,
        blankField(key, '', 'text'),
      ),
    },
    key,
  };
}

/** A field that is renamed is called so in the formulas, too. */
export function withFieldChanged(
  draft: LedgerDraft,
  key: string,
  part: Partial<DraftField>,
): LedgerDraft {
  const names = new Map(draft.fields.map((field) => [field.label, field.key]));
  const fields = draft.fields.map((field) => (field.key === key ? { ...field, ...part } : field));
  if (part.label === undefined) return { ...draft, fields };
  const keyed = fields.map((field) => {
    const read = field.formula === null ? null : readFormula(field.formula, names);
    return read === null || 'problem' in read ? field : { ...field, formula: read.text };
  });
  return { ...draft, fields: inWords(keyed) };
}

/** The field where another one stands; the others close up. */
export function movedField(draft: LedgerDraft, key: string, to: number): LedgerDraft {
  const from = draft.fields.findIndex((field) => field.key === key);
  const field = draft.fields[from];
  if (field === undefined || to < 0 || to >= draft.fields.length || to === from) return draft;
  return { ...draft, fields: draft.fields.toSpliced(from, 1).toSpliced(to, 0, field) };
}

/** A new field goes; one with a column is hidden, or shown again: its values stay. */
export function withFieldDropped(draft: LedgerDraft, key: string): LedgerDraft {
  if (!isNew(key))
    return withFieldChanged(draft, key, {
      hidden: draft.fields.find((field) => field.key === key)?.hidden !== true,
    });
  const without = (names: readonly string[]): readonly string[] =>
    names.filter((name) => name !== key);
  return {
    ...draft,
    fields: draft.fields.filter((field) => field.key !== key),
    identity: without(draft.identity),
    codeField: draft.codeField === key ? null : draft.codeField,
    status: draft.status?.field === key ? null : draft.status,
    reminder: draft.reminder?.deadline === key ? null : draft.reminder,
    print: {
      ...draft.print,
      columns: without(draft.print.columns),
      group: draft.print.group === key ? null : draft.print.group,
    },
    views: draft.views.map((view) => ({
      ...view,
      columns: without(view.columns),
      group: without(view.group),
      sort: view.sort.filter((one) => one.field !== key),
      filters: view.filters.filter((one) => one.field !== key),
    })),
  };
}

export const kindText = (field: DraftField): string =>
  OWN_KIND_LABELS[field.kind] +
  (field.measure === null || field.measure === '' ? '' : `，${field.measure}`);

/** A name in quotation marks, unless it has its own: “散乱污”企业. */
export const quotedName = (name: string): string => (name.includes('“') ? name : `“${name}”`);
