/**
 * A lamp of the map becomes a task: its form begins with the unit and what the lamp says, and what
 * somebody began to fill in stays.
 */
import { expect, test } from 'vitest';
import { beginRecordWith, NEW, storeOf } from '../../renderer/features/ledgers/shared/view.ts';
import { SPECS } from '../../renderer/features/ledgers/shared/spec.ts';
import { fileTask } from '../../renderer/features/overview/open-cell.ts';
import { useNavigation } from '../../renderer/stores/navigation.ts';

const indicator = {
  id: 1,
  name: '合同引资',
  measure: '亿元',
  category: null,
  direction: 'up',
} as unknown as Parameters<typeof fileTask>[1];
const cell = { lamp: 'red', completion: '43.2', gap: '-12.3' } as unknown as Parameters<
  typeof fileTask
>[2];
const asked = (): Readonly<Record<string, string>> | undefined => {
  const { place } = useNavigation.getState();
  return place.page === 'tasks' ? place.params.draft : undefined;
};

test('the title says what is behind, the unit leads', () => {
  fileTask('城关镇', indicator, cell);
  expect(asked()).toEqual({
    title: '加快合同引资（完成率43.20%，欠序时12.30个百分点）',
    lead_unit: '城关镇',
  });
  fileTask('固关镇', { ...indicator, name: '能耗', direction: 'down' }, {
    ...cell,
    completion: '90',
    gap: '15',
  } as unknown as Parameters<typeof fileTask>[2]);
  expect(asked()?.['title']).toBe('压降能耗（占控制数90.00%，超控制进度15.00个百分点）');
});

test('another lamp begins anew; a form that was filled in further is kept', () => {
  const draft = () => storeOf(SPECS.task).getState().drafts[NEW];
  beginRecordWith(SPECS.task, { title: '加快合同引资', lead_unit: '城关镇' });
  beginRecordWith(SPECS.task, { title: '加快到位资金', lead_unit: '固关镇' });
  expect(draft()).toEqual({ title: { text: '加快到位资金' }, lead_unit: { text: '固关镇' } });
  storeOf(SPECS.task)
    .getState()
    .draft(NEW, { ...draft(), deadline: { text: '12月底' } });
  beginRecordWith(SPECS.task, { title: '加快合同引资', lead_unit: '城关镇' });
  expect(draft()?.['deadline']).toEqual({ text: '12月底' });
});
