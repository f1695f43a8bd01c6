/** Milestones of a task read from how people write them: “3月底前完成选址；6月底前开工；年内建成”. Pure. */
import type { Day } from '../days/day.ts';
import { readDay } from '../read/day.ts';

export interface ReadMilestone {
  readonly name: string;
  readonly deadline: Day | null;
}

const YEAR = '(?:\\d{4}年|今年|明年|本年|当年)?';
const PHRASE = new RegExp(
  `(?:${YEAR}(?:\\d{1,2}|十[一二]?|[一二三四五六七八九])月(?:份|底|末|初|上旬|中旬|下旬|\\d{1,2}[日号])?|${YEAR}(?:上半年|下半年|前三季度|第?[一二三四]季度|年底|年末|年内|年中)|(?:20|19)\\d{2}[.-]\\d{1,2}(?:[.-]\\d{1,2})?|\\d{4}年(?:底|末|内)?)(?:(?:之|以)?前)?`,
);

/** `year`: the one that "6月底" falls in. A part without a date keeps none: nothing is invented. */
export function milestonesIn(text: string, year: number): readonly ReadMilestone[] {
  return partsOf(text).flatMap((part) => {
    const phrase = PHRASE.exec(part)?.[0];
    const words = (phrase === undefined ? part : part.replace(phrase, '')).replace(
      /^[\s,，、：:。.]+|[\s,，、：:。.]+$/g,
      '',
    );
    const name = words === '' ? part : words;
    const read = phrase === undefined ? null : readDay(phrase, { year });
    return name === ''
      ? []
      : [{ name, deadline: read !== null && read.kind === 'value' ? read.value : null }];
  });
}

/** By semicolons and lines, by their numbers, and at a comma before the next date. */
function partsOf(text: string): readonly string[] {
  return text
    .split(/[；;\n\r]+/)
    .flatMap((part) =>
      part.split(
        /[，,。](?=[^，,；;]{0,3}(?:\d{4}年|\d{1,2}月|[一二三四]季度|上半年|下半年|年内|年底))/,
      ),
    )
    .map((part) =>
      part
        .trim()
        .replace(
          /^(?:[(（]?[\d一二三四五六七八九十]{1,2}[)）、]|\d{1,2}\.(?=\D|\d{1,2}月|\d{4}年)|[①-⑳])\s*/,
          '',
        )
        .replace(/。$/, ''),
    )
    .filter((part) => part !== '');
}
