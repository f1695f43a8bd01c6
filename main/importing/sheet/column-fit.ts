/**
 * How well the words of a head fitOfName a field's names, and what the column's own values say to
 * it.
 */
import { isNumeric, type Field } from '../../domain/ledgers/field.ts';
import type { Name } from './dictionary.ts';
import type { HeadMeaning } from './head-grammar.ts';
import type { Evidence } from './mapped.ts';
import { bareWord, unbracketed, withoutMeasure, withoutYear, yearIn } from './words.ts';
import type { Path } from './column-match.ts';
import { sameWord } from './same-words.ts';

const ENOUGH = 0.55;

export interface FieldCandidate {
  readonly field: Field;
  readonly confidence: number;
  readonly reason: string;
}

export function fieldCandidates(
  names: readonly Name[],
  path: Path,
  evidence: Evidence | undefined,
  year: number | null,
  meaning: HeadMeaning | null,
): readonly FieldCandidate[] {
  const best = new Map<string, FieldCandidate>();
  const head = headWords(path);
  const stated = yearIn(path.at(-1) ?? '');
  const otherYear = stated !== null && year !== null && stated !== year;
  for (const name of names) {
    // a field that is called by its year is that year's column alone
    if (yearIn(name.field.label) !== null) {
      const exact = yearlyFit(name.field, path);
      if (exact !== null) best.set(name.field.code, weigh(name.field, exact, evidence));
      continue;
    }
    const found = fitOfName(name, head);
    // what was planned or done in another year is not this year's figure
    if (found === null || (otherYear && isNumeric(name.field))) continue;
    // its words say another figure, however like the name they look
    if (meaning !== null && isNumeric(name.field) && !agrees(meaning, name)) continue;
    const weighed = weigh(name.field, found, evidence);
    if (
      weighed.confidence >= ENOUGH &&
      weighed.confidence > (best.get(name.field.code)?.confidence ?? 0)
    )
      best.set(name.field.code, weighed);
  }
  const meant =
    meaning?.is === 'field' ? names.find(({ field }) => field.code === meaning.code) : undefined;
  if (meant !== undefined && meaning?.is === 'field' && !best.has(meant.field.code))
    best.set(
      meant.field.code,
      weigh(
        meant.field,
        {
          field: meant.field,
          confidence: meaning.sure ? 0.94 : 0.72,
          reason: `“${path.join('›')}”是${meant.field.label}`,
        },
        evidence,
      ),
    );
  return [...withStage(names, best, evidence).values()];
}

function yearlyFit(field: Field, path: Path): FieldCandidate | null {
  const word = (text: string): string => bareWord(withoutMeasure(text));
  return word(path.at(-1) ?? '') === word(field.label)
    ? { field, confidence: 1, reason: `“${field.label}”就是这个字段` }
    : null;
}

/**
 * 项目进展 over 在建, 开工, 投产 and nothing else tells the stage; the course is what it is where
 * another column does.
 */
function withStage(
  names: readonly Name[],
  best: ReadonlyMap<string, FieldCandidate>,
  evidence: Evidence | undefined,
): ReadonlyMap<string, FieldCandidate> {
  const [course, stage] = [
    best.get('progress'),
    names.find(({ field }) => field.code === 'stage')?.field,
  ];
  if (course === undefined || stage === undefined || evidence === undefined) return best;
  if (evidence.filled < 2 || evidence.stages < evidence.filled) return best;
  return new Map([
    ...best,
    ['stage', { field: stage, confidence: 0.9, reason: '这一列都是项目阶段' }],
    ['progress', { ...course, confidence: 0.6 }],
  ]);
}

const agrees = (meaning: HeadMeaning, { field }: Name): boolean =>
  meaning.is === 'field' && meaning.code === field.code;

export const wordVariants = (word: string): string[] => {
  const rest = withoutYear(word);
  return rest === null ? [word] : [word, rest];
};

/** Words beside a name that leave it the same figure or day. */
const SAME_FIGURE =
  /^(?:项目|数额?|额|量|金额|资金|情况|合计|总计|规模|人数|约|的|为|建设|工程|正式|实际|具体|日期|时间|年月)*$/;
const isStrict = (field: Field): boolean => isNumeric(field) || field.kind === 'day';

/** A column's header in all the words by which it may be looked up. */
interface Head {
  readonly header: string;
  readonly path: Path;
  readonly words: readonly string[];
  /** what they have in common with the words used for them */
  readonly same: readonly string[];
  readonly parents: readonly string[];
  /** the header's first word behind the words above it */
  readonly joined: readonly string[];
}

