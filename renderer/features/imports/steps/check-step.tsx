/**
 * The second step: the files as they are, what was understood of them, and everything that wants an
 * answer.
 */
import { useEffect } from 'react';
import type { ImportDraft, DraftFile } from '../../../../preload/contract/imports.ts';
import { faultText } from '../../../format/fault.ts';
import { writeImport } from '../draft/actions.ts';
import { ChangeDock } from './change-dock.tsx';
import { FileList } from './file-list.tsx';
import { focusUnitChoice, pressAnswer, walkImportRegions } from '../draft/focus.ts';
import { Foot } from './foot.tsx';
import { CheckHead } from './head.tsx';
import { ProblemPanel } from '../questions/problem-panel.tsx';
import { PreviewSheet } from '../sheet/sheet.tsx';
import { goNext, refocus, selectSheet, sheetsOf, stepSheet, useImport } from '../draft/store.ts';

/** @returns whether the key was one of the check's own */
function press(event: KeyboardEvent): boolean {
  const step = event.shiftKey ? -1 : 1;
  const digit = /^Digit([1-9])$/.exec(event.code)?.[1];
  if (event.key === 'F8') goNext(step);
  else if (event.key === 'F6') walkImportRegions(step);
  else if (event.key === 'Enter' && event.ctrlKey) void writeImport();
  else if (event.altKey && digit !== undefined) pressAnswer(Number(digit));
  else if (event.ctrlKey && event.code === 'KeyK') return focusUnitChoice();
  else if (event.ctrlKey && event.key === 'PageDown') stepSheet(1);
  else if (event.ctrlKey && event.key === 'PageUp') stepSheet(-1);
  else return false;
  return true;
}

function onKey(event: KeyboardEvent): void {
  if (event.isComposing || !press(event)) return;
  event.preventDefault();
  event.stopPropagation();
}

function SheetTabs({ file, sheet }: { readonly file: DraftFile; readonly sheet: string }) {
  const sheets = sheetsOf(file);
  if (sheets.length < 2) return null;
  return (
    <div className="imp-tabs" role="tablist" aria-label="工作表">
      {sheets.map((one) => (
        <button
          key={one.name}
          type="button"
          role="tab"
          aria-selected={one.name === sheet}
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

export function CheckStep({ draft }: { readonly draft: ImportDraft }) {
  const sheet = useImport((state) => state.sheet);
  const name = useImport((state) => state.file);
  const fault = useImport((state) => state.fault);
  useEffect(() => {
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, []);
  const file = draft.files.find((one) => one.file === name) ?? draft.files[0];
  if (file === undefined) return null;
  const report = file.report?.sheets.find((one) => one.name === sheet) ?? file.report?.sheets[0];
  return (
    <div className="imp-check">
      <CheckHead draft={draft} file={file} report={report} />
      <div className="imp-body">
        {draft.files.length > 1 && <FileList draft={draft} />}
        <div className="imp-main">
          {report === undefined ? (
            <p className="imp-unread" role="alert">
              {file.fault === null ? `“${file.file}”里没有表。` : faultText(file.fault)}
            </p>
          ) : (
            <PreviewSheet
              key={`${file.file}\u0000${report.name}`}
              draft={draft}
              file={file.file}
              report={report}
            />
          )}
          <SheetTabs file={file} sheet={report?.name ?? ''} />
          <ChangeDock draft={draft} />
        </div>
        <ProblemPanel draft={draft} />
      </div>
      {fault !== null && (
        <div className="imp-fault" role="alert">
          {faultText(fault)}
        </div>
      )}
      <Foot draft={draft} />
    </div>
  );
}
