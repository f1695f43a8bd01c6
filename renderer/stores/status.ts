/** The status line: what is selected, the last sentence, and an undo on offer for ten seconds. */
import { create } from 'zustand';

interface Offer {
  readonly label: string;
  readonly undo: () => void;
}
/** A word with its figure: 求和 169,300 万元. */
export interface StatusFact {
  readonly label: string;
  readonly figure: string;
  readonly measure: string;
}
interface Status {
  readonly facts: readonly StatusFact[];
  /** how much there is to see: 13条 */
  readonly extent: string;
  readonly sentence: string;
  readonly offer: Offer | null;
}

export const useStatus = create<Status>()(() => ({
  facts: [],
  extent: '',
  sentence: '',
  offer: null,
}));

export const showFacts = (facts: readonly StatusFact[], extent: string): void =>
  useStatus.setState({ facts, extent });

/** A sentence belongs to the page it was said on; what can still be undone is kept. */
export const forgetStatus = (): void =>
  useStatus.setState(({ sentence, offer }) => ({ sentence: offer === null ? '' : sentence }));

const OFFERED_MS = 10_000;
let ends: ReturnType<typeof setTimeout> | undefined;

/** A new sentence ends an offer: what 撤销 would take back must be what the line speaks of. */
export function say(sentence: string): void {
  clearTimeout(ends);
  useStatus.setState({ sentence, offer: null });
}

/** Takes the offer, once. */
export function takeOffer(): void {
  const { offer } = useStatus.getState();
  say('');
  offer?.undo();
}

export function offerUndo(label: string, undo: () => void): void {
  say('');
  useStatus.setState({ sentence: label, offer: { label, undo } });
  ends = setTimeout(() => useStatus.setState({ offer: null }), OFFERED_MS);
}
