/**
 * Questions of an import with their ids, and the answers of `--answers FILE`: {"id": "answer"} in
 * the office's words.
 */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { ImportAnswer } from '../../preload/contract/answers.ts';
import type { ImportDraft, PlacedIssue } from '../../preload/contract/imports.ts';
import { measureOf } from '../domain/exact/measure.ts';
import { likeNames } from '../domain/targets/near-indicator.ts';
import type { Field } from '../domain/ledgers/field.ts';
import { builtInLedgerOf } from '../domain/ledgers/index.ts';
import { mayBeAccepted } from '../importing/recognise/settle.ts';
import { asNewUnit } from '../importing/sheet/answers.ts';
import { UsageError } from './arguments.ts';
import type { CoreSession } from './session.ts';

/** A question as the command line tells it: its id, and what may be answered. */
export interface NumberedQuestion extends PlacedIssue {
  readonly id: string;
  readonly expects: string;
}
interface OpenIssue {
  readonly issue: PlacedIssue;
  /** its table's place on the sheet */
  readonly table: number;
}

/** measure.unknown@报表.xlsx/Sheet1!C */
const idOf = ({ code, file, sheet, column, row }: PlacedIssue): string =>
  `${code}@${file}/${sheet}!${column ?? ''}${row > 0 ? row : ''}`;

export const numbered = (issue: PlacedIssue): NumberedQuestion => ({
  ...issue,
  id: idOf(issue),
  expects: expectedFor(issue),
});

function expectedFor({ code, row, column }: PlacedIssue): string {
  if (code.startsWith('measure.') && row === 0) return '计量单位，如 万元';
  if (code === 'period.unknown' || code === 'period.differs') return '年或年月，如 2024 或 2024-09';
  if (code === 'part.unknown') return '当月、累计，或 目标';
  if (code === 'indicator.unknown') return '指标名称';
  if (code === 'indicator.like') return '同一个，或 另一个';
  if (code === 'unit.unknown') return '单位名称，或 新建、空';
  if (code === 'sender.unknown') return '单位名称，或 全县';
  if (code === 'record.near') return '同一个，或 另一个';
  if (code.startsWith('column.') || code === 'choice.unread') return '字段名称，或 附加信息、忽略';
  if (column === null) return row === 0 ? '确认' : '确认，或 跳过';
  if (row === 0) return '确认';
  return mayBeAccepted({ code }) ? '这一格的内容，或 确认、空、跳过' : '这一格的内容，或 空、跳过';
}

const SAID = z.record(z.string(), z.string());