export function headWords(path: Path): Head {
  const header = path.at(-1) ?? '';
  const words = [
    ...new Set(
      [header, unbracketed(header), withoutMeasure(header)].flatMap((one) =>
        wordVariants(bareWord(one)),
      ),
    ),
  ];
  const parents = path.slice(0, -1).map((part) => bareWord(unbracketed(part)));
  const joined = wordVariants(parents.join('') + (words[0] ?? '')).concat(
    wordVariants((parents.at(-1) ?? '') + (words[0] ?? '')),
    // 责任单位›牵头 is the 牵头责任单位, 开工时间›计划 the 计划开工时间
    /^(?:牵头|配合|主办|协办|承办|责任|协助|主责|计划|预计|拟|实际)$/.test(words[0] ?? '')
      ? parents.slice(-1).map((parent) => `${words[0] ?? ''}${parent}`)
      : [],
    // 联系人›姓名 is the 联系人
    /^(?:姓名|名字|名称)$/.test(words.at(-1) ?? '')
      ? parents.slice(-1).flatMap((parent) => [parent, parent.replace(RANK, '')])
      : [],
  );
  return { header, path, words, same: words.map(sameWord), parents, joined };
}

/** 县级包联领导 is the 包联领导. */
const RANK = /^(?:省|市|县|区|镇|乡镇|街道)级?/;

/**
 * How well a name fits a header: the whole header, without brackets or year, with its parent, or as
 * a part of it.
 */
function fitOfName(
  name: Name,
  { header, path, words, same, parents, joined }: Head,
): FieldCandidate | null {
  const { field, word } = name;
  // the telephone of who answers above is not the one to call
  if (field.kind === 'phone' && path.some((one) => one.includes('领导'))) return null;
  if (name.parent !== null) {
    const wanted = name.parent;
    return words.includes(word) && parents.some((parent) => parent.includes(wanted))
      ? { field, confidence: 0.97, reason: `表头“${path.slice(-2).join('›')}”` }
      : null;
  }
  const exact = words.indexOf(word);
  if (exact >= 0)
    return {
      field,
      confidence: (name.own ? 0.98 : 0.95) - (exact === 0 ? 0 : 0.02),
      reason: name.own ? `表头就是“${field.label}”` : `“${header}”通常指${field.label}`,
    };
  if (joined.includes(word)) return { field, confidence: 0.92, reason: `表头“${path.join('›')}”` };
  // figures have a grammar of their own
  if (!isNumeric(field) && same.includes(name.same))
    return { field, confidence: 0.88, reason: `“${header}”即${field.label}` };
  if (field.code === 'name' && name.own && PROJECT.test(word) && words.some(isProjectHead))
    return { field, confidence: 0.78, reason: `“${header}”像是${field.label}` };
  const long =
    word.length < 3
      ? undefined
      : words.find(
          (one) => one.length > word.length && (one.endsWith(word) || one.startsWith(word)),
        );
  if (long === undefined || (isStrict(field) && !SAME_FIGURE.test(long.replace(word, ''))))
    return null;
  return {
    field,
    confidence: 0.5 + 0.3 * (word.length / long.length),
    reason: `“${header}”里有“${word}”`,
  };
}

const PROJECT = /^项目/;
/** 建设项目, 企业（项目）名称, 项目名称及建设地点: whatever projects they are, they are called so. */
const isProjectHead = (word: string): boolean =>
  /(?:项目|工程)$|(?:项目|工程)[^类型分]{0,4}名称?/.test(word) &&
  !/^(?:所属|上级|转化|对应|母)/.test(word);

/** Values that cannot be the field's take the confidence away; those that can add a little. */
function weigh(
  field: Field,
  found: FieldCandidate,
  evidence: Evidence | undefined,
): FieldCandidate {
  if (evidence === undefined || evidence.filled === 0) return found;
  const share = (part: number): number => part / evidence.filled;
  const with_ = (factor: number, note: string): FieldCandidate => ({
    ...found,
    confidence: Math.min(0.99, found.confidence * factor),
    reason: `${found.reason}；${note}`,
  });
  // a header that is the name itself stays ahead of one that only contains it, whatever people
  // typed under it
  if (isNumeric(field))
    return share(evidence.numbers) >= 0.5
      ? found
      : with_(found.confidence > 0.9 ? 0.88 : 0.6, '但多数不是数');
  if (field.kind === 'day')
    return share(evidence.dates) >= 0.5
      ? with_(1.01, '值是日期')
      : share(evidence.dates) > 0
        ? found
        : with_(0.8, '但没有日期');
  // 签约项目 over figures counts them
  if (field.code === 'name' && found.confidence < 0.8 && share(evidence.numbers) > 0.2)
    return with_(0.5, '但不像名称');
  if (field.kind === 'phone')
    return share(evidence.phones) >= 0.5 ? with_(1.01, '值是电话') : with_(0.75, '但多数不像电话');
  // a task or a problem is told in words; only a project may be called by a number
  if (
    (field.kind === 'text' || field.kind === 'long') &&
    field.code !== 'name' &&
    field.code !== 'code'
  )
    return share(evidence.numbers) > 0.8 ? with_(0.5, '但多数是数') : found;
  if (field.kind === 'unit' || field.code === 'name' || field.kind === 'choice')
    return share(evidence.numbers) > 0.8 && field.code !== 'name'
      ? with_(0.6, '但多数是数')
      : found;
  return found;
}
