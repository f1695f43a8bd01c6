/** One indicator's form: name and measure, how it adds up, 其中, and where its figures come from. */
import { Button, Checkbox, Input, InputNumber, Radio, Select } from 'antd';
import { useState, type ReactElement } from 'react';
import type { Indicator, IndicatorInput } from '../../../preload/contract/targets.ts';
import { call } from '../../bridge/bridge.ts';
import { sentenceOf } from '../../stores/sentence.ts';
import { say } from '../../stores/status.ts';
import { CountedForm, NEW_COUNTED } from './counted-form.tsx';
import { FaultLine } from '../../ui/form-parts.tsx';

export interface IndicatorFormProps {
  readonly id: number | null;
  readonly first: IndicatorInput | Indicator;
  readonly others: readonly Indicator[];
  readonly year: number;
  readonly onSaved: (id: number) => void;
  /** the records counted are shown on their own page */
  readonly onOpened: () => void;
}

export function IndicatorForm({
  id,
  first,
  others,
  year,
  onSaved,
  onOpened,
}: IndicatorFormProps): ReactElement {
  const [draft, setDraft] = useState<IndicatorInput>(() => inputOf(first));
  const [fault, setFault] = useState('');
  const set = (part: Partial<IndicatorInput>): void => setDraft({ ...draft, ...part });
  const save = (): void => {
    call('indicators.save', { id, indicator: draft }).then(
      (saved) => {
        say(`指标“${saved.name}”已保存。`);
        setFault('');
        onSaved(saved.id);
      },
      (thrown: unknown) => setFault(sentenceOf(thrown)),
    );
  };
  const options = others.map((one) => ({ value: one.id, label: one.name }));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <div className="form-grid">
        <NameParts draft={draft} set={set} isNew={id === null} />
        <label htmlFor="indicator-category">类别</label>
        <Input
          id="indicator-category"
          value={draft.category ?? ''}
          onChange={(event) =>
            set({ category: event.target.value === '' ? null : event.target.value })
          }
        />
        <label>小数位</label>
        <InputNumber
          aria-label="小数位"
          min={0}
          max={6}
          value={draft.places}
          onChange={(places) => set({ places: places ?? 0 })}
        />
        <label>评价方向</label>
        <Radio.Group
          value={draft.direction}
          onChange={(event) => set({ direction: event.target.value as Indicator['direction'] })}
          options={[
            { value: 'up', label: '越多越好' },
            { value: 'down', label: '越少越好' },
          ]}
        />
        <label>性质</label>
        <Radio.Group
          value={draft.kind}
          onChange={(event) => set({ kind: event.target.value as Indicator['kind'] })}
          options={[
            { value: 'flow', label: '逐月累计' },
            { value: 'stock', label: '期末数' },
            { value: 'ratio', label: '比率' },
          ]}
        />
        <RollupParts draft={draft} set={set} options={options} />
        <label>其中，属于</label>
        <Select
          aria-label="其中，属于"
          allowClear
          value={draft.parent}
          options={options}
          placeholder="不是其中项"
          onChange={(parent?: number) => set({ parent: parent ?? null })}
        />
        <label htmlFor="indicator-remark">备注</label>
        <Input
          id="indicator-remark"
          value={draft.remark ?? ''}
          onChange={(event) =>
            set({ remark: event.target.value === '' ? null : event.target.value })
          }
        />
        <label>数从</label>
        <Radio.Group
          value={draft.counted === null ? 'typed' : 'counted'}
          onChange={(event) =>
            set({ counted: event.target.value === 'typed' ? null : NEW_COUNTED })
          }
          options={[
            { value: 'typed', label: '月月填报' },
            { value: 'counted', label: '台账里数' },
          ]}
        />
        {draft.counted === null ? null : (
          <div className="wide">
            <CountedForm
              counted={{ ...draft.counted, filters: draft.counted.filters ?? [] }}
              measure={draft.measure}
              kind={draft.kind}
              year={year}
              onChange={(counted) => set({ counted })}
              onOpened={onOpened}
            />
          </div>
        )}
        <span />
        <Checkbox
          checked={draft.retired}
          onChange={(event) => set({ retired: event.target.checked })}
        >
          停用，保留旧数
        </Checkbox>
      </div>
      <FaultLine fault={fault} />
      <div className="tg-buttons">
        <Button type="primary" htmlType="submit">
          保存
        </Button>
      </div>
    </form>
  );
}

interface DraftParts {
  readonly draft: IndicatorInput;
  readonly set: (part: Partial<IndicatorInput>) => void;
}

/** What it is called, here and in others' tables, and what it is counted in. */
function NameParts({ draft, set, isNew }: DraftParts & { readonly isNew: boolean }): ReactElement {
  return (
    <>
      <label htmlFor="indicator-name">名称</label>
      <Input
        id="indicator-name"
        autoFocus={isNew}
        value={draft.name}
        onChange={(event) => set({ name: event.target.value })}
      />
      <label htmlFor="indicator-aliases">别名</label>
      <Input
        id="indicator-aliases"
        value={draft.aliases ?? ''}
        placeholder="表里的其他叫法，用、隔开"
        onChange={(event) => set({ aliases: event.target.value })}
      />
      <label htmlFor="indicator-measure">计量单位</label>
      <Input
        id="indicator-measure"
        value={draft.measure}
        placeholder="如亿元、个、%"
        onChange={(event) => set({ measure: event.target.value })}
      />
    </>
  );
}

/**
 * How the county's figure comes of the units': added up, of two other indicators, or not at all.
 */
function RollupParts({
  draft,
  set,
  options,
}: DraftParts & {
  readonly options: readonly { readonly value: number; readonly label: string }[];
}): ReactElement {
  return (
    <>
      <label>各地汇总方式</label>
      <Radio.Group
        value={draft.rollup}
        onChange={(event) => set({ rollup: event.target.value as Indicator['rollup'] })}
        options={[
          { value: 'sum', label: '相加' },
          { value: 'ratio', label: '按分子分母' },
          { value: 'none', label: '不汇总' },
        ]}
      />
      {draft.rollup !== 'ratio' ? null : (
        <>
          <label>分子</label>
          <Select
            aria-label="分子"
            value={draft.numerator}
            options={[...options]}
            onChange={(numerator) => set({ numerator })}
          />
          <label>分母</label>
          <Select
            aria-label="分母"
            value={draft.denominator}
            options={[...options]}
            onChange={(denominator) => set({ denominator })}
          />
          <label htmlFor="indicator-factor">乘数</label>
          <Input
            id="indicator-factor"
            value={draft.factor}
            placeholder="百分数填100"
            onChange={(event) => set({ factor: event.target.value })}
          />
        </>
      )}
    </>
  );
}

/** Only what the call takes: an indicator also has its number and its place. */
function inputOf({
  name,
  category,
  measure,
  places,
  direction,
  kind,
  rollup,
  numerator,
  denominator,
  factor,
  parent,
  counted,
  retired,
  remark,
  aliases,
}: IndicatorInput): IndicatorInput {
  return {
    ...(aliases === undefined ? {} : { aliases }),
    name,
    category,
    measure,
    places,
    direction,
    kind,
    rollup,
    numerator,
    denominator,
    factor,
    parent,
    counted,
    retired,
    remark,
  };
}
