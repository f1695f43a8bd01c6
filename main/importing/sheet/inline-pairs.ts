/** Names and values in one cell: 项目名称：东山物流园, or several of them one after the other. */
import { isHeaderWord } from './dictionary.ts';

export interface InlinePair {
  readonly name: string;
  readonly value: string | null;
}

/** Who filled the sheet in, when, and in what measure: lines of the sheet, not of a record. */
const OF_THE_SHEET =
  /^(?:填[报表]|制表|审[核批]|报送|统计|单位负责|负责人签|签[字章]|注|说明|附|截[至止]|(?:计量|金额)?单位$)/;

export const isOfTheSheet = (name: string): boolean => OF_THE_SHEET.test(name.trim());

const PAIR =
  /(?:^|[\s；;，,、|])([^\s：:；;，,、|\d]{2,16}?(?:[(（][^()（）]{1,8}[)）])?)\s*[：:]/g;

/** The pairs of a cell that begins with a name; null where it is anything else. */
export function inlinePairs(whole: string): readonly InlinePair[] | null {
  const text = whole.replace(/^\s*(?:[一二三四五六七八九十]{1,3}|\d{1,2})[、.．]\s*/, '');
  if (text.length > 400 || !/[：:]/.test(text)) return null;
  const found = [...text.matchAll(PAIR)].filter(
    (match, at) => isHeaderWord(match[1] ?? '') || (at === 0 && match.index === 0),
  );
  const [first] = found;
  if (first === undefined || text.slice(0, first.index).trim() !== '') return null;
  if (isOfTheSheet(first[1] ?? '')) return null;
  const pairs = found.map((match, at): InlinePair => {
    const value = text
      .slice(match.index + match[0].length, found[at + 1]?.index ?? text.length)
      .trim()
      .replace(/[；;，,、|]$/, '');
    return { name: match[1] ?? '', value: value === '' ? null : value };
  });
  // a name alone is one whose value stands beside it
  return pairs.length === 1 && pairs[0]?.value === null ? null : pairs;
}
