/**
 * The definition of a ledger that users define (自建台账), as data: fields, status, reminder,
 * views, print.
 */
/** The kinds of field that a designer offers (domain.md §10). */
export const OWN_KINDS = [
  'text',
  'long',
  'number',
  'money',
  'date',
  'month',
  'percent',
  'choice',
  'unit',
  'person',
  'yes-no',
  'phone',
] as const;
export type OwnKind = (typeof OWN_KINDS)[number];
export const OWN_KIND_LABELS: Readonly<Record<OwnKind, string>> = {
  text: '文字',
  long: '长文字',
  number: '数',
  money: '金额',
  date: '日期',
  month: '月份',
  percent: '百分比',
  choice: '选项',
  unit: '单位',
  person: '人员',
  'yes-no': '是否（√）',
  phone: '电话、证号',
};
/** What the digits of a 电话、证号 field must be. */
export const OWN_PATTERNS = ['mobile', 'phone', 'id-card', 'credit-code'] as const;
export type OwnPattern = (typeof OWN_PATTERNS)[number];
export const OWN_PATTERN_LABELS: Readonly<Record<OwnPattern, string>> = {
  mobile: '11位手机号',
  phone: '电话号码',
  'id-card': '18位身份证号',
  'credit-code': '18位统一社会信用代码',
};
export interface OwnField {
  /** column of the table and key on the wire; never given twice */
  readonly code: string;
  readonly label: string;
  /** the header above it */
  readonly group: string | null;
  /** other headers that mean it */
  readonly synonyms: readonly string[];
  readonly kind: OwnKind;
  /** of a number: 人, 亩; of money: the measure it is shown in */
  readonly measure: string | null;
  /** places kept and printed of a number, money or percentage */
  readonly places: number | null;
  /**
   * of a choice; of yes and no the two words (√ and ×, 有 and 无) that stand for them, empty: 是
   * and 否
   */
  readonly choices: readonly string[];
  readonly required: boolean;
  /** no two records have the same value */
  readonly unique: boolean;
  /**
   * range of a number, money or percentage in its own measure, or of days ("2012-05"); null is open
   */
  readonly min: string | null;
  readonly max: string | null;
  readonly pattern: OwnPattern | null;
  /** of a figure that nobody types: what it is computed of, each field as {code} */
  readonly formula: string | null;
  /** kept with its values, shown nowhere */
  readonly hidden: boolean;
}
/** The field that says where a record stands, and the moves between its choices. */
export interface OwnStatus {
  readonly field: string;
  /** allowed moves; a choice that is absent may go to any other */
  readonly moves: Readonly<Record<string, readonly string[]>>;
  /** choices in which nothing is left to do */
  readonly closed: readonly string[];
}
/** By what a record's deadline is reminded of. */
export interface OwnReminder {
  /** a date field */
  readonly deadline: string;
  readonly unit: string | null;
  readonly person: string | null;
}
export interface OwnView {
  readonly name: string;
  readonly columns: readonly string[];
  readonly filters: readonly { readonly field: string; readonly text: string }[];
  readonly sort: readonly { readonly field: string; readonly descending: boolean }[];
  readonly group: readonly string[];
}
export interface OwnPrint {
  readonly title: string;
  /** empty: all fields in order */
  readonly columns: readonly string[];
  readonly group: string | null;
  readonly paper: 'A4' | 'A3';
  readonly landscape: boolean;
}
export interface OwnDefinition {
  readonly label: string;
  /** what one record is called, with its counting word: 个企业 */
  readonly noun: string;
  readonly about: string;
  /** in the order shown */
  readonly fields: readonly OwnField[];
  /** the field that names a record */
  readonly nameField: string;
  readonly codeField: string | null;
  /** the fields beside the name that together tell two records of one name apart */
  readonly identity: readonly string[];
  readonly status: OwnStatus | null;
  readonly reminder: OwnReminder | null;
  readonly views: readonly OwnView[];
  readonly print: OwnPrint;
  /** no longer used: kept with its records, offered nowhere */
  readonly retired: boolean;
}
/**
 * Whether nothing is left to do with a record: its status is one that closes. What has no status
 * stays open until its deadline is taken out.
 */
export function isDone(
  { status }: OwnDefinition,
  record: Readonly<Record<string, unknown>>,
): boolean {
  const state = status === null ? null : record[status.field];
  return typeof state === 'string' && status?.closed.includes(state) === true;
}
/** A field of which nothing is said yet. */
export const EMPTY_FIELD: OwnField = {
  code: '',
  label: '',
  group: null,
  synonyms: [],
  kind: 'text',
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
