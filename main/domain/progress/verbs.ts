/**
 * What a sentence says of a figure by its kind: what adds up is 完成, a level is 达到, a ratio or
 * an average is 为, what should stay low is 发生 or 死亡; never 完成 of an accident, an income per
 * head or a part (其中).
 */
import { isShare } from '../exact/measure.ts';
import type { Direction, IndicatorKind } from '../targets/indicator.ts';

export interface ToldIndicator {
  readonly name: string;
  readonly measure: string;
  readonly direction: Direction;
  readonly kind: IndicatorKind;
}
/** An average or a rate is no amount that anyone completes, however its figures are kept. */
const AVERAGE = /人均|户均|亩均|均价|平均|增速|增幅|涨幅|降幅|指数|比重|占比|[率比]$/u;
const EVENT = /^(?:起|次|件|例|宗|处|人次)$/u;
const EVENT_NAME = /事故|案件|火灾|疫情|投诉|上访|信访|突发/u;
const DEATH = /(?:死亡|遇难|伤亡)(?:人数|人员)?$/u;
/** a name that says itself what was done: 签约项目, 新增就业 */
const DONE =
  /^(?:新)?(?:完成|实现|签约|开工|竣工|投产|引进|新增|新建|建成|到位|培训|招聘|招录|销号|办结|建立|组织|开展|发展|培育|处理|整改)/u;

/** Whether it is told as a state at the month's end (截至9月底) instead of over the months (1—9月). */
export const isLevel = ({ kind, measure, name }: ToldIndicator): boolean =>
  kind !== 'flow' || isShare(measure) || AVERAGE.test(name);

/** A part's own name without 其中, which the sentence of its whole says. */
export const partName = (name: string): string => name.replace(/^其中[：:，、]?/u, '') || name;

/** The words before the figure: 完成合同引资, 新增就业, 规上企业达到, 安全培训率为, 发生生产安全事故, 生产安全事故死亡. */
export function toldAs(one: ToldIndicator): string {
  const name = partName(one.name);
  if (one.direction === 'down' && one.kind === 'flow' && !isShare(one.measure)) {
    if (DEATH.test(name)) return `${name.replace(DEATH, '')}死亡`;
    if (EVENT.test(one.measure) || EVENT_NAME.test(name))
      return name.startsWith('发生') ? name : `发生${name}`;
    return `${name}为`;
  }
  if (isLevel(one))
    return one.kind === 'stock' && one.direction === 'up' && !AVERAGE.test(name)
      ? `${name}达到`
      : `${name}为`;
  return name !== one.name || DONE.test(name) ? name : `完成${name}`;
}
