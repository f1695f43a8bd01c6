/**
 * Problems of projects and their coordination: who is asked to solve one until when, what came of
 * it, and the agenda of a joint meeting.
 */
import type { ProjectProblem } from '../../../preload/contract/project-life.ts';
import type { Saved } from '../../../preload/contract/records.ts';
import {
  allProblems,
  presentIds,
  problemRow,
  problemsOfProject,
} from '../../data/projects/project-life.ts';
import { spanOf, type Day } from '../../domain/days/day.ts';
import { daysBetween } from '../../domain/tasks/deadline.ts';
import { Fault } from '../../domain/fault.ts';
import type { Value } from '../../domain/ledgers/field.ts';
import type { ProblemRecord } from '../../domain/projects/project-life.ts';
import { isOpenProblem, type ProblemState } from '../../domain/projects/project-problem.ts';
import { command, todayOf, type Book } from '../book/book.ts';
import { dayTyped, refuseReversed, requiredValue, unitTyped } from '../records/typed-parts.ts';
import { textOrNull } from '../../domain/read/text.ts';
import { ledgerNamed, storedRow } from '../records/query.ts';

export interface ProblemInput {
  readonly id: number | null;
  readonly project: number;
  readonly problem: string;
  readonly raised: Value;
  readonly raisedBy: Value;
  readonly unit: Value;
  readonly leader: Value;
  readonly deadline: Value;
  readonly state: ProblemState;
  readonly result: Value;
  readonly solved: Value;
  readonly meeting: Value;
}

/**
 * A problem that is solved says how; the day may stay unknown. @throws Fault value.required,
 * value.unreadable, stage.backwards, unit.unknown, record.missing
 */
export function saveProblem(book: Book, input: ProblemInput): Saved {
  return command(
    book,
    input.id === null ? '登记项目问题' : '修改项目问题',
    ['project'],
    (writing) => {
      const { db } = writing;
      storedRow(db, ledgerNamed('project'), input.project);
      const [raised, deadline, solved] = [
        dayTyped(book, db, '提出时间', input.raised),
        dayTyped(book, db, '协调时限', input.deadline),
        dayTyped(book, db, '解决时间', input.solved),
      ];
      refuseReversed({ label: '提出', day: raised }, { label: '协调时限', day: deadline });
      refuseReversed({ label: '提出', day: raised }, { label: '解决', day: solved });
      const result = isOpenProblem(input.state)
        ? textOrNull(input.result)
        : requiredValue(input.state === 'solved' ? '协调结果' : '不再协调的原因', input.result);
      const row = {
        project_id: input.project,
        problem: requiredValue('存在问题', input.problem),
        raised,
        raised_by: textOrNull(input.raisedBy),
        unit_id: unitTyped(db, input.unit),
        leader: textOrNull(input.leader),
        deadline,
        state: input.state,
        result,
        solved: input.state === 'solved' ? solved : null,
        meeting: textOrNull(input.meeting),
      };
      if (input.id !== null && problemRow(db, input.id)?.project !== input.project)
        throw new Fault('record.missing', { id: input.id });
      const id = input.id ?? writing.insert('project_problem', row);
      if (input.id !== null) writing.update('project_problem', id, row);
      return { change: writing.change, ids: [id] };
    },
  );
}

export function removeProblem(book: Book, id: number): Saved {
  return command(book, '删除项目问题', ['project'], (writing) => {
    if (!presentIds(writing.db, 'project_problem', [id]).has(id))
      throw new Fault('record.missing', { id });
    writing.remove('project_problem', id);
    return { change: writing.change, ids: [id] };
  });
}

/**
 * Puts open problems before a meeting; from then on they are 协调中. @throws Fault value.required,
 * state.closed, record.missing
 */
export function putOnAgenda(
  book: Book,
  input: { readonly ids: readonly number[]; readonly meeting: string },
): Saved {
  const meeting = requiredValue('会议名称', input.meeting);
  return command(book, `${input.ids.length}个问题提请“${meeting}”`, ['project'], (writing) => {
    for (const id of input.ids) {
      const row = problemRow(writing.db, id);
      if (row === null) throw new Fault('record.missing', { id });
      if (!isOpenProblem(row.state)) throw new Fault('state.closed', { record: row.problem });
      writing.update('project_problem', id, { meeting, state: 'working' });
    }
    return { change: writing.change, ids: input.ids };
  });
}

function problemOf(row: ProblemRecord, today: Day): ProjectProblem {
  const open = isOpenProblem(row.state);
  return {
    ...row,
    state: row.state,
    days: open && row.deadline !== null ? daysBetween(today, spanOf(row.deadline).last) : null,
  };
}

export const projectProblems = (book: Book, project: number): readonly ProjectProblem[] =>
  problemsOfProject(book.db, project).map((row) => problemOf(row, todayOf(book)));

export function listProblems(
  book: Book,
  input: {
    readonly state: ProblemState | null;
    readonly unit: string | null;
    readonly offset: number;
    readonly limit: number;
  },
): { readonly problems: readonly ProjectProblem[]; readonly all: number } {
  const { problems, all } = allProblems(book.db, input);
  return { problems: problems.map((row) => problemOf(row, todayOf(book))), all };
}

/** Every problem that is still to be solved, the most pressing first. */
export function openProblems(book: Book): readonly ProjectProblem[] {
  const { problems } = allProblems(book.db, { state: null, unit: null, offset: 0, limit: -1 });
  return problems
    .filter((row) => isOpenProblem(row.state))
    .map((row) => problemOf(row, todayOf(book)));
}
