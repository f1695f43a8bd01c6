/** A ledger's page: the sheet of its records, with one of them beside it. */
import { Button } from 'antd';
import { useCallback, useEffect, useMemo, useState, type ReactElement } from 'react';
import type { AnyCode } from '../../../main/domain/ledgers/index.ts';
import { call, useCall } from '../../bridge/bridge.ts';
import { go } from '../../stores/navigation.ts';
import type { LedgerParams } from '../../stores/pages.ts';
import { printTable } from '../../stores/print.ts';
import { offerUndo, say } from '../../stores/status.ts';
import { Grid } from '../../ui/grid/grid.tsx';
import { type SelectionTotals } from '../../format/figure.ts';
import type { OtherView } from '../../ui/other-view.ts';
import { CellPast, type AskedCell } from './sheet/cell-past.tsx';
import { ledgerColumnsOf } from './sheet/columns.ts';
import { RecordDrawer } from './record/drawer.tsx';
import { Deadlines } from './tasks/deadlines.tsx';
import { exportList, printList } from './sheet/export.ts';
import { useRecordList, type RecordList } from './sheet/list.ts';
import { Nothing } from './sheet/nothing.tsx';
import type { OpenedRecord } from './shared/ledger-view.ts';
import { useOpened } from './shared/opened.ts';
import {
  addRecords,
  duplicateRecords,
  removeSheetRows,
  saveSheetEdits,
  valuesOfField,
} from './sheet/edits.ts';
import { sentenceOf } from '../../stores/sentence.ts';
import { viewOfLedger } from './sums/other-views.tsx';
import { importIntoOwnLedger, OwnActions } from './own/own-actions.tsx';
import { useSpec, type LedgerSpec } from './shared/spec.ts';
import { useSheetStatus } from './sheet/status.ts';
import { Together } from './sheet/together.tsx';
import { Toolbar } from './sheet/toolbar.tsx';
import { fitView, NEW, useLedgerView } from './shared/view.ts';
import './ledgers.css';
import './record.css';
import './attachments.css';
import './ledger-parts.css';

/**
 * `params.id`: the record to open (on `params.tab`), as the search box asks; `params.draft`: a new
 * one, filled in as it says; `params.filters`: what a counted figure was counted from. `view`:
 * another way to see the records than the sheet.
 */
export function LedgerPage({
  ledger,
  ...rest
}: {
  readonly ledger: AnyCode;
  readonly params: LedgerParams;
  readonly view?: OtherView;
}): ReactElement | null {
  const spec = useSpec(ledger);
  return spec === null ? null : (
    <LedgerSheet key={ledger} spec={spec} view={viewOfLedger(spec, rest.params)} {...rest} />
  );
}

