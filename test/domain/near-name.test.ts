/**
 * Which names of projects are nearly the same, and which are two projects whatever they look like.
 */
import { describe, expect, it } from 'vitest';
import { bareName, nameEnds, nearlySame } from '../../main/domain/read/near-name.ts';

const near = (a: string, b: string): boolean => nearlySame(bareName(a), bareName(b));

describe('nearlySame', () => {
  it.each([
    ['关中冷链物流园', '关中冷链物流园建设项目'],
    ['标准厂房（三层）', '标准厂房(三层)'],
    ['瑞熙钛业航空级钛合金加工', '瑞熙钛业航空级钛合金加功'],
    ['渭北新区供水管网', '渭北新区的供水管网'],
    ['陕西宏达有限公司年产水泥', '陕西宏达有限责任公司 年产水泥'],
  ])('%s and %s may be one', (a, b) => {
    expect(near(a, b)).toBe(true);
    const [x, y] = [bareName(a), bareName(b)];
    expect(x === y || nameEnds(x).some((end) => nameEnds(y).includes(end))).toBe(true);
  });

  it.each([
    ['渭北新区供水工程一期', '渭北新区供水工程二期'],
    ['工业园区1号标准厂房', '工业园区2号标准厂房'],
    ['县城东环路改造工程', '县城西环路改造工程'],
    ['道路硬化', '道路绿化'],
    ['关中冷链物流园', '关中冷链物流园（北区）'],
    ['年产10万吨水泥生产线', '年产20万吨水泥生产线'],
  ])('%s and %s are two', (a, b) => expect(near(a, b)).toBe(false));

  it('keeps a name that is nothing but filler', () =>
    expect(bareName('建设项目')).toBe('建设项目'));
});
