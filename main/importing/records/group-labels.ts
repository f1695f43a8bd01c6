/**
 * What the groups above the rows say of them: a stage, a unit, a word of one of the ledger's
 * choices, where a problem was found; else it is kept as it stands.
 */
import type { Issue } from '../../../preload/contract/imports.ts';
import type { Field, Value } from '../../domain/ledgers/field.ts';
import { readChoice } from '../../domain/read/choice.ts';
import { plainGroupLabel } from '../sheet/group-words.ts';
import { placedIssue } from '../sheet/issue.ts';
import type { RecordsInput, RowDraft } from './row-scene.ts';

export interface GroupLabels {
  apply(row: number, draft: RowDraft): void;
  /** what the headings were taken for, said once */
  readonly issues: readonly Issue[];
}

interface Group {
  readonly row: number;
  readonly label: string;
  readonly field: Field | null;
  readonly value: Value;
}

export function groupLabels(input: RecordsInput): GroupLabels | null {
  const { region, ledger } = input;
  if (region.groupRows.length === 0 || ledger === null) return null;
  const groups = groupsRead(input);
  let at = -1;
  return {
    apply(row, draft) {
      while (at + 1 < groups.length && (groups[at + 1]?.row ?? Infinity) < row) at += 1;
      const group = groups[at];
      if (group === undefined) return;
      if (group.field === null) draft.extra = { ...draft.extra, 分组: group.label };
      else if (draft.values.get(group.field.code) === null)
        draft.values.put(group.field.code, group.value);
    },
    issues: takenIssues(groups),
  };
}

/**
 * Each heading as a value of the first field that it reads as; of a field that has a column of its
 * own, none.
 */
function groupsRead({ region, ledger, columns, units }: RecordsInput): readonly Group[] {
  const taken = new Set(
    columns.flatMap(({ field, use }) => (use === 'field' ? [field?.code] : [])),
  );
  const open = (ledger?.fields ?? []).filter(
    (field) => !taken.has(field.code) && (field.computed !== true || field.code === 'stage'),
  );
  const unit = open.find(({ kind, code }) => kind === 'unit' && code !== 'introducer');
  return region.groupRows.map(({ row, label }): Group => {
    const plain = plainGroupLabel(label);
    for (const field of open) {
      // the currency or a yes of a heading would be chance
      if (field.kind !== 'choice' || field.code === 'currency') continue;
      for (const words of field.code === 'stage' ? [label, plain] : [plain]) {
        const read = readChoice(words, field.choices);
        if (read.kind === 'value') return { row, label, field, value: read.value };
      }
    }
    const named = unit === undefined ? null : units.resolve(plain);
    if (unit !== undefined && named?.is === 'known')
      return { row, label, field: unit, value: named.name };
    const told = open.find((field) => field.kind === 'text' && field.headings?.test(plain));
    return told === undefined
      ? { row, label, field: null, value: null }
      : { row, label, field: told, value: plain };
  });
}

/** One word for each field but the stage, whose headings everybody uses. */
function takenIssues(groups: readonly Group[]): readonly Issue[] {
  const fields = new Map<Field, Group[]>();
  for (const group of groups)
    if (group.field !== null && group.field.code !== 'stage')
      fields.set(group.field, [...(fields.get(group.field) ?? []), group]);
  return [...fields].map(([field, list]) =>
    placedIssue(
      list[0]?.row ?? 0,
      null,
      'info',
      'group.value',
      `分组“${list
        .slice(0, 3)
        .map(({ label }) => label)
        .join('”“')}”${list.length > 3 ? '等' : ''}记为${field.label}。`,
    ),
  );
}
