/**
 * The office's rules of progress as the book keeps them: lamps, the denominator that scores, the
 * month in which the year begins.
 */
import { z } from 'zod';
import { lampRuleSchema, progressRulesSchema } from '../../../preload/contract/progress.ts';
import { DEFAULT_RULE, type LampRule } from '../../domain/progress/lamp.ts';
import { Fault } from '../../domain/fault.ts';
import { keptText, readKept, type KeptKind } from '../kept/document.ts';
import type { Reader } from '../open.ts';
import { decideSetting, setting, type DecidedSetting } from '../settings.ts';
import type { Writing } from '../write.ts';

const LAMP: KeptKind<LampRule> = { version: 1, shape: lampRuleSchema };

/** @throws Fault kept.damaged, kept.newer */
export function lampRuleOf(db: Reader): LampRule {
  const text = setting(db, 'lampRule');
  return text === null ? DEFAULT_RULE : readKept(text, LAMP, '亮灯规则');
}
export const keepLampRule = (writing: Writing, rule: LampRule): void =>
  decideSetting(writing, 'lampRule', keptText(LAMP, rule));

/** @throws Fault kept.damaged */
export const keptDenominator = (db: Reader): z.output<typeof progressRulesSchema>['denominator'] =>
  plain(db, 'denominator', progressRulesSchema.shape.denominator, '考核口径') ?? 'assured';

/** The calendar month in which the assessment year begins. @throws Fault kept.damaged */
export const firstMonthOf = (db: Reader): number =>
  plain(
    db,
    'firstMonth',
    z.coerce.number().pipe(progressRulesSchema.shape.firstMonth),
    '考核年度起始月',
  ) ?? 1;

function plain<T>(db: Reader, key: DecidedSetting, shape: z.ZodType<T>, what: string): T | null {
  const said = setting(db, key);
  if (said === null) return null;
  const read = shape.safeParse(said);
  if (!read.success) throw new Fault('kept.damaged', { what });
  return read.data;
}
