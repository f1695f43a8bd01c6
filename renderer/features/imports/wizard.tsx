/** 导入: the page that takes an office's own workbook in: choose it, check what was understood, done. */
import { useEffect } from 'react';
import type { PickedFile } from '../../../preload/contract/shell.ts';
import { on } from '../../bridge.ts';
import { say } from '../../stores/status.ts';
import { CheckStep } from './check-step.tsx';
import { DoneStep } from './done-step.tsx';
import { columnName } from './layout.ts';
import { PickStep } from './pick-step.tsx';
import { cellName, problemsByCell } from './problems.ts';
import { heardProgress, openFile, useImport } from './store.ts';
import './imports.css';

/** The status line: the selected cell and what is the matter with it. */
function useStatusLine(): void {
  const { step, said, cell, problems, sheet } = useImport();
  useEffect(() => {
    if (said === '') return;
    say(said);
    useImport.setState({ said: '' });
  }, [said]);
  useEffect(() => {
    if (step !== 'check') {
      say('');
      return;
    }
    const name = cellName(cell.row, columnName(cell.column));
    const problem = problemsByCell(problems, sheet).get(name);
    say(`${name}　${problem === undefined ? '' : `${problem.head}　`}${problems.length > 0 ? 'F8 下一个问题　' : ''}Enter 就地改　Ctrl+- 跳过本行`);
  }, [step, cell, problems, sheet]);
}

interface ImportWizardProps {
  /** a workbook already picked elsewhere: the wizard goes straight to reading it */
  readonly file?: PickedFile;
}

export function ImportWizard({ file }: ImportWizardProps) {
  const step = useImport((state) => state.step);
  const draft = useImport((state) => state.draft);
  const result = useImport((state) => state.result);
  useEffect(() => on('progress', heardProgress), []);
  useEffect(() => {
    if (file !== undefined && useImport.getState().file?.handle !== file.handle) void openFile(file);
  }, [file]);
  useStatusLine();
  return (
    <div className="imp">
      {step === 'check' && draft !== null ? <CheckStep draft={draft} /> : step === 'done' && result !== null ? <DoneStep result={result} /> : <PickStep />}
    </div>
  );
}
