/**
 * Who is part of whom (上级项目): what may be, what a new name carries along, and a project's own
 * relatives.
 */
import type { Life, ProjectName } from '../../../preload/contract/project-life.ts';
import {
  ancestorsOf,
  childrenOf,
  countNamed,
  namingParent,
  parentOf,
  type LinkedProject,
  namesakesOf,
} from '../../data/derived/project-links.ts';
import { leadsNaming } from '../../data/projects/lead-counts.ts';
import { arrivalIds } from '../../data/projects/project-parts.ts';
import type { Reader } from '../../data/open.ts';
import type { Writing } from '../../data/write.ts';
import type { SqlValue } from '../../data/rows.ts';
import { Fault } from '../../domain/fault.ts';
import { yuanText } from '../../domain/exact/money.ts';
import { ledgerNamed, storedRow } from '../records/query.ts';

interface Named {
  readonly id: number;
  readonly name: string;
}

/** @throws Fault project.parent */
export function refuseParent(db: Reader, child: Named, parent: Named): void {
  if (child.id === parent.id)
    throw new Fault('project.parent', { problem: '项目不能是自己的上级。选另一个项目' });
  if (ancestorsOf(db, parent.id).includes(child.id))
    throw new Fault('project.parent', {
      problem: `“${parent.name}”是“${child.name}”的下级，不能反过来。请先取消原来的上级`,
    });
  const same = countNamed(db, parent.name);
  if (same > 1)
    throw new Fault('project.parent', {
      problem: `有${same}个项目名为“${parent.name}”，无法确定是哪个。请先改名或合并`,
    });
}

/**
 * What is typed into 上级项目: refused where it makes a circle, or hides arrivals; a name that is
 * no project's is kept as it stands.
 */
export function refuseTypedParent(db: Reader, id: number, name: string, parent: SqlValue): void {
  if (typeof parent !== 'string') return;
  const named = namesakesOf(db, parent, id);
  const [only] = named;
  if (parent === name && only === undefined)
    throw new Fault('project.parent', { problem: '项目不能是自己的上级。选另一个项目' });
  if (only === undefined || named.length > 1) return;
  refuseParent(db, { id, name }, only);
  if (arrivalIds(db, only.id).length > 0)
    throw new Fault('project.parent', {
      problem: `“${only.name}”自己登记了到位资金，有了子项目就不再计。在项目的“上下级”里设，到位资金一起转过来`,
    });
}

/** A new name goes into what names the project: its children and its leads. */
export function carryName(writing: Writing, id: number, before: string, after: string): void {
  if (countNamed(writing.db, before) > 1) return;
  for (const child of namingParent(writing.db, before))
    if (child !== id) writing.update('project', child, { parent: after });
  for (const lead of leadsNaming(writing.db, before))
    writing.update('lead', lead, { project: after });
}

/** @throws Fault project.parent where it has children: its money is counted there */
export function refuseParentsMoney(db: Reader, id: number): void {
  const [child] = childrenOf(db, id);
  if (child !== undefined)
    throw new Fault('project.parent', {
      problem: `这个项目由子项目计，到位资金登记在子项目上（如“${child.name}”）`,
    });
}

const named = (row: LinkedProject): ProjectName => ({
  id: row.id,
  name: row.name,
  stage: row.stage,
  total: row.total === null ? null : yuanText(row.total),
  currency: row.currency,
});

export function familyOf(
  db: Reader,
  id: number,
): Pick<Life, 'parent' | 'children' | 'unlinked' | 'counted'> {
  const [parent, children] = [parentOf(db, id), childrenOf(db, id).map(named)];
  const said = storedRow(db, ledgerNamed('project'), id)['parent'];
  return {
    parent: parent === null ? null : named(parent),
    children,
    unlinked: parent === null && typeof said === 'string' ? whyUnlinked(db, id, said) : null,
    counted: children.length === 0,
  };
}

function whyUnlinked(db: Reader, id: number, said: string): string {
  const found = namesakesOf(db, said, id).length;
  if (found === 0) return `没有名为“${said}”的项目`;
  return found > 1
    ? `有${found}个项目名为“${said}”，无法确定是哪个`
    : `“${said}”的上级绕回了这个项目`;
}
