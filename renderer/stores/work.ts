/** Long work under way, for the status line: what it is, how far it is, and how to end it. */
import { create } from 'zustand';

export interface Work {
  /** 正在写入台账 */
  readonly label: string;
  /** 0…1; null before the first sign of progress */
  readonly part: number | null;
  /** 1,200 / 20,000 行 */
  readonly extent: string;
  readonly secondsLeft: number | null;
  /** null once it was asked to end */
  readonly cancel: (() => void) | null;
}

export const useWork = create<{ readonly work: Work | null }>()(() => ({ work: null }));

export const showWork = (work: Work | null): void => useWork.setState({ work });
