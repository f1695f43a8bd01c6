/**
 * Forms of rules from their field lists: every kind shows its fields, and a box puts what was typed
 * where it belongs.
 */
import { createElement, isValidElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { ScoreRule } from '../../main/domain/scoring/scheme.ts';
import { blankRule } from '../../renderer/features/scoring/scheme/blank-rules.ts';
import { RuleForm } from '../../renderer/features/scoring/scheme/rule-form.tsx';
import { beginning, RewardWhat } from '../../renderer/features/scoring/rewards/reward-what.tsx';
import {
  figure,
  place,
  words,
  wordsOrNone,
  type SentenceBox,
} from '../../renderer/features/scoring/shared/sentence.tsx';

const ignore = (): void => undefined;
const labelsIn = (markup: string): readonly string[] =>
  [...markup.matchAll(/aria-label="([^"]*)"/g)].map(([, label = '']) => label);

test.each<[ScoreRule['kind'], readonly string[]]>([
  ['completion', ['完成率封顶', '不得分下限', '本部分名称', '占']],
  ['steps', ['分档', '达到', '得分值的', '去掉第1行']],
  ['over', ['每超', '加', '未达到的计分']],
  ['tiered', ['档次', '档次下限', '每个得分']],
  ['quota', ['定额', '职级', '定额个数', '其他人定额', '完成定额得', '每多一个加']],
  ['average', ['高出平均', '高出', '每1%加', '每低1%扣']],
  ['places', ['名次', '到第几名', '名次得分']],
  ['bonus', ['本部分名称', '每次加']],
  ['deduction', ['本部分名称', '每次扣']],
  ['manual', ['打分方', '打分的一方', '打分占']],
])('a rule by %s shows its fields', (kind, expected) => {
  const labels = labelsIn(
    renderToStaticMarkup(createElement(RuleForm, { rule: blankRule(kind), onChange: ignore })),
  );
  expect(expected.filter((label) => !labels.includes(label))).toEqual([]);
});

test.each([
  ['share', ['依据的数', '全额还是超额', '比例单位', '档次下限', '比例', '去掉这档']],
  ['fixed', ['依据的数', '档次下限', '定额', '去掉这档']],
  ['graded', ['考核分组', '等次', '名次到', '奖']],
] as const)('a reward by %s shows its fields', (kind, expected) => {
  const labels = labelsIn(
    renderToStaticMarkup(createElement(RewardWhat, { what: beginning(kind), put: ignore })),
  );
  expect(expected.filter((label) => !labels.includes(label))).toEqual([]);
});

/** What a box puts when its control says `value`. */
function putBy<T>(box: SentenceBox<T>, of: T, value: unknown): T | null {
  let put: T | null = null;
  const drawn: ReactNode =
    typeof box === 'string' ? null : box.draw(of, (next) => void (put = next));
  if (isValidElement<{ onChange(value: unknown): void }>(drawn)) drawn.props.onChange(value);
  return put;
}
const typed = (text: string) => ({ target: { value: text } });

test('an empty figure is 0, or none where that means something', () => {
  const of = { each: '1', to: '5' };
  expect(putBy(figure('each', '每'), of, '2.5')).toEqual({ each: '2.5', to: '5' });
  expect(putBy(figure('each', '每'), of, null)).toEqual({ each: '0', to: '5' });
  expect(putBy(figure('to', '到', '再高'), of, null)).toEqual({ each: '1', to: null });
});

test('a place is a whole number from 1, or none where that means something', () => {
  expect(putBy(place('to', '到'), { to: 3 }, '2.9')).toEqual({ to: 2 });
  expect(putBy(place('to', '到'), { to: 3 }, null)).toEqual({ to: 1 });
  expect(putBy(place('to', '到', '不论'), { to: 3 }, null)).toEqual({ to: null });
});

test('words are kept as typed; those that may be missing are none where only spaces are', () => {
  expect(putBy(words('name', '叫'), { name: '甲' }, typed('乙 '))).toEqual({ name: '乙 ' });
  expect(putBy(wordsOrNone('best', '组', ''), { best: '甲' }, typed('  '))).toEqual({ best: null });
});
