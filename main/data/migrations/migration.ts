/** One step of the database from a version to the next. */
import type Database from 'better-sqlite3';

export interface Migration {
  readonly version: number;
  readonly sql: string;
  /**
   * what SQL alone cannot say, after it and in the same transaction; it knows the book as that
   * version had it and nothing of later code
   */
  readonly rewrite?: (db: Database.Database) => void;
}
