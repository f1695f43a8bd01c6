/**
 * What the words around a table of figures, and the user, say of the whole of it: its indicator,
 * whose it is, its measures.
 */
import type { ImportAnswer } from '../../../preload/contract/answers.ts';
import type { Issue } from '../../../preload/contract/imports.ts';
import { measureOf, type Measure } from '../../domain/exact/measure.ts';
import type { UnitNames } from '../cells/units.ts';
import type { Sender } from '../records/sender.ts';
import { kindOfCell } from '../sheet/cell-kinds.ts';
import { placedIssue } from '../sheet/issue.ts';
import type { Evidence, MappedColumn, MappedTable } from '../sheet/mapped.ts';
import type { SheetPeriod } from '../sheet/period.ts';
import type { Region } from '../sheet/region.ts';
import type { SourceSheet } from '../sheet/sheet.ts';
import { subjectOf, subjectTitles } from '../sheet/titles.ts';
import type { TableFact } from '../../domain/targets/fact.ts';
import { natureOf } from '../../domain/targets/indicator-nature.ts';
import type { FactColumn, FactLayout } from './fact-columns.ts';

export interface FactTableInput {
  readonly sheet: SourceSheet;
  readonly region: Region;
  readonly head: MappedTable['head'];
  readonly place: number;
  readonly number: number;
  readonly period: SheetPeriod | null;
  /** the table's columns as a ledger would have them */
  readonly columns: readonly MappedColumn[];
  readonly evidence: readonly Evidence[];
  readonly titles: readonly string[];
  readonly notes: readonly Measure[];
  readonly units: UnitNames;
  readonly county: string;
  readonly answers: readonly ImportAnswer[];
  /** who sent the file, where its name or the user tells */
  readonly said: Sender | null;
  /** whether the table itself says its month */
  readonly isMonthTold: boolean;
  /** another period that its sheet's name, its heads or the user say */
  readonly against: string | null;
  /** whether it may be a list of units */
  readonly isLedger: boolean;
  /** where a form tells it */
  readonly layout: FactLayout | null;
}
/** 更正表, 订正, 重报: the sheet is to replace what was sent before. */
const CORRECTS = /更正|订正|勘误|修正表|修正件|重报/;

/**
 * What a correction leaves empty was there before, most likely: it stays in the book, and that is
 * told.
 */
export function emptyFigureIssues(
  { sheet, titles }: FactTableInput,
  { dataRows }: Region,
  { columns, unitColumn, indicatorColumn }: FactLayout,
): readonly Issue[] {
  if (![...titles, sheet.name].some((title) => CORRECTS.test(title))) return [];
  return dataRows.flatMap((row) => {
    const name = sheet.rows[row]?.[unitColumn ?? indicatorColumn ?? 0];
    return typeof name !== 'string' || name.trim() === ''
      ? []
      : columns.flatMap(({ index }): readonly Issue[] =>
          ['blank', 'mark'].includes(kindOfCell(sheet.rows[row]?.[index]))
            ? [
                placedIssue(
                  row,
                  index,
                  'warning',
                  'cell.emptied',
                  `更正表里“${name.trim()}”这一格空着，原来报的数没有动。要清空，就在月度数里删。`,
                ),
              ]
            : [],
        );
  });
}

/**
 * Which indicator a table without heads of indicators is about: the user's word, else the title's,
 * else the sheet's name.
 */
export function subjectTold({ sheet, place, answers, titles }: FactTableInput): string | null {
  const named = answers.findLast(
    (answer) =>
      answer.kind === 'indicator' &&
      answer.of === undefined &&
      answer.sheet === sheet.name &&
      answer.table === place,
  );
  return (
    (named?.kind === 'indicator' ? named.name : null) ??
    [...subjectTitles(titles), /^(?:sheet|工作表|表)\s*\d*$/i.test(sheet.name) ? '' : sheet.name]
      .map(subjectOf)
      .find((one) => one !== null) ??
    null
  );
}

