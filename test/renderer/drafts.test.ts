/**
 * A draft that was kept is taken only where it still is what its form takes: neither a damaged one
 * nor one of another form stops the window.
 */
import { afterEach, expect, test, vi } from 'vitest';
import { isLike, keptDraft } from '../../renderer/stores/drafts.ts';

const kept = new Map<string, string>();
vi.stubGlobal('localStorage', { getItem: (key: string) => kept.get(key) ?? null });
afterEach(() => kept.clear());

const isNote = isLike({ title: '', lines: [] as readonly string[], since: null });
const take = (text: string): unknown => {
  kept.set('draft:note', text);
  return keptDraft('note', isNote);
};

test('what was kept comes back', () => {
  const draft = { title: '任务', lines: ['一', '二'], since: '2012-03' };
  expect(take(JSON.stringify({ version: 1, draft }))).toEqual(draft);
});

test.each([
  ['nothing', 'null'],
  ['half a file', '{"version":1,"dra'],
  ['no version', '{"title":"任务","lines":[],"since":null}'],
  ['another version', '{"version":2,"draft":{"title":"任务","lines":[],"since":null}}'],
  ['a list for a text', '{"version":1,"draft":{"title":[],"lines":[],"since":null}}'],
  ['a part left out', '{"version":1,"draft":{"title":"任务","since":null}}'],
])('%s is no draft', (_what, text) => {
  expect(take(text)).toBeNull();
});
