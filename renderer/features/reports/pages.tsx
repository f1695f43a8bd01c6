/** The pages: thumbnails, the turned-to page, zoom and page keys. */
import { Button } from 'antd';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import type { Pdf } from './pdf.ts';
import { FiguresOnPage, type FigurePlace } from './figures-on-page.tsx';
import { PaperSheet } from './sheet.tsx';

const THUMBNAIL = 118;
const MOST_THUMBNAILS = 60;
const STEPS = [0.5, 0.75, 1, 1.25, 1.5, 2, 3];

/** `isMaking`: newer pages are being laid out; the last stay until they are there. */
export function PdfPages({
  pdf,
  title,
  isMaking,
  asked,
  onAsk,
}: {
  readonly pdf: Pdf | null;
  /** what stands on the sheet before the first page is there */
  readonly title: string;
  readonly isMaking: boolean;
  readonly asked: FigurePlace | null;
  readonly onAsk: (place: FigurePlace) => void;
}): ReactElement {
  const room = useRef<HTMLDivElement>(null);
  const [turned, setTurned] = useState(1);
  const [zoom, setZoom] = useState(1);
  const [drawn, setDrawn] = useState<Pdf | null>(null);
  const width = useWidth(room);
  const count = pdf?.numPages ?? 0;
  const current = Math.min(turned, Math.max(count, 1));
  const turn = (by: number): void => setTurned(Math.max(1, Math.min(count, current + by)));
  const zoomBy = (by: 1 | -1): void =>
    setZoom(STEPS[Math.max(0, Math.min(STEPS.length - 1, STEPS.indexOf(zoom) + by))] ?? 1);
  usePageKeys(turn);
  return (
    <>
      <nav className="rp-thumbs" aria-label="页">
        {pdf === null
          ? null
          : Array.from({ length: Math.min(count, MOST_THUMBNAILS) }, (_, at) => (
              <button
                key={at}
                type="button"
                aria-current={at + 1 === current ? 'page' : undefined}
                onClick={() => setTurned(at + 1)}
              >
                <PaperSheet pdf={pdf} number={at + 1} width={THUMBNAIL} />第{at + 1}页
              </button>
            ))}
      </nav>
      <div
        className="rp-room"
        ref={room}
        onWheel={(event) => event.ctrlKey && zoomBy(event.deltaY < 0 ? 1 : -1)}
      >
        {isMaking || drawn !== pdf ? (
          <div className="rp-making" role="progressbar" aria-label="正在排版" />
        ) : null}
        <div className="rp-paper">
          {pdf === null && isMaking ? (
            <div className="rp-blank">
              <h2>{title}</h2>
              <p>正在排版第一页…</p>
            </div>
          ) : null}
          {pdf === null || width === 0 ? null : (
            <>
              <PaperSheet
                pdf={pdf}
                number={current}
                width={Math.round((width - 48) * zoom)}
                onDrawn={setDrawn}
              />
              {isMaking || drawn !== pdf ? null : (
                <FiguresOnPage pdf={pdf} number={current} asked={asked} onAsk={onAsk} />
              )}
            </>
          )}
        </div>
        <div className="rp-turn">
          <Button aria-label="缩小" onClick={() => zoomBy(-1)}>
            −
          </Button>
          <Button onClick={() => setZoom(1)}>适合宽度 {Math.round(zoom * 100)}%</Button>
          <Button aria-label="放大" onClick={() => zoomBy(1)}>
            ＋
          </Button>
          <Button disabled={current <= 1} onClick={() => turn(-1)}>
            ‹ 上页
          </Button>
          <span>
            <b>{current}</b> / {count}
          </span>
          <Button disabled={current >= count} onClick={() => turn(1)}>
            下页 ›
          </Button>
        </div>
      </div>
    </>
  );
}

function useWidth(room: React.RefObject<HTMLDivElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = room.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, [room]);
  return width;
}

function usePageKeys(turn: (by: number) => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key !== 'PageDown' && event.key !== 'PageUp') return;
      event.preventDefault();
      turn(event.key === 'PageDown' ? 1 : -1);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  });
}
