/**
 * What stands open over the sheet: its menu, find and replace, the way to a row, the order by
 * several columns, a column's values.
 */
import { useSyncExternalStore, type KeyboardEvent, type ReactElement, type ReactNode } from 'react';
import { GridMenu } from './menu.tsx';
import { ReplaceTool } from './replace-tool.tsx';
import type { GridSheet } from './sheet.ts';
import { GoTool, SortTool, ValuesTool } from './small-tools.tsx';
import './tools.css';

export function GridTools({ sheet }: { readonly sheet: GridSheet }): ReactElement | null {
  const { tool } = useSyncExternalStore(sheet.subscribe, sheet.state);
  switch (tool?.is) {
    case undefined:
      return null;
    case 'menu':
      return <GridMenu sheet={sheet} x={tool.x} y={tool.y} head={tool.head} />;
    case 'replace':
      return (
        <Panel sheet={sheet} name="查找和替换">
          <ReplaceTool sheet={sheet} />
        </Panel>
      );
    case 'go':
      return (
        <Panel sheet={sheet} name="定位">
          <GoTool sheet={sheet} />
        </Panel>
      );
    case 'sort':
      return (
        <Panel sheet={sheet} name="按多列排序">
          <SortTool sheet={sheet} />
        </Panel>
      );
    case 'values':
      return (
        <Panel sheet={sheet} name={`按取值筛选：${tool.column.path.at(-1) ?? ''}`}>
          <ValuesTool sheet={sheet} column={tool.column} />
        </Panel>
      );
  }
}

/** Stands at the sheet's corner; the cells stay in sight. */
function Panel({
  sheet,
  name,
  children,
}: {
  readonly sheet: GridSheet;
  readonly name: string;
  readonly children: ReactNode;
}): ReactElement {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    sheet.closeTool();
  };
  return (
    <div className="grid-tool" role="dialog" aria-label={name} onKeyDown={onKeyDown}>
      <header>
        <b>{name}</b>
        <button type="button" aria-label="关闭" onClick={() => sheet.closeTool()}>
          ✕
        </button>
      </header>
      {children}
    </div>
  );
}
