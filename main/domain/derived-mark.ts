/**
 * The mark that a printed workbook of worked-out figures carries among its properties: it can be
 * looked at everywhere, and is no source of the figures that it was made from.
 */

export interface Derived {
  /** as it stands above the table: 四个一批汇总表 */
  readonly title: string;
  /** what has to be imported instead */
  readonly source: string;
}

const MARK = /^县计·(.+)·由(.+)算出$/;

export const derivedMark = ({ title, source }: Derived): string => `县计·${title}·由${source}算出`;

export function derivedOf(mark: string): Derived | null {
  const [, title, source] = MARK.exec(mark.trim()) ?? [];
  return title === undefined || source === undefined ? null : { title, source };
}
