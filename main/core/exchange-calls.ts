/** Answers of the calls that exchange packages with other offices. */
import { join } from 'node:path';
import type { Output, Parsed } from '../../preload/contract/index.ts';
import type { PackageLine } from '../../preload/contract/exchange.ts';
import { Fault, type FaultData } from '../domain/fault.ts';
import type { MergeSide, SharedRow } from '../domain/exchange/row.ts';
import type { RowMerge } from '../domain/exchange/merge-rows.ts';
import { sealPackage, type SealedPackage } from '../exchange/format.ts';
import { readPackageFile, readStick, writePackage, type StickFile } from '../exchange/stick.ts';
import { makeBackup } from '../maintenance/backups.ts';
import { PROGRAM_VERSION } from '../process/version.ts';
import type { Decisions } from '../services/exchange/judge.ts';
import {
  acceptPackage,
  beginFromPackage,
  lastMonthTotals,
  viewPackage,
  type PackageView,
} from '../services/exchange/receive.ts';
import { sendReport, sendReturn, sendTask } from '../services/exchange/send.ts';
import { refuseUnchecked, reportChecks } from '../services/exchange/state.ts';
import { changesInWords, questionInWords, rowWords } from '../services/exchange/words.ts';
import type { Scene } from './scene.ts';

/** What does not fit in a report and cannot be explained away. */
const HARD_CHECKS = ['cumulative', 'ofWhich', 'percent', 'total'] as const;

const sending = ({ book }: Scene): { readonly book: Scene['book']; readonly program: string } => ({
  book,
  program: PROGRAM_VERSION,
});
const made = async (
  folder: string,
  sealed: SealedPackage,
): Promise<{ readonly name: string; readonly fingerprint: string; readonly to: string }> => ({
  name: await writePackage(folder, sealed),
  fingerprint: sealed.fingerprint,
  to: sealed.head.to.name,
});

export async function sendTasks(
  scene: Scene,
  input: Parsed<'exchange.sendTasks'>,
): Promise<Output<'exchange.sendTasks'>> {
  const folder = await scene.host.pathOf(input.folder);
  const files = [];
  for (const unit of input.units)
    files.push(
      await made(
        folder,
        sendTask(sending(scene), { ...input, unit, hard: HARD_CHECKS }, sealPackage),
      ),
    );
  return files;
}

export async function sendReportFile(
  scene: Scene,
  input: Parsed<'exchange.sendReport'>,
): Promise<Output<'exchange.sendReport'>> {
  const checks = reportChecks(scene.book, input);
  refuseUnchecked(
    checks,
    input.notes.map(({ finding }) => finding),
  );
  const told = new Set(checks.map(({ finding }) => finding));
  const notes = input.notes.filter(({ finding }) => told.has(finding));
  const folder = await scene.host.pathOf(input.folder);
  return made(folder, sendReport(sending(scene), { ...input, notes }, sealPackage));
}

export async function sendReturnFile(
  scene: Scene,
  input: Parsed<'exchange.sendReturn'>,
): Promise<Output<'exchange.sendReturn'>> {
  const folder = await scene.host.pathOf(input.folder);
  return made(folder, sendReturn(sending(scene), input, sealPackage));
}

export async function readPackages(
  scene: Scene,
  { files, decided }: Parsed<'exchange.read'>,
): Promise<Output<'exchange.read'>> {
  const lines: PackageLine[] = [];
  for (const handle of files) {
    const path = await scene.host.pathOf(handle);
    for (const file of readStick([path]))
      lines.push(lineOf(scene, file, handle, file.path === path ? null : file.name, decided));
  }
  return lines;
}

function lineOf(
  scene: Scene,
  { name, read }: StickFile,
  handle: string,
  path: string | null,
  decided: Readonly<Record<string, MergeSide>>,
): PackageLine {
  const line = { file: name, handle, path };
  const faulty = (fault: Fault): PackageLine => ({
    ...line,
    fault: { code: fault.code, params: fault.params } as FaultData,
    package: null,
  });
  if (read instanceof Fault) return faulty(read);
  try {
    return {
      ...line,
      fault: null,
      package: viewInWords(scene, viewPackage(scene.book, read, name, decisionsOf(decided))),
    };
  } catch (error) {
    if (error instanceof Fault) return faulty(error);
    throw error;
  }
}

const decisionsOf =
  (decided: Readonly<Record<string, MergeSide>>): Decisions =>
  ({ id }) =>
    Object.hasOwn(decided, id) ? decided[id] : undefined;

function viewInWords({ book }: Scene, view: PackageView): PackageLine['package'] {
  const { head, fingerprint } = view.read;
  const { judged } = view;
  const words = rowWords(book.db, judged);
  const count = (becomes: RowMerge['merged']['becomes']): number =>
    judged.rows.filter(({ merged }) => merged.becomes === becomes).length;
  const here = ({ row }: RowMerge): SharedRow | null =>
    judged.found.get(row.gid)?.share?.row ?? null;
  const last = lastMonthTotals(book, view);
  return {
    kind: head.kind,
    standing: view.standing,
    from: view.sender.name,
    key: view.sender.key,
    year: head.year,
    month: head.month,
    fingerprint,
    created: count('created'),
    changed: count('changed'),
    removed: count('removed'),
    same: count('same'),
    changes: changesInWords(words, judged, here),
    questions: judged.asked.map((question) => ({
      id: question.id,
      ...questionInWords(words, judged, question),
    })),
    notes: head.notes,
    totals: head.totals.map((total) => ({
      ...total,
      lastMonth: last.get(total.indicator) ?? null,
    })),
  };
}

/** Each is backed up before; refused where the file is no longer what was looked at. */
export async function acceptFile(
  scene: Scene,
  input: Parsed<'exchange.accept'>,
): Promise<Output<'exchange.accept'>> {
  const base = await scene.host.pathOf(input.file);
  const path = input.path === null ? base : join(base, input.path.replace(/[\\/]/g, ''));
  const read = readPackageFile(path);
  if (read.fingerprint !== input.fingerprint)
    throw new Fault('package.changed', { file: input.path ?? '' });
  makeBackup({ ...scene, db: scene.book.db }, 'package');
  return acceptPackage(scene.book, {
    read,
    file: input.path ?? '',
    decisions: decisionsOf(input.decided),
    takesKey: input.takesKey,
  });
}

export async function beginFromFile(
  scene: Scene,
  { file }: Parsed<'exchange.begin'>,
): Promise<null> {
  const path = await scene.host.pathOf(file);
  beginFromPackage(scene.book, readPackageFile(path), path);
  return null;
}
