/** `inspect`, `import`, `template` and `undo`: the importer without a window. */
import type { ImportAnswer } from '../../preload/contract/answers.ts';
import type {
  SenderCoverage,
  ImportDraft,
  ImportResult,
  PlacedIssue,
  PlannedChange,
  ReturnedFile,
} from '../../preload/contract/imports.ts';
import { faultText } from '../../renderer/format/fault.ts';
import type { FaultData } from '../domain/fault.ts';
import { measureOf } from '../domain/exact/measure.ts';
import type { Field } from '../domain/ledgers/field.ts';
import { GENERAL_PARK } from '../domain/read/unit-name.ts';
import { IMPORTABLE_CODES } from '../domain/ledgers/identity.ts';
import { ledgers, type AnyCode } from '../domain/ledgers/index.ts';
import { ownLedgerCodeNamed } from './records.ts';
import { asNewUnit } from '../importing/sheet/answers.ts';
import { requiredOption, UsageError, type CommandOptions } from './arguments.ts';
import { answerQuestions, numbered, type NumberedQuestion } from './import-answers.ts';
import { openSession, type CoreSession } from './session.ts';
import { readYear, type Answered } from './answer.ts';

export async function inspectFile(
  [file]: readonly string[],
  options: CommandOptions,
): Promise<Answered> {
  const session = await openSession(options.data, 'read');
  try {
    const draft = await session.ask('imports.open', { files: [requiredOption(file, '文件')] });
    const report = draft.files[0]?.report ?? null;
    return { json: report, text: JSON.stringify(report, null, 1) };
  } finally {
    await session.close();
  }
}

/**
 * What importing did, or would do where `import` is null; with each changed record, before → after,
 * and its cells.
 */
export type Imported = Omit<ImportResult, 'import' | 'questions'> & {
  readonly questions: readonly NumberedQuestion[];
  readonly import: number | null;
  readonly changes: readonly PlannedChange[];
  /** files that could not be read, each with why */
  readonly unread: readonly { readonly file: string; readonly fault: FaultData }[];
  /** of several files: whose is missing, who sent two */
  readonly coverage: SenderCoverage | null;
  /** what was written for the senders */
  readonly returned: readonly ReturnedFile[];
};
export type ImportOptions = Pick<
  CommandOptions,
  | 'as'
  | 'year'
  | 'month'
  | 'measure'
  | 'answers'
  | 'createUnits'
  | 'onlyValid'
  | 'dryRun'
  | 'rejects'
>;

export async function importFiles(
  files: readonly string[],
  options: CommandOptions,
): Promise<Answered> {
  const session = await openSession(
    requiredOption(options.data, ' --data 目录'),
    options.dryRun ? 'read' : 'write',
  );
  try {
    requiredOption(files[0], '文件');
    const outcome = await importFilesInto(session, files, options);
    return {
      // whoever asks by JSON waits for held cells as for rows: neither is in the book
      json: { ...outcome, rejected: outcome.rejected + outcome.held },
      text: importText(files.join('、'), outcome),
      refused: outcome.import === null && !options.dryRun,
    };
  } finally {
    await session.close();
  }
}

/**
 * Opens, answers what the options answer, and commits; nothing is written where rows wait and
 * `--only-valid` was not given.
 */
export async function importFilesInto(
  session: CoreSession,
  files: readonly string[],
  options: ImportOptions,
): Promise<Imported> {
  const opened = await session.ask('imports.open', {
    files: [...files],
    ...(options.as === undefined ? {} : { ledger: await kindNamed(session, options.as) }),
  });
  const draft = await answerQuestions(
    session,
    await answerUnits(session, await answerOptions(session, opened, options), options.createUnits),
    options.answers,
  );
  const returned =
    options.rejects === undefined || draft.counts.rejected + draft.heldCells.length === 0
      ? []
      : await session.ask('imports.reject', { draft: draft.id, to: options.rejects });
  const about = {
    changes: draft.changes,
    unread: draft.files.flatMap(({ file, fault }) => (fault === null ? [] : [{ file, fault }])),
    coverage: draft.coverage,
    returned,
  };
  const { rejected } = draft.counts;
  const held = draft.heldCells.length;
  if (!options.dryRun && !isOnlyQuestions(draft) && (rejected + held === 0 || options.onlyValid)) {
    const written = await session.ask('imports.commit', {
      draft: draft.id,
      onlyValid: options.onlyValid,
    });
    return { ...written, questions: written.questions.map(numbered), ...about };
  }
  const issues = issuesOf(draft);
  return {
    import: null,
    new: draft.counts.new,
    changed: draft.counts.changed,
    unchanged: draft.counts.unchanged,
    rejected,
    held,
    leftOut: draft.leftOut,
    questions: issues
      .filter(
        ({ level, file, sheet, row }) =>
          (level === 'question' || level === 'error') &&
          !draft.skippedRows.some(
            (one) => one.file === file && one.sheet === sheet && one.row === row,
          ),
      )
      .map(numbered),
    warnings: issues.filter((issue) => issue.level === 'warning'),
    ...about,
  };
}

