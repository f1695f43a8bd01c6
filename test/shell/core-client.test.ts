/** A core thread that dies leaves nobody waiting. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { startCore } from '../../main/core-client.ts';

const host = {
  toPdf: async () => new Uint8Array(),
  toPng: async () => new Uint8Array(),
  pathOf: async (handle: string) => `/path/${handle}`,
};
const folder = mkdtempSync(join(tmpdir(), 'county-planner-core-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('waiting and later calls fail with core.stopped when the thread ends', async () => {
  const file = join(folder, 'dies.mjs');
  writeFileSync(
    file,
    `import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => process.exit(3));`,
  );
  const core = startCore({
    dataFolder: folder,
    host,
    emit: () => undefined,
    worker: pathToFileURL(file),
  });
  await expect(core.dispatch('units.list', {})).rejects.toMatchObject({ code: 'core.stopped' });
  await expect(core.dispatch('units.list', {})).rejects.toMatchObject({ code: 'core.stopped' });
});

test('the real core answers from its thread', async () => {
  const core = startCore({ dataFolder: folder, host, emit: () => undefined });
  expect(await core.dispatch('session.get', {})).toMatchObject({
    ok: true,
    value: { county: null },
  });
  await core.close();
});
