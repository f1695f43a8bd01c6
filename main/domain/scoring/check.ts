/** What does not fit in a scheme by itself, as sentences; nothing of the book is asked. */
import { compare, sum } from '../exact/decimal.ts';
import { sourcesOf, type Item, type Scheme } from './scheme.ts';

const twice = (names: readonly string[]): readonly string[] => [
  ...new Set(names.filter((name, at) => names.indexOf(name) !== at)),
];

export function problemsOfScheme(scheme: Scheme): readonly string[] {
  const sheets = new Set(scheme.sheets.map((sheet) => sheet.name));
  const codes = new Set(scheme.items.map((item) => item.code));
  return [
    ...twice(scheme.items.map((item) => item.code)).map((code) => `考核项编号“${code}”用了两次`),
    ...twice(scheme.groups.map((group) => group.name)).map((name) => `分组“${name}”用了两次`),
    ...whole(
      '各表占比',
      scheme.sheets.map((sheet) => sheet.percent),
    ),
    ...scheme.items
      .filter((item) => !sheets.has(item.sheet))
      .map((item) => `“${item.name}”所在的表“${item.sheet}”没有列出`),
    ...scheme.groups.flatMap((group) =>
      group.items
        .filter((code) => !codes.has(code))
        .map((code) => `“${group.name}”的考核项“${code}”没有列出`),
    ),
    ...scheme.items.flatMap(problemsOfItem),
  ];
}

const whole = (what: string, percents: readonly string[]): readonly string[] =>
  compare(sum(percents), '100') === 0 ? [] : [`${what}合计${sum(percents)}%，不是100%`];

function problemsOfItem(item: Item): readonly string[] {
  const { rule } = item;
  const name = `“${item.name}”`;
  const bounds =
    item.most !== null && item.least !== null && compare(item.least, item.most) > 0
      ? [`${name}最低分大于封顶分`]
      : [];
  if (rule.kind === 'completion')
    return [
      ...bounds,
      ...whole(
        `${name}各部分占比`,
        rule.parts.map((part) => part.weight),
      ),
    ];
  if (rule.kind === 'manual')
    return [
      ...bounds,
      ...whole(
        `${name}评分占比`,
        rule.panels.map((panel) => panel.percent),
      ),
    ];
  if (
    rule.kind === 'over' &&
    [rule.every, ...(rule.under.by === 'steps' ? [rule.under.every] : [])].some(
      (every) => compare(every, '0') <= 0,
    )
  )
    return [...bounds, `${name}每超、每欠的百分比要大于0`];
  if (
    rule.kind === 'tiered' &&
    sourcesOf(rule).some((source) => source.from !== 'ledger' || source.sum === null)
  )
    return [...bounds, `${name}按规模计分，要选台账和金额列`];
  return bounds;
}
