/** The design in hand: of which ledger, what it was, what it has become, the field that is being looked at. */
import { create } from 'zustand';
import type {
  DefinitionProblem,
  DefinitionInput,
  OwnLedgerInfo,
  Proposal,
  ProposedColumn,
} from '../../../preload/contract/own-ledgers.ts';
import type { OwnCode } from '../../../preload/contract/ledger-code.ts';
import type { PickedFile } from '../../../preload/contract/shell.ts';
import { keepDraft, keptDraft } from '../../stores/drafts.ts';
import { BLANK, draftOf, type Draft } from './draft.ts';

/** The workbook sheet that the design was made from. */
export interface Source {
  readonly file: PickedFile;
  readonly sheet: string;
  readonly rows: number;
  /** what was seen of the column that a field was made from, by the field's key */
  readonly seen: ReadonlyMap<string, ProposedColumn>;
}
interface Design {
  /** null: a new ledger */
  readonly code: OwnCode | null;
  readonly before: Draft | null;
  readonly draft: Draft;
  readonly records: number;
  readonly source: Source | null;
  /** key of the field that is shown */
  readonly field: string;
  readonly problems: readonly DefinitionProblem[];
}

export const useDesign = create<Design>(() => ({
  code: null,
  before: null,
  draft: BLANK,
  records: 0,
  source: null,
  field: '+1',
  problems: [],
}));

const firstKey = (draft: Draft): string => draft.fields[0]?.key ?? '';
const begin = (part: Pick<Design, 'draft'> & Partial<Design>): void =>
  useDesign.setState({
    code: null,
    before: null,
    records: 0,
    source: null,
    problems: [],
    field: firstKey(part.draft),
    ...part,
  });

/** A new design that was left: what there is of it, null where nothing is. */
let kept = keptDraft<{ readonly draft?: Draft }>('design', {});
keepDraft('design', () => kept);
export const leftDesign = (): Draft | null => kept.draft ?? null;

/** A new ledger's design is kept until it is made or another is begun. */
export function keepDesign(): () => void {
  return useDesign.subscribe(({ code, draft, source }) => {
    if (code === null && source === null && draft !== BLANK) kept = { draft };
  });
}
export function forgetDesign(): void {
  kept = {};
}

export const beginBlank = (): void => begin({ draft: BLANK });
export const beginLeft = (draft: Draft): void => begin({ draft });
export const beginWith = (definition: DefinitionInput): void =>
  begin({ draft: draftOf(definition) });
/** Of a sheet, as it was proposed. */
export function beginProposed(
  file: PickedFile,
  { definition, columns, sheet, rows }: Proposal,
): void {
  const draft = draftOf(definition);
  const seen = new Map(
    columns.flatMap((column) =>
      column.field === null ? [] : [[draft.fields[column.field]?.key ?? '', column] as const],
    ),
  );
  begin({ draft, source: { file, sheet, rows, seen } });
}
export function beginLedger({ code, definition, records }: OwnLedgerInfo): void {
  const draft = draftOf(definition as DefinitionInput);
  begin({ code, before: draft, draft, records });
}

export const design = (draft: Draft): void => useDesign.setState({ draft });
export const lookAt = (field: string): void => useDesign.setState({ field });
