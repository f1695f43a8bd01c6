/** 备份: the copies of the book, one made by hand, the second place, the trial of the book, and the way back to a backup. */
import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { call, faultOf, useCall } from '../../bridge/bridge.ts';
import { faultText } from '../../format/fault.ts';
import { timeText } from '../../format/time.ts';
import { say } from '../../stores/status.ts';
import { BackupTable } from '../../ui/keeping/backup-table.tsx';

export function BackupsPanel(): ReactElement {
  const { value: state, reload } = useCall('keeping.state', {}, ['session']);
  const [found, setFound] = useState<readonly string[] | null>(null);
  const done = (work: Promise<unknown>, sentence: string): void =>
    void work.then(
      () => {
        reload();
        say(sentence);
      },
      (error: unknown) => say(faultText(faultOf(error))),
    );
  const chooseSecond = (): void =>
    void call('shell.pickFolder', {}).then((folder) => {
      if (folder !== null)
        done(
          call('keeping.setSecondPlace', { folder: folder.handle }),
          '以后每次备份都往那里再写一份。',
        );
    });
  return (
    <div className="panel">
      <h2>备份</h2>
      <div className="body st-rows">
        <div>
          每天第一次打开、关闭前和大的改动前自动备份，做好后都核对过。{' '}
          <Button onClick={() => done(call('keeping.backup', {}), '已备份，核对无误。')}>
            立即备份
          </Button>{' '}
          <Button
            onClick={() =>
              done(
                call('keeping.check', { full: true }).then(({ faults }) => setFound(faults)),
                '已检查。',
              )
            }
          >
            检查账
          </Button>
        </div>
        <SecondPlace
          place={state?.secondPlace ?? null}
          at={state?.secondCopyAt ?? null}
          onChoose={chooseSecond}
          onStop={() =>
            done(call('keeping.setSecondPlace', { folder: null }), '不再往第二处写备份。')
          }
        />
        {found === null ? null : (
          <div role="status">
            {found.length === 0 ? '检查完，没有问题。' : found.map((one) => <p key={one}>{one}</p>)}
          </div>
        )}
      </div>
      <BackupTable
        backups={state?.backups ?? []}
        onRestore={(name) => done(call('keeping.restore', { name }), '已恢复，原来的账也备份了。')}
      />
    </div>
  );
}

function SecondPlace({
  place,
  at,
  onChoose,
  onStop,
}: {
  readonly place: string | null;
  readonly at: string | null;
  readonly onChoose: () => void;
  readonly onStop: () => void;
}): ReactElement {
  if (place === null)
    return (
      <div>
        第二份：还没有。选另一块磁盘、共享文件夹或U盘，电脑坏了账还在。{' '}
        <Button onClick={onChoose}>选文件夹</Button>
      </div>
    );
  return (
    <div>
      第二份：写到 <b>{place}</b>，
      {at === null ? '现在找不到那个文件夹，或还没写过。' : `上次写到${timeText(at)}。`}{' '}
      <Button onClick={onChoose}>换一个</Button> <Button onClick={onStop}>不再写</Button>
    </div>
  );
}
