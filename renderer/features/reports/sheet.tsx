/** One page of the preview on its canvas, with its words as the name that a screen reader says. */
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { drawPage, type Pdf } from './pdf.ts';

export function PaperSheet({
  pdf,
  number,
  width,
  onDrawn,
}: {
  readonly pdf: Pdf;
  readonly number: number;
  readonly width: number;
  /** the page of this document is on the screen */
  readonly onDrawn?: (pdf: Pdf) => void;
}): ReactElement {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [words, setWords] = useState('');
  useEffect(() => {
    let late = false;
    if (canvas.current !== null)
      drawPage({ pdf, number, width }, canvas.current, () => late).then(
        (text) => {
          if (late) return;
          setWords(text);
          onDrawn?.(pdf);
        },
        () => undefined,
      );
    return () => {
      late = true;
    };
  }, [pdf, number, width, onDrawn]);
  return (
    <canvas ref={canvas} width={0} height={0} role="img" aria-label={`第${number}页 ${words}`} />
  );
}
