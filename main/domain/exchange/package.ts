/**
 * Packages (下发包、上报包、退回包) as data: what their first page says, and what is told of them
 * in words.
 */
import type { PackedRow } from './merge-rows.ts';

/** The format that this program writes and the newest that it reads. */
export const PACKAGE_FORMAT = 1;

export const PACKAGE_KINDS = { task: '下发包', report: '上报包', return: '退回包' } as const;
export type PackageKind = keyof typeof PACKAGE_KINDS;

/** What the upper office wants of a month. */
export interface TaskContent {
  /** YYYY-MM-DD; null: no day was set */
  readonly due: string | null;
  /** global ids */
  readonly indicators: readonly string[];
  /** codes of ledgers */
  readonly ledgers: readonly string[];
  /** checks that must be mended; what else is found may be explained */
  readonly hard: readonly string[];
  /** the calendar month in which the assessment year begins */
  readonly firstMonth: number;
  readonly note: string | null;
}
/** What a soft check found, and how the office explains it (上报说明). */
export interface ReportNote {
  readonly finding: string;
  readonly explained: string;
}
/** A cell that is to be looked at again, and why. */
export interface ReturnedCell {
  /** global ids; null: the whole report */
  readonly unit: string | null;
  readonly indicator: string | null;
  readonly reason: string;
}
export interface ControlTotal {
  readonly indicator: string;
  readonly measure: string;
  readonly cumulative: string;
}
/** The first page of a package: manifest.json. */
export interface PackageHead {
  readonly format: number;
  readonly program: string;
  readonly secrecy: '非涉密';
  readonly kind: PackageKind;
  /** the issuing office's book: rows are shared within its circle */
  readonly circle: string;
  readonly from: {
    readonly book: string;
    /** Ed25519 public key, base64 of its DER */
    readonly key: string;
    /** global id of the office's unit; null of the issuing office itself */
    readonly unit: string | null;
    readonly name: string;
  };
  readonly to: { readonly unit: string | null; readonly name: string };
  readonly year: number;
  readonly month: number;
  /** counted by the book that sends */
  readonly number: number;
  /** ISO; told, never decided by */
  readonly made: string;
  /** rows by table */
  readonly counts: Readonly<Record<string, number>>;
  readonly totals: readonly ControlTotal[];
  readonly notes: readonly ReportNote[];
  readonly task: TaskContent | null;
  readonly returned: readonly ReturnedCell[] | null;
}
export interface ReadPackage {
  readonly head: PackageHead;
  readonly rows: readonly PackedRow[];
  /** four groups of four, as the cover sheet prints it */
  readonly fingerprint: string;
}

/** 1a2b-3c4d-5e6f-7a8b: short enough to be compared by eye with the cover sheet. */
export const fingerprintText = (sha256: string): string =>
  (sha256.slice(0, 16).match(/.{4}/g) ?? []).join('-');

/** How a package stands to what this book has of its sender, as the list of a stick says it. */
export const PACKAGE_STANDINGS = {
  new: '新报',
  again: '重报',
  late: '迟报',
  known: '已收过',
  older: '比收过的旧',
  task: '下发',
  returned: '退回',
} as const;
export type PackageStanding = keyof typeof PACKAGE_STANDINGS;
