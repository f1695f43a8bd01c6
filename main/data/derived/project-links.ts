/**
 * Which project is part of which (上级项目): the link that the written name tells, where it tells
 * one; and that a parent is counted by its children.
 */
import { keepFresh } from './project-derived.ts';
import type { Reader, BookWriter } from '../open.ts';
import {
  askCount,
  askRow,
  askRows,
  askValues,
  askWhether,
  shape,
  writer,
  type RowOf,
} from '../rows.ts';

const LINKED = shape({
  id: 'integer',
  name: 'text',
  stage: 'text?',
  total: 'bigint?',
  currency: 'text',
});
export type LinkedProject = RowOf<typeof LINKED>;
const LINK = shape({ child: 'integer', parent: 'integer' });

/** Projects that have children: they are in no sum, their children are. */
export const PARENTS = 'SELECT parent_id FROM project_link';

/** To be called before any question that names `project_link`. */
export function freshLinks(db: Reader): void {
  keepFresh(db, 'links', ['project'], (tx, news) => {
    if (news.since !== null && news.touched('project').length === 0) return;
    relink(tx);
  });
}

/** A name that no project or several have links to none; nor does a circle. */
function relink(db: BookWriter): void {
  const links = askRows(
    db,
    LINK,
    'SELECT child.id AS child, min(parent.id) AS parent FROM project child JOIN project parent ON parent.name = child.parent AND parent.id <> child.id WHERE child.parent IS NOT NULL GROUP BY child.id HAVING count(*) = 1',
  );
  const parents = new Map(links.map(({ child, parent }) => [child, parent]));
  writer(db, 'DELETE FROM project_link').run();
  const add = writer(db, 'INSERT INTO project_link (child_id, parent_id) VALUES (?, ?)');
  for (const { child, parent } of links) if (!runsInCircle(child, parents)) add.run(child, parent);
}

/** Whether the way up from a project comes back to it. */
function runsInCircle(from: number, parents: ReadonlyMap<number, number>): boolean {
  const seen = new Set<number>();
  for (let at = parents.get(from); at !== undefined && !seen.has(at); at = parents.get(at)) {
    if (at === from) return true;
    seen.add(at);
  }
  return false;
}

/** Whether any project is part of another: where none is, sums need not look. */
export function hasLinks(db: Reader): boolean {
  freshLinks(db);
  return askWhether(db, 'SELECT EXISTS (SELECT 1 FROM project_link)');
}

export function parentIds(db: Reader): ReadonlySet<number> {
  freshLinks(db);
  return new Set(askValues(db, 'integer', 'SELECT DISTINCT parent_id FROM project_link'));
}

/** The arrivals of parents, which are in no sum either. */
export function parentArrivals(db: Reader): ReadonlySet<number> {
  freshLinks(db);
  const sql = `SELECT id FROM arrival WHERE project_id IN (${PARENTS})`;
  return new Set(askValues(db, 'integer', sql));
}

const PROJECTS = 'SELECT id, name, stage, total_investment AS total, currency FROM project';

export function childrenOf(db: Reader, id: number): readonly LinkedProject[] {
  freshLinks(db);
  const sql = `${PROJECTS} WHERE id IN (SELECT child_id FROM project_link WHERE parent_id = ?) ORDER BY id`;
  return askRows(db, LINKED, sql, id);
}

export function parentOf(db: Reader, id: number): LinkedProject | null {
  freshLinks(db);
  const sql = `${PROJECTS} WHERE id = (SELECT parent_id FROM project_link WHERE child_id = ?)`;
  return askRow(db, LINKED, sql, id);
}

/** How many projects have this name. */
export const countNamed = (db: Reader, name: string): number =>
  askCount(db, 'SELECT count(*) FROM project WHERE name = ?', name);

const NAMED = shape({ id: 'integer', name: 'text' });
/** The other projects of a name. */
export const namesakesOf = (
  db: Reader,
  name: string,
  besides: number,
): readonly RowOf<typeof NAMED>[] =>
  askRows(db, NAMED, 'SELECT id, name FROM project WHERE name = ? AND id <> ?', name, besides);

/** Ids of the projects that write this name as their 上级项目. */
export const namingParent = (db: Reader, name: string): readonly number[] =>
  askValues(db, 'integer', 'SELECT id FROM project WHERE parent = ? ORDER BY id', name);

/** The projects above one, nearest first. */
export function ancestorsOf(db: Reader, id: number): readonly number[] {
  const found: number[] = [];
  for (let at = parentOf(db, id); at !== null && !found.includes(at.id); at = parentOf(db, at.id))
    found.push(at.id);
  return found;
}
