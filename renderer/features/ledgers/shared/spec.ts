/**
 * How each ledger is shown, built-in or the users' own: what a new user sees of it, its words, its
 * printed list. What only one ledger has stands in specials.tsx.
 */
import type {
  BuiltInLedger,
  Field,
  FormSection,
  Ledger,
} from '../../../../main/domain/ledgers/field.ts';
import { useMemo } from 'react';
import {
  ledgers,
  LEDGER_CODES,
  type AnyCode,
  type LedgerCode,
} from '../../../../main/domain/ledgers/index.ts';
import type { OwnDefinition } from '../../../../main/domain/ledgers/own-definition.ts';
import type { NamedTable } from '../../../../main/domain/table-name.ts';
import type { OwnLedgerInfo } from '../../../../preload/contract/own-ledgers.ts';
import { useOwnLedgers } from '../../../stores/ledgers.ts';

export interface LedgerSpec {
  readonly code: AnyCode;
  readonly ledger: Ledger;
  /** of a ledger that users define */
  readonly own: OwnDefinition | null;
  readonly fields: readonly Field[];
  /** columns that a new user sees, in the order of the form */
  readonly shownFirst: readonly string[];
  readonly groupFirst: string | null;
  /** the field that moves by a form of its own */
  readonly moved: string | null;
  readonly movedAtFirst: boolean;
  /** its form by subject, after what is filled in most; empty where it is short */
  readonly sections: readonly FormSection[];
  /** what one record is called, without its counting word: 项目 */
  readonly one: string;
  /** its counting word: 个 */
  readonly counter: string;
  /** its list on paper and as a workbook */
  readonly table: NamedTable | AnyCode;
  /** whether a record can be typed in: arrivals come with their projects */
  readonly canAdd: boolean;
}

/** Units have a page of their own. */
export type ShownCode = Exclude<LedgerCode, 'unit'>;
export const SHOWN_CODES = LEDGER_CODES.filter((code) => code !== 'unit');

const isShown = (code: AnyCode): code is ShownCode => SHOWN_CODES.some((one) => one === code);

export const SPECS: Readonly<Record<ShownCode, LedgerSpec>> = Object.fromEntries(
  SHOWN_CODES.map((code) => [code, specOf(code)]),
) as Record<ShownCode, LedgerSpec>;

function specOf(code: ShownCode): LedgerSpec {
  const ledger: BuiltInLedger & Pick<Required<BuiltInLedger>, 'shown'> = ledgers[code];
  const { first, groupFirst = null, moved = null, movedAtFirst, sections, printed } = ledger.shown;
  return {
    code,
    ledger,
    own: null,
    fields: ledger.fields,
    shownFirst: first,
    groupFirst,
    moved,
    movedAtFirst: movedAtFirst === true,
    sections: sections ?? [],
    table: 'table' in printed ? printed.table : code,
    counter: ledger.noun.slice(0, 1),
    one: ledger.noun.slice(1),
    canAdd: code !== 'arrival',
  };
}

/** A ledger that users define opens as its first view says. */
function ownSpec({ code, ledger, definition }: OwnLedgerInfo): LedgerSpec {
  const first = definition.views[0];
  const columns = first === undefined || first.filters.length > 0 ? [] : first.columns;
  const [counter = '条', ...one] = definition.noun;
  return {
    code,
    ledger,
    own: definition,
    fields: ledger.fields,
    shownFirst: columns.length === 0 ? ledger.fields.map((field) => field.code) : columns,
    groupFirst: null,
    moved: null,
    movedAtFirst: false,
    sections: [],
    table: code,
    counter,
    one: one.join('') || '记录',
    canAdd: true,
  };
}

/** null while it is not known, or where there is none */
export function useSpec(code: AnyCode): LedgerSpec | null {
  const own = useOwnLedgers(({ own: known }) => known?.find((one) => one.code === code) ?? null);
  return useMemo(
    () => (isShown(code) ? SPECS[code] : own === null ? null : ownSpec(own)),
    [code, own],
  );
}

/**
 * What is filled in most comes first; what moves by its own form (of a new record only where it may
 * begin further on), and words that are typed in their day's box, are no fields of this one.
 */
export function formFieldsOf(
  { ledger, fields, moved, movedAtFirst, shownFirst, own }: LedgerSpec,
  isNew: boolean,
): readonly Field[] {
  if (own !== null) return fields;
  const place = (field: Field): number => {
    // a record is named before it is said how far it is
    if (field.code === moved) return shownFirst.indexOf(ledger.nameField) + 0.5;
    const found = shownFirst.indexOf(field.code);
    return found === -1 ? shownFirst.length : found;
  };
  const besides = new Set([
    ...(isNew && movedAtFirst ? [] : [moved]),
    ...Object.values(ledger.words ?? {}),
  ]);
  return fields.filter((field) => !besides.has(field.code)).sort((a, b) => place(a) - place(b));
}

/** The fields of the form under their subjects: what is filled in most under none. */
export function formSectionsOf(
  spec: LedgerSpec,
  isNew: boolean,
): readonly { readonly label: string | null; readonly fields: readonly Field[] }[] {
  const all = formFieldsOf(spec, isNew);
  if (spec.sections.length === 0) return [{ label: null, fields: all }];
  const isFirst = ({ code }: Field): boolean => spec.shownFirst.includes(code);
  return [
    { label: null, fields: all.filter(isFirst) },
    ...spec.sections.map(({ label, fields }) => ({
      label,
      fields: all.filter((field) => !isFirst(field) && fields.includes(field.code)),
    })),
  ].filter(({ fields }) => fields.length > 0);
}
