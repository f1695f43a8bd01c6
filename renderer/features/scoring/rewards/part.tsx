/**
 * 奖励: the year's rules, what they would give, awards from 拟奖 over 公示 to 已兑现, the budget
 * and what is still owed.
 */
import { Button, Segmented } from 'antd';
import { useState, type ReactElement } from 'react';
import type { RewardBook } from '../../../../main/domain/rewards/rule.ts';
import { useCall } from '../../../bridge/bridge.ts';
import { shownFigureText } from '../../../format/figure.ts';
import { printTable } from '../../../stores/print.ts';
import { Awards } from './awards.tsx';
import { BeginRules } from './begin-rules.tsx';
import { Proposals } from './proposals.tsx';
import { RulesEditor } from './rules-editor.tsx';

const VIEWS = [
  { value: 'proposals', label: '测算' },
  { value: 'awards', label: '名单和兑现' },
  { value: 'rules', label: '办法' },
] as const;
const AREAS = ['reward', 'project', 'arrival', 'score', 'target', 'session'] as const;

export function RewardsPart({ year }: { readonly year: number }): ReactElement | null {
  const { value: rules, fresh } = useCall('rewards.rules', { year }, AREAS);
  const { value: list } = useCall('rewards.list', { year }, AREAS);
  const [view, setView] = useState<(typeof VIEWS)[number]['value']>('proposals');
  const [draft, setDraft] = useState<RewardBook | null>(null);
  const [begin, setBegin] = useState(false);
  if (!fresh && rules === null) return null;
  if (rules === null && draft === null) {
    return (
      <section className="empty-page" aria-label="尚无奖励办法">
        <p>尚无{year}年的奖励办法。请选用现成的办法修改，或复制上年的，或从空白编制。</p>
        <div className="buttons">
          <Button type="primary" onClick={() => setBegin(true)}>
            编{year}年的奖励办法
          </Button>
        </div>
        {begin ? (
          <BeginRules
            year={year}
            onClose={() => setBegin(false)}
            onChosen={(book) => {
              setDraft(book);
              setView('rules');
              setBegin(false);
            }}
          />
        ) : null}
      </section>
    );
  }
  const sums = list?.sums;
  const money = (value: string | null): string =>
    value === null ? '没定' : `${shownFigureText(value, 2)}元`;
  return (
    <div className="sc-rewards">
      <div className="sc-tools">
        <Segmented aria-label="奖励内容" value={view} options={[...VIEWS]} onChange={setView} />
        {draft === null ? null : <span className="badge warn">办法改了，没有保存</span>}
        <span className="push" />
        <Button onClick={() => printTable('rewards', { year })}>奖励兑现表</Button>
        <Button onClick={() => printTable('payment-slip', { year })}>发放单</Button>
      </div>
      {sums === undefined ? null : (
        <div className="sc-sums" role="group" aria-label="奖励合计">
          <span>
            预算 <b>{money(sums.budget)}</b>
          </span>
          <span>
            拟奖 <b>{money(sums.proposed)}</b>
          </span>
          <span>
            已公示 <b>{money(sums.publicised)}</b>
          </span>
          <span>
            已兑现 <b>{money(sums.paid)}</b>
          </span>
          <span>
            尚欠 <b>{money(sums.owed)}</b>
          </span>
          {sums.left === null ? null : (
            <span>
              预算还剩 <b className={sums.left.startsWith('-') ? 'neg' : ''}>{money(sums.left)}</b>
            </span>
          )}
          {sums.others === 0 ? null : (
            <span className="muted">另有{sums.others}笔外币，不合并</span>
          )}
        </div>
      )}
      {view === 'rules' || rules === null ? (
        <RulesEditor
          book={draft ?? rules?.book ?? null}
          isChanged={draft !== null}
          onChange={setDraft}
          onSaved={() => setDraft(null)}
          onBegin={() => setBegin(true)}
        />
      ) : view === 'proposals' ? (
        <Proposals year={year} />
      ) : (
        <Awards rewards={list?.rewards ?? []} />
      )}
      {begin ? (
        <BeginRules
          year={year}
          onClose={() => setBegin(false)}
          onChosen={(book) => {
            setDraft(book);
            setView('rules');
            setBegin(false);
          }}
        />
      ) : null}
    </div>
  );
}
