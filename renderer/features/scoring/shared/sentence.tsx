/**
 * A rule's line as data: words with boxes between them, each box a field of the rule or of one of
 * its lines.
 */
import { Button, Input, Segmented } from 'antd';
import { Fragment, type ReactElement, type ReactNode } from 'react';
import { RuleFigure } from './figure.tsx';

/** Words, words that depend on the rule, or what is drawn for a field. */
export type SentenceBox<T> = string | { draw(of: T, put: (next: T) => void): ReactNode };

/**
 * A figure; where `empty` says what an empty box means it may be left empty, else an empty one is
 * 0.
 */
export const figure = <K extends string, T extends Readonly<Record<K, string | null>>>(
  key: K,
  label: string,
  empty?: string,
): SentenceBox<T> => ({
  draw: (of, put) => (
    <RuleFigure
      label={label}
      value={of[key]}
      {...(empty === undefined ? {} : { empty })}
      onChange={(value) => put({ ...of, [key]: value ?? (empty === undefined ? '0' : null) })}
    />
  ),
});

/** A place: a whole number from 1; none where `empty` says what that means. */
export const place = <K extends string, T extends Readonly<Record<K, number | null>>>(
  key: K,
  label: string,
  empty?: string,
): SentenceBox<T> => ({
  draw: (of, put) => (
    <RuleFigure
      label={label}
      value={of[key] === null ? null : String(of[key])}
      {...(empty === undefined ? {} : { empty })}
      onChange={(value) =>
        put({
          ...of,
          [key]:
            value === null && empty !== undefined
              ? null
              : Math.max(1, Math.trunc(Number(value ?? '1'))),
        })
      }
    />
  ),
});

export const words = <K extends string, T extends Readonly<Record<K, string>>>(
  key: K,
  label: string,
  id?: string,
): SentenceBox<T> => ({
  draw: (of, put) => (
    <Input
      {...(id === undefined ? { 'aria-label': label } : { id })}
      value={of[key]}
      onChange={(event) => put({ ...of, [key]: event.target.value })}
    />
  ),
});

/** Words that may be missing: an empty box is none. */
export const wordsOrNone = <K extends string, T extends Readonly<Record<K, string | null>>>(
  key: K,
  label: string,
  placeholder: string,
): SentenceBox<T> => ({
  draw: (of, put) => (
    <Input
      aria-label={label}
      value={of[key] ?? ''}
      placeholder={placeholder}
      onChange={(event) =>
        put({ ...of, [key]: event.target.value.trim() === '' ? null : event.target.value.trim() })
      }
    />
  ),
});

/** One of a few. */
export const choiceAmong = <K extends string, V extends string, T extends Readonly<Record<K, V>>>(
  key: K,
  label: string,
  options: readonly { readonly value: V; readonly label: string }[],
): SentenceBox<T> => ({
  draw: (of, put) => (
    <Segmented<V>
      aria-label={label}
      value={of[key]}
      options={[...options]}
      onChange={(chosen) => put({ ...of, [key]: chosen })}
    />
  ),
});

/** Words out of the rule itself, and boxes that stand there only sometimes. */
export const drawn = <T,>(draw: (of: T, put: (next: T) => void) => ReactNode): SentenceBox<T> => ({
  draw,
});

export function Boxes<T>({
  boxes,
  of,
  put,
}: {
  readonly boxes: readonly SentenceBox<T>[];
  readonly of: T;
  readonly put: (next: T) => void;
}): ReactElement {
  return (
    <>
      {boxes.map((box, at) => (
        <Fragment key={at}>{typeof box === 'string' ? box : box.draw(of, put)}</Fragment>
      ))}
    </>
  );
}

/** Lines of the same boxes, added and taken away. */
export function BoxLines<T>({
  label,
  list,
  boxes,
  least,
  more,
  less,
  next,
  onChange,
}: {
  readonly label: string;
  readonly list: readonly T[];
  readonly boxes: readonly SentenceBox<T>[];
  /** so many stay */
  readonly least: number;
  /** the words of the button that adds one */
  readonly more: string;
  /** the name of the button that takes one away */
  readonly less: (at: number) => string;
  /** a line that is added */
  readonly next: (list: readonly T[]) => T;
  readonly onChange: (list: T[]) => void;
}): ReactElement {
  return (
    <div className="sc-lines" role="group" aria-label={label}>
      {list.map((one, at) => (
        <div key={at} className="sc-line">
          <Boxes boxes={boxes} of={one} put={(put) => onChange(list.with(at, put))} />
          <Button
            size="small"
            aria-label={less(at)}
            disabled={list.length <= least}
            onClick={() => onChange(list.toSpliced(at, 1))}
          >
            ✕
          </Button>
        </div>
      ))}
      <Button size="small" onClick={() => onChange([...list, next(list)])}>
        {more}
      </Button>
    </div>
  );
}
