/**
 * What an indicator's name and measure tell of how it behaves: whether less is better, whether it
 * is a level, a ratio or something that adds up over the months. A proposal, which the office may
 * change.
 */
import { measureOf } from '../exact/measure.ts';
import type { Direction, IndicatorKind, Rollup } from './indicator.ts';

export interface Nature {
  readonly direction: Direction;
  readonly kind: IndicatorKind;
  readonly rollup: Rollup;
}

const HARM =
  /事故|死亡|伤亡|受伤|能耗|水耗|电耗|煤耗|信访|上访|越级|投诉|举报|逾期|积压|拖欠|欠薪|欠税|违法|违规|违纪|案件|发案|火灾|排放|污染|超标|失业|返贫|贫困|负债|债务|亏损|不良|流失|劣[Ⅴ五V]|缺陷|赤字|化学需氧量|二氧化硫|氨氮|氮氧化物|COD|SO2|PM2|PM10|隐患|问题数|空置|闲置/i;
/** Work against the harm: more of it is better. */
const AGAINST =
  /整改|化解|办结|办理|处理|处置|查处|查办|治理|减少|减排|削减|下降|降低|降幅|破案|侦破|结案|销号|满意|挽回|排查|清理|清零|清偿|偿还|达标|合格|回复|受理|调处|调解|答复|响应|盘活|消化|收回|防治|脱贫|帮扶|就业|再就业|解决|消除|整治|督办|打击|投入|培训|演练|检查|巡查/;
const STOCK =
  /(?:规上|规模以上|限上|限额以上|“?四上”?|高新技术)[^率值额]*(?:企业|单位)(?:数|个数|户数|家数|总数)?$|企业(?:总数|保有量)$|市场主体|个体工商户|在库|存量|保有量|余额|期末|常住人口|户籍人口|总人口|人口数|在岗职工|从业人员(?:数)?$|在册|床位数?$|存栏|库存|在建项目|固定资产(?:净值|原值)|资产总额|资产总计|注册商标总|有效发明专利|参保人数|覆盖(?:村|户|人)|里程$/;
/** What was newly done in the time is a flow, whatever it is done to. */
const NEW =
  /新(?:增|建|登记|注册|设|开(?!发)|发展|成立|认定|招|培育|入|领|迁)|注销|退出|迁[入出]|净增|增加|培育|入库|入规|升规|申报|完成|引进|签约|办|发放|减少|出栏/;

export function natureOf(name: string, measure: string): Nature {
  const direction = HARM.test(name) && !AGAINST.test(name) ? 'down' : 'up';
  const known = measureOf(measure);
  if (known?.dimension === 'share' || known?.name.includes('/') === true)
    return { direction, kind: 'ratio', rollup: 'none' };
  if (/个?百分点$/.test(measure)) return { direction, kind: 'ratio', rollup: 'none' };
  if (/^人均|平均|均价|指数$|单位(?:GDP|生产总值|增加值|产值|工业)/.test(name))
    return { direction, kind: 'ratio', rollup: 'none' };
  return STOCK.test(name) && !NEW.test(name)
    ? { direction, kind: 'stock', rollup: 'sum' }
    : { direction, kind: 'flow', rollup: 'sum' };
}

const KINDS: Readonly<Record<IndicatorKind, string>> = {
  flow: '按各月相加',
  stock: '按期末数，不按月相加',
  ratio: '按比率，不相加',
};

/** 生产安全事故：起，越少越好，按各月相加. */
export const natureWords = ({ direction, kind }: Nature): string =>
  `${direction === 'down' ? '越少越好' : '越多越好'}，${KINDS[kind]}`;
