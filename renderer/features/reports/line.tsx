/** One option with its label before it. */
import type { ReactElement, ReactNode } from 'react';

export const OptionLine = ({
  label,
  children,
}: {
  readonly label: string;
  readonly children: ReactNode;
}): ReactElement => (
  <div className="rp-line">
    <span>{label}</span>
    {children}
  </div>
);
