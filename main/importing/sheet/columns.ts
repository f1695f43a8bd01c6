/** Matches a table's columns with the fields of a ledger, each with a confidence and the reason for it. */
import { isNumeric, type Field, type Ledger } from '../../domain/ledgers/field.ts';
import { namesOf, type Name } from './dictionary.ts';
import type { Evidence } from './mapped.ts';
import { bareWord, monthOf, unbracketed, withoutMeasure, withoutYear, yearIn } from './words.ts';

export interface Match {
  readonly field: Field | null;
  readonly month: string | null;
  readonly confidence: number;
  readonly reason: string;
  readonly use: 'field' | 'check' | 'extra' | 'ignore';
}
export interface Matching {
  readonly kind: 'ledger' | 'unknown';
  readonly ledger: Ledger | null;
  readonly columns: readonly Match[];
}

export type Path = readonly string[];
const ENOUGH = 0.55;
const ORDINAL = /^(序号|序|编序|行次|no)$/;

/** The one of the ledgers that explains most of the table, and what each of its columns is; `sure`: somebody said that it is the only one named. */
export function matchColumns(
  paths: readonly Path[],
  evidence: readonly Evidence[],
  year: number | null,
  ledgers: readonly Ledger[],
  sure: boolean,
): Matching {
  const scored = ledgers.map((ledger) => {
    const columns = matchLedger(ledger, paths, evidence, year);
    return {
      ledger,
      columns,
      score: columns.reduce((sum, one) => sum + (one.use === 'field' ? one.confidence : 0), 0),
    };
  });
  const best = scored
    .filter((one) => sure || convinces(one.ledger, one.columns, paths))
    .sort((a, b) => b.score - a.score)[0];
  if (best === undefined)
    return {
      kind: 'unknown',
      ledger: null,
      columns: paths.map((path, at) => unmatched(path, evidence[at])),
    };
  return { kind: 'ledger', ledger: best.ledger, columns: best.columns };
}

/** A table is a ledger's when the record's name is there and enough of the columns are the ledger's. */
function convinces(ledger: Ledger, columns: readonly Match[], paths: readonly Path[]): boolean {
  const named = columns.some(
    (one) => one.field?.code === ledger.nameField && one.confidence >= 0.7,
  );
  const matched = columns.filter((one) => one.use === 'field' || one.use === 'check').length;
  const meaning = paths.filter((path) => !ORDINAL.test(bareWord(path.at(-1) ?? ''))).length;
  return (
    named &&
    matched >= (ledger.code === 'project' ? Math.min(3, Math.max(2, meaning - 1)) : 1) &&
    matched >= meaning * (ledger.code === 'project' ? 0.3 : ledger.code === 'unit' ? 0.6 : 0.5)
  );
}

function matchLedger(
  ledger: Ledger,
  paths: readonly Path[],
  evidence: readonly Evidence[],
  year: number | null,
): readonly Match[] {
  const names = namesOf(ledger);
  const months = paths.map((path) => monthColumn(names, path, year));
  const candidates = paths.flatMap((path, at) =>
    months[at]
      ? []
      : candidatesOf(names, path, ledger.own === undefined ? evidence[at] : undefined, year).map(
          (one) => ({ ...one, at }),
        ),
  );
  candidates.sort((a, b) => b.confidence - a.confidence || a.at - b.at);
  const result: (Match | null)[] = months.slice();
  const taken = new Set<string>();
  const monthly = new Set(months.map((one) => one?.field?.code));
  for (const { at, field, confidence, reason } of candidates) {
    if (result[at] !== null || taken.has(field.code)) continue;
    taken.add(field.code);
    // its name must not fall to the field whose name is a part of it: 认定到位资金 is no 到位资金
    if (field.derived === true) {
      result[at] = {
        field: null,
        month: null,
        confidence,
        reason: `${field.label}由程序计算，不导入`,
        use: 'ignore',
      };
      continue;
    }
    const check = monthly.has(field.code);
    result[at] = {
      field,
      month: null,
      confidence,
      reason: check ? `${reason}；各月已分列，这一列只作核对` : reason,
      use: check ? 'check' : 'field',
    };
  }
  return result.map((one, at) => one ?? unmatched(paths[at] ?? [], evidence[at]));
}

function unmatched(path: Path, evidence: Evidence | undefined): Match {
  const none = { field: null, month: null, confidence: 0 };
  if (ORDINAL.test(bareWord(path.at(-1) ?? '')))
    return { ...none, confidence: 1, reason: '序号，不导入', use: 'ignore' };
  if (path.length === 0 || (evidence?.filled ?? 0) === 0)
    return { ...none, reason: path.length === 0 ? '没有表头' : '这一列是空的', use: 'ignore' };
  return { ...none, reason: '没有对应的字段，原样存为附加信息', use: 'extra' };
}

