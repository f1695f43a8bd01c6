/**
 * What of the page cannot be seen or reached: controls and pictures that lie outside the window, or
 * are cut by a part that does not scroll.
 */
import type { Page } from 'playwright';

/** what somebody would look for: buttons, fields, tabs, the title, charts */
const PRIMARY =
  'h1, button, input, select, textarea, [role=tab], [role=combobox], .ant-select, .ant-segmented, .sc-charts, [role=img][aria-label], th.end';

/**
 * Each as "新增 at 1356–1490 × 109–149"; empty where all is in sight. What lies in a part that
 * scrolls is reached by scrolling, unless `also` names it.
 */
export function outOfSight(page: Page, also = ''): Promise<readonly string[]> {
  return page.evaluate(
    ([primary, never]) => {
      const scrolls = (element: Element): boolean =>
        /auto|scroll/.test(getComputedStyle(element).overflow) &&
        (element.scrollWidth > element.clientWidth + 1 ||
          element.scrollHeight > element.clientHeight + 1);
      const ancestors = (element: Element): Element[] => {
        const found: Element[] = [];
        for (let at = element.parentElement; at !== null && at !== document.body;)
          [at] = [at.parentElement, found.push(at)];
        return found;
      };
      const isCut = (element: Element): boolean => {
        const box = element.getBoundingClientRect();
        const frames = ancestors(element)
          .filter((one) => getComputedStyle(one).overflow !== 'visible')
          .map((one) => one.getBoundingClientRect());
        return [new DOMRect(0, 0, innerWidth, innerHeight), ...frames].some(
          (frame) =>
            box.right > frame.right + 1 ||
            box.left < frame.left - 1 ||
            box.bottom > frame.bottom + 1 ||
            box.top < frame.top - 1,
        );
      };
      const isHidden = (element: Element): boolean => {
        const { width, height } = element.getBoundingClientRect();
        return width < 2 || height < 2 || !element.checkVisibility({ opacityProperty: true });
      };
      return [...document.querySelectorAll(primary ?? '')]
        .filter((one) => !isHidden(one))
        .filter(
          (one) => (never !== '' && one.matches(never ?? '')) || !ancestors(one).some(scrolls),
        )
        .filter(isCut)
        .map((one) => {
          const { left, right, top, bottom } = one.getBoundingClientRect();
          const name = one.getAttribute('aria-label') ?? one.textContent.slice(0, 20);
          return `${name} at ${Math.round(left)}–${Math.round(right)} × ${Math.round(top)}–${Math.round(bottom)}`;
        });
    },
    [PRIMARY, also] as const,
  );
}
