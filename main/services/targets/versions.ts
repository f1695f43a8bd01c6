/**
 * Versions of a year's targets: the first is made by the first edit, an adjustment copies the one
 * in force, an issued one stays as it is.
 */
import { textOrNull } from '../../domain/read/text.ts';
import type { TargetPart } from '../../../preload/contract/targets.ts';
import {
  targetsOf,
  newestVersion,
  versionById,
  versionsOf,
  yearsWithTargets,
  type TargetRow,
} from '../../data/targets/targets.ts';
import type { Reader } from '../../data/open.ts';
import { firstClosedUnder } from '../../data/progress/closes.ts';
import { countyUnit } from '../../data/units/units.ts';
import type { Writing } from '../../data/write.ts';
import type { SqlRow } from '../../data/rows.ts';
import { Fault } from '../../domain/fault.ts';
import { figureOrNull } from '../../domain/targets/indicator.ts';
import { readDay } from '../../domain/read/day.ts';
import type { TargetVersion } from '../../domain/targets/target.ts';
import { command, type Area, type Book } from '../book/book.ts';

export const TARGET_AREAS: readonly Area[] = ['target', 'figure'];

/** Newest first. */
export const listYears = (book: Book): readonly number[] => yearsWithTargets(book.db);

export const listVersions = (book: Book, year: number): readonly TargetVersion[] =>
  versionsOf(book.db, year);

/** 2012年第1次调整 */
export const versionName = ({ year, name }: TargetVersion): string => `${year}年${name}`;

/** @throws Fault record.missing */
export function versionNamed(db: Reader, id: number): TargetVersion {
  const version = versionById(db, id);
  if (version === null) throw new Fault('record.missing', { id });
  return version;
}

/**
 * The draft that edits of a year go to; the year's first is made here. @throws Fault target.issued
 */
export function targetDraftOf(writing: Writing, year: number): TargetVersion {
  const newest = newestVersion(writing.db, year);
  if (newest === null) return firstVersion(writing, year);
  if (newest.issuedOn !== null) throw new Fault('target.issued', { version: versionName(newest) });
  return newest;
}

/** The draft of a year, opened as an adjustment where the newest version is issued. */
export function openTargetDraft(
  writing: Writing,
  year: number,
): { readonly version: TargetVersion; readonly isNew: boolean } {
  const newest = newestVersion(writing.db, year);
  if (newest === null) return { version: firstVersion(writing, year), isNew: true };
  return newest.issuedOn === null
    ? { version: newest, isNew: false }
    : { version: copyOf(writing, newest), isNew: true };
}

const firstVersion = (writing: Writing, year: number): TargetVersion =>
  versionNamed(
    writing.db,
    writing.insert('target_version', {
      year,
      number: 1,
      name: '年初目标',
      issued_on: null,
      document: null,
      reason: null,
    }),
  );

function copyOf(writing: Writing, from: TargetVersion): TargetVersion {
  const id = writing.insert('target_version', {
    year: from.year,
    number: from.number + 1,
    name: `第${from.number}次调整`,
    issued_on: null,
    document: null,
    reason: null,
  });
  for (const row of targetsOf(writing.db, from.id))
    writing.insert('target', {
      version_id: id,
      indicator_id: row.indicator,
      unit_id: row.unit,
      ...storedParts(row),
    });
  return versionNamed(writing.db, id);
}

/** What a target row says, as it is stored. */
export function storedParts(row: Omit<TargetRow, 'id' | 'version' | 'indicator' | 'unit'>): SqlRow {
  const {
    base,
    assured,
    stretch,
    upper,
    assuredGrowth,
    stretchGrowth,
    plan,
    leader,
    owner,
    rival,
    remark,
  } = row;
  return {
    base,
    assured,
    stretch,
    upper,
    assured_growth: assuredGrowth,
    stretch_growth: stretchGrowth,
    plan,
    leader,
    owner,
    rival,
    remark,
  };
}

/** Opens an adjustment; where a draft is open already, that is it. */
export function adjustTargets(book: Book, year: number): TargetVersion {
  const newest = newestVersion(book.db, year);
  if (newest !== null && newest.issuedOn === null) return newest;
  return command(
    book,
    `调整${year}年目标`,
    TARGET_AREAS,
    (writing) => openTargetDraft(writing, year).version,
  );
}

/**
 * From then on completion is measured against it. An adjustment says by which document and why.
 * @throws Fault target.issueNeeds, value.unreadable, target.issued
 */
export function issueTargets(
  book: Book,
  input: {
    readonly version: number;
    readonly date: string;
    readonly document: string | null;
    readonly reason: string | null;
  },
): TargetVersion {
  const version = versionNamed(book.db, input.version);
  if (version.issuedOn !== null)
    throw new Fault('target.issued', { version: versionName(version) });
  const [document, reason] = [textOrNull(input.document), textOrNull(input.reason)];
  const lacking = [
    ...(input.date.trim() === '' ? ['下达日期'] : []),
    ...(version.number > 1 && document === null ? ['文号'] : []),
    ...(version.number > 1 && reason === null ? ['调整理由'] : []),
  ];
  if (lacking.length > 0) throw new Fault('target.issueNeeds', { what: lacking.join('、') });
  const day = readDay(input.date, { year: version.year });
  if (day.kind !== 'value')
    throw new Fault('value.unreadable', {
      field: '下达日期',
      seen: input.date.trim(),
      want: `年月日，如${version.year}年3月5日`,
    });
  command(book, `下达${versionName(version)}`, TARGET_AREAS, (writing) =>
    writing.update('target_version', version.id, { issued_on: day.value, document, reason }),
  );
  return versionNamed(book.db, version.id);
}

/**
 * Throws a draft away, with what it says. @throws Fault target.issued, month.closed where a closed
 * month was measured against it
 */
export function dropDraft(book: Book, id: number): void {
  const version = versionNamed(book.db, id);
  if (version.issuedOn !== null)
    throw new Fault('target.issued', { version: versionName(version) });
  const closed = firstClosedUnder(book.db, id);
  if (closed !== null) throw new Fault('month.closed', { month: `${closed}月` });
  command(book, `放弃${versionName(version)}`, TARGET_AREAS, (writing) =>
    writing.remove('target_version', id),
  );
}

const PARTS: readonly TargetPart[] = ['base', 'assured', 'stretch', 'upper'];

/** What two versions say differently; a unit null is the county's own row. */
export function compareVersions(
  book: Book,
  from: number,
  to: number,
): readonly {
  readonly indicator: number;
  readonly unit: number | null;
  readonly part: TargetPart;
  readonly before: string | null;
  readonly after: string | null;
}[] {
  const county = countyUnit(book.db);
  const [old, now] = [from, to].map(
    (id) =>
      new Map(
        targetsOf(book.db, versionNamed(book.db, id).id).map((row) => [
          `${row.indicator} ${row.unit}`,
          row,
        ]),
      ),
  );
  return [...new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])])].flatMap((key) => {
    const [before, after] = [old?.get(key), now?.get(key)];
    const row = after ?? before;
    if (row === undefined) return [];
    return PARTS.filter((part) => (before?.[part] ?? null) !== (after?.[part] ?? null)).map(
      (part) => ({
        indicator: row.indicator,
        unit: row.unit === county ? null : row.unit,
        part,
        before: figureOrNull(before?.[part] ?? null),
        after: figureOrNull(after?.[part] ?? null),
      }),
    );
  });
}
