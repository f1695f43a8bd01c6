/** 成批导出: the tables ticked by what they are for, one form for all of them, and how it went. */
import { Button, Checkbox, Segmented } from 'antd';
import { useState, type ReactElement } from 'react';
import { TABLE_PURPOSES } from '../../../main/domain/table-name.ts';
import type { ListedTable, TableOptions } from '../../../preload/contract/tables.ts';
import { Dialog } from '../../ui/dialog.tsx';
import type { BatchFormat, BatchOutcome, BatchPiece } from './batch.ts';
import { PURPOSE_WORDS } from './purposes.ts';

export function BatchDialog({
  tables,
  options,
  onRun,
  onClose,
}: {
  readonly tables: readonly ListedTable[];
  readonly options: TableOptions;
  readonly onRun: (pieces: readonly BatchPiece[]) => void;
  readonly onClose: () => void;
}): ReactElement {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [format, setFormat] = useState<BatchFormat>('xlsx');
  return (
    <Dialog
      open
      width={820}
      title="成批导出"
      okText={`导出${chosen.length}张到文件夹`}
      cancelText="取消"
      okButtonProps={{ disabled: chosen.length === 0 }}
      onOk={() =>
        onRun(
          tables
            .filter(({ name }) => chosen.includes(name))
            .map((table) => ({ table, format, options })),
        )
      }
      onCancel={onClose}
    >
      <p>
        各表按{options.year}年{options.month}月
        {options.unit === undefined ? '' : `、${options.unit}`}导出，没有内容的表不出文件。
      </p>
      <Segmented<BatchFormat>
        aria-label="格式"
        value={format}
        options={[
          { value: 'xlsx', label: 'Excel' },
          { value: 'pdf', label: 'PDF' },
          { value: 'docx', label: 'Word' },
        ]}
        onChange={setFormat}
      />
      <div className="rp-batch">
        {TABLE_PURPOSES.map((purpose) => {
          const of = tables.filter((one) => one.purpose === purpose);
          const names = of.map(({ name }): string => name);
          const ticked = chosen.filter((one) => names.includes(one));
          return of.length === 0 ? null : (
            <fieldset key={purpose}>
              <legend>
                <Checkbox
                  checked={ticked.length === names.length}
                  indeterminate={ticked.length > 0 && ticked.length < names.length}
                  onChange={({ target }) =>
                    setChosen([
                      ...chosen.filter((one) => !names.includes(one)),
                      ...(target.checked ? names : []),
                    ])
                  }
                >
                  <b>{PURPOSE_WORDS[purpose]}</b>
                </Checkbox>
              </legend>
              {of.map(({ name, title }) => (
                <Checkbox
                  key={name}
                  checked={chosen.includes(name)}
                  onChange={({ target }) =>
                    setChosen(
                      target.checked ? [...chosen, name] : chosen.filter((one) => one !== name),
                    )
                  }
                >
                  {title}
                </Checkbox>
              ))}
            </fieldset>
          );
        })}
      </div>
    </Dialog>
  );
}

/** While it is written, and once it is over. */
export function BatchOutcomeDialog({
  outcome,
  onStop,
  onClose,
}: {
  readonly outcome: BatchOutcome;
  readonly onStop: () => void;
  readonly onClose: () => void;
}): ReactElement {
  const { now, done, total, files, empty, refused, folder } = outcome;
  const rest = total - done;
  return (
    <Dialog
      open
      title={now === null ? '导出结果' : '正在导出'}
      onCancel={now === null ? onClose : onStop}
      footer={
        now === null ? (
          <Button type="primary" onClick={onClose}>
            关闭
          </Button>
        ) : (
          <Button onClick={onStop}>停止</Button>
        )
      }
    >
      <p role="status">
        {now === null
          ? `已写入文件夹“${folder}”，共${files.length}个文件${rest > 0 ? `；已停止，还有${rest}个没有写` : ''}。`
          : `${now}，第${done + 1}个，共${total}个`}
      </p>
      <ul className="rp-batch-files">
        {files.map((file) => (
          <li key={file}>{file}</li>
        ))}
      </ul>
      {empty.length === 0 ? null : <p>没有内容，未出文件：{empty.join('、')}。</p>}
      {refused.map((sentence) => (
        <p key={sentence} role="alert">
          {sentence}
        </p>
      ))}
    </Dialog>
  );
}
