/**
 * The design in hand: of which ledger, what it was, what it has become, the field that is being
 * looked at.
 */
import { create } from 'zustand';
import type {
  DefinitionInput,
  OwnLedgerInfo,
  Proposal,
  ProposedColumn,
} from '../../../preload/contract/own-ledgers.ts';
import type { DefinitionProblem } from '../../../main/domain/ledgers/own-draft.ts';
import type { OwnCode } from '../../../main/domain/ledgers/own-code.ts';
import type { PickedFile } from '../../../preload/contract/shell.ts';
import { isLike, keepDraft, keptDraft } from '../../stores/drafts.ts';
import { BLANK_LEDGER_DRAFT, ledgerDraftOf, type LedgerDraft } from './draft.ts';

/** The workbook sheet that the design was made from. */
export interface DesignSource {
  readonly file: PickedFile;
  readonly sheet: string;
  readonly rows: number;
  /** what was seen of the column that a field was made from, by the field's key */
  readonly seen: ReadonlyMap<string, ProposedColumn>;
}
interface Design {
  /** null: a new ledger */
  readonly code: OwnCode | null;
  readonly before: LedgerDraft | null;
  readonly draft: LedgerDraft;
  readonly records: number;
  readonly source: DesignSource | null;
  /** key of the field that is shown */
  readonly field: string;
  readonly problems: readonly DefinitionProblem[];
}

export const useDesign = create<Design>(() => ({
  code: null,
  before: null,
  draft: BLANK_LEDGER_DRAFT,
  records: 0,
  source: null,
  field: '+1',
  problems: [],
}));

const firstKey = (draft: LedgerDraft): string => draft.fields[0]?.key ?? '';
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
const isDesign = isLike<{ readonly draft: LedgerDraft }>({ draft: BLANK_LEDGER_DRAFT });
const isSameForm = isLike(BLANK_LEDGER_DRAFT);
let kept: { readonly draft?: LedgerDraft } =
  keptDraft(
    'design',
    (found): found is { readonly draft: LedgerDraft } => isDesign(found) && isSameForm(found.draft),
  ) ?? {};
keepDraft('design', () => kept);
export const leftDesign = (): LedgerDraft | null => kept.draft ?? null;

/** A new ledger's design is kept until it is made or another is begun. */
export function keepDesign(): () => void {
  return useDesign.subscribe(({ code, draft, source }) => {
    if (code === null && source === null && draft !== BLANK_LEDGER_DRAFT) kept = { draft };
  });
}
export function forgetDesign(): void {
  kept = {};
}

export const beginBlank = (): void => begin({ draft: BLANK_LEDGER_DRAFT });
export const beginLeft = (draft: LedgerDraft): void => begin({ draft });
export const beginDesignWith = (definition: DefinitionInput): void =>
  begin({ draft: ledgerDraftOf(definition) });
/** Of a sheet, as it was proposed. */
export function beginProposed(
  file: PickedFile,
  { definition, columns, sheet, rows }: Proposal,
): void {
  const draft = ledgerDraftOf(definition);
  const seen = new Map(
    columns.flatMap((column) =>
      column.field === null ? [] : [[draft.fields[column.field]?.key ?? '', column] as const],
    ),
  );
  begin({ draft, source: { file, sheet, rows, seen } });
}
export function beginLedger({ code, definition, records }: OwnLedgerInfo): void {
  const draft = ledgerDraftOf(definition as DefinitionInput);
  begin({ code, before: draft, draft, records });
}

export const designState = (draft: LedgerDraft): void => useDesign.setState({ draft });
export const lookAt = (field: string): void => useDesign.setState({ field });
