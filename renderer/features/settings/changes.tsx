/**
 * 修改记录: who changed what and when, newest first; each can be taken back here, also imports,
 * closes and publications.
 */
import { Button, Popconfirm, Table } from 'antd';
import { useState, type ReactElement } from 'react';
import type { ChangeLine, ChangesWanted } from '../../../main/domain/change-line.ts';
import { call, faultOf, useCall } from '../../bridge/bridge.ts';
import { faultText } from '../../format/fault.ts';
import { timeText } from '../../../main/domain/days/moment.ts';
import { ChangesFilter } from './changes-filter.tsx';
import { printTable } from '../../stores/print.ts';
import { say } from '../../stores/status.ts';

const MOST = 200;
const isAll = ({ text, ...picked }: ChangesWanted): boolean =>
  text === '' && Object.values(picked).every((one) => one === undefined);

/** The book's first change is the book itself. */
const FIRST = 1;

export function ChangesPanel(): ReactElement {
  const [wanted, setWanted] = useState<ChangesWanted>({ text: '' });
  const { value: lines, reload } = useCall('changes.list', { before: 0, limit: MOST, ...wanted }, [
    'session',
    'imports',
    'project',
    'target',
    'figure',
    'score',
    'reward',
  ]);
  const takeBack = (line: ChangeLine): void =>
    void call('changes.takeBack', { id: line.id }).then(
      ({ records, label }) => {
        reload();
        say(`已退回“${label}”，涉及${records}条记录。`);
      },
      (error: unknown) => say(faultText(faultOf(error))),
    );
  const goBack = (line: ChangeLine): void =>
    void call('changes.goBack', { id: line.id }).then(
      ({ label }) => {
        reload();
        say(`已${label}。要反悔，在修改记录里退回这一步。`);
      },
      (error: unknown) => say(faultText(faultOf(error))),
    );
  return (
    <div className="panel">
      <h2>
        修改记录{' '}
        <Button size="small" onClick={() => printTable('change-sheet', { changes: wanted })}>
          打印
        </Button>
      </h2>
      <ChangesFilter wanted={wanted} onWant={setWanted} />
      <Table<ChangeLine>
        size="small"
        rowKey="id"
        pagination={{ pageSize: 15 }}
        dataSource={[...(lines ?? [])]}
        locale={{ emptyText: '没有符合条件的修改。' }}
        columns={[
          {
            title: '时间',
            dataIndex: 'at',
            width: 160,
            render: (at: string) => <span className="nowrap">{timeText(at)}</span>,
          },
          { title: '谁', dataIndex: 'who', width: 110 },
          { title: '修改内容', dataIndex: 'label' },
          {
            title: '',
            width: 200,
            render: (_, line) => (
              <>
                <TakeBack line={line} onTake={takeBack} />{' '}
                {line.id === lines?.[0]?.id && isAll(wanted) ? null : (
                  <GoBack line={line} onGo={goBack} />
                )}
              </>
            ),
          },
        ]}
      />
    </div>
  );
}

function TakeBack({
  line,
  onTake,
}: {
  readonly line: ChangeLine;
  readonly onTake: (line: ChangeLine) => void;
}): ReactElement | null {
  if (line.undone) return <>已退回</>;
  if (line.undoing || line.id <= FIRST) return null;
  return (
    <Popconfirm
      title={`退回“${line.label}”？`}
      okText="退回"
      cancelText="取消"
      onConfirm={() => onTake(line)}
    >
      <Button size="small">退回</Button>
    </Popconfirm>
  );
}

function GoBack({
  line,
  onGo,
}: {
  readonly line: ChangeLine;
  readonly onGo: (line: ChangeLine) => void;
}): ReactElement {
  return (
    <Popconfirm
      title={`回到“${line.label}”刚做完的时候？`}
      description="这之后的修改、导入、关账、公布都一起退回。这一步本身也能退回。"
      okText="回到这一刻"
      cancelText="不回"
      onConfirm={() => onGo(line)}
    >
      <Button size="small">回到这一刻</Button>
    </Popconfirm>
  );
}