/** @throws UsageError where the file cannot be read, names no question, or an answer is none */
export async function answerQuestions(
  session: Pick<CoreSession, 'ask'>,
  opened: ImportDraft,
  path: string | undefined,
): Promise<ImportDraft> {
  if (path === undefined) return opened;
  const text = await readFile(path, 'utf8').catch(() => null);
  const said = text === null ? null : SAID.safeParse(jsonOf(text)).data;
  if (said == null)
    throw new UsageError(`--answers 要一个JSON文件：{"问题的id": "回答"}，给的是“${path}”`);
  let draft = opened;
  const asked = new Set<string>();
  for (const [id, answer] of Object.entries(said)) {
    const open = openIssues(draft);
    for (const { issue } of open) asked.add(idOf(issue));
    const found = open.find(({ issue }) => idOf(issue) === id);
    // one answer may settle others: a unit's name stands in many rows
    if (found === undefined && asked.has(id)) continue;
    if (found === undefined) throw new UsageError(`没有这个问题：“${id}”。id在 questions 里`);
    draft = await session.ask('imports.answer', {
      draft: draft.id,
      answers: [answerTo(draft, found, answer.trim(), await fieldsOf(session, draft))],
    });
  }
  return draft;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const openIssues = (draft: ImportDraft): readonly OpenIssue[] =>
  draft.files.flatMap(({ file, report }) =>
    (report?.sheets ?? []).flatMap((sheet) =>
      sheet.tables.flatMap(({ issues }, table) =>
        issues.map((issue) => ({ issue: { ...issue, file, sheet: sheet.name }, table })),
      ),
    ),
  );

type NamedField = Pick<Field, 'code' | 'label'>;

/** The fields that a column may be, of a built-in ledger or of one of the users' own. */
async function fieldsOf(
  session: Pick<CoreSession, 'ask'>,
  { ledger }: ImportDraft,
): Promise<readonly NamedField[]> {
  const builtIn = builtInLedgerOf(ledger ?? '');
  if (builtIn !== null || ledger === null) return builtIn?.fields ?? [];
  const own = (await session.ask('ledgers.list', {})).find(({ code }) => code === ledger);
  return own?.definition.fields ?? [];
}

function answerTo(
  draft: ImportDraft,
  { issue, table }: OpenIssue,
  said: string,
  fields: readonly NamedField[],
): ImportAnswer {
  const { code, file, sheet, row, column } = issue;
  const place = { file, sheet, table };
  const wrong = (): never => {
    throw new UsageError(`“${idOf(issue)}”的回答可以是${expectedFor(issue)}，给的是“${said}”`);
  };
  if (code.startsWith('measure.') && row === 0)
    return measureOf(said) === null
      ? wrong()
      : { kind: 'measure', ...place, column, measure: said };
  if (code === 'period.unknown' || code === 'period.differs') {
    const [, year, month] = /^(\d{4})(?:-(\d{1,2}))?$/.exec(said) ?? [];
    return year === undefined
      ? wrong()
      : {
          kind: 'period',
          ...place,
          year: Number(year),
          month: month === undefined ? null : Number(month),
        };
  }
  const part = PARTS_SAID[said];
  if (code === 'part.unknown')
    return part === undefined ? wrong() : { kind: 'part', ...place, part };
  if (code === 'indicator.unknown') return { kind: 'indicator', ...place, name: said };
  if (code === 'indicator.like') return likeAnswer(place, issue.message, said) ?? wrong();
  if (code === 'unit.unknown') return unitAnswer(draft, issue, said) ?? wrong();
  if (code === 'sender.unknown') return { kind: 'from', file, unit: said === '全县' ? null : said };
  if (code === 'record.near') {
    const near = draft.nearRecords.find(
      (one) => one.file === file && one.sheet === sheet && one.row === row,
    );
    if (said === '另一个' || near === undefined)
      return { kind: 'record', file, sheet, row, as: { is: 'another' } };
    return said === '同一个'
      ? { kind: 'record', file, sheet, row, as: { is: 'same', record: near.like.id } }
      : wrong();
  }
  if (column === null && said === '确认') return { kind: 'accept', file, sheet, row, column: '' };
  if (column === null)
    return said === '跳过' && row > 0 ? { kind: 'skip', file, sheet, row, skip: true } : wrong();
  // the words that are no choice stay beside the record; those that were read keep their field
  if (code === 'choice.unread' && said === '附加信息')
    return { kind: 'accept', file, sheet, row, column };
  if ((code.startsWith('column.') || code === 'choice.unread') && row === 0)
    return fieldAnswer(fields, place, column, said) ?? wrong();
  if (said === '跳过') return { kind: 'skip', file, sheet, row, skip: true };
  if (said === '确认')
    return mayBeAccepted(issue) ? { kind: 'accept', file, sheet, row, column } : wrong();
  if (row === 0) return wrong();
  // an empty cell changes nothing: what is to go has to be said
  const nothing = code === 'value.emptied' ? '清空' : '';
  return { kind: 'cell', file, sheet, row, column, text: said === '空' ? nothing : said };
}

/**
 * Whether a name that may be a known indicator's is that one or its own; null where the answer is
 * neither.
 */
function likeAnswer(
  place: { readonly file: string; readonly sheet: string; readonly table: number },
  message: string,
  said: string,
): ImportAnswer | null {
  const names = likeNames(message);
  return names === null || (said !== '同一个' && said !== '另一个')
    ? null
    : {
        kind: 'indicator',
        ...place,
        of: names.of,
        name: said === '同一个' ? names.like : names.of,
      };
}

const PARTS_SAID: Readonly<Record<string, 'month' | 'cumulative' | 'annual' | undefined>> = {
  当月: 'month',
  累计: 'cumulative',
  目标: 'annual',
};

function unitAnswer(draft: ImportDraft, issue: PlacedIssue, said: string): ImportAnswer | null {
  const unknown = draft.unknownUnits.find(({ name }) => issue.message.includes(`“${name}”`));
  if (unknown === undefined) return null;
  if (said === '新建') return asNewUnit(unknown.name);
  return {
    kind: 'unit',
    name: unknown.name,
    as: said === '空' ? { is: 'empty' } : { is: 'known', unit: said },
  };
}

function fieldAnswer(
  fields: readonly NamedField[],
  place: { readonly file: string; readonly sheet: string; readonly table: number },
  column: string,
  said: string,
): ImportAnswer | null {
  const answer = { kind: 'field', ...place, column, field: null } as const;
  if (said === '附加信息') return { ...answer, use: 'extra' };
  if (said === '忽略') return { ...answer, use: 'ignore' };
  const field = fields.find(({ code, label }) => code === said || label === said);
  return field === undefined ? null : { ...answer, field: field.code, use: 'field' };
}
