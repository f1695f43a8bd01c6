/** Where a year's reward rules begin: a shipped one, last year's, or blank. */
import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import type { RewardBook } from '../../../../main/domain/rewards/rule.ts';
import { call, useCall } from '../../../bridge/bridge.ts';
import { sentenceOf } from '../../../stores/sentence.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { FaultLine } from '../../../ui/form-parts.tsx';

export function BeginRules({
  year,
  onChosen,
  onClose,
}: {
  readonly year: number;
  readonly onChosen: (book: RewardBook) => void;
  readonly onClose: () => void;
}): ReactElement {
  const { value: presets } = useCall('rewards.presets', { year });
  const [fault, setFault] = useState('');
  const copy = (): void =>
    void call('rewards.copyRules', { from: year - 1, to: year }).then(onChosen, (thrown: unknown) =>
      setFault(sentenceOf(thrown)),
    );
  return (
    <Dialog
      open
      title={`编${year}年的奖励办法`}
      footer={null}
      onCancel={onClose}
      width="min(92vw, 860px)"
    >
      <div className="sc-begin">
        <Button
          onClick={() => onChosen({ name: `${year}年奖励办法`, year, budget: null, rules: [] })}
        >
          从空白编制
        </Button>
        <Button onClick={copy}>复制{year - 1}年的</Button>
      </div>
      <h3 className="sc-h3">现成的办法</h3>
      <ul className="sc-presets">
        {(presets ?? []).map((one) => (
          <li key={one.name}>
            <div>
              <b>{one.name}</b>
              <p className="muted">{one.source}</p>
            </div>
            <Button aria-label={`用${one.name}`} onClick={() => onChosen(one.book)}>
              用这个
            </Button>
          </li>
        ))}
      </ul>
      <FaultLine fault={fault} />
    </Dialog>
  );
}
