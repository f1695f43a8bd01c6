/** 拆分项目: its parts by name and percent; every amount of the parts makes the whole's exactly. */
import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { isDecimal, sum, trim } from '../../../../main/domain/exact/decimal.ts';
import { call, useCall } from '../../../bridge/bridge.ts';
import { saveDone, useParts } from '../shared/parts.ts';
import { textOrNull } from '../../../../main/domain/read/text.ts';
import { sentenceOf } from '../../../stores/sentence.ts';
import { formKeys } from './form-keys.ts';

interface Part {
  readonly name: string;
  readonly percent: string;
  readonly introducer: string;
}
interface SplitFormProps {
  readonly id: number;
  readonly name: string;
  readonly introducer: string | null;
  onDone(): void;
}

export function SplitForm({ id, name, introducer, onDone }: SplitFormProps): ReactElement {
  const own = introducer ?? '';
  const [parts, setParts] = useState<readonly Part[]>([
    { name: `${name}一期`, percent: '50', introducer: own },
    { name: `${name}二期`, percent: '50', introducer: own },
  ]);
  const [to, setTo] = useState<number | null>(null);
  const [fault, setFault] = useState('');
  const arrivals = useParts(id)?.arrivals.length ?? 0;
  const units = useCall('units.list', {}, ['unit']).value ?? [];
  const set = (at: number, part: Partial<Part>): void =>
    setParts(parts.map((one, place) => (place === at ? { ...one, ...part } : one)));
  const save = (): void =>
    void call('projects.split', {
      id,
      parts: parts.map((part) => ({
        name: part.name.trim(),
        percent: part.percent.trim(),
        introducer: textOrNull(part.introducer),
      })),
      arrivalsTo: to,
    }).then(
      () => {
        onDone();
        saveDone(`已拆分为${parts.length}个项目。`);
      },
      (thrown: unknown) => setFault(sentenceOf(thrown)),
    );
  const percents = parts.map((part) => part.percent.trim());
  return (
    <div
      className="lg-stage-form"
      role="dialog"
      aria-label="拆分项目"
      onKeyDown={formKeys(save, onDone)}
    >
      <div className="wide">
        <table className="lg-table lg-lines lg-split">
          <thead>
            <tr>
              <th>子项目名称</th>
              <th>比例%</th>
              <th>引进单位</th>
              <th aria-label="操作" />
            </tr>
          </thead>
          <tbody>
            {parts.map((part, at) => (
              <tr key={at}>
                <td>
                  <input
                    autoFocus={at === 0}
                    aria-label={`子项目${at + 1}`}
                    value={part.name}
                    onChange={(event) => set(at, { name: event.target.value })}
                  />
                </td>
                <td>
                  <input
                    aria-label={`比例${at + 1}`}
                    value={part.percent}
                    onChange={(event) => set(at, { percent: event.target.value })}
                  />
                </td>
                <td>
                  <input
                    aria-label={`引进单位${at + 1}`}
                    list="lg-split-units"
                    value={part.introducer}
                    onChange={(event) => set(at, { introducer: event.target.value })}
                  />
                </td>
                <td className="acts">
                  {parts.length <= 2 ? null : (
                    <button
                      type="button"
                      aria-label={`去掉子项目${at + 1}`}
                      onClick={() => setParts(parts.toSpliced(at, 1))}
                    >
                      ✕
                    </button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <datalist id="lg-split-units">
          {units.map((unit) => (
            <option key={unit.id} value={unit.name} />
          ))}
        </datalist>
        <span className="lg-none">
          比例合计{percents.every(isDecimal) ? trim(sum(percents)) : '—'}
          %，应为100%。各项金额按比例拆分，合计与原数一致。
        </span>
      </div>
      {arrivals === 0 ? null : (
        <label className="wide">
          <span className="label">
            {arrivals}笔到位资金转到<b> *</b>
          </span>
          <span className="box">
            <select
              aria-label="到位资金转到"
              value={to ?? ''}
              onChange={(event) =>
                setTo(event.target.value === '' ? null : Number(event.target.value))
              }
            >
              <option value="" />
              {parts.map((part, at) => (
                <option key={at} value={at}>
                  {part.name}
                </option>
              ))}
            </select>
          </span>
        </label>
      )}
      {fault === '' ? null : (
        <span className="fault" role="alert">
          {fault}
        </span>
      )}
      <div className="buttons">
        <Button onClick={() => setParts([...parts, { name: '', percent: '', introducer: own }])}>
          增加一个
        </Button>
        <Button onClick={onDone}>取消</Button>
        <Button type="primary" onClick={save}>
          拆分
        </Button>
      </div>
    </div>
  );
}
