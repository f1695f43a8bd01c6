/** The columns of a printed table: which are printed, and in which order. */
import { Button, Checkbox } from 'antd';
import type { ReactElement } from 'react';

export interface LayoutColumn {
  readonly key: string;
  readonly label: string;
}

export function LayoutColumns({
  columns,
  chosen,
  onChange,
}: {
  readonly columns: readonly LayoutColumn[];
  /** keys in their order; absent: all as they are */
  readonly chosen: readonly string[] | undefined;
  readonly onChange: (chosen: string[] | undefined) => void;
}): ReactElement | null {
  if (columns.length < 2) return null;
  const own = columns.map((one) => one.key);
  const shown = (chosen ?? own).filter((key) => own.includes(key));
  const ordered = [...shown, ...own.filter((key) => !shown.includes(key))];
  const done = (next: readonly string[]): void =>
    onChange(next.join('\n') === own.join('\n') || next.length === 0 ? undefined : [...next]);
  const moved = (key: string, by: number): void => {
    const at = shown.indexOf(key);
    const next = shown.toSpliced(at, 1).toSpliced(at + by, 0, key);
    done(next);
  };
  return (
    <div className="rp-order" role="group" aria-label="各列次序">
      {ordered.map((key) => {
        const label = columns.find((one) => one.key === key)?.label ?? key;
        const at = shown.indexOf(key);
        return (
          <div key={key}>
            <Checkbox
              checked={at >= 0}
              onChange={(event) =>
                done(event.target.checked ? [...shown, key] : shown.filter((one) => one !== key))
              }
            >
              {label}
            </Checkbox>
            <Button
              size="small"
              aria-label={`${label}前移`}
              disabled={at <= 0}
              onClick={() => moved(key, -1)}
            >
              ↑
            </Button>
            <Button
              size="small"
              aria-label={`${label}后移`}
              disabled={at < 0 || at === shown.length - 1}
              onClick={() => moved(key, 1)}
            >
              ↓
            </Button>
          </div>
        );
      })}
    </div>
  );
}
