/**
 * The panel beside a sheet: blocks with heads; in the largest text on a narrow screen it folds to a
 * strip of names (Alt+1…3).
 */
import { useEffect, useState, type ReactElement, type ReactNode } from 'react';
import './sheet-page.css';
import './side.css';

export interface SideBlock {
  readonly name: string;
  readonly head: ReactNode;
  readonly body: ReactNode;
}

export function Side({
  label,
  blocks,
}: {
  readonly label: string;
  readonly blocks: readonly SideBlock[];
}): ReactElement {
  const [open, setOpen] = useState<number | null>(null);
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const digit = /^Digit([1-9])$/.exec(event.code)?.[1];
      const at = Number(digit) - 1;
      if (!event.altKey || event.ctrlKey || digit === undefined || at >= blocks.length) return;
      event.preventDefault();
      setOpen((now) => (now === at ? null : at));
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [blocks.length]);
  return (
    <aside className={`side${open === null ? '' : ' is-open'}`} aria-label={label}>
      <div className="strip">
        {blocks.map(({ name }, at) => (
          <button
            key={name}
            type="button"
            aria-expanded={open === at}
            onClick={() => setOpen(open === at ? null : at)}
          >
            {name}
          </button>
        ))}
      </div>
      {blocks.map(({ name, head, body }, at) => (
        <section key={name} aria-label={name} className={open === at ? 'shown' : ''}>
          <h2>{head}</h2>
          {body}
        </section>
      ))}
    </aside>
  );
}
