/** 线索: the ledger's sheet, what each person owes and gave, and the promotion events. */
import { Segmented } from 'antd';
import { go, type Params } from '../../../stores/navigation.ts';
import type { OtherView } from '../../../ui/other-view.ts';
import { Promotions } from './promotions.tsx';
import { Quota } from './quota.tsx';
import './leads.css';

const SHEET = 'sheet';
const VIEWS = [{ value: SHEET, label: '台账' }, { value: 'quota', label: '任务完成' }, { value: 'events', label: '推介活动' }] as const;

/** `params.view`: which one. */
export function leadView(params: Params): OtherView {
  const value = VIEWS.find((one) => one.value === params['view'])?.value ?? SHEET;
  return {
    switcher: <Segmented<string> aria-label="看法" value={value} options={[...VIEWS]} onChange={(view) => go('ledgers', { ledger: 'lead', ...(view === SHEET ? {} : { view }) })} />,
    isWhole: value !== SHEET,
    paper: value === 'quota' ? 'lead-quota' : null,
    draw: value === SHEET ? null : () => (value === 'quota' ? <Quota /> : <Promotions />),
  };
}