/**
 * Nothing can come in before questions are answered: which indicator, which month, whose figures.
 */
const isOnlyQuestions = (draft: ImportDraft): boolean =>
  draft.ledger === null &&
  draft.facts === 0 &&
  issuesOf(draft).some(({ level }) => level === 'question');

const issuesOf = (draft: ImportDraft): readonly PlacedIssue[] =>
  draft.files.flatMap(({ file, report }) =>
    (report?.sheets ?? []).flatMap((sheet) =>
      sheet.tables.flatMap((table) =>
        table.issues.map((issue) => ({ ...issue, file, sheet: sheet.name })),
      ),
    ),
  );

async function answerOptions(
  session: CoreSession,
  draft: ImportDraft,
  options: Pick<CommandOptions, 'year' | 'month' | 'measure'>,
): Promise<ImportDraft> {
  if (options.month !== undefined && options.year === undefined)
    throw new UsageError('--month 要和 --year 一起给');
  const answers: ImportAnswer[] = [];
  if (options.year !== undefined)
    answers.push({
      kind: 'period',
      year: readYear(options.year),
      month: options.month ?? null,
      fills: true,
    });
  const { measure } = options;
  if (measure !== undefined && measureOf(measure) === null)
    throw new UsageError(`--measure 不认识“${measure}”，写元、万元、亿元、万美元等`);
  if (measure !== undefined)
    for (const { file, report } of draft.files)
      for (const sheet of report?.sheets ?? [])
        sheet.tables.forEach((_, table) =>
          answers.push({ kind: 'measure', file, sheet: sheet.name, table, column: null, measure }),
        );
  return answers.length === 0 ? draft : session.ask('imports.answer', { draft: draft.id, answers });
}

/**
 * One at a time: a unit just made may be what the next name means (县功镇, 县功镇人民政府). What is
 * no full name of a unit stays a question.
 */
async function answerUnits(
  session: CoreSession,
  opened: ImportDraft,
  create: boolean,
): Promise<ImportDraft> {
  let draft = opened;
  for (;;) {
    const next = draft.unknownUnits.find(({ name, like }) => isFullName(name, like));
    if (!create || next === undefined) return draft;
    draft = await session.ask('imports.answer', {
      draft: draft.id,
      answers: [asNewUnit(next.name)],
    });
  }
}

/**
 * 原大柳乡（现属柳树镇） and #古城景区 say more than a name, and a township or a bare 开发区 that
 * is nearly a known unit may be that one: they are
 * asked about. An office or a park under a name of its own is new, as the option says.
 */
const isFullName = (name: string, like: string | null): boolean =>
  (like === null || (!/(?:镇|乡|街道|街道办|办事处)$/.test(name) && !GENERAL_PARK.test(name))) &&
  !/[()（）#＃*:：∑Σ\d]|^原|现属|并入|^其中|其中$|等\d*个|本级$|^(?:中共|全[县市区])|.(?:镇|乡|街道)(?!办).{2,}$/.test(
    name,
  );

async function kindNamed(session: CoreSession, name: string): Promise<AnyCode> {
  const found =
    IMPORTABLE_CODES.find((code) => code === name) ?? (await ownLedgerCodeNamed(session, name));
  if (found === undefined)
    throw new UsageError(`台账可以是${IMPORTABLE_CODES.join('、')}和自建的台账，给的是“${name}”`);
  return found;
}

