/** The versions of all years' schemes: looked at, taken up again, written as a file. */
import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { changesBetween } from '../../../../main/domain/scoring/changes.ts';
import type { SchemeSummary } from '../../../../preload/contract/scoring.ts';
import { call, useCall } from '../../../bridge/bridge.ts';
import { tell } from '../../../stores/sentence.ts';
import { draftScheme } from '../shared/store.ts';
import { itemLabels } from './item-form.tsx';
import { Dialog } from '../../../ui/dialog.tsx';

export function VersionsDialog({
  year,
  onClose,
}: {
  readonly year: number;
  readonly onClose: () => void;
}): ReactElement {
  const { value: versions } = useCall('schemes.versions', {}, ['score']);
  const [told, setTold] = useState<{
    readonly title: string;
    readonly lines: readonly string[];
  } | null>(null);
  const before = (one: SchemeSummary): SchemeSummary | undefined =>
    versions?.find((other) => other.year === one.year && other.number === one.number - 1);
  const compare = async (one: SchemeSummary, other: SchemeSummary): Promise<void> => {
    const [now, then] = await Promise.all([
      call('schemes.version', { id: one.id }),
      call('schemes.version', { id: other.id }),
    ]);
    setTold({
      title: `第${one.number}版比第${other.number}版`,
      lines: changesBetween(then.scheme, now.scheme, itemLabels),
    });
  };
  const take = (id: number): void =>
    void tell(
      call('schemes.version', { id }).then(({ scheme }) => {
        draftScheme({ ...scheme, year });
        onClose();
      }),
      '已打开这一版，改好再保存。',
    );
  const write = (id: number, name: string): void =>
    void tell(
      call('shell.saveAs', { name, extension: 'json' }).then(async (to) => {
        if (to !== null) await call('schemes.export', { id, to: to.handle });
      }),
      '办法已写成文件，可以带到别的电脑上读入。',
    );
  const differs = (one: SchemeSummary): ReactElement | null => {
    const other = before(one);
    return other === undefined ? null : (
      <>
        {' '}
        <Button size="small" onClick={() => void tell(compare(one, other), '')}>
          修改内容
        </Button>
      </>
    );
  };
  return (
    <Dialog open title="各版办法" footer={null} onCancel={onClose} width="min(92vw, 760px)">
      <table className="plain">
        <thead>
          <tr>
            <th>年度</th>
            <th>版</th>
            <th>名称</th>
            <th>保存</th>
            <th>曾公布</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {(versions ?? []).map((one) => (
            <tr key={one.id}>
              <td className="c">{one.year}</td>
              <td className="c">第{one.number}版</td>
              <td>{one.name}</td>
              <td>
                {one.at.slice(0, 10)} {one.who}
              </td>
              <td className="n">{one.published === 0 ? '没有' : `${one.published}次`}</td>
              <td>
                <Button size="small" onClick={() => take(one.id)}>
                  据此修改
                </Button>{' '}
                <Button size="small" onClick={() => write(one.id, one.name)}>
                  存成文件
                </Button>
                {differs(one)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {told === null ? null : (
        <section aria-label={told.title}>
          <h3 className="sc-h3">{told.title}</h3>
          {told.lines.length === 0 ? (
            <p className="muted">没有改动。</p>
          ) : (
            <ul>
              {told.lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          )}
        </section>
      )}
    </Dialog>
  );
}
