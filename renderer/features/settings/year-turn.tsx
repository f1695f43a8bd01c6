/** 年度接转: closes the year's figures of all projects and begins the next. */
import { Button, Popconfirm } from 'antd';
import type { ReactElement } from 'react';
import { call, faultOf } from '../../bridge/bridge.ts';
import { faultText } from '../../format/fault.ts';
import { useYear } from '../../stores/session.ts';
import { offerUndo, say } from '../../stores/status.ts';

export function YearTurnPanel(): ReactElement {
  const year = useYear();
  const tell = (error: unknown): void => say(faultText(faultOf(error)));
  const undo = (): void =>
    void call('changes.undo', {}).then(({ label }) => say(`已撤销：${label}。`), tell);
  const turn = (): void =>
    void call('projects.carryOver', { year }).then(
      ({ ids }) => offerUndo(`${year}年已接转，${ids.length}个项目转入${year + 1}年。`, undo),
      tell,
    );
  return (
    <div className="panel">
      <h2>项目接转</h2>
      <div className="body">
        每年年初办理：留存{year}年各项目的年度计划和完成投资，再清空这两栏，开始填{year + 1}年的。
        <Popconfirm
          title={`接转${year}年？`}
          description="所有项目的年度计划投资、本年完成投资会清空，旧数留在项目里。可以撤销。"
          okText="接转"
          cancelText="取消"
          onConfirm={turn}
        >
          <Button>接转{year}年项目</Button>
        </Popconfirm>
      </div>
    </div>
  );
}
