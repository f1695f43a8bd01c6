/** Views that an earlier version kept on this PC come into the book once. */
import { beforeEach, expect, test, vi } from 'vitest';
import { carryViews } from '../../renderer/features/ledgers/shared/carried-views.ts';

const pc = new Map<string, string>();
vi.stubGlobal('localStorage', {
  getItem: (key: string) => pc.get(key) ?? null,
  setItem: (key: string, text: string) => void pc.set(key, text),
  removeItem: (key: string) => void pc.delete(key),
});
const KEY = 'draft:project-views';
const VIEW = {
  filters: { introducer: '城关镇' },
  sort: [{ field: 'total_investment', descending: true }],
  group: ['stage'],
  shown: ['name', 'stage'],
};
const KEPT = { ...VIEW, filters: [{ field: 'introducer', text: '城关镇' }] };

/** A book with views of these names; `refuses`: the name that it does not take. */
function bookWith(names: readonly string[], refuses: string | null = null) {
  const saved = new Map<string, unknown>(names.map((name) => [name, 'its own']));
  return {
    saved,
    list: () => Promise.resolve([...saved.keys()].map((name) => ({ name }))),
    save: (name: string, view: unknown) => {
      if (name === refuses) return Promise.reject(new Error('refused'));
      saved.set(name, view);
      return Promise.resolve(null);
    },
  };
}
beforeEach(() => pc.clear());

test.each([
  ['plain', JSON.stringify({ 城关的: VIEW })],
  ['under the version of the drafts', JSON.stringify({ version: 1, draft: { 城关的: VIEW } })],
])('written %s they are carried, and no second time', async (_how, text) => {
  pc.set(KEY, text);
  pc.set('draft:task-views', text);
  const book = bookWith([]);
  expect([await carryViews('project', book), await carryViews('project', book)]).toEqual([1, 0]);
  expect([...book.saved]).toEqual([['城关的', KEPT]]);
  expect([...pc.keys()]).toEqual(['draft:task-views']);
});

test('one of a name that the book has comes beside it', async () => {
  pc.set(KEY, JSON.stringify({ 城关的: VIEW }));
  const book = bookWith(['城关的']);
  await carryViews('project', book);
  expect([...book.saved]).toEqual([
    ['城关的', 'its own'],
    ['城关的（本机）', KEPT],
  ]);
});

test.each(['{', 'null', '[]', '{"a":1,"b":{"filters":{}},"c":{"filters":{"x":1},"sort":[]}}'])(
  'what is no view is passed over: %s',
  async (text) => {
    pc.set(KEY, text);
    const book = bookWith([]);
    expect(await carryViews('project', book)).toBe(0);
    expect(book.saved.size).toBe(0);
  },
);

test('what the book refuses stays for the next time, and what it took is not taken twice', async () => {
  pc.set(KEY, JSON.stringify({ 甲: VIEW, 乙: VIEW }));
  const book = bookWith([], '乙');
  await expect(carryViews('project', book)).rejects.toThrow('refused');
  expect(pc.has(KEY)).toBe(true);
  const save = (name: string, view: unknown) => Promise.resolve(book.saved.set(name, view));
  expect(await carryViews('project', { ...book, save })).toBe(1);
  expect([...book.saved]).toEqual([
    ['甲', KEPT],
    ['乙', KEPT],
  ]);
  expect(pc.size).toBe(0);
});
