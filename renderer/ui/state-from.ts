/**
 * A state that begins anew when what it was begun from is another: a choice for the month that is
 * shown, a form of the answer that came.
 */
import { useState } from 'react';

type From = readonly unknown[];
const same = (one: From, other: From): boolean =>
  one.length === other.length && one.every((part, at) => Object.is(part, other[at]));

/** `begin`: given what the state was before, where there was one. */
export function useStateFrom<T>(
  from: From,
  begin: (before: T | undefined) => T,
): readonly [T, (state: T) => void] {
  const [held, setHeld] = useState(() => ({ from, state: begin(undefined) }));
  const now = same(held.from, from) ? held : { from, state: begin(held.state) };
  if (now !== held) setHeld(now);
  return [now.state, (state) => setHeld({ from, state })];
}
