/** Moments that the core wrote down, as people read them. */

/** 2012-09-30T10:26:05Z → 2012-09-30 10:26 where the people are */
export function timeText(at: string): string {
  const time = new Date(at);
  if (Number.isNaN(time.getTime())) return at;
  const pad = (part: number): string => String(part).padStart(2, '0');
  return `${time.getFullYear()}-${pad(time.getMonth() + 1)}-${pad(time.getDate())} ${pad(time.getHours())}:${pad(time.getMinutes())}`;
}

/** 75 → 剩余2分钟; under a minute in seconds, under 3 seconds 即将完成 */
export function leftText(seconds: number): string {
  if (seconds < 3) return '即将完成';
  return seconds < 60 ? `剩余${Math.ceil(seconds)}秒` : `剩余${Math.ceil(seconds / 60)}分钟`;
}
