/** Short forms in which the shipped definitions are written down. */
import type { OwnCode } from '../own-code.ts';
import {
  EMPTY_FIELD,
  type OwnDefinition,
  type OwnField,
  type OwnKind,
  type OwnPrint,
} from '../own-definition.ts';

export interface Shipped {
  readonly code: OwnCode;
  readonly definition: OwnDefinition;
}

export const shippedField = (
  code: string,
  label: string,
  kind: OwnKind,
  more: Partial<OwnField> = {},
): OwnField => ({ ...EMPTY_FIELD, code, label, kind, ...more });
export const shippedNumberField = (
  code: string,
  label: string,
  measure: string,
  more: Partial<OwnField> = {},
): OwnField => shippedField(code, label, 'number', { measure, min: '0', ...more });
export const shippedMoneyField = (
  code: string,
  label: string,
  more: Partial<OwnField> = {},
): OwnField => shippedField(code, label, 'money', { measure: '万元', places: 2, ...more });
export const shippedChoiceField = (
  code: string,
  label: string,
  choices: readonly string[],
  more: Partial<OwnField> = {},
): OwnField => shippedField(code, label, 'choice', { choices, ...more });

type Parts = Pick<OwnDefinition, 'label' | 'noun' | 'about' | 'fields' | 'nameField'> &
  Partial<Omit<OwnDefinition, 'print'>> & { readonly print?: Partial<OwnPrint> };

export function shippedLedger(code: OwnCode, { print, ...parts }: Parts): Shipped {
  return {
    code,
    definition: {
      codeField: null,
      identity: [],
      status: null,
      reminder: null,
      views: [],
      retired: false,
      ...parts,
      print: {
        title: parts.label,
        columns: [],
        group: null,
        paper: 'A3',
        landscape: true,
        ...print,
      },
    },
  };
}
