/**
 * Where a month's figure comes from: what was typed or imported, the records counted, or the
 * figures it is worked out from.
 */
import type { ProgressRow, ProgressSheet } from '../../../preload/contract/progress.ts';
import type { FigureEntry, StoryPart, FigureStory } from '../../../preload/contract/sources.ts';
import type { MonthlyOf, PrintedSource } from '../../domain/sources/printed-source.ts';
import { originCellsOf } from '../../data/progress/fact-origins.ts';
import { seriesOf, type FigureRow } from '../../data/progress/figures.ts';
import { correctionReasons, pastOf } from '../../data/records/past.ts';
import { targetAt } from '../../data/targets/targets.ts';
import { OWN_TARGET } from '../tables/shared/sourced.ts';
import { countyUnit } from '../../data/units/units.ts';
import type { Decimal } from '../../domain/exact/decimal.ts';
import { compare, sum } from '../../domain/exact/decimal.ts';
import { isShare } from '../../domain/exact/measure.ts';
import { Fault } from '../../domain/fault.ts';
import { calendarName, spanName } from '../../domain/days/assessment-year.ts';
import { figureOrNull } from '../../domain/targets/indicator.ts';
import type { Book } from '../../services/book/book.ts';
import { countingOf, openingQuery } from '../../services/records/counted.ts';
import { allRows } from '../../services/records/query.ts';
import { progressSheet } from '../../services/progress/progress.ts';
import { rulesOf } from '../../services/progress/progress-rules.ts';
import { versionFor } from '../../services/progress/year-targets.ts';
import { indicatorRow } from '../../services/targets/indicators.ts';
import { printedFigureText } from '../model/figures.ts';
import { figureEntriesOf } from './entries.ts';
import { recordsStory } from './record-story.ts';
import { targetStory, type TargetSource } from './target-story.ts';

export type MonthSource = Extract<PrintedSource, { kind: 'figure' }>;
/** The parts of a figure that somebody types, and their columns. */
const COLUMNS = {
  month: 'month_value',
  cumulative: 'cumulative',
  lastYear: 'last_cumulative',
} as const;
type TypedPart = keyof typeof COLUMNS;

interface Scene {
  readonly book: Book;
  readonly asked: MonthSource;
  readonly sheet: ProgressSheet;
  readonly row: ProgressRow;
}

/** @throws Fault record.missing for a unit that is not in the month's sheet */
export function monthStory(book: Book, asked: MonthSource): FigureStory {
  const { year, month, indicator, by, group } = asked;
  const sheet = progressSheet(book, { year, month, indicator, denominator: by, group });
  const row = asked.unit === null ? sheet.total : sheet.rows.find((one) => one.unit === asked.unit);
  if (row === undefined) throw new Fault('record.missing', { id: asked.unit ?? 0 });
  const scene: Scene = { book, asked, sheet, row };
  const target = asked.of === 'target' ? targetPart(scene).source : null;
  if (target !== null) return targetStory(book, target);
  return {
    name: `${row.name}　${sheet.indicator.name}　${nameOf(scene, asked.of)}`,
    text: textOf(scene, row, asked.of),
    ...courseOfFigure(scene),
  };
}

type Told = Pick<FigureStory, 'how' | 'entries' | 'parts'>;

function courseOfFigure(scene: Scene): Told {
  const { asked, row } = scene;
  const own = (of: MonthlyOf): StoryPart => ownPart(scene, of);
  const worked = (how: string, ...of: readonly MonthlyOf[]): Told => ({
    how,
    entries: [],
    parts: of.map(own),
  });
  switch (asked.of) {
    case 'month':
    case 'cumulative':
      return doneCourse(scene, asked.of);
    case 'lastYear':
      return lastYearCourse(scene);
    case 'yoy':
      return row.lastYear === null && row.yoy !== null
        ? { how: '填报的同比，上年同期数没有填。', entries: typedEntries(scene, 'yoy'), parts: [] }
        : worked('同比＝本期累计与上年同期相比。', 'cumulative', 'lastYear');
    case 'completion':
      return worked('完成率＝累计÷年目标。', 'cumulative', 'target');
    case 'points':
      return worked('比目标＝累计－年目标。', 'cumulative', 'target');
    case 'gap':
      return worked(
        `超欠序时＝完成率－序时进度${row.pace === null ? '' : `（${printedFigureText(row.pace, 2)}%）`}。`,
        'completion',
        'target',
      );
    case 'due':
      return worked('应完成＝年目标按计划到本月的数。', 'target');
    case 'place':
      return {
        how: '按完成情况排名，相同的并列。',
        entries: [],
        parts: unitParts(scene, 'completion'),
      };
    case 'target':
      return { how: '年度目标。', entries: [], parts: [targetPart(scene)] };
  }
}

