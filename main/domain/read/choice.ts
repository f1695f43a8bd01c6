/** Reads a choice by its value, its label or another word for it, also inside wrappers: 二、在建项目（5个）. */
import type { Choice } from '../ledgers/field.ts';
import { EMPTY, valueOf, type Outcome } from './outcome.ts';
import { compact, isMark, saysNothing } from './text.ts';

export function readChoice(text: string, choices: readonly Choice[]): Outcome<string> {
  if (isMark(text)) return EMPTY;
  const found = candidates(text).map((word) => choices.find((choice) => wordsOf(choice).includes(word))).find((choice) => choice !== undefined);
  if (found !== undefined) return valueOf(found.value);
  if (saysNothing(text)) return EMPTY;
  return { kind: 'unreadable', seen: text.trim(), want: `其中之一：${choices.map((choice) => choice.label).join('、')}` };
}

const wordsOf = (choice: Choice): readonly string[] => [choice.value, choice.label, ...(choice.also ?? [])].map(plain);
const plain = (text: string): string => compact(text).toLowerCase();

/** The text as it is, then with ever more of its wrapping taken off. */
function candidates(text: string): readonly string[] {
  const whole = plain(text);
  const unnumbered = whole.replace(/^\(?(?:[一二三四五六七八九十]+|\d+)[、.)]+/, '').replace(/\((?:共?\d+.?|.*[个项家])\)$/, '').replace(/[:。,;]$/, '');
  const core = unnumbered.replace(/(?:类?项目|阶段|状态|类)$/, '');
  const done = core.replace(/^(?:已经?|正在|目前|项目)/, '').replace(/(?:了|中)$/, '');
  return [whole, unnumbered, core, done];
}
