/** What a group says of itself against what stands under it: 共5项 over two rows is told of. */
import type { Issue } from '../../../preload/contract/imports.ts';
import { placedIssue } from '../sheet/issue.ts';
import type { Labelled, Region } from '../sheet/region.ts';

/** 在建项目（5个）, 大气污染（共5项，已销号2项）, 二、共3个项目 */
const COUNT =
  /(?:共计?|合计|计|[(（]|(?<=[^\d.第年月]))(\d{1,4})[个项家条件宗处](?:项目|企业|问题|任务)?(?=$|[)），,、；;。])/;
const LEVELS = [/^[一二三四五六七八九十]+[、.．]/, /^[(（][一二三四五六七八九十]+[)）]/];

/** How deep a group lies by its number; those without one lie lowest. */
const levelOf = ({ label }: Labelled): number => {
  const found = LEVELS.findIndex((level) => level.test(label));
  return found < 0 ? LEVELS.length : found;
};

export const groupCountIssues = ({ groupRows, dataRows, parts }: Region): readonly Issue[] =>
  groupRows.flatMap((group, at) => {
    const told = COUNT.exec(group.label)?.[1];
    if (told === undefined) return [];
    const end =
      groupRows.slice(at + 1).find((next) => levelOf(next) <= levelOf(group))?.row ?? Infinity;
    const isPart = new Set(parts.filter((part) => part.adds).map((part) => part.row));
    const there = dataRows.filter((row) => row > group.row && row < end && !isPart.has(row)).length;
    return there === Number(told) || there === 0
      ? []
      : [
          placedIssue(
            group.row,
            null,
            'warning',
            'group.count',
            `“${group.label}”写的是${told}，下面有${there}行。少的请补上，多的请核对。`,
          ),
        ];
  });
