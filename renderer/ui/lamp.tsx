/** The lamps: a shape, a colour and a word, always together. */
import type { ReactElement } from 'react';
import type { Lamp } from '../../main/domain/progress/lamp.ts';

export const LAMPS: readonly Lamp[] = ['gold', 'blue', 'green', 'yellow', 'red', 'none'];
export const LAMP_WORDS: Readonly<Record<Lamp, string>> = {
  gold: '超力争',
  blue: '达确保',
  green: '达序时',
  yellow: '欠进度',
  red: '严重欠',
  none: '无数',
};

/** Of what should stay low: nothing is 欠 there. */
const CEILING_WORDS: Readonly<Record<Lamp, string>> = {
  gold: '远低于控制数',
  blue: '守住控制数',
  green: '没有超',
  yellow: '超控制进度',
  red: '严重超',
  none: '无数',
};
export const lampWord = (lamp: Lamp, direction: 'up' | 'down'): string =>
  (direction === 'up' ? LAMP_WORDS : CEILING_WORDS)[lamp];

const SHAPES: Readonly<Record<Lamp, ReactElement>> = {
  gold: (
    <path
      d="M8 .8l2.2 4.6 5 .6-3.7 3.5 1 5L8 12.1l-4.5 2.4 1-5L.8 6l5-.6z"
      fill="var(--cp-lamp-gold)"
    />
  ),
  blue: <path d="M8 .5L15.5 8 8 15.5.5 8z" fill="var(--cp-lamp-blue)" />,
  green: <circle cx="8" cy="8" r="6.8" fill="var(--cp-lamp-green)" />,
  yellow: (
    <path
      d="M8 1.6L15.2 14.4H.8z"
      fill="var(--cp-lamp-yellow)"
      stroke="var(--cp-lamp-yellow-edge)"
      strokeWidth="1.3"
      strokeLinejoin="round"
    />
  ),
  red: <path d="M1.5 1.5h13v13h-13z" fill="var(--cp-lamp-red)" />,
  none: (
    <circle
      cx="8"
      cy="8"
      r="6.2"
      fill="none"
      stroke="var(--cp-lamp-none)"
      strokeWidth="1.6"
      strokeDasharray="2.6 2"
    />
  ),
};

export function LampMark({
  lamp,
  direction = 'up',
}: {
  readonly lamp: Lamp;
  readonly direction?: 'up' | 'down';
}): ReactElement {
  return (
    <svg
      className="lamp"
      viewBox="0 0 16 16"
      role="img"
      aria-label={lampWord(lamp, direction)}
      data-lamp={lamp}
    >
      {SHAPES[lamp]}
    </svg>
  );
}
