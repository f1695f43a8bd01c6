/** The status line: the last sentence, and an undo on offer for ten seconds. */
import { create } from 'zustand';

interface Offer {
  readonly label: string;
  readonly undo: () => void;
}
interface Status {
  readonly sentence: string;
  readonly offer: Offer | null;
}

export const useStatus = create<Status>()(() => ({ sentence: '', offer: null }));

export const say = (sentence: string): void => useStatus.setState({ sentence });

const OFFERED_MS = 10_000;
let ends: ReturnType<typeof setTimeout> | undefined;

export function offerUndo(label: string, undo: () => void): void {
  clearTimeout(ends);
  useStatus.setState({ sentence: label, offer: { label, undo } });
  ends = setTimeout(() => useStatus.setState({ offer: null }), OFFERED_MS);
}
