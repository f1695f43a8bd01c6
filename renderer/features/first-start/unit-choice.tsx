/**
 * The third question: units from a workbook at hand, typed or pasted, or later; with what was
 * understood beside it.
 */
import { Button, Input, Select } from 'antd';
import { useState, type ReactElement } from 'react';
import { UNIT_KINDS } from '../../../main/domain/ledgers/unit.ts';
import type { ProposedUnit } from '../../../preload/contract/units.ts';
import { call, faultOf } from '../../bridge/bridge.ts';
import { faultText } from '../../format/fault.ts';
import { typedUnits } from './typed-units.ts';

type Way = 'workbook' | 'typed' | 'later';
interface UnitChoiceProps {
  readonly units: readonly ProposedUnit[];
  readonly onChange: (units: readonly ProposedUnit[]) => void;
}
const KINDS = UNIT_KINDS.filter((kind) => kind.value !== 'county').map((kind) => ({
  value: kind.value,
  label: kind.label,
}));

export function UnitChoice({ units, onChange }: UnitChoiceProps): ReactElement {
  const [way, setWay] = useState<Way>('later');
  const [said, setSaid] = useState('');
  const choose = (next: Way): void => {
    setWay(next);
    setSaid('');
    onChange([]);
    if (next === 'workbook') void fromWorkbook();
  };
  const fromWorkbook = async (): Promise<void> => {
    try {
      const [file] = await call('shell.pickWorkbooks', { many: false });
      if (file === undefined) return;
      const found = await call('units.recognise', { file: file.handle });
      onChange(found.units);
      const skipped =
        found.skipped.length === 0
          ? ''
          : `；${found.skipped.map((name) => `“${name}”`).join('、')}已剔除`;
      setSaid(`${file.name}：工作表“${found.sheet}”，${found.units.length}个单位${skipped}。`);
    } catch (error) {
      setSaid(faultText(faultOf(error)));
    }
  };
  return (
    <div className="question units">
      <span className="label">
        <b>3</b>下面有哪些单位 <small>可暂不填写，导入报表时再建</small>
      </span>
      <div className="two">
        <div className="ways" role="radiogroup" aria-label="单位从哪里来">
          <Button
            block
            role="radio"
            aria-checked={way === 'workbook'}
            type={way === 'workbook' ? 'primary' : 'default'}
            ghost={way === 'workbook'}
            onClick={() => choose('workbook')}
          >
            从现有表格中提取
          </Button>
          <Button
            block
            role="radio"
            aria-checked={way === 'typed'}
            type={way === 'typed' ? 'primary' : 'default'}
            ghost={way === 'typed'}
            onClick={() => choose('typed')}
          >
            手工填写
          </Button>
          {way === 'typed' ? (
            <Input.TextArea
              autoFocus
              rows={7}
              aria-label="单位名称，一行一个"
              placeholder="每行一个，可从 Excel 粘贴"
              onChange={(event) => onChange(typedUnits(event.target.value))}
            />
          ) : null}
          <Button
            block
            role="radio"
            aria-checked={way === 'later'}
            type={way === 'later' ? 'primary' : 'default'}
            ghost={way === 'later'}
            onClick={() => choose('later')}
          >
            以后再说
          </Button>
          <p role="status">{said}</p>
        </div>
        {units.length === 0 ? null : <Understood units={units} onChange={onChange} />}
      </div>
    </div>
  );
}

function Understood({ units, onChange }: UnitChoiceProps): ReactElement {
  const setKind = (at: number, kind: ProposedUnit['kind']): void =>
    onChange(units.map((unit, place) => (place === at ? { ...unit, kind } : unit)));
  return (
    <div className="understood">
      <p>
        <b>认出{units.length}个单位</b> 类别有误的，点开修改
      </p>
      <div className="list">
        <table>
          <thead>
            <tr>
              <th>序号</th>
              <th>单位</th>
              <th>类别</th>
            </tr>
          </thead>
          <tbody>
            {units.map((unit, at) => (
              <tr key={unit.name}>
                <td>{at + 1}</td>
                <td>{unit.name}</td>
                <td>
                  <Select
                    size="small"
                    variant="borderless"
                    aria-label={`${unit.name}的类别`}
                    value={unit.kind}
                    options={KINDS}
                    onChange={(kind: ProposedUnit['kind']) => setKind(at, kind)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
