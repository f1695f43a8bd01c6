/**
 * What is said of whole columns and hidden parts of a ledger's table, before anything of its cells.
 */
import type { Issue } from '../../../preload/contract/imports.ts';
import { columnName } from '../../domain/read/sheet-address.ts';
import { isNumeric, type Ledger } from '../../domain/ledgers/field.ts';
import { measuresIn } from '../sheet/headers.ts';
import { placedIssue } from '../sheet/issue.ts';
import type { MappedColumn } from '../sheet/mapped.ts';
import type { Region } from '../sheet/region.ts';
import type { SourceSheet } from '../sheet/sheet.ts';

/** Questions on a whole column: figures without a measure, months without a year. */
export function columnIssues(
  columns: readonly MappedColumn[],
  measureless: ReadonlySet<number>,
): readonly Issue[] {
  return columns.flatMap((one): Issue[] => {
    if (one.near !== undefined && one.use === 'extra')
      return [
        placedIssue(
          -1,
          one.index,
          'question',
          'column.unclear',
          `“${one.path.join('›')}”是不是${one.near}，看不出来，先存为附加信息。是哪个字段请指定，都不是就选附加信息。`,
        ),
      ];
    if (one.field === null || one.use === 'ignore' || one.use === 'extra') return [];
    if (one.month?.startsWith('?') === true)
      return [
        placedIssue(
          -1,
          one.index,
          'question',
          'period.unknown',
          `“${one.path.join('›')}”是哪一年的？表里没写。`,
        ),
      ];
    if (!isNumeric(one.field) || one.measure !== null || !measureless.has(one.index)) return [];
    const header = one.path.at(-1) ?? '';
    if (measuresIn(header).length > 0)
      return [
        placedIssue(
          -1,
          one.index,
          'question',
          'measure.unknown',
          `“${header}”的单位与${one.field.label}（${one.field.measure}）对不上。是哪个单位？`,
        ),
      ];
    const choices =
      one.field.kind === 'money'
        ? '是万元，还是亿元？'
        : one.field.measure === '亩'
          ? '是亩，还是平方米？'
          : `是不是${one.field.measure}？`;
    return [
      placedIssue(
        -1,
        one.index,
        'question',
        'measure.unknown',
        `“${header}”没写${one.field.kind === 'money' ? '金额' : ''}单位。${choices}`,
      ),
    ];
  });
}

/** Words beside the last head belong to the table where no other one has its head there. */
function columnsBeside(
  sheet: SourceSheet,
  { dataRows, headerRows: [top, bottom], right }: Region,
): readonly Pick<MappedColumn, 'index' | 'path' | 'use'>[] {
  const widest = dataRows.reduce((most, row) => Math.max(most, sheet.rows[row]?.length ?? 0), 0);
  const isHeaded = sheet.rows
    .slice(Math.max(0, top), bottom + 1)
    .some((row) => row.slice(right + 1).some((cell) => cell !== null && cell !== ''));
  const count = isHeaded ? 0 : Math.max(0, Math.min(widest, MOST_BESIDE) - right - 1);
  return Array.from({ length: count }, (_, at) => ({
    index: right + 1 + at,
    path: [],
    use: 'ignore',
  }));
}

/** No ledger is wider: what lies beyond is a stray cell. */
const MOST_BESIDE = 400;

/**
 * Columns whose figures are kept beside the record or not at all: one sentence for each without a
 * head, one for all that no field takes.
 */
export function unreadIssues(
  sheet: SourceSheet,
  region: Region,
  columns: readonly MappedColumn[],
  ledger: Ledger,
): readonly Issue[] {
  const filled = (index: number): number =>
    region.dataRows.filter((row) => {
      const cell = sheet.rows[row]?.[index] ?? null;
      return cell !== null && cell !== '';
    }).length;
  const all = [...columns, ...columnsBeside(sheet, region)];
  const headless = all.flatMap(({ index, path, use }): Issue[] => {
    const cells = path.length === 0 && use === 'ignore' ? filled(index) : 0;
    return cells === 0
      ? []
      : [
          placedIssue(
            -1,
            index,
            'warning',
            'column.headless',
            `${columnName(index)}列没有表头，里面${cells}格没有导入。要导，请补上表头。`,
          ),
        ];
  });
  const kept = columns.filter(
    ({ use, near, path }) => use === 'extra' && near === undefined && path.length > 0,
  );
  const [first] = kept;
  if (first === undefined) return headless;
  const heads = kept.slice(0, 6).map(({ path }) => path.join('›'));
  const listed = `${heads.join('、')}${kept.length > 6 ? '…' : ''}`;
  // a unit has no place for what no field takes
  const told =
    ledger.code === 'unit'
      ? (['warning', 'column.unread', `没有导入：${listed}`] as const)
      : (['info', 'column.extra', `原样存为附加信息：${listed}`] as const);
  const [level, code, what] = told;
  return [
    ...headless,
    placedIssue(-1, first.index, level, code, `${kept.length}列没有对应的字段，${what}。`),
  ];
}
