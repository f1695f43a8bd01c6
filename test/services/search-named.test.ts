/** Names that the window knows are found by their words, pinyin and initials. */
import { expect, test } from 'vitest';
import { searchNames } from '../../main/services/records/search.ts';

const NAMES = ['固定资产投资', '工业固定资产投资', '招商引资到位资金', 'R&D经费', '备份'];
const found = async (text: string): Promise<readonly (string | undefined)[]> =>
  (await searchNames({ text, names: NAMES })).map((at) => NAMES[at]);

test.each([
  ['固定', ['固定资产投资', '工业固定资产投资']],
  ['gdzc', ['固定资产投资', '工业固定资产投资']],
  ['zhaoshang', ['招商引资到位资金']],
  ['bf', ['备份']],
  ['r&d', ['R&D经费']],
  ['没有的', []],
  [' ', []],
])('%s', async (text, names) => {
  expect(await found(text)).toEqual(names);
});
