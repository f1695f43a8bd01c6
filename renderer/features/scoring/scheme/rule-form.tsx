/** Each kind of rule as its own small form. */
import { Button, Input, Segmented } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import type { ScorePart, ScoreRule } from '../../../../main/domain/scoring/scheme.ts';
import { FilterLines } from '../../../ui/filter-lines.tsx';
import { knownLedgerOf } from '../../../stores/ledgers.ts';
import { INDICATOR } from './draft.ts';
import { RuleFigure } from '../shared/figure.tsx';
import { SourceForm } from './source-form.tsx';

interface FormOf<K extends ScoreRule['kind']> {
  readonly rule: Extract<ScoreRule, { kind: K }>;
  readonly onChange: (rule: ScoreRule) => void;
}

export function RuleForm({
  rule,
  onChange,
}: {
  readonly rule: ScoreRule;
  readonly onChange: (rule: ScoreRule) => void;
}): ReactElement {
  switch (rule.kind) {
    case 'completion':
      return <Completion rule={rule} onChange={onChange} />;
    case 'steps':
      return (
        <>
          <SourceForm source={rule.source} onChange={(source) => onChange({ ...rule, source })} />
          <Lines
            label="分档"
            list={rule.steps}
            fresh={{ from: '0', percent: '0' }}
            onChange={(steps) => onChange({ ...rule, steps })}
            line={(step, set) => (
              <>
                达到
                <RuleFigure
                  label="达到"
                  value={step.from}
                  onChange={(from) => set({ ...step, from: from ?? '0' })}
                />
                %，得分值的
                <RuleFigure
                  label="得分值的"
                  value={step.percent}
                  onChange={(percent) => set({ ...step, percent: percent ?? '0' })}
                />
                %
              </>
            )}
          />
        </>
      );
    case 'over':
      return <Over rule={rule} onChange={onChange} />;
    case 'tiered':
      return <Tiered rule={rule} onChange={onChange} />;
    case 'quota':
      return <Quota rule={rule} onChange={onChange} />;
    case 'average':
      return (
        <>
          <SourceForm source={rule.source} onChange={(source) => onChange({ ...rule, source })} />
          <Lines
            label="高出平均"
            list={rule.bands}
            fresh={{ to: null, each: '0' }}
            onChange={(bands) => onChange({ ...rule, bands })}
            line={(band, set) => (
              <>
                高出
                <RuleFigure
                  label="高出"
                  value={band.to}
                  empty="再高"
                  onChange={(to) => set({ ...band, to })}
                />
                %以内，每1%加
                <RuleFigure
                  label="每1%加"
                  value={band.each}
                  onChange={(each) => set({ ...band, each: each ?? '0' })}
                />
                分
              </>
            )}
          />
          <div className="sc-line">
            每低1%扣
            <RuleFigure
              label="每低1%扣"
              value={rule.under}
              onChange={(under) => onChange({ ...rule, under: under ?? '0' })}
            />
            分
          </div>
        </>
      );
    case 'places':
      return (
        <>
          <SourceForm source={rule.source} onChange={(source) => onChange({ ...rule, source })} />
          <Lines
            label="名次"
            list={rule.places}
            fresh={{ to: 1, points: '0' }}
            onChange={(places) => onChange({ ...rule, places })}
            line={(place, set) => (
              <>
                到第
                <RuleFigure
                  label="到第几名"
                  value={String(place.to)}
                  onChange={(to) =>
                    set({ ...place, to: Math.max(1, Math.trunc(Number(to ?? '1'))) })
                  }
                />
                名，得
                <RuleFigure
                  label="名次得分"
                  value={place.points}
                  onChange={(points) => set({ ...place, points: points ?? '0' })}
                />
                分
              </>
            )}
          />
        </>
      );
    case 'bonus':
    case 'deduction':
      return (
        <Parts
          parts={rule.parts}
          word={rule.kind === 'bonus' ? '每次加' : '每次扣'}
          unit="分"
          onChange={(parts) => onChange({ ...rule, parts })}
          fresh={{ label: '', source: { from: 'events' }, weight: '1' }}
        />
      );
    case 'manual':
      return (
        <Lines
          label="谁打分"
          list={rule.panels}
          fresh={{ name: '', percent: '0' }}
          onChange={(panels) => onChange({ ...rule, panels })}
          line={(panel, set) => (
            <>
              <Input
                aria-label="打分的一方"
                value={panel.name}
                onChange={(event) => set({ ...panel, name: event.target.value })}
              />
              占
              <RuleFigure
                label="打分占"
                value={panel.percent}
                onChange={(percent) => set({ ...panel, percent: percent ?? '0' })}
              />
              %
            </>
          )}
        />
      );
    case 'veto':
      return <p className="muted">在“得分”里登记事项，出现一次就不排名。</p>;
  }
}

