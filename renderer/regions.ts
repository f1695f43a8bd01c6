/**
 * F6: the focus walks navigation → toolbar → sheet → side panel, with Shift back; what a page lacks
 * is stepped over.
 */

/** In walking order; of a region's choices the first that stands takes the focus. */
const REGIONS: readonly { readonly of: string; readonly first: readonly string[] }[] = [
  { of: '.nav', first: ['[aria-current=page]', 'a'] },
  {
    of: 'main section > :first-child',
    first: ['button:not([disabled])', 'input:not([disabled])', 'a[href]'],
  },
  { of: 'main .cp-grid', first: ['textarea', '[tabindex]'] },
  {
    of: 'main aside',
    first: ['[role=tab]', 'input:not([disabled])', 'select', 'button:not([disabled])'],
  },
];

/** Nothing moves while a dialog is open: the focus is the dialog's. */
export function walkWindowRegions(step: 1 | -1): void {
  // a closed one stays in the document, hidden
  if (
    [...document.querySelectorAll('[role=dialog][aria-modal=true]')].some((dialog) =>
      dialog.checkVisibility(),
    )
  )
    return;
  const here = REGIONS.findLastIndex(({ of }) => document.activeElement?.closest(of) != null);
  // from outside all of them the walk begins at its end or its beginning
  const from = here === -1 && step === -1 ? 0 : here;
  for (let away = 1; away <= REGIONS.length; away += 1) {
    const target = firstOf((from + step * away + REGIONS.length * 2) % REGIONS.length);
    if (target === null) continue;
    target.focus({ preventScroll: true });
    return;
  }
}

function firstOf(index: number): HTMLElement | null {
  const region = REGIONS[index];
  const stands = region === undefined ? null : document.querySelector(region.of);
  return (
    region?.first
      .map((choice) => stands?.querySelector<HTMLElement>(choice))
      .find((found) => found != null) ?? null
  );
}
