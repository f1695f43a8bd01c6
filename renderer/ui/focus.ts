/** Whose the focus is, for parts that take it only where nobody has it. */

/** What had it is gone, or only the page as a whole has it. */
export const isFocusFree = (): boolean =>
  document.activeElement === null || document.activeElement.matches('body, main');
