/**
 * 测算: what the rules give as the records stand, each with how it comes about; the chosen ones
 * become 拟奖.
 */
import { Button, Checkbox } from 'antd';
import { useState, type ReactElement } from 'react';
import type { RewardProposal } from '../../../../preload/contract/rewards.ts';
import { call, useCall } from '../../../bridge/bridge.ts';
import { faultText } from '../../../format/fault.ts';
import { shownFigureText } from '../../../format/figure.ts';
import { goRecord } from '../../../stores/navigation.ts';
import { tell } from '../../../stores/sentence.ts';
import { receiverText } from './receivers.ts';
import { ShareDialog } from './share-dialog.tsx';

export function Proposals({ year }: { readonly year: number }): ReactElement | null {
  const { value: proposals, fault } = useCall('rewards.propose', { year }, [
    'reward',
    'project',
    'arrival',
    'score',
    'target',
  ]);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [asked, setAsked] = useState<RewardProposal | null>(null);
  if (fault !== null)
    return (
      <p className="fault-line" role="alert">
        {faultText(fault)}
      </p>
    );
  if (proposals === null) return null;
  const open = proposals.filter((one) => one.refused === null);
  const wanted = open.filter((one) => chosen.includes(one.key));
  const nobody = wanted.find((one) => one.receivers.length === 0);
  const adopt = (): void => {
    if (nobody !== undefined) return setAsked(nobody);
    void tell(
      call('rewards.adopt', { year, keys: wanted.map((one) => one.key) }),
      `已列入拟奖${wanted.length}笔。可按Ctrl+Z撤销。`,
    ).then((done) => {
      if (done) setChosen([]);
    });
  };
  if (proposals.length === 0)
    return <p className="empty-page">按现在的数据，没有符合奖励条件的。到位资金经认定后计入。</p>;
  return (
    <section aria-label="奖励测算">
      <div className="sc-tools">
        <Button
          onClick={() => setChosen(chosen.length === open.length ? [] : open.map((one) => one.key))}
        >
          {chosen.length === open.length && open.length > 0 ? '都不选' : '全选'}
        </Button>
        <Button type="primary" disabled={wanted.length === 0} onClick={adopt}>
          列入拟奖
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
            <th>计算依据</th>
          </tr>
        </thead>
        <tbody>
          {proposals.map((one) => (
            <tr key={one.key}>
              <td className="c">
                <Checkbox
                  aria-label={`选${one.subject}`}
                  disabled={one.refused !== null}
                  checked={chosen.includes(one.key)}
                  onChange={(event) =>
                    setChosen(
                      event.target.checked
                        ? [...chosen, one.key]
                        : chosen.filter((key) => key !== one.key),
                    )
                  }
                />
              </td>
              <td>{one.ruleName}</td>
              <td>
                {one.project === null ? (
                  one.subject
                ) : (
                  <button
                    type="button"
                    className="link"
                    onClick={() => {
                      if (one.project !== null) goRecord('project', one.project);
                    }}
                  >
                    {one.subject}
                  </button>
                )}
              </td>
              <td>
                {one.receivers.length === 0 ? (
                  <span className="muted">列入时写</span>
                ) : (
                  one.receivers.map((receiver) => receiverText(receiver)).join('、')
                )}
              </td>
              <td className="n strong">
                {shownFigureText(one.amount, 2)}
                {one.currency === 'CNY' ? '' : ` ${one.currency}`}
              </td>
              <td>
                {one.words}
                {one.refused === null ? null : (
                  <>
                    <br />
                    <span className="neg">{one.refused}</span>
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {asked === null ? null : (
        <ShareDialog
          title={`${asked.subject}奖励对象`}
          receivers={[]}
          onClose={() => setAsked(null)}
          onSave={(receivers) =>
            call('rewards.adopt', { year, keys: [asked.key], receivers }).then(() => {
              setChosen(chosen.filter((key) => key !== asked.key));
            })
          }
        />
      )}
    </section>
  );
}
