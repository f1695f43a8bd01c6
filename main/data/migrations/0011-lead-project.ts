/** The leads that became a project are looked up by its name, not looked for among all. */
import type { Migration } from './migration.ts';

export const leadProjectIndex: Migration = {
  version: 11,
  sql: 'CREATE INDEX lead_project ON lead (project) WHERE project IS NOT NULL;',
};
