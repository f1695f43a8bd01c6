/** 名单和兑现: every award with its state, receivers and instalments; publicised, taken back, paid. */
import { Button, Input } from 'antd';
import { useState, type ReactElement } from 'react';
import type { Reward, RewardInstalment } from '../../../../preload/contract/rewards.ts';
import { call } from '../../../bridge/bridge.ts';
import { shownFigureText } from '../../../format/figure.ts';
import { sentenceOf } from '../../../stores/sentence.ts';
import { say } from '../../../stores/status.ts';
import { AwardRow } from './award-row.tsx';
import { ShareDialog } from './share-dialog.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { FaultLine } from '../../../ui/form-parts.tsx';

type Dialog =
  | 'publicise'
  | 'takeBack'
  | { readonly pay: RewardInstalment; readonly reward: Reward }
  | { readonly share: Reward }
  | null;

export function Awards({ rewards }: { readonly rewards: readonly Reward[] }): ReactElement {
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const [dialog, setDialog] = useState<Dialog>(null);
  const picked = rewards.filter((one) => chosen.includes(one.id));
  const close = (): void => {
    setDialog(null);
    setChosen([]);
  };
  if (rewards.length === 0)
    return <p className="empty-page">尚无列入奖励的奖项。请在“测算”中选择。</p>;
  return (
    <section aria-label="奖励名单">
      <div className="sc-tools">
        <Button
          onClick={() =>
            setChosen(chosen.length === rewards.length ? [] : rewards.map((one) => one.id))
          }
        >
          {chosen.length === rewards.length ? '都不选' : '全选'}
        </Button>
        <Button
          type="primary"
          disabled={picked.length === 0 || picked.some((one) => one.state !== 'proposed')}
          onClick={() => setDialog('publicise')}
        >
          公示
        </Button>
        <Button disabled={picked.length === 0} onClick={() => setDialog('takeBack')}>
          退回
        </Button>
      </div>
      <table className="plain">
        <thead>
          <tr>
            <th />
            <th>奖励</th>
            <th>事由</th>
            <th>奖给</th>
            <th className="n">金额</th>
            <th>状态</th>
            <th>各期</th>
          </tr>
        </thead>
        <tbody>
          {rewards.map((one) => (
            <AwardRow
              key={one.id}
              reward={one}
              chosen={chosen.includes(one.id)}
              onChoose={(yes) =>
                setChosen(yes ? [...chosen, one.id] : chosen.filter((id) => id !== one.id))
              }
              onShare={() => setDialog({ share: one })}
              onPay={(instalment) => setDialog({ pay: instalment, reward: one })}
            />
          ))}
        </tbody>
      </table>
      {dialog === 'publicise' ? (
        <PublicDialog rewards={picked} onClose={close} onCancel={() => setDialog(null)} />
      ) : dialog === 'takeBack' ? (
        <BackDialog rewards={picked} onClose={close} onCancel={() => setDialog(null)} />
      ) : null}
      {dialog !== null && typeof dialog === 'object' && 'pay' in dialog ? (
        <PayDialog instalment={dialog.pay} reward={dialog.reward} onClose={() => setDialog(null)} />
      ) : null}
      {dialog !== null && typeof dialog === 'object' && 'share' in dialog ? (
        <ShareDialog
          title={`${dialog.share.subject}奖励对象`}
          receivers={dialog.share.shares}
          onClose={() => setDialog(null)}
          onSave={(receivers) => call('rewards.share', { id: dialog.share.id, receivers })}
        />
      ) : null}
    </section>
  );
}

interface ManyProps {
  readonly rewards: readonly Reward[];
  readonly onClose: () => void;
  readonly onCancel: () => void;
}
function PublicDialog({ rewards, onClose, onCancel }: ManyProps): ReactElement {
  const [typed, setTyped] = useState({ from: '', until: '' });
  const [fault, setFault] = useState('');
  const save = (): void =>
    void call('rewards.publicise', { ids: rewards.map((one) => one.id), ...typed }).then(
      () => {
        say(`${rewards.length}笔奖励开始公示。`);
        onClose();
      },
      (thrown: unknown) => setFault(sentenceOf(thrown)),
    );
  return (
    <Dialog
      open
      title={`公示${rewards.length}笔奖励`}
      okText="公示"
      cancelText="取消"
      onOk={save}
      onCancel={onCancel}
    >
      <div className="form-grid">
        <label htmlFor="public-from">起始日</label>
        <Input
          id="public-from"
          autoFocus
          placeholder="如12月1日"
          value={typed.from}
          onChange={(event) => setTyped({ ...typed, from: event.target.value })}
        />
        <label htmlFor="public-until">截止日</label>
        <Input
          id="public-until"
          placeholder="如12月7日"
          value={typed.until}
          onChange={(event) => setTyped({ ...typed, until: event.target.value })}
        />
      </div>
      {fault === '' ? (
        <p className="muted">公示期满才能兑现；公示以后分配不再改。</p>
      ) : (
        <p className="fault-line" role="alert">
          {fault}
        </p>
      )}
    </Dialog>
  );
}

function BackDialog({ rewards, onClose, onCancel }: ManyProps): ReactElement {
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState('');
  const save = (): void =>
    void call('rewards.takeBack', { ids: rewards.map((one) => one.id), reason }).then(
      () => {
        say('已退回。可按Ctrl+Z撤销。');
        onClose();
      },
      (thrown: unknown) => setFault(sentenceOf(thrown)),
    );
  return (
    <Dialog
      open
      title={`退回${rewards.length}笔奖励`}
      okText="退回"
      cancelText="取消"
      okButtonProps={{ disabled: reason.trim() === '' }}
      onOk={save}
      onCancel={onCancel}
    >
      <div className="form-grid">
        <label htmlFor="back-reason">原因</label>
        <Input
          id="back-reason"
          autoFocus
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
      {fault === '' ? (
        <p className="muted">公示的退回拟奖，拟奖的从名单里去掉。</p>
      ) : (
        <p className="fault-line" role="alert">
          {fault}
        </p>
      )}
    </Dialog>
  );
}

function PayDialog({
  instalment,
  reward,
  onClose,
}: {
  readonly instalment: RewardInstalment;
  readonly reward: Reward;
  readonly onClose: () => void;
}): ReactElement {
  const [typed, setTyped] = useState({ date: '', voucher: '' });
  const [fault, setFault] = useState('');
  const save = (): void =>
    void call('rewards.pay', {
      instalments: [instalment.id],
      date: typed.date,
      voucher: typed.voucher.trim() === '' ? null : typed.voucher,
    }).then(
      () => {
        say(`${reward.subject}的奖励已兑现${shownFigureText(instalment.amount, 2)}。`);
        onClose();
      },
      (thrown: unknown) => setFault(sentenceOf(thrown)),
    );
  return (
    <Dialog
      open
      title={`兑现${reward.subject}`}
      okText="兑现"
      cancelText="取消"
      onOk={save}
      onCancel={onClose}
    >
      <div className="form-grid">
        <label htmlFor="pay-date">兑现日期</label>
        <Input
          id="pay-date"
          autoFocus
          placeholder="如12月10日"
          value={typed.date}
          onChange={(event) => setTyped({ ...typed, date: event.target.value })}
        />
        <label htmlFor="pay-voucher">凭证号，可不填</label>
        <Input
          id="pay-voucher"
          value={typed.voucher}
          onChange={(event) => setTyped({ ...typed, voucher: event.target.value })}
        />
      </div>
      <FaultLine fault={fault} />
    </Dialog>
  );
}
