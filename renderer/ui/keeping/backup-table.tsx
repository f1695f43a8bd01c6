/**
 * The list of backups with what stands in each, newest first; one of them can be put in the book's
 * place.
 */
import { Button, Popconfirm, Table } from 'antd';
import { useState, type ReactElement } from 'react';
import type { BackupInside, BackupLine } from '../../../main/domain/keeping/backup.ts';
import { backupContentText, backupReasonText, megabytesText } from '../../format/backup.ts';
import { timeText } from '../../../main/domain/days/moment.ts';
import { BackupLook } from './backup-look.tsx';

export function BackupTable({
  backups,
  onRestore,
  onLook,
}: {
  readonly backups: readonly BackupLine[];
  readonly onRestore: (name: string) => void;
  /** what is in a backup, or a sentence why that cannot be told */
  readonly onLook: (name: string) => Promise<BackupInside | string>;
}): ReactElement {
  const [looked, setLooked] = useState<{
    readonly line: BackupLine;
    readonly told: BackupInside | string | null;
  } | null>(null);
  const look = (line: BackupLine): void => {
    setLooked({ line, told: null });
    void onLook(line.name).then((told) =>
      // another may have been asked for meanwhile, or none any more
      setLooked((now) => (now?.line === line ? { line, told } : now)),
    );
  };
  return (
    <>
      <Table<BackupLine>
        size="small"
        rowKey="name"
        pagination={backups.length > 20 ? { pageSize: 20 } : false}
        dataSource={[...backups]}
        locale={{ emptyText: '尚无备份。' }}
        columns={[
          {
            title: '时间',
            dataIndex: 'at',
            width: 160,
            render: (at: string) => <span className="nowrap">{timeText(at)}</span>,
          },
          { title: '备份原因', width: 140, render: (_, line) => backupReasonText(line) },
          { title: '里面是', render: (_, line) => backupContentText(line) },
          {
            title: '大小',
            width: 90,
            align: 'right',
            render: (_, line) => megabytesText(line.bytes),
          },
          {
            title: '',
            width: 150,
            render: (_, line) =>
              line.holds === null ? null : (
                <span className="nowrap">
                  <Button size="small" onClick={() => look(line)}>
                    看看
                  </Button>{' '}
                  <Popconfirm
                    title={`恢复到${timeText(line.at)}？当前的账将先备份，可再恢复。`}
                    okText="恢复"
                    cancelText="不恢复"
                    onConfirm={() => onRestore(line.name)}
                  >
                    <Button size="small">恢复</Button>
                  </Popconfirm>
                </span>
              ),
          },
        ]}
      />
      {looked === null ? null : (
        <BackupLook at={looked.line.at} told={looked.told} onClose={() => setLooked(null)} />
      )}
    </>
  );
}
