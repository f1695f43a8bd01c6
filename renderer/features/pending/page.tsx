/** A page whose work is not built yet: one honest sentence, and the way to what works. */
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { go } from '../../stores/navigation.ts';

export function Pending({ title, now }: { readonly title: string; readonly now: string }): ReactElement {
  return (
    <section className="empty-page" aria-label={title}>
      <h1>{title}</h1>
      <p>{now}</p>
      <p>
        <Button type="primary" onClick={() => go('imports')}>导入表格</Button> <Button onClick={() => go('projects')}>项目台账</Button>
      </p>
    </section>
  );
}
