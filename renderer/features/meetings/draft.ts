/** A meeting as it is typed, and as it is sent. Pure. */
import type { Meeting } from '../../../preload/contract/tasks.ts';
import type { Input } from '../../../preload/contract/index.ts';

export interface ItemDraft {
  readonly id: number | null;
  readonly topic: string;
  readonly raisedBy: string;
  readonly decision: string;
  readonly unit: string;
  readonly support: string;
  readonly deadline: string;
  readonly task: { readonly id: number; readonly state: string } | null;
}
export interface MeetingDraft {
  readonly id: number | null;
  readonly name: string;
  readonly date: string;
  readonly place: string;
  readonly host: string;
  readonly attendees: string;
  readonly items: readonly ItemDraft[];
}

export const NO_ITEM: ItemDraft = {
  id: null,
  topic: '',
  raisedBy: '',
  decision: '',
  unit: '',
  support: '',
  deadline: '',
  task: null,
};
export const NO_MEETING: MeetingDraft = {
  id: null,
  name: '',
  date: '',
  place: '',
  host: '',
  attendees: '',
  items: [NO_ITEM],
};

export const meetingDraftOf = (meeting: Meeting): MeetingDraft => ({
  id: meeting.id,
  name: meeting.name,
  date: meeting.date ?? '',
  place: meeting.place ?? '',
  host: meeting.host ?? '',
  attendees: meeting.attendees ?? '',
  items: meeting.items.map((item) => ({
    ...item,
    raisedBy: item.raisedBy ?? '',
    decision: item.decision ?? '',
    unit: item.unit ?? '',
    support: item.support ?? '',
    deadline: item.deadline ?? '',
  })),
});

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());
const isEmpty = (item: ItemDraft): boolean =>
  item.id === null &&
  [item.topic, item.raisedBy, item.decision, item.unit, item.support, item.deadline].every(
    (text) => text.trim() === '',
  );

/** Lines that nobody wrote in are left out. */
export const meetingInputOf = (draft: MeetingDraft): Input<'meetings.save'> => ({
  id: draft.id,
  name: draft.name,
  date: orNull(draft.date),
  place: orNull(draft.place),
  host: orNull(draft.host),
  attendees: orNull(draft.attendees),
  items: draft.items
    .filter((item) => !isEmpty(item))
    .map((item) => ({
      id: item.id,
      topic: item.topic,
      raisedBy: orNull(item.raisedBy),
      decision: orNull(item.decision),
      unit: orNull(item.unit),
      support: orNull(item.support),
      deadline: orNull(item.deadline),
    })),
});
