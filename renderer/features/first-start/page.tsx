/** 首次使用: three questions, or the sample book. */
import { Button, Input, InputNumber, Segmented } from 'antd';
import { useState, type FormEvent, type ReactElement } from 'react';
import type { Session } from '../../../preload/contract/session.ts';
import type { ProposedUnit } from '../../../preload/contract/units.ts';
import { call, faultOf } from '../../bridge/bridge.ts';
import { faultText } from '../../format/fault.ts';
import { setText, TEXT_SIZES, useLayout, type TextSize } from '../../stores/layout.ts';
import { heardSession } from '../../stores/session.ts';
import { Icon } from '../../ui/icons.tsx';
import { UnitChoice } from './unit-choice.tsx';
import './first-start.css';

const PROMISES = ['不联网，数据只在这台电脑上', '现有 Excel、WPS 表直接导入', '改错可撤销'];

export function FirstStart({ session }: { readonly session: Session }): ReactElement {
  const text = useLayout((layout) => layout.text);
  const [county, setCounty] = useState('');
  const [year, setYear] = useState<number | null>(session.year);
  const [units, setUnits] = useState<readonly ProposedUnit[]>([]);
  const [refusal, setRefusal] = useState('');
  const [busy, setBusy] = useState(false);

  const start = async (begin: () => Promise<Session>): Promise<void> => {
    setBusy(true);
    try {
      heardSession(await begin());
    } catch (error) {
      setRefusal(faultText(faultOf(error)));
      setBusy(false);
    }
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (county.trim() === '') return setRefusal('名称尚未填写。请填写县（市、区）或乡镇的名称。');
    if (year === null) return setRefusal('起始年份尚未填写。请填写从哪一年开始。');
    void start(() =>
      call('session.begin', {
        county: county.trim(),
        year,
        units: units.map((one) => ({ ...one, aliases: [...one.aliases] })),
      }),
    );
  };
  return (
    <div className="first">
      <aside>
        <h1>
          <Icon name="brand" />
          县计
        </h1>
        <p>
          目标、进度、项目、考核，
          <br />
          一本账管到底，报表直接打印。
        </p>
        <ul>
          {PROMISES.map((promise) => (
            <li key={promise}>✓ {promise}</li>
          ))}
        </ul>
        <Button
          size="large"
          ghost
          loading={busy}
          onClick={() => void start(() => call('session.beginSample', {}))}
        >
          先看看示例
        </Button>
        <small>用示例数据了解各项功能，之后可一键清除</small>
        <Button
          size="large"
          ghost
          loading={busy}
          onClick={() =>
            void start(async () => {
              const file = await call('shell.pickFile', { kind: 'package' });
              if (file !== null) await call('exchange.begin', { file: file.handle });
              return call('session.get', {});
            })
          }
        >
          打开上级的包
        </Button>
        <small>上级发来的任务包，单位、指标、目标都在里面</small>
      </aside>
      <form onSubmit={submit}>
        <header>
          <h2>开始前，请填写三项</h2>
          <label>
            字号{' '}
            <Segmented
              aria-label="字号"
              value={text}
              options={[...TEXT_SIZES]}
              onChange={(size) => setText(size as TextSize)}
            />
          </label>
        </header>
        <div className="two">
          <div className="question">
            <label htmlFor="county">
              <b>1</b>县（市、区）或乡镇名称
            </label>
            <Input
              id="county"
              size="large"
              autoFocus
              value={county}
              maxLength={40}
              onChange={(event) => {
                setCounty(event.target.value);
                setRefusal('');
              }}
            />
          </div>
          <div className="question">
            <label htmlFor="year">
              <b>2</b>从哪一年开始 <small>往年数据以后可补录</small>
            </label>
            <InputNumber
              id="year"
              precision={0}
              size="large"
              min={1990}
              max={2100}
              value={year}
              suffix="年"
              onChange={setYear}
            />
          </div>
        </div>
        <UnitChoice units={units} onChange={setUnits} />
        <footer>
          <p>
            数据放在　<b>{session.dataFolder}</b>
            <span className="refused" role="alert">
              {refusal}
            </span>
          </p>
          <Button size="large" onClick={() => void call('shell.quit', {})}>
            退出
          </Button>
          <Button size="large" type="primary" htmlType="submit" loading={busy}>
            开始使用
          </Button>
        </footer>
      </form>
    </div>
  );
}
