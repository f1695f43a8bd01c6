/**
 * How long after a click something of the page changes and is painted: measured inside the page,
 * told by the tests that click, never a verdict.
 */
import type { Page } from 'playwright';

declare global {
  interface Window {
    reaction?: { clicked: number; painted: number | null };
  }
}

/** Once for a page that is not loaded anew. */
export const watchReactions = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const state: NonNullable<Window['reaction']> = { clicked: 0, painted: null };
    window.reaction = state;
    let waits = false;
    document.addEventListener(
      'click',
      () => {
        state.clicked = performance.now();
        state.painted = null;
        waits = true;
      },
      true,
    );
    new MutationObserver(() => {
      if (!waits) return;
      waits = false;
      const { clicked } = state;
      // after the frame that shows it
      requestAnimationFrame(() =>
        setTimeout(() => {
          state.painted = performance.now() - clicked;
        }),
      );
    }).observe(document.body, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
  });

/**
 * Milliseconds from the last click to the first frame that shows something of it; null where
 * nothing changed.
 */
export const lastReaction = (page: Page): Promise<number | null> =>
  page.evaluate(() => window.reaction?.painted ?? null);
