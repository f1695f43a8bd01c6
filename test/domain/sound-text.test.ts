/**
 * What Office cannot take is shown as unknown or said to be cut; what it can take stays as it is.
 */
import { expect, test } from 'vitest';
import { CELL_TEXT_LENGTH, cellText, soundText } from '../../main/domain/read/sound-text.ts';

test.each([
  ['NUL', '海\u0000泰', '海\ufffd泰'],
  ['a control sign', '海\u001b泰\u0008', '海\ufffd泰\ufffd'],
  ['U+FFFE and U+FFFF', '\ufffe海泰\uffff', '\ufffd海泰\ufffd'],
  ['half a sign', '海\ud83d泰\udc00', '海\ufffd泰\ufffd'],
  ['a whole sign of two halves', '海😀泰𠀀', '海😀泰𠀀'],
  ['tab and line ends', '海\t泰\r\n新能', '海\t泰\r\n新能'],
])('%s', (_what, text, sound) => {
  expect(soundText(text)).toBe(sound);
});

test('a text that is longer than a cell says that it goes on, and is never half a sign', () => {
  const exact = '长'.repeat(CELL_TEXT_LENGTH);
  expect(cellText(exact)).toBe(exact);
  for (const long of [`${exact}文`, '😀'.repeat(20_000), `a${'😀'.repeat(20_000)}`]) {
    const cut = cellText(long);
    expect(cut.length).toBeLessThanOrEqual(CELL_TEXT_LENGTH);
    expect(cut).toMatch(/后面的在账里）$/);
    expect(cut).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
  }
});
