/** Files let go over the window in a test. */
import type { Page } from 'playwright';
import { expect } from 'vitest';

/**
 * As the desktop lets files go over the window: the page gets `File`s, and only the browser knows
 * where they lie.
 */
export async function dropOn(
  page: Page,
  selector: string,
  files: readonly string[],
): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const box = await page.locator(selector).boundingBox();
  if (box === null) throw new Error(`nothing to drop on: ${selector}`);
  const at = {
    x: box.x + box.width / 2,
    y: box.y + 12,
    data: { items: [], files: [...files], dragOperationsMask: 1 },
  };
  const drag = (type: 'dragEnter' | 'dragOver' | 'drop'): Promise<unknown> =>
    session.send('Input.dispatchDragEvent', { type, ...at });
  await drag('dragEnter');
  // a drop counts only once the page has said that it wants it, and a busy page says so late
  await expect
    .poll(async () => {
      await drag('dragOver');
      return page.locator(`${selector}.is-over`).count();
    })
    .toBe(1);
  await drag('drop');
  await session.detach();
}
