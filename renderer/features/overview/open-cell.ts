/** A lamp of the map opens 进度 at its unit and indicator. */
import { go } from '../../stores/navigation.ts';

export const openCell = (month: number, unit: number, indicator: number): void => go('progress', { month: String(month), unit: String(unit), indicator: String(indicator) });
