/** Whom the project in the drawer counts for, and the form that shares it with a second unit. */
import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { splitOf, SPLITS, type Split } from '../../../../main/domain/projects/credit.ts';
import type { ProjectParts } from '../../../../preload/contract/projects.ts';
import { call, useCall } from '../../../bridge/bridge.ts';
import { saveDone, useParts } from '../shared/parts.ts';
import { textOrNull } from '../../../../main/domain/read/text.ts';
import { sentenceOf } from '../../../stores/sentence.ts';
import type { DetailProps } from '../shared/special.ts';
import { FormEnd, FormField } from '../../../ui/form-parts.tsx';

export function Credits({ detail }: DetailProps): ReactElement | null {
  const parts = useParts(detail.row.id);
  const [isOpen, setOpen] = useState(false);
  if (parts === null) return null;
  const { introducer, shares, split, certificate } = parts.credit;
  if (introducer === null)
    return <p className="lg-empty">尚无引进单位。在“基本情况”里填写“引进单位”后再确定分成。</p>;
  return (
    <div className="lg-parts">
      <table className="lg-table">
        <thead>
          <tr>
            <th>计入单位</th>
            <th>比例</th>
          </tr>
        </thead>
        <tbody>
          {shares.map((one) => (
            <tr key={one.unit}>
              <td>
                {one.unit}
                {one.unit === introducer ? '（引进单位）' : ''}
              </td>
              <td className="figure">{one.percent}%</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="lg-empty">
        {splitOf(split)?.label}
        {certificate === null ? '' : `，证明编号${certificate}`}
        。项目个数和投资计入引进单位；到位资金按比例分别计入，全县不重复计算。
      </p>
      {isOpen ? (
        <CreditForm
          id={detail.row.id}
          introducer={introducer}
          credit={parts.credit}
          onDone={() => setOpen(false)}
        />
      ) : (
        <div className="lg-moves">
          <Button size="small" onClick={() => setOpen(true)}>
            改分成
          </Button>
        </div>
      )}
    </div>
  );
}

interface CreditFormProps {
  readonly id: number;
  readonly introducer: string;
  readonly credit: ProjectParts['credit'];
  onDone(): void;
}

function CreditForm({ id, introducer, credit, onDone }: CreditFormProps): ReactElement {
  const units = useCall('units.list', {}, ['unit']).value ?? [];
  const other = credit.shares.find((one) => one.unit !== introducer);
  const [split, setSplit] = useState<Split>(credit.split);
  const [unit, setUnit] = useState(other?.unit ?? '');
  const [percent, setPercent] = useState(
    credit.shares.find((one) => one.unit === introducer)?.percent ?? '100',
  );
  const [rest, setRest] = useState(other?.percent ?? '');
  const [certificate, setCertificate] = useState(credit.certificate ?? '');
  const [fault, setFault] = useState('');
  const choose = (next: Split): void => {
    setSplit(next);
    const [own, others] = splitOf(next)?.shares ?? [percent, rest];
    setPercent(own ?? '');
    setRest(others ?? '');
  };
  const isFixed = splitOf(split)?.shares !== null;
  const shares = [
    { unit: introducer, percent: percent.trim() },
    ...(split === 'alone' ? [] : [{ unit, percent: rest.trim() }]),
  ];
  const save = (): void =>
    void call('projects.setCredit', {
      id,
      split,
      shares,
      certificate: textOrNull(certificate),
    }).then(
      () => {
        onDone();
        saveDone('已改分成。');
      },
      (thrown: unknown) => setFault(sentenceOf(thrown)),
    );
  return (
    <div className="lg-stage-form" role="dialog" aria-label="改分成">
      <label className="wide">
        <span className="label">分成办法</span>
        <span className="box">
          <select
            autoFocus
            aria-label="分成办法"
            value={split}
            onChange={(event) => choose(event.target.value as Split)}
          >
            {SPLITS.map((one) => (
              <option key={one.value} value={one.value}>
                {one.label}
              </option>
            ))}
          </select>
        </span>
      </label>
      <label>
        <span className="label">引进单位</span>
        <span className="box locked">
          <input aria-label="引进单位" readOnly tabIndex={-1} value={introducer} />
        </span>
      </label>
      <label>
        <span className="label">比例</span>
        <Percent label="引进单位比例" value={percent} isFixed={isFixed} onType={setPercent} />
      </label>
      {split === 'alone' ? null : (
        <>
          <label>
            <span className="label">
              另一单位<b> *</b>
            </span>
            <span className="box">
              <select
                aria-label="另一单位"
                value={unit}
                onChange={(event) => setUnit(event.target.value)}
              >
                <option value="" />
                {units
                  .filter((one) => one.kind !== 'county' && one.name !== introducer)
                  .map((one) => (
                    <option key={one.id}>{one.name}</option>
                  ))}
              </select>
            </span>
          </label>
          <label>
            <span className="label">比例</span>
            <Percent label="另一单位比例" value={rest} isFixed={isFixed} onType={setRest} />
          </label>
        </>
      )}
      {split !== 'certificate' ? null : (
        <FormField label="分成证明编号" wide required value={certificate} onType={setCertificate} />
      )}
      <FormEnd fault={fault} onCancel={onDone} onSave={save}>
        确定分成
      </FormEnd>
    </div>
  );
}

function Percent({
  label,
  value,
  isFixed,
  onType,
}: {
  readonly label: string;
  readonly value: string;
  readonly isFixed: boolean;
  onType(text: string): void;
}): ReactElement {
  return (
    <span className={`box figure${isFixed ? ' locked' : ''}`}>
      <input
        aria-label={label}
        value={value}
        readOnly={isFixed}
        onChange={(event) => onType(event.target.value)}
      />
      <em>%</em>
    </span>
  );
}
