/**
 * The menu of the cells and of the heads: by the right button, by Shift+F10 or the menu key, walked
 * with the arrows.
 */
import { useLayoutEffect, useRef, type KeyboardEvent, type ReactElement } from 'react';
import { menuOf, type MenuItem } from './menu-items.ts';
import type { GridSheet } from './sheet.ts';

const MARGIN = 4;

/** Inside the window, above the pointer where there is no room below. */
function put(list: HTMLElement, x: number, y: number): void {
  const { offsetWidth: wide, offsetHeight: high } = list;
  list.style.left = `${Math.max(MARGIN, Math.min(x, window.innerWidth - wide - MARGIN))}px`;
  list.style.top = `${Math.max(MARGIN, Math.min(y, window.innerHeight - high - MARGIN))}px`;
}

function step(from: HTMLElement, by: 1 | -1): void {
  const all = [...from.querySelectorAll<HTMLElement>('[role=menuitem]')];
  const at = all.findIndex((one) => one === document.activeElement);
  all[(at + by + all.length) % all.length]?.focus();
}

export function GridMenu({
  sheet,
  x,
  y,
  head,
}: {
  readonly sheet: GridSheet;
  readonly x: number;
  readonly y: number;
  readonly head: boolean;
}): ReactElement {
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (list.current === null) return;
    put(list.current, x, y);
    list.current.querySelector<HTMLElement>('[role=menuitem]')?.focus({ preventScroll: true });
  }, [x, y]);
  const take = (item: MenuItem): void => {
    sheet.closeTool();
    item.run();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key === 'ArrowDown') step(event.currentTarget, 1);
    else if (event.key === 'ArrowUp') step(event.currentTarget, -1);
    else if (event.key === 'Escape' || event.key === 'Tab') sheet.closeTool();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <>
      <div
        className="grid-veil"
        onPointerDown={() => sheet.closeTool()}
        onContextMenu={(event) => event.preventDefault()}
      />
      <div
        ref={list}
        className="grid-menu"
        role="menu"
        aria-label="表格菜单"
        onKeyDown={onKeyDown}
        onContextMenu={(event) => event.preventDefault()}
      >
        {menuOf(sheet, head).map((group) => (
          <div key={group[0]?.label} role="group">
            {group.map((item) => (
              <button key={item.label} type="button" role="menuitem" onClick={() => take(item)}>
                {item.label}
                {item.keys === undefined ? null : <kbd>{item.keys}</kbd>}
              </button>
            ))}
          </div>
        ))}
      </div>
    </>
  );
}
