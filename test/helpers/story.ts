/**
 * A story: one test told in steps that build on each other. It begins from a book of its own and
 * runs whole, alone and in any order; a step that fails is named.
 */
import { test } from 'vitest';

/** what a whole story may take on a machine that is busy with other things */
const LONG_MS = 900_000;

export type Step = (name: string, work: () => Promise<void> | void) => void;

/** Registers the story under `title` and answers how its steps are told, in order. */
export function story(title: string): Step {
  const steps: { readonly name: string; readonly work: () => Promise<void> | void }[] = [];
  test(
    title,
    async () => {
      for (const { name, work } of steps) {
        try {
          await work();
        } catch (error) {
          if (error instanceof Error) error.message = `in “${name}”: ${error.message}`;
          throw error;
        }
      }
    },
    LONG_MS,
  );
  return (name, work) => void steps.push({ name, work });
}
