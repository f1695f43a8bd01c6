/**
 * Any printed figure can be asked: in a book made by import, edits and a correction, who gave it,
 * when, from which cell, what it was before and why, as the workbooks' own cells say.
 */
import { expect, test } from 'vitest';
import type { FigureStory, PrintedCell } from '../../preload/contract/sources.ts';
import { makeTable } from '../../main/reporting/making/making.ts';
import { sourceSheet } from '../../main/reporting/sources/source-sheet.ts';
import { figureStory } from '../../main/reporting/sources/story.ts';
import type { TableRow } from '../../main/reporting/model/table.ts';
import { closeMonth, correctFigure } from '../../main/services/progress/closing.ts';
import { createRecord, editRecords } from '../../main/services/records/edit.ts';
import { allRows } from '../../main/services/records/query.ts';
import type { Book } from '../../main/services/book/book.ts';
import { takeBackNewest, testBook } from '../helpers/book.ts';
import { importSample } from '../helpers/imported.ts';

const MONTHLY = '04-主要指标月报2012年9月.xlsx';
const LEDGER = '02-园区重点项目台账2010.xlsx';

/** The cell whose row begins so and whose heads end so. */
function asked(book: Book, table: string, label: string, head: string): PrintedCell {
  const { columns, rows } = makeTable(book, table, { filters: [] }).table;
  const row = rows.findIndex((one: TableRow) => one.cells.includes(label));
  const column = columns.findIndex(({ path }) => path.join('/').endsWith(head));
  expect([row, column]).not.toContain(-1);
  return { kind: 'cell', table, options: { filters: [] }, part: 0, row, column };
}
const story = (book: Book, table: string, label: string, head: string): FigureStory =>
  figureStory(book, asked(book, table, label, head));
const steps = ({ entries }: Pick<FigureStory, 'entries'>) =>
  entries.map(({ what, who, from, before, after, reason }) => [
    what,
    who,
    from,
    before,
    after,
    reason,
  ]);

async function monthBook() {
  const book = testBook();
  await importSample(book, '04');
  closeMonth(book, { year: 2012, month: 9, note: null });
  const [indicator = 0, unit = 0] = ['indicator', 'unit'].map((table) =>
    Number(
      book.db
        .prepare(`SELECT id FROM ${table} WHERE name = ?`)
        .pluck()
        .get(table === 'unit' ? '东关街道' : '合同引资'),
    ),
  );
  correctFigure(book, {
    year: 2012,
    month: 9,
    indicator,
    unit,
    part: 'cumulative',
    text: '1.96',
    reason: '漏报一个项目',
    document: '计函〔2012〕7号',
  });
  return book;
}

test('a month’s figure that was imported and corrected: both steps, the cell, and why', async () => {
  const book = await monthBook();
  const told = story(book, 'monthly-bulletin', '东关街道', '合同引资（亿元）/1—9月累计');
  expect(told).toMatchObject({
    name: '东关街道　合同引资　2012年1—9月累计',
    text: '1.96亿元',
    parts: [],
  });
  expect(steps(told)).toEqual([
    ['更正9月合同引资', '王敏', null, '1.86亿元', '1.96亿元', '漏报一个项目（计函〔2012〕7号）'],
    ['导入', '王敏', `${MONTHLY}　工作表“9月”　D5`, null, '1.86亿元', null],
  ]);
});

test('the county’s figure is its units’, each with its own cell; a completion its figure and its target', async () => {
  const book = await monthBook();
  const total = story(book, 'monthly-bulletin', '全县合计', '到位资金（亿元）/1—9月累计');
  expect(total.parts).toHaveLength(12);
  expect(total.parts[1]).toMatchObject({
    name: '西关街道',
    text: '3.52亿元',
    entered: { who: '王敏', from: `${MONTHLY}　工作表“9月”　H6` },
  });
  const share = story(book, 'monthly-bulletin', '西关街道', '到位资金（亿元）/完成率%');
  expect(share.parts.map(({ text, entered }) => [text, entered?.from])).toEqual([
    ['3.52亿元', `${MONTHLY}　工作表“9月”　H6`],
    ['3.50亿元', `${MONTHLY}　工作表“9月”　F6`],
  ]);
  // the second click
  const [, target] = share.parts;
  expect(target?.source).not.toBeNull();
  if (target?.source == null) return;
  expect(steps(figureStory(book, target.source))).toEqual([
    ['导入', '王敏', `${MONTHLY}　工作表“9月”　F6`, null, '3.50亿元', null],
  ]);
});

