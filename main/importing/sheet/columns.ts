/**
 * Matches a table's columns with the fields of a ledger, each with a confidence and the reason for
 * it.
 */
import { isNumeric, type Ledger } from '../../domain/ledgers/field.ts';
import { namesOfFields, type Name } from './dictionary.ts';
import { headMeaning, shareInHeads, type HeadMeaning, type HeadTime } from './head-grammar.ts';
import type { Evidence } from './mapped.ts';
import { bareWord, monthOfHeader, unbracketed, yearIn } from './words.ts';
import type { Match, Matching, Path } from './column-match.ts';
import { type FieldCandidate, fieldCandidates, wordVariants, headWords } from './column-fit.ts';

const ORDINAL = /^(序号|序|编序|行次|no)$/;

/**
 * The one of the ledgers that explains most of the table, and what each of its columns is; `sure`:
 * somebody said that it is the only one named.
 */
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
    .filter((one, _, all) => !isRegister(one, all))
    .sort((a, b) => b.score - a.score)[0];
  if (best === undefined)
    return {
      kind: 'unknown',
      ledger: null,
      columns: paths.map((path, at) => unmatched(path, evidence[at])),
    };
  return { kind: 'ledger', ledger: best.ledger, columns: best.columns };
}

/** What a line of a register of arrivals says of its project. */
const OF_A_LINE: ReadonlySet<string> = new Set([
  'name',
  'code',
  'introducer',
  'arrived_total',
  'remark',
]);

/**
 * Money and its day, and of the project nothing else: each row is what arrived once, and a project
 * has as many as came in.
 */
const isRegister = (
  { ledger, columns }: { readonly ledger: Ledger; readonly columns: readonly Match[] },
  all: readonly { readonly ledger: Ledger }[],
): boolean =>
  ledger.code === 'project' &&
  all.some((other) => other.ledger.code === 'arrival') &&
  columns.every(
    ({ field, use, near }) =>
      near === undefined && (use !== 'field' || field === null || OF_A_LINE.has(field.code)),
  );

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

/**
 * A table is a ledger's when the record's name is there and enough of the columns are the ledger's;
 * how many others stand beside them does not matter where the name says that it is a project's.
 */
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
  // 总投资›调整后 is asked about, and is nothing of any other list
  const asked = columns.filter((one) => one.near !== undefined).length;
  const telling = matched.filter((one) => !OF_ANYTHING.has(one.field?.code ?? '')).length + asked;
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
      : fieldCandidates(
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

/**
 * The surest first; of two heads that may name the record the fuller column does: 具体任务 under a
 * merged 目标任务.
 */
function byConfidence(ledger: Ledger, evidence: readonly Evidence[]) {
  type Placed = FieldCandidate & { readonly at: number };
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
  const { words } = headWords(path);
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
  const words = wordVariants(bareWord(unbracketed(parent))).map((word) =>
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
