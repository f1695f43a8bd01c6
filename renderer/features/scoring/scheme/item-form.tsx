/**
 * One item: its name, points and bounds, its rule as a small form of its own, and what it does in a
 * sentence.
 */
import { Input, Select } from 'antd';
import type { ReactElement } from 'react';
import type { Item, Scheme } from '../../../../main/domain/scoring/scheme.ts';
import { ruleWords, type Labels } from '../../../../main/domain/scoring/words.ts';
import { knownLedgerOf } from '../../../stores/ledgers.ts';
import { draftScheme } from '../shared/store.ts';
import { blankRule } from './blank-rules.ts';
import { changeItem, RULE_KINDS } from './draft.ts';
import { RuleFigure } from '../shared/figure.tsx';
import { RuleForm } from './rule-form.tsx';
import { ForPeople } from './source-form.tsx';

/** As the ledgers of the open book call themselves and their fields. */
export const itemLabels: Labels = (ledger, field) => {
  const known = knownLedgerOf(ledger);
  if (known === null) return ledger;
  return field === null
    ? known.label
    : (known.fields.find((one) => one.code === field)?.label ?? field);
};

export function ItemForm({
  scheme,
  item,
}: {
  readonly scheme: Scheme;
  readonly item: Item;
}): ReactElement {
  const set = (part: Partial<Item>): void => draftScheme(changeItem(scheme, item.code, part));
  const inGroups = scheme.groups
    .filter((group) => group.items.includes(item.code))
    .map((group) => group.name);
  const changeGroups = (names: readonly string[]): void =>
    draftScheme({
      ...scheme,
      groups: scheme.groups.map((group) => ({
        ...group,
        items: names.includes(group.name)
          ? scheme.items
              .map((one) => one.code)
              .filter((code) => code === item.code || group.items.includes(code))
          : group.items.filter((code) => code !== item.code),
      })),
    });
  return (
    <div className="sc-form">
      <p className="sc-says" aria-label="本项计分说明">
        {ruleWords(item, itemLabels)}。
      </p>
      <div className="form-grid">
        <label htmlFor="item-name">考核项</label>
        <Input
          id="item-name"
          value={item.name}
          onChange={(event) => set({ name: event.target.value })}
        />
        <label>算法</label>
        <Select
          aria-label="算法"
          value={item.rule.kind}
          options={[...RULE_KINDS]}
          onChange={(kind) => set({ rule: blankRule(kind) })}
        />
        {scheme.sheets.length < 2 ? null : (
          <>
            <label>在哪张表</label>
            <Select
              aria-label="在哪张表"
              value={item.sheet}
              options={scheme.sheets.map((sheet) => ({ value: sheet.name, label: sheet.name }))}
              onChange={(sheet) => set({ sheet })}
            />
          </>
        )}
        <label>考核哪些组</label>
        <Select
          mode="multiple"
          aria-label="考核哪些组"
          placeholder="尚未选择"
          value={inGroups}
          options={scheme.groups.map((group) => ({ value: group.name, label: group.name }))}
          onChange={changeGroups}
        />
        <label>分值</label>
        <RuleFigure
          label="分值"
          value={item.points}
          onChange={(points) => set({ points: points ?? '0' })}
        />
        <label>最多得</label>
        <RuleFigure
          label="最多得"
          value={item.most}
          empty="不封顶"
          onChange={(most) => set({ most })}
        />
        <label>最少得</label>
        <RuleFigure
          label="最少得"
          value={item.least}
          empty="不保底"
          onChange={(least) => set({ least })}
        />
      </div>
      <ForPeople
        value={scheme.groups.some(
          (group) => group.of === 'people' && group.items.includes(item.code),
        )}
      >
        <RuleForm rule={item.rule} onChange={(rule) => set({ rule })} />
      </ForPeople>
    </div>
  );
}
