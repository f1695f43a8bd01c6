/**
 * 看板: a column for each stage, a card for each project; a card is moved with the mouse or the
 * keyboard, with its date and note.
 */
import { useEffect, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import type { Stage } from '../../../main/domain/ledgers/stage.ts';
import type { BoardColumn, Card } from '../../../preload/contract/project-views.ts';
import { useCall } from '../../bridge/bridge.ts';
import { saidMoney } from '../../format/money.ts';
import { say } from '../../stores/status.ts';
import type { ViewProps } from '../../ui/other-view.ts';
import { BoardCard } from './board-card.tsx';
import { useDrag } from './drag.ts';
import { MoveForm, type StageMove } from './move-form.tsx';
import { isFocusFree } from '../../ui/focus.ts';

/** A card lifted with the keyboard, and the column over which it is held. */
interface Held {
  readonly card: Card;
  readonly over: number;
}
const FIRST = 30;
const MORE = 100;

export function Board({ filters, open }: ViewProps): ReactElement | null {
  const { value: columns } = useCall('projects.board', { filters: [...filters] }, [
    'project',
    'arrival',
  ]);
  const [move, setMove] = useState<StageMove | null>(null);
  const [held, setHeld] = useState<Held | null>(null);
  const board = useRef<HTMLDivElement>(null);
  /** the card that was moved: it has the focus again where it stands now */
  const moved = useRef<number | null>(null);
  useEffect(() => {
    if (moved.current === null || !isFocusFree()) return;
    board.current?.querySelector<HTMLElement>(`[data-card="${moved.current}"]`)?.focus();
    moved.current = null;
  }, [columns]);
  const drop = (card: Card, to: Stage | null): void => {
    setHeld(null);
    say('');
    if (to === null) say('拖到一个阶段里。没有阶段的项目在台账里填。');
    else if (to !== card.stage) setMove({ id: card.id, name: card.name, from: card.stage, to });
  };
  const drag = useDrag(
    (card, stage) => drop(card, stage),
    (card) => open(card.id),
  );
  if (columns === null) return null;
  if (columns.every((one) => one.count === 0))
    return (
      <div className="pj-view">
        <p className="pj-empty">没有项目。先在台账里新增，或从表格导入。</p>
      </div>
    );
  const back = (id: number): void => {
    setMove(null);
    moved.current = id;
    board.current?.querySelector<HTMLElement>(`[data-card="${id}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent, card: Card, at: number): void => {
    if (
      !pressed(event.key, {
        card,
        at,
        columns,
        held,
        setHeld,
        drop,
        open: () => open(card.id),
        board: board.current,
      })
    )
      return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div ref={board} className="pj-board" role="group" aria-label="项目看板">
      {columns.map((column, at) => (
        <section
          key={column.stage ?? ''}
          data-stage={column.stage ?? ''}
          aria-label={column.label}
          className={
            (column.count === 0 ? 'empty ' : '') +
            (drag.over === (column.stage ?? '') || held?.over === at ? 'over' : '')
          }
        >
          <h2>
            {column.label}
            <b>{column.count}</b>
            <small>
              {saidMoney(column.total)}
              {column.others === 0 ? '' : `，外币${column.others}个`}
            </small>
          </h2>
          <Cards
            key={column.count}
            column={column}
            filters={filters}
            draw={(card) => (
              <BoardCard
                key={card.id}
                card={card}
                isLifted={held?.card.id === card.id || drag.card?.id === card.id}
                onPointerDown={(event) => drag.begin(event, card)}
                onKeyDown={(event) => onKeyDown(event, card, at)}
              />
            )}
          />
        </section>
      ))}
      {drag.ghost}
      {move === null ? null : <MoveForm move={move} onDone={() => back(move.id)} />}
    </div>
  );
}

/** The column's first cards as they came, and more when asked for. */
function Cards({
  column,
  filters,
  draw,
}: {
  readonly column: BoardColumn;
  readonly filters: ViewProps['filters'];
  draw(card: Card): ReactElement;
}): ReactElement {
  const [extra, setExtra] = useState(0);
  const { value } = useCall(
    'projects.cards',
    extra === 0
      ? null
      : { filters: [...filters], stage: column.stage, offset: FIRST, limit: Math.min(extra, 200) },
    ['project'],
  );
  const cards = [...column.cards, ...(value ?? [])];
  const left = column.count - cards.length;
  return (
    <div className="pj-cards">
      {cards.map(draw)}
      {left <= 0 ? null : extra >= 200 ? (
        <p className="hint">还有{left}个，在台账里看。</p>
      ) : (
        <button type="button" className="link" onClick={() => setExtra(extra + MORE)}>
          再看{Math.min(left, MORE)}个
        </button>
      )}
    </div>
  );
}

interface Pressing {
  readonly card: Card;
  /** the column in which the card stands */
  readonly at: number;
  readonly columns: readonly BoardColumn[];
  readonly held: Held | null;
  readonly board: HTMLElement | null;
  setHeld(held: Held | null): void;
  drop(card: Card, to: Stage | null): void;
  open(): void;
}

/**
 * 空格 lifts a card, ← → choose the stage, Enter puts it down, Esc puts it back; without a lifted
 * card the arrows walk.
 */
function pressed(key: string, on: Pressing): boolean {
  const { card, at, columns, held } = on;
  if (held === null) {
    if (key === 'Enter') on.open();
    else if (key === ' ') {
      on.setHeld({ card, over: at });
      say(`已拿起“${card.name}”：←→选阶段，Enter放下，Esc放回。`);
    } else return walk(key, on);
    return true;
  }
  if (key === 'Escape') {
    on.setHeld(null);
    say('已放回原处。');
  } else if (key === 'Enter' || key === ' ') on.drop(held.card, columns[held.over]?.stage ?? null);
  else if (key === 'ArrowLeft' || key === 'ArrowRight') {
    const over = Math.min(
      Math.max(held.over + (key === 'ArrowRight' ? 1 : -1), 0),
      columns.length - 1,
    );
    on.setHeld({ card: held.card, over });
    say(`放到“${columns[over]?.label ?? ''}”：按Enter。`);
  } else return false;
  return true;
}

function walk(key: string, { card, at, board }: Pressing): boolean {
  const sections = [...(board?.querySelectorAll('section') ?? [])].map((section) => [
    ...section.querySelectorAll<HTMLElement>('[data-card]'),
  ]);
  const own = sections[at] ?? [];
  const place = own.findIndex((one) => one.dataset['card'] === String(card.id));
  const beside = (list: readonly HTMLElement[][]): HTMLElement | undefined => {
    const next = list.find((cards) => cards.length > 0);
    return next?.[Math.min(place, next.length - 1)];
  };
  const to =
    key === 'ArrowDown'
      ? own[place + 1]
      : key === 'ArrowUp'
        ? own[place - 1]
        : key === 'ArrowRight'
          ? beside(sections.slice(at + 1))
          : key === 'ArrowLeft'
            ? beside(sections.slice(0, at).reverse())
            : undefined;
  to?.focus();
  return key.startsWith('Arrow');
}