/** What was done: counted, a ratio of two others, the units' sum, or somebody's figure. */
function doneCourse(scene: Scene, of: 'month' | 'cumulative'): Told {
  const { book, asked, sheet, row } = scene;
  const { indicator } = sheet;
  const typed = typedRow(scene);
  const isFrozen = typed !== undefined && sheet.month.closed !== null;
  if (indicator.counted !== null && !isFrozen) return countedCourse(scene, of);
  if (indicator.rollup === 'ratio' && !row.typed.includes(of)) {
    const parts = [indicator.numerator, indicator.denominator].flatMap((id) =>
      id === null ? [] : [partOfOther(book, { ...asked, indicator: id, of: 'cumulative' })],
    );
    if (parts.length > 0) return { how: `${indicator.name}＝分子÷分母。`, entries: [], parts };
  }
  if (asked.unit === null) {
    const parts = unitParts(scene, of);
    const added = sum(sheet.rows.flatMap((one) => (one[of] === null ? [] : [one[of]])));
    if (parts.length > 0 && row[of] !== null && compare(added, row[of]) === 0)
      return { how: `${parts.length}个单位的数相加。`, entries: [], parts };
    if (typed === undefined) return { how: '由各单位的数得出。', entries: [], parts };
  }
  const entries = typedEntries(scene, of);
  if (row.typed.includes(of)) return { how: typedWords(row), entries, parts: [] };
  return {
    how: of === 'cumulative' ? '累计＝上月累计＋当月。' : '当月＝累计－上月累计。',
    entries,
    parts: [
      ...(asked.month === 1 || row.previous === null
        ? []
        : [partOfOther(book, { ...asked, month: asked.month - 1, of: 'cumulative' })]),
      ownPart(scene, of === 'cumulative' ? 'month' : 'cumulative'),
    ],
  };
}

const typedWords = ({ reason }: ProgressRow): string =>
  `填报的数${reason === null ? '' : `，与各月之和不一致的原因：${reason}`}。`;

/** The records that the ledger's count takes in. */
function countedCourse({ book, asked, sheet }: Scene, of: 'month' | 'cumulative'): Told {
  const counting = countingOf(book, indicatorRow(book.db, asked.indicator));
  if (counting === null) return { how: '由台账统计。', entries: [], parts: [] };
  const query = openingQuery(book, counting, asked.year, asked.month, asked.unit);
  const { parts } = recordsStory(
    book,
    {
      kind: 'records',
      ledger: query.ledger,
      ids: allRows(book, query).map((one) => one.id),
      field: counting.counted.sum,
    },
    undefined,
  );
  const all = `由台账统计${sheet.indicator.kind === 'flow' ? '，今年到本月的记录' : '，到本月为止的记录'}${parts.length}条`;
  return {
    how: `${all}${of === 'month' && asked.month > 1 ? '；当月＝累计－上月累计' : ''}。`,
    entries: [],
    parts,
  };
}

function lastYearCourse(scene: Scene): Told {
  const { book, asked, row, sheet } = scene;
  if (row.typed.includes('lastYear'))
    return { how: '填报的上年同期数。', entries: typedEntries(scene, 'lastYear'), parts: [] };
  if (asked.unit === null)
    return { how: '各单位上年同期数相加。', entries: [], parts: unitParts(scene, 'lastYear') };
  return {
    how: ['上年同月的累计', ...sheet.merged].join('；') + '。',
    entries: [],
    parts: [partOfOther(book, { ...asked, year: asked.year - 1, of: 'cumulative' })],
  };
}

/** Of the unit, or of the county where it has a row of its own. */
function typedRow({ book, asked }: Scene): FigureRow | undefined {
  const unit = asked.unit ?? (asked.group === 'all' ? countyUnit(book.db) : null);
  return unit === null
    ? undefined
    : seriesOf(book.db, asked.year, asked.indicator, unit).find((one) => one.month === asked.month);
}

function typedEntries(scene: Scene, part: TypedPart | 'yoy'): readonly FigureEntry[] {
  const { book, asked, sheet } = scene;
  const row = typedRow(scene);
  if (row === undefined) return [];
  const at = { indicator: row.indicator, unit: row.unit, month: row.month };
  const stored = {
    month: row.monthValue,
    cumulative: row.cumulative,
    lastYear: row.lastCumulative,
    yoy: row.yoy,
  }[part];
  const measure = part === 'yoy' ? '%' : sheet.indicator.measure;
  return figureEntriesOf(book.db, {
    table: 'figure',
    id: row.id,
    column: part === 'yoy' ? 'yoy' : COLUMNS[part],
    now: stored === null ? null : String(stored),
    text: (text) =>
      amountText(figureOrNull(BigInt(text)), part === 'yoy' ? 2 : sheet.indicator.places, measure),
    cells: (origin) => {
      const cells = originCellsOf(origin, at);
      return cells[part] === undefined ? Object.values(cells) : [cells[part]];
    },
    reasons: new Map([
      ...reasonsTyped(book, row),
      ...correctionReasons(book.db, { year: asked.year, ...at }),
    ]),
  });
}

