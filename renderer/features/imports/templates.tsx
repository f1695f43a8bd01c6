/** 模板: an empty workbook of each ledger, or one with what the ledger holds; filled in, it comes back without a question. */
import { Button } from 'antd';
import { useState } from 'react';
import { call, faultOf } from '../../bridge.ts';
import type { Input } from '../../../preload/contract/index.ts';
import { KINDS } from './head.tsx';
import { set } from './store.ts';

type Ledger = Input<'imports.template'>['ledger'];

async function download(ledger: string, label: string, filled: boolean): Promise<void> {
  try {
    const to = await call('shell.saveAs', { name: filled ? label : `${label}（模板）`, extension: 'xlsx' });
    if (to === null) return;
    const { file } = await call('imports.template', { ledger: ledger as Ledger, to: to.handle, filled });
    set({ said: `已存为“${file}”。填好后导入，不再提问。`, fault: null });
  } catch (error) {
    set({ fault: faultOf(error) });
  }
}

export function Templates() {
  const [busy, setBusy] = useState(false);
  const give = (ledger: string, label: string, filled: boolean): void => {
    setBusy(true);
    void download(ledger, label, filled).finally(() => setBusy(false));
  };
  return (
    <section className="imp-past" aria-label="模板">
      <h2>模板</h2>
      <table>
        <tbody>
          {KINDS.map(({ value, label }) => (
            <tr key={value}>
              <td>{label}</td>
              <td className="is-figure">
                <Button size="small" disabled={busy} aria-label={`${label}空白模板`} onClick={() => give(value, label, false)}>空白</Button>{' '}
                <Button size="small" disabled={busy} aria-label={`${label}带现有数据的模板`} onClick={() => give(value, label, true)}>带现有数据</Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
