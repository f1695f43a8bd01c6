/** The grid alone on a page, over a list in memory, with what the tests need to look behind it. */
import { useEffect, useMemo, useState, type ReactElement } from 'react';
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { Grid } from '../../../renderer/ui/grid/grid.tsx';
import { type GridSource } from '../../../renderer/ui/grid/model.ts';
import { type SelectionTotals } from '../../../renderer/format/figure.ts';
import '../../../renderer/ui/tokens.css';
import './page.css';
import { columns, Memory, totalOf, type Query } from './source.ts';

interface Harness {
  /** mounts a list of so many rows; answers the ms until its first cells are painted */
  mount(rows: number, grouped?: boolean): Promise<number>;
  memory: Memory | null;
  totals: SelectionTotals | null;
  message: string;
  opened: number;
}
declare global {
  interface Window {
    harness: Harness;
  }
}

function Page({
  memory,
  grouped,
}: {
  readonly memory: Memory;
  readonly grouped: boolean;
}): ReactElement {
  const [query, setQuery] = useState<Query>({ filters: {}, sort: [], grouped });
  const [revision, setRevision] = useState(0);
  const [message, setMessage] = useState('');
  const source = useMemo((): GridSource => {
    const rows = memory.select(query);
    return {
      key: JSON.stringify(query),
      revision,
      total: rows.length,
      groups: query.grouped ? memory.groups(rows) : [],
      totals: { total: rows.length > 5000 ? '' : totalOf(rows, 'total') },
      totalLabel: `总计　${rows.length}个`,
      loadPage: (offset, limit) => Promise.resolve(rows.slice(offset, offset + limit)),
    };
  }, [memory, query, revision]);
  useEffect(() => {
    window.harness.message = message;
  }, [message]);
  const changed = (): void => setRevision((old) => old + 1);
  return (
    <Grid
      label="项目"
      columns={columns}
      source={source}
      sort={query.sort}
      filters={query.filters}
      onSort={(sort) => setQuery((old) => ({ ...old, sort }))}
      onFilter={(field, text) =>
        setQuery((old) => ({ ...old, filters: { ...old.filters, [field]: text } }))
      }
      onEdit={async (edits) => {
        memory.edit(edits);
        changed();
        return Promise.resolve();
      }}
      onUndo={() => {
        memory.undo();
        changed();
      }}
      onRedo={() => {
        memory.redo();
        changed();
      }}
      onTotals={(totals) => {
        window.harness.totals = totals;
      }}
      onMessage={setMessage}
      onOpen={(row) => {
        window.harness.opened = row.id;
      }}
    />
  );
}

let root: Root | null = null;
const painted = (): Promise<void> =>
  new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));

window.harness = {
  memory: null,
  totals: null,
  message: '',
  opened: 0,
  async mount(rows, grouped = false) {
    root?.unmount();
    const memory = new Memory(rows);
    window.harness.memory = memory;
    const host = document.getElementById('root');
    if (host === null) throw new Error('no root');
    const fresh = createRoot(host);
    root = fresh;
    await painted();
    const start = performance.now();
    flushSync(() => fresh.render(<Page memory={memory} grouped={grouped} />));
    while (
      document.querySelector('[role=gridcell][data-row="0"][data-field=name]')?.textContent !==
        '项目1' &&
      !grouped
    )
      await painted();
    await painted();
    return performance.now() - start;
  },
};
