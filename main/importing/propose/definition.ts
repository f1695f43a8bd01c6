/**
 * The definition for a table of a sheet: one field a column, which of them names a record, what
 * tells two records apart.
 */
import { EMPTY_FIELD, type OwnField } from '../../domain/ledgers/own-definition.ts';
import type { DefinitionDraft, ProposedColumn } from '../../../preload/contract/own-ledgers.ts';
import { columnName } from '../../domain/read/sheet-address.ts';
import { headerPaths, measuresIn, noteMeasures } from '../sheet/headers.ts';
import type { Region } from '../sheet/region.ts';
import type { SourceSheet } from '../sheet/sheet.ts';
import type { UnitNames } from '../cells/units.ts';
import { bareWord, squeezeWords, withoutMeasure, withoutYear, yearIn } from '../sheet/words.ts';
import { columnCellsOf, seenOf, columnCellText, type Seen } from './column.ts';
import { formulasIn, wireFigure } from './formula.ts';
import { guessKind, type Guess } from './kind.ts';

interface Column {
  readonly index: number;
  readonly path: readonly string[];
  readonly seen: Seen;
  readonly guess: Guess;
  readonly input: OwnField;
}

/** as many as a definition may have */
const MOST_FIELDS = 120;
const ORDINAL = /^(?:序号|序|编序|行次|no)$/;

export interface TableProposal {
  readonly definition: DefinitionDraft;
  readonly columns: readonly ProposedColumn[];
}

export function proposeTable(
  sheet: SourceSheet,
  region: Region,
  label: string,
  units: UnitNames,
): TableProposal {
  const paths = headerPaths(sheet, region);
  const notes = noteMeasures(
    [...region.titleRows, ...region.noteRows].flatMap((row) =>
      (sheet.rows[row] ?? []).filter((cell) => typeof cell === 'string'),
    ),
  );
  const perRow = paths.some(
    (path, at) =>
      /^(?:计量)?单位$/.test(bareWord(path.at(-1) ?? '')) &&
      seenOf(sheet, region, region.left + at).distinct.every(isMeasureWord),
  );
  const yearly = wordsOfYears(paths);
  const taken = new Set<string>();
  const left: ProposedColumn[] = [];
  const typed = paths.flatMap((path, at): readonly Column[] => {
    const index = region.left + at;
    const seen = seenOf(sheet, region, index);
    const why =
      taken.size >= MOST_FIELDS ? `最多${MOST_FIELDS}个字段，这一列没放进来` : leftOut(path, seen);
    if (why === null)
      return [columnOf({ index, path, seen }, { notes, units, taken, perRow, yearly })];
    left.push({ column: columnName(index), path, field: null, reason: why, samples: [] });
    return [];
  });
  const columns = withFormulas(typed, sheet, region);
  const shown = columns.map((column, at): ProposedColumn => ({
    column: columnName(column.index),
    path: column.path,
    field: at,
    reason: column.guess.reason,
    samples: column.seen.distinct.slice(0, 4),
  }));
  return {
    definition: definitionOf(label, columns, rowsOf(sheet, region, columns)),
    columns: [...left, ...shown],
  };
}

/** What is computed of other columns says so; nobody types it any more. */
function withFormulas(
  columns: readonly Column[],
  sheet: SourceSheet,
  region: Region,
): readonly Column[] {
  const figures = columns.flatMap(({ index, input, seen }) => {
    if (!FIGURES.includes(input.kind)) return [];
    const field = { ...input, code: input.label };
    const inPercent = seen.percents * 2 > seen.filled;
    const cells = columnCellsOf(sheet, region, index);
    return [{ field, values: cells.map((cell) => wireFigure(cell, field, inPercent)) }];
  });
  const formulas = formulasIn(figures);
  return columns.map((column) => {
    const formula = formulas.get(column.input.label);
    return formula === undefined
      ? column
      : {
          ...column,
          input: { ...column.input, formula },
          guess: {
            ...column.guess,
            reason: `${column.guess.reason}，每行都等于${formula}，由程序算`,
          },
        };
  });
}
const FIGURES: readonly OwnField['kind'][] = ['number', 'money', 'percent'];

/**
 * Words of heads that say different years: a table of several years, whose years tell its columns
 * apart.
 */
