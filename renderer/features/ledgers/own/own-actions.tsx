/**
 * What the head of a page of the users' own ledger has beside: its design, a template, importing
 * into it, its definition as a file.
 */
import { Button, Dropdown } from 'antd';
import type { ReactElement } from 'react';
import type { OwnCode } from '../../../../main/domain/ledgers/own-code.ts';
import { call } from '../../../bridge/bridge.ts';
import { handOver } from '../../../stores/handed-files.ts';
import { go } from '../../../stores/navigation.ts';
import { say } from '../../../stores/status.ts';
import { sentenceOf } from '../../../stores/sentence.ts';
import type { LedgerSpec } from '../shared/spec.ts';

const failed = (fault: unknown): void => say(sentenceOf(fault));

export function OwnActions({ spec }: { readonly spec: LedgerSpec }): ReactElement {
  const code = spec.code as OwnCode;
  const template = (filled: boolean): void =>
    void call('shell.saveAs', {
      name: filled ? spec.ledger.label : `${spec.ledger.label}（模板）`,
      extension: 'xlsx',
    })
      .then(async (to) => {
        if (to === null) return;
        await call('imports.template', { ledger: code, to: to.handle, filled });
        say(`模板已存为“${to.name}”。填好后导入，不再提问。`);
      })
      .catch(failed);
  const save = (): void =>
    void call('shell.saveAs', { name: `${spec.ledger.label}（定义）`, extension: 'json' })
      .then(async (to) => {
        if (to === null) return;
        await call('ledgers.export', { code, to: to.handle });
        say(`台账的定义已存为“${to.name}”，不带数据，别的县可以照它建。`);
      })
      .catch(failed);
  const items = [
    { key: 'empty', label: '空白模板', onClick: () => template(false) },
    { key: 'filled', label: '带现有数据的模板', onClick: () => template(true) },
    { key: 'definition', label: '存台账定义', onClick: save },
  ];
  return (
    <>
      <Button onClick={() => go('ledger-designer', { code })}>设计</Button>
      <Dropdown menu={{ items }} trigger={['click']}>
        <Button>模板</Button>
      </Dropdown>
    </>
  );
}

/** Picks workbooks and hands them to the import as this ledger's. */
export function importIntoOwnLedger(spec: LedgerSpec): void {
  if (spec.own === null) return go('imports');
  call('shell.pickWorkbooks', { many: true }).then((files) => {
    if (files.length === 0) return;
    handOver(files, spec.code);
    go('imports');
  }, failed);
}
