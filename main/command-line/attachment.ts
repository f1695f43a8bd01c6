/** `attachment list|add|copy|remove`: the files of a record without a window. */
import { resolve } from 'node:path';
import type { AnyCode } from '../domain/ledgers/index.ts';
import type { Answered } from './answer.ts';
import { requiredOption, UsageError, type CommandOptions } from './arguments.ts';
import { anyLedgerNamed } from './records.ts';
import { openSession, type CoreSession, type Purpose } from './session.ts';

type Step = (session: CoreSession, operands: readonly string[]) => Promise<Answered>;

const recordOf = async (
  session: CoreSession,
  [ledger, id]: readonly string[],
): Promise<{ readonly ledger: AnyCode; readonly id: number }> => ({
  ledger: await anyLedgerNamed(session, requiredOption(ledger, '台账名，如 project')),
  id: numberOf(requiredOption(id, '记录编号')),
});

function numberOf(text: string): number {
  if (!/^[1-9]\d{0,14}$/.test(text)) throw new UsageError(`编号是整数，给的是“${text}”`);
  return Number(text);
}

const list: Step = async (session, operands) => {
  const lines = await session.ask('attachments.list', await recordOf(session, operands));
  return {
    json: lines,
    text:
      lines.length === 0
        ? '没有附件。'
        : lines
            .map(
              ({ id, name, bytes, isMissing }) =>
                `${id}　${name}　${bytes}字节${isMissing ? '　文件不在了' : ''}`,
            )
            .join('\n'),
  };
};

const add: Step = async (session, [ledger, id, ...files]) => {
  if (files.length === 0) throw new UsageError('还要写要添加的文件');
  const saved = await session.ask('attachments.add', {
    ...(await recordOf(session, [ledger ?? '', id ?? ''])),
    files: files.map((file) => resolve(file)),
  });
  return { json: saved, text: `已添加附件${saved.ids.length}个，编号${saved.ids.join('、')}。` };
};

const copyTo =
  (folder: string): Step =>
  async (session, [id]) => {
    const copied = await session.ask('attachments.copy', {
      id: numberOf(requiredOption(id, '附件编号')),
      to: folder,
    });
    return { json: copied, text: `已另存到${copied.path}。` };
  };

const remove: Step = async (session, [id]) => {
  const saved = await session.ask('attachments.remove', {
    id: numberOf(requiredOption(id, '附件编号')),
  });
  return { json: saved, text: '已移除1个附件。' };
};

export async function attachmentCommand(
  [verb, ...operands]: readonly string[],
  options: CommandOptions,
): Promise<Answered> {
  const [step, purpose] = stepOf(verb, options);
  const session = await openSession(requiredOption(options.data, ' --data 目录'), purpose);
  try {
    return await step(session, operands);
  } finally {
    await session.close();
  }
}

function stepOf(verb: string | undefined, { out }: CommandOptions): readonly [Step, Purpose] {
  switch (verb) {
    case 'list':
      return [list, 'read'];
    case 'add':
      return [add, 'write'];
    case 'copy':
      return [copyTo(resolve(requiredOption(out, ' --out 文件夹'))), 'read'];
    case 'remove':
      return [remove, 'write'];
    case undefined:
    default:
      throw new UsageError('attachment 后面写 list、add、copy 或 remove');
  }
}
