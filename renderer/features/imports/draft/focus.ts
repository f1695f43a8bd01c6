/**
 * Where the keyboard goes in the check: F6 from region to region, Alt with a digit to an answer,
 * and on to the next answer after one is given.
 */
import { refocus } from './store.ts';

const CURRENT = '.imp-problem.is-current .imp-answers';
const ANSWER = `${CURRENT} :is(button, input)`;
const COMMIT = '.imp-foot .ant-btn-primary';
/** files, chips, sheet, panel, foot; the first that is there of each */
const REGIONS: readonly (readonly string[])[] = [
  ['.imp-files [role=listbox]'],
  ['.imp-chip[tabindex="0"]'],
  ['.imp-editor'],
  [ANSWER, '.imp-side button'],
  [COMMIT],
];
const HOLDERS = ['.imp-files', '.imp-heads', '.imp-rows', '.imp-side', '.imp-foot'];
const SHEET = 2;

const find = (choices: readonly string[]): HTMLElement | null => {
  for (const one of choices) {
    const found = document.querySelector<HTMLElement>(one);
    if (found !== null) return found;
  }
  return null;
};

/**
 * F6 walks files → chips → sheet → panel → foot; with shift, back; what is not there is stepped
 * over.
 */
export function walkImportRegions(step: 1 | -1): void {
  const here = HOLDERS.findIndex((one) => document.activeElement?.closest(one) != null);
  for (let away = 1; away <= REGIONS.length; away += 1) {
    const next = (here + step * away + REGIONS.length * 2) % REGIONS.length;
    const target = find(REGIONS[next] ?? []);
    if (target === null) continue;
    if (next === SHEET) refocus();
    else target.focus();
    return;
  }
}

/**
 * Alt+1…9: the answers of the problem in hand, in their order; a list to choose from is opened
 * instead of pressed.
 */
export function pressAnswer(number: number): void {
  // a list in focus says beside itself what is chosen: that is no answer
  const answers = document.querySelectorAll<HTMLElement>(`${CURRENT} > :not([aria-live])`);
  const answer = [...answers][number - 1];
  if (answer === undefined) return;
  const input = answer.querySelector('input');
  if (input === null) answer.click();
  else input.focus();
}

/** Ctrl+K on a question of units: its choice. @returns whether there is one */
export function focusUnitChoice(): boolean {
  const choice = document.querySelector<HTMLElement>(`${CURRENT} input`);
  const other = document.querySelector<HTMLElement>(`${CURRENT} [data-choose]`);
  choice?.focus();
  // the choice takes the keys itself as it appears
  other?.click();
  return choice !== null || other !== null;
}

/**
 * After an answer from the panel: the next question's first answer, or the import button where
 * nothing is left.
 */
export function focusNextAnswer(): void {
  requestAnimationFrame(() => find([ANSWER, COMMIT])?.focus());
}
