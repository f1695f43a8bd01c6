/**
 * One reward rule as the list of its fields: its paper and validity, what it is reckoned on, caps,
 * once, best-of and instalments.
 */
import { Button, Checkbox, Input, Segmented, Select } from 'antd';
import type { ReactElement } from 'react';
import { CURRENCIES, CURRENCY_NAMES } from '../../../../main/domain/exact/measure.ts';
import type { RewardRule } from '../../../../main/domain/rewards/rule.ts';
import { STAGES, type Stage } from '../../../../main/domain/ledgers/stage.ts';
import { useCall } from '../../../bridge/bridge.ts';
import { knownLedgerOf } from '../../../stores/ledgers.ts';
import { FilterLines } from '../../../ui/filter-lines.tsx';
import {
  Boxes,
  drawn,
  figure,
  choiceAmong,
  words,
  wordsOrNone,
  type SentenceBox,
} from '../shared/sentence.tsx';
import { beginning, RewardWhat } from './reward-what.tsx';

/** A field with its label; several boxes stand in one line. */
interface RewardField {
  readonly label: string;
  /** the id of its only box */
  readonly id?: string;
  /** which rules have it; all where absent */
  readonly of?: (rule: RewardRule) => boolean;
  readonly boxes: readonly SentenceBox<RewardRule>[];
}

type Instalment = RewardRule['instalments'][number];
const KINDS = [
  { value: 'share', label: '按资金比例' },
  { value: 'fixed', label: '按规模定额' },
  { value: 'graded', label: '按考核结果' },
] as const;

const code: SentenceBox<RewardRule> = drawn((rule, put) => (
  <Input
    id="reward-code"
    value={rule.code}
    suffix={<span className="muted">以后年度继续认可</span>}
    onChange={(event) => put({ ...rule, code: event.target.value })}
  />
));

/** The fair competition review: none where both are empty. */
const review = (part: 'by' | 'date', label: string, placeholder: string): SentenceBox<RewardRule> =>
  drawn((rule, put) => {
    const now = rule.review ?? { by: '', date: '' };
    return (
      <Input
        aria-label={label}
        value={now[part]}
        placeholder={placeholder}
        onChange={(event) => {
          const next = { ...now, [part]: event.target.value.trim() };
          put({ ...rule, review: next.by === '' && next.date === '' ? null : next });
        }}
      />
    );
  });

/** Before what it is reckoned on. */
const HEAD: readonly RewardField[] = [
  { label: '名称', id: 'reward-name', boxes: [words('name', '名称', 'reward-name')] },
  { label: '编号', id: 'reward-code', boxes: [code] },
  { label: '文号', id: 'reward-document', boxes: [words('document', '文号', 'reward-document')] },
  {
    label: '有效期',
    boxes: [
      wordsOrNone('from', '起始日期', '2012-01-01，可不填'),
      '到',
      wordsOrNone('until', '截止日期', '可不填'),
    ],
  },
  {
    label: '公平竞争审查',
    boxes: [
      review('by', '审查单位', '审查单位'),
      review('date', '审查日期', '2012-01-05'),
      drawn((rule) =>
        rule.review === null ? <span className="muted">没有审查，不能发放</span> : null,
      ),
    ],
  },
  {
    label: '奖给',
    boxes: [
      drawn((rule, put) => (
        <Segmented<RewardRule['to']>
          aria-label="奖给"
          value={rule.to}
          options={[
            { value: 'people', label: '个人' },
            { value: 'units', label: '单位' },
          ]}
          onChange={(to) => put({ ...rule, to, ...(to === 'people' ? { beyond: null } : {}) })}
        />
      )),
    ],
  },
  {
    label: '奖励方式',
    boxes: [
      drawn((rule, put) => (
        <Segmented
          aria-label="奖励方式"
          value={rule.what.kind}
          options={[...KINDS]}
          onChange={(kind) =>
            put({
              ...rule,
              what: beginning(kind),
              ...(kind === 'share' ? {} : { beyond: null }),
            })
          }
        />
      )),
    ],
  },
  {
    label: '币种',
    boxes: [
      drawn((rule, put) => (
        <Select
          aria-label="币种"
          value={rule.currency}
          options={CURRENCIES.map((value) => ({ value, label: CURRENCY_NAMES[value] }))}
          onChange={(currency) => put({ ...rule, currency })}
        />
      )),
    ],
  },
];

const isOfMoney = (rule: RewardRule): boolean => rule.what.kind !== 'graded';

