/**
 * Where a target comes from: who gave it, from which file, in which version of the year's targets,
 * and what it was in the one before.
 */
import type { StoryPart, FigureStory } from '../../../preload/contract/sources.ts';
import { originCellsOf } from '../../data/progress/fact-origins.ts';
import { targetAt, versionsOf, type TargetRow } from '../../data/targets/targets.ts';
import { countyUnit, unitName } from '../../data/units/units.ts';
import { dayText } from '../../domain/days/day.ts';
import { Fault } from '../../domain/fault.ts';
import type { PrintedSource, TargetOf } from '../../domain/sources/printed-source.ts';
import type { TargetVersion } from '../../domain/targets/target.ts';
import { wholeOfCounty } from '../../domain/progress/words.ts';
import { countyOf } from '../../services/book/session.ts';
import { OWN_TARGET } from '../tables/shared/sourced.ts';
import { figureOrNull } from '../../domain/targets/indicator.ts';
import type { Book } from '../../services/book/book.ts';
import { indicatorRow } from '../../services/targets/indicators.ts';
import { targetsByIndicator } from '../../services/targets/target-lists.ts';
import { printedFigureText } from '../model/figures.ts';
import { figureEntriesOf } from './entries.ts';

export type TargetSource = Extract<PrintedSource, { kind: 'target' }>;
const WORDS: Readonly<Record<TargetOf, string>> = {
  base: '上年实际',
  assured: '年目标（确保）',
  stretch: '年目标（力争）',
  upper: '上级任务',
};

/** @throws Fault record.missing where there is no such target */
export function targetStory(book: Book, asked: TargetSource): FigureStory {
  const versions = versionsOf(book.db, asked.year);
  const version =
    asked.version === null ? versions.at(-1) : versions.find((one) => one.id === asked.version);
  if (version === undefined) throw new Fault('record.missing', { id: asked.version ?? 0 });
  const { name: indicator } = indicatorRow(book.db, asked.indicator);
  const county = countyUnit(book.db);
  const unit = asked.unit === OWN_TARGET ? county : asked.unit;
  const row = unit === null ? null : targetAt(book.db, version.id, asked.indicator, unit);
  const name = `${(unit === county || unit === null ? null : unitName(book.db, unit)) ?? wholeOfCounty(countyOf(book))}　${indicator}　${asked.year}年${WORDS[asked.of]}`;
  if (row === null || row[asked.of] === null) return { name, ...summedStory(book, asked, version) };
  const before = versions.findLast((one) => one.number < version.number);
  const earlier =
    before === undefined ? null : targetAt(book.db, before.id, asked.indicator, row.unit);
  return {
    name,
    text: textOf(book, asked, row),
    how: versionWords(version),
    entries: pastOfTarget(book, asked, row),
    parts:
      before === undefined || earlier === null
        ? []
        : [partOf(book, { ...asked, version: before.id }, earlier, before.name)],
  };
}

const versionWords = ({ name, issuedOn, document, reason }: TargetVersion): string =>
  [
    `目标出自“${name}”`,
    issuedOn === null ? '草稿，未下达' : `${dayText(issuedOn)}下达`,
    ...(document === null ? [] : [document]),
    ...(reason === null ? [] : [`调整原因：${reason}`]),
  ].join('，') + '。';

function textOf(book: Book, { of, indicator }: TargetSource, row: TargetRow): string {
  const { places, measure } = indicatorRow(book.db, indicator);
  const value = figureOrNull(row[of]);
  return value === null ? '未定' : printedFigureText(value, places) + measure;
}

function pastOfTarget(book: Book, asked: TargetSource, row: TargetRow): FigureStory['entries'] {
  const { places, measure } = indicatorRow(book.db, asked.indicator);
  const now = row[asked.of];
  return figureEntriesOf(book.db, {
    table: 'target',
    id: row.id,
    column: asked.of,
    now: now === null ? null : String(now),
    text: (text) => printedFigureText(figureOrNull(BigInt(text)) ?? '0', places) + measure,
    cells: (origin) => {
      const cells = originCellsOf(origin, {
        indicator: row.indicator,
        unit: row.unit,
        month: null,
      });
      return cells[asked.of] === undefined ? Object.values(cells) : [cells[asked.of] ?? ''];
    },
  });
}

const partOf = (book: Book, asked: TargetSource, row: TargetRow, name: string): StoryPart => ({
  name,
  text: textOf(book, asked, row),
  source: { ...asked, unit: asked.unit === OWN_TARGET ? OWN_TARGET : row.unit },
  entered: pastOfTarget(book, asked, row)[0] ?? null,
});

/** Where the county has no row of its own: what its units add up to. */
function summedStory(
  book: Book,
  asked: TargetSource,
  version: TargetVersion,
): Pick<FigureStory, 'text' | 'how' | 'entries' | 'parts'> {
  const [list] = targetsByIndicator(book, version.id, [asked.indicator]);
  const rows = asked.unit === null ? (list?.added ?? []) : [];
  const told = rows.filter((row) => row[asked.of] !== null);
  const { places, measure } = indicatorRow(book.db, asked.indicator);
  const total = told.reduce((all, row) => all + (row[asked.of] ?? 0n), 0n);
  return {
    text:
      told.length === 0 ? '未定' : printedFigureText(figureOrNull(total) ?? '0', places) + measure,
    how: `${told.length}个单位的目标相加；${versionWords(version)}`,
    entries: [],
    parts: told.map((row) =>
      partOf(book, asked, row, unitName(book.db, row.unit) ?? `单位${row.unit}`),
    ),
  };
}
