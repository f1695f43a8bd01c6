/**
 * Typed figures on their way to the core: what fits is stored, what does not comes back as
 * questions.
 */
import type { Disagreement, ProgressSheet } from '../../../preload/contract/progress.ts';
import { call } from '../../bridge/bridge.ts';
import { orSentence } from '../../stores/sentence.ts';
import { say } from '../../stores/status.ts';
import type { GridEdit } from '../../ui/grid/model.ts';
import { entryOf } from './columns.ts';

/** @returns the questions; rejects with a sentence where nothing was taken */
export async function saveEdits(
  year: number,
  sheet: ProgressSheet,
  edits: readonly GridEdit[],
): Promise<readonly Disagreement[]> {
  const sent = edits.flatMap(({ id, field, value }) => {
    const part = entryOf(field);
    return part === null ? [] : [{ indicator: sheet.indicator.id, unit: id, part, text: value }];
  });
  const { disagreements } = await orSentence(
    call('progress.edit', { year, month: sheet.month.month, edits: sent }),
  );
  if (edits.length === 1 || disagreements.length > 0) say('');
  return disagreements;
}

export type FigureAnswer = { readonly keep: string } | 'sum';

/**
 * The user's answer to a question: the sum of both, or the figures as they were typed with the
 * reason.
 */
export async function answerFigure(
  year: number,
  month: number,
  { indicator, unit, month: ofMonth, cumulative, sum }: Disagreement,
  given: FigureAnswer,
): Promise<void> {
  const keep = given === 'sum' ? null : given.keep;
  const edit = (part: 'month' | 'cumulative', text: string) => ({
    indicator,
    unit,
    part,
    text,
    keep,
  });
  await orSentence(
    call('progress.edit', {
      year,
      month,
      edits: [edit('month', ofMonth), edit('cumulative', given === 'sum' ? sum : cumulative)],
    }),
  );
}
