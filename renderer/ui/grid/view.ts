/**
 * Where things are on screen: scrolls a cell into sight and keeps the one textarea over the active
 * cell.
 */
import type { Place } from './block.ts';

export interface Measures {
  readonly row: number;
  readonly head: number;
  readonly number: number;
  readonly widths: readonly number[];
  /** columns that do not scroll */
  readonly frozen: number;
  /** lines at the top that do not scroll */
  readonly pinned: number;
}

export const sumOfWidths = (widths: readonly number[]): number =>
  widths.reduce((total, width) => total + width, 0);

export class GridView {
  readonly scroller: HTMLElement;
  readonly input: HTMLTextAreaElement;
  measures: Measures = { row: 28, head: 0, number: 38, widths: [], frozen: 0, pinned: 0 };

  constructor(scroller: HTMLElement, input: HTMLTextAreaElement) {
    this.scroller = scroller;
    this.input = input;
  }

  /** whole lines between head and total */
  get page(): number {
    const { row, head, pinned } = this.measures;
    return Math.max(1, Math.floor((this.scroller.clientHeight - head - row) / row) - pinned - 1);
  }

  toTop(): void {
    this.scroller.scrollTop = 0;
  }

  reveal({ line, column }: Place): void {
    const { row, head, number, widths, frozen, pinned } = this.measures;
    const height = this.scroller.clientHeight - head - row;
    const top = line * row;
    if (line >= pinned && top - pinned * row < this.scroller.scrollTop)
      this.scroller.scrollTop = top - pinned * row;
    else if (line >= pinned && top + row > this.scroller.scrollTop + height)
      this.scroller.scrollTop = top + row - height;
    if (column < frozen) return;
    const kept = number + sumOfWidths(widths.slice(0, frozen));
    const left = sumOfWidths(widths.slice(0, column)) + number;
    const right = left + (widths[column] ?? 0);
    if (left - kept < this.scroller.scrollLeft) this.scroller.scrollLeft = left - kept;
    else if (right > this.scroller.scrollLeft + this.scroller.clientWidth)
      this.scroller.scrollLeft = right - this.scroller.clientWidth;
  }

  /** Puts the textarea over the cell, so that the editor and the IME's window open there. */
  cover({ line, column }: Place): void {
    const { row, head, number, widths, frozen, pinned } = this.measures;
    const left =
      number +
      sumOfWidths(widths.slice(0, column)) -
      (column < frozen ? 0 : this.scroller.scrollLeft);
    const style = this.input.style;
    style.left = `${left}px`;
    style.top = `${head + line * row - (line < pinned ? 0 : this.scroller.scrollTop)}px`;
    style.minWidth = `${(widths[column] ?? 0) - 1}px`;
    style.minHeight = `${row - 1}px`;
  }

  /**
   * An open editor follows its cell. Frozen cells stick only while there is something to stick
   * against: each costs a layer.
   */
  scrolled(active: Place, isEditing: boolean): void {
    this.scroller.classList.toggle('aside', this.scroller.scrollLeft > 0);
    if (isEditing) this.cover(active);
  }

  focus(): void {
    this.input.focus({ preventScroll: true });
  }
}
