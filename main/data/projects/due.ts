/** What stands open with a deadline beside the ledgers: milestones of projects. */
import type { Reader } from '../open.ts';
import { askRows, shape, type RowOf } from '../rows.ts';

const DUE = shape({
  project: 'integer',
  name: 'text',
  milestone: 'text',
  unit: 'text?',
  sponsor: 'text?',
  owner: 'text?',
  person: 'text?',
  deadline: 'text!',
});
export type DueMilestone = RowOf<typeof DUE>;

/** Milestones that are not done, of projects that go on, due up to a full day. */
export function dueMilestones(db: Reader, until: string): readonly DueMilestone[] {
  return askRows(
    db,
    DUE,
    `SELECT project.id AS project, project.name AS name, milestone.name AS milestone, unit.name AS unit, project.sponsor, project.owner, milestone.person, milestone.deadline
     FROM milestone JOIN project ON project.id = milestone.project_id LEFT JOIN unit ON unit.id = coalesce(project.responsible_unit, project.introducer)
     WHERE done_date IS NULL AND milestone.deadline IS NOT NULL AND coalesce(project.stage, '') NOT IN ('dropped', 'stalled') AND milestone.deadline <= ? ORDER BY milestone.deadline, project.id, milestone.place`,
    until,
  );
}
