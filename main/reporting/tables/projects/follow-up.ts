/** 项目跟踪提醒表, 联席会议议题表 and 线索任务完成表: what someone has to see to, with who it is. */
import type { TableInfo } from '../../../../preload/contract/tables.ts';
import { spanOf } from '../../../domain/days/day.ts';
import { NOTICES } from '../../../domain/projects/follow-up.ts';
import { numeral } from '../../../domain/exact/numeral.ts';
import { PROBLEM_STATES } from '../../../domain/projects/project-problem.ts';
import { dayCell } from '../../model/figures.ts';
import type { TableCell, TableColumn, TableRow } from '../../model/table.ts';
import { wholeRows } from '../../model/totals.ts';
import { printFrameOf, type PrintReport } from '../shared/report.ts';
import { widenFigures } from '../shared/widths.ts';

const NUMBER: TableColumn = { path: ['序号'], width: 10, align: 'center' };
const words = (name: string, width: number): TableColumn => ({
  path: [name],
  width,
  align: 'left',
});
const day = (name: string): TableColumn => ({ path: [name], width: 21, align: 'center' });
const dayOrNone = (value: string | null): TableCell => (value === null ? null : dayCell(value));

const followInfo: TableInfo = {
  name: 'follow-up',
  title: '项目跟踪提醒表',
  about: '节点超期、到位资金欠进度、本月没有进展等，列出责任单位和责任人',
  clock: 'now',
  ledger: 'project',
  paper: 'A4',
  landscape: true,
  choices: [],
};

/** By what is behind, the longest overdue first. */
export const followUpTable: PrintReport = {
  info: followInfo,
  gather: () => [],
  make(_, options, context) {
    const mine = context.projects
      .notices()
      .filter((one) => options.unit === undefined || one.unit === options.unit);
    const columns: TableColumn[] = [
      NUMBER,
      words('项目名称', 56),
      words('责任单位', 34),
      words('责任人', 22),
      words('情况', 100),
      { path: ['超期天数'], width: 18, align: 'right', places: 0 },
    ];
    const rows: TableRow[] = [];
    let next = 1;
    for (const [at, kind] of NOTICES.filter((one) =>
      mine.some((notice) => notice.kind === one.value),
    ).entries()) {
      const own = mine.filter((notice) => notice.kind === kind.value);
      rows.push({
        kind: 'group',
        cells: [
          `${numeral(at + 1)}、${kind.label}（${own.length}条）`,
          ...columns.slice(1).map((): TableCell => null),
        ],
      });
      for (const { name, unit, person, says, days } of own)
        rows.push({
          kind: 'data',
          cells: [
            { figure: String(next++) },
            name,
            unit,
            person,
            says,
            days === null ? null : { figure: String(days) },
          ],
        });
    }
    return {
      ...printFrameOf(followInfo, [], { ...options, filters: [] }, context),
      empty: '没有要跟踪提醒的项目',
      columns,
      repeat: 2,
      rows,
      notes: [],
    };
  },
};

const coordinationInfo: TableInfo = {
  name: 'coordination',
  title: '项目联席会议议题表',
  about: '列出未解决的项目问题，提请哪个单位协调、何时解决',
  clock: 'now',
  ledger: 'project',
  paper: 'A4',
  landscape: true,
  choices: [],
};

/** Every open problem; room is left for what the meeting decides. */
export const coordinationTable: PrintReport = {
  info: coordinationInfo,
  gather: () => [],
  make(_, options, context) {
    const open = context.projects
      .openProblems()
      .filter((one) => options.unit === undefined || one.unit === options.unit);
    const columns = [
      NUMBER,
      words('项目名称', 46),
      words('存在问题', 66),
      words('提请协调单位', 32),
      words('协调领导', 22),
      day('提出时间'),
      day('协调时限'),
      day('状态'),
      words('会议', 32),
      words('协调意见', 40),
    ];
    const rows = open.map((one, at): TableRow => ({
      kind: 'data',
      cells: [
        { figure: String(at + 1) },
        one.projectName,
        one.problem,
        one.unit,
        one.leader,
        dayOrNone(one.raised),
        dayOrNone(one.deadline),
        PROBLEM_STATES.find((state) => state.value === one.state)?.label ?? '',
        one.meeting,
        one.result,
      ],
    }));
    const late = open.filter(
      (one) => one.deadline !== null && spanOf(one.deadline).last < context.today,
    ).length;
    return {
      ...printFrameOf(coordinationInfo, [], { ...options, filters: [] }, context),
      empty: '没有待协调的问题',
      columns,
      repeat: 2,
      rows,
      notes: rows.length === 0 ? [] : [`共${open.length}个问题，已过时限${late}个。`],
    };
  },
};

const quotaInfo: TableInfo = {
  name: 'lead-quota',
  title: '线索任务完成表',
  about: '每人每年的线索定额、提供、有效和转化',
  clock: 'year',
  ledger: 'lead',
  paper: 'A4',
  landscape: false,
  choices: [],
};

/** 达标: leads of value reach the quota of the person's rank. */
export const quotaTable: PrintReport = {
  info: quotaInfo,
  gather: () => [],
  make(_, options, context) {
    const people = context.projects
      .quota(options.year ?? context.year)
      .filter((one) => options.unit === undefined || one.unit === options.unit);
    const count = (name: string): TableColumn => ({
      path: [name],
      width: 16,
      align: 'right',
      places: 0,
      sums: true,
    });
    const columns = [
      NUMBER,
      words('姓名', 22),
      words('所在单位', 36),
      words('职级类别', 26),
      count('定额'),
      count('提供'),
      count('有效'),
      count('未研判'),
      count('转化项目'),
      day('达标'),
    ];
    const figures = (...list: readonly number[]): TableCell[] =>
      list.map((one) => ({ figure: String(one) }));
    const rows = people.map((one, at): TableRow => ({
      kind: 'data',
      cells: [
        { figure: String(at + 1) },
        one.person,
        one.unit,
        one.rank,
        ...figures(one.quota, one.given, one.valuable, one.waiting, one.promoted),
        one.met ? '达标' : `差${one.quota - one.valuable}条`,
      ],
    }));
    const all = [...rows, ...wholeRows(columns, rows)];
    return {
      ...printFrameOf(quotaInfo, ['条'], { ...options, filters: [] }, context),
      columns: widenFigures(columns, all),
      repeat: 2,
      rows: all,
      notes:
        rows.length === 0
          ? []
          : [
              `${people.length}人中${people.filter((one) => one.met).length}人达标。定额按当年考核办法；没有的，正乡级和专业招商人员3条，副乡级2条，其他人1条。`,
            ],
    };
  },
};
