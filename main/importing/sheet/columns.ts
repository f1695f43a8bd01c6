/** Matches a table's columns with the fields of a ledger, each with a confidence and the reason for it. */
import { isNumeric, type Field, type Ledger } from '../../domain/ledgers/field.ts';
import { namesOfFields, type Name } from './dictionary.ts';
import { headMeaning, shareInHeads, type HeadMeaning, type HeadTime } from './head-grammar.ts';
import type { Evidence } from './mapped.ts';
import {
  bareWord,
  monthOfHeader,
  unbracketed,
  withoutMeasure,
  withoutYear,
  yearIn,
} from './words.ts';

export interface Match {
  readonly field: Field | null;
  readonly month: string | null;
  readonly confidence: number;
  readonly reason: string;
  readonly use: 'field' | 'check' | 'extra' | 'ignore';
  /** what its head nearly says, where its words leave open which figure it is */
  readonly near?: string;
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
  time: HeadTime,
  ledgers: readonly Ledger[],
  sure: boolean,
): Matching {
  const scored = ledgers.map((ledger) => {
    const columns = matchLedger(ledger, paths, evidence, time);
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

/** What says nothing of a project that a list of desks could not say too. */
const OF_ANYTHING: ReadonlySet<string> = new Set([
  'name',
  'code',
  'parent',
  'owner',
  'contact',
  'phone',
  'sponsor',
  'location',
  'remark',
]);

/** A table is a ledger's when the record's name is there and enough of the columns are the ledger's; how many others stand beside them does not matter where the name says that it is a project's. */
function convinces(ledger: Ledger, columns: readonly Match[], paths: readonly Path[]): boolean {
  const at = columns.findIndex(
    (one) => one.field?.code === ledger.nameField && one.confidence >= 0.7,
  );
  if (at < 0) return false;
  const matched = columns.filter((one) => one.use === 'field' || one.use === 'check');
  const meaning = paths.filter((path) => !ORDINAL.test(bareWord(path.at(-1) ?? ''))).length;
  // what arrived, and when: a list of projects says the first without the second
  if (ledger.code === 'arrival')
    return ['date', 'amount'].every((code) =>
      columns.some((one) => one.field?.code === code && one.use === 'field'),
    );
  if (ledger.code !== 'project')
    return matched.length >= meaning * (ledger.code === 'unit' ? 0.6 : 0.5);
  const telling = matched.filter((one) => !OF_ANYTHING.has(one.field?.code ?? '')).length;
  const name = paths[at]?.join('') ?? '';
  const isTotalTold = matched.some(({ field }) => field?.code === 'total_investment');
  return /项目.*名|工程.*名/.test(name) || (/^(?:项目|工程)$/.test(name) && isTotalTold)
    ? telling >= 1 || matched.length >= 3
    : telling >= 2 &&
        matched.length >= Math.min(3, Math.max(2, meaning - 1)) &&
        matched.length >= meaning * 0.3;
}

function matchLedger(
  ledger: Ledger,
  paths: readonly Path[],
  evidence: readonly Evidence[],
  time: HeadTime,
): readonly Match[] {
  const names = namesOfFields(ledger);
  const { year } = time;
  const months = paths.map((path) => monthColumn(names, path, year));
  const told = { ...time, shareOf: shareInHeads(paths) };
  const meanings = paths.map((path) =>
    ledger.code === 'project' ? headMeaning(path, told) : null,
  );
  const candidates = paths.flatMap((path, at) =>
    months[at]
      ? []
      : candidatesOf(
          names,
          path,
          ledger.own === undefined ? evidence[at] : undefined,
          year,
          meanings[at] ?? null,
        ).map((one) => ({ ...one, at })),
  );
  candidates.sort(byConfidence(ledger, evidence));
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
  return result.map(
    (one, at) =>
      one ?? {
        ...unmatched(paths[at] ?? [], evidence[at]),
        ...left(names, paths[at] ?? [], evidence[at], meanings[at] ?? null),
      },
  );
}

/** The surest first; of two heads that may name the record the fuller column does: 具体任务 under a merged 目标任务. */
function byConfidence(ledger: Ledger, evidence: readonly Evidence[]) {
  type Placed = Candidate & { readonly at: number };
  const fullness = ({ field, at }: Placed): number =>
    field.code === ledger.nameField ? (evidence[at]?.filled ?? 0) : 0;
  return (a: Placed, b: Placed): number =>
    b.confidence - a.confidence ||
    (a.field === b.field ? fullness(b) - fullness(a) : 0) ||
    a.at - b.at;
}

/** Of a column of figures that no field took: what else it is, or what its head nearly says. */
function left(
  names: readonly Name[],
  path: Path,
  evidence: Evidence | undefined,
  meaning: HeadMeaning | null,
): Partial<Match> {
  if (evidence === undefined || evidence.filled === 0 || evidence.numbers * 2 < evidence.filled)
    return {};
  // 到位月份 over 2024.3 tells when, not how much
  if (/(?:月份|日期|时间|年月|年度|年份)$/.test(path.at(-1) ?? '')) return {};
  if (meaning?.is === 'other') return { reason: `不是${meaning.near}，原样存为附加信息` };
  if (meaning?.is === 'unclear') return { near: meaning.near };
  const { words } = headOf(path);
  const found = names.find(
    (name) =>
      isNumeric(name.field) &&
      name.word.length >= 3 &&
      words.some((word) => word !== name.word && word.includes(name.word)),
  );
  return found === undefined ? {} : { near: found.field.label };
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
    monthOfHeader(path.at(-1) ?? '') ??
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
  meaning: HeadMeaning | null,
): readonly Candidate[] {
  const best = new Map<string, Candidate>();
  const head = headOf(path);
  const stated = yearIn(path.at(-1) ?? '');
  const otherYear = stated !== null && year !== null && stated !== year;
  for (const name of names) {
    const found = fit(name, head);
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
  return [...best.values()];
}

const agrees = (meaning: HeadMeaning, { field }: Name): boolean =>
  meaning.is === 'field' && meaning.code === field.code;

const variants = (word: string): string[] => {
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
    // 责任单位›牵头 is the 牵头责任单位, 开工时间›计划 the 计划开工时间
    /^(?:牵头|配合|主办|协办|承办|责任|协助|主责|计划|预计|拟|实际)$/.test(words[0] ?? '')
      ? parents.slice(-1).map((parent) => `${words[0] ?? ''}${parent}`)
      : [],
    // 联系人›姓名 is the 联系人
    /^(?:姓名|名字|名称)$/.test(words.at(-1) ?? '')
      ? parents.slice(-1).flatMap((parent) => [parent, parent.replace(RANK, '')])
      : [],
  );
  return { header, path, words, parents, joined };
}

/** 县级包联领导 is the 包联领导. */
const RANK = /^(?:省|市|县|区|镇|乡镇|街道)级?/;

/** How well a name fits a header: the whole header, without brackets or year, with its parent, or as a part of it. */
function fit(name: Name, { header, path, words, parents, joined }: Head): Candidate | null {
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
