/** Units as they are typed or pasted from Excel. */
import { expect, test } from 'vitest';
import { typedUnits } from '../../renderer/features/first-start/typed-units.ts';

const names = (text: string): readonly string[] => typedUnits(text).map((unit) => unit.name);

test('one a line, or with commas, each once', () =>
  expect(names('虢镇、千河镇\n 虢镇 \n\n县工信局，阳平镇')).toEqual([
    '虢镇',
    '千河镇',
    '县工信局',
    '阳平镇',
  ]));
test('of a block from Excel the names: neither 序号 nor heads nor the total', () =>
  expect(names('序号\t单位名称\t联系人\n1\t虢镇\t张三\n2\t千河镇\t李四\n\t合计\t2')).toEqual([
    '虢镇',
    '千河镇',
  ]));
test('a name tells its kind; a county among them is one of its departments', () =>
  expect(typedUnits('虢镇\n县工信局').map((unit) => unit.kind)).toEqual([
    'township',
    'department',
  ]));
