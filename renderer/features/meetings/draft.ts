/** A meeting as it is typed, and as it is sent. Pure. */
import { textOrNull } from '../../../main/domain/read/text.ts';
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

const isEmpty = (item: ItemDraft): boolean =>
  item.id === null &&
  [item.topic, item.raisedBy, item.decision, item.unit, item.support, item.deadline].every(
    (text) => text.trim() === '',
  );

/** Lines that nobody wrote in are left out. */
export const meetingInputOf = (draft: MeetingDraft): Input<'meetings.save'> => ({
  id: draft.id,
  name: draft.name,
  date: textOrNull(draft.date),
  place: textOrNull(draft.place),
  host: textOrNull(draft.host),
  attendees: textOrNull(draft.attendees),
  items: draft.items
    .filter((item) => !isEmpty(item))
    .map((item) => ({
      id: item.id,
      topic: item.topic,
      raisedBy: textOrNull(item.raisedBy),
      decision: textOrNull(item.decision),
      unit: textOrNull(item.unit),
      support: textOrNull(item.support),
      deadline: textOrNull(item.deadline),
    })),
});
