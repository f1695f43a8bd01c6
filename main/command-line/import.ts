/** `inspect`, `import` and `undo`: the importer without a window. */
import type { Answer, Draft, ImportResult, PlannedChange } from '../../preload/contract/imports.ts';
import { measureOf } from '../domain/measure.ts';
import type { Field } from '../domain/ledgers/field.ts';
import { ledgers } from '../domain/ledgers/index.ts';
import { asNewUnit } from '../importing/answers.ts';
import { required, UsageError, type Options } from './arguments.ts';
import { openSession, type CoreSession } from './session.ts';
import { readYear, type Answered } from './answer.ts';

type Kind = 'project' | 'unit' | 'person';

export async function inspect(file: string | undefined, options: Options): Promise<Answered> {
  const session = openSession(options.data);
  try {
    const draft = await session.ask('imports.open', { file: required(file, '文件') });
    return { json: draft.report, text: JSON.stringify(draft.report, null, 1) };
  } finally {
    await session.close();
  }
}

/** What importing did, or would do where `import` is null; with each changed record, before → after, and its cells. */
export type Imported = Omit<ImportResult, 'import'> & { readonly import: number | null; readonly changes: readonly PlannedChange[] };

export async function importFile(file: string | undefined, options: Options): Promise<Answered> {
  const session = openSession(required(options.data, ' --data 目录'));
  try {
    const outcome = await importInto(session, required(file, '文件'), options);
    return { json: outcome, text: importText(file ?? '', outcome), refused: outcome.import === null && !options.dryRun };
  } finally {
    await session.close();
  }
}

/** Opens, answers what the options answer, and commits; nothing is written where rows wait and `--only-valid` was not given. */
export async function importInto(session: CoreSession, file: string, options: Pick<Options, 'as' | 'year' | 'month' | 'measure' | 'createUnits' | 'onlyValid' | 'dryRun'>): Promise<Imported> {
  const opened = await session.ask('imports.open', { file, ...(options.as === undefined ? {} : { ledger: kindNamed(options.as) }) });
  const draft = await answerUnits(session, await answerOptions(session, opened, options), options.createUnits);
  const issues = draft.report.sheets.flatMap((sheet) => sheet.tables.flatMap((table) => table.issues));
  const planned: Imported = {
    import: null, new: draft.counts.new, changed: draft.counts.changed, unchanged: draft.counts.unchanged, rejected: draft.counts.rejected,
    questions: issues.filter((issue) => issue.level === 'question' || issue.level === 'error'), warnings: issues.filter((issue) => issue.level === 'warning'), changes: draft.changes,
  };
  if (options.dryRun || (draft.counts.rejected > 0 && !options.onlyValid)) return planned;
  return { ...(await session.ask('imports.commit', { draft: draft.id, onlyValid: options.onlyValid })), changes: draft.changes };
}

async function answerOptions(session: CoreSession, draft: Draft, options: Pick<Options, 'year' | 'month' | 'measure'>): Promise<Draft> {
  if (options.month !== undefined && options.year === undefined) throw new UsageError('--month 要和 --year 一起给');
  const answers: Answer[] = [];
  if (options.year !== undefined) answers.push({ kind: 'period', year: readYear(options.year), month: options.month ?? null });
  const { measure } = options;
  if (measure !== undefined && measureOf(measure) === null) throw new UsageError(`--measure 不认识“${measure}”，写元、万元、亿元、万美元等`);
  if (measure !== undefined) for (const sheet of draft.report.sheets) sheet.tables.forEach((_, table) => answers.push({ kind: 'measure', sheet: sheet.name, table, column: null, measure }));
  return answers.length === 0 ? draft : session.ask('imports.answer', { draft: draft.id, answers });
}

/** One at a time: a unit just made may be what the next name means (县功镇, 县功镇人民政府). */
async function answerUnits(session: CoreSession, opened: Draft, create: boolean): Promise<Draft> {
  let draft = opened;
  for (let unknown = draft.unknownUnits[0]; create && unknown !== undefined; unknown = draft.unknownUnits[0]) {
    draft = await session.ask('imports.answer', { draft: draft.id, answers: [asNewUnit(unknown.name)] });
  }
  return draft;
}

function kindNamed(name: string): Kind {
  if (name === 'project' || name === 'unit' || name === 'person') return name;
  throw new UsageError(`--as 可以是 project、unit、person，给的是“${name}”`);
}

export function importText(file: string, outcome: Imported): string {
  const counts = `新增${outcome.new}条，变更${outcome.changed}条，相同${outcome.unchanged}条，没导${outcome.rejected}条`;
  const head = outcome.import === null ? `“${file}”还没导入：${counts}。` : `已导入“${file}”，编号${outcome.import}：${counts}。`;
  const wait = outcome.import === null && outcome.rejected > 0 ? ['有行在等回答。改好表再来，或加 --only-valid 先导没有问题的行，加 --create-units 新建不认识的单位。'] : [];
  const lines = [...outcome.questions, ...outcome.warnings].map((issue) => `  ${issue.column ?? ''}${issue.row > 0 ? issue.row : ''} ${issue.message}`);
  const changed = outcome.changes.flatMap((change) => change.fields.map((field) => `  ${field.cell} ${change.record} ${labelOf(field.field)}：${field.before ?? '空'} → ${field.after ?? '空'}`));
  return [head, ...wait, ...lines, ...changed].join('\n');
}

const labelOf = (code: string): string => Object.values(ledgers).flatMap((ledger): readonly Field[] => ledger.fields).find((field) => field.code === code)?.label ?? code;

export async function undoImport(id: string | undefined, options: Options): Promise<Answered> {
  const number = Number(required(id, '导入编号'));
  if (!/^\d+$/.test(id ?? '')) throw new UsageError(`导入编号要一个数，给的是“${id}”`);
  const session = openSession(required(options.data, ' --data 目录'));
  try {
    const { records } = await session.ask('imports.undo', { id: number });
    return { json: { import: number, records }, text: `已撤销第${number}次导入，涉及${records}条记录。` };
  } finally {
    await session.close();
  }
}
