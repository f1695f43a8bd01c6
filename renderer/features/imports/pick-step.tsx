/** The first step: choose a workbook, see how far reading is, and the imports made before. */
import { Button, Progress } from 'antd';
import { useState, type DragEvent } from 'react';
import { faultText } from '../../format/fault.ts';
import { Steps } from './head.tsx';
import { PastImports } from './past-imports.tsx';
import { cancelReading, pickFile, retry, useImport } from './store.ts';

function Reading() {
  const file = useImport((state) => state.file);
  const progress = useImport((state) => state.progress);
  const percent = progress === null || progress.total === 0 ? 0 : Math.round((progress.done / progress.total) * 100);
  return (
    <div className="imp-reading" role="status">
      <p>正在读“{file?.name}”{progress !== null && progress.total > 0 && `：${progress.done} / ${progress.total} 行`}{progress?.secondsLeft != null && `，还要${Math.ceil(progress.secondsLeft)}秒`}</p>
      <Progress percent={percent} showInfo={false} />
      <Button autoFocus onClick={() => void cancelReading()}>取消</Button>
    </div>
  );
}

/** Paths never come from the page, so a dropped file cannot be opened: the zone says which button does. */
function DropZone() {
  const [over, setOver] = useState(false);
  const [dropped, setDropped] = useState<string | null>(null);
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    setDropped(event.dataTransfer.files[0]?.name ?? '');
  };
  return (
    <div
      className={`imp-drop${over ? ' is-over' : ''}`} onDrop={onDrop} onDragLeave={() => setOver(false)}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
    >
      <Button autoFocus size="large" type="primary" onClick={() => void pickFile()}>选文件</Button>
      <p>{dropped === null ? '乡镇报来的表原样就能导：xlsx、xls、et、csv。' : `“${dropped}”不能拖进来读。请点“选文件”，在窗口里选它。`}</p>
      <p className="imp-hint">先看懂给您核对，点“导入”才写进台账；导入后可整批撤销。</p>
    </div>
  );
}

export function PickStep() {
  const step = useImport((state) => state.step);
  const fault = useImport((state) => state.fault);
  const file = useImport((state) => state.file);
  return (
    <div className="imp-pick">
      <header className="imp-head">
        <h1>导入表格</h1>
        <span className="imp-push" />
        <Steps at={1} />
      </header>
      {step === 'reading' ? <Reading /> : <DropZone />}
      {fault !== null && (
        <div className="imp-fault" role="alert">
          <span>{faultText(fault)}</span>
          {file !== null && <Button size="small" onClick={() => void retry()}>重试</Button>}
        </div>
      )}
      <PastImports />
    </div>
  );
}
