/**
 * The sentence for anything that a call threw, and calls that say in the status line how they went.
 */
import { BridgeFault } from '../bridge/bridge.ts';
import { faultText } from '../format/fault.ts';
import { say } from './status.ts';

export function sentenceOf(fault: unknown): string {
  if (fault instanceof BridgeFault) return faultText(fault.fault);
  return fault instanceof Error ? fault.message : String(fault);
}

/** Says `done`, or why it did not happen. @returns whether it happened */
export async function tell<T>(
  work: Promise<T>,
  done: string | ((value: T) => string),
): Promise<boolean> {
  try {
    const value = await work;
    say(typeof done === 'string' ? done : done(value));
    return true;
  } catch (fault) {
    say(sentenceOf(fault));
    return false;
  }
}

/** A batch of the grid's edits; rejects with the sentence that the grid shows. */
export async function orSentence<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (fault) {
    throw new Error(sentenceOf(fault), { cause: fault });
  }
}
