/**
 * New parts of a scheme as the editor begins them, and changes of one that keep its names agreeing.
 */
import type { RankGroup, Item, ScoreRule, Scheme } from '../../../../main/domain/scoring/scheme.ts';
import { blankRule } from './blank-rules.ts';

export const RULE_KINDS = [
  { value: 'completion', label: '按完成率' },
  { value: 'steps', label: '按完成率分档' },
  { value: 'over', label: '超欠加减分' },
  { value: 'tiered', label: '按项目规模分档' },
  { value: 'quota', label: '个人定额' },
  { value: 'average', label: '和本组平均比' },
  { value: 'places', label: '按名次' },
  { value: 'bonus', label: '加分' },
  { value: 'deduction', label: '扣分' },
  { value: 'manual', label: '打分' },
  { value: 'veto', label: '一票否决' },
] as const satisfies readonly { value: ScoreRule['kind']; label: string }[];

export const blankScheme = (year: number): Scheme => ({
  name: `${year}年度考核办法`,
  year,
  document: null,
  places: 2,
  sheets: [{ name: '考核', percent: '100', most: null }],
  most: null,
  groups: [{ name: '乡镇组', of: 'units', kinds: ['township'], units: [], items: [] }],
  items: [],
  grades: [
    { name: '优秀', from: null, share: '30' },
    { name: '良好', from: '70', share: null },
    { name: '合格', from: '60', share: null },
    { name: '不合格', from: null, share: null },
  ],
  vetoGrade: '不合格',
});

/** A code that no item has yet. */
function freeCode(items: readonly Item[]): string {
  for (let number = items.length + 1; ; number++)
    if (!items.some((item) => item.code === `${number}`)) return `${number}`;
}

/** Adds an item to every group of units (people have items of their own) and answers its code. */
export function withItem(
  scheme: Scheme,
  kind: ScoreRule['kind'],
): { readonly scheme: Scheme; readonly code: string } {
  const code = freeCode(scheme.items);
  const people = kind === 'quota';
  const item: Item = {
    code,
    name: RULE_KINDS.find((one) => one.value === kind)?.label ?? '',
    sheet: scheme.sheets[0]?.name ?? '',
    points: ['completion', 'steps', 'over', 'average'].includes(kind) ? '10' : '0',
    most: null,
    least: null,
    rule: blankRule(kind),
  };
  return {
    code,
    scheme: {
      ...scheme,
      items: [...scheme.items, item],
      groups: scheme.groups.map((group) =>
        (group.of === 'people') === people ? { ...group, items: [...group.items, code] } : group,
      ),
    },
  };
}

export const changeItem = (scheme: Scheme, code: string, part: Partial<Item>): Scheme => ({
  ...scheme,
  items: scheme.items.map((item) => (item.code === code ? { ...item, ...part } : item)),
});

export const withoutItem = (scheme: Scheme, code: string): Scheme => ({
  ...scheme,
  items: scheme.items.filter((item) => item.code !== code),
  groups: scheme.groups.map((group) => ({
    ...group,
    items: group.items.filter((one) => one !== code),
  })),
});

/** A copy of an item right behind it, in the same groups. */
export function withCopy(
  scheme: Scheme,
  code: string,
): { readonly scheme: Scheme; readonly code: string } {
  const at = scheme.items.findIndex((item) => item.code === code);
  const item = scheme.items[at];
  if (item === undefined) return { scheme, code };
  const copy = { ...item, code: freeCode(scheme.items), name: `${item.name}（二）` };
  return {
    code: copy.code,
    scheme: {
      ...scheme,
      items: scheme.items.toSpliced(at + 1, 0, copy),
      groups: scheme.groups.map((group) =>
        group.items.includes(code) ? { ...group, items: [...group.items, copy.code] } : group,
      ),
    },
  };
}

export function movedItem(scheme: Scheme, code: string, by: -1 | 1): Scheme {
  const at = scheme.items.findIndex((item) => item.code === code);
  const item = scheme.items[at];
  if (item === undefined || at + by < 0 || at + by >= scheme.items.length) return scheme;
  return { ...scheme, items: scheme.items.toSpliced(at, 1).toSpliced(at + by, 0, item) };
}

/** A sheet's new name goes to its items too. */
export const renamedSheet = (scheme: Scheme, at: number, name: string): Scheme => {
  const old = scheme.sheets[at]?.name;
  return {
    ...scheme,
    sheets: scheme.sheets.map((sheet, here) => (here === at ? { ...sheet, name } : sheet)),
    items: scheme.items.map((item) => (item.sheet === old ? { ...item, sheet: name } : item)),
  };
};

export const newGroup = (scheme: Scheme): RankGroup => ({
  name: `第${scheme.groups.length + 1}组`,
  of: 'units',
  kinds: ['department'],
  units: [],
  items: scheme.items.filter((item) => item.rule.kind !== 'quota').map((item) => item.code),
});
