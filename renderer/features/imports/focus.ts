/** Where the keyboard goes in the check: F6 from region to region, and on to the next answer after one is given. */
import { refocus } from './store.ts';

const ANSWER = '.imp-problem.is-current .imp-answers :is(button, input)';
const COMMIT = '.imp-foot .ant-btn-primary';
/** chips, sheet, panel, foot; the first that is there of each */
const REGIONS: readonly (readonly string[])[] = [['.imp-chip[tabindex="0"]'], ['.imp-editor'], [ANSWER, '.imp-side button'], [COMMIT]];
const HOLDERS = ['.imp-heads', '.imp-rows', '.imp-side', '.imp-foot'];

const find = (choices: readonly string[]): HTMLElement | null => {
  for (const one of choices) {
    const found = document.querySelector<HTMLElement>(one);
    if (found !== null) return found;
  }
  return null;
};

/** F6 walks chips → sheet → panel → foot; with shift, back. */
export function walkRegions(step: 1 | -1): void {
  const here = HOLDERS.findIndex((one) => document.activeElement?.closest(one) != null);
  const next = (here + step + REGIONS.length) % REGIONS.length;
  if (next === 1) refocus();
  else find(REGIONS[next] ?? [])?.focus();
}

/** After an answer from the panel: the next question's first answer, or the import button where nothing is left. */
export function focusNextAnswer(): void {
  requestAnimationFrame(() => find([ANSWER, COMMIT])?.focus());
}
