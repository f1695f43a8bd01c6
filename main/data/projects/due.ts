/** What stands open with a deadline beside the ledgers: milestones of projects. */
import { prepared, type Reader } from '../open.ts';

export interface DueMilestone {
  readonly project: number;
  readonly name: string;
  readonly milestone: string;
  readonly unit: string | null;
  readonly sponsor: string | null;
  readonly owner: string | null;
  readonly person: string | null;
  readonly deadline: string;
}

/** Milestones that are not done, of projects that go on, due up to a full day. */
export function dueMilestones(db: Reader, until: string): readonly DueMilestone[] {
  return prepared(
    db,
    `SELECT project.id AS project, project.name AS name, milestone.name AS milestone, unit.name AS unit, project.sponsor, project.owner, milestone.person, milestone.deadline
     FROM milestone JOIN project ON project.id = milestone.project_id LEFT JOIN unit ON unit.id = coalesce(project.responsible_unit, project.introducer)
     WHERE done_date IS NULL AND milestone.deadline IS NOT NULL AND coalesce(project.stage, '') NOT IN ('dropped', 'stalled') AND milestone.deadline <= ? ORDER BY milestone.deadline, project.id, milestone.place`,
  ).all(until) as DueMilestone[];
}
