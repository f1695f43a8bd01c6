/** 导入过的表: what was imported when, and the way to take it back. */
import { Button, Table } from 'antd';
import type { ReactElement } from 'react';
import { timeText } from '../../../main/domain/days/moment.ts';
import type { PastImport } from '../../../preload/contract/imports.ts';
import { call, useCall } from '../../bridge/bridge.ts';
import { tell } from '../../stores/sentence.ts';

export function PastImportsPanel(): ReactElement {
  const { value: past } = useCall('imports.list', {}, ['imports']);
  const undo = (one: PastImport): void =>
    void tell(
      call('imports.undo', { id: one.id }),
      ({ records }) => `已撤销“${one.file}”，涉及${records}条记录。`,
    );
  return (
    <div className="panel">
      <h2>导入过的表</h2>
      <Table<PastImport>
        size="small"
        pagination={false}
        rowKey="id"
        dataSource={[...(past ?? [])]}
        locale={{ emptyText: '尚未导入过表。' }}
        columns={[
          { title: '编号', dataIndex: 'id', width: 70 },
          { title: '文件', dataIndex: 'file' },
          {
            title: '时间',
            dataIndex: 'at',
            render: (at: string) => <span className="nowrap">{timeText(at)}</span>,
          },
          { title: '新增', dataIndex: 'new', width: 70 },
          { title: '变更', dataIndex: 'changed', width: 70 },
          { title: '未导入', dataIndex: 'rejected', width: 70 },
          {
            title: '',
            width: 100,
            render: (_, one) =>
              one.undone ? (
                '已撤销'
              ) : (
                <Button size="small" onClick={() => undo(one)}>
                  撤销
                </Button>
              ),
          },
        ]}
      />
    </div>
  );
}
