/** The one place that touches the bridge: calls that answer or throw their fault, events, and a hook that asks and asks again. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type {
  Bridge,
  CallName,
  EventName,
  Events,
  Input,
  Output,
} from '../../preload/contract/index.ts';
import type { FaultData } from '../../main/domain/fault.ts';

declare global {
  interface Window {
    readonly countyPlanner: Bridge;
  }
}

/** A refusal of the core, with its code and figures; `faultText` says it. */
export class BridgeFault extends Error {
  readonly fault: FaultData;
  constructor(fault: FaultData) {
    super(fault.code);
    this.name = 'BridgeFault';
    this.fault = fault;
  }
}

/** @throws BridgeFault */
export async function call<N extends CallName>(name: N, input: Input<N>): Promise<Output<N>> {
  const reply = await window.countyPlanner.call(name, input);
  if (!reply.ok) throw new BridgeFault(reply.fault);
  return reply.value;
}

export function onCoreEvent<E extends EventName>(
  event: E,
  listener: (data: Events[E]) => void,
): () => void {
  return window.countyPlanner.on(event, listener);
}

/** Handles for files and folders let go over the page; what is no file of this machine is left out. @throws BridgeFault */
export async function handlesOf(files: readonly File[]): Promise<Output<'shell.dropped'>> {
  await window.countyPlanner.drop(files);
  return call('shell.dropped', {});
}

type Area = Events['changed']['areas'][number];

export interface AskedCall<T> {
  readonly value: T | null;
  readonly fault: FaultData | null;
  /** the value answers this very question, and no newer answer is under way */
  readonly fresh: boolean;
  readonly reload: () => void;
}

/** Asks `name` and asks again when one of `areas` changed; an answer that a newer question overtook is dropped. Without input nothing is asked. */
export function useCall<N extends CallName>(
  name: N,
  input: Input<N> | null,
  areas: readonly Area[] = [],
): AskedCall<Output<N>> {
  const [state, setState] = useState<{
    value: Output<N> | null;
    fault: FaultData | null;
    answers: string;
  }>({ value: null, fault: null, answers: '' });
  const newest = useRef(0);
  const key = JSON.stringify([name, input]);
  const watched = areas.join(',');
  const reload = useCallback(() => {
    const turn = ++newest.current;
    setState((before) => (before.answers === '' ? before : { ...before, answers: '' }));
    const [, asked] = JSON.parse(key) as [N, Input<N> | null];
    if (asked === null) return setState({ value: null, fault: null, answers: key });
    call(name, asked).then(
      (value) => turn === newest.current && setState({ value, fault: null, answers: key }),
      (error: unknown) =>
        turn === newest.current &&
        setState((before) => ({ value: before.value, fault: faultOf(error), answers: '' })),
    );
  }, [name, key]);
  useEffect(() => {
    reload();
  }, [reload]);
  useEffect(() => {
    if (watched === '') return undefined;
    return onCoreEvent(
      'changed',
      (event) => event.areas.some((area) => watched.split(',').includes(area)) && reload(),
    );
  }, [watched, reload]);
  return { value: state.value, fault: state.fault, fresh: state.answers === key, reload };
}

/** Anything thrown, as a fault with a sentence. */
export function faultOf(error: unknown): FaultData {
  return error instanceof BridgeFault
    ? error.fault
    : { code: 'unexpected', params: { detail: String(error) } };
}