/**
 * The facts by the names that the user gave for those of the table: which are not asked about
 * again.
 */
export function renamedFacts(
  { sheet, place, answers }: FactTableInput,
  facts: readonly TableFact[],
): readonly TableFact[] {
  const given = new Map(
    answers.flatMap((answer) =>
      answer.kind === 'indicator' &&
      answer.of !== undefined &&
      answer.sheet === sheet.name &&
      answer.table === place
        ? [[answer.of, answer.name] as const]
        : [],
    ),
  );
  return given.size === 0
    ? facts
    : facts.map((fact) => {
        const name = given.get(fact.indicator);
        return name === undefined ? fact : { ...fact, indicator: name, isNamed: true };
      });
}

/**
 * 本月到位 and 累计到位 under 招商引资, and nothing of what was agreed or is to be reached: its
 * money that has arrived.
 */
const isAllArrived = ({ columns }: FactLayout, subject: string): boolean =>
  !/到位|资金/.test(subject) &&
  columns.some((one) => one.isArrived === true) &&
  columns.every(
    ({ indicator, isArrived, word }) =>
      indicator !== null || isArrived === true || word.part === 'yoy' || word.part === 'rank',
  );

/** 户数 is 低保户数 where the title is about 低保, and 其中：企业 a part of what it is about. */
export const namedBySubject = (layout: FactLayout, subject: string | null): FactLayout => ({
  ...layout,
  columns: layout.columns.map((column) => ({
    ...column,
    ...(subject !== null && isAllArrived(layout, subject) && column.indicator === null
      ? { indicator: `${subject}到位资金` }
      : {}),
    ...(column.isBare !== true
      ? {}
      : {
          indicator:
            subject === null || column.indicator === null
              ? null
              : subject.endsWith(column.indicator)
                ? subject
                : `${subject}${column.indicator}`,
        }),
    ...(column.isOfTitle === true ? { parent: subject } : {}),
  })),
});

export const acceptedColumns = ({ sheet, answers }: FactTableInput): ReadonlySet<string> =>
  new Set(
    answers.flatMap((answer) =>
      answer.kind === 'accept' && answer.sheet === sheet.name && answer.row === 0
        ? [answer.column]
        : [],
    ),
  );

export function answeredMeasure({
  sheet,
  place,
  answers,
}: FactTableInput): (column: string) => Measure | null {
  return (column) => {
    const said = answers.findLast(
      (answer) =>
        answer.kind === 'measure' &&
        answer.sheet === sheet.name &&
        answer.table === place &&
        (answer.column === column || answer.column === null),
    );
    return said?.kind === 'measure' ? measureOf(said.measure) : null;
  };
}

/** The user's word on what figures are that no head explains. */
export function answeredPart({
  sheet,
  place,
  answers,
}: FactTableInput): 'month' | 'cumulative' | 'annual' | null {
  const said = answers.findLast(
    (answer) => answer.kind === 'part' && answer.sheet === sheet.name && answer.table === place,
  );
  return said?.kind === 'part' ? said.part : null;
}

/**
 * Columns whose figures are said to be a part of the year by the user, else by nothing: those are
 * asked about.
 */
export function withParts(
  layout: FactLayout,
  part: ReturnType<typeof answeredPart>,
  isTold: boolean,
): { readonly layout: FactLayout; readonly unclear: readonly FactColumn[] } {
  const open = layout.columns.filter(
    (column) =>
      column.isSaid !== true && (column.word.part === 'cumulative' || column.word.part === 'month'),
  );
  if (part !== null)
    return {
      layout: {
        ...layout,
        columns: layout.columns.map((column) =>
          open.includes(column)
            ? { ...column, isSaid: true as const, word: { ...column.word, part } }
            : column,
        ),
      },
      unclear: [],
    };
  return {
    layout,
    unclear: isTold
      ? []
      : open.filter(
          ({ indicator, measure }) =>
            natureOf(indicator ?? '', measure?.name ?? '').kind === 'flow',
        ),
  };
}