function wordsOfYears(paths: readonly (readonly string[])[]): ReadonlySet<string> {
  const heads = paths.map((path) => squeezeWords(path.at(-1) ?? ''));
  const years = new Set(heads.flatMap((head) => yearIn(head) ?? []));
  return new Set(years.size < 2 ? [] : heads.flatMap((head) => withoutYear(head) ?? []));
}

/** 块, 平米, 万元; no 城关镇, no 财政局. */
const isMeasureWord = (text: string): boolean =>
  text.length <= 5 && !/[镇乡局办村委会厅校院所道]$/.test(text);

function leftOut(path: readonly string[], seen: Seen): string | null {
  if (ORDINAL.test(bareWord(path.at(-1) ?? ''))) return '序号由程序自己编';
  if (path.length === 0) return seen.filled === 0 ? '空列' : '没有表头';
  return null;
}

interface Around {
  readonly notes: ReturnType<typeof noteMeasures>;
  readonly units: UnitNames;
  /** a column of the sheet says the measure of each row */
  readonly perRow: boolean;
  /** words of heads in a table of several years */
  readonly yearly: ReadonlySet<string>;
  /** labels given so far */
  readonly taken: Set<string>;
}

function columnOf(
  { index, path, seen }: Pick<Column, 'index' | 'path' | 'seen'>,
  { notes, units, taken, perRow, yearly }: Around,
): Column {
  const header = path.at(-1) ?? '';
  const own = measuresIn(header);
  const plain = squeezeWords(own.length > 0 ? withoutMeasure(header) : header).slice(0, 40);
  // next year's file says its own year
  const bare = withoutYear(plain);
  // 2007年目标 beside 2008年目标 are two fields
  const word = bare === null || yearly.has(bare) ? plain : bare;
  const stated =
    [header, ...path.slice(0, -1).toReversed()]
      .map((one) => measuresIn(one))
      .find((list) => list.length > 0) ?? [];
  const known = seen.distinct.filter((name) => units.resolve(name).is === 'known').length;
  const guess = guessKind({
    label: word,
    path: path.map(squeezeWords).join(''),
    notes,
    stated: stated.length === 1 ? (stated[0] ?? null) : null,
    seen,
    units: known,
    perRow,
  });
  const group = path.length > 1 ? path.slice(0, -1).map(squeezeWords).join('›').slice(0, 60) : null;
  const label = freeLabel(word, group, taken);
  const { kind, measure = null, places = null, choices = [], pattern = null } = guess;
  // two columns of one head are told apart by what stands above them
  const synonyms = label === word || group === null ? [] : [`${group}›${word}`];
  return {
    index,
    path,
    seen,
    guess,
    input: { ...EMPTY_FIELD, label, group, synonyms, kind, measure, places, choices, pattern },
  };
}

function freeLabel(word: string, group: string | null, taken: Set<string>): string {
  const wanted = [word, `${group?.split('›').at(-1) ?? ''}${word}`];
  let label = wanted.find((one) => !taken.has(one)) ?? word;
  for (let turn = 2; taken.has(label); turn += 1) label = `${word}${turn}`;
  taken.add(label);
  return label;
}

/** One row a record, as text in the columns' order. */
const rowsOf = (
  sheet: SourceSheet,
  region: Region,
  columns: readonly Column[],
): readonly (readonly string[])[] => {
  const cells = columns.map(({ index }) => columnCellsOf(sheet, region, index));
  return (cells[0] ?? []).map((_, row) =>
    cells.map((column) => columnCellText(column[row] ?? null)),
  );
};

const NAME = /名称|姓名|企业|站点|服务站|培训班|项目|设备|学校|问题|事项|内容|村$|户主/;
const TEXTUAL: readonly OwnField['kind'][] = ['text', 'person', 'phone', 'long'];

function definitionOf(
  label: string,
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
): DefinitionDraft {
  const name = nameAt(columns, rows.length);
  const code = codeAt(columns, rows.length, name);
  const unit = columns.find((column) => column.input.kind === 'unit')?.input.label ?? null;
  const deadline = columns.find(
    (column) =>
      column.input.kind === 'date' && /时限|期限|到期|有效期|下次|截止/.test(column.input.label),
  )?.input.label;
  const person =
    columns.find(
      (column) =>
        column.input.kind === 'person' && /责任人|负责人|联系人|经办人/.test(column.input.label),
    )?.input.label ?? null;
  return {
    label,
    noun: nounOf(`${label}${columns[name]?.input.label ?? ''}`),
    fields: columns.map((column, at) => ({
      ...column.input,
      ...(at === name ? { required: true } : {}),
      ...(at === code ? { unique: true } : {}),
    })),
    nameField: columns[name]?.input.label ?? '',
    codeField: code < 0 ? null : (columns[code]?.input.label ?? null),
    identity:
      code >= 0
        ? []
        : tellingApart(columns, rows, name).map((at) => columns[at]?.input.label ?? ''),
    reminder: deadline === undefined ? null : { deadline, unit, person },
    print: {
      title: '',
      columns: [],
      group: unit,
      paper: columns.length > 9 ? 'A3' : 'A4',
      landscape: columns.length > 6,
    },
    about: '',
    status: statusOf(columns),
    views: [],
    retired: false,
  };
}

