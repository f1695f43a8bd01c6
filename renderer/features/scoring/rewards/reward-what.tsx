/**
 * What is rewarded: shares of money by tiers, fixed sums by size, or sums by the result of the
 * assessment.
 */
import { Segmented, Select } from 'antd';
import type { ReactElement } from 'react';
import { BASES, type RewardKind } from '../../../../main/domain/rewards/rule.ts';
import {
  Boxes,
  BoxLines,
  drawn,
  figure,
  choiceAmong,
  place,
  words,
  wordsOrNone,
  type SentenceBox,
} from '../shared/sentence.tsx';

type Share = Extract<RewardKind, { kind: 'share' }>;
type Fixed = Extract<RewardKind, { kind: 'fixed' }>;
type Graded = Extract<RewardKind, { kind: 'graded' }>;

export function beginning(kind: RewardKind['kind']): RewardKind {
  if (kind === 'share')
    return {
      kind,
      base: 'recognised',
      per: '‰',
      mode: 'marginal',
      tiers: [{ from: '0', rate: '3' }],
    };
  return kind === 'fixed'
    ? { kind, base: 'recognised', tiers: [{ from: '0', amount: '50000' }] }
    : { kind, group: '乡镇组', sums: [{ grade: null, toPlace: 1, amount: '10000' }] };
}

const base = <T extends Share | Fixed>(): SentenceBox<T> =>
  drawn((what, put) => (
    <Select
      aria-label="依据的数"
      value={what.base}
      options={[...BASES]}
      popupMatchSelectWidth={false}
      onChange={(next) => put({ ...what, base: next })}
    />
  ));

const SHARE: readonly SentenceBox<Share>[] = [
  '看',
  base(),
  choiceAmong('mode', '全额还是超额', [
    { value: 'marginal', label: '超额累进' },
    { value: 'whole', label: '全额' },
  ]),
  drawn((what, put) => (
    <Segmented<'%' | '‰'>
      aria-label="比例单位"
      value={what.per}
      options={['‰', '%']}
      onChange={(per) => put({ ...what, per })}
    />
  )),
];
const FIXED: readonly SentenceBox<Fixed>[] = ['看', base()];
const GRADED: readonly SentenceBox<Graded>[] = ['考核分组', words('group', '考核分组')];

const shareTier = (per: Share['per']): readonly SentenceBox<Share['tiers'][number]>[] => [
  figure('from', '档次下限'),
  '万以上，',
  figure('rate', '比例'),
  per,
];
const FIXED_TIER: readonly SentenceBox<Fixed['tiers'][number]>[] = [
  figure('from', '档次下限'),
  '万以上，奖',
  figure('amount', '定额'),
  '元',
];
const SUM: readonly SentenceBox<Graded['sums'][number]>[] = [
  '等次',
  wordsOrNone('grade', '等次', '不论'),
  '名次到第',
  place('toPlace', '名次到', '不论'),
  '名，奖',
  figure('amount', '奖'),
  '元',
];

const TIERS = { label: '各档', least: 1, more: '加一档', less: () => '去掉这档' } as const;

export function RewardWhat({
  what,
  put,
}: {
  readonly what: RewardKind;
  readonly put: (next: RewardKind) => void;
}): ReactElement {
  if (what.kind === 'graded')
    return (
      <fieldset className="sc-group" aria-label="等次和金额">
        <div className="sc-line">
          <Boxes boxes={GRADED} of={what} put={put} />
        </div>
        <BoxLines
          label="各等次"
          list={what.sums}
          boxes={SUM}
          least={1}
          more="加一行"
          less={() => '去掉这行'}
          next={(sums) => ({ grade: null, toPlace: sums.length + 1, amount: '0' })}
          onChange={(sums) => put({ ...what, sums })}
        />
      </fieldset>
    );
  return (
    <fieldset className="sc-group" aria-label="档次">
      <div className="sc-line">
        {what.kind === 'share' ? (
          <Boxes boxes={SHARE} of={what} put={put} />
        ) : (
          <Boxes boxes={FIXED} of={what} put={put} />
        )}
      </div>
      {what.kind === 'share' ? (
        <BoxLines
          {...TIERS}
          list={what.tiers}
          boxes={shareTier(what.per)}
          next={(tiers) => ({ from: tiers.at(-1)?.from ?? '0', rate: '0' })}
          onChange={(tiers) => put({ ...what, tiers })}
        />
      ) : (
        <BoxLines
          {...TIERS}
          list={what.tiers}
          boxes={FIXED_TIER}
          next={(tiers) => ({ from: tiers.at(-1)?.from ?? '0', amount: '0' })}
          onChange={(tiers) => put({ ...what, tiers })}
        />
      )}
    </fieldset>
  );
}
