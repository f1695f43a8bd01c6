/** The last step: what was written, what still waits, and the way on or back. */
import { Button } from 'antd';
import { useCallback, useEffect, useState } from 'react';
import type { ImportResult, Issue } from '../../../preload/contract/imports.ts';
import { faultText } from '../../format/fault.ts';
import { go } from '../../stores/navigation.ts';
import { resultSentence } from './changes.ts';
import { Steps } from './head.tsx';
import { cellName } from './problems.ts';
import { close, undoImport, useImport } from './store.ts';

function Kept({ title, issues }: { readonly title: string; readonly issues: readonly Issue[] }) {
  if (issues.length === 0) return null;
  return (
    <section className="imp-kept" aria-label={title}>
      <h2>{title}</h2>
      <ul>{issues.map((one, at) => <li key={at}><span className="imp-problem-cell">{cellName(one.row, one.column)}</span>{one.message}</li>)}</ul>
    </section>
  );
}

export function DoneStep({ result }: { readonly result: ImportResult }) {
  const [undone, setUndone] = useState<number | null>(null);
  const fault = useImport((state) => state.fault);
  const busy = useImport((state) => state.busy);
  const leave = async (to: 'projects' | 'import'): Promise<void> => {
    await close();
    if (to === 'projects') go('projects');
  };
  const undo = useCallback((): void => void undoImport(result.import).then(setUndone), [result.import]);
  useUndoKey(undone === null && !busy ? undo : null);
  return (
    <div className="imp-pick">
      <header className="imp-head">
        <h1>导入完成</h1>
        <span className="imp-push" />
        <Steps at={3} />
      </header>
      <div className="imp-done" role="status">
        <p className="imp-done-sentence">{undone === null ? resultSentence(result) : `这次导入已撤销，${undone}条记录恢复原样。`}</p>
        <div className="imp-answers">
          <Button size="large" type="primary" autoFocus onClick={() => void leave('projects')}>去看台账</Button>
          <Button size="large" onClick={() => void leave('import')}>再导一个</Button>
          {undone === null && <Button size="large" loading={busy} onClick={undo}>撤销这次导入 Ctrl+Z</Button>}
        </div>
      </div>
      {fault !== null && <div className="imp-fault" role="alert">{faultText(fault)}</div>}
      <Kept title="没有导的行" issues={result.questions} />
      <Kept title="提醒" issues={result.warnings} />
    </div>
  );
}

/** Ctrl+Z takes the whole import back; null where there is nothing to take back. */
function useUndoKey(undo: (() => void) | null): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (undo === null || !event.ctrlKey || event.code !== 'KeyZ') return;
      event.preventDefault();
      undo();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [undo]);
}
