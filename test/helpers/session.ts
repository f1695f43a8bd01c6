/**
 * A core without a thread or a window for tests: asked by name, faults thrown, its folder gone when
 * the test is.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type {
  CallName,
  CoreCallName,
  Events,
  Input,
  Output,
} from '../../preload/contract/index.ts';
import { createCore } from '../../main/core/core.ts';
import { Fault } from '../../main/domain/fault.ts';
import type { ListedName } from '../../main/domain/table-name.ts';
import type { PrintHost } from '../../main/shell/shell.ts';

export interface TestSession {
  readonly folder: string;
  readonly heard: Events['progress'][];
  ask<N extends CoreCallName & CallName>(
    call: N,
    input: Input<N>,
    isCancelled?: () => boolean,
  ): Promise<Output<N>>;
}

/** 示例县 2012 with these townships; handles are paths. */
export async function testSession(
  townships: readonly string[] = [],
  print: PrintHost = {
    toPdf: () => Promise.resolve(new Uint8Array()),
    toPng: () => Promise.resolve(new Uint8Array()),
  },
  now = '2012-10-08T02:00:00Z',
): Promise<TestSession> {
  const folder = mkdtempSync(join(tmpdir(), 'county-planner-session-'));
  const heard: Events['progress'][] = [];
  const core = createCore({
    dataFolder: join(folder, 'data'),
    clock: () => new Date(now),
    log: (line) => console.error(line),
    host: { ...print, pathOf: (handle) => Promise.resolve(handle) },
    emit: (event, data) => void (event === 'progress' && heard.push(data as Events['progress'])),
  });
  onTestFinished(() => {
    core.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const ask: TestSession['ask'] = async (call, input, isCancelled) => {
    const reply = await core.dispatch(call, input, isCancelled);
    if (!reply.ok) throw new Fault(reply.fault.code, reply.fault.params);
    return reply.value as Output<typeof call>;
  };
  await ask('session.begin', {
    county: '示例县',
    year: 2012,
    units: townships.map((name) => ({ name, kind: 'township' as const })),
  });
  return { folder, heard, ask };
}

/** The table of a name, as the list tells it. */
export async function listedTable({ ask }: TestSession, name: string): Promise<ListedName> {
  const found = (await ask('tables.list', {})).find((one) => one.name === name);
  if (found === undefined) throw new Fault('table.unknown', { table: name });
  return found.name;
}
