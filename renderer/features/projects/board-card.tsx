/**
 * One project on the board: name, money, company, unit, since when, its worst lamp and open
 * problems.
 */
import type { KeyboardEvent, PointerEvent, ReactElement } from 'react';
import { dayText } from '../../../main/domain/days/day.ts';
import type { Card } from '../../../preload/contract/project-views.ts';
import { MILESTONE_LAMPS } from '../../format/milestone.ts';
import { saidMoney } from '../../format/money.ts';

interface BoardCardProps {
  readonly card: Card;
  readonly isLifted: boolean;
  onPointerDown(event: PointerEvent): void;
  onKeyDown(event: KeyboardEvent): void;
}

export function BoardCard({
  card,
  isLifted,
  onPointerDown,
  onKeyDown,
}: BoardCardProps): ReactElement {
  const { shape, word } = MILESTONE_LAMPS[card.lamp];
  const place = [card.unit, card.location].filter((one) => one !== null).join('　');
  return (
    <button
      type="button"
      className={`pj-card${isLifted ? ' lifted' : ''}`}
      data-card={card.id}
      aria-pressed={isLifted}
      onPointerDown={onPointerDown}
      onKeyDown={onKeyDown}
      onClick={(event) => event.preventDefault()}
    >
      <b>{card.name}</b>
      <span>
        {saidMoney(card.total, card.currency) || '投资未填'}
        {card.company === null ? '' : `　${card.company}`}
      </span>
      {place === '' ? null : <span>{place}</span>}
      <span className="foot">
        {card.since === null ? '' : `${dayText(card.since)}起`}
        {card.lamp === 'none' ? null : (
          <i className={`pj-lamp ${card.lamp}`}>
            {shape}节点{word}
          </i>
        )}
        {card.problems === 0 ? null : <i className="pj-lamp red">■问题{card.problems}</i>}
      </span>
    </button>
  );
}
