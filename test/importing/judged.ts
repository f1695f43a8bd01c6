/**
 * One workbook as a draft that meets an empty book: what it would write, and how the wizard shows
 * it.
 */
import type { ImportAnswer } from '../../preload/contract/answers.ts';
import type { ImportDraft } from '../../preload/contract/imports.ts';
import { createDrafts } from '../../main/importing/plan/drafts.ts';
import type { Inspection } from '../../main/importing/recognise/inspect.ts';
import { judgeDraft, type JudgeContext, type Judged } from '../../main/importing/plan/judge.ts';
import type { MappedTable } from '../../main/importing/sheet/mapped.ts';
import { readWorkbook } from '../../main/importing/readers/index.ts';
import { withFormsLaidOut } from '../../main/importing/sheet/record-forms.ts';
import { importDraftOf } from '../../main/importing/plan/shown.ts';
import { UNWATCHED } from '../../main/importing/sheet/watch.ts';
import type { Known } from '../../main/services/imports/known.ts';

export const KNOWS_NOTHING: Known = {
  find: () => null,
  alike: () => null,
  refused: () => null,
  projectOf: () => null,
  arrival: () => ({ same: null, doubts: [], introducer: null }),
  get: (_, id) => {
    throw new RangeError(`no record ${id}`);
  },
};

export interface JudgedOne {
  readonly judged: Judged;
  readonly shown: ImportDraft;
  readonly inspection: Inspection;
  readonly tables: readonly MappedTable[];
}

/** Judged again with what `answer` says of it, until that is nothing. */
export async function judgedOne(
  file: string,
  bytes: Uint8Array,
  ledger: string | null = null,
  answer: (shown: ImportDraft) => readonly ImportAnswer[] = () => [],
  units: JudgeContext['units'] = [],
): Promise<JudgedOne> {
  const drafts = createDrafts();
  const context = {
    units,
    county: '',
    remembered: () => null,
    known: KNOWS_NOTHING,
    change: 0,
  };
  let draft = drafts.open(
    [
      {
        file,
        path: file,
        bytes,
        workbook: withFormsLaidOut(await readWorkbook(bytes, file)),
        fault: null,
      },
    ],
    ledger,
  );
  for (;;) {
    const judged = judgeDraft(draft, context, UNWATCHED);
    const shown = importDraftOf(draft, judged);
    const [only] = judged.files;
    if (only === undefined || only.inspection === null) throw new Error(`${file} was not read`);
    const answers = answer(shown);
    if (answers.length === 0)
      return { judged, shown, inspection: only.inspection, tables: only.tables };
    draft = drafts.answer(draft.id, answers);
  }
}
