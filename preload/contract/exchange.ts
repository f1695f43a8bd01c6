/**
 * Packages between offices: tasks down (下发), reports up (上报), what is taken (接收) and what
 * goes back (退回).
 */
import { z } from 'zod';
import type { FaultData } from '../../main/domain/fault.ts';
import type {
  ControlTotal,
  PackageKind,
  PackageStanding,
  ReportNote,
} from '../../main/domain/exchange/package.ts';
import { asks, does } from './call.ts';

/** A unit below, and how far it is with a month. */
export interface UnitExchange {
  readonly unit: number;
  readonly name: string;
  /** ISO time at which the task was made; null: not yet */
  readonly issued: string | null;
  readonly due: string | null;
  /** the newest report that was taken */
  readonly report: {
    readonly at: string;
    readonly number: number;
    readonly fingerprint: string;
    readonly isLate: boolean;
    readonly notes: readonly ReportNote[];
    readonly totals: readonly ControlTotal[];
  } | null;
  /** sent back since, and not reported again */
  readonly isReturned: boolean;
}
/** What the office above wants of a month, in its own book. */
export interface OwnTask {
  readonly from: string;
  readonly due: string | null;
  readonly note: string | null;
  readonly indicators: readonly string[];
  readonly ledgers: readonly string[];
  /** the newest report that was made */
  readonly reported: { readonly at: string; readonly fingerprint: string } | null;
  /** cells that came back since, and why */
  readonly returned: readonly { readonly indicator: string | null; readonly reason: string }[];
}
export interface ExchangePartner {
  readonly name: string;
  readonly role: 'upper' | 'lower';
  readonly met: string;
  /** of its key, four groups of four */
  readonly fingerprint: string;
}
export interface ExchangeState {
  readonly task: OwnTask | null;
  readonly units: readonly UnitExchange[];
  /** those that were given a task and have not reported, in words; '' where none is missing */
  readonly missing: string;
  readonly partners: readonly ExchangePartner[];
}
export interface ReportCheck {
  /** a sentence; also its name when it is explained */
  readonly finding: string;
  /** has to be mended; else it may be explained */
  readonly hard: boolean;
  readonly indicator: number;
}
export interface MadePackageFile {
  readonly name: string;
  readonly fingerprint: string;
  readonly to: string;
}
/** What a package would change here, in words. */
export interface PackageChange {
  readonly what: string;
  readonly before: string | null;
  readonly after: string | null;
}
export interface PackageQuestion extends PackageChange {
  readonly id: string;
}
/** A file of a stick, as it stands to this book. */
export interface PackageLine {
  readonly file: string;
  readonly handle: string;
  readonly path: string | null;
  readonly fault: FaultData | null;
  readonly package: {
    readonly kind: PackageKind;
    readonly standing: PackageStanding;
    readonly from: string;
    readonly key: 'new' | 'known' | 'other';
    readonly year: number;
    readonly month: number;
    readonly fingerprint: string;
    readonly created: number;
    readonly changed: number;
    readonly removed: number;
    readonly same: number;
    /** at most 200 of them */
    readonly changes: readonly PackageChange[];
    readonly questions: readonly PackageQuestion[];
    readonly notes: readonly ReportNote[];
    readonly totals: readonly (ControlTotal & { readonly lastMonth: string | null })[];
  } | null;
}

const year = z.int().min(1990).max(2100);
const month = z.int().min(1).max(12);
const reason = z.string().trim().min(1).max(500);
const side = z.enum(['ours', 'theirs']);
const handle = z.string().min(1).max(4096);

export const exchangeCalls = {
  'exchange.state': asks<ExchangeState>()(z.strictObject({ year, month })),
  /** 审核: what is found in the office's own figures before they are reported */
  'exchange.checks': asks<readonly ReportCheck[]>()(z.strictObject({ year, month })),
  /** one file per unit, into a folder */
  'exchange.sendTasks': does<readonly MadePackageFile[]>()(
    z.strictObject({
      year,
      month,
      due: z.iso.date().nullable(),
      units: z.array(z.int()).min(1).max(2000),
      indicators: z.array(z.int()).min(1).max(500),
      ledgers: z.array(z.enum(['project', 'lead', 'rectification', 'task'])),
      note: z.string().trim().max(500).nullable(),
      folder: handle,
    }),
  ),
  'exchange.sendReport': does<MadePackageFile>()(
    z.strictObject({
      year,
      month,
      notes: z.array(z.strictObject({ finding: z.string().max(2000), explained: reason })),
      folder: handle,
    }),
  ),
  'exchange.sendReturn': does<MadePackageFile>()(
    z.strictObject({
      unit: z.int(),
      year,
      month,
      cells: z.array(z.strictObject({ indicator: z.int().nullable(), reason })).min(1),
      folder: handle,
    }),
  ),
  /** files and folders; a folder stands for the packages in it. `decided`: answers by question */
  'exchange.read': asks<readonly PackageLine[]>()(
    z.strictObject({
      files: z.array(handle).min(1),
      decided: z.record(z.string(), side).default({}),
    }),
  ),
  /** takes a file whole, as one change, if it still is what was looked at */
  'exchange.accept': does<{
    readonly created: number;
    readonly changed: number;
    readonly removed: number;
  }>()(
    z.strictObject({
      file: handle,
      path: z.string().nullable().default(null),
      fingerprint: z.string().max(40),
      decided: z.record(z.string(), side).default({}),
      takesKey: z.boolean().default(false),
    }),
  ),
  /** first start: the book becomes that of the office the task is for */
  'exchange.begin': does<null>()(z.strictObject({ file: handle })),
};
