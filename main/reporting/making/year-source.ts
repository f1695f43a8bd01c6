/** The services behind a year's tables, bound to one book. */
import { calendarName, monthSpan, spanName } from '../../domain/days/assessment-year.ts';
import { bulletinForm, documentHead } from '../../services/documents/documents.ts';
import { allRows } from '../../services/records/query.ts';
import { listProblems } from '../../services/projects/project-problems.ts';
import type { Book } from '../../services/book/book.ts';
import { reportCover } from '../../services/exchange/state.ts';
import { listCorrections } from '../../services/progress/closing.ts';
import { findingsOfMonth } from '../../services/progress/findings.ts';
import { listIndicators } from '../../services/targets/indicators.ts';
import { listMeetings } from '../../services/tasks/meetings.ts';
import { listMonths } from '../../services/progress/months.ts';
import { progressSheet } from '../../services/progress/progress.ts';
import { rulesOf } from '../../services/progress/progress-rules.ts';
import { remindersOn } from '../../services/tasks/reminders.ts';
import { monthReturns } from '../../services/progress/returns.ts';
import { rivalSheet } from '../../services/progress/rivals.ts';
import { rewardList } from '../../services/rewards/reward-list.ts';
import { schemeOf } from '../../services/scoring/schemes.ts';
import { publishedScores, scoreSheet } from '../../services/scoring/scores.ts';
import { targetSheet } from '../../services/targets/target-sheet.ts';
import { yearCurve } from '../../services/progress/year-course.ts';
import type { ReportContext } from '../tables/shared/report.ts';
import type { YearSource } from '../tables/shared/year.ts';

export function yearSource(book: Book, context: ReportContext): YearSource {
  const { firstMonth, denominator } = rulesOf(book.db);
  return {
    context,
    indicators: () => listIndicators(book),
    reminders: (day) => remindersOn(book, day),
    targets: (year, version, indicators) => targetSheet(book, { year, version, indicators }),
    span: (month) => spanName(month, firstMonth),
    monthName: (month) => calendarName(month, firstMonth),
    newestMonth: (year) => listMonths(book, year).findLast((one) => one.filled > 0)?.month ?? null,
    scoring: () => denominator,
    progress: (input) => progressSheet(book, input),
    curve: (input) => yearCurve(book, input),
    corrections: (year) => listCorrections(book, year),
    rivals: (input) => rivalSheet(book, input),
    scores: (period) => (schemeOf(book, period.year) === null ? null : scoreSheet(book, period)),
    published: (id) => publishedScores(book, id).sheet,
    cover: (year, month) => reportCover(book, { year, month }),
    returns: (year, month) => monthReturns(book, { year, month }),
    rewards: (year) => rewardList(book, year).rewards,
    findings: (year) => findingsOfMonth(book, year),
    monthDays: (year, month) => monthSpan(year, month, firstMonth),
    rows: (ledger) => allRows(book, { ledger, filters: [], search: '', sort: [], group: [] }),
    problems: () => listProblems(book, { state: null, unit: null, offset: 0, limit: -1 }).problems,
    documentHead: () => documentHead(book),
    bulletinForm: () => bulletinForm(book),
    meetings: () => listMeetings(book),
  };
}
