/** Months written out: 一至十一月, 前九个月. */
const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];
/** 十一月份, 一至十一月: months written out, as digits. */
export const monthsInDigits = (word: string): string =>
  word
    .replace(
      /(?<=年|[-—–~～至到前]|^)(十[一二]?|[一二三四五六七八九])(?=个?月)/,
      (numeral) => `${NUMERALS.indexOf(numeral) + 1}`,
    )
    .replace(/^一月?(?=[-—–~～至到]\d{1,2}月)/, '1');
