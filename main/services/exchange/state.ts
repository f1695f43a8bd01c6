/**
 * Where a month stands between offices: what was given out, who has reported, what came back; and
 * the checks before a report (审核).
 */
import { createHash } from 'node:crypto';
import type {
  ExchangeState,
  OwnTask,
  ReportCheck,
  UnitExchange,
} from '../../../preload/contract/exchange.ts';
import { allPartners, parcelsOf, type ParcelRow } from '../../data/exchange/parcels.ts';
import { unitsUnder } from '../../data/exchange/table-forms.ts';
import { figuresAt } from '../../data/progress/figures.ts';
import type { Reader } from '../../data/open.ts';
import { setting } from '../../data/settings.ts';
import { indicatorById } from '../../data/targets/indicators.ts';
import { allUnits } from '../../data/units/units.ts';
import { calendarName } from '../../domain/days/assessment-year.ts';
import { fingerprintText, type PackageHead } from '../../domain/exchange/package.ts';
import { Fault } from '../../domain/fault.ts';
import { builtInLedgerOf } from '../../domain/ledgers/index.ts';
import type { Book } from '../book/book.ts';
import { figureFindings } from '../progress/figure-findings.ts';
import { firstMonth } from '../records/counted.ts';
import { ownUnit, upperCircle } from './identity.ts';
import { idsOfGids, taskReceived } from './task-in-force.ts';

interface Period {
  readonly year: number;
  readonly month: number;
}

export function exchangeState(book: Book, { year, month }: Period): ExchangeState {
  const { db } = book;
  const own = setting(db, 'bookName');
  const parcels = own === null ? [] : parcelsOf(db, own, year, month);
  const units = allUnits(db)
    .filter(({ id }) => parcels.some((one) => one.unit === id))
    .map(({ id, name }) =>
      unitExchange(
        parcels.filter((one) => one.unit === id),
        id,
        name,
      ),
    );
  return {
    task: ownTask(db, { year, month }),
    units,
    missing: missingWords(units, calendarName(month, firstMonth(book))),
    partners: allPartners(db).map(({ name, role, met, key }) => ({
      name,
      role,
      met,
      fingerprint: fingerprintText(createHash('sha256').update(key).digest('hex')),
    })),
  };
}

function unitExchange(parcels: readonly ParcelRow[], unit: number, name: string): UnitExchange {
  const last = (
    kind: ParcelRow['kind'],
    direction: ParcelRow['direction'],
  ): ParcelRow | undefined =>
    parcels.findLast((one) => one.kind === kind && one.direction === direction);
  const [task, report, back] = [last('task', 'out'), last('report', 'in'), last('return', 'out')];
  const due = task?.head.task?.due ?? null;
  return {
    unit,
    name,
    issued: task?.at ?? null,
    due,
    report:
      report === undefined
        ? null
        : {
            at: report.at,
            number: report.number,
            fingerprint: report.fingerprint,
            isLate: due !== null && report.at.slice(0, 10) > due,
            notes: report.head.notes,
            totals: report.head.totals,
          },
    isReturned: back !== undefined && (report === undefined || back.id > report.id),
  };
}

/** 9月还没报的2个单位：甲镇、乙镇。 */
function missingWords(units: readonly UnitExchange[], month: string): string {
  const silent = units.filter(
    (one) => one.issued !== null && (one.report === null || one.isReturned),
  );
  return silent.length === 0
    ? ''
    : `${month}还没报的${silent.length}个单位：${silent.map(({ name }) => name).join('、')}。`;
}

