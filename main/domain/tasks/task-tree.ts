/**
 * The tree of tasks (总任务、分任务): a task names the one above it (上级任务); a name that no task
 * or several bear, and a circle, link to none. Pure.
 */

export interface TreeTask {
  readonly id: number;
  readonly title: string;
  /** the title of the task above, as it is written */
  readonly parent: string | null;
}

/** A task in its place: how deep, and its number within the tree: "2.1". */
export interface Placed<T> {
  readonly task: T;
  readonly depth: number;
  readonly number: string;
}

/** Child → parent, by id. */
export function parentsOf(tasks: readonly TreeTask[]): ReadonlyMap<number, number> {
  const links = namedParents(tasks);
  return new Map([...links].filter(([child]) => !comesBack(child, links)));
}

/** As the titles say it, circles too. */
export function namedParents(tasks: readonly TreeTask[]): ReadonlyMap<number, number> {
  const byTitle = Map.groupBy(tasks, (task) => task.title);
  const links = new Map<number, number>();
  for (const { id, parent } of tasks) {
    const named = (parent === null ? [] : (byTitle.get(parent) ?? [])).filter(
      (one) => one.id !== id,
    );
    const [only] = named;
    if (only !== undefined && named.length === 1) links.set(id, only.id);
  }
  return links;
}

/** Whether the way up from a task comes back to it. */
export function comesBack(from: number, links: ReadonlyMap<number, number>): boolean {
  const seen = new Set<number>();
  for (let at = links.get(from); at !== undefined && !seen.has(at); at = links.get(at)) {
    if (at === from) return true;
    seen.add(at);
  }
  return false;
}

/**
 * Parents before their children, otherwise in the order given; a task whose parent is not among
 * them is a root.
 */
export function inTreeOrder<T extends TreeTask>(tasks: readonly T[]): readonly Placed<T>[] {
  const links = parentsOf(tasks);
  const under = Map.groupBy(tasks, (task) => links.get(task.id) ?? null);
  const walk = (of: number | null, depth: number, above: string): readonly Placed<T>[] =>
    (under.get(of) ?? []).flatMap((task, at) => {
      const number = above === '' ? String(at + 1) : `${above}.${at + 1}`;
      return [{ task, depth, number }, ...walk(task.id, depth + 1, number)];
    });
  return walk(null, 0, '');
}