function LedgerSheet({
  spec,
  params,
  view,
}: {
  readonly spec: LedgerSpec;
  readonly params: LedgerParams;
  readonly view: OtherView;
}): ReactElement {
  const [totals, setTotals] = useState<SelectionTotals | null>(null);
  const [open, setOpen] = useOpened(spec, params);
  const [asked, setAsked] = useState<AskedCell | null>(null);
  const { filters, sort, shown, filter, show } = useLedgerView(spec);
  const { source, summary, query } = useRecordList(spec);
  const units = useUnitNames();
  const { draw } = view;
  useEffect(() => {
    fitView(spec);
  }, [spec]);
  useSheetStatus(totals, summary?.count ?? null);
  const columns = useMemo(() => ledgerColumnsOf(spec, shown, units), [spec, shown, units]);
  const step = useStep(open, source, setOpen);
  const openNew = useCallback(() => {
    if (spec.canAdd) setOpen({ id: NEW, index: -1 });
  }, [spec, setOpen]);
  useNewKey(openNew);
  const close = (): void => {
    setOpen(null);
    focusSheet();
  };
  const onExport = (): void => {
    exportList(spec, query, shown).then(
      (done) => {
        if (done !== null) say(done);
      },
      (fault: unknown) => say(sentenceOf(fault)),
    );
  };
  return (
    <section className="lg-page">
      <div className="lg-head">
        <h1>{spec.ledger.label}</h1>
        {view.switcher}
        <Deadlines spec={spec} />
        <span className="push" />
        {spec.own === null ? null : <OwnActions spec={spec} />}
        {spec.code === 'task' ? <Button onClick={() => go('meetings')}>联席会议</Button> : null}
        <Button onClick={() => importIntoOwnLedger(spec)}>导入</Button>
        <Button onClick={onExport}>导出 Excel</Button>
        <Button
          onClick={() =>
            view.paper === null
              ? printList(spec, query, shown)
              : printTable(
                  view.paper,
                  view.isWhole ? {} : { ...view.told, filters: query.filters ?? [] },
                )
          }
        >
          打印
        </Button>
        {spec.canAdd ? (
          <Button type="primary" onClick={openNew}>
            新增 <em>Ctrl+N</em>
          </Button>
        ) : null}
      </div>
      {draw !== null && view.isWhole ? null : (
        <Toolbar spec={spec} summary={summary} isSheet={draw === null}>
          <Together
            spec={spec}
            ids={totals?.ids ?? NO_IDS}
            onUndo={() => takeBack('changes.undo')}
          />
        </Toolbar>
      )}
      <div className="lg-sheet">
        {draw === null
          ? null
          : draw({
              filters: query.filters ?? [],
              open: (id, tab) => setOpen({ id, index: -1, tab }),
            })}
        {source === null || draw !== null ? null : (
          <Grid
            label={spec.ledger.label}
            columns={columns}
            source={source}
            sort={sort}
            filters={filters}
            current={open?.id ?? null}
            onSort={(next) => show({ sort: next.slice(0, 4) })}
            onFilter={filter}
            onEdit={(edits) => saveSheetEdits(spec, edits)}
            noun={spec.ledger.noun}
            {...(spec.canAdd ? { onAdd: (addition) => addRecords(spec, addition) } : {})}
            {...(spec.canAdd ? { onDuplicate: (rows) => duplicateRecords(spec, rows) } : {})}
            onRemove={(ids) => removeSheetRows(spec, ids)}
            onHide={(code) => show({ shown: shown.filter((one) => one !== code) })}
            valuesOf={(code) => valuesOfField(spec, code)}
            onUndo={() => takeBack('changes.undo')}
            onRedo={() => takeBack('changes.redo')}
            onOpen={(row, index) => setOpen({ id: row.id, index })}
            onActive={(row, index) => {
              if (row !== null && open !== null && open.id !== NEW) setOpen({ id: row.id, index });
            }}
            onAsk={(row, column) => setAsked({ id: row.id, field: column.code })}
            onTotals={setTotals}
            onMessage={say}
          />
        )}
        {summary === null || open !== null || draw !== null ? null : (
          <Nothing spec={spec} summary={summary} onNew={openNew} />
        )}
        {open === null ? null : (
          <RecordDrawer
            spec={spec}
            id={open.id}
            first={open.tab}
            units={units}
            canStep={open.index >= 0}
            onStep={step}
            onClose={close}
            onSaved={(id, done) => {
              say(done);
              if (open.id === NEW) setOpen({ id, index: -1 });
            }}
            onRemoved={() => {
              offerUndo(`已删除1${spec.ledger.noun}。`, () => takeBack('changes.undo'));
              close();
            }}
          />
        )}
      </div>
      {asked === null ? null : (
        <CellPast
          spec={spec}
          cell={asked}
          onClose={() => {
            setAsked(null);
            focusSheet();
          }}
        />
      )}
    </section>
  );
}

const focusSheet = (): void =>
  document.querySelector<HTMLElement>('.cp-grid textarea')?.focus({ preventScroll: true });

function takeBack(name: 'changes.undo' | 'changes.redo'): void {
  const word = name === 'changes.undo' ? '已撤销' : '已重做';
  call(name, {}).then(
    ({ label }) => say(`${word}：${label}。`),
    (fault: unknown) => say(sentenceOf(fault)),
  );
}

/** To the record before or after the one that is open, in the order of the sheet. */
function useStep(
  open: OpenedRecord | null,
  source: RecordList['source'],
  setOpen: (record: OpenedRecord) => void,
): (by: 1 | -1) => void {
  return useCallback(
    (by: 1 | -1) => {
      if (open === null || open.index < 0 || source === null) return;
      const index = open.index + by;
      if (index < 0 || index >= source.total) return;
      source.loadPage(index, 1).then(
        ([row]) => {
          if (row !== undefined) setOpen({ id: row.id, index });
        },
        (fault: unknown) => say(sentenceOf(fault)),
      );
    },
    [open, source, setOpen],
  );
}

/** Ctrl+N wherever the focus is on this page. */
function useNewKey(open: () => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.code !== 'KeyN') return;
      event.preventDefault();
      open();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [open]);
}

const NO_IDS: readonly number[] = [];
const NO_UNITS: readonly string[] = [];

/** The county's units by name, for the cells and boxes that take a unit. */
function useUnitNames(): readonly string[] {
  const { value: units } = useCall('units.list', {}, ['unit']);
  return useMemo(() => units?.map((unit) => unit.name) ?? NO_UNITS, [units]);
}
