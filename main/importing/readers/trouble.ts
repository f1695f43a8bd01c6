/**
 * Why a file cannot be read, as the readers tell each other; readers/index.ts makes it a fault with
 * the file's name.
 */

export type TroubleKind =
  | 'damaged'
  | 'encrypted'
  | 'notWorkbook'
  | 'tooLarge'
  /** not for this reader: another may know it */
  | 'unfamiliar';

export class Trouble extends Error {
  readonly kind: TroubleKind;
  /** how large the file turned out to be, where that is the trouble */
  readonly size: number;
  constructor(kind: TroubleKind, detail: string, size = 0) {
    super(`${kind}: ${detail}`);
    this.name = 'Trouble';
    this.kind = kind;
    this.size = size;
  }
}

export const damagedFile = (detail: string): Trouble => new Trouble('damaged', detail);
export const tooLarge = (detail: string, size: number): Trouble =>
  new Trouble('tooLarge', detail, size);