test('a record’s amount that was imported, changed and changed back', async () => {
  const book = testBook();
  await importSample(book, '02');
  const name = '古玉煤化工甲醇项目';
  const [record] = allRows(book, {
    ledger: 'project',
    filters: [{ field: 'name', text: `=${name}` }],
    search: '',
    sort: [],
    group: [],
  });
  const edit = { id: record?.id ?? 0, field: 'total_investment' };
  editRecords(book, 'project', [{ ...edit, value: '88000' }]);
  const changed = story(book, 'project-ledger', name, '总投资');
  expect(changed.text).toBe('88,000万元');
  expect(steps(changed).map(([, ...rest]) => rest)).toEqual([
    ['王敏', null, '86,000万元', '88,000万元', null],
    ['王敏', `${LEDGER}　工作表“项目台账”　F7`, null, '86,000万元', null],
  ]);
  takeBackNewest(book);
  const back = story(book, 'project-ledger', name, '总投资');
  expect(back.text).toBe('86,000万元');
  expect(back.entries).toHaveLength(3);
  expect(back.entries[0]).toMatchObject({ before: '88,000万元', after: '86,000万元' });
  expect(back.entries[0]?.what).toMatch(/^撤销/u);
});

test('counted and added records stand behind a batch’s figures; a sum of the table behind its lines', async () => {
  const book = testBook();
  await importSample(book, '02');
  const { columns } = makeTable(book, 'four-batches', { filters: [] }).table;
  const at = {
    kind: 'cell' as const,
    table: 'four-batches',
    options: { filters: [] },
    part: 0,
  };
  const count = columns.findIndex(({ path }) => path.join() === '合计,个数');
  const batch = figureStory(book, { ...at, row: 0, column: count });
  expect(batch.text).toBe(`${batch.parts.length}个项目`);
  expect(batch.parts.length).toBeGreaterThan(0);
  expect(batch.parts.every(({ entered }) => entered?.from?.startsWith(LEDGER) === true)).toBe(true);
  const ledger = makeTable(book, 'project-ledger', { filters: [] }).table;
  const money = ledger.columns.findIndex(({ path }) => path.at(-1) === '总投资');
  const sum = figureStory(book, {
    ...at,
    table: 'project-ledger',
    row: ledger.rows.length - 1,
    column: money,
  });
  expect(sum.parts).toHaveLength(ledger.rows.filter(({ kind }) => kind === 'data').length);
  expect(sum.parts.find(({ name }) => name === '中发金属制品项目')?.text).toBe('21,000');
});

test('the sheet to be printed says all of it', async () => {
  const book = await monthBook();
  const place = asked(book, 'monthly-bulletin', '东关街道', '合同引资（亿元）/1—9月累计');
  const { table, records } = sourceSheet(book, { filters: [], asked: place });
  expect(table.title).toBe('数据出处单');
  expect(records).toBe(2);
  const words = table.rows.map(({ cells }) => cells.filter((cell) => typeof cell === 'string'));
  expect(words[0]).toEqual(['现为：1.96亿元']);
  expect(words[2]).toContain('漏报一个项目（计函〔2012〕7号）');
  expect(words[3]).toContain(`${MONTHLY}　工作表“9月”　D5`);
});

test('what was given is told with all its places where the table prints fewer', () => {
  const book = testBook();
  createRecord(book, 'project', [{ name: '海泰一期', total_investment: '1234.5' }]);
  const told = story(book, 'project-ledger', '海泰一期', '总投资');
  expect(told.text).toBe('1,234.5万元');
  expect(told.how).toMatch(/^表上印为1,235。/u);
});
