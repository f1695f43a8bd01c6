/**
 * An effect answers nothing but its cleanup: whatever else it returns is called when the effect
 * ends, and kills the page.
 */
import { expect, test } from 'vitest';
import { parseSync } from 'vite';
import { sourcesOf, type Source } from './sources.ts';

interface Node {
  readonly type: string;
  readonly start: number;
  readonly [part: string]: unknown;
}
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
const partsOf = (node: Node): readonly Node[] => Object.values(node).flat().filter(isNode);
const nameOf = (node: unknown): string =>
  isNode(node) && node.type === 'Identifier' ? String(node['name']) : '';

/** functions of ours that answer how to stop what they began */
const BEGINS = /^(onCoreEvent|subscribe|follow\w+|keep\w+)$/;

function returnsOf(node: Node): readonly Node[] {
  if (node.type === 'ReturnStatement') return [node];
  return /Function/.test(node.type) ? [] : partsOf(node).flatMap(returnsOf);
}

function isCleanup(answer: unknown): boolean {
  if (!isNode(answer)) return true;
  if (answer.type === 'CallExpression') return BEGINS.test(nameOf(answer['callee']));
  return /Function/.test(answer.type) || nameOf(answer) === 'undefined';
}

function effectsOf(node: Node): readonly Node[] {
  const isEffect =
    node.type === 'CallExpression' &&
    /^use(Layout|Insertion)?Effect$/.test(nameOf(node['callee'])) &&
    Array.isArray(node['arguments']);
  return [...(isEffect ? [node] : []), ...partsOf(node).flatMap(effectsOf)];
}

function faultsOf({ path, text }: Source): readonly string[] {
  const { program } = parseSync(path, text);
  return (isNode(program) ? effectsOf(program) : []).flatMap((effect) => {
    const [work] = effect['arguments'] as readonly unknown[];
    const line = text.slice(0, effect.start).split('\n').length;
    const body = isNode(work) ? work['body'] : undefined;
    if (!isNode(body) || body.type !== 'BlockStatement')
      return [`${path}:${line} has an effect without a block: write () => { … }`];
    return partsOf(body)
      .flatMap(returnsOf)
      .every((one) => isCleanup(one['argument']))
      ? []
      : [
          `${path}:${line} has an effect that returns a value: only a cleanup may be returned, () => …`,
        ];
  });
}

const program = sourcesOf('renderer').filter(({ text }) => text.includes('Effect('));

test('no effect of the window returns anything but its cleanup', () => {
  expect(program.flatMap(faultsOf).join('\n')).toBe('');
});

test('the effects were found', () => {
  expect(program.length).toBeGreaterThan(30);
});

test.each([
  ['useEffect(() => box.current?.scrollIntoView(), []);', 'without a block'],
  ['useLayoutEffect(reload, [reload]);', 'without a block'],
  ['useEffect(() => { if (a) return box.scrollIntoView(); }, []);', 'returns a value'],
  ['useEffect(() => { return promise; }, []);', 'returns a value'],
])('%s is found', (text, fault) => {
  const faults = faultsOf({ path: 'x.tsx', text });
  expect(faults).toHaveLength(1);
  expect(faults[0]).toContain(fault);
});

test.each([
  'useEffect(() => { box.scrollIntoView(); }, []);',
  'useEffect(() => { if (a) return undefined; return () => stop(); }, []);',
  "useEffect(() => { return onCoreEvent('changed', () => reload()); }, []);",
  'useEffect(() => { list.map((one) => { return one.id; }); }, []);',
])('%s is let pass', (text) => {
  expect(faultsOf({ path: 'x.tsx', text })).toEqual([]);
});
