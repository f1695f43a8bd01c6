/** What saving a design would change, in sentences: said before it is saved. Pure. */
import { isNew, kindText, quotedName, type LedgerDraft, type DraftField } from './draft.ts';

const listed = (names: readonly string[]): string => names.map(quotedName).join('、');

/** Nothing: the design is as it was. `records`: how many the ledger holds. */
export function changesOfDesign(
  before: LedgerDraft | null,
  after: LedgerDraft,
  records: number,
): readonly string[] {
  if (before === null) {
    const shown = after.fields.filter((field) => !field.hidden);
    return [
      `新建台账${quotedName(after.label.trim() === '' ? '（没有名称）' : after.label)}，${shown.length}个字段。`,
    ];
  }
  const kept = after.fields.filter((field) => !isNew(field.key));
  const was = new Map(before.fields.map((field) => [field.key, field]));
  const fresh = after.fields.filter((field) => isNew(field.key));
  const added =
    fresh.length === 0
      ? []
      : [
          `新增字段${listed(fresh.map((field) => field.label))}${records === 0 ? '' : `，原有${records}条暂为空`}。`,
        ];
  const each = kept.flatMap((field) => {
    const old = was.get(field.key);
    return old === undefined ? [] : ofField(old, field);
  });
  return [
    ...ofLedger(before, after),
    ...added,
    ...each,
    ...ofOrder(before, kept),
    ...ofRest(before, after),
  ];
}

function ofLedger(before: LedgerDraft, after: LedgerDraft): readonly string[] {
  return [
    ...(before.label === after.label
      ? []
      : [`台账${quotedName(before.label)}改名为${quotedName(after.label)}。`]),
    ...(before.retired === after.retired
      ? []
      : [after.retired ? '台账停用，记录均保留。' : '台账重新启用。']),
  ];
}

function ofField(old: DraftField, now: DraftField): readonly string[] {
  const name = `“${now.label}”`;
  const more = now.choices.filter((one) => !old.choices.includes(one));
  const fewer = old.choices.filter((one) => !now.choices.includes(one));
  return [
    ...(old.label === now.label ? [] : [`“${old.label}”改名为${name}，数据不变。`]),
    ...(kindText(old) === kindText(now)
      ? []
      : [
          `${name}由${kindText(old)}改为${kindText(now)}，原有的值逐个换算，有不能换算的则不作修改。`,
        ]),
    ...(old.hidden === now.hidden
      ? []
      : [now.hidden ? `隐藏${name}，数据保留，可随时恢复。` : `重新显示${name}，原有数据均保留。`]),
    ...(old.group === now.group
      ? []
      : [
          now.group === null
            ? `${name}不再归在“${old.group}”下。`
            : `${name}归到“${now.group}”下。`,
        ]),
    ...(old.required === now.required
      ? []
      : [now.required ? `${name}以后必填。` : `${name}可以空着。`]),
    ...(old.unique === now.unique
      ? []
      : [now.unique ? `${name}以后不能重复。` : `${name}可以重复。`]),
    ...(old.min === now.min && old.max === now.max
      ? []
      : [`${name}的范围改为${now.min ?? '不限'}至${now.max ?? '不限'}。`]),
    ...(more.length === 0 ? [] : [`${name}多了选项${listed(more)}。`]),
    ...(fewer.length === 0 ? [] : [`${name}去掉选项${listed(fewer)}。`]),
  ];
}

function ofOrder(before: LedgerDraft, kept: readonly DraftField[]): readonly string[] {
  const order = before.fields
    .map((field) => field.key)
    .filter((key) => kept.some((field) => field.key === key));
  return order.every((key, at) => kept[at]?.key === key) ? [] : ['字段顺序变了，数据不变。'];
}

const PARTS = [
  ['nameField', '名称字段'],
  ['codeField', '编号字段'],
  ['identity', '区分同名记录的字段'],
  ['status', '状态和流转'],
  ['reminder', '到期提醒'],
  ['views', '视图'],
  ['print', '打印版式'],
  ['noun', '量词'],
  ['about', '说明'],
] as const;

function ofRest(before: LedgerDraft, after: LedgerDraft): readonly string[] {
  const parts = PARTS.filter(
    ([part]) => JSON.stringify(before[part]) !== JSON.stringify(after[part]),
  ).map(([, label]) => label);
  return parts.length === 0 ? [] : [`改了${parts.join('、')}。`];
}
