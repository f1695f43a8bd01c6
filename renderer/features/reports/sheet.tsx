/** One page of the preview on its canvas, with its words as the name that a screen reader says. */
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { drawPage, type Pdf } from './pdf.ts';

export function Sheet({
  pdf,
  number,
  width,
}: {
  readonly pdf: Pdf;
  readonly number: number;
  readonly width: number;
}): ReactElement {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [words, setWords] = useState('');
  useEffect(() => {
    let late = false;
    if (canvas.current !== null)
      drawPage(pdf, number, canvas.current, width).then(
        (text) => !late && setWords(text),
        () => undefined,
      );
    return () => {
      late = true;
    };
  }, [pdf, number, width]);
  return <canvas ref={canvas} role="img" aria-label={`第${number}页 ${words}`} />;
}
