/** A park's entry conditions (准入条件) as the book keeps them. */
import { thresholdsSchema } from '../../../preload/contract/projects.ts';
import type { Threshold } from '../../domain/projects/gate.ts';
import { keptText, readKept, type KeptKind } from '../kept/document.ts';

const KIND: KeptKind<readonly Threshold[]> = { version: 1, shape: thresholdsSchema };

/** @throws Fault kept.damaged, kept.newer */
export const thresholdsIn = (text: string, park: string): readonly Threshold[] =>
  readKept(text, KIND, `${park === '' ? '其他园区' : park}的准入条件`);
export const thresholdsText = (thresholds: readonly Threshold[]): string =>
  keptText(KIND, thresholds);
