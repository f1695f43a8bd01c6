/** In an empty sheet: why it is empty and what to do. */
import { Button } from 'antd';
import type { ReactElement } from 'react';
import type { Summary } from '../../../preload/contract/records.ts';
import { go } from '../../stores/navigation.ts';
import { useProjectsView } from './view.ts';

export function Nothing({ summary, onNew }: { readonly summary: Summary; onNew(): void }): ReactElement | null {
  const { filters, filter } = useProjectsView();
  if (summary.count > 0) return null;
  if (summary.all > 0) return <div className="pj-nothing"><p>{`${summary.all}个项目都被筛掉了。`}</p><Button onClick={() => Object.keys(filters).forEach((code) => filter(code, ''))}>去掉筛选</Button></div>;
  return (
    <div className="pj-nothing">
      <p>还没有项目。从手头的表格导入，或先新增一个。</p>
      <Button type="primary" onClick={() => go('imports')}>从表格导入</Button>
      <Button onClick={onNew}>新增项目</Button>
    </div>
  );
}
