/** Where a year's reward rules begin: a shipped one, last year's, or blank. */
import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import type { RewardBook } from '../../../../main/domain/rewards/rule.ts';
import { call, useCall } from '../../../bridge/bridge.ts';
import { sentenceOf } from '../../../stores/sentence.ts';
import { BeginFrom } from '../shared/begin-from.tsx';

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
    <BeginFrom
      title={`编${year}年的奖励办法`}
      presets={presets}
      fault={fault}
      onPreset={({ book }) => onChosen(book)}
      onClose={onClose}
    >
      <Button
        onClick={() => onChosen({ name: `${year}年奖励办法`, year, budget: null, rules: [] })}
      >
        从空白编制
      </Button>
      <Button onClick={copy}>复制{year - 1}年的</Button>
    </BeginFrom>
  );
}
