/**
 * Expected failures, as codes with their figures; the wording in Chinese stands in
 * renderer/format/fault.ts.
 */

import type { OtherFile } from './other-file.ts';

/** Every code with the params its sentence needs. */
export interface Faults {
  'input.invalid': { path: string };
  'county.missing': Record<string, never>;
  'county.exists': { county: string };
  'ledger.unknown': { ledger: string };
  'ledger.wrong': { problem: string };
  'value.refused': { problem: string };
  /**
   * of a block: how many cells were refused, and the first of them by record with their own faults
   */
  'block.refused': {
    cells: number;
    first: readonly { readonly record: string; readonly fault: FaultData }[];
  };
  'field.unknown': { field: string };
  'table.unknown': { table: string };
  'table.place': { what: string; name: string };
  'chart.unknown': { chart: string };
  'setup.unknown': { setup: string };
  'chart.empty': { chart: string };
  'record.missing': { id: number };
  'value.unreadable': { field: string; seen: string; want: string };
  'value.required': { field: string };
  'value.computed': { field: string };
  'value.formula': { field: string };
  'filter.unreadable': { field: string; seen: string };
  'stage.backwards': { stage: string; date: string; after: string };
  'stage.reason': { stage: string; what: string };
  'arrival.overContract': { over: string; contract: string };
  'arrival.cut': { problem: string };
  'credit.shares': { problem: string };
  'gate.threshold': { problem: string };
  'carry.done': { year: number };
  'merge.cannot': { problem: string };
  'merge.arrivals': { kept: number; others: number };
  'project.parent': { problem: string };
  'project.split': { problem: string };
  'state.closed': { record: string };
  'lead.promoted': { project: string };
  'deadline.earlier': { deadline: string; before: string };
  'unit.unknown': { name: string };
  'unit.exists': { name: string };
  'unit.inUse': { name: string; where: readonly string[] };
  'indicator.none': Record<string, never>;
  'indicator.exists': { name: string };
  'indicator.inUse': { name: string; where: readonly string[] };
  'indicator.measured': { name: string; figures: number };
  'indicator.definition': { why: string };
  'target.issued': { version: string };
  'target.issueNeeds': { what: string };
  'target.plan': { problem: string };
  'target.spread': { problem: string };
  'figure.counted': { indicator: string };
  'month.closed': { month: string };
  'month.open': { month: string };
  'scheme.missing': { year: number };
  'scheme.wrong': { problem: string };
  'score.vetoNeeds': { what: string };
  'score.period': { month: number };
  'score.correction': { problem: string };
  'post.earlier': { post: string; person: string; since: string };
  'reward.noRules': { year: number };
  'reward.wrong': { problem: string };
  'reward.cannot': { problem: string };
  'map.wrong': { file: string; why: string };
  'file.missing': { file: string };
  'file.busy': { file: string };
  'file.unwritable': { file: string };
  /** the target is the book or one of the files kept with it */
  'file.kept': { file: string };
  /** the target is a file that the output is made from */
  'file.input': { file: string };
  /** a file of another kind lies where this one was to go */
  'file.otherKind': { file: string };
  'file.full': { file: string };
  'file.handle': Record<string, never>;
  'attachment.program': { file: string };
  'attachment.tooLarge': { file: string; megabytes: number };
  'attachment.twice': { file: string };
  /** the record names it, and its file is not in the folder any more, or another lies there */
  'attachment.lost': { file: string };
  'attachment.noPicture': { file: string };
  'attachment.notOpened': { file: string };
  /** not whole, changed on the way, or no package at all */
  'package.damaged': { file: string; why: string };
  'package.newer': { file: string; format: number; known: number };
  /** for another office, or from one that this book does not know */
  'package.foreign': { file: string; from: string };
  /** questions that were not answered */
  'package.open': { file: string; questions: number };
  /** the office that a package is from signs with another key than before */
  'package.key': { from: string };
  'package.changed': { file: string };
  'package.cannot': { problem: string };
  'import.encrypted': { file: string };
  'import.damaged': { file: string };
  'import.notWorkbook': { file: string; what?: OtherFile };
  'import.tooLarge': { file: string; megabytes: number };
  'import.lockFile': { file: string };
  'import.nothing': { file: string };
  'import.derived': { file: string; title: string; source: string };
  'import.measure': { file: string; columns: string };
  'import.waiting': { file: string; rows: number; cells: number };
  'import.cancelled': Record<string, never>;
  'import.missing': { id: number };
  'profile.missing': { shape: string };
  'import.stale': { file: string };
  'import.undone': { id: number };
  'import.changedLater': { id: number; records: string };
  'undo.nothing': Record<string, never>;
  'undo.changedLater': { record: string };
  'database.newer': { version: number; known: number };
  'database.locked': { folder: string };
  'window.open': Record<string, never>;
  /** what the book keeps as JSON: not readable, or written by a newer program */
  'kept.damaged': { what: string };
  'kept.newer': { what: string; version: number; known: number };
  /** a copy of the whole book could not be made, or did not prove sound */
  'book.notCopied': { file: string; why: string };
  'folder.unwritable': { folder: string };
  'print.noBrowser': Record<string, never>;
  'window.oldBrowser': { version: string; oldest: number };
  'shell.cannot': { what: string };
  'core.stopped': Record<string, never>;
  /** `number` names the entry of the log; null where it could not be written */
  unexpected: { detail: string; number?: string | null };
  /** an older file was put back beside the log of a newer one */
  'database.mixed': { file: string };
  'database.damaged': { file: string };
  'database.empty': { file: string };
  'database.foreign': { file: string };
  'database.readonly': { file: string };
  'database.unreadable': { file: string };
  'sample.making': Record<string, never>;
  'sample.own': { changes: number };
  'backup.otherCounty': { county: string; here: string };
  'book.lost': Record<string, never>;
  'disk.full': Record<string, never>;
  /** the newest change is one that only its own button takes back */
  'undo.ownButton': { label: string; where: string };
}
export type FaultCode = keyof Faults;
/** A fault as it crosses the bridge. */
export type FaultData = { [C in FaultCode]: { code: C; params: Faults[C] } }[FaultCode];

export class Fault<C extends FaultCode = FaultCode> extends Error {
  readonly code: C;
  readonly params: Faults[C];
  constructor(code: C, params: Faults[C]) {
    super(`${code} ${JSON.stringify(params)}`);
    this.name = 'Fault';
    this.code = code;
    this.params = params;
  }
}
