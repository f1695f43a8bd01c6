/** Shipped schemes that measure what was done against a target, an average or a panel's eye. */
import {
  presetBonus,
  presetCompletion,
  presetDeduction,
  presetDepartments,
  EVENTS,
  presetIndicator,
  presetItem,
  presetPart,
  projectsSource,
  presetScheme,
  presetSteps,
  presetTownships,
  VETO,
  type SchemePreset,
} from './parts.ts';

const arrived = presetIndicator('到位资金');
const overs = [
  presetItem('到位资金', '40', {
    kind: 'over',
    source: arrived,
    every: '10',
    add: '3',
    under: { by: 'share' },
  }),
  presetItem(
    '大外资项目',
    '0',
    presetBonus(
      presetPart(
        '300万美元以上',
        projectsSource('signed_date', [{ field: 'foreign_contract', text: '≥300万' }]),
        '3',
      ),
    ),
  ),
  VETO,
];
const reached = [
  presetItem('达标', '60', presetSteps(arrived, [['100', '100']])),
  presetItem(
    '超额',
    '0',
    {
      kind: 'over',
      source: arrived,
      every: '5',
      add: '0.5',
      under: { by: 'steps', every: '100', take: '0' },
    },
    { most: '10', least: '0' },
  ),
  VETO,
];
const stepped = [
  presetItem(
    '到位资金',
    '50',
    presetSteps(arrived, [
      ['100', '100'],
      ['80', '75'],
      ['50', '50'],
    ]),
  ),
  presetItem(
    '开工项目',
    '30',
    presetSteps(presetIndicator('开工项目个数'), [
      ['100', '100'],
      ['80', '75'],
      ['50', '50'],
    ]),
  ),
  presetItem('月报', '0', presetDeduction(presetPart('缺报、迟报', EVENTS, '1')), { least: '-12' }),
  VETO,
];
const timed = [
  presetItem('时序进度', '60', presetCompletion(presetIndicator('到位资金', 'pace'), '100')),
  presetItem('评议', '30', {
    kind: 'manual',
    panels: [
      { name: '领导评分', percent: '70' },
      { name: '部门互评', percent: '30' },
    ],
  }),
  presetItem(
    '加分',
    '0',
    presetBonus(
      presetPart(
        '亿元以上项目',
        projectsSource('signed_date', [{ field: 'total_investment', text: '≥1亿' }]),
        '2',
      ),
    ),
    { most: '6' },
  ),
  VETO,
];
const averaged = [
  presetItem(
    '到位资金',
    '20',
    {
      kind: 'average',
      source: presetIndicator('到位资金', null),
      bands: [
        { to: '20', each: '1' },
        { to: '60', each: '0.5' },
        { to: null, each: '0.33' },
      ],
      under: '1',
    },
    { least: '0' },
  ),
  presetItem('停滞项目', '0', presetDeduction(presetPart('未复工', EVENTS, '0.33'))),
  VETO,
];
const party = [
  presetItem(
    '党建评议',
    '100',
    { kind: 'manual', panels: [{ name: '组织部门', percent: '100' }] },
    { sheet: '党建' },
  ),
];
const economy = [
  presetItem('财政总收入', '40', presetCompletion(presetIndicator('财政总收入'), '120'), {
    sheet: '经济',
  }),
  presetItem('固定资产投资', '30', presetCompletion(presetIndicator('固定资产投资'), '120'), {
    sheet: '经济',
  }),
  presetItem('到位资金', '30', presetCompletion(arrived, '120'), { sheet: '经济' }),
];
const folded = [...party, ...economy, { ...VETO, sheet: '经济' }];

export const COMPLETION_PRESETS: readonly SchemePreset[] = [
  {
    name: '超欠任务加减分',
    source:
      '龙湾2004年招商引资考核：基本分40，每超10%加3分，欠的按比例，300万美元以上项目每个加3分',
    scheme: presetScheme('超欠任务考核办法', overs),
  },
  {
    name: '达标得六十分',
    source:
      '某县2006年目标考核：完成任务得60分，超额分步各加0.5分、最多10分，完不成不得分；每步的幅度原文没写，这里按5%',
    scheme: presetScheme('达标考核办法', reached),
  },
  {
    name: '分档得分，缺报扣分',
    source:
      '某县项目考核：完成100%、80%、50%以上得满分、75%、50%，以下不得分；月报每缺一次扣1分，扣完12分为止',
    scheme: presetScheme('分档考核办法', stepped),
  },
  {
    name: '时序目标，七三评议',
    source: '某市目标考核：完成数÷时序目标×分值，两类评分人七三开，加分每项2分、最多6分',
    scheme: presetScheme('时序考核办法', timed),
  },
  {
    name: '对本组平均数加减',
    source:
      '某市招商考核：基本分上按高出平均数的部分分三段加分（1/20、1/40、1/60），未复工项目每个扣0.33分；段的界限原文没写，这里按20%、60%',
    scheme: presetScheme('平均数考核办法', averaged, {
      groups: [presetTownships(averaged), presetDepartments(averaged)],
    }),
  },
  {
    name: '党建、经济三七折算',
    source: '乡镇全面考核：党建100分、经济100分，按30:70折算，一票否决不论得分定为不合格',
    scheme: presetScheme('综合考核办法', folded, {
      sheets: [
        { name: '党建', percent: '30', most: null },
        { name: '经济', percent: '70', most: null },
      ],
      groups: [presetTownships(folded)],
    }),
  },
];
