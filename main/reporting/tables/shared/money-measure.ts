/** The measures a user may choose for amounts in 人民币. */
import type { Decimal } from '../../../domain/exact/decimal.ts';

export type MoneyMeasure = '元' | '万元' | '亿元';
/** How much of the measure one 元 is: exact, also below a 分, as shares and rates need. */
export const TIMES: Record<MoneyMeasure, Decimal> = { 元: '1', 万元: '0.0001', 亿元: '0.00000001' };
