/**
 * What was typed and is not yet in the pages: shown at once, kept with a mark where it was refused.
 */
import type { GridEdit, GridRow } from './model.ts';

export interface PendingCell {
  readonly text: string;
  readonly state: 'saving' | 'saved' | 'refused';
  /** newer rows came while it was being saved */
  readonly seen: boolean;
}
export type PendingRow = ReadonlyMap<string, PendingCell>;

/** the id under which the blank row's cells are kept; no record and no row of the year has it */
export const BLANK = -1;

export class Pending {
  #rows = new Map<number, PendingRow>();

  of(id: number): PendingRow | undefined {
    return this.#rows.get(id);
  }

  cell(id: number, field: string): PendingCell | undefined {
    return this.#rows.get(id)?.get(field);
  }

  begin(edits: readonly GridEdit[]): void {
    for (const edit of edits)
      this.#put(edit.id, edit.field, { text: edit.value ?? '', state: 'saving', seen: false });
  }

  /** The edits are stored: what they typed stays on screen until their rows arrive. */
  saved(edits: readonly GridEdit[]): void {
    for (const { id, field } of edits) {
      const cell = this.cell(id, field);
      if (cell?.state === 'saving')
        this.#put(id, field, cell.seen ? null : { ...cell, state: 'saved' });
    }
  }

  /**
   * One refused cell keeps its text for correction; a refused block goes back to what was there.
   */
  refused(edits: readonly GridEdit[]): void {
    for (const { id, field } of edits) {
      const cell = this.cell(id, field);
      if (cell?.state === 'saving')
        this.#put(id, field, edits.length === 1 ? { ...cell, state: 'refused' } : null);
    }
  }

  drop(id: number, field: string): void {
    this.#put(id, field, null);
  }

  /** All cells of a row. */
  forget(id: number): void {
    this.#rows.delete(id);
  }

  /** The row keeps its text, marked. */
  refuse(id: number): void {
    for (const [field, cell] of this.#rows.get(id) ?? [])
      this.#put(id, field, { ...cell, state: 'refused' });
  }

  arrived(rows: readonly GridRow[]): void {
    if (this.#rows.size === 0) return;
    for (const { id } of rows) {
      for (const [field, cell] of this.#rows.get(id) ?? []) {
        if (cell.state === 'saved') this.#put(id, field, null);
        else if (cell.state === 'saving') this.#put(id, field, { ...cell, seen: true });
      }
    }
  }

  #put(id: number, field: string, cell: PendingCell | null): void {
    const row = new Map(this.#rows.get(id));
    if (cell === null) row.delete(field);
    else row.set(field, cell);
    if (row.size === 0) this.#rows.delete(id);
    else this.#rows.set(id, row);
  }
}
