/**
 * The figures of a page as buttons over it: a click, or the arrows and Enter, ask where one comes
 * from.
 */
import { useEffect, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { figuresOn, type Pdf, type PageFigure } from './pdf.ts';

export interface FigurePlace {
  readonly part: number;
  readonly row: number;
  /** null: the whole row */
  readonly column: number | null;
}

export function FiguresOnPage({
  pdf,
  number,
  asked,
  onAsk,
}: {
  readonly pdf: Pdf;
  readonly number: number;
  readonly asked: FigurePlace | null;
  readonly onAsk: (place: FigurePlace) => void;
}): ReactElement {
  const figures = useFigures(pdf, number);
  const [at, setAt] = useState(0);
  const group = useRef<HTMLDivElement>(null);
  const current = Math.min(at, Math.max(0, figures.length - 1));
  const move = (event: KeyboardEvent): void => {
    const by = STEPS[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(figures.length - 1, current + by));
    setAt(next);
    group.current?.querySelectorAll('button')[next]?.focus();
  };
  return (
    <div
      className="rp-figures"
      role="group"
      aria-label="本页的数，回车看出处"
      ref={group}
      onKeyDown={move}
    >
      {figures.map(({ place, text, left, top, width, height }, index) => (
        <button
          key={`${place.part}-${place.row}-${place.column}-${index}`}
          type="button"
          tabIndex={index === current ? 0 : -1}
          aria-label={`${text} 的出处`}
          aria-pressed={isSame(place, asked)}
          style={{
            left: `${left * 100}%`,
            top: `${top * 100}%`,
            width: `${width * 100}%`,
            height: `${height * 100}%`,
          }}
          onFocus={() => setAt(index)}
          onClick={() => onAsk(place)}
        />
      ))}
    </div>
  );
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
};

const isSame = (one: FigurePlace, other: FigurePlace | null): boolean =>
  other !== null && one.part === other.part && one.row === other.row && one.column === other.column;

function useFigures(pdf: Pdf, number: number): readonly PageFigure[] {
  const [shown, setShown] = useState<{ pdf: Pdf; number: number; figures: readonly PageFigure[] }>({
    pdf,
    number,
    figures: [],
  });
  useEffect(() => {
    let late = false;
    figuresOn(pdf, number).then(
      (figures) => {
        if (!late) setShown({ pdf, number, figures });
      },
      () => undefined,
    );
    return () => {
      late = true;
    };
  }, [pdf, number]);
  return shown.pdf === pdf && shown.number === number ? shown.figures : [];
}