/** Why a figure is not the months' sum was said with the change that brought it. */
function reasonsTyped(
  book: Book,
  { id, reason }: FigureRow,
): readonly (readonly [number, string])[] {
  return pastOf(book.db, 'figure', id, 'reason', reason).flatMap(({ change, after }) =>
    after === null ? [] : [[change, after] as const],
  );
}

const amountText = (value: Decimal | null, places: number, measure: string): string =>
  value === null ? '未报' : printedFigureText(value, places) + measure;

function textOf({ sheet }: Scene, row: ProgressRow, of: MonthlyOf): string {
  const { indicator } = sheet;
  if (of === 'place') return row.place === null ? '不排名' : `第${row.place}`;
  const share = isShare(indicator.measure);
  const amount = amountText;
  if (of === 'completion') return amount(row.completion, 2, '%');
  if (of === 'gap') return amount(row.gap, 2, '个百分点');
  if (of === 'yoy') return amount(row.yoy, share ? indicator.places : 2, share ? '个百分点' : '%');
  if (of === 'points') return amount(row.points, indicator.places, '个百分点');
  return amount(row[of], indicator.places, indicator.measure);
}

const WORDS: Readonly<Record<Exclude<MonthlyOf, 'month' | 'cumulative'>, string>> = {
  target: '年目标',
  lastYear: '上年同期',
  yoy: '同比',
  completion: '完成率',
  gap: '超欠序时',
  points: '比目标',
  due: '应完成',
  place: '名次',
};
function nameOf({ book, asked }: Pick<Scene, 'book' | 'asked'>, of: MonthlyOf): string {
  const { firstMonth } = rulesOf(book.db);
  return of === 'month'
    ? `${asked.year}年${calendarName(asked.month, firstMonth)}当月`
    : `${asked.year}年${spanName(asked.month, firstMonth)}${of === 'cumulative' ? '累计' : WORDS[of]}`;
}

function ownPart(scene: Scene, of: MonthlyOf): StoryPart {
  const { asked, row } = scene;
  if (of === 'target') return targetPart(scene);
  return {
    name: nameOf(scene, of),
    text: textOf(scene, row, of),
    source: { ...asked, of },
    entered:
      of === 'month' || of === 'cumulative' || of === 'lastYear'
        ? (typedEntries(scene, of)[0] ?? null)
        : null,
  };
}

/** The unit's target, or the county's. */
function targetPart({ book, asked, sheet, row }: Scene): StoryPart & {
  readonly source: TargetSource | null;
} {
  const version = versionFor(book, asked.year, asked.month);
  const county = countyUnit(book.db);
  const hasOwn =
    version !== null &&
    county !== null &&
    asked.group === 'all' &&
    targetAt(book.db, version.id, asked.indicator, county) !== null;
  const source: TargetSource | null =
    version === null
      ? null
      : {
          kind: 'target',
          year: asked.year,
          version: version.id,
          indicator: asked.indicator,
          unit: asked.unit ?? (hasOwn ? OWN_TARGET : null),
          of: asked.by ?? rulesOf(book.db).denominator,
        };
  return {
    name: version === null ? '年目标' : `${version.name}的年目标`,
    text: amountText(row.target, sheet.indicator.places, sheet.indicator.measure),
    source,
    entered: source === null ? null : (targetStory(book, source).entries[0] ?? null),
  };
}

function unitParts(
  scene: Scene,
  of: 'month' | 'cumulative' | 'lastYear' | 'completion',
): StoryPart[] {
  const { asked, sheet } = scene;
  return sheet.rows.flatMap((row): StoryPart[] => {
    if (row[of] === null || row.unit === null) return [];
    const own: Scene = { ...scene, row, asked: { ...asked, unit: row.unit, of } };
    return [
      {
        name: row.name,
        text: textOf(own, row, of),
        source: own.asked,
        entered: of === 'completion' ? null : (typedEntries(own, of)[0] ?? null),
      },
    ];
  });
}

/** A figure of another month, year or indicator. */
function partOfOther(book: Book, asked: MonthSource): StoryPart {
  const { name, text, entries } = monthStory(book, asked);
  return { name, text, source: asked, entered: entries[0] ?? null };
}
