/** Posts (岗位) and their holders, in the shape in which they are stored and told. */

/**
 * Who holds a post of a unit from a day on; a duty written to the post goes to whoever holds it.
 */
export interface PostTerm {
  readonly id: number;
  readonly unit: string;
  readonly post: string;
  readonly person: string;
  readonly since: string;
  /** the last day; null: still */
  readonly until: string | null;
}
