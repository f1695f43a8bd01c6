/**
 * Of the month's bulletin: what is wrong (behind pace, not reported, problems of projects) and what
 * is asked for; the office's own demands go before those that follow from the figures.
 */
import { spanOf } from '../../../domain/days/day.ts';
import { isOpenProblem } from '../../../domain/projects/project-problem.ts';
import { BLANK_WORD, isBehindPace, PACE_WORDS } from '../../../domain/progress/words.ts';
import { paragraph, type DocumentParagraph } from '../../model/document.ts';
import type { BulletinFacts } from './bulletin-facts.ts';
import { standingSentence } from './bulletin-tasks.ts';

const some = (names: readonly string[], most: number, counted: string): string =>
  names.slice(0, most).join('、') + (names.length > most ? `等${names.length}${counted}` : '');

export function problemParagraphs(facts: BulletinFacts): readonly DocumentParagraph[] {
  const told = [
    standingSentence(facts),
    // each field says it of itself, and the demands name the units
    ...(facts.isShort ? [] : [behindWords(facts), unitsBehindWords(facts)]),
    silentWords(facts),
    openWords(facts),
  ];
  const sentences = told.filter((one) => one !== '');
  return sentences.length === 0 ? [] : [paragraph('body', [sentences.join('')])];
}

/** 全县欠序时进度的指标3项：甲、乙、丙。 Those that should stay low are named apart. */
function behindWords({ fields, period }: BulletinFacts): string {
  return (['up', 'down'] as const)
    .map((direction) => {
      const names = fields
        .filter(({ one }) => one.direction === direction && isBehindPace(direction, one.gap))
        .map(({ one }) => one.name);
      return names.length === 0
        ? ''
        : `${period.whole}${PACE_WORDS[direction].behind === '欠序时' ? '欠序时进度' : PACE_WORDS[direction].behind}的指标${names.length}项：${names.join('、')}。`;
    })
    .join('');
}

/**
 * How many fields a unit is behind in, those behind in most first; one alone is no reason to be
 * named.
 */
function behindIn({
  fields,
}: BulletinFacts): readonly { readonly name: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const { one } of fields)
    for (const unit of one.units)
      if (isBehindPace(one.direction, unit.gap))
        counts.set(unit.name, (counts.get(unit.name) ?? 0) + 1);
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .filter(({ count }) => count > 1)
    .toSorted((a, b) => b.count - a.count);
}

function unitsBehindWords(facts: BulletinFacts): string {
  const behind = behindIn(facts);
  const named = behind.slice(0, facts.form.names).map(({ name, count }) => `${name}（${count}项）`);
  return named.length === 0 ? '' : `没有达到进度的指标较多的单位是${named.join('、')}。`;
}

/** A total without somebody is told with whom it leaves out. */
function silentWords({ fields, form }: BulletinFacts): string {
  const late = fields.filter(
    ({ sheet, one }) => sheet.missing.length > 0 && one.cumulative !== null,
  );
  const none = fields.filter(({ one }) => one.cumulative === null).map(({ one }) => one.name);
  const units = [...new Set(late.flatMap(({ sheet }) => sheet.missing))];
  const partly =
    late.length === 0
      ? ''
      : `${some(units, form.names, '个单位')}还没有报齐，合计不含未报的数（${some(
          late.map(({ one }) => one.name),
          form.names,
          '项',
        )}），明细见附件。`;
  return partly + (none.length === 0 ? '' : `${none.join('、')}还没有单位报数。`);
}

/** Open on the day. */
function openWords({ source, day, form }: BulletinFacts): string {
  const open = source.problems().filter(({ raised, state, solved }) => {
    const there = raised === null || spanOf(raised).first <= day;
    return there && (isOpenProblem(state) || (solved !== null && spanOf(solved).first > day));
  });
  const names = [...new Set(open.map((one) => one.projectName))];
  return open.length === 0
    ? ''
    : `项目建设中待解决的问题${open.length}个，涉及${some(names, form.names, '个项目')}。`;
}

export function demandParagraphs(facts: BulletinFacts): readonly DocumentParagraph[] {
  const { form, fields } = facts;
  if (form.demands.length > 0) return form.demands.map((text) => paragraph('body', [text]));
  const behind = behindIn(facts)
    .slice(0, form.names)
    .map(({ name, count }) => (facts.isShort ? `${name}（${count}项没有达到进度）` : name));
  const silent = [...new Set(fields.flatMap(({ sheet }) => sheet.missing))];
  const asked = [
    ...(behind.length === 0 ? [] : [`请${behind.join('、')}于${BLANK_WORD}前说明原因和措施；`]),
    ...(silent.length === 0
      ? []
      : [`请${some(silent, form.names, '个单位')}于${BLANK_WORD}前补报；`]),
  ];
  return [
    paragraph('body', [
      asked.length === 0 ? `${BLANK_WORD}。` : `${asked.join('').slice(0, -1)}。${BLANK_WORD}`,
    ]),
  ];
}
