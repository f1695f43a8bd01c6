/** 记住的表: the shapes of headers that were confirmed before, to be renamed or forgotten. */
import { Button, Input } from 'antd';
import { useState, type KeyboardEvent } from 'react';
import { knownLedgerOf } from '../../../stores/ledgers.ts';
import type { Profile } from '../../../../preload/contract/imports.ts';
import { call, faultOf, useCall } from '../../../bridge/bridge.ts';
import { timeText } from '../../../../main/domain/days/moment.ts';
import { FACTS_TITLE } from '../draft/changes.ts';
import { setImportState } from '../draft/store.ts';

const tell = (error: unknown): void => setImportState({ fault: faultOf(error) });

function Name({ profile }: { readonly profile: Profile }) {
  const [typed, setTyped] = useState<string | null>(null);
  const save = (): void => {
    const name = typed?.trim() ?? '';
    setTyped(null);
    if (name !== '' && name !== profile.name)
      void call('imports.renameProfile', { shape: profile.shape, name }).catch(tell);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') setTyped(null);
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) save();
  };
  if (typed === null)
    return (
      <button
        type="button"
        className="imp-link"
        aria-label={`“${profile.name}”改名`}
        onClick={() => setTyped(profile.name)}
      >
        {profile.name}
      </button>
    );
  return (
    <Input
      size="small"
      autoFocus
      aria-label="新名称"
      value={typed}
      maxLength={100}
      onChange={(event) => setTyped(event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={save}
    />
  );
}

export function Profiles() {
  const { value } = useCall('imports.profiles', {}, ['imports']);
  return (
    <section className="imp-past" aria-label="记住的表">
      <h2>记住的表</h2>
      {value === null || value.length === 0 ? (
        <p className="imp-hint">
          核对时修改过列、确认过金额单位的表，导入后记录于此，下次不再询问。
        </p>
      ) : (
        <table>
          <thead>
            <tr>
              <th>名称（点开可改）</th>
              <th>导入到</th>
              <th>表头</th>
              <th>上次用</th>
              <th />
            </tr>
          </thead>
          <tbody>
            {value.map((one) => (
              <tr key={one.shape}>
                <td>
                  <Name profile={one} />
                </td>
                <td>{knownLedgerOf(one.ledger)?.label ?? FACTS_TITLE}</td>
                <td title={one.columns.join('、')}>{one.columns.join('、')}</td>
                <td>{timeText(one.usedAt).slice(0, 10)}</td>
                <td>
                  <Button
                    size="small"
                    aria-label={`删除“${one.name}”`}
                    onClick={() =>
                      void call('imports.removeProfile', { shape: one.shape }).catch(tell)
                    }
                  >
                    删除
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
