/** The names by which the ledgers' fields go, ready to be looked up by a header's words. */
import type { Field, Ledger } from '../../domain/ledgers/field.ts';
import { IMPORTABLE_CODES } from '../../domain/ledgers/identity.ts';
import { ledgers } from '../../domain/ledgers/index.ts';
import { partOf } from './fact-words.ts';
import { sameWord } from './same-words.ts';
import { bareWord, monthOfHeader, unbracketed, withoutMeasure, withoutYear } from './words.ts';

/** The ledgers that a workbook's table may be. */
export const IMPORTABLE: readonly Ledger[] = IMPORTABLE_CODES.map((code) => ledgers[code]);

export interface Name {
  readonly field: Field;
  readonly word: string;
  /** what it and the words used for it have in common */
  readonly same: string;
  /** the header that must stand above, for names such as 完成投资›本年 */
  readonly parent: string | null;
  readonly own: boolean;
}

const known = new WeakMap<Ledger, readonly Name[]>();

/** Built once for each ledger. */
export function namesOfFields(ledger: Ledger): readonly Name[] {
  const built = known.get(ledger) ?? buildNames(ledger);
  known.set(ledger, built);
  return built;
}

function buildNames(ledger: Ledger): readonly Name[] {
  return ledger.fields.flatMap((field: Field) =>
    [field.label, ...field.synonyms].map((text, at): Name => {
      const parts = text.split('›');
      const parent = parts.length > 1 ? bareWord(parts.slice(0, -1).join('')) : null;
      const word = bareWord(parts.at(-1) ?? text);
      return { field, word, same: sameWord(word), parent, own: at === 0 };
    }),
  );
}

const COMMON = [
  '序号',
  '编号',
  '单位',
  '年目标',
  '目标',
  '本月',
  '累计',
  '同比',
  '增长',
  '增幅',
  '确保',
  '力争',
  '指标',
  '指标名称',
  '完成时限',
  '工作任务',
  '牵头单位',
  '配合单位',
  '进展情况',
  '问题来源',
  '问题类别',
  '整改措施',
  '整改时限',
  '发现时间',
  '姓名',
  '职务',
  '提供时间',
  '合计',
  '小计',
  '占比',
  '排名',
  '上年完成',
  '上年同期',
  '完成率',
  '计量单位',
];
const KNOWN: ReadonlySet<string> = new Set([
  ...COMMON.map(bareWord),
  ...IMPORTABLE.flatMap((ledger) => [
    ...namesOfFields(ledger).map((name) => name.word),
    ...ledger.fields.flatMap((field: Field) =>
      (field.group ?? '')
        .split('›')
        .filter((part) => part !== '')
        .map(bareWord),
    ),
  ]),
]);

/** Whether the text is a word that headers of such tables use. */
export function isHeaderWord(text: string): boolean {
  if (text.length > 40) return false;
  const words = [text, unbracketed(text), withoutMeasure(text)].map(bareWord);
  return words.some(
    (word) =>
      KNOWN.has(word) ||
      KNOWN.has(withoutYear(word) ?? '') ||
      monthOfHeader(word) !== null ||
      // 已完成 heads a column of figures, and as often is what became of a task
      (word.length > 2 && word !== '已完成' && partOf(word, true) !== null),
  );
}

/**
 * Whether most of a row's words, two at least, are names of the ledger's fields or stand over them.
 */
export function isHeadOf(
  ledger: Ledger,
  heads: readonly (string | number | boolean | object | null)[],
): boolean {
  const words = wordsOf(ledger);
  const hits = heads.filter(
    (head) =>
      typeof head === 'string' &&
      [head, unbracketed(head), withoutMeasure(head)].some((text) => words.has(bareWord(text))),
  ).length;
  return hits >= 2 && hits * 2 > heads.length;
}

const wordSets = new WeakMap<Ledger, ReadonlySet<string>>();
function wordsOf(ledger: Ledger): ReadonlySet<string> {
  const built =
    wordSets.get(ledger) ??
    new Set([
      ...namesOfFields(ledger).map((name) => name.word),
      ...ledger.fields.flatMap((field: Field) =>
        (field.group ?? '')
          .split('›')
          .filter((part) => part !== '')
          .map(bareWord),
      ),
    ]);
  wordSets.set(ledger, built);
  return built;
}
