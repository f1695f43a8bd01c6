/**
 * 项目卡片: one project on one A4 page: what it is, where it stands, its money, its milestones,
 * what hinders it.
 */
import type { TableInfo } from '../../../../preload/contract/tables.ts';
import { endsOf, type PrintTable, type TableColumn, type TableRow } from '../../model/table.ts';
import { fitsPage } from '../../writers/pages.ts';
import { printFrameOf, type PrintReport } from '../shared/report.ts';
import { rowValueOf } from '../shared/values.ts';
import { cardOf } from './project-card-rows.ts';

const info: TableInfo = {
  name: 'project-card',
  title: '项目卡片',
  about: '一个项目一页：基本情况、资金、节点、问题',
  clock: 'now',
  ledger: 'project',
  paper: 'A4',
  landscape: false,
  choices: ['record'],
};
const COLUMNS: readonly TableColumn[] = [
  { path: ['项目'], width: 38, align: 'left' },
  { path: ['内容'], width: 64, align: 'left' },
  { path: ['项目'], width: 38, align: 'left' },
  { path: ['内容'], width: 64, align: 'left' },
];

/** how many signs of a text are printed: as many as the page holds */
const LONGEST = [200, 120, 80, 50, 30] as const;

/** A page for each project; one alone where its record is named. */
export const projectCard: PrintReport = {
  info,
  make(rows, options, context) {
    const measure = options.measure ?? '万元';
    const frame = printFrameOf(info, [measure], options, context);
    const cards = rows.map((row): PrintTable => {
      const card = (longest: number): PrintTable => ({
        ...frame,
        title: titleOf(rowValueOf(row, 'name') ?? ''),
        form: true,
        columns: COLUMNS,
        repeat: 0,
        rows: cardOf(row, context, measure, longest),
        notes: [],
      });
      return card(LONGEST.find((longest) => fitsPage(card(longest))) ?? 30);
    });
    const [only] = cards;
    if (cards.length === 1 && only !== undefined)
      return {
        ...only,
        fileName: `项目卡片_${only.title.replace(/(项目)?卡片$/, '')}`.replace(
          /[\\/:*?"<>|\s]/g,
          '',
        ),
      };
    const whole = cards.flatMap((card): TableRow[] => [
      { kind: 'group', cells: [`【${card.title}】`, null, null, null] },
      ...card.rows,
    ]);
    return {
      ...frame,
      form: true,
      columns: COLUMNS,
      repeat: 0,
      rows: whole,
      notes: [],
      ...(cards.length === 0
        ? {}
        : {
            parts: cards,
            // a page for each in the workbook too, behind a line with its name
            ends: endsOf(cards.map(({ rows: own }) => ({ rows: [...own.slice(0, 1), ...own] }))),
          }),
    };
  },
};

const titleOf = (name: string): string => `${name}${name.endsWith('项目') ? '' : '项目'}卡片`;
