/**
 * The office's rules of progress: lamps, the denominator that scores, where the assessment year
 * begins.
 */
import type { ProgressRules } from '../../../preload/contract/progress.ts';
import type { Reader } from '../../data/open.ts';
import { hasCloses } from '../../data/progress/closes.ts';
import {
  keptDenominator,
  firstMonthOf,
  keepLampRule,
  lampRuleOf,
} from '../../data/progress/kept-rules.ts';
import { decideSetting, setting } from '../../data/settings.ts';
import { compare, isDecimal } from '../../domain/exact/decimal.ts';
import { Fault } from '../../domain/fault.ts';
import type { LampRule } from '../../domain/progress/lamp.ts';
import { command, type Book } from '../book/book.ts';

export function rulesOf(db: Reader): ProgressRules {
  return {
    lamp: lampRuleOf(db),
    denominator: keptDenominator(db),
    firstMonth: firstMonthOf(db),
    stockPace: setting(db, 'stockPace') === 'path' ? 'path' : 'end',
  };
}

/** @throws Fault value.unreadable for thresholds that are no figures or in the wrong order */
export function setRules(book: Book, rules: ProgressRules): ProgressRules {
  refuseThresholds(rules.lamp);
  const moved = rules.firstMonth !== firstMonthOf(book.db);
  if (moved && hasCloses(book.db))
    throw new Fault('value.unreadable', {
      field: '考核年度起始月',
      seen: `${rules.firstMonth}月`,
      want: '原来的月份，已有月份关账',
    });
  command(book, '修改亮灯和考核口径', ['session', 'target', 'figure'], (writing) => {
    keepLampRule(writing, rules.lamp);
    decideSetting(writing, 'denominator', rules.denominator);
    decideSetting(writing, 'firstMonth', String(rules.firstMonth));
    decideSetting(writing, 'stockPace', rules.stockPace);
  });
  return rulesOf(book.db);
}

function refuseThresholds(lamp: LampRule): void {
  const [first, second] =
    lamp.by === 'difference' ? [lamp.yellow, lamp.red] : [lamp.yellow, lamp.green];
  for (const text of [first, second])
    if (!isDecimal(text) || compare(text, '0') < 0)
      throw new Fault('value.unreadable', {
        field: '亮灯界限',
        seen: text,
        want: '不小于0的数，如20',
      });
  if (compare(first, second) >= 0)
    throw new Fault('value.unreadable', {
      field: '亮灯界限',
      seen: second,
      want: `大于${first}的数`,
    });
}
