/**
 * What a project has beside its columns: moves of stage with their dates, and the credit of its
 * introducer.
 */
import type { Saved } from '../../../preload/contract/records.ts';
import { noteStage, saidCredits, stagesOf } from '../../data/projects/projects.ts';
import type { Writing } from '../../data/write.ts';
import type { SqlRow, SqlValue } from '../../data/rows.ts';
import { dayText, isDay, surelyBefore } from '../../domain/days/day.ts';
import { Fault } from '../../domain/fault.ts';
import type { Value } from '../../domain/ledgers/field.ts';
import {
  reasonFor,
  reversedDates,
  STAGE_DATES,
  STAGES,
  stepOf,
  type Stage,
} from '../../domain/ledgers/stage.ts';
import { command, type Book } from '../book/book.ts';
import { carryName, refuseTypedParent } from './project-parents.ts';
import { fieldNamed, ledgerNamed, storedRow } from '../records/query.ts';
import type { Patch, LedgerRule, Stored } from '../book/rule.ts';
import { sessionFacts } from '../book/session.ts';
import { readTyped } from '../records/typed.ts';

interface DatedStage {
  readonly stage: Stage;
  readonly date: Value;
  readonly who: Value;
  readonly note: Value;
  readonly evidence: Value;
}

/**
 * Moves a project's stage. Earlier stages that were passed over stay unknown; a date may not run
 * before the last known one.
 */
export function setStage(
  book: Book,
  input: {
    readonly id: number;
    readonly stage: string;
    readonly date: Value;
    readonly who: Value;
    readonly note: Value;
    readonly evidence?: Value;
  },
): Saved {
  const ledger = ledgerNamed('project');
  const stage = STAGES.find((one) => one.value === input.stage);
  if (stage === undefined)
    throw new Fault('value.unreadable', {
      field: '项目阶段',
      seen: input.stage,
      want: '列出的阶段之一',
    });
  return command(book, `项目改为${stage.label}`, ['project'], (writing) => {
    const before = storedRow(writing.db, ledger, input.id);
    refuseWithoutReason(before['stage'], stage, input.note);
    const date =
      input.date === null
        ? null
        : readTyped(writing.db, fieldNamed(ledger, 'started_date'), input.date, {
            year: sessionFacts(book).year,
            currency: 'CNY',
          }).value;
    const move: DatedStage = {
      stage: stage.value,
      date,
      who: input.who,
      note: input.note,
      evidence: input.evidence ?? null,
    };
    if (date !== null && isDay(date)) refuseBackwards(writing, input.id, move.stage, date);
    const dateField = STAGE_DATES[move.stage];
    if (dateField !== undefined && date !== null) refuseReversed({ ...before, [dateField]: date });
    noteStage(writing, input.id, move);
    const patch: SqlRow =
      dateField === undefined || date === null
        ? { stage: move.stage }
        : { stage: move.stage, [dateField]: date };
    writing.update('project', input.id, patch);
    return { change: writing.change, ids: [input.id] };
  });
}

const REASONS = { stops: '停滞或终止的原因', resumes: '恢复的原因', back: '退回的原因' } as const;

/** A project that stops, comes back from 终止, or goes back a stage says why. */
function refuseWithoutReason(
  from: SqlValue | undefined,
  to: (typeof STAGES)[number],
  note: Value,
): void {
  const why = reasonFor(STAGES.find((one) => one.value === from)?.value ?? null, to.value);
  if (why !== null && (note ?? '').trim() === '')
    throw new Fault('stage.reason', { stage: to.label, what: REASONS[why] });
}

/** Dates typed into cells or the form keep the order of the way: 竣工 is not before 开工. */
function refuseReversed(dates: Stored): void {
  const reversed = reversedDates(dates);
  if (reversed === null) return;
  const [later, earlier] = [reversed.later, reversed.earlier].map((code) => ({
    label: fieldNamed(ledgerNamed('project'), code).label,
    date: dayText(String(dates[code])),
  }));
  throw new Fault('stage.backwards', {
    stage: later?.label ?? '',
    date: later?.date ?? '',
    after: `${earlier?.label}${earlier?.date}`,
  });
}

function refuseBackwards(writing: Writing, id: number, stage: Stage, date: string): void {
  const step = stepOf(stage);
  for (const past of stagesOf(writing.db, id)) {
    const pastStep = stepOf(past.stage as Stage);
    const earlier = step === null || pastStep === null || pastStep <= step;
    if (past.date === null || !earlier || !surelyBefore(date, past.date)) continue;
    const label = STAGES.find((one) => one.value === past.stage)?.label ?? past.stage;
    throw new Fault('stage.backwards', {
      stage: STAGES.find((one) => one.value === stage)?.label ?? stage,
      date: dayText(date),
      after: `${label}${dayText(past.date)}`,
    });
  }
}

export const projectRule: LedgerRule = {
  complete: (row) => {
    if (row['currency'] === null) row['currency'] = 'CNY';
    refuseReversed(row);
  },
  edited: (writing, _ledger, id, before: Stored, patch: Patch) => {
    if (Object.values(STAGE_DATES).some((code) => typeof patch[code] === 'string'))
      refuseReversed({ ...before, ...patch });
    if (patch['parent'] !== undefined && patch['parent'] !== before['parent'])
      refuseTypedParent(writing.db, id, String(patch['name'] ?? before['name']), patch['parent']);
    if (typeof patch['name'] === 'string' && patch['name'] !== before['name'])
      carryName(writing, id, String(before['name']), patch['name']);
    const stage = patch['stage'];
    if (typeof stage === 'string' && stage !== before['stage'])
      noteStage(writing, id, { stage, date: null, who: null, note: null });
    if (stage === null) delete patch['stage'];
    if (patch['introducer'] !== undefined)
      creditIntroducer(writing, id, before['introducer'] ?? null, patch['introducer']);
    if (patch['currency'] === null) patch['currency'] = 'CNY';
  },
};

/**
 * A project counts for its introducer, which needs no line; where credits are said, the
 * introducer's share goes to the new one.
 */
function creditIntroducer(
  writing: Writing,
  project: number,
  before: SqlValue,
  after: SqlValue,
): void {
  const credits = saidCredits(writing.db, project);
  const [old, now] = [before, after].map((unit) =>
    credits.find((credit) => unit !== null && credit.unit === Number(unit)),
  );
  if (after === null || old === undefined)
    for (const credit of credits) writing.remove('credit', credit.id);
  else if (now === undefined) writing.update('credit', old.id, { unit_id: after });
}
