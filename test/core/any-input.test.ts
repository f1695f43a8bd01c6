/**
 * Whatever a call of the contract is asked, it answers with a value or with a fault that has its
 * sentence. `FUZZ=200 npx vitest run test/core/any-input.test.ts` asks each call so often.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { createCore, type Core } from '../../main/core/core.ts';
import { coreCalls } from '../../preload/contract/index.ts';
import { faultText } from '../../renderer/format/fault.ts';
import { seeded } from '../helpers/seeded.ts';

const TIMES = Number(process.env['FUZZ'] ?? 2);
const SEED = Number(process.env['FUZZ_SEED'] ?? 1);
const WORDS = [
  '',
  '甲镇',
  '项目',
  'project',
  'task',
  '固定资产投资',
  '2012-09-30',
  '１２',
  '\uFFFE',
  '\0',
  "'; DROP TABLE unit",
  '字'.repeat(300),
  '1e400',
  '-0',
  '../..',
  'remark',
  'name',
  '🌾',
];
const NUMBERS = [0, 1, 2, 9, 12, 13, -1, 2012, 2013, 1e15, 0.5];

type Schema = z.core.JSONSchema.BaseSchema;

/** A value that the schema describes, or now and then anything else. */
class Inputs {
  readonly #next: () => number;
  readonly #definitions: Readonly<Record<string, unknown>>;
  constructor(next: () => number, definitions: Readonly<Record<string, unknown>>) {
    this.#next = next;
    this.#definitions = definitions;
  }
  one<T>(list: readonly T[]): T | undefined {
    return list[Math.floor(this.#next() * list.length)];
  }
  of(schema: Schema | boolean | undefined, depth = 0): unknown {
    if (this.#next() < 0.03) return this.one([null, true, '', [], {}, ...NUMBERS, ...WORDS]);
    if (schema === undefined || typeof schema === 'boolean' || depth > 8) return this.one(WORDS);
    if (schema.$ref !== undefined)
      return this.of(this.#definitions[basename(schema.$ref)] as Schema, depth + 1);
    if (schema.const !== undefined) return schema.const;
    if (schema.enum !== undefined) return this.one(schema.enum);
    const either = schema.anyOf ?? schema.oneOf;
    if (either !== undefined) return this.of(this.one(either) as Schema, depth + 1);
    switch (this.one([schema.type].flat())) {
      case 'object':
        return this.#object(schema, depth);
      case 'array': {
        const items = schema.items as Schema | undefined;
        return Array.from({ length: (schema.minItems ?? 0) + Math.floor(this.#next() * 3) }, () =>
          this.of(items, depth + 1),
        );
      }
      case 'integer':
      case 'number':
        return this.one(NUMBERS);
      case 'boolean':
        return this.#next() < 0.5;
      case 'null':
        return null;
      case 'string':
      case undefined:
        return this.one(WORDS);
    }
  }
  #object(schema: Schema, depth: number): Record<string, unknown> {
    const made: Record<string, unknown> = {};
    const required = new Set(schema.required);
    for (const [name, one] of Object.entries(schema.properties ?? {}))
      if (required.has(name) || this.#next() < 0.5) made[name] = this.of(one as Schema, depth + 1);
    if (typeof schema.additionalProperties === 'object')
      for (let more = Math.floor(this.#next() * 3); more > 0; more -= 1)
        made[String(this.one(WORDS))] = this.of(schema.additionalProperties as Schema, depth + 1);
    return made;
  }
}

function scratchCore(): Core {
  const folder = mkdtempSync(join(tmpdir(), 'county-planner-any-'));
  const none = (): Promise<Uint8Array> => Promise.resolve(new Uint8Array());
  const core = createCore({
    dataFolder: join(folder, 'data'),
    clock: () => new Date('2012-10-08T02:00:00Z'),
    log: () => undefined,
    // whatever is named lies in the scratch folder
    host: {
      toPdf: none,
      toPng: none,
      pathOf: (handle) =>
        Promise.resolve(join(folder, `名${basename(handle).replaceAll('\0', '').slice(0, 40)}`)),
    },
    emit: () => undefined,
  });
  onTestFinished(() => {
    core.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return core;
}

test(
  `each call answers ${TIMES} inputs of any kind with a value or a sentence`,
  async () => {
    const next = seeded(SEED);
    const core = scratchCore();
    await core.dispatch('session.beginSample', {});
    const wrong: string[] = [];
    // what throws the book away comes last
    const calls = Object.entries(coreCalls).toSorted(
      ([a], [b]) =>
        Number(/^session\.(?:drop|begin)/.test(a)) - Number(/^session\.(?:drop|begin)/.test(b)),
    );
    let valued = 0;
    for (const [name, { input }] of calls) {
      const schema = z.toJSONSchema(input, { unrepresentable: 'any', io: 'input' });
      const inputs = new Inputs(next, schema.$defs ?? {});
      for (let time = 0; time < TIMES; time += 1) {
        const asked = inputs.of(schema);
        const reply = await core.dispatch(name, asked);
        if (reply.ok) valued += 1;
        else if (
          reply.fault.code === 'unexpected' ||
          !/[\u4e00-\u9fff]/.test(faultText(reply.fault))
        )
          wrong.push(
            `${name} ${String(JSON.stringify(asked)).slice(0, 300)}: ${JSON.stringify(reply.fault)}`,
          );
      }
    }
    expect(wrong).toEqual([]);
    expect(valued).toBeGreaterThan(Object.keys(coreCalls).length / 3);
  },
  60_000 + TIMES * 30_000,
);
