/** One reward rule: its paper and validity, what it is reckoned on, tiers, caps, once, best-of and instalments. */
import { Button, Checkbox, Input, Segmented, Select } from 'antd';
import type { ReactElement } from 'react';
import { CURRENCIES, CURRENCY_NAMES } from '../../../../main/domain/exact/measure.ts';
import { BASES, type RewardKind, type RewardRule } from '../../../../main/domain/rewards/rule.ts';
import { STAGES, type Stage } from '../../../../main/domain/ledgers/stage.ts';
import { useCall } from '../../../bridge/bridge.ts';
import { knownLedgerOf } from '../../../stores/ledgers.ts';
import { FilterLines } from '../../../ui/filter-lines.tsx';
import { RuleFigure } from '../shared/figure.tsx';

interface Props {
  readonly rule: RewardRule;
  readonly onChange: (rule: RewardRule) => void;
}
const blank = (text: string): string | null => (text.trim() === '' ? null : text.trim());
const KINDS = [
  { value: 'share', label: '按资金比例' },
  { value: 'fixed', label: '按规模定额' },
  { value: 'graded', label: '按考核结果' },
] as const;

export function RewardRuleForm({ rule, onChange }: Props): ReactElement {
  const { value: indicators } = useCall('indicators.list', {}, ['indicator']);
  const set = (part: Partial<RewardRule>): void => onChange({ ...rule, ...part });
  const review = rule.review ?? { by: '', date: '' };
  const setReview = (part: Partial<typeof review>): void => {
    const next = { ...review, ...part };
    set({ review: next.by === '' && next.date === '' ? null : next });
  };
  const change = (kind: RewardKind['kind']): void =>
    set({ what: beginning(kind), ...(kind === 'share' ? {} : { beyond: null }) });
  return (
    <div className="sc-form">
      <div className="form-grid">
        <label htmlFor="reward-name">名称</label>
        <Input
          id="reward-name"
          value={rule.name}
          onChange={(event) => set({ name: event.target.value })}
        />
        <label htmlFor="reward-code">编号</label>
        <Input
          id="reward-code"
          value={rule.code}
          suffix={<span className="muted">以后年度也认它</span>}
          onChange={(event) => set({ code: event.target.value })}
        />
        <label htmlFor="reward-document">文号</label>
        <Input
          id="reward-document"
          value={rule.document}
          onChange={(event) => set({ document: event.target.value })}
        />
        <label>有效期</label>
        <div className="sc-line">
          <Input
            aria-label="起始日期"
            value={rule.from ?? ''}
            placeholder="2012-01-01，可空着"
            onChange={(event) => set({ from: blank(event.target.value) })}
          />
          到
          <Input
            aria-label="截止日期"
            value={rule.until ?? ''}
            placeholder="可空着"
            onChange={(event) => set({ until: blank(event.target.value) })}
          />
        </div>
        <label>公平竞争审查</label>
        <div className="sc-line">
          <Input
            aria-label="审查单位"
            value={review.by}
            placeholder="审查单位"
            onChange={(event) => setReview({ by: event.target.value.trim() })}
          />
          <Input
            aria-label="审查日期"
            value={review.date}
            placeholder="2012-01-05"
            onChange={(event) => setReview({ date: event.target.value.trim() })}
          />
          {rule.review === null ? <span className="muted">没有审查，不能发放</span> : null}
        </div>
        <label>奖给</label>
        <Segmented<RewardRule['to']>
          aria-label="奖给"
          value={rule.to}
          options={[
            { value: 'people', label: '个人' },
            { value: 'units', label: '单位' },
          ]}
          onChange={(to) => set({ to, ...(to === 'people' ? { beyond: null } : {}) })}
        />
        <label>怎么奖</label>
        <Segmented
          aria-label="怎么奖"
          value={rule.what.kind}
          options={[...KINDS]}
          onChange={change}
        />
        <label>币种</label>
        <Select
          aria-label="币种"
          value={rule.currency}
          options={CURRENCIES.map((code) => ({ value: code, label: CURRENCY_NAMES[code] }))}
          onChange={(currency) => set({ currency })}
        />
      </div>
      <What rule={rule} onChange={onChange} />
      <div className="form-grid">
        {rule.what.kind === 'graded' ? null : (
          <>
            <label>只奖</label>
            <FilterLines
              fields={knownLedgerOf('project')?.fields ?? []}
              lines={rule.filters}
              onChange={(filters) => set({ filters })}
            />
            <label>算多久的资金</label>
            <Segmented<RewardRule['within']>
              aria-label="算多久的资金"
              value={rule.within}
              options={[
                { value: 'year', label: '本年到位的' },
                { value: 'ever', label: '历年全部' },
              ]}
              onChange={(within) => set({ within })}
            />
            {rule.to === 'people' || rule.what.kind !== 'share' ? null : (
              <>
                <label>任务内不奖</label>
                <Select
                  aria-label="任务内不奖"
                  value={rule.beyond ?? ''}
                  options={[
                    { value: '', label: '不扣任务' },
                    ...(indicators ?? []).map((one) => ({
                      value: one.name,
                      label: `超过“${one.name}”任务的部分才奖`,
                    })),
                  ]}
                  onChange={(name) => set({ beyond: name === '' ? null : name })}
                />
              </>
            )}
          </>
        )}
        <label>封顶，元</label>
        <div className="sc-line">
          单笔
          <RuleFigure
            label="单笔封顶"
            value={rule.mostPerAward}
            empty="不封顶"
            onChange={(mostPerAward) => set({ mostPerAward })}
          />
          每个得奖者
          <RuleFigure
            label="每个得奖者封顶"
            value={rule.mostPerReceiver}
            empty="不封顶"
            onChange={(mostPerReceiver) => set({ mostPerReceiver })}
          />
          总额
          <RuleFigure
            label="总额封顶"
            value={rule.mostInAll}
            empty="不封顶"
            onChange={(mostInAll) => set({ mostInAll })}
          />
        </div>
        <label>重复</label>
        <div className="sc-line">
          <Checkbox checked={rule.once} onChange={(event) => set({ once: event.target.checked })}>
            一个项目只奖一次
          </Checkbox>
          就高不重复，同组
          <Input
            aria-label="就高不重复的组"
            value={rule.best ?? ''}
            placeholder="没有"
            onChange={(event) => set({ best: blank(event.target.value) })}
          />
        </div>
        <label>分期</label>
        <div className="sc-lines">
          {rule.instalments.length === 0 ? (
            <span className="muted">一次兑现</span>
          ) : (
            rule.instalments.map((one, at) => (
              <div key={at} className="sc-line">
                <RuleFigure
                  label="这一期"
                  value={one.percent}
                  onChange={(percent) =>
                    set({
                      instalments: rule.instalments.with(at, { ...one, percent: percent ?? '0' }),
                    })
                  }
                />
                %，
                <Select<Stage | ''>
                  aria-label="到哪一步付"
                  value={one.stage ?? ''}
                  popupMatchSelectWidth={false}
                  options={[
                    { value: '' as const, label: '公示期满就付' },
                    ...STAGES.map((stage) => ({
                      value: stage.value,
                      label: `项目${stage.label}后付`,
                    })),
                  ]}
                  onChange={(stage) =>
                    set({
                      instalments: rule.instalments.with(at, {
                        ...one,
                        stage: stage === '' ? null : stage,
                      }),
                    })
                  }
                />
                <Button
                  size="small"
                  aria-label="去掉这一期"
                  onClick={() => set({ instalments: rule.instalments.toSpliced(at, 1) })}
                >
                  ✕
                </Button>
              </div>
            ))
          )}
          <Button
            size="small"
            onClick={() =>
              set({
                instalments:
                  rule.instalments.length === 0
                    ? [
                        { percent: '40', stage: 'started' },
                        { percent: '30', stage: 'completed' },
                        { percent: '30', stage: 'producing' },
                      ]
                    : [...rule.instalments, { percent: '0', stage: null }],
              })
            }
          >
            {rule.instalments.length === 0 ? '分期兑现' : '加一期'}
          </Button>
        </div>
      </div>
    </div>
  );
}

