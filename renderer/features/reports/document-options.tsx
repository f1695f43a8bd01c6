/** Of a document among the tables: its settings, which stand for every month. */
import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import type { TableInfo } from '../../../preload/contract/tables.ts';
import { BulletinFormDialog } from './bulletin-form.tsx';
import { DocumentFormDialog } from './document-form.tsx';
import { OptionLine } from './line.tsx';

export function DocumentOptions({ info }: { readonly info: TableInfo }): ReactElement | null {
  const [open, setOpen] = useState<'bulletin' | 'document' | null>(null);
  const close = (): void => setOpen(null);
  if (info.document !== true) return null;
  return (
    <>
      <OptionLine label="公文">
        {info.name === 'bulletin' ? (
          <Button onClick={() => setOpen('bulletin')}>通报设置…</Button>
        ) : null}
        <Button onClick={() => setOpen('document')}>发文设置…</Button>
      </OptionLine>
      {open === 'bulletin' ? <BulletinFormDialog onClose={close} /> : null}
      {open === 'document' ? <DocumentFormDialog onClose={close} /> : null}
    </>
  );
}
