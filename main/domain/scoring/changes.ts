/**
 * What one version of a scheme changed of another, in the words of its rules: for whoever asks what
 * is new in it.
 */
import type { Scheme } from './scheme.ts';
import { ruleWords, type Labels } from './words.ts';

/** One sentence for each item that came, went or counts otherwise; nothing where they agree. */
export function changesBetween(before: Scheme, after: Scheme, labels: Labels): readonly string[] {
  const old = new Map(before.items.map((item) => [item.code, item]));
  const kept = new Set(after.items.map((item) => item.code));
  const same = (
    part: 'name' | 'document' | 'places' | 'sheets' | 'most' | 'groups' | 'grades' | 'vetoGrade',
  ): boolean => JSON.stringify(before[part]) === JSON.stringify(after[part]);
  const head = (
    [
      ['名称', 'name'],
      ['文号', 'document'],
      ['小数位', 'places'],
      ['考核表', 'sheets'],
      ['总分封顶', 'most'],
      ['分组', 'groups'],
      ['等次', 'grades'],
      ['否决等次', 'vetoGrade'],
    ] as const
  ).flatMap(([label, part]) => (same(part) ? [] : [`${label}改了`]));
  const items = after.items.flatMap((item): readonly string[] => {
    const was = old.get(item.code);
    if (was === undefined) return [`加“${item.name}”：${ruleWords(item, labels)}`];
    if (JSON.stringify(was) === JSON.stringify(item)) return [];
    const [then, now] = [ruleWords(was, labels), ruleWords(item, labels)];
    return [
      was.name === item.name && then !== now
        ? `“${item.name}”：${then} → ${now}`
        : `“${was.name}”改为“${item.name}”：${now}`,
    ];
  });
  return [
    ...head,
    ...items,
    ...before.items.filter((item) => !kept.has(item.code)).map((item) => `去掉“${item.name}”`),
  ];
}
