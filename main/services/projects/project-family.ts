/**
 * Projects that are part of others: putting one under another, and splitting one into parts whose
 * amounts make it exactly. A parent is counted by its children, never beside them.
 */
import type { Saved } from '../../../preload/contract/records.ts';
import { childrenOf, countNamed } from '../../data/derived/project-links.ts';
import { arrivalIds, creditRows } from '../../data/projects/project-parts.ts';
import type { Reader } from '../../data/open.ts';
import type { Writing } from '../../data/write.ts';
import { unitByName } from '../../data/units/units.ts';
import { compare, isDecimal, sum, toScaled, trim } from '../../domain/exact/decimal.ts';
import { Fault } from '../../domain/fault.ts';
import type { Field, Value } from '../../domain/ledgers/field.ts';
import { fenOfYuan, yuanText } from '../../domain/exact/money.ts';
import { spreadAmount } from '../../domain/exact/spread.ts';
import { command, type Book } from '../book/book.ts';
import { refuseParent } from './project-parents.ts';
import { ledgerNamed, storedRow } from '../records/query.ts';
import { insertRecord } from '../records/write-record.ts';
import type { Patch, RecordRules, Stored } from '../book/rule.ts';

/** @throws Fault project.parent, record.missing */
export function setProjectParent(
  book: Book,
  input: { readonly id: number; readonly parent: number | null; readonly takeArrivals: boolean },
): Saved {
  return command(
    book,
    input.parent === null ? '取消上级项目' : '设上级项目',
    ['project', 'arrival'],
    (writing) => {
      const { db } = writing;
      const child = storedRow(db, ledgerNamed('project'), input.id);
      const parent =
        input.parent === null ? null : storedRow(db, ledgerNamed('project'), input.parent);
      if (parent !== null) {
        refuseParent(
          db,
          { id: input.id, name: String(child['name']) },
          { id: Number(parent['id']), name: String(parent['name']) },
        );
        const own = arrivalIds(db, Number(parent['id']));
        if (own.length > 0 && !input.takeArrivals)
          throw new Fault('project.parent', {
            problem: `“${String(parent['name'])}”自己登记了${own.length}笔到位资金，有了子项目就不再计。选“到位资金转到子项目”，或先改登在别的项目`,
          });
        for (const id of own) writing.update('arrival', id, { project_id: input.id });
      }
      writing.update('project', input.id, {
        parent: parent === null ? null : String(parent['name']),
      });
      return { change: writing.change, ids: [input.id] };
    },
  );
}

export interface PartInput {
  readonly name: string;
  readonly percent: string;
  readonly introducer: Value;
}

/**
 * Fields that each part takes as they are: what the whole is, is also true of its parts; its papers
 * and its own words are not.
 */
const OWN: ReadonlySet<string> = new Set([
  'code',
  'name',
  'parent',
  'approval_number',
  'statistics_date',
  'content',
  'progress',
  'problem',
  'measure',
  'remark',
]);
const isShared = (field: Field): boolean =>
  field.computed !== true &&
  field.kind !== 'money' &&
  field.kind !== 'decimal' &&
  !OWN.has(field.code);

/** Answers the parts' ids. @throws Fault project.split, unit.unknown, record.missing */
export function splitProject(
  book: Book,
  input: {
    readonly id: number;
    readonly parts: readonly PartInput[];
    readonly arrivalsTo: number | null;
  },
): Saved {
  return command(book, `项目拆分为${input.parts.length}个`, ['project', 'arrival'], (writing) => {
    const { db } = writing;
    const whole = storedRow(db, ledgerNamed('project'), input.id);
    const arrivals = arrivalIds(db, input.id);
    const problem = splitProblem(db, input, String(whole['name']), arrivals.length);
    if (problem !== null) throw new Fault('project.split', { problem });
    const weights = input.parts.map((part) => part.percent);
    const ids = input.parts.map((part, at) =>
      addPart(book.rules, writing, whole, part, (amount) =>
        fenOfYuan(spreadAmount(yuanText(amount), weights, 2)?.[at] ?? '0'),
      ),
    );
    const taker = ids[input.arrivalsTo ?? -1];
    if (taker !== undefined)
      for (const arrival of arrivals) writing.update('arrival', arrival, { project_id: taker });
    return { change: writing.change, ids };
  });
}

function splitProblem(
  db: Reader,
  input: Parameters<typeof splitProject>[1],
  name: string,
  arrivals: number,
): string | null {
  const names = input.parts.map((part) => part.name.trim());
  if (childrenOf(db, input.id).length > 0) return '这个项目已经有子项目，不能再拆';
  if (countNamed(db, name) > 1)
    return `有多个项目名为“${name}”，拆分后无法确定上级。请先改名或合并`;
  if (names.includes('')) return '每个子项目都要有名称';
  if (new Set([...names, name]).size <= names.length)
    return '子项目的名称不能相同，也不能和原项目相同';
  const unreadable = input.parts.find(
    (part) =>
      !isDecimal(part.percent) ||
      compare(part.percent, '0') <= 0 ||
      !toScaled(part.percent, 2).exact,
  );
  if (unreadable !== undefined) return `比例“${unreadable.percent}”要是大于0、最多两位小数的数`;
  const total = sum(input.parts.map((part) => part.percent));
  if (compare(total, '100') !== 0) return `比例合计是${trim(total)}%，要等于100%`;
  if (arrivals > 0 && (input.arrivalsTo === null || input.arrivalsTo >= names.length))
    return `原项目有${arrivals}笔到位资金，要选转到哪个子项目`;
  return null;
}

function addPart(
  rules: RecordRules,
  writing: Writing,
  whole: Stored,
  part: PartInput,
  shareOf: (amount: bigint) => bigint,
): number {
  const { db } = writing;
  const ledger = ledgerNamed('project');
  const row: Patch = {
    name: part.name.trim(),
    parent: whole['name'] ?? null,
    approximate: whole['approximate'] ?? null,
  };
  for (const field of ledger.fields) {
    const value = whole[field.code] ?? null;
    if (value === null) continue;
    if (isShared(field)) row[field.code] = value;
    else if (field.kind === 'money' && field.computed !== true)
      row[field.code] = shareOf(BigInt(value));
  }
  const introducer = part.introducer === null ? null : unitByName(db, part.introducer);
  if (part.introducer !== null && introducer === null)
    throw new Fault('unit.unknown', { name: part.introducer });
  if (introducer !== null) row['introducer'] = introducer.id;
  const id = insertRecord(rules, writing, ledger, row);
  if (introducer === null || introducer.id === Number(whole['introducer']))
    for (const credit of creditRows(db, Number(whole['id'])))
      writing.insert('credit', { ...credit, project_id: id });
  return id;
}
