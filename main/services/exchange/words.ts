/**
 * What a package would change, and what it asks, as people say it: the record, the field, the value
 * before and after.
 */
import { unitName } from '../../data/units/units.ts';
import { indicatorById } from '../../data/targets/indicators.ts';
import { tableForm, isCarried } from '../../data/exchange/table-forms.ts';
import type { Reader } from '../../data/open.ts';
import { fromScaled, trim } from '../../domain/exact/decimal.ts';
import { yuanText } from '../../domain/exact/money.ts';
import { indicatorFigureText } from '../../domain/targets/indicator.ts';
import { builtInLedgerOf } from '../../domain/ledgers/index.ts';
import type { RowMerge } from '../../domain/exchange/merge-rows.ts';
import type { SharedRow } from '../../domain/exchange/row.ts';
import { TWIN, type AskedQuestion, type JudgedPackage } from './judge.ts';

const TABLES: Readonly<Record<string, string>> = {
  unit: '单位',
  indicator: '指标',
  target_version: '目标版本',
  target: '目标',
  arrival: '到位资金',
  arrival_cut: '不予认定',
  stage_event: '阶段',
  credit: '分成',
  milestone: '节点',
  project_year: '历年投资',
  project_month: '月度投资',
  project_problem: '问题',
  talk: '洽谈',
  task_milestone: '节点',
  task_note: '进展',
  state_event: '状态变化',
  chase: '催办',
};
const FIELDS: Readonly<Record<string, string>> = {
  amount: '数',
  estimate: '全年预计',
  last_cumulative: '上年同期',
  yoy: '同比',
  name: '名称',
  assured: '确保目标',
  stretch: '力争目标',
  base: '上年完成',
  date: '日期',
  state: '状态',
};

export interface RowWords {
  readonly what: (table: string, row: SharedRow, field: string | null) => string;
  readonly value: (table: string, field: string | null, value: string | null) => string | null;
}

export function rowWords(
  db: Reader,
  { finding, rows }: Pick<JudgedPackage, 'finding' | 'rows'>,
): RowWords {
  const named = new Map(rows.map(({ row }) => [row.gid, row.fields['name']?.value ?? null]));
  const unit = (gid: string): string => {
    const id = finding.idOf('unit', gid);
    return (id === null ? null : unitName(db, id)) ?? named.get(gid) ?? '';
  };
  const indicator = (gid: string): string => {
    const id = finding.idOf('indicator', gid);
    return (id === null ? null : indicatorById(db, id)?.name) ?? named.get(gid) ?? '';
  };
  const what = (table: string, row: SharedRow, field: string | null): string => {
    const [, first = '', second = '', year, month] = row.gid.split('~');
    if (table === 'figure')
      return `${unit(second)}${year}年${month}月${indicator(first)}${field === null || field === 'amount' ? '' : labelOf(table, field)}`;
    if (table === 'target')
      return `${unit(year ?? '')}${indicator(second)}${field === null ? '目标' : labelOf(table, field)}`;
    const ledger = builtInLedgerOf(table);
    const name = ledger === null ? null : (row.fields[ledger.nameField]?.value ?? null);
    return `${ledger?.label ?? TABLES[table] ?? table}${name === null ? '' : `“${name}”`}${field === null ? '' : labelOf(table, field)}`;
  };
  return {
    what,
    value: (table, field, value) =>
      value === null ? null : valueText(db, table, field, value, unit),
  };
}

const labelOf = (table: string, field: string): string =>
  field === TWIN
    ? ''
    : `的${builtInLedgerOf(table)?.fields.find((one) => one.code === field)?.label ?? FIELDS[field] ?? field}`;

function valueText(
  db: Reader,
  table: string,
  field: string | null,
  value: string,
  unit: (gid: string) => string,
): string {
  if (field === null) return '保留';
  if (field === TWIN) return value;
  if (table === 'figure' || table === 'target') return figureText(field, value);
  const known = builtInLedgerOf(table)?.fields.find((one) => one.code === field);
  const rough = value.startsWith('≈') ? '约' : '';
  const plain = rough === '' ? value : value.slice(1);
  switch (known?.kind) {
    case 'money':
      return `${rough}${trim(yuanText(BigInt(plain)))}元`;
    case 'decimal':
      return `${rough}${trim(fromScaled(BigInt(plain), known.scale))}${known.measure}`;
    case 'unit':
      return unit(value);
    case 'choice':
      return known.choices.find((one) => one.value === value)?.label ?? value;
    case 'day':
    case 'long':
    case 'phone':
    case 'text':
    case undefined:
      return isCarried(table) && field === 'amount' && tableForm(db, table).table === 'arrival'
        ? amountText(value)
        : value;
  }
}

function listIn(value: string): readonly unknown[] {
  const read: unknown = JSON.parse(value);
  return Array.isArray(read) ? read : [];
}

/** 当月120，累计800 */
function figureText(field: string, value: string): string {
  if (field !== 'amount') return /^-?\d+$/.test(value) ? indicatorFigureText(BigInt(value)) : value;
  const [month, , cumulative, , reason] = listIn(value);
  const told = (label: string, one: unknown): string[] =>
    typeof one === 'string' ? [`${label}${indicatorFigureText(BigInt(one))}`] : [];
  return [
    ...told('当月', month),
    ...told('累计', cumulative),
    ...(typeof reason === 'string' ? [reason] : []),
  ].join('，');
}

function amountText(value: string): string {
  const [amount, currency] = listIn(value);
  return typeof amount === 'string'
    ? `${trim(yuanText(BigInt(amount)))}${currency === 'CNY' ? '元' : String(currency)}`
    : '';
}

const MOST_CHANGES = 200;
export interface ToldChange {
  readonly what: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** New and removed rows by their name, changed ones field by field. */
export function changesInWords(
  words: RowWords,
  judged: JudgedPackage,
  here: (one: RowMerge) => SharedRow | null,
): readonly ToldChange[] {
  const told: ToldChange[] = [];
  for (const one of judged.rows) {
    if (told.length >= MOST_CHANGES) break;
    const { table, merged } = one;
    if (merged.becomes === 'same' || (one.parent !== null && merged.becomes === 'created'))
      continue;
    if (merged.becomes === 'removed')
      told.push({ what: words.what(table, merged.row, null), before: '有', after: null });
    else if (merged.becomes === 'created' && table !== 'figure')
      told.push({ what: words.what(table, merged.row, null), before: null, after: '新增' });
    else {
      const before = here(one);
      for (const field of merged.taken)
        told.push({
          what: words.what(table, merged.row, field),
          before: words.value(table, field, before?.fields[field]?.value ?? null),
          after: words.value(table, field, merged.row.fields[field]?.value ?? null),
        });
    }
  }
  return told;
}

export function questionInWords(
  words: RowWords,
  judged: JudgedPackage,
  question: AskedQuestion,
): ToldChange {
  const { table, gid, field, ours, theirs } = question;
  const row = judged.rows.find((one) => one.row.gid === gid)?.row ?? {
    gid,
    removed: null,
    fields: {},
  };
  if (field === TWIN)
    return {
      what: `${words.what(table, row, null)}和这里的同名，是同一个吗`,
      before: '是同一个',
      after: '是另一个',
    };
  return {
    what: words.what(table, row, field),
    before: words.value(table, field, ours) ?? (field === null ? '已删' : '空'),
    after: words.value(table, field, theirs) ?? (field === null ? '已删' : '空'),
  };
}
