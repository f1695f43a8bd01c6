/** A lamp of the map opens 进度 at its unit and indicator; asked where it comes from, the records that were counted. */
import { call } from '../../bridge.ts';
import { go, goRecords } from '../../stores/navigation.ts';
import { sentenceOf } from '../../stores/sentence.ts';
import { say } from '../../stores/status.ts';

export const openCell = (month: number, unit: number, indicator: number): void => go('progress', { month: String(month), unit: String(unit), indicator: String(indicator) });

/** What was typed has its origin under the sheet of 进度. */
export function askCell(year: number, month: number, unit: number, indicator: number): void {
  call('progress.records', { year, month, indicator, unit }).then((query) => { if (query === null) openCell(month, unit, indicator); else goRecords(query); }, (fault: unknown) => say(sentenceOf(fault)));
}
