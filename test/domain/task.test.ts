/**
 * Tasks without a book: milestones read from how people write them, and the tree that titles make.
 */
import { expect, test } from 'vitest';
import { milestonesIn } from '../../main/domain/tasks/task-milestones.ts';
import { inTreeOrder, parentsOf } from '../../main/domain/tasks/task-tree.ts';

test.each([
  [
    '3月底前完成选址；6月底前开工；年内建成',
    [
      ['完成选址', '2012-03-31'],
      ['开工', '2012-06-30'],
      ['建成', '2012-12-31'],
    ],
  ],
  [
    '1.上半年完成可研\n2.9月15日前完成招标\n3.2013年6月底竣工',
    [
      ['完成可研', '2012-06-30'],
      ['完成招标', '2012-09-15'],
      ['竣工', '2013-06-30'],
    ],
  ],
  [
    '4月份启动，三季度完成主体，明年3月底前验收',
    [
      ['启动', '2012-04'],
      ['完成主体', '2012-09-30'],
      ['验收', '2013-03-31'],
    ],
  ],
  ['立行立改，长期坚持', [['立行立改，长期坚持', null]]],
  ['完成投资1.2亿元', [['完成投资1.2亿元', null]]],
  ['', []],
])('%s', (text, milestones) => {
  expect(milestonesIn(text, 2012).map((one) => [one.name, one.deadline])).toEqual(milestones);
});

const task = (id: number, title: string, parent: string | null = null) => ({ id, title, parent });

test('children stand under their parents, numbered, in the order in which they were written', () => {
  const tasks = [
    task(1, '创建卫生城'),
    task(2, '治理街巷', '创建卫生城'),
    task(3, '招商引资'),
    task(4, '清运垃圾', '治理街巷'),
    task(5, '改造公厕', '创建卫生城'),
  ];
  expect(inTreeOrder(tasks).map((one) => [one.number, one.task.title, one.depth])).toEqual([
    ['1', '创建卫生城', 0],
    ['1.1', '治理街巷', 1],
    ['1.1.1', '清运垃圾', 2],
    ['1.2', '改造公厕', 1],
    ['2', '招商引资', 0],
  ]);
});

test('a title that two tasks bear, one that none bears, and a circle link to nothing', () => {
  expect([
    ...parentsOf([task(1, '甲'), task(2, '甲'), task(3, '乙', '甲'), task(4, '丙', '没有')]),
  ]).toEqual([]);
  const circle = [task(1, '甲', '乙'), task(2, '乙', '甲'), task(3, '丙', '甲')];
  expect([...parentsOf(circle)]).toEqual([[3, 1]]);
  expect(inTreeOrder(circle).map((one) => one.task.id)).toEqual([1, 3, 2]);
});
