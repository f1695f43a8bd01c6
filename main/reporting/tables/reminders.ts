/** 到期提醒表: what is overdue or due within a week, problems and tasks together by unit; for the morning meeting. */
import type { Row } from '../../../preload/contract/records.ts';
import type { TableInfo } from '../../../preload/contract/tables.ts';
import { SOON_DAYS } from '../../domain/deadline.ts';
import { fieldOf } from '../../domain/ledgers/field.ts';
import { ledgers } from '../../domain/ledgers/index.ts';
import { numeral } from '../../domain/numeral.ts';
import { STATED, STATED_CODES, type StatedCode } from '../../domain/states.ts';
import { remind } from '../../services/reminders.ts';
import { dayCell } from '../figures.ts';
import type { TableCell, TableColumn, TableRow } from '../table.ts';
import { groupBy } from './groups.ts';
import { asOf, frameOf, type Report } from './report.ts';
import { labelOf, valueOf } from './values.ts';

const info: TableInfo = { name: 'reminders', title: '到期提醒表', about: `超期和${SOON_DAYS}天内到期的问题、任务，按责任单位列出`, ledger: 'task', paper: 'A4', landscape: true, choices: [] };
const KINDS: Record<StatedCode, string> = { rectification: '整改', task: '督办' };
const COLUMNS: readonly TableColumn[] = [
  { path: ['序号'], width: 10, align: 'center' }, { path: ['类别'], width: 14, align: 'center' }, { path: ['事项'], width: 92, align: 'left' }, { path: ['领导'], width: 22, align: 'left' },
  { path: ['责任人'], width: 22, align: 'left' }, { path: ['时限'], width: 24, align: 'center' }, { path: ['状态'], width: 20, align: 'center' }, { path: ['提示'], width: 26, align: 'center' },
];

/** The ledger a gathered row is of, and its unit, under names that no ledger uses. */
const OF = 'of_ledger';
const UNIT = 'of_unit';

export const reminderList: Report = {
  info,
  gather: (rowsOf) => STATED_CODES.flatMap((code) => rowsOf(code).map((row): Row => ({ ...row, [OF]: code, [UNIT]: valueOf(row, STATED[code].unit) }))),
  make(rows, options, context) {
    const day = asOf(options, context);
    const pressing = rows.filter((row) => remindersOf(row, day).length > 0);
    const groups = groupBy(pressing, fieldOf(ledgers.task, 'lead_unit'), context.units, (row) => valueOf(row, UNIT));
    const body: TableRow[] = [];
    let number = 0;
    groups.forEach((group, at) => {
      body.push({ kind: 'group', cells: [`${numeral(at + 1)}、${group.value ?? '没有写单位'}（${group.rows.length}项）`, ...COLUMNS.slice(1).map((): TableCell => null)] });
      const sorted = group.rows.flatMap((row) => remindersOf(row, day)).sort((a, b) => a.days - b.days);
      for (const one of sorted) body.push({ kind: 'data', cells: [{ figure: String((number += 1)) }, KINDS[one.ledger], one.name, one.leader, one.owner, dayCell(one.deadline), labelOf(fieldOf(ledgers[one.ledger], 'state'), one.state), one.days < 0 ? `超期${-one.days}天` : one.days === 0 ? '当天到期' : `还有${one.days}天`] });
    });
    return { ...frameOf(info, [], options, context), columns: COLUMNS, repeat: 3, rows: body, notes: [], empty: `没有超期和${SOON_DAYS}天内到期的事项` };
  },
};

const remindersOf = (row: Row, day: string): ReturnType<typeof remind> => remind(String(row[OF]) as StatedCode, row, day);
