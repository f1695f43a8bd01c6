/**
 * From a figure to the records it was counted from: nothing that was asked of them is lost on the
 * way.
 */
import { expect, test } from 'vitest';
import { parseFilters } from '../../main/domain/read/filter.ts';
import { fieldOf } from '../../main/domain/ledgers/field.ts';
import { project } from '../../main/domain/ledgers/project.ts';
import { goGroup, goRecords, useNavigation } from '../../renderer/stores/navigation.ts';
import type { OpenPlace } from '../../renderer/stores/pages.ts';

const place = (): OpenPlace => useNavigation.getState().place;
const opened = (): Readonly<Record<string, string>> | undefined => {
  const { params } = place();
  return 'filters' in params ? params.filters : undefined;
};

test('two conditions of one field stand in its one filter, and both hold', () => {
  goRecords({
    ledger: 'project',
    filters: [
      { field: 'signed_date', text: '>=2012-03' },
      { field: 'stage', text: '=在建' },
      { field: 'signed_date', text: '2012-01-01..2012-06-30' },
    ],
  });
  expect(opened()).toEqual({ signed_date: '>=2012-03 且 2012-01-01..2012-06-30', stage: '=在建' });
  expect(parseFilters(fieldOf(project, 'signed_date'), opened()?.['signed_date'] ?? '')).toEqual([
    { is: 'range', from: '2012-03-01' },
    { is: 'range', from: '2012-01-01', to: '2012-06-30' },
  ]);
});

test('a bar puts its own value in place of what its field was filtered by', () => {
  goGroup(
    'own_1',
    [
      { field: 'f1', text: '甲' },
      { field: 'f2', text: '>3' },
    ],
    'f1',
    '乙',
  );
  expect(place()).toEqual({
    page: 'ledgers',
    params: { ledger: 'own_1', filters: { f2: '>3', f1: '=乙' } },
  });
  goGroup('own_1', [], 'f1', null);
  expect(opened()).toEqual({ f1: '空' });
});
