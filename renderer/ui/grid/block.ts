/** The selected block: an anchor, a cursor, and the rectangle between them. */

export interface Place {
  readonly line: number;
  readonly column: number;
}
export interface Selected {
  /** where typing goes, as in Excel */
  readonly anchor: Place;
  /** the corner that Shift moves */
  readonly cursor: Place;
}
export interface Block {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export const placeAt = (line: number, column: number): Selected => ({
  anchor: { line, column },
  cursor: { line, column },
});

export function blockOf({ anchor, cursor }: Selected): Block {
  return {
    top: Math.min(anchor.line, cursor.line),
    bottom: Math.max(anchor.line, cursor.line),
    left: Math.min(anchor.column, cursor.column),
    right: Math.max(anchor.column, cursor.column),
  };
}

export const isSingle = (block: Block): boolean =>
  block.top === block.bottom && block.left === block.right;

export interface GridBounds {
  readonly lines: number;
  readonly columns: number;
  readonly page: number;
}

const clamp = (value: number, most: number): number =>
  Math.min(Math.max(value, 0), Math.max(most, 0));

/** Where a key leads from `place`; null for a key that does not move. */
export function movedPlace(
  place: Place,
  key: string,
  far: boolean,
  bounds: GridBounds,
): Place | null {
  const [last, end] = [bounds.lines - 1, bounds.columns - 1];
  const to = (line: number, column: number): Place => ({
    line: clamp(line, last),
    column: clamp(column, end),
  });
  switch (key) {
    case 'ArrowUp':
      return to(far ? 0 : place.line - 1, place.column);
    case 'ArrowDown':
      return to(far ? last : place.line + 1, place.column);
    case 'ArrowLeft':
      return to(place.line, far ? 0 : place.column - 1);
    case 'ArrowRight':
      return to(place.line, far ? end : place.column + 1);
    case 'PageUp':
      return to(place.line - bounds.page, place.column);
    case 'PageDown':
      return to(place.line + bounds.page, place.column);
    case 'Home':
      return to(far ? 0 : place.line, 0);
    case 'End':
      return to(far ? last : place.line, end);
    default:
      return null;
  }
}
