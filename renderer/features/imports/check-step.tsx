/** The second step: the sheet as it is, what was understood of it, and everything that wants an answer. */
import { useEffect } from 'react';
import type { Draft } from './one-file.ts';
import { faultText } from '../../format/fault.ts';
import { ChangeDock } from './change-dock.tsx';
import { walkRegions } from './focus.ts';
import { Foot } from './foot.tsx';
import { CheckHead } from './head.tsx';
import { ProblemPanel } from './problem-panel.tsx';
import { Sheet } from './sheet.tsx';
import { commit, goNext, refocus, selectSheet, useImport } from './store.ts';

function onKey(event: KeyboardEvent): void {
  if (event.isComposing) return;
  const step = event.shiftKey ? -1 : 1;
  if (event.key === 'F8') goNext(step);
  else if (event.key === 'F6') walkRegions(step);
  else if (event.key === 'Enter' && event.ctrlKey) void commit();
  else return;
  event.preventDefault();
  event.stopPropagation();
}

function SheetTabs({ draft, sheet }: { readonly draft: Draft; readonly sheet: string }) {
  const sheets = draft.report.sheets.filter((one) => one.tables.length > 0);
  if (sheets.length < 2) return null;
  return (
    <div className="imp-tabs" role="tablist" aria-label="工作表">
      {sheets.map((one) => (
        <button
          key={one.name} type="button" role="tab" aria-selected={one.name === sheet}
          onClick={() => {
            selectSheet(one.name);
            refocus();
          }}
        >
          {one.name}
        </button>
      ))}
    </div>
  );
}

export function CheckStep({ draft }: { readonly draft: Draft }) {
  const sheet = useImport((state) => state.sheet);
  const fault = useImport((state) => state.fault);
  useEffect(() => {
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, []);
  const report = draft.report.sheets.find((one) => one.name === sheet) ?? draft.report.sheets[0];
  if (report === undefined) return null;
  return (
    <div className="imp-check">
      <CheckHead draft={draft} report={report} />
      <div className="imp-body">
        <div className="imp-main">
          <Sheet key={report.name} draft={draft} report={report} />
          <SheetTabs draft={draft} sheet={report.name} />
          <ChangeDock draft={draft} />
        </div>
        <ProblemPanel draft={draft} />
      </div>
      {fault !== null && <div className="imp-fault" role="alert">{faultText(fault)}</div>}
      <Foot draft={draft} />
    </div>
  );
}
