/** `ledger list|make|add|get|set`: the ledgers that users define, without a window. */
import type { SavedLedger } from '../../preload/contract/own-ledgers.ts';
import { Fault } from '../domain/fault.ts';
import { OWN_KIND_LABELS, type OwnField } from '../domain/ledgers/own-definition.ts';
import type { Answered } from './answer.ts';
import { requiredOption, UsageError, type CommandOptions } from './arguments.ts';
import { openSession, type CoreSession } from './session.ts';

type Step = (
  session: CoreSession,
  subject: string | undefined,
  options: CommandOptions,
) => Promise<Answered>;
const STEPS: Readonly<Record<string, { readonly mode: 'read' | 'write'; readonly step: Step }>> = {
  list: { mode: 'read', step: list },
  make: { mode: 'write', step: make },
  add: { mode: 'write', step: add },
  get: { mode: 'read', step: get },
  set: { mode: 'write', step: set },
};

export async function ledgerCommand(
  [verb, subject]: readonly string[],
  options: CommandOptions,
): Promise<Answered> {
  const known = verb !== undefined && Object.hasOwn(STEPS, verb) ? STEPS[verb] : undefined;
  if (known === undefined) throw new UsageError('ledger 后面写 list、make、add、get 或 set');
  const session = await openSession(requiredOption(options.data, ' --data 目录'), known.mode);
  try {
    return await known.step(session, subject, options);
  } finally {
    await session.close();
  }
}

async function list(session: CoreSession): Promise<Answered> {
  const [own, shipped] = [
    await session.ask('ledgers.list', {}),
    await session.ask('ledgers.shipped', {}),
  ];
  const lines = own.map(
    (one) =>
      `${one.code}  ${one.definition.label}  ${one.records}条${one.definition.retired ? '  已停用' : ''}`,
  );
  const offered = shipped
    .filter((one) => !one.present)
    .map((one) => `${one.code}  ${one.label}  ${one.about}`);
  return {
    json: {
      ledgers: own.map(({ code, definition, records }) => ({
        code,
        label: definition.label,
        records,
        retired: definition.retired,
      })),
      shipped: shipped.map(({ code, label, present }) => ({ code, label, present })),
    },
    text: [...lines, ...(offered.length === 0 ? [] : ['可以直接建的：', ...offered])].join('\n'),
  };
}

/**
 * A ledger for the sheet of a file; money and figures whose measure stands nowhere take
 * `--measure`.
 */
async function make(
  session: CoreSession,
  file: string | undefined,
  { measure }: CommandOptions,
): Promise<Answered> {
  const proposal = await session.ask('ledgers.propose', { file: requiredOption(file, '文件') });
  const fields = proposal.definition.fields.map((field): OwnField =>
    field.kind === 'money' && field.measure === null && measure !== undefined
      ? { ...field, measure }
      : field,
  );
  const made = await session.ask('ledgers.create', {
    definition: { ...proposal.definition, fields },
  });
  const why = proposal.columns.map(
    (column) =>
      `  ${column.column} ${column.path.join('›')} → ${column.field === null ? '不要' : described(made.definition.fields[column.field])}：${column.reason}`,
  );
  return {
    json: {
      code: made.code,
      label: made.definition.label,
      fields: made.definition.fields,
      columns: proposal.columns,
    },
    text: [told(made), ...why].join('\n'),
  };
}

const described = (field: OwnField | undefined): string =>
  field === undefined
    ? ''
    : `${field.label}（${OWN_KIND_LABELS[field.kind]}${field.measure === null ? '' : `，${field.measure}`}）`;
const told = (made: SavedLedger): string =>
  `已建好台账“${made.definition.label}”，代码${made.code}，${made.definition.fields.length}个字段。`;
const answered = (made: SavedLedger): Answered => ({
  json: { code: made.code, label: made.definition.label, fields: made.definition.fields },
  text: told(made),
});

async function add(session: CoreSession, name: string | undefined): Promise<Answered> {
  const wanted = requiredOption(name, '台账，如 own_equipment 或 特种设备');
  const found = (await session.ask('ledgers.shipped', {})).find(
    (one) => one.code === wanted || one.label === wanted,
  );
  if (found === undefined) throw new Fault('ledger.unknown', { ledger: wanted });
  return answered(await session.ask('ledgers.addShipped', { code: found.code }));
}

async function get(
  session: CoreSession,
  name: string | undefined,
  options: CommandOptions,
): Promise<Answered> {
  const wanted = requiredOption(name, '台账');
  const own = (await session.ask('ledgers.list', {})).find(
    (one) => one.code === wanted || one.definition.label === wanted,
  );
  if (own === undefined) throw new UsageError(`没有自建的台账“${wanted}”，ledger list 看有哪些`);
  if (options.out === undefined)
    return { json: own.definition, text: JSON.stringify(own.definition, null, 1) };
  const { file } = await session.ask('ledgers.export', { code: own.code, to: options.out });
  return { json: { file }, text: `台账定义已写到 ${options.out}。` };
}

/** The file's ledger: a new one, or the one of its name with this definition. */
async function set(session: CoreSession, file: string | undefined): Promise<Answered> {
  const definition = await session.ask('ledgers.read', { file: requiredOption(file, '文件') });
  const standing = (await session.ask('ledgers.list', {})).find(
    (one) => one.definition.label === definition.label,
  );
  if (standing === undefined) return answered(await session.ask('ledgers.create', { definition }));
  const saved = await session.ask('ledgers.save', { code: standing.code, definition });
  return { ...answered(saved), text: `已改好台账“${saved.definition.label}”，代码${saved.code}。` };
}
