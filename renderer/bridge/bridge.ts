/**
 * The one place that touches the bridge: calls that answer or throw their fault, events, and a hook
 * that keeps what the core answered and asks again when it changed.
 */
import { QueryClient, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
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

/**
 * Handles for files and folders let go over the page; what is no file of this machine is left out.
 * @throws BridgeFault
 */
export async function handlesOf(files: readonly File[]): Promise<Output<'shell.dropped'>> {
  await window.countyPlanner.drop(files);
  return call('shell.dropped', {});
}

type Area = Events['changed']['areas'][number];
/** Of which changes an answer is asked again; 'records': of all but those of imports. */
export type Areas = readonly Area[] | 'records';

declare module '@tanstack/react-query' {
  interface Register {
    queryMeta: { readonly areas: Areas };
  }
}

const touches = (areas: Areas, changed: readonly Area[]): boolean =>
  areas === 'records'
    ? changed.some((area) => area !== 'imports')
    : changed.some((area) => areas.includes(area));

/** so long an answer that is on no screen is taken as it is, where nothing changed */
const STALE_MS = 60_000;

/** Answers of the core, each kept once however many parts of the page ask for it. */
const answers = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: STALE_MS,
      retry: false,
      networkMode: 'always',
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
    },
  },
});

/**
 * Asks again what is on the screen and was touched by a change; all else when it comes back there.
 * Answers how to stop.
 */
export function followChanges(): () => void {
  return onCoreEvent('changed', ({ areas }) => {
    void answers.invalidateQueries({ refetchType: 'none' });
    void answers.refetchQueries({
      type: 'active',
      predicate: ({ observers }) =>
        observers.some(({ options }) => touches(options.meta?.areas ?? [], areas)),
    });
  });
}

export interface AskedCall<T, I> {
  readonly value: T | null;
  /** what the value answers */
  readonly answers: I | null;
  /** another number: the same question was answered anew */
  readonly revision: number;
  readonly fault: FaultData | null;
  /** the value answers this very question, and no newer answer is under way */
  readonly fresh: boolean;
  readonly reload: () => void;
}

interface Answer<N extends CallName> {
  readonly input: Input<N>;
  readonly value: Output<N>;
}

/**
 * What `name` answers, asked again when one of `areas` changed. Until there is an answer to a new
 * question, and where there is none, the last one stays; without input nothing is asked.
 */
export function useCall<N extends CallName>(
  name: N,
  input: Input<N> | null,
  areas: Areas = [],
): AskedCall<Output<N>, Input<N>> {
  const { data, error, isFetching, dataUpdatedAt, refetch } = useQuery<Answer<N>>(
    {
      queryKey: [name, input],
      queryFn: async () => {
        const asked = input as Input<N>;
        return { input: asked, value: await call(name, asked) };
      },
      enabled: input !== null,
      meta: { areas },
    },
    answers,
  );
  const [last, setLast] = useState<{ answer: Answer<N>; at: number } | null>(null);
  const [answer, at] =
    data === undefined ? [last?.answer ?? null, last?.at ?? 0] : [data, dataUpdatedAt];
  if (input === null && last !== null) setLast(null);
  else if (data !== undefined && (last?.answer !== data || last.at !== at))
    setLast({ answer: data, at });
  const reload = useCallback(() => void refetch(), [refetch]);
  const fault = useMemo(() => (error === null ? null : faultOf(error)), [error]);
  if (input === null)
    return { value: null, answers: null, revision: 0, fault: null, fresh: true, reload };
  return {
    value: answer?.value ?? null,
    answers: answer?.input ?? null,
    revision: at,
    fault,
    fresh: data !== undefined && fault === null && !isFetching,
    reload,
  };
}

/** Anything thrown, as a fault with a sentence. */
export function faultOf(error: unknown): FaultData {
  return error instanceof BridgeFault
    ? error.fault
    : { code: 'unexpected', params: { detail: String(error) } };
}