/** Lines that can be added and taken away. */
function Lines<T>({
  label,
  list,
  fresh,
  line,
  onChange,
}: {
  readonly label: string;
  readonly list: readonly T[];
  readonly fresh: T;
  readonly line: (one: T, set: (next: T) => void) => ReactNode;
  readonly onChange: (list: T[]) => void;
}): ReactElement {
  return (
    <div className="sc-lines" role="group" aria-label={label}>
      {list.map((one, at) => (
        <div key={at} className="sc-line">
          {line(one, (next) => onChange(list.with(at, next)))}
          <Button
            size="small"
            aria-label={`去掉第${at + 1}行`}
            disabled={list.length < 2}
            onClick={() => onChange(list.toSpliced(at, 1))}
          >
            ✕
          </Button>
        </div>
      ))}
      <Button size="small" onClick={() => onChange([...list, fresh])}>
        加一行
      </Button>
    </div>
  );
}

function Parts({
  parts,
  word,
  unit,
  fresh,
  onChange,
}: {
  readonly parts: readonly ScorePart[];
  readonly word: string;
  readonly unit: string;
  readonly fresh: ScorePart;
  readonly onChange: (parts: ScorePart[]) => void;
}): ReactElement {
  return (
    <>
      {parts.map((part, at) => (
        <div key={at} className="sc-part">
          <div className="sc-line">
            <Input
              aria-label="这部分叫什么"
              value={part.label}
              onChange={(event) => onChange(parts.with(at, { ...part, label: event.target.value }))}
            />
            {word}
            <RuleFigure
              label={word}
              value={part.weight}
              onChange={(weight) => onChange(parts.with(at, { ...part, weight: weight ?? '0' }))}
            />
            {unit}
            {parts.length < 2 ? null : (
              <Button
                size="small"
                aria-label={`去掉${part.label}`}
                onClick={() => onChange(parts.toSpliced(at, 1))}
              >
                ✕
              </Button>
            )}
          </div>
          <SourceForm
            source={part.source}
            onChange={(source) => onChange(parts.with(at, { ...part, source }))}
          />
        </div>
      ))}
      <Button size="small" onClick={() => onChange([...parts, fresh])}>
        加一部分
      </Button>
    </>
  );
}

function Completion({ rule, onChange }: FormOf<'completion'>): ReactElement {
  return (
    <>
      <div className="sc-line">
        完成率最多算到
        <RuleFigure
          label="完成率封顶"
          value={rule.cap}
          empty="不封顶"
          onChange={(cap) => onChange({ ...rule, cap })}
        />
        %，低于
        <RuleFigure
          label="不得分下限"
          value={rule.floor}
          empty="没有下限"
          onChange={(floor) => onChange({ ...rule, floor })}
        />
        %不得分
      </div>
      <Parts
        parts={rule.parts}
        word="占"
        unit="%"
        onChange={(parts) => onChange({ ...rule, parts })}
        fresh={{ label: '', source: INDICATOR, weight: '0' }}
      />
    </>
  );
}

