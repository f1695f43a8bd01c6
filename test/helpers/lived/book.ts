/**
 * Writes a random county's life into a book as its office would: month by month, a close, a raise,
 * what came late, what was corrected.
 */
import { closeMonth, correctFigure } from '../../../main/services/progress/closing.ts';
import { setRules } from '../../../main/services/progress/progress-rules.ts';
import { planTarget } from '../../../main/services/targets/target-edit.ts';
import {
  adjustTargets,
  issueTargets,
  listVersions,
} from '../../../main/services/targets/versions.ts';
import { listUnits, updateUnit } from '../../../main/services/units/units.ts';
import { yearBook, type YearBook } from '../year.ts';
import { activeIn, cell, goalKey, KINDS, MONTHS, YEARS, type Life } from './life.ts';

export interface LivedBook extends YearBook {
  readonly ids: ReadonlyMap<string, number>;
}

export function livedBook(life: Life): LivedBook {
  const made = yearBook(life.units);
  const { book, add, unit } = made;
  setRules(book, {
    lamp: life.lamp,
    denominator: 'assured',
    firstMonth: life.firstMonth,
    stockPace: life.stock,
  });
  const ids = new Map<string, number>();
  for (const { code, name, measure, places, direction, kind, whole, parts } of KINDS)
    ids.set(
      code,
      add(name, {
        measure,
        places,
        direction,
        kind,
        rollup: whole === 'parts' ? 'ratio' : whole === 'own' ? 'none' : 'sum',
        ...(parts === undefined
          ? {}
          : {
              numerator: ids.get(parts[0]) ?? null,
              denominator: ids.get(parts[1]) ?? null,
              factor: '100',
            }),
      }),
    );
  const named = (name: string) => {
    const found = listUnits(book).find((one) => one.name === name);
    if (found === undefined || found.kind === 'county') throw new Error(name);
    return { ...found, kind: found.kind };
  };
  updateUnit(book, { ...named(life.gone), to: '2012', successor: unit(life.units[0] ?? '') });
  updateUnit(book, { ...named(life.begun), from: '2013' });
  const lived = { ...made, ids };
  for (const year of YEARS) live(lived, life, year);
  return lived;
}

function live(made: LivedBook, life: Life, year: number): void {
  const { book } = made;
  writeGoals(made, life, year, 1);
  const [first] = listVersions(book, year);
  issueTargets(book, {
    version: first?.id ?? 0,
    date: `${year}-01-05`,
    document: null,
    reason: null,
  });
  for (let month = 1; month <= life.closed; month += 1) tellMonth(made, life, year, month, false);
  closeMonth(book, { year, month: life.closed, note: null });
  if (life.isRaised) {
    const { id } = adjustTargets(book, year);
    writeGoals(made, life, year, 2);
    issueTargets(book, {
      version: id,
      date: `${year}-06-05`,
      document: '县政发〔2012〕9号',
      reason: '上级调高',
    });
  }
  for (const late of [false, true])
    for (let month = life.closed + 1; month <= MONTHS; month += 1)
      tellMonth(made, life, year, month, late);
  for (const unit of activeIn(life, year))
    for (const { code } of KINDS) {
      const to = life.corrected.get(cell(year, code, unit, life.closed));
      if (to !== undefined)
        correctFigure(book, {
          year,
          month: life.closed,
          indicator: made.ids.get(code) ?? 0,
          unit: made.unit(unit),
          part: to.part,
          text: to.text,
          reason: '核实',
          document: null,
        });
    }
}

function writeGoals(
  { book, target, ids, unit }: LivedBook,
  life: Life,
  year: number,
  version: number,
): void {
  for (const { code } of KINDS) {
    const indicator = ids.get(code) ?? 0;
    const goals = [...activeIn(life, year), '县'].flatMap((name) => {
      const goal = life.goals.get(goalKey(year, version, code, name));
      return goal === undefined ? [] : [{ name, goal }];
    });
    for (const part of ['base', 'assured', 'stretch'] as const) {
      const texts = goals.flatMap(({ name, goal }): [string, string][] => {
        const text = goal[part];
        return text === null ? [] : [[name, text]];
      });
      if (texts.length > 0) target(indicator, Object.fromEntries(texts), part, year);
    }
    for (const { name, goal } of goals)
      if (goal.quarters !== null)
        planTarget(book, { year, indicator, unit: unit(name), plan: goal.quarters });
  }
}

function tellMonth(made: LivedBook, life: Life, year: number, month: number, late: boolean): void {
  for (const { code } of KINDS)
    for (const part of ['month', 'cumulative'] as const) {
      const now: Record<string, string> = {};
      for (const name of [...activeIn(life, year), '县']) {
        const at = cell(year, code, name, month);
        const said = life.told.get(at);
        if (said?.part === part && life.late.has(at) === late) now[name] = said.text;
      }
      if (Object.keys(now).length === 0) continue;
      const { disagreements } = made.type(month, made.ids.get(code) ?? 0, now, part, year);
      if (disagreements.length > 0) throw new Error(JSON.stringify(disagreements));
    }
}
