/**
 * The follow-up list (跟踪提醒): what is overdue, behind its plan, or silent this month, each with
 * the unit and person who answer for it.
 */
import type { FollowUp, Notice } from '../../../preload/contract/project-life.ts';
import type { Reader } from '../../data/open.ts';
import { owedLeads } from '../../data/projects/lead-counts.ts';
import { owedAnswers } from '../../data/projects/project-life.ts';
import {
  lateMilestones,
  lateProblems,
  lateSteps,
  plannedMoney,
  silentProjects,
} from '../../data/projects/project-follow.ts';
import { dayText, spanOf, type Day } from '../../domain/days/day.ts';
import { daysBetween } from '../../domain/tasks/deadline.ts';
import { NOTICE_CODES, type NoticeCode } from '../../domain/projects/follow-up.ts';
import { measureOf } from '../../domain/exact/measure.ts';
import { inMeasure, type Fen } from '../../domain/exact/money.ts';
import { todayOf, type Book } from '../book/book.ts';

interface About {
  readonly id: number;
  readonly name: string;
  readonly unit: string | null;
  readonly person: string | null;
}

/** Every notice, the longest overdue first, those without a day last. */
export function projectNotices(book: Book): readonly Notice[] {
  const today = todayOf(book);
  const all = [
    ...latePoints(book.db, today),
    ...owedReplies(book.db, today),
    ...lateStages(book.db, today),
    ...behindPace(book, today),
    ...silentThisMonth(book, today),
  ];
  return all.toSorted((a, b) => (b.days ?? -1) - (a.days ?? -1));
}

interface Late {
  readonly kind: NoticeCode;
  readonly ledger?: Notice['ledger'];
  readonly about: About;
  readonly deadline: Day;
  readonly says: (days: number) => string;
}
/** What is due today or later is not late. */
function lateNotice(
  today: Day,
  { kind, ledger = 'project', about, deadline, says }: Late,
): readonly Notice[] {
  const days = daysBetween(spanOf(deadline).last, today);
  if (days <= 0) return [];
  const { id, name, unit, person } = about;
  return [{ kind, ledger, id, name, unit, person, says: says(days), days }];
}

/** Milestones and problems. */
function latePoints(db: Reader, today: Day): readonly Notice[] {
  return [
    ...lateMilestones(db, today).flatMap((row) =>
      lateNotice(today, {
        kind: 'milestone',
        about: row,
        deadline: row.deadline,
        says: (days) => `节点“${row.milestone}”应于${dayText(row.deadline)}完成，已超期${days}天`,
      }),
    ),
    ...lateProblems(db, today).flatMap((row) =>
      lateNotice(today, {
        kind: 'problem',
        about: row,
        deadline: row.deadline,
        says: (days) =>
          `问题“${short(row.problem)}”应于${dayText(row.deadline)}解决，已超期${days}天`,
      }),
    ),
  ];
}

/** Answers that investors wait for, in talks and on leads. */
function owedReplies(db: Reader, today: Day): readonly Notice[] {
  return [
    ...owedAnswers(db, today).flatMap((row) => {
      const deadline = row.answer_by ?? today;
      return lateNotice(today, {
        kind: 'answer',
        ledger: row.project_id === null ? 'lead' : 'project',
        about: { ...row, id: row.project_id ?? row.lead_id ?? 0, person: row.who },
        deadline,
        says: (days) => `洽谈“${short(row.content)}”应于${dayText(deadline)}答复，已超期${days}天`,
      });
    }),
    ...owedLeads(db, today).flatMap((row) =>
      lateNotice(today, {
        kind: 'answer',
        ledger: 'lead',
        about: row,
        deadline: row.answer_by,
        says: (days) => `线索应于${dayText(row.answer_by)}答复，已超期${days}天`,
      }),
    ),
  ];
}

/** Stages that were planned for a day that is over. */
const lateStages = (db: Reader, today: Day): readonly Notice[] =>
  lateSteps(db, today).flatMap((row) =>
    lateNotice(today, {
      kind: 'planned',
      about: row,
      deadline: row.deadline,
      says: (days) => `计划${dayText(row.deadline)}${row.step}，已过${days}天`,
    }),
  );

/** The year's plan runs evenly; a month counts when it is over. */
function behindPace({ db }: Book, today: Day): Notice[] {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7)) - 1];
  if (month === 0) return [];
  return plannedMoney(db, year).flatMap((row): Notice[] => {
    const due = (row.planned * BigInt(month)) / 12n;
    if (row.arrived >= due) return [];
    return [
      {
        kind: 'money',
        ledger: 'project',
        id: row.id,
        name: row.name,
        unit: row.unit,
        person: row.person,
        says: `本年到位${tenThousands(row.arrived)}，到${month}月底按年度计划${tenThousands(row.planned)}应到${tenThousands(due)}，差${tenThousands(due - row.arrived)}`,
        days: null,
      },
    ];
  });
}

function silentThisMonth({ db }: Book, today: Day): Notice[] {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  return silentProjects(db, today.slice(0, 7), new Date(year, month - 1, 1).toISOString()).map(
    (row) => ({
      kind: 'silent',
      ledger: 'project',
      ...row,
      says: `${month}月尚未填写进展`,
      days: null,
    }),
  );
}

const TEN_THOUSAND = measureOf('万元');
const tenThousands = (fen: Fen): string =>
  TEN_THOUSAND === null ? `${fen}` : `${inMeasure(fen, TEN_THOUSAND, 0)}万元`;

const LONGEST = 20;
const short = (text: string): string =>
  text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;

export function followUp(
  book: Book,
  input: {
    readonly kind: NoticeCode | null;
    readonly unit: string | null;
    readonly offset: number;
    readonly limit: number;
  },
): FollowUp {
  const ofUnit = projectNotices(book).filter(
    (one) => input.unit === null || one.unit === input.unit,
  );
  const counts = Object.fromEntries(
    NOTICE_CODES.map((kind) => [kind, ofUnit.filter((one) => one.kind === kind).length]),
  ) as Record<NoticeCode, number>;
  const chosen = ofUnit.filter((one) => input.kind === null || one.kind === input.kind);
  return {
    notices: chosen.slice(input.offset, input.offset + input.limit),
    counts,
    all: chosen.length,
  };
}
