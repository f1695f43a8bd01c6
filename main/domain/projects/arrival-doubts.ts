/**
 * What about an entry of arrived funds can hardly be: a question where it is typed or imported, and
 * a line of the 校核报告.
 */
import { surelyBefore, type Day } from '../days/day.ts';
import { overContract } from './recognition.ts';
import type { Fen } from '../exact/money.ts';

export interface DatedAmount {
  readonly date: Day | null;
  readonly amount: Fen;
  readonly currency: string;
}
/** What is known of the project that the money came for. */
export interface ArrivalScene {
  readonly today: Day;
  readonly signed: Day | null;
  readonly contract: { readonly amount: Fen; readonly currency: string } | null;
  /** the project's other entries */
  readonly others: readonly DatedAmount[];
}
export interface ArrivalDoubt {
  readonly code: 'arrival.future' | 'arrival.unsigned' | 'arrival.twice' | 'arrival.over';
  /** the field that it stands at */
  readonly field: 'date' | 'amount';
  readonly message: string;
}

/** @param inWords an amount in the words of the office */
export function arrivalDoubts(
  { date, amount, currency }: DatedAmount,
  { today, signed, contract, others }: ArrivalScene,
  inWords: (amount: Fen, currency: string) => string,
): readonly ArrivalDoubt[] {
  const doubts: ArrivalDoubt[] = [];
  if (date !== null && surelyBefore(today, date))
    doubts.push({
      code: 'arrival.future',
      field: 'date',
      message: `到位日期${date}在今天（${today}）之后`,
    });
  if (date !== null && signed !== null && surelyBefore(date, signed))
    doubts.push({
      code: 'arrival.unsigned',
      field: 'date',
      message: `到位日期${date}早于签约日期${signed}`,
    });
  const sameDay = others.filter(
    (one) => date?.length === 10 && one.date === date && one.currency === currency,
  );
  if (sameDay.length > 0)
    doubts.push({
      code: 'arrival.twice',
      field: 'amount',
      message: `${date}已有一笔${sameDay.map((one) => inWords(one.amount, currency)).join('、')}，这笔${inWords(amount, currency)}是更正还是另一笔`,
    });
  const over =
    contract === null || contract.currency !== currency
      ? null
      : overContract(contract.amount, [
          ...others.flatMap((one) => (one.currency === currency ? [one.amount] : [])),
          amount,
        ]);
  if (over !== null && contract !== null)
    doubts.push({
      code: 'arrival.over',
      field: 'amount',
      message: `累计到位比合同引资${inWords(contract.amount, currency)}多${inWords(over, currency)}`,
    });
  return doubts;
}