/**
 * `template LEDGER --out FILE`: an empty template, or with `--filled` one of the present records;
 * `template figures --year --month` is the form of a month.
 */
export async function templateCommand(
  [ledger]: readonly string[],
  options: CommandOptions,
): Promise<Answered> {
  const named = requiredOption(ledger, '台账');
  const isMonth = named === 'figures';
  const out = requiredOption(options.out, ' --out 文件');
  const when = isMonth
    ? {
        year: readYear(requiredOption(options.year, ' --year 年')),
        month: requiredOption(options.month, ' --month 月'),
      }
    : {};
  const session = await openSession(
    options.filled || isMonth ? requiredOption(options.data, ' --data 目录') : options.data,
    'read',
  );
  try {
    const kind = isMonth ? ('figures' as const) : await kindNamed(session, named);
    const { file } = await session.ask('imports.template', {
      ledger: kind,
      to: out,
      filled: options.filled,
      ...when,
    });
    return { json: { file }, text: `模板已写到 ${out}。填好后用 import 导入。` };
  } finally {
    await session.close();
  }
}

export function importText(name: string, outcome: Imported): string {
  const counts = `新增${outcome.new}条，变更${outcome.changed}条，相同${outcome.unchanged}条，没导${outcome.rejected}条${outcome.held > 0 ? `，${outcome.held}格先不导` : ''}`;
  const head =
    outcome.import === null
      ? `“${name}”还没导入：${counts}。`
      : `已导入“${name}”，编号${outcome.import}：${counts}。`;
  const wait =
    outcome.import === null && outcome.rejected + outcome.held > 0
      ? [
          '有行或格在等回答。改好表再来，用 --answers 文件回答，或加 --only-valid 先导没有问题的，加 --create-units 新建不认识的单位。',
        ]
      : [];
  const many =
    new Set([...outcome.questions, ...outcome.warnings].map((issue) => issue.file)).size > 1;
  const lines = [...outcome.questions, ...outcome.warnings, ...outcome.leftOut].map(
    (issue) =>
      `  ${many ? `${issue.file} ` : ''}${issue.column ?? ''}${issue.row > 0 ? issue.row : ''} ${issue.message}`,
  );
  const changed = outcome.changes.flatMap((change) =>
    change.fields.map(
      (field) =>
        `  ${many ? `${change.file} ` : ''}${field.cell} ${change.record} ${labelOf(field.field)}：${field.before ?? '空'} → ${field.after ?? '空'}`,
    ),
  );
  return [head, ...wait, ...senders(outcome), ...lines, ...changed].join('\n');
}

/** Of several files: which could not be read, whose are missing or double, what goes back. */
function senders({ unread, coverage, returned }: Imported): readonly string[] {
  const double = (coverage?.twice ?? []).map(
    ({ unit, files }) => `${unit}有${files.length}份：${files.join('、')}`,
  );
  return [
    ...unread.map(({ fault }) => `  没读：${faultText(fault)}`),
    ...(coverage === null || coverage.missing.length === 0
      ? []
      : [`  未报：${coverage.missing.join('、')}。`]),
    ...(double.length === 0 ? [] : [`  重报：${double.join('；')}。`]),
    ...returned.map(({ saved, cells }) => `  退回表：${saved}，标了${cells}格。`),
  ];
}

const labelOf = (code: string): string =>
  Object.values(ledgers)
    .flatMap((ledger): readonly Field[] => ledger.fields)
    .find((field) => field.code === code)?.label ?? code;

export async function undoImportCommand(
  [id]: readonly string[],
  options: CommandOptions,
): Promise<Answered> {
  const number = Number(requiredOption(id, '导入编号'));
  if (!/^\d+$/.test(id ?? '')) throw new UsageError(`导入编号要一个数，给的是“${id}”`);
  const session = await openSession(requiredOption(options.data, ' --data 目录'), 'write');
  try {
    const { records } = await session.ask('imports.undo', { id: number });
    return {
      json: { import: number, records },
      text: `已撤销第${number}次导入，涉及${records}条记录。`,
    };
  } finally {
    await session.close();
  }
}
