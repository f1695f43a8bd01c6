/**
 * 备份: the copies of the book, one made by hand, the second place, the trial of the book, and the
 * way back to a backup.
 */
import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { call, faultOf, useCall } from '../../bridge/bridge.ts';
import { faultText } from '../../format/fault.ts';
import { timeText } from '../../../main/domain/days/moment.ts';
import { say } from '../../stores/status.ts';
import { BackupTable } from '../../ui/keeping/backup-table.tsx';

export function BackupsPanel(): ReactElement {
  const { value: state, reload } = useCall('keeping.state', {}, ['session', 'backups']);
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
          '以后每次备份均同时写入该处。',
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
            done(call('keeping.setSecondPlace', { folder: null }), '已停止向第二处备份。')
          }
        />
        {state?.isDiskFull === true ? (
          <div role="alert" className="fault">
            磁盘快满了，放不下一份新的备份：备份时先删去最早的几份。请腾出空间，或为第二份选另一块磁盘。
          </div>
        ) : null}
        {found === null ? null : (
          <div role="status">
            {found.length === 0
              ? '检查完毕，未发现问题。'
              : found.map((one) => <p key={one}>{one}</p>)}
          </div>
        )}
      </div>
      <BackupTable
        backups={state?.backups ?? []}
        onLook={(name) =>
          call('keeping.inside', { name }).catch((error: unknown) => faultText(faultOf(error)))
        }
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
        第二份：尚未设置。请选择另一块磁盘、共享文件夹或U盘，以防本机损坏。{' '}
        <Button onClick={onChoose}>选文件夹</Button>
      </div>
    );
  return (
    <div>
      第二份：写到 <b>{place}</b>，
      {at === null ? '目前找不到该文件夹，或尚未写入过。' : `上次写到${timeText(at)}。`}{' '}
      <SecondDays /> <Button onClick={onChoose}>更换</Button>{' '}
      <Button onClick={onStop}>停止第二份</Button>
    </div>
  );
}

const DAYS = [1, 3, 7, 14, 30] as const;

function SecondDays(): ReactElement | null {
  const { value: second } = useCall('keeping.second', {}, ['session', 'backups']);
  if (second === null) return null;
  const keep = (days: number): void =>
    void call('keeping.setSecondDays', { days }).then(
      () => say(`第二份超过${days}天没写，总览的“到期提醒”里会提醒。`),
      (error: unknown) => say(faultText(faultOf(error))),
    );
  return (
    <label>
      超过{' '}
      <select value={second.days} onChange={(event) => keep(Number(event.target.value))}>
        {[...new Set([...DAYS, second.days])]
          .toSorted((a, b) => a - b)
          .map((days) => (
            <option key={days} value={days}>
              {days}天
            </option>
          ))}
      </select>{' '}
      没写就提醒
    </label>
  );
}
