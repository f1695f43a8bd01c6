/** 汇率: by which rule other currencies become 元, and the rates by year or day. */
import { Button, Select } from 'antd';
import { useState, type ReactElement } from 'react';
import { RATE_RULES, type Rate, type RateRule } from '../../../main/domain/exact/exchange.ts';
import { CURRENCIES, CURRENCY_NAMES } from '../../../main/domain/exact/measure.ts';
import { call, faultOf, useCall } from '../../bridge/bridge.ts';
import { faultText } from '../../format/fault.ts';
import { useYear } from '../../stores/session.ts';
import { say } from '../../stores/status.ts';
import { useStateFrom } from '../../ui/state-from.ts';
import { FaultLine } from '../../ui/form-parts.tsx';

const FOREIGN = CURRENCIES.filter((code) => code !== 'CNY').map((value) => ({
  value,
  label: CURRENCY_NAMES[value],
}));

export function RatesPanel(): ReactElement {
  const year = useYear();
  const { value: setup } = useCall('projects.rates', {}, ['project']);
  const [rule, setRule] = useStateFrom<RateRule>([setup], () => setup?.rule ?? 'fixed');
  const [list, setList] = useStateFrom<readonly Rate[]>([setup], () => setup?.list ?? []);
  const [fault, setFault] = useState('');
  const set = (at: number, part: Partial<Rate>): void =>
    setList(list.map((one, place) => (place === at ? { ...one, ...part } : one)));
  const save = (): void => {
    setFault('');
    call('projects.saveRates', { rule, list: [...list] }).then(
      () => say('已保存汇率。'),
      (error: unknown) => setFault(faultText(faultOf(error))),
    );
  };
  return (
    <div className="panel">
      <h2>汇率</h2>
      <div className="body st-rows">
        <div>
          折算办法{' '}
          <Select<RateRule>
            aria-label="折算办法"
            value={rule}
            options={RATE_RULES.map(({ value, label }) => ({ value, label }))}
            onChange={setRule}
            popupMatchSelectWidth={false}
          />
        </div>
        {list.map((one, at) => (
          <div key={at}>
            1{' '}
            <Select
              aria-label={`币种${at + 1}`}
              value={one.currency}
              options={FOREIGN}
              onChange={(currency: string) => set(at, { currency })}
            />{' '}
            ＝{' '}
            <input
              className="st-box"
              aria-label={`汇率${at + 1}`}
              value={one.rate}
              onChange={(event) => set(at, { rate: event.target.value })}
            />{' '}
            元，
            {one.date === null ? (
              <>
                <input
                  className="st-box"
                  aria-label={`年份${at + 1}`}
                  value={String(one.year)}
                  onChange={(event) =>
                    set(at, { year: Number(event.target.value.replace(/\D/g, '')) })
                  }
                />{' '}
                全年
              </>
            ) : (
              <input
                className="st-box"
                aria-label={`日期${at + 1}`}
                value={one.date}
                placeholder="2012-05-03"
                onChange={(event) => set(at, { date: event.target.value.trim() })}
              />
            )}
            <Button
              size="small"
              aria-label={`去掉汇率${at + 1}`}
              onClick={() => setList(list.toSpliced(at, 1))}
            >
              ✕
            </Button>
          </div>
        ))}
        <FaultLine fault={fault} className="st-fault" />
        <div>
          <Button
            onClick={() => setList([...list, { currency: 'USD', year, date: null, rate: '' }])}
          >
            加全年汇率
          </Button>
          <Button onClick={() => setList([...list, { currency: 'USD', year, date: '', rate: '' }])}>
            加某日汇率
          </Button>
          <Button type="primary" onClick={save}>
            保存汇率
          </Button>
        </div>
      </div>
    </div>
  );
}
