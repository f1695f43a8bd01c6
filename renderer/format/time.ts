/** What is left of a long work, in words. */

/** 75 → 剩余2分钟; under a minute in seconds, under 3 seconds 即将完成 */
export function leftText(seconds: number): string {
  if (seconds < 3) return '即将完成';
  return seconds < 60 ? `剩余${Math.ceil(seconds)}秒` : `剩余${Math.ceil(seconds / 60)}分钟`;
}