const STATE = /状态|办理结果|办理情况|整改情况|整治情况|是否办结|进展情况|完成情况$/;
const DONE =
  /^(?:已|全部|整改)?(?:办结|办复|完成|整改到位|整改完成|整治完成|销号|验收|终结|关闭|取缔|注销|报废)/;

/**
 * A column of choices that says where a record stands, and which of them close it: of an answered
 * proposal nobody is reminded.
 */
function statusOf(columns: readonly Column[]): DefinitionDraft['status'] {
  const found = columns.find(
    ({ input }) =>
      input.kind === 'choice' &&
      STATE.test(input.label) &&
      input.choices.some((one) => DONE.test(one)),
  );
  return found === undefined
    ? null
    : {
        field: found.input.label,
        moves: {},
        closed: found.input.choices.filter((one) => DONE.test(one)),
      };
}

/**
 * The field that is called like a name, is filled in every row, and differs most; else the one that
 * does.
 */
function nameAt(columns: readonly Column[], rows: number): number {
  const score = ({ input, seen }: Column): number => {
    if (!TEXTUAL.includes(input.kind) || seen.filled === 0) return -1;
    return (
      (NAME.test(input.label) && input.kind !== 'phone' ? 2 : 0) +
      (seen.filled >= rows ? 1 : 0) +
      seen.distinct.length / Math.max(1, seen.filled) -
      (input.kind === 'phone' ? 1 : 0) -
      (/编号|代码|备注|说明/.test(input.label) ? 1.5 : 0)
    );
  };
  const scores = columns.map(score);
  return scores.indexOf(Math.max(...scores));
}

/** A number that every record has and no two share. */
const codeAt = (columns: readonly Column[], rows: number, name: number): number =>
  columns.findIndex(
    ({ input, seen }, at) =>
      at !== name &&
      /编号|代码|编码|身份证|信用代码|注册号/.test(input.label) &&
      (input.kind === 'text' || input.kind === 'phone') &&
      seen.filled >= rows &&
      seen.distinct.length === seen.filled,
  );

const MOST_APART = 4;
const TELLING: readonly OwnField['kind'][] = [
  'text',
  'person',
  'phone',
  'choice',
  'unit',
  'date',
  'month',
];

/** The fewest fields beside the name by which the sheet's own rows differ. */
function tellingApart(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  name: number,
): readonly number[] {
  const chosen: number[] = [];
  const keys = (more: readonly number[]): number =>
    new Set(rows.map((row) => [name, ...more].map((at) => row[at] ?? '').join('\u0000'))).size;
  for (let have = keys([]); have < rows.length && chosen.length < MOST_APART; have = keys(chosen)) {
    const options = columns.flatMap(({ input }, at) =>
      at === name || chosen.includes(at) || !TELLING.includes(input.kind)
        ? []
        : [{ at, gives: keys([...chosen, at]) }],
    );
    const best = options.reduce<{ at: number; gives: number } | null>(
      (a, b) => (a === null || b.gives > a.gives ? b : a),
      null,
    );
    if (best === null || best.gives <= have) break;
    chosen.push(best.at);
  }
  return chosen;
}

const NOUNS: readonly (readonly [RegExp, string])[] = [
  [/企业|公司|商户/, '家企业'],
  [/站点|服务站|服务点/, '个站点'],
  [/培训|班次/, '期培训'],
  [/设备/, '台设备'],
  [/姓名|人员|名册|信息员|学员/, '名人员'],
  [/项目/, '个项目'],
  [/问题|隐患/, '个问题'],
];
const nounOf = (words: string): string =>
  NOUNS.find(([shape]) => shape.test(words))?.[1] ?? '条记录';