/** 1月 … 12月 under a head that means arrived funds. */
function monthColumn(names: readonly Name[], path: Path, year: number | null): Match | null {
  // 到位资金 over 1月, or 1月到位资金 in one head
  const flat = /^(?:(\d{4})年)?(\d{1,2})月份?(?=\D)(.+)$/.exec(
    bareWord(unbracketed(path.at(-1) ?? '')),
  );
  const month =
    monthOf(path.at(-1) ?? '') ??
    (flat === null || Number(flat[2]) < 1 || Number(flat[2]) > 12
      ? null
      : { year: flat[1] === undefined ? null : Number(flat[1]), month: Number(flat[2]) });
  const parent = flat?.[3] ?? path.slice(0, -1).join('');
  if (month === null || parent === '') return null;
  const words = variants(bareWord(unbracketed(parent))).map((word) =>
    word.replace(/^(各月|分月|每月|月度|按月)|(各月|分月|按月|情况|明细)$/g, ''),
  );
  const found = names.find(
    (name) =>
      name.field.code === 'arrived_total' && name.parent === null && words.includes(name.word),
  );
  if (found === undefined) return null;
  const stated = month.year ?? yearIn(parent) ?? year;
  return {
    field: found.field,
    month: `${stated ?? '?'}-${String(month.month).padStart(2, '0')}`,
    confidence: stated === null ? 0.7 : 0.95,
    reason: `${found.field.label}按月分列`,
    use: 'field',
  };
}

interface Candidate {
  readonly field: Field;
  readonly confidence: number;
  readonly reason: string;
}

function candidatesOf(
  names: readonly Name[],
  path: Path,
  evidence: Evidence | undefined,
  year: number | null,
): readonly Candidate[] {
  const best = new Map<string, Candidate>();
  const head = headOf(path);
  const stated = yearIn(path.at(-1) ?? '');
  const otherYear = stated !== null && year !== null && stated !== year;
  for (const name of names) {
    const found = fit(name, head);
    // what was planned or done in another year is not this year's figure
    if (found === null || (otherYear && isNumeric(name.field))) continue;
    const weighed = weigh(name.field, found, evidence);
    if (
      weighed.confidence >= ENOUGH &&
      weighed.confidence > (best.get(name.field.code)?.confidence ?? 0)
    )
      best.set(name.field.code, weighed);
  }
  return [...best.values()];
}

const variants = (word: string): string[] => {
  const rest = withoutYear(word);
  return rest === null ? [word] : [word, rest];
};

/** What makes a longer header another figure than the name in it: 上年完成投资, 亩均投资, 完成投资占比. */
const ANOTHER =
  /^[上去前下明次]|上年|去年|往年|前年|下年|明年|次年|下一年|剩余|尚需|未|均|强度|比|率|幅|增|减|月|季|半年/;

/** A column's header in all the words by which it may be looked up. */
interface Head {
  readonly header: string;
  readonly path: Path;
  readonly words: readonly string[];
  readonly parents: readonly string[];
  /** the header's first word behind the words above it */
  readonly joined: readonly string[];
}

function headOf(path: Path): Head {
  const header = path.at(-1) ?? '';
  const words = [
    ...new Set(
      [header, unbracketed(header), withoutMeasure(header)].flatMap((one) =>
        variants(bareWord(one)),
      ),
    ),
  ];
  const parents = path.slice(0, -1).map((part) => bareWord(unbracketed(part)));
  const joined = variants(parents.join('') + (words[0] ?? '')).concat(
    variants((parents.at(-1) ?? '') + (words[0] ?? '')),
  );
  return { header, path, words, parents, joined };
}

/** How well a name fits a header: the whole header, without brackets or year, with its parent, or as a part of it. */
function fit(name: Name, { header, path, words, parents, joined }: Head): Candidate | null {
  const { field, word } = name;
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
  const long =
    word.length < 3
      ? undefined
      : words.find(
          (one) => one.length > word.length && (one.endsWith(word) || one.startsWith(word)),
        );
  if (long === undefined || (isNumeric(field) && ANOTHER.test(long.replace(word, '')))) return null;
  return {
    field,
    confidence: 0.5 + 0.3 * (word.length / long.length),
    reason: `“${header}”里有“${word}”`,
  };
}

/** Values that cannot be the field's take the confidence away; those that can add a little. */
function weigh(field: Field, found: Candidate, evidence: Evidence | undefined): Candidate {
  if (evidence === undefined || evidence.filled === 0) return found;
  const share = (part: number): number => part / evidence.filled;
  const with_ = (factor: number, note: string): Candidate => ({
    ...found,
    confidence: Math.min(0.99, found.confidence * factor),
    reason: `${found.reason}；${note}`,
  });
  // a header that is the name itself stays ahead of one that only contains it, whatever people typed under it
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
