/** Problems of one kind, which one answer may settle together: 约数12处, 全部按此处理. */
import type { ImportAnswer } from '../../../../preload/contract/answers.ts';
import type { ImportDraft, Table } from '../../../../preload/contract/imports.ts';
import type { Level, ImportProblem } from './problems.ts';

const NAMES: Readonly<Record<string, string>> = {
  'value.unreadable': '无法识别的格',
  'value.required': '缺内容的行',
  'value.range': '是范围的数',
  'value.measure': '未填单位的数',
  'value.year': '没写年份的日期',
  'value.choice': '有两种读法的日期',
  'cell.error': '公式错误',
  'cell.formula': '没存下结果的公式',
  'cell.format': '存的与显示的不同',
  'cell.continued': '一个项目占几行的数',
  'cell.repeated': '同一个项目不同的数',
  'cell.struck': '加了删除线的数',
  'row.struck': '加了删除线的行',
  'row.part': '像是分项的行',
  'row.continued': '接着上一行的行',
  'value.magnitude': '大小不合常理的数',
  'value.emptied': '空了的格',
  'value.backwards': '倒退的数',
  'value.jumped': '与台账差得太多的数',
  'table.older': '比台账旧的表',
  'column.unclear': '看不准的列',
  'choice.unread': '不认识的选项',
  'record.duplicate': '重复的行',
  'table.headless': '没有表头的续表',
  'record.near': '名称相近的',
  'sender.unknown': '填报单位不明的表',
  'unit.unknown': '不认识的单位',
  'unit.parent': '不认识的上级单位',
  'unit.several': '一格两个单位',
  'measure.unknown': '未填单位的列',
  'period.unknown': '没写年份的表',
  'period.differs': '两处年月不同的表',
  'part.unknown': '没写当月还是累计的列',
  'indicator.unknown': '没写指标的表',
  'indicator.like': '名称相近的指标',
  'currency.mixed': '币种不一',
  'total.differs': '合计与明细不符',
  'months.differ': '各月与累计不符',
  'value.approximate': '约数',
  'value.ownMeasure': '自带单位的数',
  'value.rounded': '位数太多的数',
  'rows.hidden': '隐藏的行',
  'column.hidden': '隐藏的列',
  'name.changed': '改了名的项目',
  'fact.base': '没有上年数的目标',
  'arrival.project': '找不到项目的到位资金',
  'arrival.future': '还没到的到位日期',
  'arrival.unsigned': '早于签约的到位',
  'arrival.twice': '同一天的两笔',
  'arrival.over': '超过合同的到位',
  'arrival.introducer': '引进单位不一致',
  'dates.backwards': '日期先后不对',
  'amounts.plan': '计划大于总投资',
};

export interface Kind {
  readonly key: string;
  readonly level: Level;
  readonly code: string;
  readonly name: string;
  readonly problems: readonly ImportProblem[];
}

/** In the order of their first problem. */
export function kindsOf(problems: readonly ImportProblem[]): readonly Kind[] {
  return [...Map.groupBy(problems, (one) => `${one.level}:${one.code}`)].flatMap(([key, list]) => {
    const [first] = list;
    return first === undefined
      ? []
      : [
          {
            key,
            level: first.level,
            code: first.code,
            name: NAMES[first.code] ?? '同类问题',
            problems: list,
          },
        ];
  });
}

/** All as they were read; empty where this kind cannot be left as it is. */
export function acceptAll(kind: Kind): readonly ImportAnswer[] {
  return kind.problems.filter((one) => one.accepts).map(acceptOf);
}

/**
 * A problem that stands on a row is accepted where it stands; one without a column, for the row.
 */
export const acceptOf = ({ file, sheet, row, column }: ImportProblem): ImportAnswer => ({
  kind: 'accept',
  file,
  sheet,
  row,
  column: column ?? '',
});

/** Every row that such a problem stands on, once; warnings and notes keep no row back. */
export function skipAll(kind: Kind): readonly ImportAnswer[] {
  if (kind.level === 'info' || kind.code === 'total.differs') return [];
  const rows = new Map(
    kind.problems
      .flatMap((one) => (one.unit === null ? (one.row > 0 ? [one] : []) : one.unit.rows))
      .map(({ file, sheet, row }) => [
        `${file}\u0000${sheet}\u0000${row}`,
        { kind: 'skip' as const, file, sheet, row, skip: true },
      ]),
  );
  return [...rows.values()];
}

/**
 * The cells emptied, so that their rows come in without them; not where the field must be filled.
 */
export function emptyAll(kind: Kind): readonly ImportAnswer[] {
  return kind.problems.filter((one) => one.empties).map(emptyOf);
}

export const emptyOf = ({ file, sheet, row, column }: ImportProblem): ImportAnswer => ({
  kind: 'cell',
  file,
  sheet,
  row,
  column: column ?? '',
  text: '',
});

/** All the same record as the one each resembles, or all new ones. */
export function recordsAll(kind: Kind, is: 'same' | 'another'): readonly ImportAnswer[] {
  return kind.problems.flatMap(({ near, file, sheet, row }): readonly ImportAnswer[] =>
    near === null
      ? []
      : [
          {
            kind: 'record',
            file,
            sheet,
            row,
            as: is === 'same' ? { is, record: near.like.id } : { is },
          },
        ],
  );
}

/** The table that a problem speaks of. */
export const tableOf = (
  draft: ImportDraft,
  { file, sheet, table }: Pick<ImportProblem, 'file' | 'sheet' | 'table'>,
): Table | undefined =>
  draft.files.find((one) => one.file === file)?.report?.sheets.find((one) => one.name === sheet)
    ?.tables[table];
