/**
 * 指标: the catalogue in a dialog, with each indicator's form beside the list, and the shipped sets
 * to add from.
 */
import { Button, Checkbox } from 'antd';
import { useState, type ReactElement } from 'react';
import type { Indicator, IndicatorInput } from '../../../preload/contract/targets.ts';
import { call, useCall } from '../../bridge/bridge.ts';
import { tell } from '../../stores/sentence.ts';
import { IndicatorForm } from './indicator-form.tsx';
import { Dialog } from '../../ui/dialog.tsx';

const NEW: IndicatorInput = {
  name: '',
  category: null,
  measure: '万元',
  places: 2,
  direction: 'up',
  kind: 'flow',
  rollup: 'sum',
  numerator: null,
  denominator: null,
  factor: '1',
  parent: null,
  counted: null,
  retired: false,
  remark: null,
};

export function CatalogueDialog({
  year,
  onClose,
}: {
  readonly year: number;
  readonly onClose: () => void;
}): ReactElement {
  const { value: list } = useCall('indicators.list', {}, ['indicator']);
  const [open, setOpen] = useState<number | 'new' | 'sets'>('sets');
  const indicators = list ?? [];
  const chosen = indicators.find((one) => one.id === open);
  const move = (by: 1 | -1): void => {
    const at = indicators.findIndex((one) => one.id === open);
    const ids = indicators.map((one) => one.id);
    const [here, there] = [ids[at], ids[at + by]];
    if (here === undefined || there === undefined) return;
    ids[at] = there;
    ids[at + by] = here;
    void tell(call('indicators.order', { ids }), '次序已改。');
  };
  const remove = (indicator: Indicator): void =>
    void tell(
      call('indicators.remove', { id: indicator.id }),
      `已删除指标“${indicator.name}”。可按Ctrl+Z撤销。`,
    ).then((done) => {
      if (done) setOpen('sets');
    });
  return (
    <Dialog open title="指标" footer={null} width={940} onCancel={onClose}>
      <div className="tg-catalogue">
        <div className="tg-list" role="group" aria-label="指标目录">
          <button type="button" aria-current={open === 'sets'} onClick={() => setOpen('sets')}>
            ＋ 从成套指标里加
          </button>
          <button type="button" aria-current={open === 'new'} onClick={() => setOpen('new')}>
            ＋ 新指标
          </button>
          {indicators.map((one) => (
            <button
              key={one.id}
              type="button"
              aria-current={open === one.id}
              onClick={() => setOpen(one.id)}
            >
              {one.parent === null ? '' : '　其中：'}
              {one.name}
              <small>{one.retired ? '停用' : one.counted === null ? one.measure : '台账数'}</small>
            </button>
          ))}
        </div>
        <div className="tg-form">
          {open === 'sets' ? (
            <Sets />
          ) : (
            <IndicatorForm
              key={String(open)}
              id={chosen?.id ?? null}
              first={chosen ?? NEW}
              others={indicators.filter((one) => one.id !== open)}
              year={year}
              onSaved={(id) => setOpen(id)}
              onOpened={onClose}
            />
          )}
          {chosen === undefined ? null : (
            <div className="tg-buttons">
              <Button size="small" onClick={() => move(-1)}>
                上移
              </Button>
              <Button size="small" onClick={() => move(1)}>
                下移
              </Button>
              <Button size="small" danger onClick={() => remove(chosen)}>
                删除
              </Button>
            </div>
          )}
        </div>
      </div>
    </Dialog>
  );
}

function Sets(): ReactElement {
  const { value: sets } = useCall('indicators.sets', {}, ['indicator']);
  const [chosen, setChosen] = useState<Readonly<Record<string, readonly string[]>>>({});
  const add = (set: string): void =>
    void tell(
      call('indicators.addSet', { set, names: [...(chosen[set] ?? [])] }),
      (ids) => `加了${ids.length}个指标。`,
    ).then((done) => {
      if (done) setChosen({ ...chosen, [set]: [] });
    });
  return (
    <div className="tg-sets">
      {(sets ?? []).map(({ name, about, indicators }) => (
        <section key={name} aria-label={name}>
          <h3>
            {name} <span className="muted">{about}</span>
          </h3>
          <Checkbox.Group
            value={[...(chosen[name] ?? [])]}
            onChange={(next) => setChosen({ ...chosen, [name]: next.map(String) })}
            options={indicators.map((one) => ({
              value: one.name,
              label: one.present ? `${one.name}，已有` : `${one.name}（${one.measure}）`,
              disabled: one.present,
            }))}
          />
          <div className="tg-buttons">
            <Button
              size="small"
              onClick={() =>
                setChosen({
                  ...chosen,
                  [name]: indicators.filter((one) => !one.present).map((one) => one.name),
                })
              }
            >
              全选
            </Button>
            <Button
              size="small"
              type="primary"
              disabled={(chosen[name] ?? []).length === 0}
              onClick={() => add(name)}
            >
              加到指标
            </Button>
          </div>
        </section>
      ))}
    </div>
  );
}
