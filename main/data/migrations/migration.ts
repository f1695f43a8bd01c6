/** One step of the database from a version to the next. */
export interface Migration {
  readonly version: number;
  readonly sql: string;
}
