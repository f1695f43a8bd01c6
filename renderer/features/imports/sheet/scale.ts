/** How large the user set the text: widths and heights computed here follow it as the CSS does. */
import { useSyncExternalStore } from 'react';

function listen(changed: () => void): () => void {
  const watcher = new MutationObserver(changed);
  watcher.observe(document.documentElement, { attributes: true, attributeFilter: ['data-text'] });
  return () => watcher.disconnect();
}
const read = (): number =>
  Number(getComputedStyle(document.documentElement).getPropertyValue('--k')) || 1;

export const usePreviewScale = (): number => useSyncExternalStore(listen, read);