function beginning(kind: RewardKind['kind']): RewardKind {
  if (kind === 'share')
    return {
      kind,
      base: 'recognised',
      per: '‰',
      mode: 'marginal',
      tiers: [{ from: '0', rate: '3' }],
    };
  return kind === 'fixed'
    ? { kind, base: 'recognised', tiers: [{ from: '0', amount: '50000' }] }
    : { kind, group: '乡镇组', sums: [{ grade: null, toPlace: 1, amount: '10000' }] };
}

function What({ rule, onChange }: Props): ReactElement {
  const { what } = rule;
  const put = (next: RewardKind): void => onChange({ ...rule, what: next });
  if (what.kind === 'graded') {
    return (
      <fieldset className="sc-group" aria-label="等次和金额">
        <div className="sc-line">
          考核分组
          <Input
            aria-label="考核分组"
            value={what.group}
            onChange={(event) => put({ ...what, group: event.target.value })}
          />
        </div>
        {what.sums.map((one, at) => (
          <div key={at} className="sc-line">
            等次
            <Input
              aria-label="等次"
              value={one.grade ?? ''}
              placeholder="不论"
              onChange={(event) =>
                put({
                  ...what,
                  sums: what.sums.with(at, { ...one, grade: blank(event.target.value) }),
                })
              }
            />
            名次到第
            <RuleFigure
              label="名次到"
              value={one.toPlace === null ? null : String(one.toPlace)}
              empty="不论"
              onChange={(to) =>
                put({
                  ...what,
                  sums: what.sums.with(at, {
                    ...one,
                    toPlace: to === null ? null : Math.max(1, Math.trunc(Number(to))),
                  }),
                })
              }
            />
            名，奖
            <RuleFigure
              label="奖"
              value={one.amount}
              onChange={(amount) =>
                put({ ...what, sums: what.sums.with(at, { ...one, amount: amount ?? '0' }) })
              }
            />
            元
          </div>
        ))}
        <Button
          size="small"
          onClick={() =>
            put({
              ...what,
              sums: [...what.sums, { grade: null, toPlace: what.sums.length + 1, amount: '0' }],
            })
          }
        >
          加一行
        </Button>
      </fieldset>
    );
  }
  return (
    <fieldset className="sc-group" aria-label="档次">
      <div className="sc-line">
        看
        <Select
          aria-label="看哪个数"
          value={what.base}
          options={[...BASES]}
          popupMatchSelectWidth={false}
          onChange={(base) => put({ ...what, base })}
        />
        {what.kind === 'share' ? (
          <>
            <Segmented<'marginal' | 'whole'>
              aria-label="全额还是超额"
              value={what.mode}
              options={[
                { value: 'marginal', label: '超额累进' },
                { value: 'whole', label: '全额' },
              ]}
              onChange={(mode) => put({ ...what, mode })}
            />
            <Segmented<'%' | '‰'>
              aria-label="比例单位"
              value={what.per}
              options={['‰', '%']}
              onChange={(per) => put({ ...what, per })}
            />
          </>
        ) : null}
      </div>
      {what.kind === 'share'
        ? what.tiers.map((tier, at) => (
            <div key={at} className="sc-line">
              <RuleFigure
                label="档次下限"
                value={tier.from}
                onChange={(from) =>
                  put({ ...what, tiers: what.tiers.with(at, { ...tier, from: from ?? '0' }) })
                }
              />
              万以上，
              <RuleFigure
                label="比例"
                value={tier.rate}
                onChange={(rate) =>
                  put({ ...what, tiers: what.tiers.with(at, { ...tier, rate: rate ?? '0' }) })
                }
              />
              {what.per}
              <Button
                size="small"
                aria-label="去掉这档"
                disabled={what.tiers.length < 2}
                onClick={() => put({ ...what, tiers: what.tiers.toSpliced(at, 1) })}
              >
                ✕
              </Button>
            </div>
          ))
        : what.tiers.map((tier, at) => (
            <div key={at} className="sc-line">
              <RuleFigure
                label="档次下限"
                value={tier.from}
                onChange={(from) =>
                  put({ ...what, tiers: what.tiers.with(at, { ...tier, from: from ?? '0' }) })
                }
              />
              万以上，奖
              <RuleFigure
                label="定额"
                value={tier.amount}
                onChange={(amount) =>
                  put({ ...what, tiers: what.tiers.with(at, { ...tier, amount: amount ?? '0' }) })
                }
              />
              元
              <Button
                size="small"
                aria-label="去掉这档"
                disabled={what.tiers.length < 2}
                onClick={() => put({ ...what, tiers: what.tiers.toSpliced(at, 1) })}
              >
                ✕
              </Button>
            </div>
          ))}
      <Button
        size="small"
        onClick={() =>
          what.kind === 'share'
            ? put({
                ...what,
                tiers: [...what.tiers, { from: what.tiers.at(-1)?.from ?? '0', rate: '0' }],
              })
            : put({
                ...what,
                tiers: [...what.tiers, { from: what.tiers.at(-1)?.from ?? '0', amount: '0' }],
              })
        }
      >
        加一档
      </Button>
    </fieldset>
  );
}
