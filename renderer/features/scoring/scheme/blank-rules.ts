/** Rules and sources of a scheme as the editor begins them, with figures to change. */
import type { ScoreRule, ScoreSource } from '../../../../main/domain/scoring/scheme.ts';

export const INDICATOR: ScoreSource = { from: 'indicator', indicator: '', against: 'assured' };
export const PROJECTS: ScoreSource = {
  from: 'ledger',
  ledger: 'project',
  filters: [],
  sum: 'total_investment',
  measure: '万元',
  by: 'credit',
  date: 'signed_date',
};

const BLANK_RULES: { readonly [K in ScoreRule['kind']]: Extract<ScoreRule, { kind: K }> } = {
  completion: {
    kind: 'completion',
    parts: [{ label: '完成率', source: INDICATOR, weight: '100' }],
    cap: '120',
    floor: null,
  },
  steps: {
    kind: 'steps',
    source: INDICATOR,
    steps: [
      { from: '100', percent: '100' },
      { from: '80', percent: '75' },
      { from: '50', percent: '50' },
    ],
  },
  over: { kind: 'over', source: INDICATOR, every: '10', add: '3', under: { by: 'share' } },
  tiered: {
    kind: 'tiered',
    source: PROJECTS,
    tiers: [
      { from: '0', points: '2', only: [] },
      { from: '3000', points: '3', only: [] },
      { from: '10000', points: '4', only: [] },
      { from: '30000', points: '5', only: [] },
      { from: '50000', points: '10', only: [] },
      { from: '100000', points: '15', only: [] },
    ],
  },
  quota: {
    kind: 'quota',
    source: {
      from: 'ledger',
      ledger: 'lead',
      filters: [{ field: 'judged', text: '有效' }],
      sum: null,
      measure: '个',
      by: 'person',
      date: 'date',
    },
    quotas: [
      { rank: '正乡级', count: '3' },
      { rank: '副乡级', count: '2' },
    ],
    others: '1',
    met: '2',
    further: '0.5',
  },
  average: {
    kind: 'average',
    source: INDICATOR,
    bands: [
      { to: '20', each: '0.1' },
      { to: null, each: '0.05' },
    ],
    under: '0.1',
  },
  places: {
    kind: 'places',
    source: INDICATOR,
    places: [
      { to: 3, points: '5' },
      { to: 6, points: '3' },
    ],
  },
  bonus: { kind: 'bonus', parts: [{ label: '表彰', source: { from: 'events' }, weight: '2' }] },
  deduction: {
    kind: 'deduction',
    parts: [
      {
        label: '督办逾期',
        source: { from: 'overdue', ledger: 'task', by: 'lead_unit' },
        weight: '1',
      },
    ],
  },
  manual: {
    kind: 'manual',
    panels: [
      { name: '县领导', percent: '70' },
      { name: '部门', percent: '30' },
    ],
  },
  veto: { kind: 'veto' },
};

export const blankRule = (kind: ScoreRule['kind']): ScoreRule => BLANK_RULES[kind];
