/**
 * 接收: the packages of a stick as they stand to this book; what each changes, its questions with
 * both values, and taking it.
 */
import { Button, Radio } from 'antd';
import { useEffect, useState, type ReactElement } from 'react';
import { PACKAGE_KINDS, PACKAGE_STANDINGS } from '../../../main/domain/exchange/package.ts';
import type { PackageLine } from '../../../preload/contract/exchange.ts';
import { call } from '../../bridge/bridge.ts';
import { faultText } from '../../format/fault.ts';
import { takePackages, useHandedFiles } from '../../stores/handed-files.ts';
import { sentenceOf, tell } from '../../stores/sentence.ts';
import { say } from '../../stores/status.ts';

type Decided = Readonly<Record<string, 'ours' | 'theirs'>>;

/** What was chosen, and the packages in it. */
interface Stick {
  readonly handles: readonly string[];
  readonly lines: readonly PackageLine[];
}

export function ReceivePanel(): ReactElement {
  const [{ handles, lines }, setStick] = useState<Stick>({ handles: [], lines: [] });
  const [decided, setDecided] = useState<Decided>({});
  const read = (files: readonly string[]): Promise<void> =>
    call('exchange.read', { files: [...files] }).then(
      (found) => setStick({ handles: files, lines: found }),
      (error: unknown) => say(sentenceOf(error)),
    );
  const isHanded = useHandedFiles(({ packages }) => packages.length > 0);
  useEffect(() => {
    if (isHanded) void read(takePackages().map(({ handle }) => handle));
  }, [isHanded]);
  const choose = async (): Promise<void> => {
    const folder = await call('shell.pickFolder', {});
    if (folder !== null) await read([folder.handle]);
  };
  const chooseFile = async (): Promise<void> => {
    const file = await call('shell.pickFile', { kind: 'package' });
    if (file !== null) await read([file.handle]);
  };
  const take = async (line: PackageLine, takesKey: boolean): Promise<void> => {
    const { file, handle, path } = line;
    const fingerprint = line.package?.fingerprint ?? '';
    await tell(
      call('exchange.accept', {
        file: handle,
        path,
        fingerprint,
        decided: { ...decided },
        takesKey,
      }),
      ({ created, changed, removed }) =>
        `已收“${file}”：新${created}，变${changed}，删${removed}。收前已备份，设置里可以撤销。`,
    );
    await read(handles);
  };
  return (
    <div className="panel">
      <h2>接收</h2>
      <div className="body">
        <p>
          <Button onClick={() => void choose()}>选U盘或文件夹</Button>{' '}
          <Button onClick={() => void chooseFile()}>选一个包</Button>
        </p>
        {lines.map((line) => (
          <PackageCard
            key={`${line.handle} ${line.file}`}
            line={line}
            decided={decided}
            onDecide={(id, side) => setDecided((now) => ({ ...now, [id]: side }))}
            onTake={(takesKey) => void take(line, takesKey)}
          />
        ))}
      </div>
    </div>
  );
}

function PackageCard({
  line,
  decided,
  onDecide,
  onTake,
}: {
  readonly line: PackageLine;
  readonly decided: Decided;
  readonly onDecide: (id: string, side: 'ours' | 'theirs') => void;
  readonly onTake: (takesKey: boolean) => void;
}): ReactElement {
  const one = line.package;
  if (one === null)
    return (
      <div className="ex-package" role="alert">
        {line.fault === null ? '' : faultText(line.fault)}
      </div>
    );
  const open = one.questions.filter(({ id }) => decided[id] === undefined).length;
  const changes = one.created + one.changed + one.removed;
  return (
    <div className="ex-package" role="group" aria-label={line.file}>
      <p>
        <b>{one.from}</b> {one.year}年{one.month}月 {PACKAGE_KINDS[one.kind]}{' '}
        <b>{PACKAGE_STANDINGS[one.standing]}</b>　校验码 {one.fingerprint}　新{one.created} 变
        {one.changed} 删{one.removed} 同{one.same}
      </p>
      {one.key === 'new' ? <p>第一次收它的包：和上报单上的校验码核对。</p> : null}
      {one.totals.length === 0 ? null : (
        <p>
          累计：
          {one.totals
            .map(
              ({ indicator, cumulative, measure, lastMonth }) =>
                `${indicator}${cumulative}${measure}${lastMonth === null ? '' : `（上月${lastMonth}）`}`,
            )
            .join('，')}
        </p>
      )}
      {one.notes.map(({ finding, explained }) => (
        <p key={finding}>
          {finding}说明：{explained}
        </p>
      ))}
      {one.changes.length === 0 ? null : (
        <details>
          <summary>看{one.changes.length}处变化</summary>
          {one.changes.map(({ what, before, after }) => (
            <p key={what}>
              {what}：{before ?? '空'} → {after ?? '空'}
            </p>
          ))}
        </details>
      )}
      {one.questions.map(({ id, what, before, after }) => (
        <div key={id} className="ex-question">
          <span>{what}，两边都改了：</span>
          <Radio.Group
            aria-label={what}
            value={decided[id] ?? null}
            options={[
              { value: 'ours', label: `用这里的 ${before ?? '空'}` },
              { value: 'theirs', label: `用来的 ${after ?? '空'}` },
            ]}
            onChange={(event) => onDecide(id, event.target.value === 'ours' ? 'ours' : 'theirs')}
          />
        </div>
      ))}
      <p>
        {one.standing === 'known' && changes === 0 && one.questions.length === 0 ? null : (
          <Button
            type="primary"
            disabled={open > 0}
            onClick={() => onTake(one.key === 'other')}
            danger={one.key === 'other'}
          >
            {one.key === 'other' ? '认新签名并收下' : '收下'}
          </Button>
        )}
        {open > 0 ? `　还有${open}处要定。` : ''}
        {one.key === 'other' ? '签名和以前不一样，先打电话核对校验码。' : ''}
      </p>
    </div>
  );
}
