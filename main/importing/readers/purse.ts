/**
 * An estimate of the memory that a workbook's rows and texts take, so that none grows until the
 * core dies of it.
 */
import { MOST_KEPT } from './limits.ts';
import { tooLarge } from './trouble.ts';

const [SLOT, ROW, TEXT] = [12, 32, 32];

export class Purse {
  private kept = 0;

  text(text: string): void {
    this.kept += TEXT + text.length * 2;
    this.check();
  }

  /** A row of so many cells, empty ones included. */
  row(cells: number): void {
    this.kept += ROW + cells * SLOT;
    this.check();
  }

  private check(): void {
    if (this.kept > MOST_KEPT) throw tooLarge('rows and texts', this.kept);
  }
}
