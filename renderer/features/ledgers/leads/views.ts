/**
 * The other views that 线索 has: what each person owes and gave, and the promotion events. Both
 * show all there is.
 */
import type { NamedTable } from '../../../../main/domain/table-name.ts';
import type { ComponentType } from 'react';
import type { LeadViewName } from '../../../stores/pages.ts';
import { Promotions } from './promotions.tsx';
import { Quota } from './quota.tsx';
import './leads.css';

export const LEAD_VIEWS: readonly {
  readonly value: LeadViewName;
  readonly label: string;
  readonly View: ComponentType;
  readonly paper: NamedTable | null;
}[] = [
  { value: 'quota', label: '任务完成', View: Quota, paper: 'lead-quota' },
  { value: 'events', label: '推介活动', View: Promotions, paper: null },
];
