/** 设置: how the program looks, where its data lies, and the imports that can be taken back. */
import { Button, Segmented, Switch, Table } from 'antd';
import { useEffect, useRef, type ReactElement } from 'react';
import type { PastImport } from '../../../preload/contract/imports.ts';
import { call, faultOf, useCall } from '../../bridge/bridge.ts';
import { faultText } from '../../format/fault.ts';
import { timeText } from '../../../main/domain/days/moment.ts';
import { setContrast, setText, TEXT_SIZES, useLayout, type TextSize } from '../../stores/layout.ts';
import { go } from '../../stores/navigation.ts';
import type { PageParams } from '../../stores/pages.ts';
import { useSession } from '../../stores/session.ts';
import { say } from '../../stores/status.ts';
import { BackupsPanel } from './backups.tsx';
import { ChangesPanel } from './changes.tsx';
import { GatesPanel } from './gates.tsx';
import { RatesPanel } from './rates.tsx';
import { YearTurnPanel } from './year-turn.tsx';
import './settings.css';

/** `params.panel`: the panel that is scrolled to, by its head. */
export function SettingsPage({
  params,
}: {
  readonly params: PageParams['settings'];
}): ReactElement {
  const page = useRef<HTMLElement>(null);
  useEffect(() => {
    const heads = [...(page.current?.querySelectorAll('h2') ?? [])];
    heads.find((head) => head.textContent === params.panel)?.scrollIntoView();
  }, [params]);
  const { text, highContrast } = useLayout();
  const session = useSession((state) => state.session);
  const { value: past } = useCall('imports.list', {}, ['imports']);
  const undo = (one: PastImport): void => {
    call('imports.undo', { id: one.id }).then(
      ({ records }) => say(`已撤销“${one.file}”，涉及${records}条记录。`),
      (error: unknown) => say(faultText(faultOf(error))),
    );
  };
  return (
    <section className="page" ref={page}>
      <header className="page-head">
        <h1>设置</h1>
      </header>
      <div className="panel">
        <h2>显示</h2>
        <div className="body">
          字号{' '}
          <Segmented
            aria-label="显示字号"
            value={text}
            options={[...TEXT_SIZES]}
            onChange={(size) => setText(size as TextSize)}
          />
          　高对比 <Switch aria-label="高对比" checked={highContrast} onChange={setContrast} />
        </div>
      </div>
      <div className="panel">
        <h2>数据</h2>
        <div className="body">
          放在 <b>{session?.dataFolder}</b>，版本 {session?.version}　
          <Button onClick={() => go('ledgers')}>管理单位</Button>
        </div>
      </div>
      <BackupsPanel />
      <ChangesPanel />
      <GatesPanel />
      <RatesPanel />
      <YearTurnPanel />
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
    </section>
  );
}
