/** Reward rules as forms: the list, the open one, and what does not fit said before it is saved. */
import { Button, Input } from 'antd';
import { useState, type ReactElement } from 'react';
import { problemsOfRules, type RewardRule } from '../../../../main/domain/rewards/rule.ts';
import type { RewardBook } from '../../../../main/domain/rewards/rule.ts';
import { call } from '../../../bridge/bridge.ts';
import { tell } from '../../../stores/sentence.ts';
import { RuleFigure } from '../shared/figure.tsx';
import { RewardRuleForm } from './rule-form.tsx';

export interface RulesEditorProps {
  readonly book: RewardBook | null;
  readonly isChanged: boolean;
  readonly onChange: (book: RewardBook | null) => void;
  readonly onSaved: () => void;
  readonly onBegin: () => void;
}

export function RulesEditor({
  book,
  isChanged,
  onChange,
  onSaved,
  onBegin,
}: RulesEditorProps): ReactElement | null {
  const [at, setAt] = useState(0);
  if (book === null) return null;
  const problems = problemsOfRules(book);
  const rule = book.rules[at];
  const set = (rules: readonly RewardRule[]): void => onChange({ ...book, rules });
  const add = (): void => {
    set([...book.rules, blankRule(book.rules.length + 1)]);
    setAt(book.rules.length);
  };
  const save = (): void =>
    void tell(
      call('rewards.saveRules', {
        book: structuredClone(book) as Parameters<typeof call<'rewards.saveRules'>>[1]['book'],
      }),
      ({ number }) => `奖励办法已保存为第${number}版，旧版都留着。`,
    ).then((done) => {
      if (done) onSaved();
    });
  return (
    <div className="sc-form">
      <div className="sc-tools">
        <Button onClick={onBegin}>换一份编</Button>
        <Button onClick={add}>加一条</Button>
        {rule === undefined ? null : (
          <Button
            onClick={() => {
              set(book.rules.toSpliced(at, 1));
              setAt(0);
            }}
          >
            删除这条
          </Button>
        )}
        <span className="push" />
        {isChanged ? <Button onClick={() => onChange(null)}>放弃修改</Button> : null}
        <Button type="primary" disabled={!isChanged || problems.length > 0} onClick={save}>
          保存办法
        </Button>
      </div>
      {problems.length === 0 ? null : (
        <div className="alert-bar" role="alert">
          <p>{problems[0]}。修改后才能保存。</p>
        </div>
      )}
      <div className="form-grid">
        <label htmlFor="rewards-name">办法名称</label>
        <Input
          id="rewards-name"
          value={book.name}
          onChange={(event) => onChange({ ...book, name: event.target.value })}
        />
        <label>预算，元</label>
        <RuleFigure
          label="预算"
          value={book.budget}
          empty="没定"
          onChange={(budget) => onChange({ ...book, budget })}
        />
      </div>
      <div className="sc-begin" role="tablist" aria-label="各条奖励">
        {book.rules.map((one, here) => (
          <Button
            key={here}
            role="tab"
            aria-selected={here === at}
            type={here === at ? 'primary' : 'default'}
            onClick={() => setAt(here)}
          >
            {one.name}
          </Button>
        ))}
      </div>
      {rule === undefined ? (
        <p className="muted">尚无奖励条款。点“加一条”。</p>
      ) : (
        <RewardRuleForm key={at} rule={rule} onChange={(next) => set(book.rules.with(at, next))} />
      )}
    </div>
  );
}

const blankRule = (number: number): RewardRule => ({
  code: `奖励${number}`,
  name: `第${number}条奖励`,
  document: '（填文号）',
  from: null,
  until: null,
  review: null,
  to: 'people',
  currency: 'CNY',
  what: {
    kind: 'share',
    base: 'recognised',
    per: '‰',
    mode: 'marginal',
    tiers: [{ from: '0', rate: '3' }],
  },
  filters: [],
  within: 'ever',
  beyond: null,
  mostPerAward: null,
  mostPerReceiver: null,
  mostInAll: null,
  once: true,
  best: null,
  instalments: [],
});
