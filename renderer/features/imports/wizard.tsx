/**
 * 导入: the page that takes offices' own workbooks in: choose them, check what was understood,
 * done.
 */
import { useEffect } from 'react';
import { takeWorkbooks, useHandedFiles } from '../../stores/handed-files.ts';
import { say } from '../../stores/status.ts';
import { openFiles } from './draft/actions.ts';
import { CheckStep } from './steps/check-step.tsx';
import { DoneStep } from './steps/done-step.tsx';
import { previewColumnName } from './draft/layout.ts';
import { PickStep } from './steps/pick-step.tsx';
import { previewCellName, problemsByCell } from './draft/problems.ts';
import { useImport } from './draft/store.ts';
import './imports.css';
import './sheet.css';
import './sheet-cells.css';
import './menu-and-files.css';
import './panel.css';
import './choose-and-done.css';

/** The status line: the selected cell and what is the matter with it. */
function useStatusLine(): void {
  const { step, said, cell, problems, file, sheet } = useImport();
  useEffect(() => {
    if (said === '') return;
    say(said);
    useImport.setState({ said: '' });
  }, [said]);
  useEffect(() => {
    if (step !== 'check') return undefined;
    const name = previewCellName(cell.row, previewColumnName(cell.column));
    const problem = problemsByCell(problems, file, sheet).get(name);
    say(
      `${name}　${problem === undefined ? '' : `${problem.head}　`}${problems.length > 0 ? 'F8 下一个问题　Alt+1…9 回答　' : ''}Enter 就地改　Ctrl+- 跳过本行`,
    );
    return () => say('');
  }, [step, cell, problems, file, sheet]);
}

export function ImportWizard() {
  const step = useImport((state) => state.step);
  const draft = useImport((state) => state.draft);
  const result = useImport((state) => state.result);
  useStatusLine();
  const isHanded = useHandedFiles(({ workbooks }) => workbooks !== null);
  useEffect(() => {
    const handed = isHanded ? takeWorkbooks() : null;
    if (handed !== null) void openFiles(handed.files, handed.ledger);
  }, [isHanded]);
  return (
    <div className="imp">
      {step === 'check' && draft !== null ? (
        <CheckStep draft={draft} />
      ) : step === 'done' && draft !== null && result !== null ? (
        <DoneStep result={result} draft={draft} />
      ) : (
        <PickStep />
      )}
    </div>
  );
}
