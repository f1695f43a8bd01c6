/**
 * A definition as it is typed → as it is kept: codes given, names resolved, and everything that is
 * wrong with it in sentences.
 */
import { measureOf, MEASURE_NAMES, statedMeasure } from '../exact/measure.ts';
import { isEnd } from './own-checks.ts';
import { fieldsInFormula, isCircular, readFormula } from './own-formula.ts';
import {
  OWN_KIND_LABELS,
  type OwnDefinition,
  type OwnField,
  type OwnKind,
} from './own-definition.ts';

/**
 * What keeps a definition from being saved; `field` is the index into `fields`, null of the ledger
 * as a whole.
 */
export interface DefinitionProblem {
  readonly field: number | null;
  /** one sentence: what is so, what to do */
  readonly message: string;
}
export interface SettledDefinition {
  readonly definition: OwnDefinition;
  readonly problems: readonly DefinitionProblem[];
}
/** The ledger as it stands, where it is not new. */
export interface StandingLedger {
  readonly definition: OwnDefinition;
  /** every column that its table has: their names are taken for ever */
  readonly columns: ReadonlySet<string>;
}

/**
 * Fields are named by their code, a new one also by its label; a new field gets a code that its
 * table never had.
 */
export function settleDefinition(
  draft: OwnDefinition,
  standing: StandingLedger | null,
  keepCodes = false,
): SettledDefinition {
  const known = new Set(standing?.definition.fields.map((field) => field.code));
  const keeps = (code: string): boolean => code !== '' && (keepCodes || known.has(code));
  const taken = new Set([
    ...(standing?.columns ?? []),
    ...draft.fields.map((field) => field.code).filter(keeps),
  ]);
  const names = new Map<string, string>();
  const fields = draft.fields.map((field): OwnField => {
    const code = keeps(field.code) ? field.code : freeCode(taken);
    taken.add(code);
    if (!names.has(field.label)) names.set(field.label, code);
    return tidied({ ...field, code });
  });
  // a code means its field even where another is labelled like it
  draft.fields.forEach(({ code }, at) => code !== '' && names.set(code, fields[at]?.code ?? code));
  const definition = resolved(draft, fields, (name) => names.get(name) ?? name);
  return { definition, problems: problemsOf(definition, standing) };
}

/** A code that no field had yet. */
export function freeCode(taken: ReadonlySet<string>): string {
  let number = 1;
  while (taken.has(`f${number}`)) number += 1;
  return `f${number}`;
}

const WITH_RANGE: readonly OwnKind[] = ['number', 'money', 'percent', 'date', 'month'];
/** Figures are found again by no record: they change. */
const TELLING_KINDS: readonly OwnKind[] = [
  'text',
  'long',
  'person',
  'phone',
  'choice',
  'yes-no',
  'unit',
  'date',
  'month',
];
const UNIQUE_KINDS: readonly OwnKind[] = ['text', 'person', 'phone', 'number', 'date', 'month'];
const WITH_PLACES: readonly OwnKind[] = ['number', 'money', 'percent'];

/** Without what its kind does not have. */
function tidied(field: OwnField): OwnField {
  const { kind } = field;
  const ranged = WITH_RANGE.includes(kind);
  return {
    ...field,
    measure: kind === 'number' || kind === 'money' ? field.measure : null,
    places: WITH_PLACES.includes(kind) ? field.places : null,
    choices:
      kind === 'choice' || (kind === 'yes-no' && field.choices.length === 2) ? field.choices : [],
    min: ranged && field.min !== '' ? field.min : null,
    max: ranged && field.max !== '' ? field.max : null,
    pattern: kind === 'phone' ? field.pattern : null,
    unique: UNIQUE_KINDS.includes(kind) && field.unique,
    formula: WITH_PLACES.includes(kind) && field.formula?.trim() !== '' ? field.formula : null,
  };
}

/** The definition with a field under another code. */
export function renamedFields(definition: OwnDefinition, from: string, to: string): OwnDefinition {
  return resolved(
    definition,
    definition.fields.map((field) => (field.code === from ? { ...field, code: to } : field)),
    (code) => (code === from ? to : code),
  );
}

const NAMING_KINDS: readonly OwnKind[] = ['text', 'person', 'phone', 'long'];

