/** What the group above a row says of it: its stage where it reads as one, else it is kept as it stands. */
import { STAGES } from '../../domain/ledgers/stage.ts';
import { readChoice } from '../../domain/read/choice.ts';
import type { RecordsInput, RowDraft } from './row-scene.ts';

export function groupLabels(input: RecordsInput): ((row: number, draft: RowDraft) => void) | null {
  const { region, ledger, columns } = input;
  if (region.groupRows.length === 0 || ledger === null) return null;
  const staged =
    ledger.code !== 'project' || columns.some((column) => column.field?.code === 'stage');
  const groups = region.groupRows.map((group) => {
    const read = staged ? null : readChoice(group.label, STAGES);
    return {
      row: group.row,
      label: group.label,
      stage: read?.kind === 'value' ? read.value : null,
    };
  });
  let at = -1;
  return (row, draft) => {
    while (at + 1 < groups.length && (groups[at + 1]?.row ?? Infinity) < row) at += 1;
    const group = groups[at];
    if (group === undefined) return;
    if (group.stage !== null) draft.values['stage'] = group.stage;
    else draft.extra = { ...draft.extra, 分组: group.label };
  };
}
