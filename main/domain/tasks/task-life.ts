/**
 * What hangs on a task, in the shape in which it is stored and told: monthly notes, 催办, and the
 * joint meetings whose decisions become tasks.
 */

export interface TaskNote {
  readonly id: number;
  /** "2012-09" */
  readonly month: string;
  readonly note: string;
  readonly who: string | null;
}
/** 催办: who was pressed, when and how, and what came back. */
export interface Chase {
  readonly id: number;
  readonly date: string | null;
  readonly whom: string;
  readonly how: string | null;
  readonly who: string | null;
  readonly demand: string | null;
  readonly reply: string | null;
  readonly replied: string | null;
}
/** A joint meeting without what it decided. */
export interface MeetingHead {
  readonly id: number;
  readonly name: string;
  readonly date: string | null;
  readonly place: string | null;
  readonly host: string | null;
  readonly attendees: string | null;
}
