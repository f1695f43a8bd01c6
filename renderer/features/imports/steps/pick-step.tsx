/**
 * The first step: choose workbooks or a folder of them, say what they are where that is known, and
 * what was kept from before.
 */
import { Button, Progress, Select } from 'antd';
import { useState, type DragEvent } from 'react';
import { faultText } from '../../../format/fault.ts';
import { leftText } from '../../../format/time.ts';
import { useWork } from '../../../stores/work.ts';
import { openDropped, pickImportFiles, pickImportFolder, retryImport } from '../draft/actions.ts';
import { Steps, useKinds } from './head.tsx';
import { PastImports } from './past-imports.tsx';
import { Profiles } from './profiles.tsx';
import { setImportState, useImport } from '../draft/store.ts';
import { Templates } from './templates.tsx';

function Reading() {
  const files = useImport((state) => state.files);
  const work = useWork((state) => state.work);
  return (
    <div className="imp-reading" role="status">
      <p>
        {work === null
          ? `正在读${files.length > 1 ? `${files.length}个文件` : `“${files[0]?.name ?? ''}”`}`
          : `${work.label}　${work.extent}${work.secondsLeft === null ? '' : `　${leftText(work.secondsLeft)}`}`}
      </p>
      <Progress percent={Math.round((work?.part ?? 0) * 100)} showInfo={false} />
      <p className="imp-hint">读取期间可先处理其他页面。</p>
      <Button autoFocus disabled={work?.cancel == null} onClick={() => work?.cancel?.()}>
        取消
      </Button>
    </div>
  );
}

const AUTO = '';

function DropZone() {
  const kinds = useKinds();
  const [over, setOver] = useState(false);
  const wanted = useImport((state) => state.wanted);
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    void openDropped([...event.dataTransfer.files]);
  };
  return (
    <div
      className={`imp-drop${over ? ' is-over' : ''}`}
      onDrop={onDrop}
      onDragLeave={() => setOver(false)}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
    >
      <div className="imp-choose">
        <Button autoFocus size="large" type="primary" onClick={() => void pickImportFiles()}>
          选文件
        </Button>
        <Button size="large" onClick={() => void pickImportFolder()}>
          选一个文件夹
        </Button>
        <Select
          size="large"
          aria-label="这是什么表"
          prefix={<em>这是</em>}
          popupMatchSelectWidth={false}
          value={wanted ?? AUTO}
          options={[{ value: AUTO, label: '由程序识别' }, ...kinds]}
          onChange={(value: string) => setImportState({ wanted: value === AUTO ? null : value })}
        />
      </div>
      <p>
        乡镇报送的表格可按原样导入：xlsx、xls、et、csv。一次可选多个，也可把文件或文件夹拖到这里。
      </p>
      <p className="imp-hint">程序先识别并请您核对，点“导入”后才写入台账；导入后可整批撤销。</p>
    </div>
  );
}

export function PickStep() {
  const step = useImport((state) => state.step);
  const fault = useImport((state) => state.fault);
  const files = useImport((state) => state.files);
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
          {files.length > 0 && (
            <Button size="small" onClick={() => void retryImport()}>
              重试
            </Button>
          )}
        </div>
      )}
      {step !== 'reading' && (
        <>
          <PastImports />
          <div className="imp-two">
            <Profiles />
            <Templates />
          </div>
        </>
      )}
    </div>
  );
}
