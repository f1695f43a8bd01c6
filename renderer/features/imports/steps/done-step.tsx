/** The last step: what was written, what goes back to its senders, and the way on or back. */
import { Button } from 'antd';
import { useCallback, useEffect, useState } from 'react';
import { isAnyCode } from '../../../../main/domain/ledgers/index.ts';
import type {
  ImportDraft,
  ImportResult,
  PlacedIssue,
} from '../../../../preload/contract/imports.ts';
import { faultText } from '../../../format/fault.ts';
import { go, goLedger } from '../../../stores/navigation.ts';
import { showYear } from '../../../stores/session.ts';
import { closeImport, giveBack, takeBackImport } from '../draft/actions.ts';
import { resultSentence } from '../draft/changes.ts';
import { Steps } from './head.tsx';
import { placeText } from '../draft/places.ts';
import { previewCellName } from '../draft/problems.ts';
import { useImport } from '../draft/store.ts';
import { importYearOf } from '../draft/year-of.ts';

/** more than this is read in the returned workbooks */
const SHOWN = 100;

function Kept({
  title,
  issues,
  draft,
}: {
  readonly title: string;
  readonly issues: readonly PlacedIssue[];
  readonly draft: ImportDraft;
}) {
  if (issues.length === 0) return null;
  return (
    <section className="imp-kept" aria-label={title}>
      <h2>{title}</h2>
      <ul>
        {issues.slice(0, SHOWN).map((one, at) => (
          <li key={at}>
            <span className="imp-problem-cell">
              {[placeText(draft, one), previewCellName(one.row, one.column)]
                .filter((part) => part !== '')
                .join(' › ')}
            </span>
            {one.message}
          </li>
        ))}
        {issues.length > SHOWN && <li>还有{issues.length - SHOWN}处，均已在退回的表中标明。</li>}
      </ul>
    </section>
  );
}

/** Who still has to send, and which workbooks go back. */
function Senders({ draft }: { readonly draft: ImportDraft }) {
  const returned = useImport((state) => state.returned);
  const files = [...new Set([...draft.rejectedRows, ...draft.heldCells].map((one) => one.file))];
  const missing = draft.coverage?.missing ?? [];
  return (
    <>
      {files.length > 0 && (
        <div className="imp-back">
          <p>
            {files.length > 1 ? `${files.length}个文件有未导入的行。` : '有未导入的行。'}
            退回的表即原表，有误的格标红并注明修改意见。
          </p>
          <Button onClick={() => void giveBack(files, true)}>
            {files.length > 1 ? `保存退回的${files.length}个表` : '保存退回的表'}
          </Button>
        </div>
      )}
      {returned.length > 0 && (
        <p className="imp-returned">
          已存：
          {returned
            .map((one) => `${one.saved}（标红${one.cells}格${one.copied ? '，另存为xlsx' : ''}）`)
            .join('、')}
        </p>
      )}
      {missing.length > 0 && (
        <p>
          尚未报送的{missing.length}个：{missing.join('、')}
        </p>
      )}
    </>
  );
}

/** The page that shows what was imported. */
const pageOf = ({
  ledger,
  files,
}: ImportDraft): { readonly open: () => void; readonly word: string } => {
  if (ledger !== null && isAnyCode(ledger))
    return { open: () => goLedger(ledger), word: '查看台账' };
  return files.some((one) =>
    one.report?.sheets.some((sheet) => sheet.tables.some((table) => table.kind === 'matrix')),
  )
    ? { open: () => go('progress'), word: '查看进度' }
    : { open: () => go('targets'), word: '查看目标' };
};

export function DoneStep({
  result,
  draft,
}: {
  readonly result: ImportResult;
  readonly draft: ImportDraft;
}) {
  const [undone, setUndone] = useState<number | null>(null);
  const fault = useImport((state) => state.fault);
  const busy = useImport((state) => state.busy);
  const target = pageOf(draft);
  const leave = async (away: boolean): Promise<void> => {
    await closeImport();
    const year = importYearOf(draft);
    // figures of 2012 would not be seen on a page that stands at another year
    if (away && year !== null) showYear(year);
    if (away) target.open();
  };
  const undo = useCallback(
    (): void => void takeBackImport(result.import).then(setUndone),
    [result.import],
  );
  useUndoKey(undone === null && !busy ? undo : null);
  return (
    <div className="imp-pick">
      <header className="imp-head">
        <h1>导入完成</h1>
        <span className="imp-push" />
        <Steps at={3} />
      </header>
      <div className="imp-done">
        <p className="imp-done-sentence" role="status">
          {undone === null
            ? resultSentence(result, draft.ledger)
            : `这次导入已撤销，${undone}${draft.ledger === null ? '个数' : '条记录'}恢复原样。`}
        </p>
        <div className="imp-answers">
          <Button size="large" type="primary" autoFocus onClick={() => void leave(true)}>
            {target.word}
          </Button>
          <Button size="large" onClick={() => void leave(false)}>
            继续导入
          </Button>
          {undone === null && (
            <Button size="large" loading={busy} onClick={undo}>
              撤销这次导入 Ctrl+Z
            </Button>
          )}
        </div>
        <Senders draft={draft} />
      </div>
      {fault !== null && (
        <div className="imp-fault" role="alert">
          {faultText(fault)}
        </div>
      )}
      <Kept title="未导入的表" issues={result.leftOut} draft={draft} />
      <Kept title="未导入的行和格" issues={result.questions} draft={draft} />
      <Kept title="提醒" issues={result.warnings} draft={draft} />
    </div>
  );
}

/**
 * Ctrl+Z takes the whole import back, before the frame takes back the last change; null where there
 * is nothing to take back.
 */
function useUndoKey(undo: (() => void) | null): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (undo === null || !event.ctrlKey || event.code !== 'KeyZ') return;
      event.preventDefault();
      undo();
    };
    window.addEventListener('keydown', press, true);
    return () => window.removeEventListener('keydown', press, true);
  }, [undo]);
}
