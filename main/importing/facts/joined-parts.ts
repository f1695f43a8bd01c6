/** What several words over one column say together: 2004年目标›确保, 4月›完成额. */
import type { PartWord } from '../sheet/part-word.ts';

/** 4月›完成额, 4月›计划; not 4月›累计. */
const isUnderMonth = (parts: readonly PartWord[], path: readonly string[]): boolean =>
  parts.length > 1 &&
  parts.some(
    ({ part, months }) => part === 'month' || (part === 'plan' && months?.[0] === months?.[1]),
  ) &&
  !/累计|以来|全年|年度|年初/.test(path.join(''));

/** 2004年目标›确保: the last word says what, the others may say when. */
export function joinedPart(parts: readonly PartWord[], path: readonly string[]): PartWord | null {
  const last = parts.findLast(({ isPlain }) => isPlain !== true) ?? parts.at(-1);
  if (last === undefined) return null;
  const shares = parts.find(
    (one) => one.part === 'completion' || one.part === 'yoy' || one.part === 'rank',
  );
  const span = parts.some((one) => one.part === 'month') ? 'month' : undefined;
  // 年初目标›确保 is what was assured before, 力争目标›调整后 what is to be reached now
  const before = parts.some((one) => one.part === 'wasAssured' || one.part === 'wasStretch');
  const aim = parts.find((one) => one.part === 'stretch' || one.part === 'assured') ?? last;
  const own: PartWord = before
    ? {
        ...last,
        part: aim.part === 'stretch' || last.part === 'wasStretch' ? 'wasStretch' : 'wasAssured',
      }
    : last.part === 'annual'
      ? { ...last, part: aim.part }
      : last;
  return {
    ...(shares ?? own),
    ...(span === undefined ? {} : { span }),
    ...(isUnderMonth(parts, path) ? { isUnderMonth: true as const } : {}),
    year: parts.findLast((one) => one.year !== null)?.year ?? null,
    month: parts.findLast((one) => one.month !== null)?.month ?? null,
  };
}
