/**
 * How names sound: pinyin and initials, so that htxn and haitai find 海泰新能. Loaded when the
 * first search asks for it: its dictionary is large.
 */
import { pinyin } from 'pinyin-pro';

const HAN = /\p{Script=Han}/u;

/**
 * The name's pinyin and its initials in small letters, each on a line; ü is v, as keyboards write
 * it. Letters and digits stay. Empty for a name without Chinese.
 */
export function soundsOf(name: string): string {
  if (!HAN.test(name)) return '';
  const syllables = pinyin(name, { toneType: 'none', type: 'array', v: true })
    .map((one) => one.trim().toLowerCase())
    .filter((one) => /^[a-z0-9]+$/.test(one));
  return `${syllables.join('')}\n${syllables.map((one) => one[0]).join('')}`;
}
