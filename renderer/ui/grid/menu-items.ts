/**
 * What the menu over the cells and over the heads offers, for the sheet as it is: what cannot be
 * done here is not listed.
 */
import { clearBlock, copyWithHeads, fillDown } from './clipboard.ts';
import { nextSort } from './head.tsx';
import type { GridColumn } from './model.ts';
import { duplicateRows, removeRows, rowsSelected, toBlankRow } from './rows.ts';
import type { GridSheet, PasteHow } from './sheet.ts';

export interface MenuItem {
  readonly label: string;
  readonly keys?: string;
  run(): void;
}

const sayFault = (sheet: GridSheet) => (fault: unknown) =>
  sheet.say(fault instanceof Error ? fault.message : String(fault));

/** No page may read the clipboard by itself: the next Ctrl+V pastes so. */
function pasteSo(sheet: GridSheet, how: PasteHow, word: string): void {
  sheet.view?.focus();
  sheet.pasteNext(how);
  sheet.say(`请按Ctrl+V，${word}。`);
}

function copyPlain(sheet: GridSheet, cut: boolean): void {
  sheet.view?.focus();
  document.execCommand(cut ? 'cut' : 'copy');
}

function clipItems(sheet: GridSheet): readonly MenuItem[] {
  const can = sheet.columnsIn(sheet.block).some((column) => column.editable);
  const copies = [
    { label: '复制', keys: 'Ctrl+C', run: () => copyPlain(sheet, false) },
    {
      label: '连同表头复制',
      keys: 'Ctrl+Shift+C',
      run: () => void copyWithHeads(sheet).catch(sayFault(sheet)),
    },
  ];
  if (!can) return copies;
  return [
    { label: '剪切', keys: 'Ctrl+X', run: () => copyPlain(sheet, true) },
    ...copies,
    { label: '粘贴', keys: 'Ctrl+V', run: () => pasteSo(sheet, {}, '粘贴到所选位置') },
    {
      label: '粘贴，行列互换',
      run: () => pasteSo(sheet, { transposed: true }, '行列互换后粘贴'),
    },
    { label: '粘贴，只填空格', run: () => pasteSo(sheet, { intoEmpty: true }, '只填入空格') },
    {
      label: '向下填充',
      keys: 'Ctrl+D',
      run: () => void fillDown(sheet).catch(sayFault(sheet)),
    },
    {
      label: '清除内容',
      keys: 'Delete',
      run: () => void clearBlock(sheet).catch(sayFault(sheet)),
    },
  ];
}

function rowItems(sheet: GridSheet): readonly MenuItem[] {
  const { onAdd, onDuplicate, onRemove, onOpen } = sheet.props;
  const rows = rowsSelected(sheet);
  const row = sheet.rowAt(sheet.active.line);
  const line = sheet.layout.lineAt(sheet.active.line);
  return [
    ...(onOpen === undefined || row === undefined || line?.kind !== 'record'
      ? []
      : [{ label: '打开此条记录', keys: 'Ctrl+Enter', run: () => onOpen(row, line.index) }]),
    ...(onAdd === undefined
      ? []
      : [{ label: '新增一行', keys: 'Ctrl+＋', run: () => toBlankRow(sheet) }]),
    ...(onDuplicate === undefined || rows === 0
      ? []
      : [{ label: `复制为新记录（${rows}行）`, run: () => duplicateRows(sheet) }]),
    ...(onRemove === undefined || rows === 0
      ? []
      : [{ label: `删除所选${rows}行`, keys: 'Ctrl+－', run: () => removeRows(sheet) }]),
  ];
}

function filterItems(sheet: GridSheet, column: GridColumn): readonly MenuItem[] {
  const { plain = false, filters, onFilter, valuesOf } = sheet.props;
  if (plain) return [];
  const row = sheet.rowAt(sheet.active.line);
  const text = row === undefined ? '' : column.editText(row);
  return [
    ...(row === undefined
      ? []
      : [
          {
            label:
              text === ''
                ? '筛选：空'
                : `筛选：${text.length > 10 ? `${text.slice(0, 10)}…` : text}`,
            run: () => onFilter(column.code, text === '' ? '空' : `=${text}`),
          },
        ]),
    ...(valuesOf === undefined || valuesOf(column.code) === null
      ? []
      : [{ label: '按取值筛选…', run: () => sheet.openTool({ is: 'values', column }) }]),
    ...(filters[column.code] === undefined
      ? []
      : [{ label: '取消此列筛选', run: () => onFilter(column.code, '') }]),
  ];
}

function orderItems(sheet: GridSheet, column: GridColumn): readonly MenuItem[] {
  const { sort, onSort, fixedOrder = false } = sheet.props;
  if (fixedOrder) return [];
  const by = (descending: boolean): void => onSort([{ field: column.code, descending }]);
  return [
    { label: '升序', run: () => by(false) },
    { label: '降序', run: () => by(true) },
    ...(sort.length === 0
      ? []
      : [{ label: '加为次要排序', run: () => onSort(nextSort(sort, column.code, true)) }]),
    { label: '按多列排序…', run: () => sheet.openTool({ is: 'sort' }) },
  ];
}

/** In groups that a line parts. */
export function menuOf(sheet: GridSheet, isHead: boolean): readonly (readonly MenuItem[])[] {
  const column = sheet.columns[sheet.active.column];
  if (column === undefined) return [];
  const { onHide } = sheet.props;
  const find: readonly MenuItem[] = [
    { label: '查找和替换…', keys: 'Ctrl+H', run: () => sheet.openTool({ is: 'replace' }) },
    { label: '定位…', keys: 'Ctrl+G', run: () => sheet.openTool({ is: 'go' }) },
  ];
  const hide: readonly MenuItem[] =
    onHide === undefined || column.frozen
      ? []
      : [{ label: '隐藏此列', run: () => onHide(column.code) }];
  const groups = isHead
    ? [orderItems(sheet, column), filterItems(sheet, column), hide]
    : [
        clipItems(sheet),
        rowItems(sheet),
        filterItems(sheet, column),
        orderItems(sheet, column),
        [...find, ...hide],
      ];
  return groups.filter((group) => group.length > 0);
}
