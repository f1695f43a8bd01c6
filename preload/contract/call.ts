/** How a call is declared: its input's schema, its answer's type, and whether it writes. */
import type { z } from 'zod';

export interface Call<
  Input extends z.ZodType = z.ZodType,
  Output = unknown,
  Writes extends boolean = boolean,
> {
  readonly input: Input;
  /** false: the core answers it on a connection that SQLite keeps from writing */
  readonly writes: Writes;
  /** carries the answer's type only; never set */
  readonly output?: Output;
}

/** `asks<Answer>()(schema)`: a call that only reads the book. */
export const asks =
  <Output>() =>
  <Input extends z.ZodType>(input: Input): Call<Input, Output, false> => ({ input, writes: false });
/** `does<Answer>()(schema)`: a call that changes something. */
export const does =
  <Output>() =>
  <Input extends z.ZodType>(input: Input): Call<Input, Output, true> => ({ input, writes: true });

export type InputOf<C> = C extends Call<infer Input, unknown> ? z.input<Input> : never;
export type ParsedOf<C> = C extends Call<infer Input, unknown> ? z.output<Input> : never;
export type OutputOf<C> = C extends Call<z.ZodType, infer Output> ? Output : never;

/** The values of a list of choices, as a schema's enum wants them. */
export const choiceCodes = <T extends string>(
  list: readonly { readonly value: T }[],
): [T, ...T[]] => list.map((one) => one.value) as [T, ...T[]];