function Over({ rule, onChange }: FormOf<'over'>): ReactElement {
  const { under } = rule;
  return (
    <>
      <SourceForm source={rule.source} onChange={(source) => onChange({ ...rule, source })} />
      <div className="sc-line">
        达到100%得分值，每超
        <RuleFigure
          label="每超"
          value={rule.every}
          onChange={(every) => onChange({ ...rule, every: every ?? '0' })}
        />
        %加
        <RuleFigure
          label="加"
          value={rule.add}
          onChange={(add) => onChange({ ...rule, add: add ?? '0' })}
        />
        分
      </div>
      <div className="sc-line">
        没达到
        <Segmented<'share' | 'steps'>
          aria-label="没达到怎么算"
          value={under.by}
          options={[
            { value: 'share', label: '按比例得分' },
            { value: 'steps', label: '每欠多少扣多少' },
          ]}
          onChange={(by) =>
            onChange({ ...rule, under: by === 'share' ? { by } : { by, every: '5', take: '1' } })
          }
        />
        {under.by === 'steps' ? (
          <>
            每欠
            <RuleFigure
              label="每欠"
              value={under.every}
              onChange={(every) => onChange({ ...rule, under: { ...under, every: every ?? '0' } })}
            />
            %扣
            <RuleFigure
              label="扣"
              value={under.take}
              onChange={(take) => onChange({ ...rule, under: { ...under, take: take ?? '0' } })}
            />
            分
          </>
        ) : null}
      </div>
    </>
  );
}

function Tiered({ rule, onChange }: FormOf<'tiered'>): ReactElement {
  const { source } = rule;
  const fields = source.from === 'ledger' ? (knownLedgerOf(source.ledger)?.fields ?? []) : [];
  const measure = source.from === 'ledger' ? source.measure : '';
  return (
    <>
      <SourceForm
        source={source}
        only={['ledger']}
        onChange={(next) => onChange({ ...rule, source: next })}
      />
      <Lines
        label="档次"
        list={rule.tiers}
        fresh={{ from: '0', points: '0', only: [] }}
        onChange={(tiers) => onChange({ ...rule, tiers })}
        line={(tier, set) => (
          <>
            <RuleFigure
              label="档次下限"
              value={tier.from}
              onChange={(from) => set({ ...tier, from: from ?? '0' })}
            />
            {measure}以上，每个
            <RuleFigure
              label="每个得分"
              value={tier.points}
              onChange={(points) => set({ ...tier, points: points ?? '0' })}
            />
            分
            {tier.only.length === 0 ? (
              <Button
                size="small"
                onClick={() => set({ ...tier, only: [{ field: fields[0]?.code ?? '', text: '' }] })}
              >
                另加条件
              </Button>
            ) : (
              <FilterLines
                fields={fields}
                lines={tier.only}
                onChange={(only) => set({ ...tier, only })}
              />
            )}
          </>
        )}
      />
    </>
  );
}

function Quota({ rule, onChange }: FormOf<'quota'>): ReactElement {
  return (
    <>
      <SourceForm
        source={rule.source}
        only={['ledger']}
        onChange={(source) => onChange({ ...rule, source })}
      />
      <Lines
        label="定额"
        list={rule.quotas}
        fresh={{ rank: '', count: '1' }}
        onChange={(quotas) => onChange({ ...rule, quotas })}
        line={(quota, set) => (
          <>
            <Input
              aria-label="职级"
              value={quota.rank}
              onChange={(event) => set({ ...quota, rank: event.target.value })}
            />
            每人
            <RuleFigure
              label="定额个数"
              value={quota.count}
              onChange={(count) => set({ ...quota, count: count ?? '0' })}
            />
            个
          </>
        )}
      />
      <div className="sc-line">
        其他人每人
        <RuleFigure
          label="其他人定额"
          value={rule.others}
          onChange={(others) => onChange({ ...rule, others: others ?? '0' })}
        />
        个；完成定额得
        <RuleFigure
          label="完成定额得"
          value={rule.met}
          onChange={(met) => onChange({ ...rule, met: met ?? '0' })}
        />
        分，每多一个加
        <RuleFigure
          label="每多一个加"
          value={rule.further}
          onChange={(further) => onChange({ ...rule, further: further ?? '0' })}
        />
        分
      </div>
    </>
  );
}
