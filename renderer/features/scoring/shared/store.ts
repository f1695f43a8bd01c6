/**
 * What 考核 is looking at: the part of the page, the period, whom; and a scheme that is being
 * written or tried, not saved yet.
 */
import { create } from 'zustand';
import type { Scheme } from '../../../../main/domain/scoring/scheme.ts';
import type { PeriodKind } from '../../../../main/domain/scoring/period.ts';
import { isLike, keepDraft, keptDraft } from '../../../stores/drafts.ts';

export const PARTS = [
  { value: 'scores', label: '得分' },
  { value: 'scheme', label: '办法' },
  { value: 'published', label: '公布与申诉' },
  { value: 'rewards', label: '奖励' },
] as const;
export type ScoringPart = (typeof PARTS)[number]['value'];

/** of 得分: one unit's arithmetic beside the places, or all units with all items */
export type ScoresView = 'one' | 'all';

interface Scoring {
  readonly view: ScoresView;
  readonly part: ScoringPart;
  readonly kind: PeriodKind;
  /** key of the unit or person whose sheet is open */
  readonly who: string | null;
  /** the scheme as it is being written; null: nothing but the saved one */
  readonly draft: Scheme | null;
  /** code of the item open in the editor; "" is the head of the scheme */
  readonly item: string;
}
/** Outlives the window under this name. */
const DRAFT = 'scheme';
const NO_DRAFT = {};
const isScheme = isLike<Pick<Scheme, 'name' | 'year' | 'sheets' | 'groups' | 'items' | 'grades'>>({
  name: '',
  year: 0,
  sheets: [],
  groups: [],
  items: [],
  grades: [],
});
const kept = keptDraft(DRAFT, (found): found is Scheme => isScheme(found));

export const useScoring = create<Scoring>()(() => ({
  view: 'one',
  part: 'scores',
  kind: 'month',
  who: null,
  draft: kept,
  item: '',
}));

export const openPart = (part: ScoringPart): void => useScoring.setState({ part });
export const choosePeriodKind = (kind: PeriodKind): void => useScoring.setState({ kind });
export const showView = (view: ScoresView): void => useScoring.setState({ view });
export const chooseWho = (who: string | null): void => useScoring.setState({ who });
export const openItem = (item: string): void => useScoring.setState({ item });
export const draftScheme = (draft: Scheme | null): void => useScoring.setState({ draft });

keepDraft(DRAFT, () => useScoring.getState().draft ?? NO_DRAFT);
