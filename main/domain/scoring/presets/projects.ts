/** Shipped schemes that look at projects one by one: how many, how large, how far. */
import type { ScoreSource } from '../scheme.ts';
import {
  presetAbove,
  presetBonus,
  presetCompletion,
  presetDeduction,
  EVENTS,
  presetIndicator,
  presetItem,
  presetOfficials,
  presetPart,
  projectsSource,
  presetScheme,
  presetTownships,
  VETO,
  type SchemePreset,
} from './parts.ts';

const city = [
  presetItem('到位资金', '0.5', presetCompletion(presetIndicator('到位资金'))),
  presetItem('签约总投资', '0.5', presetCompletion(presetIndicator('签约项目总投资'))),
  presetItem('开工', '0.5', {
    kind: 'completion',
    parts: [
      presetPart('开工个数', presetIndicator('开工项目个数'), '50'),
      presetPart('到位资金', presetIndicator('到位资金'), '50'),
    ],
    cap: '100',
    floor: null,
  }),
  presetItem(
    '项目个数',
    '0.5',
    presetDeduction(
      presetPart('亿元以上', presetIndicator('其中亿元以上项目'), '0.1'),
      presetPart('5亿元以上', presetIndicator('其中5亿元以上项目'), '0.1'),
    ),
    { least: '0' },
  ),
  presetItem(
    '大项目',
    '0',
    presetBonus(
      presetPart('10亿元以上', projectsSource('signed_date', presetAbove('10亿')), '0.2'),
      presetPart(
        '5亿元以上',
        projectsSource('signed_date', [{ field: 'total_investment', text: '5亿..9.9999亿' }]),
        '0.2',
      ),
      presetPart(
        '1亿元以上',
        projectsSource('signed_date', [{ field: 'total_investment', text: '1亿..4.9999亿' }]),
        '0.1',
      ),
    ),
    { most: '0.5' },
  ),
  presetItem('真实性', '0.5', presetDeduction(presetPart('迟开工', EVENTS, '0.1')), { least: '0' }),
  VETO,
];
const built = [
  presetItem('基础工作', '10', { kind: 'manual', panels: [{ name: '考核组', percent: '100' }] }),
  presetItem('到位资金', '20', presetCompletion(presetIndicator('到位资金'), '100')),
  presetItem('开工入统', '30', presetCompletion(presetIndicator('开工项目个数'), '100')),
  presetItem('投产入规', '40', presetCompletion(presetIndicator('投产项目个数'), '100')),
  VETO,
];

const TIERS = [
  ['3000', '3'],
  ['10000', '4'],
  ['30000', '5'],
  ['50000', '10'],
  ['100000', '15'],
].map(([from = '', points = '']) => ({ from, points, only: [] }));
/**
 * below 3000万 only a leased standard workshop counts; the office says in the remark which one is
 */
const WORKSHOP = { from: '0', points: '2', only: [{ field: 'remark', text: '标准厂房' }] };
const bySize = (by: string): ScoreSource => ({
  from: 'ledger',
  ledger: 'project',
  filters: [],
  sum: 'total_investment',
  measure: '万元',
  by,
  date: 'signed_date',
});
const leads: ScoreSource = {
  from: 'ledger',
  ledger: 'lead',
  filters: [{ field: 'judged', text: '有效' }],
  sum: null,
  measure: '条',
  by: 'person',
  date: 'date',
};
const personal = [
  presetItem('有价值线索', '0', {
    kind: 'quota',
    source: leads,
    quotas: [
      { rank: '正乡级', count: '3' },
      { rank: '专业招商人员', count: '3' },
      { rank: '副乡级', count: '2' },
    ],
    others: '1',
    met: '2',
    further: '0.5',
  }),
  presetItem('签约项目', '0', {
    kind: 'tiered',
    source: bySize('owner'),
    tiers: [WORKSHOP, ...TIERS],
  }),
];
const sized = [
  presetItem('签约项目', '0', {
    kind: 'tiered',
    source: bySize('credit'),
    tiers: [WORKSHOP, ...TIERS],
  }),
  presetItem(
    '整改逾期',
    '0',
    presetDeduction(
      presetPart('逾期未整改', { from: 'overdue', ledger: 'rectification', by: 'unit' }, '1'),
      presetPart('事故', EVENTS, '5'),
    ),
  ),
  VETO,
];

export const PROJECT_PRESETS: readonly SchemePreset[] = [
  {
    name: '市对县招商考核',
    source:
      '某市2024年公布的招商考核结果：六项各0.5分，完成率、个数、大项目、真实性，合计2.78分可逐项复算',
    scheme: presetScheme('招商引资考核办法', city, { groups: [presetTownships(city)] }),
  },
  {
    name: '项目建设四段',
    source: '某市重大项目考核：基础10分，指标20分，开工入统30分，投产入规40分',
    scheme: presetScheme('项目建设考核办法', built),
  },
  {
    name: '签约项目分档计分',
    source:
      '乡镇招商考核：签约项目按3000万、1亿、3亿、5亿、10亿元分档各计2至15分，不封顶；整改逾期每件扣1分，事故每起扣5分',
    scheme: presetScheme('签约计分办法', sized),
  },
  {
    name: '干部个人招商',
    source:
      '乡镇干部招商考核：正乡级、专业招商人员每年3条有价值线索，副乡级2条，其他1条，完成得2分，每多1条加0.5分；签约项目分档计分',
    scheme: presetScheme('干部招商考核办法', personal, { groups: [presetOfficials(personal)] }),
  },
];
