/** Each kind of rule as the list of its fields. */
import { Button, Segmented } from 'antd';
import { Fragment, type ReactElement } from 'react';
import type { ScoreRule, ScoreSource } from '../../../../main/domain/scoring/scheme.ts';
import type { Field } from '../../../../main/domain/ledgers/field.ts';
import { FilterLines } from '../../../ui/filter-lines.tsx';
import { knownLedgerOf } from '../../../stores/ledgers.ts';
import { Boxes, drawn, figure, place, words, type SentenceBox } from '../shared/sentence.tsx';
import { INDICATOR } from './blank-rules.ts';
import {
  lineOfBoxes,
  lines,
  note,
  partsOfRule,
  sourceOfRule,
  type RuleOfKind,
  type RulePart,
} from './rule-parts.tsx';

const fieldsOf = (of: ScoreSource): readonly Field[] =>
  of.from === 'ledger' ? (knownLedgerOf(of.ledger)?.fields ?? []) : [];

type Tier = RuleOfKind<'tiered'>['tiers'][number];
type Under = RuleOfKind<'over'>['under'];
type UnderSteps = Extract<Under, { by: 'steps' }>;

/** Conditions that a record meets beside the size of its figure. */
const conditions = (fields: readonly Field[]): SentenceBox<Tier> =>
  drawn((tier, put) =>
    tier.only.length === 0 ? (
      <Button
        size="small"
        onClick={() => put({ ...tier, only: [{ field: fields[0]?.code ?? '', text: '' }] })}
      >
        另加条件
      </Button>
    ) : (
      <FilterLines fields={fields} lines={tier.only} onChange={(only) => put({ ...tier, only })} />
    ),
  );

const UNDER_STEPS: readonly SentenceBox<UnderSteps>[] = [
  '每欠',
  figure('every', '每欠'),
  '%扣',
  figure('take', '扣'),
  '分',
];

/** What is done with those who did not reach it. */
const under: SentenceBox<RuleOfKind<'over'>> = drawn((rule, put) => {
  const now = rule.under;
  return (
    <>
      <Segmented<Under['by']>
        aria-label="未达到的计分"
        value={now.by}
        options={[
          { value: 'share', label: '按比例得分' },
          { value: 'steps', label: '每欠多少扣多少' },
        ]}
        onChange={(by) =>
          put({ ...rule, under: by === 'share' ? { by } : { by, every: '5', take: '1' } })
        }
      />
      {now.by === 'steps' ? (
        <Boxes boxes={UNDER_STEPS} of={now} put={(next) => put({ ...rule, under: next })} />
      ) : null}
    </>
  );
});

const EVENTS = { label: '', source: { from: 'events' }, weight: '1' } as const;

const FORMS: { readonly [K in ScoreRule['kind']]: readonly RulePart<RuleOfKind<K>>[] } = {
  completion: [
    lineOfBoxes(
      '完成率最多算到',
      figure('cap', '完成率封顶', '不封顶'),
      '%，低于',
      figure('floor', '不得分下限', '没有下限'),
      '%不得分',
    ),
    partsOfRule('占', '%', { label: '', source: INDICATOR, weight: '0' }),
  ],
  steps: [
    sourceOfRule(),
    lines('steps', '分档', { from: '0', percent: '0' }, () => [
      '达到',
      figure('from', '达到'),
      '%，得分值的',
      figure('percent', '得分值的'),
      '%',
    ]),
  ],
  over: [
    sourceOfRule(),
    lineOfBoxes('达到100%得分值，每超', figure('every', '每超'), '%加', figure('add', '加'), '分'),
    lineOfBoxes('未达到', under),
  ],
  tiered: [
    sourceOfRule(['ledger']),
    lines('tiers', '档次', { from: '0', points: '0', only: [] } as Tier, (rule) => [
      figure('from', '档次下限'),
      `${rule.source.from === 'ledger' ? rule.source.measure : ''}以上，每个`,
      figure('points', '每个得分'),
      '分',
      conditions(fieldsOf(rule.source)),
    ]),
  ],
  quota: [
    sourceOfRule(['ledger']),
    lines('quotas', '定额', { rank: '', count: '1' }, () => [
      words('rank', '职级'),
      '每人',
      figure('count', '定额个数'),
      '个',
    ]),
    lineOfBoxes(
      '其他人每人',
      figure('others', '其他人定额'),
      '个；完成定额得',
      figure('met', '完成定额得'),
      '分，每多一个加',
      figure('further', '每多一个加'),
      '分',
    ),
  ],
  average: [
    sourceOfRule(),
    lines('bands', '高出平均', { to: null as string | null, each: '0' }, () => [
      '高出',
      figure('to', '高出', '再高'),
      '%以内，每1%加',
      figure('each', '每1%加'),
      '分',
    ]),
    lineOfBoxes('每低1%扣', figure('under', '每低1%扣'), '分'),
  ],
  places: [
    sourceOfRule(),
    lines('places', '名次', { to: 1, points: '0' }, () => [
      '到第',
      place('to', '到第几名'),
      '名，得',
      figure('points', '名次得分'),
      '分',
    ]),
  ],
  bonus: [partsOfRule('每次加', '分', EVENTS)],
  deduction: [partsOfRule('每次扣', '分', EVENTS)],
  manual: [
    lines('panels', '打分方', { name: '', percent: '0' }, () => [
      words('name', '打分的一方'),
      '占',
      figure('percent', '打分占'),
      '%',
    ]),
  ],
  veto: [note('请在“得分”中登记事项，出现一次即不参加排名。')],
};

export function RuleForm({
  rule,
  onChange,
}: {
  readonly rule: ScoreRule;
  readonly onChange: (rule: ScoreRule) => void;
}): ReactElement {
  const form: readonly RulePart<ScoreRule>[] = FORMS[rule.kind];
  return (
    <>
      {form.map((part, at) => (
        <Fragment key={`${rule.kind} ${at}`}>{part.draw(rule, onChange)}</Fragment>
      ))}
    </>
  );
}
