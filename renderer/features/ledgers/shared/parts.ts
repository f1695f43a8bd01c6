/**
 * What hangs on the project in the drawer, asked again when something is written; and how a change
 * of it is told.
 */
import type { KeyboardEvent } from 'react';
import type { ProjectParts } from '../../../../preload/contract/projects.ts';
import { BridgeFault, call, useCall } from '../../../bridge/bridge.ts';
import { offerUndo, say } from '../../../stores/status.ts';
import { sentenceOf } from '../../../stores/sentence.ts';

/** null until the first answer */
export const useParts = (id: number): ProjectParts | null =>
  useCall('projects.parts', { id }, ['project', 'arrival']).value;

/** A sentence with its 撤销. */
export function saveDone(sentence: string): void {
  offerUndo(
    sentence,
    () =>
      void call('changes.undo', {}).then(
        ({ label }) => say(`已撤销：${label}。`),
        (fault: unknown) => say(sentenceOf(fault)),
      ),
  );
}

/** Ctrl+S in a form inside the drawer saves that form, not the record around it. */
export function savesAlone(event: KeyboardEvent): boolean {
  if (!(event.ctrlKey || event.metaKey) || event.code !== 'KeyS') return false;
  event.preventDefault();
  event.stopPropagation();
  return true;
}

export const faultCodeOf = (fault: unknown): string =>
  fault instanceof BridgeFault ? fault.fault.code : '';
