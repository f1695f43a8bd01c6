/** Stages of a project (项目阶段), their order, and the four batches (四个一批) that they fall into. */
import type { Choice } from './ledgers/field.ts';

export const STAGES = [
  { value: 'lead', label: '线索', also: ['谋划', '意向', '储备'] },
  { value: 'negotiating', label: '洽谈', also: ['在谈', '在谈项目', '对接'] },
  { value: 'signed', label: '签约', also: ['已签约', '签约待开工', '已签约待开工', '签约未开工', '待开工', '拟开工'] },
  { value: 'approved', label: '立项', also: ['已立项', '备案', '前期', '前期工作'] },
  { value: 'started', label: '开工', also: ['已开工', '新开工'] },
  { value: 'building', label: '在建', also: ['建设', '建设中', '续建', '在建中'] },
  { value: 'completed', label: '竣工', also: ['已竣工', '建成', '已建成', '完工', '已完工'] },
  { value: 'producing', label: '投产', also: ['已投产', '试生产', '已投产和试生产', '投产运营', '运营'] },
  { value: 'full_output', label: '达产', also: ['已达产', '达产达效'] },
  { value: 'stalled', label: '停滞', also: ['停工', '停建', '缓建'] },
  { value: 'dropped', label: '终止', also: ['取消', '退出', '注销'] },
] as const satisfies readonly Choice[];

export type Stage = (typeof STAGES)[number]['value'];

export const BATCHES = [
  { code: 'signed', label: '签约一批', stages: ['signed', 'approved'] },
  { code: 'started', label: '开工一批', stages: ['started'] },
  { code: 'building', label: '建设一批', stages: ['building', 'completed'] },
  { code: 'producing', label: '投产一批', stages: ['producing', 'full_output'] },
] as const satisfies readonly { code: string; label: string; stages: readonly Stage[] }[];

/** The place of a stage on the way from 线索 to 达产; null for 停滞 and 终止, which stand aside. */
export function stepOf(stage: Stage): number | null {
  if (stage === 'stalled' || stage === 'dropped') return null;
  return STAGES.findIndex((one) => one.value === stage);
}

/** The field that holds the date on which a project reached the stage. */
export const STAGE_DATES: Partial<Record<Stage, string>> = { signed: 'signed_date', started: 'started_date', completed: 'completed_date', producing: 'producing_date' };