function resolved(
  draft: OwnDefinition,
  bare: readonly OwnField[],
  codeOf: (name: string) => string,
): OwnDefinition {
  const first = bare.find((field) => !field.hidden && NAMING_KINDS.includes(field.kind));
  const nameField = draft.nameField === '' ? (first?.code ?? '') : codeOf(draft.nameField);
  // of two fields of one label the formula means the one that is shown
  const labels = new Map(
    bare
      .toSorted((a, b) => Number(b.hidden) - Number(a.hidden))
      .map(({ label, code }) => [label, code]),
  );
  const fields = bare.map((field) => ({
    ...field,
    ...(field.code === nameField ? { required: true } : {}),
    // what is computed cannot be left out
    ...(field.formula === null
      ? {}
      : { required: false, formula: keptText(field.formula, labels, codeOf) }),
  }));
  const some = (name: string | null): string | null =>
    name === null || name === '' ? null : codeOf(name);
  return {
    ...draft,
    noun: draft.noun === '' ? '条记录' : draft.noun,
    fields,
    nameField,
    codeField: some(draft.codeField),
    identity: draft.identity.map(codeOf).filter((code) => code !== nameField),
    status: draft.status === null ? null : { ...draft.status, field: codeOf(draft.status.field) },
    reminder:
      draft.reminder === null
        ? null
        : {
            deadline: codeOf(draft.reminder.deadline),
            unit: some(draft.reminder.unit),
            person: some(draft.reminder.person),
          },
    views: draft.views.map((view) => ({
      ...view,
      columns: view.columns.map(codeOf),
      filters: view.filters.map((one) => ({ ...one, field: codeOf(one.field) })),
      sort: view.sort.map((one) => ({ ...one, field: codeOf(one.field) })),
      group: view.group.map(codeOf),
    })),
    print: {
      ...draft.print,
      title: draft.print.title === '' ? draft.label : draft.print.title,
      columns: draft.print.columns.map(codeOf),
      group: some(draft.print.group),
    },
  };
}

/** With its fields as {code}; as it was typed where it cannot be read: then it is a problem. */
function keptText(
  formula: string,
  labels: ReadonlyMap<string, string>,
  codeOf: (code: string) => string,
): string {
  const read = readFormula(formula, labels, codeOf);
  return 'problem' in read ? formula : read.text;
}

function problemsOf(
  definition: OwnDefinition,
  standing: StandingLedger | null,
): readonly DefinitionProblem[] {
  const labels = new Map<string, number>();
  const ofFields = definition.fields.flatMap((field, at): DefinitionProblem[] => {
    const twice = !field.hidden && labels.has(field.label);
    if (!field.hidden) labels.set(field.label, at);
    const messages = [
      ...(twice ? [`有两个字段名为“${field.label}”，请修改其中一个的名称`] : []),
      ...fieldProblems(field),
      ...formulaProblems(field, definition.fields),
    ];
    return messages.map((message) => ({ field: at, message }));
  });
  const gone = (standing?.definition.fields ?? []).filter(
    (field) => !definition.fields.some((one) => one.code === field.code),
  );
  const ofLedger = [
    ...gone.map((field) => `“${field.label}”不能删，可以隐藏`),
    ...nameProblems(definition),
    ...useProblems(definition),
  ];
  return [...ofFields, ...ofLedger.map((message) => ({ field: null, message }))];
}

/** A formula that reads, of figures that are there, and not of itself. */
function formulaProblems(field: OwnField, fields: readonly OwnField[]): readonly string[] {
  if (field.formula === null) return [];
  const labels = new Map(fields.map(({ label, code }) => [label, code]));
  const read = readFormula(field.formula, labels);
  if ('problem' in read) return [`“${field.label}”的${read.problem}`];
  const codes = fieldsInFormula(read.formula);
  if (codes.length === 0) return [`“${field.label}”的公式里没有字段，请写上用哪些字段算`];
  for (const code of codes) {
    const one = fields.find((other) => other.code === code);
    if (one === undefined) return [`“${field.label}”的公式用了没有的字段“${code}”，请改公式`];
    if (!WITH_PLACES.includes(one.kind))
      return [
        `“${field.label}”的公式用了“${one.label}”，它是${OWN_KIND_LABELS[one.kind]}，不能计算`,
      ];
  }
  return isCircular(field, fields)
    ? [`“${field.label}”的公式绕回了自己，请改成用填报的字段来算`]
    : [];
}

const ORDINAL = /^(?:序号|序|编序|行次)$/;