function ownTask(db: Reader, { year, month }: Period): OwnTask | null {
  const circle = upperCircle(db);
  const parcel = circle === null ? null : taskReceived(db, circle, year, month);
  const task = parcel?.head.task ?? null;
  if (circle === null || parcel === null || task === null) return null;
  const parcels = parcelsOf(db, circle, year, month);
  const report = parcels.findLast((one) => one.kind === 'report' && one.direction === 'out');
  const back = parcels.findLast((one) => one.kind === 'return' && one.direction === 'in');
  const isBack = back !== undefined && (report === undefined || back.id > report.id);
  const nameOf = (gid: string): string => {
    const [id] = idsOfGids(db, circle, 'indicator', [gid]);
    return (id === undefined ? null : indicatorById(db, id)?.name) ?? '';
  };
  return {
    from: parcel.head.from.name,
    due: task.due,
    note: task.note,
    indicators: task.indicators.map(nameOf),
    ledgers: task.ledgers.map((code) => builtInLedgerOf(code)?.label ?? code),
    reported: report === undefined ? null : { at: report.at, fingerprint: report.fingerprint },
    returned: isBack
      ? (back.head.returned ?? []).map(({ indicator, reason }) => ({
          indicator: indicator === null ? null : nameOf(indicator),
          reason,
        }))
      : [],
  };
}

/**
 * 审核: figures that are due and missing, and what does not fit; those that the task names have to
 * be mended, the others explained. Nothing where nobody gave a task.
 */
export function reportChecks(book: Book, { year, month }: Period): readonly ReportCheck[] {
  const { db } = book;
  const circle = upperCircle(db);
  const task = circle === null ? null : (taskReceived(db, circle, year, month)?.head.task ?? null);
  if (circle === null || task === null) return [];
  const unit = ownUnit(db);
  const under = new Set(unitsUnder(db, unit));
  const due = idsOfGids(db, circle, 'indicator', task.indicators);
  const monthName = calendarName(month, firstMonth(book));
  const missing = due.flatMap((id): ReportCheck[] => {
    const row = figuresAt(db, year, month, id).find((one) => one.unit === unit);
    const indicator = indicatorById(db, id);
    return indicator === null ||
      indicator.rollup === 'ratio' ||
      (row?.cumulative ?? row?.monthValue ?? null) !== null
      ? []
      : [{ finding: `${monthName}的${indicator.name}还没填。`, hard: true, indicator: id }];
  });
  const found = figureFindings(book, year, month).flatMap(({ code, message, ids }): ReportCheck[] =>
    due.includes(ids.indicator) && ids.unit !== null && under.has(ids.unit)
      ? [{ finding: message, hard: task.hard.includes(code), indicator: ids.indicator }]
      : [],
  );
  return [...missing, ...found];
}

/** @throws Fault package.cannot where something has to be mended, or is not explained */
export function refuseUnchecked(
  checks: readonly ReportCheck[],
  explained: readonly string[],
): void {
  const hard = checks.find((one) => one.hard);
  if (hard !== undefined)
    throw new Fault('package.cannot', {
      problem: `审核没过：${hard.finding.replace(/。$/, '')}，改好再报`,
    });
  const open = checks.find(({ finding }) => !explained.includes(finding));
  if (open !== undefined)
    throw new Fault('package.cannot', {
      problem: `审核有要说明的：${open.finding.replace(/。$/, '')}，改好或写上说明再报`,
    });
}

/** What the cover sheet (上报单) of the newest report says; null where none was made. */
export interface ReportCover {
  readonly from: string;
  readonly to: string;
  readonly made: string;
  readonly number: number;
  readonly fingerprint: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly totals: PackageHead['totals'];
  readonly notes: PackageHead['notes'];
}
export function reportCover({ db }: Book, { year, month }: Period): ReportCover | null {
  const circle = upperCircle(db);
  const report =
    circle === null
      ? undefined
      : parcelsOf(db, circle, year, month).findLast(
          (one) => one.kind === 'report' && one.direction === 'out',
        );
  if (report === undefined) return null;
  const { from, to, made, number, counts, totals, notes } = report.head;
  const { fingerprint } = report;
  return { from: from.name, to: to.name, made, number, fingerprint, counts, totals, notes };
}
