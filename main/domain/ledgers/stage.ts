/** Stages of a project (项目阶段), their order, and the four batches (四个一批) that they fall into. */
import { surelyBefore } from '../days/day.ts';
import type { Choice } from './field.ts';

export const STAGES = [
  { value: 'lead', label: '线索', also: ['谋划', '意向', '储备'] },
  { value: 'negotiating', label: '洽谈', also: ['在谈', '在谈项目', '对接'] },
  {
    value: 'signed',
    label: '签约',
    also: ['已签约', '签约待开工', '已签约待开工', '签约未开工', '待开工', '拟开工'],
  },
  { value: 'approved', label: '立项', also: ['已立项', '备案', '前期', '前期工作'] },
  { value: 'started', label: '开工', also: ['已开工', '新开工'] },
  { value: 'building', label: '在建', also: ['建设', '建设中', '续建', '在建中'] },
  { value: 'completed', label: '竣工', also: ['已竣工', '建成', '已建成', '完工', '已完工'] },
  {
    value: 'producing',
    label: '投产',
    also: ['已投产', '试生产', '已投产和试生产', '投产运营', '运营'],
  },
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

/** The seven batches that some counties count by (七个一批). */
export const SEVEN_BATCHES = [
  { code: 'lead', label: '谋划一批', stages: ['lead'] },
  { code: 'negotiating', label: '洽谈一批', stages: ['negotiating'] },
  { code: 'signed', label: '签约一批', stages: ['signed', 'approved'] },
  { code: 'started', label: '开工一批', stages: ['started'] },
  { code: 'building', label: '建设一批', stages: ['building', 'completed'] },
  { code: 'producing', label: '投产一批', stages: ['producing'] },
  { code: 'full_output', label: '达产一批', stages: ['full_output'] },
] as const satisfies readonly { code: string; label: string; stages: readonly Stage[] }[];

/** The place of a stage on the way from 线索 to 达产; null for 停滞 and 终止, which stand aside. */
export function stepOf(stage: Stage): number | null {
  if (stage === 'stalled' || stage === 'dropped') return null;
  return STAGES.findIndex((one) => one.value === stage);
}

/** The field that holds the date on which a project reached the stage. */
export const STAGE_DATES: Partial<Record<Stage, string>> = {
  signed: 'signed_date',
  started: 'started_date',
  completed: 'completed_date',
  producing: 'producing_date',
};

/**
 * Why a move needs a word of its own: a project that stops, one that goes on after it was given up,
 * or one that goes back. Null where it needs none.
 */
export function reasonFor(from: Stage | null, to: Stage): 'stops' | 'resumes' | 'back' | null {
  if (from === to) return null;
  const [before, after] = [from === null ? null : stepOf(from), stepOf(to)];
  if (after === null) return 'stops';
  if (from === 'dropped') return 'resumes';
  return before !== null && after < before ? 'back' : null;
}

/** The actual dates on a project's way, in their order. */
const WAY = ['signed_date', 'started_date', 'completed_date', 'producing_date'] as const;

/**
 * Two actual dates of which the later step is surely dated before the earlier one; null where there
 * are none.
 */
export function reversedDates(
  dates: Readonly<Record<string, unknown>>,
): { readonly earlier: string; readonly later: string } | null {
  for (const [at, later] of WAY.entries()) {
    for (const earlier of WAY.slice(0, at)) {
      const [first, second] = [dates[earlier], dates[later]];
      if (typeof first === 'string' && typeof second === 'string' && surelyBefore(second, first))
        return { earlier, later };
    }
  }
  return null;
}
