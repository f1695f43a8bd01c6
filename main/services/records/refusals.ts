/** What was refused of a block of cells, gathered so that one sentence names them all. */
import { Fault, type FaultData } from '../../domain/fault.ts';

const NAMED = 3;

export class Refusals {
  #cells = 0;
  #first: { record: string; fault: FaultData }[] = [];

  /** Does `work`; a refusal is kept under the record's name and answers null. */
  of<T>(record: string, work: () => T): T | null {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      this.#cells += 1;
      if (this.#first.length < NAMED)
        this.#first.push({
          record,
          fault: { code: error.code, params: error.params } as FaultData,
        });
      return null;
    }
  }

  /** @throws Fault block.refused where anything was refused */
  end(): void {
    if (this.#cells > 0)
      throw new Fault('block.refused', { cells: this.#cells, first: this.#first });
  }
}
