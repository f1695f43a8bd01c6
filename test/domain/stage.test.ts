/** Stages in their order, the four batches, and what a unit's name tells about its kind. */
import { expect, test } from 'vitest';
import { kindOfName } from '../../main/domain/ledgers/unit.ts';
import { ledgers, builtInLedgerOf } from '../../main/domain/ledgers/index.ts';
import { measureOf } from '../../main/domain/exact/measure.ts';
import { BATCHES, STAGES, stepOf } from '../../main/domain/ledgers/stage.ts';

test('stages run from 线索 to 达产; 停滞 and 终止 stand aside', () => {
  const onTheWay = STAGES.filter((stage) => stepOf(stage.value) !== null);
  expect(onTheWay.map((stage) => stage.label)).toEqual([
    '线索',
    '洽谈',
    '签约',
    '立项',
    '开工',
    '在建',
    '竣工',
    '投产',
    '达产',
  ]);
  expect(onTheWay.map((stage) => stepOf(stage.value))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
});
test('no stage falls into two of the four batches', () => {
  const stages = BATCHES.flatMap((batch) => [...batch.stages]);
  expect(new Set(stages).size).toBe(stages.length);
  expect(BATCHES.map((batch) => batch.label)).toEqual([
    '签约一批',
    '开工一批',
    '建设一批',
    '投产一批',
  ]);
});
test.each([
  ['虢镇', 'township'],
  ['东关街道办', 'township'],
  ['县功镇人民政府', 'township'],
  ['区工信局', 'department'],
  ['科技工业园区', 'park'],
  ['科技园区管委会', 'park'],
  ['东关社区', 'village'],
])('%s is a %s', (name, kind) => {
  expect(kindOfName(name)).toBe(kind);
});
test.each(Object.values(ledgers).map((ledger) => [ledger.code, ledger] as const))(
  'every field of %s can be read: its measure is known, its code is its own',
  (code, ledger) => {
    const codes = ledger.fields.map((field) => field.code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const field of ledger.fields)
      if ('measure' in field) expect(measureOf(field.measure)?.name).toBe(field.measure);
    expect(codes).toContain(ledger.nameField);
    expect(builtInLedgerOf(code)).toBe(ledger);
  },
);
