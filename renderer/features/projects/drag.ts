/**
 * Dragging a card with the pointer: a ghost follows it, the column under it is marked; a press
 * without a way is a click.
 */
import {
  createElement,
  useEffect,
  useRef,
  useState,
  type PointerEvent as Pressed,
  type ReactElement,
} from 'react';
import { STAGES, type Stage } from '../../../main/domain/ledgers/stage.ts';
import type { Card } from '../../../preload/contract/project-views.ts';

/** below this a press is a click with a trembling hand */
const STILL_PX = 5;

interface Dragging {
  readonly card: Card;
  readonly x: number;
  readonly y: number;
  /** the stage under the pointer; null outside the columns */
  readonly over: string | null;
}
export interface Drag {
  readonly card: Card | null;
  readonly over: string | null;
  readonly ghost: ReactElement | null;
  begin(event: Pressed, card: Card): void;
}

export function useDrag(
  onDrop: (card: Card, stage: Stage | null) => void,
  onClick: (card: Card) => void,
): Drag {
  const [dragging, setDragging] = useState<Dragging | null>(null);
  const stop = useRef<() => void>(() => undefined);
  useEffect(() => {
    return () => stop.current();
  }, []);
  const begin = (press: Pressed, card: Card): void => {
    if (press.button !== 0) return;
    const [x, y] = [press.clientX, press.clientY];
    let isMoving = false;
    const move = (event: PointerEvent): void => {
      isMoving ||= Math.hypot(event.clientX - x, event.clientY - y) > STILL_PX;
      if (isMoving) setDragging({ card, x: event.clientX, y: event.clientY, over: stageAt(event) });
    };
    const end = (event: PointerEvent): void => {
      stop.current();
      setDragging(null);
      const over = stageAt(event);
      if (!isMoving) onClick(card);
      else if (over !== null)
        onDrop(card, STAGES.find((stage) => stage.value === over)?.value ?? null);
    };
    const cancel = (): void => {
      stop.current();
      setDragging(null);
    };
    stop.current = () => {
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', end);
      window.removeEventListener('pointercancel', cancel);
    };
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', end);
    window.addEventListener('pointercancel', cancel);
  };
  const ghost =
    dragging === null
      ? null
      : createElement(
          'div',
          { className: 'pj-ghost', style: { left: dragging.x, top: dragging.y } },
          dragging.card.name,
        );
  return { card: dragging?.card ?? null, over: dragging?.over ?? null, ghost, begin };
}

const stageAt = ({ clientX, clientY }: PointerEvent): string | null =>
  document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>('[data-stage]')?.dataset[
    'stage'
  ] ?? null;