function fieldProblems(field: OwnField): readonly string[] {
  const { label, kind, measure, choices } = field;
  const problems: string[] = [];
  if (ORDINAL.test(label)) problems.push(`“${label}”由程序自己编，不用设字段`);
  if (kind === 'money' && (measure === null || measureOf(measure)?.currency !== 'CNY'))
    problems.push(`“${label}”没有选金额单位，选元、万元或亿元`);
  if (kind === 'number' && (measure === null || measure === ''))
    problems.push(`“${label}”没有写计量单位，如人、亩、台`);
  else if (kind === 'number' && !isCounted(measure ?? ''))
    problems.push(
      `“${label}”的计量单位“${measure}”${measureOf(measure ?? '')?.dimension === 'money' ? '是金额，请把类型改成金额' : '不像计量单位，写成人、亩、台这样的词'}`,
    );
  if (kind === 'choice' && choices.length === 0)
    problems.push(`“${label}”尚无选项，请至少填写一个`);
  const twice = choices.find((choice, at) => choices.indexOf(choice) !== at);
  if (twice !== undefined) problems.push(`“${label}”的选项“${twice}”写了两遍`);
  for (const end of [field.min, field.max])
    if (end !== null && !isEnd(field, end))
      problems.push(
        `“${label}”的范围“${end}”无法识别，写成${kind === 'date' || kind === 'month' ? '2012-05-01' : '一个数'}`,
      );
  return problems;
}

/** The measures that a number may have: known ones that are no money. */
export const MEASURES_OFFERED: readonly string[] = MEASURE_NAMES.filter(
  (name) => measureOf(name)?.dimension !== 'money',
);
const isCounted = (measure: string): boolean =>
  statedMeasure(measure) !== null && measureOf(measure)?.dimension !== 'money';

function nameProblems(definition: OwnDefinition): readonly string[] {
  const shown = definition.fields.filter((field) => !field.hidden);
  const name = shown.find((field) => field.code === definition.nameField);
  if (name === undefined)
    return [
      shown.some((field) => NAMING_KINDS.includes(field.kind))
        ? '没有选名称字段，选一个叫得出每条记录的字段'
        : '没有文字字段，每条记录要有个名称',
    ];
  return NAMING_KINDS.includes(name.kind)
    ? []
    : [`“${name.label}”是${OWN_KIND_LABELS[name.kind]}，不能当名称。选一个文字字段`];
}

/** What the definition uses must be there, shown, and of a kind that fits. */
function useProblems(definition: OwnDefinition): readonly string[] {
  const { status, reminder, print, views } = definition;
  const wants = (
    use: string,
    code: string | null,
    kinds: readonly OwnKind[] | null,
  ): readonly string[] => {
    if (code === null) return [];
    const field = definition.fields.find((one) => one.code === code);
    if (field === undefined) return [`${use}用的字段“${code}”不在了，另选一个`];
    if (field.hidden) return [`“${field.label}”正当${use}用，不能隐藏。请先修改${use}`];
    return kinds === null || kinds.includes(field.kind)
      ? []
      : [`“${field.label}”是${OWN_KIND_LABELS[field.kind]}，不能当${use}用`];
  };
  const choices = definition.fields.find((field) => field.code === status?.field)?.choices ?? [];
  const stray =
    status === null
      ? []
      : [
          ...Object.keys(status.moves),
          ...Object.values(status.moves).flat(),
          ...status.closed,
        ].filter((value) => !choices.includes(value));
  const group: readonly OwnKind[] = ['text', 'person', 'choice', 'yes-no', 'unit'];
  return [
    ...wants('编号', definition.codeField, ['text', 'phone']),
    ...definition.identity.flatMap((code) => wants('区分同名记录', code, TELLING_KINDS)),
    ...wants('状态', status?.field ?? null, ['choice']),
    ...stray.slice(0, 1).map((value) => `状态的走法里有“${value}”，选项里没有。改走法，或补上选项`),
    ...wants('到期提醒', reminder?.deadline ?? null, ['date', 'month']),
    ...wants('提醒的单位', reminder?.unit ?? null, ['unit']),
    ...wants('提醒的人', reminder?.person ?? null, ['person', 'text']),
    ...wants('打印分组', print.group, group),
    ...print.columns.flatMap((code) => wants('打印', code, null)),
    ...views.flatMap((view) => [
      ...view.columns.flatMap((code) => wants(`视图“${view.name}”`, code, null)),
      ...view.group.flatMap((code) => wants(`视图“${view.name}”的分组`, code, group)),
      ...[...view.filters, ...view.sort].flatMap((one) =>
        wants(`视图“${view.name}”`, one.field, null),
      ),
    ]),
  ];
}
