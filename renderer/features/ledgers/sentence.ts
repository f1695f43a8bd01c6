/** The sentence for anything that a call threw. */
import { BridgeFault } from '../../bridge.ts';
import { faultText } from '../../format/fault.ts';

export function sentenceOf(fault: unknown): string {
  if (fault instanceof BridgeFault) return faultText(fault.fault);
  return fault instanceof Error ? fault.message : String(fault);
}
