/**
 * Reads a choice by its value, its label or another word for it, also inside wrappers:
 * 二、在建项目（5个）.
 */
import type { Choice } from '../ledgers/field.ts';
import { EMPTY, outcomeOf, type Outcome } from './outcome.ts';
import { compactText, saysNothing } from './text.ts';

export function readChoice(text: string, choices: readonly Choice[]): Outcome<string> {
  const words = wordsOf(choices);
  const found = candidates(text).find((word) => words.has(word));
  // × is a mark for nothing unless it is a choice, and so is 无
  if (found !== undefined) return outcomeOf(words.get(found) ?? found);
  if (saysNothing(text)) return EMPTY;
  return {
    kind: 'unreadable',
    seen: text.trim(),
    want: `其中之一：${choices.map((choice) => choice.label).join('、')}`,
  };
}

/** Built once for each list of choices: a workbook asks for the same list in every row. */
const known = new WeakMap<readonly Choice[], ReadonlyMap<string, string>>();

/** Every word for a choice → its value; of two choices with one word the first has it. */
function wordsOf(choices: readonly Choice[]): ReadonlyMap<string, string> {
  const built = known.get(choices);
  if (built !== undefined) return built;
  const words = new Map<string, string>();
  for (const choice of choices) {
    for (const word of [choice.value, choice.label, ...(choice.also ?? [])].map(plain))
      if (!words.has(word)) words.set(word, choice.value);
  }
  known.set(choices, words);
  return words;
}

const plain = (text: string): string => compactText(text).toLowerCase();

/** The text as it is, then with ever more of its wrapping taken off. */
function candidates(text: string): readonly string[] {
  const whole = plain(text);
  const unnumbered = whole
    .replace(/^\(?(?:[一二三四五六七八九十]+|\d+)[、.)]+/, '')
    .replace(/\((?:共?\d+.?|.*[个项家])\)$/, '')
    .replace(/[:。,;]$/, '');
  const core = unnumbered.replace(/(?:类?项目|阶段|状态|类)$/, '');
  const done = core.replace(/^(?:已经?|正在|目前|项目)/, '').replace(/(?:了|中)$/, '');
  return [whole, unnumbered, core, done];
}
