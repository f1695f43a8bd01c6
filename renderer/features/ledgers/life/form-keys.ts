/**
 * The keys of a small form beside a record: Esc leaves it, Ctrl+S saves it, and neither reaches the
 * drawer around it.
 */
import type { KeyboardEvent } from 'react';

export const formKeys =
  (save: () => void, leave: () => void) =>
  (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' && !(event.ctrlKey && event.code === 'KeyS')) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') leave();
    else save();
  };