/** After what it is reckoned on. */
const FOOT: readonly RewardField[] = [
  {
    label: '只奖',
    of: isOfMoney,
    boxes: [
      drawn((rule, put) => (
        <FilterLines
          fields={knownLedgerOf('project')?.fields ?? []}
          lines={rule.filters}
          onChange={(filters) => put({ ...rule, filters })}
        />
      )),
    ],
  },
  {
    label: '资金计算期间',
    of: isOfMoney,
    boxes: [
      choiceAmong('within', '资金计算期间', [
        { value: 'year', label: '本年到位的' },
        { value: 'ever', label: '历年全部' },
      ]),
    ],
  },
  {
    label: '任务内不奖',
    of: (rule) => rule.to !== 'people' && rule.what.kind === 'share',
    boxes: [
      drawn((rule, put) => (
        <Beyond value={rule.beyond} onChange={(beyond) => put({ ...rule, beyond })} />
      )),
    ],
  },
  {
    label: '封顶，元',
    boxes: [
      '单笔',
      figure('mostPerAward', '单笔封顶', '不封顶'),
      '每个得奖者',
      figure('mostPerReceiver', '每个得奖者封顶', '不封顶'),
      '总额',
      figure('mostInAll', '总额封顶', '不封顶'),
    ],
  },
  {
    label: '重复',
    boxes: [
      drawn((rule, put) => (
        <Checkbox
          checked={rule.once}
          onChange={(event) => put({ ...rule, once: event.target.checked })}
        >
          一个项目只奖一次
        </Checkbox>
      )),
      '就高不重复，同组',
      wordsOrNone('best', '就高不重复的组', '没有'),
    ],
  },
  {
    label: '分期',
    boxes: [
      drawn((rule, put) => (
        <Instalments
          list={rule.instalments}
          onChange={(instalments) => put({ ...rule, instalments })}
        />
      )),
    ],
  },
];

export function RewardRuleForm({
  rule,
  onChange,
}: {
  readonly rule: RewardRule;
  readonly onChange: (rule: RewardRule) => void;
}): ReactElement {
  return (
    <div className="sc-form">
      <Fields list={HEAD} rule={rule} onChange={onChange} />
      <RewardWhat what={rule.what} put={(what) => onChange({ ...rule, what })} />
      <Fields list={FOOT} rule={rule} onChange={onChange} />
    </div>
  );
}

function Fields({
  list,
  rule,
  onChange,
}: {
  readonly list: readonly RewardField[];
  readonly rule: RewardRule;
  readonly onChange: (rule: RewardRule) => void;
}): ReactElement {
  return (
    <div className="form-grid">
      {list
        .filter((field) => field.of?.(rule) !== false)
        .flatMap(({ label, id, boxes }) => [
          <label key={label} {...(id === undefined ? {} : { htmlFor: id })}>
            {label}
          </label>,
          <div key={`${label} boxes`} {...(id === undefined ? { className: 'sc-line' } : {})}>
            <Boxes boxes={boxes} of={rule} put={onChange} />
          </div>,
        ])}
    </div>
  );
}

/** Only what goes beyond the unit's task of an indicator. */
function Beyond({
  value,
  onChange,
}: {
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
}): ReactElement {
  const { value: indicators } = useCall('indicators.list', {}, ['indicator']);
  return (
    <Select
      aria-label="任务内不奖"
      value={value ?? ''}
      options={[
        { value: '', label: '不扣任务' },
        ...(indicators ?? []).map((one) => ({
          value: one.name,
          label: `超过“${one.name}”任务的部分才奖`,
        })),
      ]}
      onChange={(name) => onChange(name === '' ? null : name)}
    />
  );
}

const INSTALMENT: readonly SentenceBox<Instalment>[] = [
  figure('percent', '这一期'),
  '%，',
  drawn((one, put) => (
    <Select<Stage | ''>
      aria-label="兑现节点"
      value={one.stage ?? ''}
      popupMatchSelectWidth={false}
      options={[
        { value: '' as const, label: '公示期满即兑现' },
        ...STAGES.map((stage) => ({ value: stage.value, label: `项目${stage.label}后付` })),
      ]}
      onChange={(stage) => put({ ...one, stage: stage === '' ? null : stage })}
    />
  )),
];
const THREE: readonly Instalment[] = [
  { percent: '40', stage: 'started' },
  { percent: '30', stage: 'completed' },
  { percent: '30', stage: 'producing' },
];

function Instalments({
  list,
  onChange,
}: {
  readonly list: readonly Instalment[];
  readonly onChange: (list: Instalment[]) => void;
}): ReactElement {
  return (
    <div className="sc-lines">
      {list.length === 0 ? <span className="muted">一次兑现</span> : null}
      {list.map((one, at) => (
        <div key={at} className="sc-line">
          <Boxes boxes={INSTALMENT} of={one} put={(next) => onChange(list.with(at, next))} />
          <Button
            size="small"
            aria-label="去掉这一期"
            onClick={() => onChange(list.toSpliced(at, 1))}
          >
            ✕
          </Button>
        </div>
      ))}
      <Button
        size="small"
        onClick={() =>
          onChange(list.length === 0 ? [...THREE] : [...list, { percent: '0', stage: null }])
        }
      >
        {list.length === 0 ? '分期兑现' : '加一期'}
      </Button>
    </div>
  );
}
