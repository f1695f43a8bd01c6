/**
 * The text size as the sheet needs it in pixels: the row's height and the factor of the widths,
 * from the tokens.
 */
import { useSyncExternalStore } from 'react';

export interface GridScale {
  readonly row: number;
  readonly k: number;
}

let scale: GridScale = { row: 28, k: 1 };

function read(): GridScale {
  const style = getComputedStyle(document.documentElement);
  const row = Number.parseFloat(style.getPropertyValue('--cp-row-h')) || 28;
  const k = Number.parseFloat(style.getPropertyValue('--k')) || 1;
  if (row !== scale.row || k !== scale.k) scale = { row, k };
  return scale;
}

function subscribe(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, {
    attributes: true,
    attributeFilter: ['data-text', 'style', 'class'],
  });
  return () => observer.disconnect();
}

export const useGridScale = (): GridScale => useSyncExternalStore(subscribe, read);
