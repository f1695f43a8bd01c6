/**
 * One award in the list: what for, to whom, how much, how far, and each instalment with the way to
 * pay it.
 */
import { Checkbox } from 'antd';
import type { ReactElement } from 'react';
import { STAGES } from '../../../../main/domain/ledgers/stage.ts';
import { REWARD_STATES } from '../../../../main/domain/rewards/state.ts';
import type { Reward, RewardInstalment } from '../../../../preload/contract/rewards.ts';
import { call } from '../../../bridge/bridge.ts';
import { shownFigureText } from '../../../format/figure.ts';
import { tell } from '../../../stores/sentence.ts';
import { receiverText } from './receivers.ts';

const adjust = (reward: Reward): void =>
  void tell(
    call('rewards.adjust', { id: reward.id, reason: '按现在的数调整' }),
    '已列出补差或应扣，可按Ctrl+Z撤销。',
  );

export function AwardRow({
  reward,
  chosen,
  onChoose,
  onShare,
  onPay,
}: {
  readonly reward: Reward;
  readonly chosen: boolean;
  readonly onChoose: (chosen: boolean) => void;
  readonly onShare: () => void;
  readonly onPay: (instalment: RewardInstalment) => void;
}): ReactElement {
  return (
    <tr>
      <td className="c">
        <Checkbox
          aria-label={`选${reward.subject}`}
          checked={chosen}
          onChange={(event) => onChoose(event.target.checked)}
        />
      </td>
      <td>
        {reward.ruleName}
        <br />
        <small className="muted">{reward.document}</small>
      </td>
      <td>
        {reward.subject}
        <br />
        <small className="muted">{reward.words}</small>
      </td>
      <td>
        {reward.shares
          .map((share) => `${receiverText(share)} ${shownFigureText(share.amount, 2)}`)
          .join('；')}
        {reward.state === 'proposed' ? (
          <>
            {' '}
            <button type="button" className="link" onClick={onShare}>
              分配
            </button>
          </>
        ) : null}
      </td>
      <td className="n strong">
        {shownFigureText(reward.amount, 2)}
        <br />
        <small className="muted">{reward.capitals}</small>
        {reward.difference === null ? null : (
          <>
            <br />
            <small className="neg">
              按现在的数{reward.difference.startsWith('-') ? '应扣' : '应补'}
              {shownFigureText(reward.difference.replace('-', ''), 2)}
            </small>
            {reward.publicFrom === null ? null : (
              <button type="button" className="link" onClick={() => adjust(reward)}>
                {reward.difference.startsWith('-') ? '办应扣' : '办补差'}
              </button>
            )}
          </>
        )}
      </td>
      <td>
        {REWARD_STATES.find((state) => state.value === reward.state)?.label}
        {reward.publicFrom === null ? null : (
          <>
            <br />
            <small className="muted">
              {reward.publicFrom}到{reward.publicUntil}
            </small>
          </>
        )}
      </td>
      <td>
        {reward.instalments.map((part) => (
          <div key={part.id}>
            {part.adjustment === null
              ? `${part.percent}%`
              : part.amount.startsWith('-')
                ? '应扣'
                : '补差'}{' '}
            {shownFigureText(part.amount, 2)}{' '}
            <PaidOrOwed
              instalment={part}
              isPublic={reward.publicFrom !== null}
              onPay={() => onPay(part)}
            />
          </div>
        ))}
      </td>
    </tr>
  );
}

/** The day it was paid, what it waits for, or the button that pays it. */
function PaidOrOwed({
  instalment,
  isPublic,
  onPay,
}: {
  readonly instalment: RewardInstalment;
  readonly isPublic: boolean;
  readonly onPay: () => void;
}): ReactElement {
  const { paidOn, due, stage } = instalment;
  if (paidOn !== null) return <>{paidOn}付</>;
  if (isPublic && due)
    return (
      <button type="button" className="link" onClick={onPay}>
        兑现
      </button>
    );
  return (
    <span className="muted">
      {stage === null
        ? '公示后付'
        : `${STAGES.find((one) => one.value === stage)?.label ?? ''}后付`}
    </span>
  );
}
