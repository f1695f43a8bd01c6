/**
 * A lamp of the map opens 进度 at its unit and indicator; asked where it comes from, the records
 * that were counted.
 */
import { isBehindPace, PACE_WORDS } from '../../../main/domain/progress/words.ts';
import type { MapCell, Overview } from '../../../preload/contract/progress.ts';
import { call } from '../../bridge/bridge.ts';
import { shownFigureText } from '../../format/figure.ts';
import { go, goRecords } from '../../stores/navigation.ts';
import { sentenceOf } from '../../stores/sentence.ts';
import { say } from '../../stores/status.ts';

export const openCell = (month: number, unit: number, indicator: number): void =>
  go('progress', { month, unit, indicator });

/** What was typed has its origin under the sheet of 进度. */
export function askCell(year: number, month: number, unit: number, indicator: number): void {
  call('progress.records', { year, month, indicator, unit }).then(
    (query) => {
      if (query === null) openCell(month, unit, indicator);
      else goRecords(query);
    },
    (fault: unknown) => say(sentenceOf(fault)),
  );
}

/** A lamp becomes a task of its own for the unit, with what it says in the title. */
export function fileTask(
  unit: string,
  { name, direction }: Overview['indicators'][number],
  cell: MapCell | undefined,
): void {
  const [{ completion, behind }, gap] = [PACE_WORDS[direction], cell?.gap ?? null];
  const told = [
    cell?.completion == null ? '' : `${completion}${shownFigureText(cell.completion, 2)}%`,
    isBehindPace(direction, gap) && gap !== null
      ? `${behind}${shownFigureText(gap.replace('-', ''), 2)}个百分点`
      : '',
  ].filter((one) => one !== '');
  const title = `${direction === 'up' ? '加快' : '压降'}${name}${told.length === 0 ? '' : `（${told.join('，')}）`}`;
  go('tasks', { draft: { title, lead_unit: unit } });
}
